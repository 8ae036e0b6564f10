//! Answers for any form: sensible ones that file, and anything at all that a draft may hold.

use std::collections::{BTreeMap, BTreeSet};

use forms::{
    Answers, BODY_PARTS, ChildOnForm, Choices, DateParts, Form, Kind, Question, QuestionPath, TextFormat, TextRules,
    walk,
};
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
        Kind::ShortText(rules) | Kind::LongText(rules) => text(&question.kind, rules, dice),
        Kind::OneChoice(choices) | Kind::DropDown(choices) => {
            let chosen = dice.below(choices.choices.len() + usize::from(choices.other));
            match choices.choices.get(chosen) {
                Some(choice) => json!({"choice": choice.id}),
                None => json!({"other": "Something of its own"}),
            }
        }
        Kind::ManyChoices(choices) => ticks(choices, dice),
        Kind::Scale(scale) => json!((scale.low as usize + dice.below(scale.high as usize)).to_string()),
        Kind::Rating(rating) => json!(1 + dice.below(rating.levels as usize)),
        Kind::ChoiceGrid(grid) => {
            let first = dice.below(grid.columns.len());
            let column = |row: usize| &grid.columns[(first + row) % grid.columns.len()].id;
            let rows = grid.rows.iter().take(if grid.column_once { grid.columns.len() } else { usize::MAX });
            rows.enumerate().map(|(at, row)| (row.id.clone(), json!(column(at)))).collect()
        }
        Kind::TickGrid(grid) => {
            let first = dice.below(grid.columns.len());
            let column = |row: usize| &grid.columns[(first + row) % grid.columns.len()].id;
            let rows = grid.rows.iter().take(if grid.column_once { grid.columns.len() } else { usize::MAX });
            rows.enumerate().map(|(at, row)| (row.id.clone(), json!([column(at)]))).collect()
        }
        Kind::Date(rules) => match rules.parts {
            DateParts::Day => json!({"day": "21", "month": "11", "year": "2026"}),
            DateParts::NoYear => json!({"day": "29", "month": "Feb"}),
            DateParts::WithTime => json!({"day": "21", "month": "11", "year": "2026", "time": "14.30"}),
            DateParts::NoYearWithTime => json!({"day": "5", "month": "5", "time": "9 am"}),
        },
        Kind::Time => json!("14.30"),
        Kind::Duration => [json!({"hours": "1", "minutes": "90"}), json!("45 minutes")][dice.below(2)].clone(),
        Kind::YesNo => json!(["yes", "no"][dice.below(2)]),
        Kind::Number(rules) => json!(rules.min.or(rules.max).unwrap_or(1).to_string()),
        Kind::Person => json!({"name": "Bo Example"}),
        Kind::Team => json!(" Assessment team "),
        Kind::Upload(_) => json!([{"blob": "0a".repeat(32), "name": "photo.png", "size": 12, "media": "image/png"}]),
        Kind::Drawing => json!({"strokes": [[[0, 0], [500.4, 1000]], []], "says": "A house"}),
        Kind::BodyMap => json!({"marks": [
            {"id": "m1", "part": BODY_PARTS[dice.below(BODY_PARTS.len())].0, "x": 10.2, "y": 20, "note": "A bruise"}
        ]}),
        Kind::Signature => json!({"name": "Ada Example", "strokes": [[[1, 2], [3, 4]]]}),
        Kind::Calculated(_) | Kind::Statement | Kind::Image(_) => Value::Null,
        Kind::EachChild { .. } => json!({}),
        Kind::Group(group) => {
            let many = group.at_least.unwrap_or(1).max(1);
            let item = |number: u32, dice: &mut Dice| {
                let answers: Map<String, Value> = group
                    .questions
                    .iter()
                    .filter(|inner| inner.when.is_none())
                    .map(|inner| (inner.id.clone(), sensible(inner, dice)))
                    .collect();
                json!({"id": format!("item-{number}"), "answers": answers})
            };
            (1..=many).map(|number| item(number, dice)).collect()
        }
    }
}

