//! Time limits of the law and of the house, as data, and the clocks that they start.

mod data;
mod due;
mod span;
#[cfg(test)]
mod tests;

pub use data::{From, Limit, Nature, shipped};
pub use due::{Due, DueState, Made, OfPerson, due};
