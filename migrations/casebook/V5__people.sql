-- People, the facts about them, and where they came from. All views: opening an older casebook
-- folds them anew.

DROP TABLE person;
DROP TABLE person_value;

-- Every value that anybody recorded of a person, or a pack brought. Of the values of one system, the
-- one of its newest day counts; otherwise the one that no later value is based on; two such are a
-- clash.
CREATE TABLE person_value (
  person BLOB NOT NULL,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  -- The lost system and its day, for a value that came in a pack.
  system TEXT,
  as_at TEXT,
  PRIMARY KEY (person, field, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_value_by_position ON person_value (position) WHERE system IS NOT NULL;

CREATE TABLE person (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  known_as TEXT,
  kind TEXT NOT NULL,
  date_of_birth TEXT,
  date_of_birth_is TEXT NOT NULL,
  -- From open episodes, else as somebody said.
  care_status TEXT,
  -- Names in lower case and without accents, for finding and ordering.
  folded TEXT NOT NULL,
  clash INTEGER NOT NULL,
  -- The person of the group that stands for all whom a decision says to be the same; itself alone
  -- otherwise.
  same_as BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_name ON person (folded);
CREATE INDEX person_by_group ON person (same_as);

-- What people are found by: words of names, how they sound, dates of birth, postcodes, phones, ids.
CREATE TABLE person_find (
  sort TEXT NOT NULL,
  value TEXT NOT NULL,
  person BLOB NOT NULL,
  PRIMARY KEY (sort, value, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_find_by_person ON person_find (person);

-- Every version of every fact, and every withdrawal (`says` is empty then).
CREATE TABLE fact_version (
  fact BLOB NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  says TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  system TEXT,
  as_at TEXT,
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_version_by_position ON fact_version (position) WHERE system IS NOT NULL;

-- The version of each fact that is shown. Withdrawn ones are not in here.
CREATE TABLE fact (
  id BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- How many versions that differ stand side by side: more than one is a clash.
  heads INTEGER NOT NULL,
  begins TEXT,
  ends TEXT,
  -- What facts of the kind are looked up by and gathered under, folded.
  find TEXT,
  gather TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_find ON fact (kind, find);
CREATE INDEX fact_by_gather ON fact (kind, gather);

CREATE TABLE fact_person (
  person BLOB NOT NULL,
  kind TEXT NOT NULL,
  fact BLOB NOT NULL,
  PRIMARY KEY (person, kind, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_person_by_fact ON fact_person (fact);

-- Whom an undone import leaves on file.
ALTER TABLE import_undone ADD COLUMN keeps TEXT NOT NULL DEFAULT '[]';

-- Packs that were taken in.
CREATE TABLE pack (
  batch BLOB PRIMARY KEY,
  position INTEGER NOT NULL,
  lines BLOB NOT NULL,
  size INTEGER NOT NULL,
  holds TEXT NOT NULL,
  system TEXT NOT NULL,
  as_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash BLOB NOT NULL,
  count INTEGER NOT NULL,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who opened whose file when: for "since you last looked", and for those who ask who looked.
CREATE TABLE file_opening (
  person BLOB NOT NULL,
  position INTEGER NOT NULL,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

-- Which version of a warning somebody has read.
CREATE TABLE warning_read (
  fact BLOB NOT NULL,
  seen BLOB NOT NULL,
  author BLOB NOT NULL,
  recorded_moment INTEGER NOT NULL,
  PRIMARY KEY (fact, seen, author)
) STRICT, WITHOUT ROWID;
