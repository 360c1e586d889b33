-- The young people, what they have said, and what their adviser keeps for them. No address is stored.

CREATE TABLE care_leaver (
  id                 TEXT    NOT NULL PRIMARY KEY,
  case_reference     TEXT,
  account_id         TEXT    UNIQUE REFERENCES account (id),
  preferred_name     TEXT    NOT NULL,
  pronouns           TEXT    NOT NULL DEFAULT '',
  date_of_birth      TEXT    NOT NULL,
  statutory_category TEXT    NOT NULL CHECK (statutory_category IN ('eligible', 'relevant', 'former-relevant', 'qualifying')),
  category_since     TEXT    NOT NULL,
  category_source    TEXT    NOT NULL DEFAULT 'case system',
  -- An ONS code, 'outside-kent' or 'unknown'.
  district           TEXT    NOT NULL DEFAULT 'unknown',
  eet_status         TEXT    NOT NULL DEFAULT '0' CHECK (eet_status IN ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0')),
  adviser_id         TEXT    REFERENCES account (id),
  consideration      TEXT    NOT NULL DEFAULT 'not-asked' CHECK (consideration IN ('not-asked', 'yes', 'no')),
  considered_at      TEXT,
  waiting_since      TEXT,
  state              TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed', 'erased')),
  version            INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at         TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX care_leaver_case_reference_is_used_once ON care_leaver (case_reference) WHERE case_reference IS NOT NULL;
CREATE INDEX care_leaver_by_adviser ON care_leaver (adviser_id, state);
CREATE INDEX care_leaver_by_consideration ON care_leaver (state, consideration);

CREATE TABLE profile_answer (
  care_leaver_id TEXT NOT NULL REFERENCES care_leaver (id),
  question       TEXT NOT NULL CHECK (question IN ('likes', 'goals', 'travel', 'free-times', 'support', 'not-suggest')),
  answer         TEXT NOT NULL CHECK (json_valid(answer)),
  answered_at    TEXT NOT NULL,
  -- Who typed it: the person, or their adviser with the person's words.
  answered_by    TEXT NOT NULL,
  their_words    TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (care_leaver_id, question)
) STRICT;

CREATE TABLE eligibility_fact (
  care_leaver_id TEXT NOT NULL REFERENCES care_leaver (id),
  fact           TEXT NOT NULL CHECK (fact IN ('right-to-work', 'qualification', 'dbs', 'availability')),
  -- Sealed with AES-GCM; only the adviser and the engine open it.
  sealed         TEXT NOT NULL,
  recorded_by    TEXT NOT NULL,
  recorded_at    TEXT NOT NULL,
  PRIMARY KEY (care_leaver_id, fact)
) STRICT;

-- People and places the person does not want told.
CREATE TABLE not_told (
  id              TEXT NOT NULL PRIMARY KEY,
  care_leaver_id  TEXT NOT NULL REFERENCES care_leaver (id),
  kind            TEXT NOT NULL CHECK (kind IN ('person', 'email', 'organisation')),
  organisation_id TEXT REFERENCES organisation (id),
  match_hash      TEXT,
  sealed_words    TEXT,
  added_by        TEXT NOT NULL,
  added_at        TEXT NOT NULL,
  CONSTRAINT not_told_names_somebody CHECK ((kind = 'organisation') = (organisation_id IS NOT NULL) AND (kind = 'organisation') = (match_hash IS NULL))
) STRICT;

CREATE INDEX not_told_by_care_leaver ON not_told (care_leaver_id);

-- The one place that says which accounts are not to know about which person.
CREATE VIEW blocked_account AS
SELECT n.care_leaver_id AS care_leaver_id, a.id AS account_id, a.organisation_id AS organisation_id
FROM not_told n JOIN account a
  ON (n.kind = 'organisation' AND a.organisation_id = n.organisation_id)
  OR (n.kind = 'email' AND a.email_hash = n.match_hash)
  OR (n.kind = 'person' AND a.name_hash = n.match_hash);
