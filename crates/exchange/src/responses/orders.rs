use forms::{Form, Kind};
use serde::Serialize;

use super::{
    ChildPart, DateOrder, Mapping, Responses, Target,
    date::{Day, NoDay, Written},
    place::inner_question,
};

/// Which orders the days of a file allow, over every cell that holds one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DateOrders {
    /// Cells that are read the same in every order: `2026-11-21`, `21 Nov 2026`.
    pub clear: u32,
    /// Cells that are a day only with the day first: `21/11/2026`.
    pub day_first: u32,
    /// Cells that are a day only with the month first: `11/21/2026`.
    pub month_first: u32,
    /// Cells that are two different days: `03/04/2026`.
    pub either: u32,
    /// Cells that are a day in no order: `31/02/2026`, or text.
    pub neither: u32,
}

impl DateOrders {
    /// The orders to choose from. One: it is certain, use it. Two: a person must say which, either
    /// because nothing in the file tells or because cells contradict each other.
    #[must_use]
    pub fn possible(&self) -> Vec<DateOrder> {
        match (self.day_first > 0, self.month_first > 0) {
            (true, false) => vec![DateOrder::DayFirst],
            (false, true) => vec![DateOrder::MonthFirst],
            (true, true) => vec![DateOrder::DayFirst, DateOrder::MonthFirst],
            (false, false) if self.either > 0 => vec![DateOrder::DayFirst, DateOrder::MonthFirst],
            (false, false) => vec![DateOrder::YearFirst],
        }
    }

    /// Whether some cells are a day only in one order and some only in the other.
    #[must_use]
    pub fn contradict(&self) -> bool {
        self.day_first > 0 && self.month_first > 0
    }

    fn count(&mut self, text: &str) {
        let by_day = Written::read(text, DateOrder::DayFirst);
        let by_month = Written::read(text, DateOrder::MonthFirst);
        let count = match (by_day, by_month) {
            (Ok(one), Ok(other)) if one != other => &mut self.either,
            (Ok(written), Ok(_)) if same_both_ways(text, written) => &mut self.either,
            (Ok(_), Ok(_)) => &mut self.clear,
            (Ok(_), Err(_)) => &mut self.day_first,
            (Err(_), Ok(_)) => &mut self.month_first,
            (Err(_), Err(_)) => &mut self.neither,
        };
        *count = count.saturating_add(1);
    }
}

/// `05/05/2026` is one day, but without an order it could not be read.
fn same_both_ways(text: &str, written: Written) -> bool {
    matches!(written.day, Day::Full(_)) && Written::read(text, DateOrder::YearFirst) == Err(NoDay::OrderUnknown)
}

/// Looks at every cell of the columns that hold days by this mapping: when it was submitted, date
/// questions, dates of birth.
#[must_use]
pub fn date_orders(form: &Form, responses: &Responses, mapping: &Mapping) -> DateOrders {
    let holds_days = |target: &Target| match target {
        Target::Submitted => true,
        Target::Question(key) => {
            inner_question(form, key).is_some_and(|question| matches!(question.kind, Kind::Date(_)))
        }
        _ => false,
    };
    let born = Some(ChildPart::Born);
    let columns: Vec<usize> = mapping
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| holds_days(&column.target) || column.child.map(|child| child.part) == born)
        .map(|(index, _)| index)
        .collect();
    let mut orders = DateOrders::default();
    for row in responses.rows() {
        for column in &columns {
            let text = row.text(*column);
            if !text.trim().is_empty() {
                orders.count(&text);
            }
        }
    }
    orders
}
