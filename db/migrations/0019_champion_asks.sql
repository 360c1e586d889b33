-- The team asks the champions of an organisation for what is wanted and missing: a kind of offer or an outcome, in a
-- district. It says nothing of anybody, and how many want it stays with the team.

CREATE TABLE champion_ask (
  id              TEXT    NOT NULL PRIMARY KEY,
  organisation_id TEXT    NOT NULL REFERENCES organisation (id),
  kind            TEXT,
  outcome         TEXT    CHECK (outcome IN ('independent-living', 'employment-education-training', 'safety-security', 'health', 'finance')),
  -- Empty for anywhere in Kent.
  district        TEXT,
  -- What the champions read.
  words           TEXT    NOT NULL CONSTRAINT an_ask_has_words CHECK (length(words) BETWEEN 1 AND 1000),
  state           TEXT    NOT NULL CHECK (state IN ('open', 'posted', 'cannot', 'withdrawn', 'lapsed')),
  cannot_code     TEXT    CHECK (cannot_code IN ('no-time', 'not-our-work', 'no-money', 'later', 'other')),
  cannot_words    TEXT    NOT NULL DEFAULT '',
  -- What was published for it.
  opportunity_id  TEXT    REFERENCES opportunity (id),
  asked_by        TEXT    NOT NULL REFERENCES account (id),
  asked_at        TEXT    NOT NULL,
  -- The same as a day in Kent.
  asked_on        TEXT    NOT NULL,
  lapses_on       TEXT    NOT NULL,
  ended_at        TEXT,
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT an_ask_is_for_a_kind_or_an_outcome CHECK ((kind IS NULL) <> (outcome IS NULL)),
  CONSTRAINT whoever_cannot_says_why CHECK ((state = 'cannot') = (cannot_code IS NOT NULL)),
  CONSTRAINT an_ask_that_ended_says_when CHECK ((state = 'open') = (ended_at IS NULL))
) STRICT;

CREATE INDEX champion_ask_by_organisation ON champion_ask (organisation_id, state);
CREATE INDEX champion_ask_by_state ON champion_ask (state, lapses_on);

-- The same is asked of an organisation once at a time, and not again before the fourteenth day after it was asked.
CREATE UNIQUE INDEX champion_ask_one_open_each ON champion_ask (organisation_id, coalesce(kind, ''), coalesce(outcome, ''), coalesce(district, '')) WHERE state = 'open';
CREATE TRIGGER nobody_is_asked_again_so_soon BEFORE INSERT ON champion_ask WHEN EXISTS (SELECT 1 FROM champion_ask WHERE organisation_id = NEW.organisation_id AND kind IS NEW.kind AND outcome IS NEW.outcome AND district IS NEW.district AND abs(julianday(NEW.asked_on) - julianday(asked_on)) < 14) BEGIN SELECT RAISE(ABORT, 'asked already'); END;

-- Of two who end it at once one is kept, and the other hears of it.
CREATE TRIGGER an_ask_ends_once BEFORE UPDATE ON champion_ask WHEN OLD.state <> 'open' BEGIN SELECT RAISE(ABORT, 'ask has ended'); END;
