//! What a person can do: one verb a file, permission first, one write gate.
