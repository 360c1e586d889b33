-- Somebody whom nothing fits, after a human has looked: why, in a word and in their words, and when to look again. Each
-- time it is looked is a row of its own, so that what was said before stays.

CREATE TABLE no_match (
  care_leaver_id TEXT    NOT NULL REFERENCES care_leaver (id),
  -- Counts how often it was looked. Of two brokers who look at once, one is kept.
  version        INTEGER NOT NULL CHECK (version > 0),
  code           TEXT    NOT NULL CHECK (code IN ('no-such-offer', 'too-far', 'times', 'answer-missing', 'check-missing', 'other')),
  words          TEXT    NOT NULL CHECK (words <> ''),
  recorded_on    TEXT    NOT NULL,
  look_again_on  TEXT    NOT NULL,
  recorded_by    TEXT    NOT NULL REFERENCES account (id),
  PRIMARY KEY (care_leaver_id, version),
  CONSTRAINT looked_at_again_within_half_a_year CHECK (look_again_on > recorded_on AND julianday(look_again_on) - julianday(recorded_on) <= 182)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER nobody_looks_for_who_is_erased BEFORE INSERT ON no_match WHEN (SELECT state FROM care_leaver WHERE id = NEW.care_leaver_id) <> 'active' BEGIN SELECT RAISE(ABORT, 'person is erased'); END;
