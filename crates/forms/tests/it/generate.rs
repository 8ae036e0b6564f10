//! Answers for any form: sensible ones that file, and anything at all that a draft may hold.

use forms::{Answers, ChildOnForm, Form, Kind, Question, QuestionPath, walk};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::now;

/// Numbers to choose by, drawn by proptest, so that a failure shrinks.
pub struct Dice(Vec<u32>, usize);

impl Dice {
    pub fn new(numbers: Vec<u32>) -> Self {
        Self(numbers, 0)
    }

    pub fn below(&mut self, sides: usize) -> usize {
        self.1 += 1;
        let number = self.0.get(self.1 % self.0.len().max(1)).copied().unwrap_or(0);
        (number as usize).wrapping_add(self.1 * usize::from(number % 2 == 1)) % sides.max(1)
    }
}

/// An answer that suits the question, as a screen would keep it.
pub fn sensible(question: &Question, dice: &mut Dice) -> Value {
    match &question.kind {
        Kind::ShortText(_) => json!(["Ada", "رِحلة", "Zoe\u{0308}"][dice.below(3)]),
        Kind::LongText(_) => json!("She said \"I like it here\".\nבײַ דער באָבען"),
        Kind::OneChoice(choices) | Kind::DropDown(choices) => {
            let chosen = dice.below(choices.choices.len() + usize::from(choices.other));
            match choices.choices.get(chosen) {
                Some(choice) => json!({"choice": choice.id}),
                None => json!({"other": "Something of its own"}),
            }
        }
        Kind::ManyChoices(choices) => {
            json!({"choices": [choices.choices[dice.below(choices.choices.len())].id]})
        }
        Kind::Date(_) => json!({"day": "21", "month": "11", "year": "2026"}),
        Kind::Time => json!("14.30"),
        Kind::YesNo => json!(["yes", "no"][dice.below(2)]),
        Kind::Number(rules) => json!(rules.min.unwrap_or(1).to_string()),
        Kind::Person => json!({"name": "Bo Example"}),
        Kind::EachChild { .. } => json!({}),
        Kind::Group(group) => {
            let answers: Map<String, Value> = group
                .questions
                .iter()
                .filter(|inner| inner.when.is_none())
                .map(|inner| (inner.id.clone(), sensible(inner, dice)))
                .collect();
            json!([{"id": "item-1", "answers": answers}])
        }
    }
}

/// Anything that may stand in a draft, by a screen's hand, an older version's, or nobody's.
pub fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("yes")),
        Just(json!("no")),
        Just(json!({"day": "3", "month": "", "year": ""})),
        Just(json!({"not_known_because": "Asleep"})),
        Just(json!([{"id": "i", "answers": {}}])),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let key = prop_oneof![
            Just("id"),
            Just("answers"),
            Just("choice"),
            Just("choices"),
            Just("other"),
            Just("child-1"),
            Just("child-2"),
            Just("gone"),
            Just("person"),
            Just("seen"),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..3)
                .prop_map(|map| map.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
        ]
    })
}

pub fn put(form: &Form, answers: &mut Answers, path: &QuestionPath, value: Value) {
    let Some(inside) = &path.inside else {
        answers.set(&path.question, value);
        return;
    };
    let mut held = answers.remove(&path.question).unwrap_or(Value::Null);
    if let Some(Kind::Group(_)) = form.question(&path.question).map(|question| &question.kind) {
        let items = held.as_array_mut().unwrap();
        let item = items.iter_mut().find(|item| item["id"] == inside.item.as_str()).unwrap();
        item["answers"][&inside.question] = value;
    } else {
        held[&inside.item][&inside.question] = value;
    }
    answers.set(&path.question, held);
}

/// Answers every question that is asked, and those that come up because of it.
pub fn complete(form: &Form, on_form: &[ChildOnForm], dice: &mut Dice) -> Answers {
    complete_from(Answers::default(), form, on_form, dice)
}

/// The same, with some answers given already.
pub fn complete_from(mut answers: Answers, form: &Form, on_form: &[ChildOnForm], dice: &mut Dice) -> Answers {
    for _ in 0..500 {
        let state = walk(form, &answers, on_form, now());
        let Some(open) = state.asked.iter().find(|asked| {
            let path = asked.path.inside.as_ref().map_or(&asked.path.question, |i| &i.question);
            let holds_others = form.question(path).is_some_and(|q| matches!(q.kind, Kind::EachChild { .. }));
            !asked.answered && !holds_others
        }) else {
            return answers;
        };
        let id = open.path.inside.as_ref().map_or(&open.path.question, |i| &i.question);
        let value = sensible(form.question(id).unwrap(), dice);
        put(form, &mut answers, &open.path, value);
    }
    panic!("{} asks for ever", form.definition().id);
}
