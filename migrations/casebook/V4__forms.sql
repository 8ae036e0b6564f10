-- Forms of the organisation, imported answers, and what helps to write.

-- Views.

-- Age and status of a child decide what some forms ask.
ALTER TABLE person ADD COLUMN care_status TEXT;

-- Every version of a form that was published, and every retirement. In force is the highest number:
-- it says what its publisher had seen, whatever the clocks said. Of equal numbers the last recorded,
-- ties broken by hash.
CREATE TABLE form_version (
  position INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  size INTEGER NOT NULL,
  title TEXT NOT NULL,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX form_version_by_form ON form_version (form, number);

CREATE TABLE form_retired (
  position INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  -- Number of the version that was in force: one with a higher number brings the form back.
  number INTEGER NOT NULL,
  use_instead TEXT,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- What a version says, as a hash: the same answers imported on two laptops are one version and no
-- clash. And the import that it came with.
ALTER TABLE record_version ADD COLUMN content BLOB;
ALTER TABLE record_version ADD COLUMN batch BLOB;
CREATE INDEX record_version_by_batch ON record_version (batch) WHERE batch IS NOT NULL;
-- The response sheet: the records of a form, newest first.
CREATE INDEX record_version_by_form ON record_version (form, recorded_moment);

-- All its versions came with imports that were undone: on no timeline and no sheet.
ALTER TABLE record ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

CREATE TABLE import_batch (
  batch BLOB PRIMARY KEY,
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  system TEXT NOT NULL,
  form TEXT NOT NULL,
  records INTEGER NOT NULL,
  author BLOB NOT NULL,
  recorded TEXT NOT NULL,
  recorded_moment INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_undone (
  batch BLOB NOT NULL,
  position INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;

-- Beside the journal.

-- Answers that a newer version of the form no longer asks, kept with the draft; and the record that
-- the draft goes on from.
ALTER TABLE draft ADD COLUMN left_behind TEXT NOT NULL DEFAULT '[]';
ALTER TABLE draft ADD COLUMN goes_on_from BLOB;

-- Forms that are being changed: saved as they are edited, whole or not.
CREATE TABLE form_draft (
  id BLOB PRIMARY KEY,
  -- The version that it began as; none for a new form.
  base BLOB,
  definition TEXT NOT NULL,
  revision INTEGER NOT NULL,
  started TEXT NOT NULL,
  saved TEXT NOT NULL,
  set_aside TEXT
) STRICT, WITHOUT ROWID;

-- Pieces of text of one's own, by the word that calls them up.
CREATE TABLE snippet (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words that the spelling check takes as right.
CREATE TABLE known_word (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
