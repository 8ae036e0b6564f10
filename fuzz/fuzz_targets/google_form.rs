//! Any bytes as a form of the Google Forms API: refused, or a form that Holdfast can use.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(form) = exchange::read_google_form(bytes) {
        forms::Form::read_resolved(&form.json).expect("what is imported can be used");
    }
});
