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

-- Changes whenever anything does that the engine looks at in a person, so that nothing worked out from everybody outlives
-- what it was worked out from. Drawn by chance, like the version of the index.
CREATE TABLE people_version (
  only    INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  version TEXT    NOT NULL
) STRICT;

INSERT INTO people_version (only, version) VALUES (1, lower(hex(randomblob(16))));

CREATE TRIGGER people_version_moves_with_a_new_person AFTER INSERT ON care_leaver BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_person AFTER UPDATE ON care_leaver BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_answer AFTER INSERT ON profile_answer BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_an_answer AFTER UPDATE ON profile_answer BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_lost_answer AFTER DELETE ON profile_answer BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_fact AFTER INSERT ON eligibility_fact BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_fact AFTER UPDATE ON eligibility_fact BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_lost_fact AFTER DELETE ON eligibility_fact BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_not_told AFTER INSERT ON not_told BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_lost_not_told AFTER DELETE ON not_told BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_account AFTER INSERT ON account BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_an_account AFTER UPDATE OF name_hash, email_hash, organisation_id ON account BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_match AFTER INSERT ON match BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_match AFTER UPDATE OF state ON match BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_lost_match AFTER DELETE ON match BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_new_rule_set AFTER INSERT ON rule_set BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
CREATE TRIGGER people_version_moves_with_a_rule_set AFTER UPDATE OF state ON rule_set BEGIN UPDATE people_version SET version = lower(hex(randomblob(16))); END;
