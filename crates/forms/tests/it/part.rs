//! One sitting, filed to each child alone.

use forms::{Form, QuestionPath, file, part_of};
use proptest::prelude::*;
use serde_json::json;

use crate::{
    every_kind,
    generate::{Dice, complete},
    support::{answers, children, form_with, now, read},
};

fn meeting() -> Form {
    let each = json!({"id": "each", "text": "Each", "kind": {"type": "each_child", "questions": [
        {"id": "seen", "text": "Seen?", "kind": {"type": "yes_no"}},
        {"id": "said", "text": "Said", "when": {"question": "seen", "is_yes": true}, "kind": {"type": "long_text"}},
    ]}});
    let shared = json!({"id": "agreed", "text": "Agreed", "kind": {"type": "long_text"}});
    let mut form = form_with(json!([shared, each]), json!([]));
    form["files"] = json!("each_child_alone");
    form["marks"] = json!({"seen": "seen", "voice": "said"});
    form["title_from"] = json!("agreed");
    read(&form)
}

#[test]
fn a_child_gets_what_all_share_and_its_own_part() {
    let form = meeting();
    let given = answers(json!({"agreed": "More meetings", "each": {
        "child-1": {"seen": "yes", "said": "Ada's words"},
        "child-2": {"seen": "no", "said": "Bo's words"},
        "child-3": {"seen": "yes"},
    }}));
    let on_form = children(&["Ada", "Bo"]);
    let filed = file(&form, &given, &on_form, now()).unwrap();
    let ada = part_of(&form, &filed, "child-1");
    assert_eq!(ada.answers.get("each"), Some(&json!({"child-1": {"seen": "yes", "said": "Ada's words"}})));
    assert_eq!(ada.answers.get("agreed"), filed.answers.get("agreed"));
    assert_eq!(
        (ada.seen.clone(), ada.event, ada.title.clone()),
        (vec!["child-1".to_owned()], filed.event, filed.title.clone())
    );
    assert_eq!(ada.not_filed, Vec::<QuestionPath>::new());
    let bo = part_of(&form, &filed, "child-2");
    assert_eq!(bo.answers.get("each"), Some(&json!({"child-2": {"seen": "no"}})));
    assert_eq!(bo.seen, Vec::<String>::new());
    assert_eq!(bo.not_filed, [QuestionPath::inner("each", "child-2", "said")]);
    let nobody = part_of(&form, &filed, "child-9");
    assert_eq!(nobody.answers.get("each"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is answered about the others, a child's part is the same, byte for byte.
    #[test]
    fn nothing_about_another_child_is_in_a_part(
        numbers in prop::collection::vec(any::<u32>(), 1..40),
        others in prop::collection::vec(any::<u32>(), 1..40),
    ) {
        let form = every_kind::form();
        let on_form = children(&["Ada", "Bo"]);
        let given = complete(&form, &on_form, &mut Dice::new(numbers.clone()));
        let elsewhere = complete(&form, &on_form, &mut Dice::new(others));
        let mut other = given.clone();
        let mut each = given.get("each").unwrap().clone();
        each["child-2"] = elsewhere.get("each").unwrap()["child-2"].clone();
        other.set("each", each);

        let [one, two] = [&given, &other].map(|answers| file(&form, answers, &on_form, now()).unwrap());
        let [one, two] = [&one, &two].map(|filed| part_of(&form, filed, "child-1"));
        prop_assert!(one == two);
        let written = serde_json::to_string(&one.answers).unwrap();
        prop_assert!(written.contains("child-1") && !written.contains("child-2"));
        prop_assert!(!one.seen.contains(&"child-2".to_owned()));
        for path in &one.not_filed {
            prop_assert!(!path.to_string().contains("child-2"));
        }
    }
}
