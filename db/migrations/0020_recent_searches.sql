-- What a young person looked for last on a device of their own. It belongs to the session and goes with it, however it ends.

CREATE TABLE recent_search (
  session_id  TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  -- As the address of the search page has it, without its page and its order.
  query       TEXT NOT NULL CHECK (length(query) BETWEEN 1 AND 4000),
  searched_at TEXT NOT NULL,
  PRIMARY KEY (session_id, query)
) STRICT;

-- A computer in a library, or somebody else's phone, keeps nothing.

CREATE TRIGGER recent_search_is_of_an_own_device BEFORE INSERT ON recent_search WHEN (SELECT is_own_device FROM session WHERE id = NEW.session_id) IS NOT 1 BEGIN SELECT RAISE(ABORT, 'device is shared'); END;
