-- Views: each row is the fold of all entries about one thing. `rebuild` empties and refills them.
-- `position` is the entry that a row comes from.

-- Who authors are: by the naming that was recorded last, ties broken by hash, so that the order of
-- arrival does not matter.
CREATE TABLE author (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  team TEXT,
  recorded_moment INTEGER NOT NULL,
  entry BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Every value that anybody recorded of a person. The current one of a field is the one that no
-- later value of the same field is based on; two such values are a clash.
CREATE TABLE person_value (
  person BLOB NOT NULL,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  PRIMARY KEY (person, field, position)
) STRICT, WITHOUT ROWID;

-- Which entries about a person or a record the author of an entry had seen.
CREATE TABLE based_on (
  position INTEGER NOT NULL,
  seen BLOB NOT NULL,
  PRIMARY KEY (position, seen)
) STRICT, WITHOUT ROWID;
CREATE INDEX based_on_seen ON based_on (seen);

-- What is shown of a person: the current values, folded for the caseload.
CREATE TABLE person (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  known_as TEXT,
  date_of_birth TEXT,
  -- Names in lower case and without accents, for finding and ordering.
  folded TEXT NOT NULL,
  clash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_name ON person (folded);

CREATE TABLE record_version (
  position INTEGER PRIMARY KEY,
  record BLOB NOT NULL,
  form TEXT NOT NULL,
  form_number INTEGER NOT NULL,
  form_hash BLOB NOT NULL,
  title TEXT NOT NULL,
  author BLOB NOT NULL,
  event_time TEXT NOT NULL,
  -- Seconds since 1970 of the event, for ordering; noon where the time is not known.
  event_moment INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  clock_uncertain INTEGER NOT NULL,
  urgent INTEGER NOT NULL,
  significant INTEGER NOT NULL,
  size INTEGER NOT NULL
) STRICT;

-- A record, in exactly one place: 0 waiting, 1 received, 2 needs you.
CREATE TABLE record (
  id BLOB PRIMARY KEY,
  -- The version that is shown, and how many versions stand side by side.
  current INTEGER NOT NULL,
  heads INTEGER NOT NULL,
  place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_place ON record (place);

-- The versions of a record, for records that have more than one.
CREATE INDEX record_version_by_record ON record_version (record);

-- Whose timeline a record is on. Only the version shown.
CREATE TABLE record_person (
  person BLOB NOT NULL,
  event_moment INTEGER NOT NULL,
  record BLOB NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY (person, event_moment, record)
) STRICT, WITHOUT ROWID;

-- The outbox: entries that no receipt covers yet. Urgent ones have their own short index.
CREATE TABLE waiting (
  position INTEGER PRIMARY KEY,
  record BLOB,
  urgent INTEGER NOT NULL
) STRICT;
CREATE INDEX waiting_urgent ON waiting (position) WHERE urgent = 1;

-- Urgent records about which the lead was phoned.
CREATE TABLE lead_phoned (
  record BLOB NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
