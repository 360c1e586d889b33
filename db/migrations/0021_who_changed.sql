-- Who changed, so that what is kept in memory of everybody can follow one person at a time. The newest row is the version
-- of everybody, in the place of the one that said only that something had changed. Only the newest are kept: whoever is
-- further behind reads everybody again.

CREATE TABLE person_change (
  number         INTEGER NOT NULL PRIMARY KEY,
  -- Null when it can be anybody: the rules.
  care_leaver_id TEXT,
  -- Drawn by chance: a database that was put back to an earlier day repeats a number, and never what stands beside it.
  version        TEXT    NOT NULL DEFAULT (lower(hex(randomblob(16))))
) STRICT;

INSERT INTO person_change (care_leaver_id) VALUES (NULL);

CREATE TRIGGER only_the_newest_changes_are_kept AFTER INSERT ON person_change BEGIN DELETE FROM person_change WHERE number <= NEW.number - 200; END;

DROP TRIGGER people_version_moves_with_a_new_person;
DROP TRIGGER people_version_moves_with_a_person;
DROP TRIGGER people_version_moves_with_a_new_answer;
DROP TRIGGER people_version_moves_with_an_answer;
DROP TRIGGER people_version_moves_with_a_lost_answer;
DROP TRIGGER people_version_moves_with_a_new_fact;
DROP TRIGGER people_version_moves_with_a_fact;
DROP TRIGGER people_version_moves_with_a_lost_fact;
DROP TRIGGER people_version_moves_with_a_new_not_told;
DROP TRIGGER people_version_moves_with_a_lost_not_told;
DROP TRIGGER people_version_moves_with_a_new_account;
DROP TRIGGER people_version_moves_with_an_account;
DROP TRIGGER people_version_moves_with_a_new_match;
DROP TRIGGER people_version_moves_with_a_match;
DROP TRIGGER people_version_moves_with_a_lost_match;
DROP TRIGGER people_version_moves_with_a_new_rule_set;
DROP TRIGGER people_version_moves_with_a_rule_set;
DROP TABLE people_version;

CREATE TRIGGER person_changes_with_a_new_person AFTER INSERT ON care_leaver BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.id); END;
CREATE TRIGGER person_changes_with_a_person AFTER UPDATE ON care_leaver BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.id); END;
CREATE TRIGGER person_changes_with_a_lost_person AFTER DELETE ON care_leaver BEGIN INSERT INTO person_change (care_leaver_id) VALUES (OLD.id); END;
CREATE TRIGGER person_changes_with_a_new_answer AFTER INSERT ON profile_answer BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_an_answer AFTER UPDATE ON profile_answer BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_lost_answer AFTER DELETE ON profile_answer BEGIN INSERT INTO person_change (care_leaver_id) VALUES (OLD.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_new_fact AFTER INSERT ON eligibility_fact BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_fact AFTER UPDATE ON eligibility_fact BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_lost_fact AFTER DELETE ON eligibility_fact BEGIN INSERT INTO person_change (care_leaver_id) VALUES (OLD.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_new_not_told AFTER INSERT ON not_told BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_lost_not_told AFTER DELETE ON not_told BEGIN INSERT INTO person_change (care_leaver_id) VALUES (OLD.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_changed_not_told AFTER UPDATE ON not_told BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_new_account AFTER INSERT ON account BEGIN INSERT INTO person_change (care_leaver_id) SELECT DISTINCT care_leaver_id FROM not_told WHERE match_hash IN (NEW.name_hash, NEW.email_hash); END;
CREATE TRIGGER person_changes_with_an_account AFTER UPDATE OF name_hash, email_hash, organisation_id ON account BEGIN INSERT INTO person_change (care_leaver_id) SELECT DISTINCT care_leaver_id FROM not_told WHERE match_hash IN (OLD.name_hash, OLD.email_hash, NEW.name_hash, NEW.email_hash); END;
CREATE TRIGGER person_changes_with_a_lost_account AFTER DELETE ON account BEGIN INSERT INTO person_change (care_leaver_id) SELECT DISTINCT care_leaver_id FROM not_told WHERE match_hash IN (OLD.name_hash, OLD.email_hash); END;
CREATE TRIGGER person_changes_with_a_new_match AFTER INSERT ON match BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_match AFTER UPDATE OF state, care_leaver_id, opportunity_id ON match BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NEW.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_lost_match AFTER DELETE ON match BEGIN INSERT INTO person_change (care_leaver_id) VALUES (OLD.care_leaver_id); END;
CREATE TRIGGER person_changes_with_a_new_rule_set AFTER INSERT ON rule_set BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NULL); END;
CREATE TRIGGER person_changes_with_a_rule_set AFTER UPDATE OF state ON rule_set BEGIN INSERT INTO person_change (care_leaver_id) VALUES (NULL); END;
