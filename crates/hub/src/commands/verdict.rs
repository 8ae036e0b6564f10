//! `holdfast-hub verdict`

use clap::{Args, ValueEnum};
use hub::{EntryName, HubState, NewVerdict};
use journal::Decision;

use super::say;

#[derive(Args)]
pub(crate) struct Options {
    /// The record: the hash of its entry, or its reference, e.g. 4F7K-Q2MT.
    #[arg(long, value_name = "HASH|REFERENCE")]
    entry: EntryName,
    /// What was decided.
    decision: Decided,
    /// What a person must put right, in words for who recorded it.
    #[arg(long, default_value = "")]
    cause: String,
    /// What the central system calls the record.
    #[arg(long, default_value = "")]
    reference: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Decided {
    /// It is in the central record.
    Accepted,
    /// A person must put something right.
    NeedsPerson,
}

pub(crate) async fn run(state: &HubState, options: Options) -> anyhow::Result<()> {
    let (decision, words) = match options.decision {
        Decided::Accepted => (Decision::Accepted, "accepted"),
        Decided::NeedsPerson => (Decision::NeedsPerson, "needs a person"),
    };
    let Options { entry, cause, reference, .. } = options;
    state.make_verdict(NewVerdict { entry, decision, cause, reference }).await?;
    say(&format!("noted: {words}\n"))
}
