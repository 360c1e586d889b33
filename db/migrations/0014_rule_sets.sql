-- What the engine decides by, as versions that a manager drafts and somebody else of the team approves. Until the first
-- of them is in force, the service goes by what it came with.

CREATE TABLE rule_set (
  id          TEXT    NOT NULL PRIMARY KEY,
  -- Its name once it is in force, like `2026-2`.
  name        TEXT    UNIQUE,
  -- The version it changes.
  based_on    TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'submitted', 'in-force', 'replaced', 'withdrawn')),
  -- Numbers in the rules, what each rule rests on, and hundredths of the score, each by name.
  parameters  TEXT    NOT NULL CHECK (json_valid(parameters)),
  sources     TEXT    NOT NULL CHECK (json_valid(sources)),
  weights     TEXT    NOT NULL CHECK (json_valid(weights)),
  reason      TEXT    NOT NULL CHECK (reason <> ''),
  drafted_by  TEXT    NOT NULL REFERENCES account (id),
  decided_by  TEXT    REFERENCES account (id),
  created_at  TEXT    NOT NULL,
  in_force_at TEXT,
  version     INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT somebody_else_decides CHECK (decided_by IS NULL OR decided_by <> drafted_by),
  CONSTRAINT what_is_in_force_was_approved CHECK (state NOT IN ('in-force', 'replaced') OR (name IS NOT NULL AND decided_by IS NOT NULL AND in_force_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX rule_set_one_in_force ON rule_set (state) WHERE state = 'in-force';

-- One change of a version is prepared at a time.
CREATE UNIQUE INDEX rule_set_one_open ON rule_set (based_on) WHERE state IN ('draft', 'submitted');

CREATE TRIGGER weights_sum_to_100_when_written BEFORE INSERT ON rule_set WHEN (SELECT sum(value) FROM json_each(NEW.weights)) IS NOT 100 BEGIN SELECT RAISE(ABORT, 'weights do not sum to 100'); END;
CREATE TRIGGER weights_sum_to_100_when_changed BEFORE UPDATE OF weights ON rule_set WHEN (SELECT sum(value) FROM json_each(NEW.weights)) IS NOT 100 BEGIN SELECT RAISE(ABORT, 'weights do not sum to 100'); END;

-- What was in force is what decisions were made by: it stays as it was.
CREATE TRIGGER a_rule_set_in_force_stays_as_it_is BEFORE UPDATE OF parameters, sources, weights, reason, name, based_on, drafted_by ON rule_set WHEN OLD.state IN ('in-force', 'replaced') BEGIN SELECT RAISE(ABORT, 'rule set is in force'); END;
CREATE TRIGGER a_rule_set_is_kept BEFORE DELETE ON rule_set WHEN OLD.state IN ('in-force', 'replaced') BEGIN SELECT RAISE(ABORT, 'rule set is in force'); END;

-- A change is made from the version in force, and while it is prepared no other can come in force.
CREATE TRIGGER a_rule_set_follows_the_one_in_force BEFORE INSERT ON rule_set WHEN EXISTS (SELECT 1 FROM rule_set WHERE state = 'in-force' AND name <> NEW.based_on) BEGIN SELECT RAISE(ABORT, 'another rule set is in force'); END;
