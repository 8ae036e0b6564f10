//! Builders, fake clock, temporary casebook, temporary PostgreSQL, in-process hub, faulty network and disk. Tests only.
