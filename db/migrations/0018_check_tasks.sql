-- What the rules could not decide for somebody and an offer, asked of whoever can: the adviser, the young person, the
-- team, or the champion, who is asked about the offer and hears of nobody.

CREATE TABLE check_task (
  id             TEXT NOT NULL PRIMARY KEY,
  care_leaver_id TEXT REFERENCES care_leaver (id),
  opportunity_id TEXT NOT NULL REFERENCES opportunity (id),
  -- Which rule asks, by its id.
  rule           TEXT NOT NULL,
  turn           TEXT NOT NULL CHECK (turn IN ('adviser', 'young-person', 'champion', 'team')),
  state          TEXT NOT NULL CHECK (state IN ('open', 'answered', 'dropped')),
  words          TEXT NOT NULL DEFAULT '',
  asked_by       TEXT NOT NULL REFERENCES account (id),
  asked_at       TEXT NOT NULL,
  -- Somebody's account, or the service itself.
  answered_by    TEXT,
  answered_at    TEXT,
  CONSTRAINT a_champion_is_asked_about_nobody CHECK ((turn = 'champion') = (care_leaver_id IS NULL))
) STRICT;

-- Asked once at a time: about somebody and an offer, or about an offer.
CREATE UNIQUE INDEX check_task_open_about_somebody ON check_task (care_leaver_id, opportunity_id, rule) WHERE state = 'open' AND care_leaver_id IS NOT NULL;
CREATE UNIQUE INDEX check_task_open_about_an_offer ON check_task (opportunity_id, rule) WHERE state = 'open' AND care_leaver_id IS NULL;
CREATE INDEX check_task_by_turn ON check_task (state, turn);

-- Of two who answer at once one is kept, and the other hears of it.
CREATE TRIGGER a_check_ends_once BEFORE UPDATE ON check_task WHEN OLD.state <> 'open' BEGIN SELECT RAISE(ABORT, 'check has ended'); END;
CREATE TRIGGER nobody_checks_who_is_erased BEFORE INSERT ON check_task WHEN (SELECT state FROM care_leaver WHERE id = NEW.care_leaver_id) = 'erased' BEGIN SELECT RAISE(ABORT, 'person is erased'); END;
