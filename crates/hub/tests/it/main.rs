//! The hub over HTTP and on a real PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails here")]

mod admin;
mod blobs;
mod branches;
mod custody;
mod delivery;
mod device;
mod documents;
mod end_to_end;
mod enrolment;
mod serving;
mod signatures;
