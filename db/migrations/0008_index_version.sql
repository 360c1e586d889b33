-- Changes whenever what may be found could have changed, so that nothing kept in memory outlives what it shows.
-- Drawn by chance and not counted: a database that was put back to an earlier day must not repeat a number.

CREATE TABLE index_version (
  only    INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  version TEXT    NOT NULL
) STRICT;

INSERT INTO index_version (only, version) VALUES (1, lower(hex(randomblob(16))));

CREATE TRIGGER index_version_moves_with_an_opportunity AFTER UPDATE ON opportunity WHEN OLD.state = 'published' OR NEW.state = 'published' BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_a_new_opportunity AFTER INSERT ON opportunity WHEN NEW.state = 'published' BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_a_lost_opportunity AFTER DELETE ON opportunity WHEN OLD.state = 'published' BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_an_outcome AFTER INSERT ON opportunity_outcome BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_a_lost_outcome AFTER DELETE ON opportunity_outcome BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;

CREATE TRIGGER index_version_moves_with_an_organisation AFTER UPDATE OF name, kind ON organisation BEGIN UPDATE index_version SET version = lower(hex(randomblob(16))); END;
