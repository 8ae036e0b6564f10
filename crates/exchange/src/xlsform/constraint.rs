use forms::Form;
use serde_json::{Map, Value, json};

use crate::xlsform::{
    condition::{Earlier, Sort},
    expression::{Comparison, Expression},
};

/// The engine's own bound; each pattern costs memory for as long as a form is open.
const MOST_PATTERNS: usize = 200;

/// Turns the constraint of a question into rules of its kind. What cannot be turned is left out: a
/// rule less never keeps a true answer from being given.
pub(crate) struct Constraint<'a> {
    pub kind: &'a mut Map<String, Value>,
    pub earlier: &'a Earlier,
    pub inside: Option<&'a str>,
    /// Patterns in the form so far.
    pub patterns: &'a mut usize,
}

impl Constraint<'_> {
    /// Whether all of it could be turned.
    pub(crate) fn apply(&mut self, expression: &Expression) -> bool {
        match expression {
            Expression::And(parts) => {
                // Every part is tried, also after one that failed.
                let turned = parts.iter().filter(|part| self.apply(part)).count();
                turned == parts.len()
            }
            Expression::Compare(how, left, right) => {
                self.compare(*how, left, right).or_else(|| self.compare(how.turned(), right, left)).is_some()
            }
            Expression::Call(name, arguments) if name == "regex" => match arguments.as_slice() {
                [Expression::This, Expression::Text(pattern)] => self.pattern(pattern).is_some(),
                _ => false,
            },
            _ => false,
        }
    }

    fn is(&self, kinds: &[&str]) -> bool {
        self.kind.get("type").and_then(Value::as_str).is_some_and(|kind| kinds.contains(&kind))
    }

    fn compare(&mut self, how: Comparison, left: &Expression, right: &Expression) -> Option<()> {
        match (left, right) {
            (Expression::This, Expression::Text(text)) if text.is_empty() && how == Comparison::IsNot => Some(()),
            (Expression::This, Expression::Number(number)) if self.is(&["number"]) => self.number(how, number),
            (Expression::This, Expression::Call(call, none)) if call == "today" && none.is_empty() => self.today(how),
            (Expression::This, Expression::Question(other)) => self.not_before(how, other),
            (Expression::Call(call, arguments), Expression::Number(number))
                if arguments.as_slice() == [Expression::This] =>
            {
                let number: u32 = number.parse().ok()?;
                match call.as_str() {
                    "string-length" if self.is(&["short_text", "long_text"]) => {
                        self.between(how, number, "min_length", "max_length", u32::MAX)
                    }
                    "count-selected" if self.is(&["many_choices"]) => {
                        let offered = self.kind.get("choices").and_then(Value::as_array).map_or(0, Vec::len);
                        self.between(how, number, "min_chosen", "max_chosen", u32::try_from(offered).ok()?)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Bounds of a length or a count, as far as they leave something to answer.
    fn between(&mut self, how: Comparison, number: u32, low: &str, high: &str, offered: u32) -> Option<()> {
        let held = |name: &str| self.kind.get(name).and_then(Value::as_u64);
        let (mut least, mut most) = (held(low), held(high));
        let number = u64::from(number);
        match how {
            Comparison::AtLeast => least = least.max(Some(number)),
            Comparison::More => least = least.max(Some(number + 1)),
            Comparison::AtMost => most = Some(most.map_or(number, |most| most.min(number))),
            Comparison::Less => most = Some(most.map_or(number, |most| most.min(number)).min(number.checked_sub(1)?)),
            Comparison::Is => (least, most) = (least.max(Some(number)), Some(most.map_or(number, |m| m.min(number)))),
            Comparison::IsNot => return None,
        }
        let lowest = least.unwrap_or(0);
        if most.is_some_and(|most| most == 0 || most < lowest) || lowest > u64::from(offered) {
            return None;
        }
        for (name, bound) in [(low, least), (high, most)] {
            if let Some(bound) = bound.filter(|bound| *bound <= u64::from(u32::MAX)) {
                self.kind.insert(name.to_owned(), json!(bound));
            }
        }
        Some(())
    }

    fn number(&mut self, how: Comparison, written: &str) -> Option<()> {
        let number: f64 = written.parse().ok().filter(|number: &f64| number.abs() < 1e15)?;
        let whole = self.kind.get("whole").and_then(Value::as_bool).unwrap_or(false);
        let (mut low, mut high) = (None, None);
        match how {
            Comparison::AtLeast if whole => low = Some(number.ceil()),
            Comparison::More if whole => low = Some(number.floor() + 1.0),
            Comparison::AtMost if whole => high = Some(number.floor()),
            Comparison::Less if whole => high = Some(number.ceil() - 1.0),
            // Bounds here are whole numbers, and include themselves.
            Comparison::AtLeast if number.fract() == 0.0 => low = Some(number),
            Comparison::AtMost if number.fract() == 0.0 => high = Some(number),
            Comparison::Is if number.fract() == 0.0 => (low, high) = (Some(number), Some(number)),
            _ => return None,
        }
        let held = |name: &str| self.kind.get(name).and_then(Value::as_i64);
        let low = low.map(|low| low as i64).max(held("min"));
        let high = match (high.map(|high| high as i64), held("max")) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            return None;
        }
        for (name, bound) in [("min", low), ("max", high)] {
            if let Some(bound) = bound {
                self.kind.insert(name.to_owned(), json!(bound));
            }
        }
        Some(())
    }

    fn today(&mut self, how: Comparison) -> Option<()> {
        let rule = match how {
            Comparison::AtMost => "not_in_future",
            Comparison::AtLeast => "not_in_past",
            _ => return None,
        };
        self.is(&["date"]).then(|| self.kind.insert(rule.to_owned(), json!(true)))?;
        Some(())
    }

    fn not_before(&mut self, how: Comparison, other: &str) -> Option<()> {
        let (id, sort) = self.earlier.question(other, self.inside)?;
        if how != Comparison::AtLeast || !matches!(sort, Sort::Date) || !self.is(&["date"]) {
            return None;
        }
        self.kind.insert("not_before_question".to_owned(), json!(id));
        Some(())
    }

    /// Patterns there are of another dialect: the engine says whether it can follow this one.
    fn pattern(&mut self, pattern: &str) -> Option<()> {
        let free = *self.patterns < MOST_PATTERNS && !self.kind.contains_key("pattern");
        if !free || !self.is(&["short_text", "long_text"]) || !can_follow(pattern) {
            return None;
        }
        *self.patterns += 1;
        self.kind.insert("pattern".to_owned(), json!(pattern));
        Some(())
    }
}

fn can_follow(pattern: &str) -> bool {
    let kind = json!({ "type": "short_text", "pattern": pattern });
    let question = json!({ "id": "q", "text": "q", "required": false, "kind": kind });
    let form = json!({
        "id": "f", "number": 1, "title": "f", "about": "", "urgency": "normal", "subjects": "any_number",
        "record": "f", "guidance": "", "requirements": [],
        "sections": [{ "id": "s", "title": "s", "questions": [question] }],
    });
    serde_json::to_vec(&form).is_ok_and(|bytes| Form::read_resolved(&bytes).is_ok())
}
