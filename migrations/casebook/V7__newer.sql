-- Whose files an entry is about that this version does not understand: it was made with a newer Holdfast.
-- A later version folds everything anew and empties this.
CREATE TABLE newer (
  person BLOB NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;
