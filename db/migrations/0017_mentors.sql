-- Mentors and befrienders, who have no account. How far their checks are changes by a step alone, each a row that stays;
-- the order of the steps is kept here, so that nobody is approved to match past one of them.

CREATE TABLE mentor (
  id             TEXT    NOT NULL PRIMARY KEY,
  kind           TEXT    NOT NULL CHECK (kind IN ('mentor', 'befriender')),
  first_name     TEXT    NOT NULL CONSTRAINT mentor_has_a_name CHECK (length(first_name) BETWEEN 1 AND 60),
  family_name    TEXT    NOT NULL CHECK (length(family_name) BETWEEN 1 AND 60),
  -- Keyed hash of the whole name, compared with the lists of people not to be told.
  name_hash      TEXT    NOT NULL,
  -- An ONS code.
  district       TEXT    NOT NULL,
  travel_km_max  INTEGER CHECK (travel_km_max IN (3, 8, 16, 32)),
  topics         TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(topics)),
  languages      TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  week_times     TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(week_times)),
  about          TEXT    NOT NULL DEFAULT '',
  capacity       INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 3),
  people_matched INTEGER NOT NULL DEFAULT 0 CONSTRAINT no_more_than_their_capacity CHECK (people_matched BETWEEN 0 AND capacity),
  stage          TEXT    NOT NULL DEFAULT 'applied' CHECK (stage IN ('applied', 'identity', 'interview', 'references', 'dbs-requested', 'dbs-clear', 'trained', 'approved', 'matched', 'supervised', 'paused', 'lapsed', 'ended')),
  stage_since    TEXT    NOT NULL,
  -- Where they stood before a pause.
  paused_from    TEXT,
  -- The day from which the newest clear check no longer counts.
  dbs_renew_on   TEXT,
  version        INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at     TEXT    NOT NULL
) STRICT;

CREATE INDEX mentor_by_stage ON mentor (stage, kind);
CREATE INDEX mentor_by_renewal ON mentor (dbs_renew_on);

-- Of a check only level, workforce and days; never its number, never the document.
CREATE TABLE mentor_step (
  id            TEXT    NOT NULL PRIMARY KEY,
  mentor_id     TEXT    NOT NULL REFERENCES mentor (id),
  stage         TEXT    NOT NULL CHECK (stage IN ('identity', 'interview', 'references', 'dbs-requested', 'dbs-clear', 'trained', 'approved', 'matched', 'supervised', 'paused', 'lapsed', 'ended')),
  on_day        TEXT    NOT NULL,
  checked_by    TEXT    NOT NULL,
  setting       TEXT    CHECK (setting IN ('work', 'education', 'volunteering', 'community', 'neighbourhood')),
  known_years   INTEGER,
  dbs_level     TEXT    CHECK (dbs_level IN ('enhanced', 'enhanced-barred')),
  dbs_workforce TEXT    CHECK (dbs_workforce IN ('adult', 'child', 'child-and-adult')),
  issued_on     TEXT,
  renew_on      TEXT,
  reason        TEXT    CHECK (reason IN ('their-wish', 'away', 'health', 'concern', 'check-not-clear', 'renewal-passed', 'moved-away', 'other')),
  words         TEXT    NOT NULL DEFAULT '',
  created_at    TEXT    NOT NULL,
  CONSTRAINT a_reference_is_from_a_setting CHECK ((stage = 'references') = (setting IS NOT NULL)),
  CONSTRAINT a_referee_has_known_them_two_years CHECK (stage <> 'references' OR coalesce(known_years, 0) >= 2),
  CONSTRAINT a_clear_check_has_its_days CHECK (stage <> 'dbs-clear' OR (dbs_level IS NOT NULL AND dbs_workforce IS NOT NULL AND issued_on IS NOT NULL AND renew_on IS NOT NULL AND renew_on > issued_on)),
  CONSTRAINT a_stop_has_a_reason CHECK ((stage IN ('paused', 'lapsed', 'ended')) = (reason IS NOT NULL))
) STRICT;

-- Two referees, from two settings.
CREATE UNIQUE INDEX mentor_step_one_reference_a_setting ON mentor_step (mentor_id, setting) WHERE stage = 'references';
CREATE INDEX mentor_step_by_mentor ON mentor_step (mentor_id, created_at);

CREATE TRIGGER mentor_starts_as_applied BEFORE INSERT ON mentor WHEN NEW.stage <> 'applied' OR NEW.people_matched <> 0 BEGIN SELECT RAISE(ABORT, 'mentor has not applied'); END;

