-- What the hub holds. Everything here can be sent again by the devices, except verdicts.

-- Whose database this is: it must agree with the key file, so that a hub never signs receipts for
-- what another hub's database holds.
CREATE TABLE hub (
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  id         uuid NOT NULL,
  public_key bytea NOT NULL
);

CREATE TABLE device (
  key         bytea PRIMARY KEY,
  enrolled_at timestamptz NOT NULL
);

-- The secret itself is not kept: who reads the database cannot enrol a device.
CREATE TABLE enrol_code (
  secret_hash bytea PRIMARY KEY,
  made_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_by     bytea REFERENCES device (key),
  used_at     timestamptz
);

CREATE TABLE chain (
  id              bytea PRIMARY KEY,
  key             bytea NOT NULL,
  opened_at       timestamptz NOT NULL,
  continues_chain bytea,
  -- none: continues nothing. agreed: signed by the old chain's key. unchecked: the old chain is
  -- not held yet. disputed: the old chain came later and its key did not sign this.
  continuation    text NOT NULL CHECK (continuation IN ('none', 'agreed', 'unchecked', 'disputed'))
);
CREATE INDEX chain_unchecked ON chain (continues_chain) WHERE continuation = 'unchecked';

-- A chain of a casebook that was copied has more than one end; each is a branch, none is lost.
CREATE TABLE branch (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain         bytea NOT NULL REFERENCES chain (id),
  parent        bigint REFERENCES branch (id),
  first_number  bigint NOT NULL,
  head_number   bigint NOT NULL,
  head_hash     bytea NOT NULL
);
CREATE INDEX branch_of_chain ON branch (chain);
CREATE INDEX branch_of_parent ON branch (parent, first_number) WHERE parent IS NOT NULL;

CREATE TABLE alarm (
  branch     bigint PRIMARY KEY REFERENCES branch (id),
  noticed_at timestamptz NOT NULL
);

-- Link and body of an entry; the body may come later.
CREATE TABLE entry (
  hash        bytea PRIMARY KEY,
  branch      bigint NOT NULL REFERENCES branch (id),
  number      bigint NOT NULL,
  link        bytea NOT NULL,
  received_at timestamptz NOT NULL,
  nonce       bytea,
  body        bytea,
  kind        text,
  is_record   boolean NOT NULL,
  is_urgent   boolean NOT NULL,
  -- Link, body and every file are held.
  whole       boolean NOT NULL,
  UNIQUE (branch, number)
);
CREATE INDEX entry_awaited ON entry (branch, number) WHERE NOT whole;

-- A file, by hash and size as announced: a wrong size can then spoil nobody else's file.
CREATE TABLE blob (
  hash  bytea NOT NULL,
  size  bigint NOT NULL,
  held  bigint NOT NULL DEFAULT 0,
  whole boolean NOT NULL DEFAULT false,
  PRIMARY KEY (hash, size)
);

CREATE TABLE blob_part (
  hash  bytea NOT NULL,
  size  bigint NOT NULL,
  start bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (hash, size, start)
);
-- Photos and scans do not compress.
ALTER TABLE blob_part ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE entry_blob (
  entry bytea NOT NULL REFERENCES entry (hash),
  hash  bytea NOT NULL,
  size  bigint NOT NULL,
  PRIMARY KEY (entry, hash, size)
);
CREATE INDEX entry_blob_file ON entry_blob (hash, size);

CREATE TABLE verdict (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry     bytea NOT NULL REFERENCES entry (hash),
  chain     bytea NOT NULL REFERENCES chain (id),
  accepted  boolean NOT NULL,
  json      text NOT NULL,
  signature bytea NOT NULL
);
CREATE INDEX verdict_of_chain ON verdict (chain, number);
CREATE INDEX verdict_of_entry ON verdict (entry, number);
