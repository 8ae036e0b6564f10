//! The engine as a screen meets it: forms in, typed answers in, states and records out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails its test")]

mod each_child;
mod faults;
mod filing;
mod generate;
mod hidden;
mod jumps;
mod shipped;
mod support;
mod version;
