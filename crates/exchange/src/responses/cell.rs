//! One cell, for one question, in the shape in which it is filed.

use chrono::{NaiveTime, Timelike};
use forms::{AS_IMPORTED, Choices, DateParts, DateRules, Kind, NumberRules, Question};
use serde_json::{Number, Value, json};

use super::{
    DateOrder, Dialect,
    choices::{Named, Options},
    clock::time_of_day,
    date::{Day, NoDay, Written},
    row::Found,
};

/// The longest length of time that can be filed: 9,999:59:59.
const MOST_HOURS: u64 = 9_999;

/// What a cell comes to: an answer or none, and what is doubtful about it.
#[derive(Default)]
pub(super) struct Taken {
    pub value: Option<Value>,
    pub doubt: Option<(&'static str, Vec<(&'static str, String)>)>,
}

/// A question with its options looked up once for all rows.
pub(super) struct Asks<'a> {
    kind: &'a Kind,
    options: Option<Options>,
}

fn sure(value: Value) -> Taken {
    Taken { value: Some(value), doubt: None }
}

/// Kept as it was written, because it could not be read.
fn kept(text: &str, code: &'static str) -> Taken {
    kept_with(text, code, vec![])
}

fn kept_with(text: &str, code: &'static str, params: Vec<(&'static str, String)>) -> Taken {
    Taken { value: Some(json!({ AS_IMPORTED: text })), doubt: Some((code, params)) }
}

impl<'a> Asks<'a> {
    pub(super) fn new(question: &'a Question) -> Self {
        let options = match &question.kind {
            Kind::OneChoice(choices) | Kind::ManyChoices(choices) | Kind::DropDown(choices) => {
                Some(Options::new(choices.choices.iter().map(|choice| (choice.id.as_str(), choice.label.as_str()))))
            }
            Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => {
                Some(Options::new(grid.columns.iter().map(|column| (column.id.as_str(), column.label.as_str()))))
            }
            _ => None,
        };
        Self { kind: &question.kind, options }
    }

    /// Reads a cell; of a grid, the cell of one row. An empty cell is no answer.
    pub(super) fn take(&self, found: &Found<'_>, dialect: Dialect, order: DateOrder) -> Taken {
        let text = match found {
            Found::Files(text) if !text.is_empty() => return kept(text, "files"),
            Found::Text(text) | Found::Files(text) => *text,
            Found::Apart([]) => "",
            Found::Apart([one]) => one.as_str(),
            Found::Apart(many) => return self.apart(many),
        };
        if text.trim().is_empty() {
            return Taken::default();
        }
        match self.kind {
            Kind::ManyChoices(_) | Kind::TickGrid(_) if matches!(found, Found::Apart(_)) => {
                self.apart(&[text.to_owned()])
            }
            Kind::ManyChoices(choices) => self.many(text, choices, dialect),
            Kind::TickGrid(_) => self.ticks(text, dialect),
            Kind::OneChoice(choices) | Kind::DropDown(choices) => self.one(text, choices),
            Kind::ChoiceGrid(_) => self.column(text),
            kind => plain(kind, text, order),
        }
    }

    fn options(&self, text: &str, dialect: Dialect) -> Named {
        self.options.as_ref().map_or(Named::TwoWays, |options| options.split(text, dialect))
    }

    fn ids(&self, places: &[usize]) -> Vec<&str> {
        self.options.iter().flat_map(|options| places.iter().map(|at| options.id(*at))).collect()
    }

    fn find(&self, text: &str) -> Option<&str> {
        let options = self.options.as_ref()?;
        options.find(text).map(|at| options.id(at))
    }

    fn one(&self, text: &str, choices: &Choices) -> Taken {
        match self.find(text) {
            Some(id) => sure(json!({ "choice": id })),
            None if choices.other => sure(json!({ "other": text.trim() })),
            None => kept(text, "unknown_choice"),
        }
    }

