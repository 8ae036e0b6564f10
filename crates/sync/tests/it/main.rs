//! Delivery from a real casebook to a real hub on a real PostgreSQL, over lines that lie and break.
// A test that cannot be prepared fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod branches;
mod custody;
mod files;
mod lies;
mod line;
mod loops;
mod restored;
mod sending;
mod tls;
mod urgent;
mod world;
