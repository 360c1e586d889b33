-- A DBS check can be renewed before it lapses: whoever is in matching stays where they stand, and only the day moves on
-- which they would lapse. Until now somebody with a young person had to lapse first.

DROP TRIGGER mentor_steps_come_in_order;
DROP TRIGGER a_step_moves_the_mentor;

-- Every move that there is. Whoever may be matched can be paused, and goes back to where they came from.
CREATE TRIGGER mentor_steps_come_in_order BEFORE INSERT ON mentor_step WHEN coalesce((SELECT stage || '>' || NEW.stage FROM mentor WHERE id = NEW.mentor_id), '') NOT IN ('applied>identity', 'identity>interview', 'interview>references', 'references>references', 'references>dbs-requested', 'dbs-requested>dbs-clear', 'dbs-clear>trained', 'trained>approved', 'approved>matched', 'matched>supervised', 'matched>approved', 'supervised>supervised', 'supervised>approved', 'approved>lapsed', 'trained>lapsed', 'dbs-clear>lapsed', 'matched>lapsed', 'supervised>lapsed', 'paused>lapsed', 'lapsed>dbs-requested', 'trained>dbs-clear', 'approved>dbs-clear', 'matched>dbs-clear', 'supervised>dbs-clear', 'paused>dbs-clear') AND NOT EXISTS (SELECT 1 FROM mentor WHERE id = NEW.mentor_id AND ((stage IN ('approved', 'matched', 'supervised') AND NEW.stage = 'paused') OR (stage <> 'ended' AND NEW.stage = 'ended') OR (stage = 'paused' AND NEW.stage = paused_from) OR (stage = 'paused' AND NEW.stage = 'approved' AND paused_from IN ('matched', 'supervised')))) BEGIN SELECT RAISE(ABORT, 'mentor step is out of order'); END;
CREATE TRIGGER a_renewed_check_is_a_new_one BEFORE INSERT ON mentor_step WHEN NEW.stage = 'dbs-clear' AND EXISTS (SELECT 1 FROM mentor WHERE id = NEW.mentor_id AND stage <> 'dbs-requested' AND (dbs_renew_on >= NEW.renew_on OR dbs_renew_on <= substr(NEW.created_at, 1, 10) OR (SELECT max(issued_on) FROM mentor_step WHERE mentor_id = NEW.mentor_id) >= NEW.issued_on)) BEGIN SELECT RAISE(ABORT, 'mentor step is out of order'); END;
CREATE TRIGGER a_step_moves_the_mentor AFTER INSERT ON mentor_step BEGIN UPDATE mentor SET paused_from = iif(NEW.stage = 'paused', stage, NULL), stage = NEW.stage, stage_since = NEW.created_at, dbs_renew_on = iif(NEW.stage = 'dbs-clear', NEW.renew_on, dbs_renew_on) WHERE id = NEW.mentor_id AND (NEW.stage <> 'dbs-clear' OR stage = 'dbs-requested'); UPDATE mentor SET dbs_renew_on = NEW.renew_on WHERE id = NEW.mentor_id AND NEW.stage = 'dbs-clear'; END;

-- What has been over for two years is forgotten.
CREATE INDEX mentor_choice_by_request ON mentor_choice (request_id);