-- Every move that there is. Whoever may be matched can be paused, and goes back to where they came from.
CREATE TRIGGER mentor_steps_come_in_order BEFORE INSERT ON mentor_step WHEN coalesce((SELECT stage || '>' || NEW.stage FROM mentor WHERE id = NEW.mentor_id), '') NOT IN ('applied>identity', 'identity>interview', 'interview>references', 'references>references', 'references>dbs-requested', 'dbs-requested>dbs-clear', 'dbs-clear>trained', 'trained>approved', 'approved>matched', 'matched>supervised', 'matched>approved', 'supervised>supervised', 'supervised>approved', 'approved>lapsed', 'trained>lapsed', 'dbs-clear>lapsed', 'matched>lapsed', 'supervised>lapsed', 'paused>lapsed', 'lapsed>dbs-requested') AND NOT EXISTS (SELECT 1 FROM mentor WHERE id = NEW.mentor_id AND ((stage IN ('approved', 'matched', 'supervised') AND NEW.stage = 'paused') OR (stage <> 'ended' AND NEW.stage = 'ended') OR (stage = 'paused' AND NEW.stage = paused_from) OR (stage = 'paused' AND NEW.stage = 'approved' AND paused_from IN ('matched', 'supervised')))) BEGIN SELECT RAISE(ABORT, 'mentor step is out of order'); END;

-- Whether a check is in date is judged on the day a step is written, not on the day it says.
CREATE TRIGGER a_check_is_asked_for_after_two_references BEFORE INSERT ON mentor_step WHEN NEW.stage = 'dbs-requested' AND (SELECT count(DISTINCT setting) FROM mentor_step WHERE mentor_id = NEW.mentor_id AND stage = 'references') < 2 BEGIN SELECT RAISE(ABORT, 'mentor lacks a step'); END;
CREATE TRIGGER a_mentor_is_approved_with_every_step BEFORE INSERT ON mentor_step WHEN NEW.stage IN ('approved', 'matched', 'supervised') AND ((SELECT count(DISTINCT stage) FROM mentor_step WHERE mentor_id = NEW.mentor_id AND stage IN ('identity', 'interview', 'references', 'dbs-requested', 'dbs-clear', 'trained')) < 6 OR (SELECT coalesce(dbs_renew_on, '') FROM mentor WHERE id = NEW.mentor_id) <= substr(NEW.created_at, 1, 10)) BEGIN SELECT RAISE(ABORT, 'mentor lacks a step'); END;

CREATE TRIGGER a_step_moves_the_mentor AFTER INSERT ON mentor_step BEGIN UPDATE mentor SET paused_from = iif(NEW.stage = 'paused', stage, NULL), stage = NEW.stage, stage_since = NEW.created_at, dbs_renew_on = iif(NEW.stage = 'dbs-clear', NEW.renew_on, dbs_renew_on) WHERE id = NEW.mentor_id; END;
CREATE TRIGGER a_mentor_moves_by_a_step BEFORE UPDATE OF stage ON mentor WHEN NEW.stage <> OLD.stage AND NOT EXISTS (SELECT 1 FROM mentor_step WHERE mentor_id = NEW.id AND stage = NEW.stage AND created_at = NEW.stage_since) BEGIN SELECT RAISE(ABORT, 'mentor moves by a step'); END;

CREATE TRIGGER a_mentor_step_stays_as_it_is BEFORE UPDATE ON mentor_step BEGIN SELECT RAISE(ABORT, 'mentor step stays as it is'); END;
CREATE TRIGGER a_mentor_step_is_added_once BEFORE INSERT ON mentor_step WHEN EXISTS (SELECT 1 FROM mentor_step WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'mentor step stays as it is'); END;
CREATE TRIGGER a_mentor_step_is_kept BEFORE DELETE ON mentor_step WHEN (SELECT stage FROM mentor WHERE id = OLD.mentor_id) <> 'ended' BEGIN SELECT RAISE(ABORT, 'mentor step stays as it is'); END;

-- A young person asks for somebody to talk to. A coordinator offers a choice; nothing is put to anybody by itself.
CREATE TABLE mentor_request (
  id             TEXT    NOT NULL PRIMARY KEY,
  care_leaver_id TEXT    NOT NULL REFERENCES care_leaver (id),
  kind           TEXT    NOT NULL CHECK (kind IN ('mentor', 'befriender')),
  languages      TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
  help           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(help)),
  state          TEXT    NOT NULL CHECK (state IN ('open', 'offered', 'matched', 'withdrawn', 'ended')),
  state_since    TEXT    NOT NULL,
  end_code       TEXT    CHECK (end_code IN ('goal-reached', 'no-time', 'not-right', 'moved-away', 'other')),
  version        INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at     TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX mentor_request_one_each ON mentor_request (care_leaver_id) WHERE state IN ('open', 'offered', 'matched');
CREATE INDEX mentor_request_by_state ON mentor_request (state, state_since);

