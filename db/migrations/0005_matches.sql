-- From "I'm interested" to "still there after half a year".

CREATE TABLE saved_opportunity (
  care_leaver_id TEXT NOT NULL REFERENCES care_leaver (id),
  opportunity_id TEXT NOT NULL REFERENCES opportunity (id),
  saved_at       TEXT NOT NULL,
  PRIMARY KEY (care_leaver_id, opportunity_id)
) STRICT;

CREATE TABLE interest (
  id             TEXT    NOT NULL PRIMARY KEY,
  care_leaver_id TEXT    NOT NULL REFERENCES care_leaver (id),
  opportunity_id TEXT    NOT NULL REFERENCES opportunity (id),
  state          TEXT    NOT NULL CHECK (state IN ('open', 'proposed', 'kept', 'not-this-time', 'withdrawn')),
  words          TEXT    NOT NULL DEFAULT '',
  recorded_by    TEXT    NOT NULL,
  answer_due_on  TEXT    NOT NULL,
  answer_code    TEXT,
  answer_words   TEXT    NOT NULL DEFAULT '',
  answered_by    TEXT,
  answered_at    TEXT,
  version        INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at     TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX interest_one_open_each ON interest (opportunity_id, care_leaver_id) WHERE state IN ('open', 'kept');
CREATE INDEX interest_by_care_leaver ON interest (care_leaver_id, created_at);
CREATE INDEX interest_by_state ON interest (state, answer_due_on);

CREATE TABLE match (
  id              TEXT    NOT NULL PRIMARY KEY,
  opportunity_id  TEXT    NOT NULL REFERENCES opportunity (id),
  care_leaver_id  TEXT    NOT NULL REFERENCES care_leaver (id),
  interest_id     TEXT    REFERENCES interest (id),
  state           TEXT    NOT NULL CHECK (state IN ('suggested', 'proposed', 'accepted', 'introduced', 'interview', 'offered', 'started', 'completed', 'did-not-start', 'ended-early', 'declined-by-young-person', 'declined-by-provider', 'withdrawn', 'expired', 'superseded')),
  state_since     TEXT    NOT NULL,
  broker_id       TEXT    NOT NULL REFERENCES account (id),
  -- What the broker wrote for the record, and what they wrote for the young person.
  reason          TEXT    NOT NULL DEFAULT '',
  words_to_person TEXT    NOT NULL DEFAULT '',
  hold_until      TEXT,
  -- The facts and points it was decided on, as JSON, with the version of the weights.
  evidence        TEXT    NOT NULL CHECK (json_valid(evidence)),
  decline_code    TEXT,
  decline_words   TEXT    NOT NULL DEFAULT '',
  started_on      TEXT,
  ended_on        TEXT,
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at      TEXT    NOT NULL,
  CONSTRAINT a_proposal_has_an_end CHECK (state <> 'proposed' OR hold_until IS NOT NULL),
  CONSTRAINT a_start_has_a_day CHECK (state <> 'started' OR started_on IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX match_one_live_each ON match (opportunity_id, care_leaver_id) WHERE state IN ('suggested', 'proposed', 'accepted', 'introduced', 'interview', 'offered', 'started');
CREATE INDEX match_by_care_leaver ON match (care_leaver_id, state);
CREATE INDEX match_by_opportunity ON match (opportunity_id, state);
CREATE INDEX match_by_state ON match (state, hold_until);
CREATE INDEX match_by_broker ON match (broker_id, state);

-- A proposal holds a place, a yes keeps it, anything else gives it back. Filled is what others may see; a hold is not.
CREATE TRIGGER match_starts_with_a_place AFTER INSERT ON match WHEN NEW.state IN ('proposed', 'accepted', 'introduced', 'interview', 'offered', 'started', 'completed') BEGIN UPDATE opportunity SET places_taken = places_taken + 1, places_filled = places_filled + iif(NEW.state = 'proposed', 0, 1) WHERE id = NEW.opportunity_id; END;

CREATE TRIGGER match_holds_a_place AFTER UPDATE OF state ON match BEGIN UPDATE opportunity SET places_taken = places_taken + (NEW.state IN ('proposed', 'accepted', 'introduced', 'interview', 'offered', 'started', 'completed')) - (OLD.state IN ('proposed', 'accepted', 'introduced', 'interview', 'offered', 'started', 'completed')), places_filled = places_filled + (NEW.state IN ('accepted', 'introduced', 'interview', 'offered', 'started', 'completed')) - (OLD.state IN ('accepted', 'introduced', 'interview', 'offered', 'started', 'completed')) WHERE id = NEW.opportunity_id; END;

-- Nobody can be put to an opportunity after they said no to being suggested, whatever the page believed.
CREATE TRIGGER a_proposal_needs_consideration BEFORE INSERT ON match WHEN NEW.state = 'proposed' AND NEW.interest_id IS NULL AND (SELECT consideration FROM care_leaver WHERE id = NEW.care_leaver_id) <> 'yes' BEGIN SELECT RAISE(ABORT, 'match needs consideration'); END;

-- Consent to one share: exactly what, to whom, until when. Withdrawn in one click.
CREATE TABLE share (
  id              TEXT    NOT NULL PRIMARY KEY,
  -- What the champion's pages call this person; it differs for every share.
  reference       TEXT    NOT NULL UNIQUE,
  match_id        TEXT    NOT NULL REFERENCES match (id),
  care_leaver_id  TEXT    NOT NULL REFERENCES care_leaver (id),
  receiver_id     TEXT    NOT NULL REFERENCES account (id),
  organisation_id TEXT    NOT NULL REFERENCES organisation (id),
  purpose         TEXT    NOT NULL,
  name_used       TEXT    NOT NULL,
  pronouns        TEXT    NOT NULL DEFAULT '',
  words           TEXT    NOT NULL DEFAULT '',
  words_hash      TEXT    NOT NULL,
  supports        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(supports)),
  given_by        TEXT    NOT NULL,
  their_words     TEXT    NOT NULL DEFAULT '',
  started_at      TEXT    NOT NULL,
  ends_on         TEXT    NOT NULL,
  ended_at        TEXT,
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;

CREATE UNIQUE INDEX share_one_live_each ON share (match_id) WHERE ended_at IS NULL;
CREATE INDEX share_by_receiver ON share (organisation_id, ended_at);
CREATE INDEX share_by_care_leaver ON share (care_leaver_id, started_at);

-- Nothing is shared with somebody the person does not want told, whatever the page believed.
CREATE TRIGGER a_share_is_never_with_the_blocked BEFORE INSERT ON share WHEN EXISTS (SELECT 1 FROM not_told n WHERE n.care_leaver_id = NEW.care_leaver_id AND n.organisation_id = NEW.organisation_id) OR EXISTS (SELECT 1 FROM blocked_account b WHERE b.care_leaver_id = NEW.care_leaver_id AND b.account_id = NEW.receiver_id) BEGIN SELECT RAISE(ABORT, 'share is blocked'); END;

-- Writing through the service, so that nobody has to give out an address.
CREATE TABLE message (
  id        TEXT NOT NULL PRIMARY KEY,
  share_id  TEXT NOT NULL REFERENCES share (id),
  sender_id TEXT NOT NULL REFERENCES account (id),
  body      TEXT NOT NULL CONSTRAINT message_has_words CHECK (length(body) BETWEEN 1 AND 4000),
  sent_at   TEXT NOT NULL
) STRICT;

CREATE INDEX message_by_share ON message (share_id, sent_at);

CREATE TRIGGER a_message_needs_a_live_share BEFORE INSERT ON message WHEN (SELECT ended_at FROM share WHERE id = NEW.share_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'share has ended'); END;

CREATE TABLE outcome_check (
  id          TEXT    NOT NULL PRIMARY KEY,
  match_id    TEXT    NOT NULL REFERENCES match (id),
  week        INTEGER NOT NULL CHECK (week IN (1, 4, 13, 26)),
  due_on      TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('waiting', 'due', 'recorded', 'not-needed')),
  result      TEXT    CHECK (result IN ('going-well', 'going-with-support', 'ended', 'not-reached')),
  words       TEXT    NOT NULL DEFAULT '',
  recorded_by TEXT,
  recorded_at TEXT,
  version     INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (match_id, week)
) STRICT;

CREATE INDEX outcome_check_by_state ON outcome_check (state, due_on);
