-- What happened and what is still to be told: audit, views, outbox, idempotency, mail, settings.

CREATE TABLE audit_event (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  at         TEXT    NOT NULL,
  actor_id   TEXT    NOT NULL,
  action     TEXT    NOT NULL,
  -- noun:id. The unique key below is the lock: two changes of one version cannot both be kept.
  subject    TEXT    NOT NULL,
  version    INTEGER NOT NULL CHECK (version > 0),
  from_state TEXT,
  to_state   TEXT,
  code       TEXT,
  UNIQUE (subject, version)
) STRICT;

CREATE TRIGGER audit_event_is_append_only_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER audit_event_is_append_only_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER audit_event_is_never_replaced BEFORE INSERT ON audit_event WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id OR (subject = NEW.subject AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'audit_event has this version'); END;

-- The reason in somebody's own words stands beside the chain, so that it can be erased and the chain stays whole.
CREATE TABLE audit_words (
  subject TEXT    NOT NULL,
  version INTEGER NOT NULL,
  words   TEXT    NOT NULL,
  PRIMARY KEY (subject, version)
) STRICT;

-- Each seal is an HMAC over the event and the seal before it, put on committed rows by a scheduled job.
CREATE TABLE audit_seal (
  event_id INTEGER NOT NULL PRIMARY KEY REFERENCES audit_event (id),
  seal     TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_seal_is_append_only_update BEFORE UPDATE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;

CREATE TRIGGER audit_seal_is_append_only_delete BEFORE DELETE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;

CREATE TRIGGER audit_seal_is_never_replaced BEFORE INSERT ON audit_seal WHEN EXISTS (SELECT 1 FROM audit_seal WHERE event_id = NEW.event_id) BEGIN SELECT RAISE(ABORT, 'audit_seal has this event'); END;

-- Who looked at whose information. Shown to the person.
CREATE TABLE view_event (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  at             TEXT NOT NULL,
  actor_id       TEXT NOT NULL,
  care_leaver_id TEXT NOT NULL,
  what           TEXT NOT NULL
) STRICT;

CREATE INDEX view_event_by_care_leaver ON view_event (care_leaver_id, at);
CREATE INDEX view_event_by_actor ON view_event (actor_id, at);

CREATE TABLE outbox (
  id         TEXT    NOT NULL PRIMARY KEY,
  topic      TEXT    NOT NULL,
  -- Ids only, as JSON; never personal data and never a secret.
  payload    TEXT    NOT NULL CHECK (json_valid(payload)),
  state      TEXT    NOT NULL CHECK (state IN ('pending', 'done', 'dead')),
  attempts   INTEGER NOT NULL DEFAULT 0,
  next_at    TEXT    NOT NULL,
  -- Raised by each lease: a worker that lost its lease cannot mark the row done.
  fence      INTEGER NOT NULL DEFAULT 0,
  lease_until TEXT,
  created_at TEXT    NOT NULL,
  done_at    TEXT
) STRICT;

CREATE INDEX outbox_by_due ON outbox (state, next_at);

CREATE TRIGGER outbox_is_leased_in_order BEFORE UPDATE OF fence ON outbox WHEN NEW.fence <> OLD.fence + 1 BEGIN SELECT RAISE(ABORT, 'outbox row is leased'); END;

-- A form's key with the answer it got: the same post again gets the same answer and has no second effect.
CREATE TABLE idempotency (
  key       TEXT    NOT NULL PRIMARY KEY,
  account   TEXT    NOT NULL,
  route     TEXT    NOT NULL,
  body_hash TEXT    NOT NULL,
  status    INTEGER NOT NULL,
  location  TEXT    NOT NULL,
  notice    TEXT,
  at        TEXT    NOT NULL
) STRICT;

CREATE INDEX idempotency_by_age ON idempotency (at);

-- Where mail goes when there are no files to write it to (development on Workers).
CREATE TABLE sent_mail (
  id       TEXT NOT NULL PRIMARY KEY,
  at       TEXT NOT NULL,
  receiver TEXT NOT NULL,
  subject  TEXT NOT NULL,
  body     TEXT NOT NULL
) STRICT;

CREATE INDEX sent_mail_by_time ON sent_mail (at);

CREATE TABLE setting (
  name    TEXT    NOT NULL PRIMARY KEY,
  value   TEXT    NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)
) STRICT;
