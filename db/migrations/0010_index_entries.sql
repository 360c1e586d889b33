-- What a search engine beside the database has still to be told of each offer, and who is telling it. With the embedded
-- engine alone nobody reads these rows; they wait for the day another engine is switched on.

CREATE TABLE index_entry (
  opportunity_id TEXT    NOT NULL PRIMARY KEY,
  -- Drawn anew with every change, never counted: a database put back to an earlier day must not repeat one.
  stamp          TEXT    NOT NULL,
  state          TEXT    NOT NULL CHECK (state IN ('waiting', 'in-flight', 'done', 'dead')),
  -- Written before anything is sent, so that every sending is covered by a row that outlives a crash.
  sent_stamp     TEXT,
  sent_at        TEXT,
  task           INTEGER,
  attempts       INTEGER NOT NULL DEFAULT 0,
  next_at        TEXT    NOT NULL DEFAULT '',
  fault          TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX index_entry_by_state ON index_entry (state, next_at);

CREATE TABLE index_keeper (
  only          INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  -- Held by a document in the index too: an index without it is not ours, or of another day.
  epoch         TEXT    NOT NULL,
  -- Raised by each lease: a keeper that lost its lease can mark nothing.
  fence         INTEGER NOT NULL DEFAULT 0,
  lease_until   TEXT    NOT NULL DEFAULT '',
  next_at       TEXT    NOT NULL DEFAULT '',
  faults        INTEGER NOT NULL DEFAULT 0,
  fault         TEXT    NOT NULL DEFAULT '',
  level_at      TEXT,
  reconciled_at TEXT,
  drift         INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO index_keeper (only, epoch) VALUES (1, lower(hex(randomblob(16))));

CREATE TRIGGER index_keeper_is_leased_in_order BEFORE UPDATE OF fence ON index_keeper WHEN NEW.fence <> OLD.fence + 1 BEGIN SELECT RAISE(ABORT, 'index is leased'); END;

INSERT INTO index_entry (opportunity_id, stamp, state) SELECT id, lower(hex(randomblob(8))), 'waiting' FROM opportunity WHERE state = 'published';

-- A held place changes nothing here: it must not show outside the team.
CREATE TRIGGER index_entry_waits_for_a_change AFTER UPDATE OF state, content, published_at, places, places_filled ON opportunity WHEN (OLD.state = 'published' OR NEW.state = 'published') AND (OLD.state <> NEW.state OR OLD.content IS NOT NEW.content OR OLD.published_at IS NOT NEW.published_at OR (OLD.places_filled >= OLD.places) <> (NEW.places_filled >= NEW.places)) BEGIN INSERT INTO index_entry (opportunity_id, stamp, state) VALUES (NEW.id, lower(hex(randomblob(8))), 'waiting') ON CONFLICT (opportunity_id) DO UPDATE SET stamp = excluded.stamp, state = 'waiting', attempts = 0, next_at = '', fault = ''; END;

CREATE TRIGGER index_entry_waits_for_a_new_offer AFTER INSERT ON opportunity WHEN NEW.state = 'published' BEGIN INSERT INTO index_entry (opportunity_id, stamp, state) VALUES (NEW.id, lower(hex(randomblob(8))), 'waiting') ON CONFLICT (opportunity_id) DO UPDATE SET stamp = excluded.stamp, state = 'waiting', attempts = 0, next_at = '', fault = ''; END;

CREATE TRIGGER index_entry_waits_for_a_lost_offer AFTER DELETE ON opportunity WHEN OLD.state = 'published' BEGIN INSERT INTO index_entry (opportunity_id, stamp, state) VALUES (OLD.id, lower(hex(randomblob(8))), 'waiting') ON CONFLICT (opportunity_id) DO UPDATE SET stamp = excluded.stamp, state = 'waiting', attempts = 0, next_at = '', fault = ''; END;

CREATE TRIGGER index_entry_waits_for_a_new_name AFTER UPDATE OF name ON organisation WHEN OLD.name <> NEW.name BEGIN UPDATE index_entry SET stamp = lower(hex(randomblob(8))), state = 'waiting', attempts = 0, next_at = '', fault = '' WHERE opportunity_id IN (SELECT id FROM opportunity WHERE organisation_id = NEW.id AND state = 'published'); END;
