//! The table.

use std::time::Duration;

/// Rows of the table.
#[derive(Default)]
pub struct Report(Vec<[String; 5]>);

impl Report {
    /// An act with our figure, the limit or peer measured beside it, and how the two compare.
    pub fn row(&mut self, act: &str, ours: String, beside: String, budget: &str, met: Option<bool>) {
        let met = match met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "",
        };
        println!("{act}: {ours} | {beside} | {budget} {met}");
        self.0.push([act.to_owned(), ours, beside, budget.to_owned(), met.to_owned()]);
    }

    /// The whole table.
    pub fn print(&self) {
        let heading = ["Act", "Ours", "Beside it, same run", "Budget", ""].map(str::to_owned);
        let rows: Vec<&[String; 5]> = std::iter::once(&heading).chain(&self.0).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [0, 1, 2, 3, 4].map(width);
        println!();
        for row in rows {
            let cells: Vec<String> = row
                .iter()
                .zip(widths)
                .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())))
                .collect();
            println!("| {} |", cells.join(" | "));
        }
    }
}

/// Times of single acts.
pub struct Times(Vec<Duration>);

impl Times {
    /// From measurements in any order.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that `percent` of the acts stayed under.
    pub fn percentile(&self, percent: usize) -> Duration {
        self.0[(self.0.len() * percent / 100).min(self.0.len() - 1)]
    }

    /// Half and nearly all.
    pub fn text(&self) -> String {
        format!("p50 {} p99 {}", millis(self.percentile(50)), millis(self.percentile(99)))
    }
}

/// Milliseconds, to two places.
pub fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