    fn many(&self, text: &str, choices: &Choices, dialect: Dialect) -> Taken {
        match self.options(text, dialect) {
            Named::TwoWays => kept(text, "two_ways"),
            Named::Options(places, None) => sure(json!({ "choices": self.ids(&places) })),
            Named::Options(places, Some(other)) if choices.other && !other.trim().is_empty() => {
                sure(json!({ "choices": self.ids(&places), "other": other.trim() }))
            }
            Named::Options(_, Some(rest)) => kept_with(text, "unknown_choice_in", vec![("text", rest)]),
        }
    }

    fn ticks(&self, text: &str, dialect: Dialect) -> Taken {
        match self.options(text, dialect) {
            Named::TwoWays => kept(text, "two_ways"),
            Named::Options(places, None) => sure(json!(self.ids(&places))),
            Named::Options(_, Some(rest)) => kept_with(text, "unknown_choice_in", vec![("text", rest)]),
        }
    }

    fn column(&self, text: &str) -> Taken {
        self.find(text).map_or_else(|| kept(text, "unknown_choice"), |id| sure(json!(id)))
    }

    /// Answers that the file keeps apart: nothing to split.
    fn apart(&self, texts: &[String]) -> Taken {
        let joined = || texts.join(", ");
        let (Some(options), Kind::ManyChoices(_) | Kind::TickGrid(_)) = (&self.options, self.kind) else {
            return kept(&joined(), "several_answers");
        };
        let (mut places, mut others) = (Vec::new(), Vec::new());
        for text in texts.iter().filter(|text| !text.trim().is_empty()) {
            match options.find(text) {
                Some(at) => places.push(at),
                None => others.push(text.trim()),
            }
        }
        places.sort_unstable();
        places.dedup();
        let other_allowed = matches!(self.kind, Kind::ManyChoices(choices) if choices.other);
        match (self.kind, others.as_slice()) {
            (_, []) if places.is_empty() => Taken::default(),
            (Kind::TickGrid(_), []) => sure(json!(self.ids(&places))),
            (_, []) => sure(json!({ "choices": self.ids(&places) })),
            (_, [other]) if other_allowed => sure(json!({ "choices": self.ids(&places), "other": other })),
            (_, others) => kept_with(&joined(), "unknown_choice_in", vec![("text", others.join(", "))]),
        }
    }
}

fn plain(kind: &Kind, text: &str, order: DateOrder) -> Taken {
    match kind {
        Kind::LongText(_) => sure(json!(text)),
        Kind::ShortText(_) | Kind::Team => sure(json!(text.trim())),
        Kind::Person | Kind::Signature => sure(json!({ "name": text.trim() })),
        Kind::Scale(scale) => level(text, scale.low, scale.high),
        Kind::Rating(rating) => level(text, 1, rating.levels),
        Kind::Number(rules) => number(text, rules),
        Kind::Date(rules) => date(text, rules, order),
        Kind::Time => time_of_day(text).map_or_else(|| kept(text, "not_a_time"), time_value),
        Kind::Duration => duration(text).map_or_else(|| kept(text, "not_a_duration"), |filed| sure(json!(filed))),
        Kind::YesNo => match text.trim().to_lowercase().as_str() {
            "yes" | "y" | "true" => sure(json!("yes")),
            "no" | "n" | "false" => sure(json!("no")),
            _ => kept(text, "not_yes_no"),
        },
        Kind::Upload(_) => kept(text, "files"),
        Kind::Calculated(_) => match decimal(text) {
            Some(number) => sure(Value::Number(number)),
            None => kept(text, "not_a_number"),
        },
        _ => kept(text, "not_here"),
    }
}

fn level(text: &str, low: u32, high: u32) -> Taken {
    match decimal(text).and_then(|number| whole(&number)) {
        Some(level) if level >= i64::from(low) && level <= i64::from(high) => sure(json!(level)),
        Some(_) => kept_with(text, "off_scale", vec![("low", low.to_string()), ("high", high.to_string())]),
        None => kept(text, "not_a_number"),
    }
}

