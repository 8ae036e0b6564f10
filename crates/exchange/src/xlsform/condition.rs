use std::{collections::BTreeMap, rc::Rc};

use serde_json::{Value, json};

use crate::xlsform::expression::{Comparison, Expression};

/// Joined conditions inside one another; the engine's own bound is 12.
const DEEPEST: usize = 10;
/// Parts of all conditions of a form together, so that groups in groups cannot grow without end.
const MOST_PARTS: usize = 100_000;

/// What a condition may ask of an earlier question.
#[derive(Clone)]
pub(crate) enum Sort {
    /// One choice: ids here by names there, and whether a text may stand beside them.
    One(Rc<BTreeMap<String, String>>, bool),
    /// Ticks.
    Many(Rc<BTreeMap<String, String>>, bool),
    Whole,
    Decimal,
    /// Worked out: to be compared as a decimal, but never added up again.
    Worked,
    Date,
    /// Answered or not.
    Other,
}

/// A question that conditions can name.
struct Asked {
    id: String,
    sort: Sort,
    /// The repeat that it stands in, by its id here.
    inside: Option<String>,
}

/// Every question so far, by its name there.
#[derive(Default)]
pub(crate) struct Earlier {
    /// None where two questions have the name: then it says nothing.
    asked: BTreeMap<String, Option<Asked>>,
    parts: usize,
}

impl Earlier {
    /// Makes a question known to what comes after it.
    pub(crate) fn add(&mut self, name: &str, id: &str, sort: Sort, inside: Option<&str>) {
        let asked = Asked { id: id.to_owned(), sort, inside: inside.map(str::to_owned) };
        self.asked.entry(name.to_owned()).and_modify(|there| *there = None).or_insert(Some(asked));
    }

    fn get(&self, name: &str, inside: Option<&str>) -> Option<&Asked> {
        let asked = self.asked.get(name)?.as_ref()?;
        (asked.inside.is_none() || asked.inside.as_deref() == inside).then_some(asked)
    }

    /// Id and sort of an earlier question, seen from inside a repeat or from the form.
    pub(crate) fn question(&self, name: &str, inside: Option<&str>) -> Option<(&str, &Sort)> {
        self.get(name, inside).map(|asked| (asked.id.as_str(), &asked.sort))
    }

    /// A condition of a form file that says the same as an expression; none where it would not.
    pub(crate) fn condition(&mut self, expression: &Expression, inside: Option<&str>) -> Option<Value> {
        let condition = self.convert(expression, inside)?;
        self.allow(condition)
    }

    /// Both conditions at once, where there are two; none where they come to too much.
    pub(crate) fn both(&mut self, first: Option<&Value>, second: Option<&Value>) -> Option<Value> {
        let condition = match (first, second) {
            (Some(first), Some(second)) => {
                let mut parts = Vec::new();
                for part in [first, second] {
                    match part.get("all").and_then(Value::as_array) {
                        Some(inner) => parts.extend(inner.iter().cloned()),
                        None => parts.push(part.clone()),
                    }
                }
                json!({ "all": parts })
            }
            (one, other) => one.or(other)?.clone(),
        };
        self.allow(condition)
    }

    fn allow(&mut self, condition: Value) -> Option<Value> {
        let (depth, parts) = measure(&condition);
        self.parts += parts;
        (depth <= DEEPEST && self.parts <= MOST_PARTS).then_some(condition)
    }

    fn convert(&self, expression: &Expression, inside: Option<&str>) -> Option<Value> {
        let all_of =
            |parts: &[Expression]| parts.iter().map(|part| self.convert(part, inside)).collect::<Option<Vec<_>>>();
        match expression {
            Expression::And(parts) => Some(json!({ "all": all_of(parts)? })),
            Expression::Or(parts) => Some(json!({ "any": all_of(parts)? })),
            Expression::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("not", [one]) => Some(json!({ "not": self.convert(one, inside)? })),
                ("boolean", [one]) => self.convert(one, inside),
                ("selected", [Expression::Question(question), Expression::Text(choice)]) => {
                    let asked = self.get(question, inside)?;
                    chosen(asked, choice)
                }
                _ => None,
            },
            Expression::Compare(how, left, right) => self.compare(*how, left, right, inside),
            _ => None,
        }
    }

    fn compare(&self, how: Comparison, left: &Expression, right: &Expression, inside: Option<&str>) -> Option<Value> {
        match (left, right) {
            (Expression::Question(name), Expression::Text(text)) => against_text(self.get(name, inside)?, how, text),
            (Expression::Question(name), Expression::Number(number)) => {
                against_number(self.get(name, inside)?, how, number)
            }
            (Expression::Call(call, arguments), Expression::Number(number)) => match arguments.as_slice() {
                [Expression::Question(name)] if ["string-length", "count-selected"].contains(&call.as_str()) => {
                    any_at_all(self.get(name, inside)?, how, number)
                }
                _ => None,
            },
            (Expression::Text(_) | Expression::Number(_), Expression::Question(_) | Expression::Call(..)) => {
                self.compare(how.turned(), right, left, inside)
            }
            _ => None,
        }
    }
}

