-- Where postcodes and towns are: district and 1 km square. Reference data, loaded by the reference seed.

CREATE TABLE postcode (
  -- Without its space, upper case.
  postcode   TEXT    NOT NULL PRIMARY KEY,
  district   TEXT    NOT NULL,
  cell_east  INTEGER NOT NULL,
  cell_north INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE town (
  name       TEXT    NOT NULL PRIMARY KEY,
  district   TEXT    NOT NULL,
  cell_east  INTEGER NOT NULL,
  cell_north INTEGER NOT NULL
) STRICT;
