-- Who may come in: organisations, their people, sessions, sign-in codes and invitations.

CREATE TABLE organisation (
  id                 TEXT    NOT NULL PRIMARY KEY,
  name               TEXT    NOT NULL CONSTRAINT organisation_has_a_name CHECK (length(name) BETWEEN 1 AND 120),
  kind               TEXT    NOT NULL CHECK (kind IN ('department', 'elected-member', 'district-council', 'supplier', 'signatory', 'charity', 'college', 'nhs-trust')),
  covenant_signed_on TEXT,
  version            INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at         TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX organisation_name_is_used_once ON organisation (lower(name));

CREATE TABLE account (
  id              TEXT    NOT NULL PRIMARY KEY,
  email           TEXT,
  -- Keyed hashes, so that a list of people not to be told can be compared without being readable.
  email_hash      TEXT,
  name            TEXT    NOT NULL,
  name_hash       TEXT    NOT NULL,
  role            TEXT    NOT NULL CHECK (role IN ('care-leaver', 'champion', 'partner', 'adviser', 'broker', 'manager')),
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

CREATE UNIQUE INDEX account_email_is_used_once ON account (email) WHERE email IS NOT NULL;
CREATE INDEX account_by_organisation ON account (organisation_id, role, state);
CREATE INDEX account_by_role ON account (role, state);

CREATE TABLE session (
  -- SHA-256 of the token in the cookie; the token itself is stored nowhere.
  id                  TEXT    NOT NULL PRIMARY KEY,
  account_id          TEXT    NOT NULL REFERENCES account (id),
  created_at          TEXT    NOT NULL,
  expires_at          TEXT    NOT NULL,
  absolute_expires_at TEXT    NOT NULL,
  auth_epoch          INTEGER NOT NULL,
  -- 1 one factor, 2 two factors; until second factors exist a code counts as 2 for that session.
  assurance           INTEGER NOT NULL CHECK (assurance IN (1, 2)),
  assured_at          TEXT    NOT NULL,
  device              TEXT    NOT NULL,
  is_own_device       INTEGER NOT NULL CHECK (is_own_device IN (0, 1)),
  last_seen_at        TEXT    NOT NULL
) STRICT;

CREATE INDEX session_by_account ON session (account_id, created_at);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE sign_in_request (
  id            TEXT    NOT NULL PRIMARY KEY,
  -- SHA-256 of the secret kept by the browser that asked; a code works in that browser only.
  browser_hash  TEXT    NOT NULL,
  -- Keyed hash of what was typed, for limits; an unknown address has no account and gets no code.
  email_hash    TEXT    NOT NULL,
  account_id    TEXT    REFERENCES account (id),
  invitation_id TEXT,
  is_own_device INTEGER NOT NULL CHECK (is_own_device IN (0, 1)),
  asked_at      TEXT    NOT NULL,
  expires_at    TEXT    NOT NULL,
  -- Set by the outbox's drain, which makes the code and sends it in one go.
  code_hash     TEXT,
  tries         INTEGER NOT NULL DEFAULT 0 CONSTRAINT no_more_than_five_tries CHECK (tries BETWEEN 0 AND 5),
  used_at       TEXT
) STRICT;

CREATE INDEX sign_in_request_by_email ON sign_in_request (email_hash, asked_at);
CREATE INDEX sign_in_request_by_account ON sign_in_request (account_id, asked_at);

CREATE TRIGGER sign_in_code_is_used_once BEFORE UPDATE OF used_at ON sign_in_request WHEN OLD.used_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'sign_in_request is used'); END;

CREATE TABLE invitation (
  id              TEXT    NOT NULL PRIMARY KEY,
  -- SHA-256 of the token in the mail, set by the outbox's drain.
  token_hash      TEXT    UNIQUE,
  account_id      TEXT    NOT NULL REFERENCES account (id),
  role            TEXT    NOT NULL,
  organisation_id TEXT    REFERENCES organisation (id),
  invited_by      TEXT    NOT NULL,
  created_at      TEXT    NOT NULL,
  expires_at      TEXT    NOT NULL,
  state           TEXT    NOT NULL CHECK (state IN ('open', 'accepted', 'revoked')),
  version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;

CREATE UNIQUE INDEX invitation_one_open_each ON invitation (account_id) WHERE state = 'open';
