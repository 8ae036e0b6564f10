-- What is neither journal nor view: `rebuild` never touches it.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Definitions of the forms that drafts here answer, as their version was when they were started.
CREATE TABLE form (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  definition BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id BLOB PRIMARY KEY,
  form BLOB NOT NULL REFERENCES form (hash),
  people TEXT NOT NULL,
  answers TEXT NOT NULL,
  carried TEXT NOT NULL,
  place TEXT,
  revision INTEGER NOT NULL,
  started TEXT NOT NULL,
  saved TEXT NOT NULL,
  set_aside TEXT
) STRICT;

-- The one hub that this device is enrolled at, as pinned.
CREATE TABLE hub (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  id BLOB NOT NULL,
  address TEXT NOT NULL,
  key BLOB NOT NULL,
  certificate BLOB,
  enrolled TEXT NOT NULL,
  last_contact TEXT
) STRICT;

CREATE TABLE receipt (
  number INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL REFERENCES chain (number),
  head_sequence INTEGER NOT NULL,
  head_hash BLOB NOT NULL,
  at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

-- Which receipt covers which entry.
CREATE TABLE held (
  position INTEGER PRIMARY KEY REFERENCES entry (position),
  receipt INTEGER NOT NULL REFERENCES receipt (number)
) STRICT;

CREATE TABLE verdict (
  position INTEGER PRIMARY KEY REFERENCES entry (position),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'needs_person')),
  cause TEXT NOT NULL,
  reference TEXT NOT NULL,
  at TEXT NOT NULL,
  json TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;

-- How far verdicts of a chain have been fetched.
CREATE TABLE verdict_cursor (
  chain INTEGER PRIMARY KEY REFERENCES chain (number),
  cursor TEXT NOT NULL
) STRICT;

-- Records that a person holds back.
CREATE TABLE hold (
  record BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
