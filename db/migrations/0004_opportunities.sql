-- Pledges and opportunities, their revisions, and the words they are found by.

CREATE TABLE pledge (
  id              TEXT    NOT NULL PRIMARY KEY,
  organisation_id TEXT    NOT NULL REFERENCES organisation (id),
  owner_id        TEXT    NOT NULL REFERENCES account (id),
  what            TEXT    NOT NULL,
  outcome         TEXT    NOT NULL CHECK (outcome IN ('independent-living', 'employment-education-training', 'safety-security', 'health', 'finance')),
  places          INTEGER NOT NULL CONSTRAINT pledge_has_places CHECK (places BETWEEN 1 AND 500),
  due_on          TEXT    NOT NULL,
  review_on       TEXT    NOT NULL,
  state           TEXT    NOT NULL CHECK (state IN ('intent', 'agreed', 'live', 'delivered', 'partly-delivered', 'lapsed', 'withdrawn')),
  state_reason    TEXT    NOT NULL DEFAULT '',
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at      TEXT    NOT NULL,
  CONSTRAINT a_withdrawn_pledge_says_why CHECK (state <> 'withdrawn' OR state_reason <> '')
) STRICT;

CREATE INDEX pledge_by_organisation ON pledge (organisation_id, state);

CREATE TABLE opportunity (
  -- The row of its words in opportunity_text.
  text_row        INTEGER PRIMARY KEY AUTOINCREMENT,
  id              TEXT    NOT NULL UNIQUE,
  organisation_id TEXT    NOT NULL REFERENCES organisation (id),
  owner_id        TEXT    NOT NULL REFERENCES account (id),
  pledge_id       TEXT    REFERENCES pledge (id),
  state           TEXT    NOT NULL CHECK (state IN ('draft', 'submitted', 'changes-requested', 'published', 'paused', 'closed', 'expired', 'withdrawn', 'archived')),
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at      TEXT    NOT NULL,
  state_since     TEXT    NOT NULL,
  published_at    TEXT,
  reminded_on     TEXT,
  -- What is published, whole, as JSON; the columns below are read out of it for searching and matching.
  content         TEXT    CHECK (content IS NULL OR json_valid(content)),
  title           TEXT    NOT NULL DEFAULT '',
  kind            TEXT,
  heading         TEXT,
  is_paid         INTEGER NOT NULL DEFAULT 0 CHECK (is_paid IN (0, 1)),
  is_remote       INTEGER NOT NULL DEFAULT 0 CHECK (is_remote IN (0, 1)),
  district        TEXT,
  cell_east       INTEGER,
  cell_north      INTEGER,
  starts_on       TEXT,
  closes_on       TEXT,
  visibility      TEXT    NOT NULL DEFAULT 'care-leavers-only' CHECK (visibility IN ('public', 'care-leavers-only')),
  priority        TEXT    NOT NULL DEFAULT 'none' CHECK (priority IN ('none', 'reserved', 'window', 'guaranteed-interview')),
  places          INTEGER NOT NULL DEFAULT 1 CONSTRAINT opportunity_has_places CHECK (places BETWEEN 1 AND 500),
  places_taken    INTEGER NOT NULL DEFAULT 0,
  places_filled   INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT no_more_than_its_places CHECK (places_taken BETWEEN 0 AND places),
  CONSTRAINT filled_places_are_taken CHECK (places_filled BETWEEN 0 AND places_taken),
  CONSTRAINT what_is_published_is_whole CHECK (state NOT IN ('published', 'paused', 'closed', 'expired', 'archived') OR (content IS NOT NULL AND closes_on IS NOT NULL))
) STRICT;

CREATE INDEX opportunity_by_state ON opportunity (state, closes_on);
CREATE INDEX opportunity_by_organisation ON opportunity (organisation_id, state);

CREATE TABLE opportunity_outcome (
  opportunity_id TEXT NOT NULL REFERENCES opportunity (id),
  outcome        TEXT NOT NULL CHECK (outcome IN ('independent-living', 'employment-education-training', 'safety-security', 'health', 'finance')),
  PRIMARY KEY (opportunity_id, outcome)
) STRICT;

-- Each writing of an opportunity: the first, and every edit that is reviewed while the published one stays.
CREATE TABLE opportunity_revision (
  opportunity_id TEXT    NOT NULL REFERENCES opportunity (id),
  number         INTEGER NOT NULL CHECK (number > 0),
  state          TEXT    NOT NULL CHECK (state IN ('draft', 'submitted', 'changes-requested', 'published', 'dropped')),
  content        TEXT    NOT NULL CHECK (json_valid(content)),
  changed_at     TEXT    NOT NULL,
  submitted_at   TEXT,
  review_codes   TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(review_codes)),
  review_words   TEXT    NOT NULL DEFAULT '',
  reviewed_by    TEXT,
  PRIMARY KEY (opportunity_id, number)
) STRICT;

CREATE UNIQUE INDEX opportunity_revision_one_open_each ON opportunity_revision (opportunity_id) WHERE state IN ('draft', 'submitted', 'changes-requested');
CREATE INDEX opportunity_revision_by_state ON opportunity_revision (state, submitted_at);

-- Derived, and rebuilt from opportunity at any time. Only what is published has a row.
CREATE VIRTUAL TABLE opportunity_text USING fts5 (title, summary, kind_words, organisation, place, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');

INSERT INTO opportunity_text (opportunity_text, rank) VALUES ('secure-delete', 1);

-- One trigger for leaving and entering: SQLite does not promise the order of two.
CREATE TRIGGER opportunity_moves_in_search AFTER UPDATE OF state, content ON opportunity WHEN OLD.state = 'published' OR NEW.state = 'published' BEGIN DELETE FROM opportunity_text WHERE rowid = OLD.text_row; INSERT INTO opportunity_text (rowid, title, summary, kind_words, organisation, place, body) SELECT NEW.text_row, NEW.title, NEW.content ->> 'summary', replace(NEW.kind, '-', ' '), o.name, (NEW.content ->> 'town') || ' ' || (NEW.content ->> 'placeOfWork'), (NEW.content ->> 'description') || ' ' || (NEW.content ->> 'whatYouWillDo') || ' ' || replace(NEW.content ->> 'topics', '-', ' ') FROM organisation o WHERE o.id = NEW.organisation_id AND NEW.state = 'published'; END;

CREATE TRIGGER opportunity_starts_in_search AFTER INSERT ON opportunity WHEN NEW.state = 'published' BEGIN INSERT INTO opportunity_text (rowid, title, summary, kind_words, organisation, place, body) SELECT NEW.text_row, NEW.title, NEW.content ->> 'summary', replace(NEW.kind, '-', ' '), o.name, (NEW.content ->> 'town') || ' ' || (NEW.content ->> 'placeOfWork'), (NEW.content ->> 'description') || ' ' || (NEW.content ->> 'whatYouWillDo') || ' ' || replace(NEW.content ->> 'topics', '-', ' ') FROM organisation o WHERE o.id = NEW.organisation_id; END;
