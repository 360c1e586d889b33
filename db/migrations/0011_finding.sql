-- What people looked for and did not find: which kind, where, on which day, and nobody's name.

CREATE TABLE unmet_need (
  id       TEXT NOT NULL PRIMARY KEY,
  told_on  TEXT NOT NULL,
  kind     TEXT,
  district TEXT,
  CONSTRAINT a_need_says_something CHECK (kind IS NOT NULL OR district IS NOT NULL)
) STRICT;

CREATE INDEX unmet_need_by_day ON unmet_need (told_on);

-- Searches that a young person keeps, and whether they want to hear of new offers in them.

CREATE TABLE saved_search (
  id             TEXT NOT NULL PRIMARY KEY,
  care_leaver_id TEXT NOT NULL REFERENCES care_leaver (id),
  -- As the address of the search page has it, without its page.
  query          TEXT NOT NULL CHECK (length(query) <= 4000),
  alerts         TEXT NOT NULL CHECK (alerts IN ('none', 'daily', 'weekly')),
  -- Offers published up to here have been told of, or were there when the search was saved.
  told_until     TEXT NOT NULL,
  -- The day on which it was last looked through.
  looked_on      TEXT NOT NULL,
  -- SHA-256 of what the last mail carried, to turn the alerts off without signing in.
  off_hash       TEXT,
  created_at     TEXT NOT NULL,
  UNIQUE (care_leaver_id, query)
) STRICT;

CREATE INDEX saved_search_by_alerts ON saved_search (alerts, looked_on);

CREATE TRIGGER saved_search_is_one_of_ten BEFORE INSERT ON saved_search WHEN (SELECT count(*) FROM saved_search WHERE care_leaver_id = NEW.care_leaver_id) >= 10 BEGIN SELECT RAISE(ABORT, 'ten searches are saved'); END;

-- Two timers may find the same search due: whoever is second tells nobody.

CREATE TRIGGER saved_search_is_looked_through_once_a_day BEFORE UPDATE OF looked_on ON saved_search WHEN NEW.looked_on <= OLD.looked_on BEGIN SELECT RAISE(ABORT, 'search is looked through'); END;

-- What an offer is also called is found with it, and not shown.

DROP TRIGGER opportunity_moves_in_search;

CREATE TRIGGER opportunity_moves_in_search AFTER UPDATE OF state, content ON opportunity WHEN OLD.state = 'published' OR NEW.state = 'published' BEGIN DELETE FROM opportunity_text WHERE rowid = OLD.text_row; INSERT INTO opportunity_text (rowid, title, summary, kind_words, organisation, place, body) SELECT NEW.text_row, NEW.title, NEW.content ->> 'summary', replace(NEW.kind, '-', ' '), o.name, (NEW.content ->> 'town') || ' ' || (NEW.content ->> 'placeOfWork'), (NEW.content ->> 'description') || ' ' || (NEW.content ->> 'whatYouWillDo') || ' ' || replace(NEW.content ->> 'topics', '-', ' ') || ' ' || coalesce(NEW.content ->> 'alsoCalled', '') FROM organisation o WHERE o.id = NEW.organisation_id AND NEW.state = 'published'; END;

DROP TRIGGER opportunity_starts_in_search;

CREATE TRIGGER opportunity_starts_in_search AFTER INSERT ON opportunity WHEN NEW.state = 'published' BEGIN INSERT INTO opportunity_text (rowid, title, summary, kind_words, organisation, place, body) SELECT NEW.text_row, NEW.title, NEW.content ->> 'summary', replace(NEW.kind, '-', ' '), o.name, (NEW.content ->> 'town') || ' ' || (NEW.content ->> 'placeOfWork'), (NEW.content ->> 'description') || ' ' || (NEW.content ->> 'whatYouWillDo') || ' ' || replace(NEW.content ->> 'topics', '-', ' ') || ' ' || coalesce(NEW.content ->> 'alsoCalled', '') FROM organisation o WHERE o.id = NEW.organisation_id; END;

-- An offer is found by the name of whoever makes it, as it is now.

UPDATE opportunity_text SET organisation = (SELECT o.name FROM opportunity p JOIN organisation o ON o.id = p.organisation_id WHERE p.text_row = opportunity_text.rowid) WHERE rowid IN (SELECT text_row FROM opportunity);

CREATE TRIGGER opportunity_text_has_a_new_name AFTER UPDATE OF name ON organisation WHEN OLD.name <> NEW.name BEGIN UPDATE opportunity_text SET organisation = NEW.name WHERE rowid IN (SELECT text_row FROM opportunity WHERE organisation_id = NEW.id AND state = 'published'); END;

-- The team may pause an offer at the very moment at which somebody proposes it or says yes: whoever is second is told.

CREATE TRIGGER match_is_not_accepted_while_paused BEFORE UPDATE OF state ON match WHEN OLD.state = 'proposed' AND NEW.state IN ('accepted', 'introduced') AND EXISTS (SELECT 1 FROM opportunity WHERE id = NEW.opportunity_id AND state = 'paused') BEGIN SELECT RAISE(ABORT, 'offer is paused'); END;

-- Single words that no offer has, and by how many people they were typed: kept for a month, and shown when three did.

CREATE TABLE unfound_word (
  word         TEXT NOT NULL,
  -- A keyed hash of who typed it, so that three times is three people.
  visitor_hash TEXT NOT NULL,
  typed_on     TEXT NOT NULL,
  PRIMARY KEY (word, visitor_hash)
) STRICT;

CREATE INDEX unfound_word_by_day ON unfound_word (typed_on);

-- What the team says such a word means.

CREATE TABLE team_synonym (
  word     TEXT NOT NULL PRIMARY KEY,
  means    TEXT NOT NULL CHECK (length(means) BETWEEN 1 AND 60),
  added_by TEXT NOT NULL REFERENCES account (id),
  added_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER index_version_moves_with_a_synonym AFTER INSERT ON team_synonym BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_a_lost_synonym AFTER DELETE ON team_synonym BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;
