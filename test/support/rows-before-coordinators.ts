const AT = '2026-11-23T10:00:00.000Z'

/** Rows from before coordinators could come in, with every kind of reference to an account, one statement each. */
export const ROWS_BEFORE = [
  `INSERT INTO organisation (id, name, kind, created_at) VALUES ('o1', 'Highways', 'department', '${AT}')`,
  `INSERT INTO account (id, email, email_hash, name, name_hash, role, organisation_id, state, created_at) VALUES ('a1', 'ada@kent.example', 'h1', 'Ada', 'n1', 'adviser', NULL, 'active', '${AT}')`,
  `INSERT INTO account (id, email, email_hash, name, name_hash, role, organisation_id, state, auth_epoch, version, created_at, last_seen_on) VALUES ('a2', 'bo@kent.example', 'h2', 'Bo', 'n2', 'champion', 'o1', 'active', 3, 4, '${AT}', '2026-11-22')`,
  `INSERT INTO session (id, account_id, created_at, expires_at, absolute_expires_at, auth_epoch, assurance, assured_at, device, is_own_device, last_seen_at) VALUES ('s1', 'a1', '${AT}', '${AT}', '${AT}', 1, 2, '${AT}', 'Phone', 0, '${AT}')`,
  `INSERT INTO invitation (id, account_id, role, invited_by, created_at, expires_at, state) VALUES ('i1', 'a2', 'champion', 'a1', '${AT}', '${AT}', 'open')`,
  `INSERT INTO care_leaver (id, preferred_name, date_of_birth, statutory_category, category_since, adviser_id, created_at) VALUES ('c1', 'Robin', '2005-03-04', 'former-relevant', '2023-03-04', 'a1', '${AT}')`,
  `INSERT INTO not_told (id, care_leaver_id, kind, match_hash, added_by, added_at) VALUES ('n1', 'c1', 'person', 'n2', 'a1', '${AT}')`,
]

/** The accounts as they are. */
export const ACCOUNT_ROWS = 'SELECT * FROM account ORDER BY id'
