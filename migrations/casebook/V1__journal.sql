-- The journal: what was written stays as it was written.

CREATE TABLE chain (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
  key BLOB NOT NULL CHECK (length(key) = 32),
  -- The signing seed of a chain that this casebook writes or wrote, sealed under the casebook key.
  seed BLOB
) STRICT;

CREATE TABLE entry (
  -- Order of arrival here. Links of a branch always arrive in order, so this is their order too.
  position INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  chain INTEGER NOT NULL REFERENCES chain (number),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  link BLOB NOT NULL,
  -- Absent until the body has arrived, and again after an erasure.
  nonce BLOB CHECK (nonce IS NULL OR length(nonce) = 32),
  body BLOB,
  CHECK ((nonce IS NULL) = (body IS NULL))
) STRICT;

CREATE INDEX entry_by_chain ON entry (chain, sequence);

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN OLD.position IS NOT NEW.position OR OLD.hash IS NOT NEW.hash OR OLD.chain IS NOT NEW.chain
  OR OLD.sequence IS NOT NEW.sequence OR OLD.link IS NOT NEW.link OR OLD.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

-- The files that entries name, each once.
CREATE TABLE blob (
  position INTEGER NOT NULL REFERENCES entry (position),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  size INTEGER NOT NULL,
  PRIMARY KEY (position, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_by_hash ON blob (hash);