-- One of the up to three on offer. It holds a place of the mentor's until a day; picking keeps it, anything else gives it back.
CREATE TABLE mentor_choice (
  id          TEXT NOT NULL PRIMARY KEY,
  request_id  TEXT NOT NULL REFERENCES mentor_request (id),
  mentor_id   TEXT NOT NULL REFERENCES mentor (id),
  state       TEXT NOT NULL CHECK (state IN ('offered', 'chosen', 'not-chosen', 'released', 'ended')),
  hold_until  TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  evidence    TEXT NOT NULL CHECK (json_valid(evidence)),
  offered_by  TEXT NOT NULL REFERENCES account (id),
  created_at  TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX mentor_choice_one_chosen ON mentor_choice (request_id) WHERE state = 'chosen';
CREATE UNIQUE INDEX mentor_choice_one_live_each ON mentor_choice (request_id, mentor_id) WHERE state IN ('offered', 'chosen');
CREATE INDEX mentor_choice_by_mentor ON mentor_choice (mentor_id, state);

CREATE TRIGGER no_more_than_three_are_offered BEFORE INSERT ON mentor_choice WHEN (SELECT count(*) FROM mentor_choice WHERE request_id = NEW.request_id AND state IN ('offered', 'chosen')) >= 3 BEGIN SELECT RAISE(ABORT, 'three are offered'); END;
CREATE TRIGGER only_the_approved_are_offered BEFORE INSERT ON mentor_choice WHEN NOT EXISTS (SELECT 1 FROM mentor WHERE id = NEW.mentor_id AND stage IN ('approved', 'matched', 'supervised') AND dbs_renew_on > substr(NEW.created_at, 1, 10)) BEGIN SELECT RAISE(ABORT, 'mentor is not approved'); END;
CREATE TRIGGER only_the_approved_are_chosen BEFORE UPDATE OF state ON mentor_choice WHEN NEW.state = 'chosen' AND (SELECT stage FROM mentor WHERE id = NEW.mentor_id) NOT IN ('approved', 'matched', 'supervised') BEGIN SELECT RAISE(ABORT, 'mentor is not approved'); END;
CREATE TRIGGER nobody_is_offered_who_is_not_to_be_told BEFORE INSERT ON mentor_choice WHEN EXISTS (SELECT 1 FROM not_told n JOIN mentor_request r ON r.care_leaver_id = n.care_leaver_id JOIN mentor m ON m.name_hash = n.match_hash WHERE r.id = NEW.request_id AND m.id = NEW.mentor_id) BEGIN SELECT RAISE(ABORT, 'share is blocked'); END;
CREATE TRIGGER a_choice_starts_on_offer BEFORE INSERT ON mentor_choice WHEN NEW.state <> 'offered' BEGIN SELECT RAISE(ABORT, 'choice is not on offer'); END;
CREATE TRIGGER a_choice_takes_a_place AFTER INSERT ON mentor_choice BEGIN UPDATE mentor SET people_matched = people_matched + 1 WHERE id = NEW.mentor_id; END;
CREATE TRIGGER a_choice_moves_once BEFORE UPDATE OF state ON mentor_choice WHEN OLD.state || '>' || NEW.state NOT IN ('offered>chosen', 'offered>not-chosen', 'offered>released', 'chosen>ended') BEGIN SELECT RAISE(ABORT, 'choice has moved on'); END;
CREATE TRIGGER a_choice_gives_its_place_back AFTER UPDATE OF state ON mentor_choice WHEN NEW.state NOT IN ('offered', 'chosen') AND OLD.state IN ('offered', 'chosen') BEGIN UPDATE mentor SET people_matched = people_matched - 1 WHERE id = NEW.mentor_id; END;
CREATE TRIGGER nobody_ends_with_somebody BEFORE INSERT ON mentor_step WHEN NEW.stage = 'ended' AND (SELECT people_matched FROM mentor WHERE id = NEW.mentor_id) > 0 BEGIN SELECT RAISE(ABORT, 'mentor has somebody'); END;
CREATE TRIGGER nobody_is_chosen_who_is_not_to_be_told BEFORE UPDATE OF state ON mentor_choice WHEN NEW.state = 'chosen' AND EXISTS (SELECT 1 FROM not_told n JOIN mentor_request r ON r.care_leaver_id = n.care_leaver_id JOIN mentor m ON m.name_hash = n.match_hash WHERE r.id = NEW.request_id AND m.id = NEW.mentor_id) BEGIN SELECT RAISE(ABORT, 'share is blocked'); END;
CREATE TRIGGER nobody_asks_who_is_erased BEFORE INSERT ON mentor_request WHEN (SELECT state FROM care_leaver WHERE id = NEW.care_leaver_id) = 'erased' BEGIN SELECT RAISE(ABORT, 'person is erased'); END;
