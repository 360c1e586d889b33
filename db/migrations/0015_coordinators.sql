-- Coordinators of the Social Connections team come in. A CHECK cannot be changed, so the table is made again: its rows
-- wait aside while it is dropped, and going back in they answer every reference to them again before the end.

PRAGMA defer_foreign_keys = on;

CREATE TABLE account_aside (
  id              TEXT,
  email           TEXT,
  email_hash      TEXT,
  name            TEXT,
  name_hash       TEXT,
  role            TEXT,
  organisation_id TEXT,
  state           TEXT,
  auth_epoch      INTEGER,
  version         INTEGER,
  created_at      TEXT,
  last_seen_on    TEXT
) STRICT;

INSERT INTO account_aside SELECT id, email, email_hash, name, name_hash, role, organisation_id, state, auth_epoch, version, created_at, last_seen_on FROM account;

DROP TABLE account;

CREATE TABLE account (
  id              TEXT    NOT NULL PRIMARY KEY,
  email           TEXT,
  -- Keyed hashes, so that a list of people not to be told can be compared without being readable.
  email_hash      TEXT,
  name            TEXT    NOT NULL,
  name_hash       TEXT    NOT NULL,
  role            TEXT    NOT NULL CHECK (role IN ('care-leaver', 'champion', 'partner', 'adviser', 'broker', 'manager', 'coordinator')),
  organisation_id TEXT    REFERENCES organisation (id),
  state           TEXT    NOT NULL CHECK (state IN ('invited', 'active', 'suspended', 'closed')),
  -- Raised to end every session of the account at once.
  auth_epoch      INTEGER NOT NULL DEFAULT 1,
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at      TEXT    NOT NULL,
  last_seen_on    TEXT,
  CONSTRAINT a_poster_has_an_organisation CHECK (role NOT IN ('champion', 'partner') OR organisation_id IS NOT NULL),
  CONSTRAINT only_a_closed_account_has_no_email CHECK (email IS NOT NULL OR state = 'closed')
) STRICT;

INSERT INTO account (id, email, email_hash, name, name_hash, role, organisation_id, state, auth_epoch, version, created_at, last_seen_on) SELECT id, email, email_hash, name, name_hash, role, organisation_id, state, auth_epoch, version, created_at, last_seen_on FROM account_aside;

DROP TABLE account_aside;

CREATE UNIQUE INDEX account_email_is_used_once ON account (email) WHERE email IS NOT NULL;
CREATE INDEX account_by_organisation ON account (organisation_id, role, state);
CREATE INDEX account_by_role ON account (role, state);
