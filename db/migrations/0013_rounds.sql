-- A round places a whole cohort at once under every rule, and keeps what it was worked out from, so that it can be run
-- again to the byte. People stand in it under a number and a reference of that round only: who is erased leaves the
-- round, and what is left says nothing about anybody.

CREATE TABLE round (
  id            TEXT    NOT NULL PRIMARY KEY,
  state         TEXT    NOT NULL CHECK (state IN ('opened', 'computed', 'chosen', 'closed', 'withdrawn')),
  opened_by     TEXT    NOT NULL REFERENCES account (id),
  -- The day it is worked out for: ages, waiting and closing days are judged on it.
  day           TEXT    NOT NULL,
  -- Who is in it: everybody considered and waiting, of these districts (all when empty), for so many weeks at least.
  districts     TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(districts)),
  wait_weeks_min INTEGER NOT NULL DEFAULT 0 CHECK (wait_weeks_min BETWEEN 0 AND 520),
  -- Whether pairs that still need a check or an answer count too.
  takes_unclear INTEGER NOT NULL DEFAULT 0 CHECK (takes_unclear IN (0, 1)),
  -- The lottery number of a person is the SHA-256 of `seed|reference`.
  seed          TEXT    NOT NULL,
  progress      INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  bands_version   TEXT,
  rules_version   TEXT,
  weights_version TEXT,
  computed_at   TEXT,
  -- The rule whose placements the team works through, and why that one.
  rule          TEXT    CHECK (rule IN ('band-by-band', 'deferred-acceptance', 'person-proposing', 'most-placed', 'best-fit')),
  rule_reason   TEXT    NOT NULL DEFAULT '',
  version       INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at    TEXT    NOT NULL,
  CONSTRAINT a_chosen_round_has_a_rule CHECK (state <> 'chosen' OR rule IS NOT NULL),
  CONSTRAINT a_computed_round_has_its_versions CHECK (state NOT IN ('computed', 'chosen') OR (computed_at IS NOT NULL AND bands_version IS NOT NULL AND rules_version IS NOT NULL AND weights_version IS NOT NULL))
) STRICT;

CREATE INDEX round_by_state ON round (state, day);

-- Opportunities stand in the order of their ids, people in the order of their lottery numbers, both from 0.
CREATE TABLE round_opportunity (
  round_id       TEXT    NOT NULL REFERENCES round (id),
  number         INTEGER NOT NULL CHECK (number >= 0),
  opportunity_id TEXT    NOT NULL REFERENCES opportunity (id),
  -- Places that nobody held or had when it was worked out.
  places         INTEGER NOT NULL DEFAULT 0 CHECK (places >= 0),
  PRIMARY KEY (round_id, number),
  UNIQUE (round_id, opportunity_id)
) STRICT;

CREATE TABLE round_person (
  round_id       TEXT    NOT NULL REFERENCES round (id),
  number         INTEGER NOT NULL CHECK (number >= 0),
  reference      TEXT    NOT NULL,
  care_leaver_id TEXT    REFERENCES care_leaver (id),
  band           INTEGER NOT NULL CHECK (band > 0),
  PRIMARY KEY (round_id, number),
  UNIQUE (round_id, care_leaver_id)
) STRICT;

CREATE INDEX round_person_by_care_leaver ON round_person (care_leaver_id);

CREATE TRIGGER a_round_has_nobody_who_is_erased BEFORE INSERT ON round_person WHEN (SELECT state FROM care_leaver WHERE id = NEW.care_leaver_id) = 'erased' BEGIN SELECT RAISE(ABORT, 'person is erased'); END;

-- The eligible pairs, in parts that fit into a row: JSON columns of one stretch of people.
CREATE TABLE round_pairs (
  round_id TEXT    NOT NULL REFERENCES round (id),
  part     INTEGER NOT NULL CHECK (part >= 0),
  pairs    TEXT    NOT NULL CHECK (json_valid(pairs)),
  PRIMARY KEY (round_id, part)
) STRICT;

-- What each rule gives: the opportunity's number for each person's number, -1 for no place, and what is said of it.
CREATE TABLE round_result (
  round_id   TEXT NOT NULL REFERENCES round (id),
  rule       TEXT NOT NULL CHECK (rule IN ('band-by-band', 'deferred-acceptance', 'person-proposing', 'most-placed', 'best-fit')),
  placements TEXT NOT NULL CHECK (json_valid(placements)),
  report     TEXT NOT NULL CHECK (json_valid(report)),
  PRIMARY KEY (round_id, rule)
) STRICT;

-- What the team works through, one by one, under the rule that was chosen.
CREATE TABLE round_suggestion (
  id          TEXT    NOT NULL PRIMARY KEY,
  round_id    TEXT    NOT NULL REFERENCES round (id),
  person      INTEGER NOT NULL,
  opportunity INTEGER NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('waiting', 'proposed', 'dropped')),
  match_id    TEXT    REFERENCES match (id),
  version     INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  FOREIGN KEY (round_id, person) REFERENCES round_person (round_id, number),
  FOREIGN KEY (round_id, opportunity) REFERENCES round_opportunity (round_id, number)
) STRICT;

-- Somebody is suggested for one place at a time.
CREATE UNIQUE INDEX round_suggestion_one_each ON round_suggestion (round_id, person) WHERE state <> 'dropped';
-- Only while the team works through the round: one that was closed in the same moment takes no more decisions.
CREATE TRIGGER a_suggestion_is_decided_in_an_open_round BEFORE UPDATE ON round_suggestion WHEN (NEW.state <> OLD.state OR NEW.opportunity <> OLD.opportunity) AND (SELECT state FROM round WHERE id = NEW.round_id) <> 'chosen' BEGIN SELECT RAISE(ABORT, 'round is not open'); END;

CREATE INDEX round_suggestion_by_round ON round_suggestion (round_id, state);

-- The young person's own order of what they saved, from 1 for the favourite; ten at most.
ALTER TABLE saved_opportunity ADD COLUMN rank INTEGER CHECK (rank BETWEEN 1 AND 10);

CREATE UNIQUE INDEX saved_opportunity_each_rank_once ON saved_opportunity (care_leaver_id, rank) WHERE rank IS NOT NULL;
