//! The same form in another language.

use forms::{Fault, Form, Kind, Lists};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{form_with, read};

fn with(translations: Value) -> Value {
    let parts = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
    let mut form = form_with(
        json!([
            {"id": "pick", "text": "Which?", "hint": "One", "kind": {"type": "one_choice", "choices": parts}},
            {"id": "grid", "text": "How?", "kind": {"type": "tick_grid", "rows": parts, "columns": parts}},
            {"id": "things", "text": "Things", "kind": {"type": "group", "item_name": "thing", "questions": [
                {"id": "level", "text": "How much?", "kind": {"type": "scale", "low": 0, "high": 4}},
            ]}},
        ]),
        json!([]),
    );
    form["translations"] = translations;
    form
}

#[test]
fn each_wording_that_is_translated_takes_its_place_and_no_other_does() {
    let form = read(&with(json!({"cy": {
        "form": "Bach", "section/first": "Cyntaf", "question/pick": "Pa un?", "question/pick/hint": "Un",
        "question/when_date/guidance": "Canllaw", "choice/pick/b": "Be", "row/grid/a": "Rhes", "column/grid/b": "Colofn",
        "question/things/item": "peth", "question/level": "Faint?", "question/level/low": "Dim"
    }})));
    let welsh = form.in_language("cy");
    assert_eq!((welsh.title.as_str(), welsh.sections[0].title.as_str()), ("Bach", "Cyntaf"));
    let [date, pick, grid, things] = welsh.sections[0].questions.as_slice() else { panic!("four questions") };
    assert_eq!((date.text.as_str(), date.guidance.as_deref()), ("When?", Some("Canllaw")));
    assert_eq!((pick.text.as_str(), pick.hint.as_deref()), ("Pa un?", Some("Un")));
    let choices = pick.kind.choices().unwrap();
    assert_eq!((choices.label("a"), choices.label("b")), (Some("A"), Some("Be")));
    let Kind::TickGrid(grid) = &grid.kind else { panic!("a grid") };
    assert_eq!((grid.rows[0].label.as_str(), grid.columns[1].label.as_str()), ("Rhes", "Colofn"));
    let Kind::Group(things) = &things.kind else { panic!("a group") };
    assert_eq!((things.item_name.as_str(), things.questions[0].text.as_str()), ("peth", "Faint?"));
    assert_eq!(form.in_language("fr"), *form.definition());
}

#[test]
fn a_notice_is_translated_by_its_number() {
    let mut form = with(json!({"cy": {"notice/2": "Ffoniwch yr heddlu."}}));
    form["notices"] =
        json!([{"text": "Phone health."}, {"when": {"question": "pick", "is": "a"}, "text": "Phone the police."}]);
    let form = read(&form);
    let texts = |definition: forms::Definition| -> Vec<String> {
        definition.notices.into_iter().map(|notice| notice.text).collect()
    };
    assert_eq!(texts(form.in_language("cy")), ["Phone health.", "Ffoniwch yr heddlu."]);
    assert_eq!(texts(form.in_language("fr")), ["Phone health.", "Phone the police."]);
}

#[rstest]
#[case("notice/1")]
#[case("question/nothing")]
#[case("choice/pick/c")]
#[case("section/first/hint")]
#[case("row/grid")]
#[case("")]
fn words_for_what_is_not_there_are_refused(#[case] place: &str) {
    let file = serde_json::to_vec(&with(json!({"cy": {place: "x"}}))).unwrap();
    let told = Form::read("small.json", &file, &Lists::default()).unwrap_err();
    assert_eq!(told.fault, Fault::UnknownTranslation(place.into()));
}

#[rstest]
#[case("pt-BR", true)]
#[case("Welsh (cy)", false)]
#[case("", false)]
fn a_language_is_named_by_its_tag(#[case] tag: &str, #[case] sound: bool) {
    let file = serde_json::to_vec(&with(json!({tag: {"form": "x"}}))).unwrap();
    let told = Form::read("small.json", &file, &Lists::default()).map_err(|fault| fault.fault).err();
    assert_eq!(told, (!sound).then(|| Fault::BadLanguage(tag.into())));
}