fn answered(asked: &Asked) -> Value {
    json!({ "question": asked.id, "answered": true })
}

fn chosen(asked: &Asked, choice: &str) -> Option<Value> {
    let (Sort::One(ids, other) | Sort::Many(ids, other)) = &asked.sort else { return None };
    let id = match ids.get(choice) {
        Some(id) => id.as_str(),
        None if *other && choice == "other" => "other",
        None => return None,
    };
    Some(json!({ "question": asked.id, "is": id }))
}

/// Compared with a text: blank or not, or one choice. What else a text says cannot be asked here.
fn against_text(asked: &Asked, how: Comparison, text: &str) -> Option<Value> {
    let is = match &asked.sort {
        _ if text.is_empty() => json!({ "not": answered(asked) }),
        Sort::One(..) => chosen(asked, text)?,
        Sort::Whole | Sort::Decimal | Sort::Worked => return against_number(asked, how, text),
        _ => return None,
    };
    match how {
        Comparison::Is => Some(is),
        Comparison::IsNot if text.is_empty() => Some(answered(asked)),
        Comparison::IsNot => Some(json!({ "not": is })),
        _ => None,
    }
}

/// Compared with a number. No answer is no number there: every test of it fails but "is not".
fn against_number(asked: &Asked, how: Comparison, written: &str) -> Option<Value> {
    let number: f64 = written.parse().ok().filter(|number: &f64| number.abs() < 1e15)?;
    let test = |name: &str, limit: f64| json!({ "question": asked.id, name: limit as i64 });
    let at_least = |limit| test("at_least", limit);
    let at_most = |limit| test("at_most", limit);
    let with_answer = |not: Value| json!({ "all": [answered(asked), { "not": not }] });
    let whole_limit = number.fract() == 0.0;
    match (&asked.sort, how) {
        (Sort::One(ids, _), _) => coded(asked, ids, how, number, written),
        (Sort::Whole, Comparison::AtLeast) => Some(at_least(number.ceil())),
        (Sort::Whole, Comparison::More) => Some(at_least(number.floor() + 1.0)),
        (Sort::Whole, Comparison::AtMost) => Some(at_most(number.floor())),
        (Sort::Whole, Comparison::Less) => Some(at_most(number.ceil() - 1.0)),
        (Sort::Decimal | Sort::Worked, Comparison::AtLeast) if whole_limit => Some(at_least(number)),
        (Sort::Decimal | Sort::Worked, Comparison::AtMost) if whole_limit => Some(at_most(number)),
        (Sort::Decimal | Sort::Worked, Comparison::More) if whole_limit => Some(with_answer(at_most(number))),
        (Sort::Decimal | Sort::Worked, Comparison::Less) if whole_limit => Some(with_answer(at_least(number))),
        (Sort::Whole | Sort::Decimal | Sort::Worked, Comparison::Is) if whole_limit => {
            Some(json!({ "all": [at_least(number), at_most(number)] }))
        }
        (Sort::Whole | Sort::Decimal | Sort::Worked, Comparison::IsNot) if whole_limit => {
            Some(json!({ "not": { "all": [at_least(number), at_most(number)] } }))
        }
        _ => None,
    }
}

/// Choices that are named by numbers, compared as numbers.
fn coded(asked: &Asked, ids: &BTreeMap<String, String>, how: Comparison, number: f64, written: &str) -> Option<Value> {
    match how {
        Comparison::Is => return chosen(asked, written),
        Comparison::IsNot => return Some(json!({ "not": chosen(asked, written)? })),
        _ => {}
    }
    let passes = |name: &str| {
        name.parse::<f64>().is_ok_and(|code| match how {
            Comparison::Less => code < number,
            Comparison::AtMost => code <= number,
            Comparison::More => code > number,
            _ => code >= number,
        })
    };
    let any: Vec<&String> = ids.iter().filter(|(name, _)| passes(name)).map(|(_, id)| id).collect();
    (!any.is_empty()).then(|| json!({ "question": asked.id, "any_of": any }))
}

/// A length or a count, as far as it asks whether there is an answer at all.
fn any_at_all(asked: &Asked, how: Comparison, number: &str) -> Option<Value> {
    match (how, number) {
        (Comparison::More | Comparison::IsNot, "0") | (Comparison::AtLeast, "1") => Some(answered(asked)),
        (Comparison::Is, "0") | (Comparison::Less, "1") => Some(json!({ "not": answered(asked) })),
        _ => None,
    }
}

/// How deep a condition joins others, and how many parts it has.
fn measure(condition: &Value) -> (usize, usize) {
    let inner: Vec<&Value> = ["all", "any"]
        .iter()
        .filter_map(|join| condition.get(join)?.as_array())
        .flatten()
        .chain(condition.get("not"))
        .collect();
    inner.into_iter().map(measure).fold((1, 1), |(depth, parts), (one, count)| (depth.max(one + 1), parts + count))
}
