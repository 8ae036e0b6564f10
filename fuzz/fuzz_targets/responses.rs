//! Any bytes as a file of answers, read for a form with a question of every sort.
#![no_main]

use std::sync::LazyLock;

use exchange::{Reading, Responses, date_orders, suggest};
use forms::Form;
use libfuzzer_sys::fuzz_target;

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let every_kind = include_bytes!("../../crates/exchange/tests/data/google/every_kind.json");
    let imported = exchange::read_google_form(every_kind).expect("our own form");
    Form::read_resolved(&imported.json).expect("our own form")
});

fuzz_target!(|bytes: &[u8]| {
    for name in ["answers.csv", "answers.json"] {
        let Ok(responses) = Responses::read(name, bytes.to_vec()) else { continue };
        let mapping = suggest(&FORM, &responses);
        for order in date_orders(&FORM, &responses, &mapping).possible() {
            let mut reading = Reading::new(&FORM, &responses, &mapping, order);
            for row in responses.rows().take(50) {
                reading.response(&row);
            }
        }
    }
});
