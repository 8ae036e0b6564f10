//! Any bytes as a form file: it is refused with a place, or it can be walked, filed and read back.
#![no_main]

use forms::{Answers, ChildOnForm, Form, Lists, inspect, walk};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let lists = Lists::default();
    let inspection = inspect(bytes, &lists);
    let read = Form::read("fuzz.json", bytes, &lists);
    assert_eq!(read.is_ok(), inspection.form.is_some(), "the editor and the reader agree");
    if let Ok(form) = read {
        let again = Form::read_resolved(form.resolved()).expect("what it writes, it reads");
        assert_eq!(again.hash(), form.hash());
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-21T15:00:00+00:00").expect("a time");
        let children = [ChildOnForm::new("a", "Ada")];
        walk(&form, &Answers::default(), &children, now);
        let _ = forms::file(&form, &Answers::default(), &children, now);
        forms::columns(&form);
    }
});
