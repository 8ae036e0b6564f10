//! The engine as a screen meets it: forms in, typed answers in, states and records out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails its test")]

mod calculated;
mod changed_form;
mod child_conditions;
mod compare;
mod each_child;
mod episodes;
mod every_kind;
mod faults;
mod filing;
mod generate;
mod hidden;
mod inspect;
mod jumps;
mod kinds;
mod language;
mod large;
mod limits;
mod move_answers;
mod off_the_way;
mod part;
mod sheet;
mod shipped;
mod support;
mod version;
