-- Recovered history and the search index. Neither is a view: a million notes are not folded anew with
-- every change of a rule. Both are refilled from packs and views, a slice at a time.

-- Case notes of lost systems, in the order in which they were taken in.
CREATE TABLE note (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  -- Position of the entry of its pack, and its line there, from 1.
  pack INTEGER NOT NULL,
  line INTEGER NOT NULL,
  -- Its number in `search`.
  found INTEGER NOT NULL,
  -- Seconds since 1970 of the event; noon where the time is not known; the least there is where the
  -- date cannot be read, so that such notes stand after all others.
  moment INTEGER NOT NULL,
  at TEXT,
  written_date TEXT NOT NULL,
  sort TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  -- Ids of the people on whose files it stands, sixteen bytes each.
  people BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_pack ON note (pack);

-- Whose timeline a note is on.
CREATE TABLE note_person (
  person BLOB NOT NULL,
  moment INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (person, moment, number)
) STRICT, WITHOUT ROWID;

-- How far the notes of each pack were taken in.
CREATE TABLE note_taking (
  pack INTEGER PRIMARY KEY,
  lines INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  -- Some of its notes are shown as another pack has them: they come back if that one is undone.
  shadowed INTEGER NOT NULL
) STRICT;

-- What stands in `search` under a number. Numbers follow the time of the event, so that the newest are
-- found first without sorting.
CREATE TABLE searchable (
  number INTEGER PRIMARY KEY,
  -- 0 a note, 1 a record, 2 a document.
  what INTEGER NOT NULL,
  -- `note.number`, or the id.
  thing ANY NOT NULL,
  -- The entry of the version whose words stand there; none for a note.
  position INTEGER
) STRICT;
CREATE INDEX searchable_by_thing ON searchable (what, thing) WHERE what > 0;

-- Words in which things are found, with how many things each stands in, never fewer than there are.
-- What is being typed is looked for by the commonest words that begin so.
CREATE TABLE search_word (
  word TEXT PRIMARY KEY,
  things INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The words are folded and split before they come here, each thing with one word for each person on
-- whose file it stands.
CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
-- Bytes that are gathered before they are written: a slice of notes whole.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);

-- Whose files somebody opened last.
CREATE INDEX file_opening_by_author ON file_opening (author, position);
