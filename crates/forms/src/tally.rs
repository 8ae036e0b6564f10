//! The summary of one question over many responses.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use crate::{
    answers::{Answers, Given, given},
    bins::{Bin, Bins},
    child::ChildOnForm,
    definition::{Grid, Kind},
    form::Form,
    sheet::SheetColumn,
    typed,
};

/// Counts what stands in one column, response by response. Its size depends on the form alone,
/// never on how many responses are added.
#[derive(Clone)]
pub struct Tally {
    column: SheetColumn,
    counting: Counting,
}

#[derive(Clone)]
struct Counting {
    /// Where each choice, level or column of a grid stands in `counts`.
    place: HashMap<String, usize>,
    counts: Tallied,
    bins: Option<Bins>,
}

/// Only what is counted: the words of a form, and no answer, but nothing of either goes to a log.
impl std::fmt::Debug for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tally({} responses)", self.counting.counts.responses)
    }
}

/// What a tally has found. Of a question asked of each child or item, each child or item counts.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tallied {
    /// Responses added.
    pub responses: u64,
    /// With an answer.
    pub answered: u64,
    /// With nothing.
    pub not_answered: u64,
    /// With a reason why it is not known.
    pub not_known: u64,
    /// How often each choice, level, yes and no, or column of this grid's row was chosen, in the order
    /// of the form. Ticks count one by one, so that they may add up to more than `answered`.
    pub choices: Vec<ChoiceCount>,
    /// Texts of people's own under "Something else".
    pub other: u64,
    /// Chosen, but not offered in this form, or kept as an import wrote it: counted as answered, and
    /// in nothing else.
    pub unplaced: u64,
    /// For questions that are answered with a number.
    pub numbers: Option<NumberSummary>,
}

/// How often one thing was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceCount {
    /// Id of the choice or column; of a level, its number; `yes` or `no`.
    pub id: String,
    /// The wording as shown.
    pub label: String,
    /// How often.
    pub count: u64,
}

/// What the numbers come to. Without any number there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberSummary {
    /// The smallest.
    pub min: f64,
    /// The mean.
    pub mean: f64,
    /// The largest.
    pub max: f64,
    /// A histogram: bins of one width, without gaps, at most 12. Empty for scales and ratings, whose
    /// levels are counted.
    pub bins: Vec<Bin>,
}

/// An empty tally for one column of the form that the columns were made from.
#[must_use]
pub fn tally(form: &Form, column: &SheetColumn) -> Tally {
    let mut choices = Vec::new();
    let mut bins = None;
    let mut offer = |id: String, label: &str| choices.push(ChoiceCount { id, label: label.to_owned(), count: 0 });
    match column.question(form).map(|question| &question.kind) {
        Some(Kind::OneChoice(from) | Kind::ManyChoices(from) | Kind::DropDown(from)) => {
            from.choices.iter().for_each(|choice| offer(choice.id.clone(), &choice.label));
        }
        Some(Kind::ChoiceGrid(Grid { columns, .. }) | Kind::TickGrid(Grid { columns, .. })) => {
            columns.iter().for_each(|part| offer(part.id.clone(), &part.label));
        }
        Some(Kind::Scale(scale)) => {
            for level in scale.low..=scale.high {
                let named = if level == scale.low { &scale.low_label } else { &scale.high_label };
                match named.as_ref().filter(|_| level == scale.low || level == scale.high) {
                    Some(named) => offer(level.to_string(), &format!("{level}: {named}")),
                    None => offer(level.to_string(), &level.to_string()),
                }
            }
            bins = Some(Bins::of_whole());
        }
        Some(Kind::Rating(rating)) => {
            (1..=rating.levels).for_each(|level| offer(level.to_string(), &level.to_string()));
            bins = Some(Bins::of_whole());
        }
        Some(Kind::YesNo) => {
            offer("yes".to_owned(), "Yes");
            offer("no".to_owned(), "No");
        }
        Some(Kind::Number(rules)) => bins = Some(if rules.whole { Bins::of_whole() } else { Bins::of_tenths() }),
        Some(Kind::Calculated(_)) => bins = Some(Bins::of_tenths()),
        _ => {}
    }
    let place = choices.iter().enumerate().map(|(at, choice)| (choice.id.clone(), at)).collect();
    let counts = Tallied { choices, ..Tallied::default() };
    Tally { column: column.clone(), counting: Counting { place, counts, bins } }
}

impl Tally {
    /// Adds one response, answered on `form`, which may be another version.
    pub fn add(&mut self, form: &Form, answers: &Answers, children: &[ChildOnForm]) {
        let Self { column, counting } = self;
        counting.counts.responses += 1;
        column.each_answer(form, answers, children, |_, _, value| counting.add(column, value));
    }

    /// What has been counted so far.
    #[must_use]
    pub fn result(&self) -> Tallied {
        let mut counts = self.counting.counts.clone();
        let has_levels = !counts.choices.is_empty();
        counts.numbers = self.counting.bins.as_ref().and_then(|bins| {
            let (min, mean, max) = bins.summary()?;
            let bins = if has_levels { Vec::new() } else { bins.shown() };
            Some(NumberSummary { min, mean, max, bins })
        });
        counts
    }
}

impl Counting {
    fn add(&mut self, column: &SheetColumn, value: &Value) {
        let value = match given(value) {
            Given::Nothing => {
                self.counts.not_answered += 1;
                return;
            }
            Given::NotKnown(_) => {
                self.counts.not_known += 1;
                return;
            }
            Given::AsImported(_) => {
                self.counts.answered += 1;
                self.counts.unplaced += 1;
                return;
            }
            Given::Answer(value) => value,
        };
        let value = column.row_of(value).unwrap_or(value);
        if crate::answers::is_blank(value) {
            self.counts.not_answered += 1;
            return;
        }
        self.counts.answered += 1;
        if let Some(bins) = &mut self.bins {
            match typed::number(value).ok().and_then(|number| number.as_f64()) {
                Some(number) => bins.add(number),
                None => {
                    self.counts.unplaced += 1;
                    return;
                }
            }
        }
        if !self.counts.choices.is_empty() {
            self.count_choices(value);
        }
    }

    fn count_choices(&mut self, value: &Value) {
        let one = |value: &Value| value.as_str().map(str::to_owned);
        let own_words = value.get("other").is_some_and(|text| !crate::answers::is_blank(text));
        let chosen: Vec<String> = match value {
            Value::Array(ids) => ids.iter().filter_map(one).collect(),
            Value::Object(parts) => match (parts.get("choices"), parts.get("choice")) {
                (Some(Value::Array(ids)), _) => ids.iter().filter_map(one).collect(),
                (_, Some(Value::String(id))) if !id.is_empty() => vec![id.clone()],
                _ => Vec::new(),
            },
            Value::String(text) => vec![text.trim().to_owned()],
            Value::Number(number) => vec![number.to_string()],
            _ => Vec::new(),
        };
        // Beside a single choice, a text of one's own is what was typed before choosing.
        let own_words = own_words && (chosen.is_empty() || value.get("choices").is_some());
        self.counts.other += u64::from(own_words);
        if chosen.is_empty() && !own_words {
            self.counts.unplaced += 1;
        }
        for id in chosen {
            match self.place.get(&id).and_then(|at| self.counts.choices.get_mut(*at)) {
                Some(choice) => choice.count += 1,
                None => self.counts.unplaced += 1,
            }
        }
    }
}