fn text(kind: &Kind, rules: &TextRules, dice: &mut Dice) -> Value {
    match (rules.format, kind) {
        (Some(TextFormat::Email), _) => return json!("ada@example.org"),
        (Some(TextFormat::Phone), _) => return json!("+44 20 7946 0000"),
        _ => {}
    }
    if let Some(pattern) = &rules.pattern {
        return json!(matching(pattern));
    }
    let mut text = match kind {
        Kind::ShortText(_) => ["Ada", "رِحلة", "Zoe\u{0308}"][dice.below(3)].to_owned(),
        _ => "She said \"I like it here\".\nבײַ דער באָבען".to_owned(),
    };
    let least = rules.min_length.unwrap_or(0) as usize;
    while text.chars().count() < least {
        text.push('x');
    }
    let most = rules.max_length.map_or(usize::MAX, |most| most as usize);
    json!(text.chars().take(most).collect::<String>())
}

/// A text for a pattern of a shipped form: one of some that forms ask for.
fn matching(pattern: &str) -> &'static str {
    let whole = regex::Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap();
    let texts = [
        "123456",
        "1234567890",
        "12345678",
        "1234",
        "12",
        "AB123456C",
        "AB1 2CD",
        "N1 1AA",
        "E10 1AA",
        "485 777 3456",
        "4857773456",
        "A123456789012",
        "AB12CDE",
        "E01000001",
        "2026",
        "2026/27",
        "UPRN 100",
        "LA-1234",
    ];
    texts.into_iter().find(|text| whole.is_match(text)).unwrap_or_else(|| panic!("no text here matches {pattern}"))
}

fn ticks(choices: &Choices, dice: &mut Dice) -> Value {
    let all = &choices.choices;
    let first = dice.below(all.len());
    let least = choices.min_chosen.unwrap_or(1).max(1) as usize;
    if least == 1 {
        return json!({"choices": [all[first].id]});
    }
    let together: Vec<&String> = all
        .iter()
        .cycle()
        .skip(first)
        .take(all.len())
        .filter(|one| !one.exclusive)
        .take(least)
        .map(|one| &one.id)
        .collect();
    if together.len() < least { json!({"choices": together, "other": "Own"}) } else { json!({"choices": together}) }
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
        Just(json!({"as_imported": "3rd of Novembr"})),
        Just(json!({"strokes": [[[1, 2], [2000, "x"]]]})),
        Just(json!({"marks": [{"id": "m", "part": "face"}]})),
        Just(json!([{"blob": "00", "name": "a", "size": -1}])),
        Just(json!("PT1H")),
        Just(json!("--02-30")),
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
            Just("not_known_because"),
            Just("as_imported"),
            Just("strokes"),
            Just("marks"),
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
    let steering = steering(form);
    for _ in 0..2_000 {
        let state = walk(form, &answers, on_form, now());
        let open: Vec<_> = state.asked.iter().filter(|asked| !asked.answered).map(|asked| &asked.path).collect();
        let mut put_any = false;
        for path in open {
            let id = path.inside.as_ref().map_or(&path.question, |inside| &inside.question);
            let question = form.question(id).unwrap();
            if question.kind.is_shown_only() || matches!(question.kind, Kind::EachChild { .. }) {
                continue;
            }
            put(form, &mut answers, path, sensible(question, dice));
            put_any = true;
            // Another may be asked now, or this way may end.
            if steering.contains(id) || question.kind.inner().is_some() {
                break;
            }
        }
        if !put_any {
            return answers;
        }
    }
    panic!("{} asks for ever", form.definition().id);
}

/// Questions on whose answer something else hangs: a jump, or whatever else names them.
fn steering(form: &Form) -> BTreeSet<String> {
    let text = String::from_utf8(form.resolved().to_vec()).unwrap();
    let mut named = BTreeMap::new();
    for word in text.split('"') {
        *named.entry(word).or_insert(0) += 1;
    }
    let all = form.definition().sections.iter().flat_map(|section| &section.questions);
    let all = all.flat_map(|question| std::iter::once(question).chain(question.kind.inner().unwrap_or_default()));
    let jumps = |kind: &Kind| kind.choices().is_some_and(|all| all.choices.iter().any(|one| one.go_to.is_some()));
    all.filter(|question| named[question.id.as_str()] > 1 || jumps(&question.kind)).map(|one| one.id.clone()).collect()
}
