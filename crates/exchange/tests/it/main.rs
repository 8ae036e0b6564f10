//! Files from and for elsewhere, read and written whole.

mod export;
mod google_form;
mod responses;
mod responses_words;
mod xlsform;
