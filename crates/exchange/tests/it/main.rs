//! Files from and for elsewhere, read and written whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test fails its test")]

mod export;
mod google_form;
mod packs;
mod responses;
mod responses_ids;
mod responses_kept;
mod responses_words;
mod xlsform;
mod xlsform_harm;