fn number(text: &str, rules: &NumberRules) -> Taken {
    let text = text.trim();
    let bare = rules.unit.as_deref().and_then(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end();
    let Some(number) = decimal(bare) else {
        return kept(text, "not_a_number");
    };
    let number = match whole(&number) {
        Some(whole) => Number::from(whole),
        None if rules.whole => return kept(text, "not_whole"),
        None => number,
    };
    let too_low = rules.min.is_some_and(|min| number.as_f64().is_some_and(|number| number < min as f64));
    let too_high = rules.max.is_some_and(|max| number.as_f64().is_some_and(|number| number > max as f64));
    if too_low || too_high { kept(text, "out_of_range") } else { sure(Value::Number(number)) }
}

/// Digits with a point and no thousands: `1,5` means different things to different people.
fn decimal(text: &str) -> Option<Number> {
    let text = text.trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if unsigned.len() > 16 || !plain(whole) || !decimals.is_none_or(plain) {
        return None;
    }
    match decimals {
        None => text.parse::<i64>().ok().map(Number::from),
        Some(_) => text.parse().ok().and_then(Number::from_f64),
    }
}

/// Sheets write 4 as `4.0` where a column holds decimals.
fn whole(number: &Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 1e15)?;
        Some(float as i64)
    })
}

fn date(text: &str, rules: &DateRules, order: DateOrder) -> Taken {
    let written = match Written::read(text, order) {
        Ok(written) => written,
        Err(why) => return kept(text, why.code()),
    };
    let clock = written.time.map(|time| time.format("%H:%M").to_string());
    // A sheet writes a day as that day's midnight.
    let idle = written.time.is_none_or(|time| time == NaiveTime::MIN);
    let filed = match (rules.parts, written.day, clock) {
        (DateParts::Day, Day::Full(day), _) => day.format("%Y-%m-%d").to_string(),
        (DateParts::Day, Day::Month(year, month), None) if rules.approximate => format!("{year:04}-{month:02}"),
        (DateParts::Day, Day::Year(year), None) if rules.approximate => format!("{year:04}"),
        (DateParts::WithTime, Day::Full(day), Some(clock)) => format!("{}T{clock}", day.format("%Y-%m-%d")),
        (DateParts::NoYear, Day::NoYear(month, day), None) => format!("--{month:02}-{day:02}"),
        (DateParts::NoYearWithTime, Day::NoYear(month, day), Some(clock)) => format!("--{month:02}-{day:02}T{clock}"),
        (DateParts::Day, Day::NoYear(..), _) => return kept(text, NoDay::NotADate.code()),
        _ => return kept(text, "date_parts"),
    };
    let mut taken = sure(json!(filed));
    if rules.parts.is_day() && !idle {
        taken.doubt = Some(("time_left_out", vec![]));
    } else if written.time.is_some_and(|time| time.second() > 0) {
        taken.doubt = Some(("seconds_left_out", vec![]));
    }
    taken
}

fn time_value(time: NaiveTime) -> Taken {
    let doubt = (time.second() > 0).then(|| ("seconds_left_out", vec![]));
    Taken { value: Some(json!(time.format("%H:%M").to_string())), doubt }
}

/// `1:30:00` and `1:30`, hours first, as ISO 8601.
fn duration(text: &str) -> Option<String> {
    let parts: Vec<u64> = text
        .trim()
        .split(':')
        .map(|part| {
            let plain = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        })
        .collect::<Option<_>>()?;
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes] => (*hours, *minutes, 0),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    if hours > MOST_HOURS || minutes > 59 || seconds > 59 {
        return None;
    }
    let mut filed = String::from("PT");
    for (count, unit) in [(hours, 'H'), (minutes, 'M'), (seconds, 'S')] {
        if count > 0 {
            filed.push_str(&format!("{count}{unit}"));
        }
    }
    if filed == "PT" {
        filed.push_str("0M");
    }
    Some(filed)
}
