//! `holdfast allocation …`, and what `search` and `chronology` take.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub(crate) enum Allocation {
    /// List children with who has them; without an option all of them, with the load of teams and
    /// workers.
    List(Whose),
    /// Give children to a team or somebody in it: the old allocation ends and the new one begins.
    Give(Given),
    /// End an allocation: the child is then with nobody in that part.
    End {
        /// The child.
        person: String,
        /// Id of the allocation, as `person show` and `allocation list` show it.
        allocation: String,
        /// Its last day, YYYY-MM-DD; today when not said.
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        /// Why it ended.
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
}

/// Whose children.
#[derive(Args)]
#[group(multiple = false)]
pub(crate) struct Whose {
    /// Of a team, by its name.
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// Of a worker, by work e-mail or name.
    #[arg(long, value_name = "WORKER")]
    pub worker: Option<String>,
    /// Mine.
    #[arg(long)]
    pub mine: bool,
    /// With no team or no worker.
    #[arg(long)]
    pub unallocated: bool,
}

/// Who gets which children.
#[derive(Args)]
pub(crate) struct Given {
    /// The children, by id, number or a name that fits one person.
    #[arg(required = true)]
    pub people: Vec<String>,
    /// The team.
    #[arg(long)]
    pub team: String,
    /// Name of the worker; without one it is with the team.
    #[arg(long)]
    pub worker: Option<String>,
    /// Work e-mail of the worker.
    #[arg(long)]
    pub email: Option<String>,
    /// First day, YYYY-MM-DD; today when not said.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// What the next worker must know. It stands on the file.
    #[arg(long, value_name = "TEXT")]
    pub handover: Option<String>,
    /// In what part; lead_worker when not said.
    #[arg(long, value_parser = ROLES)]
    pub role: Option<String>,
    /// How soon somebody must look.
    #[arg(long, value_parser = ["urgent", "high", "medium", "low"])]
    pub priority: Option<String>,
}

const ROLES: [&str; 9] = [
    "lead_worker",
    "second_worker",
    "independent_chair",
    "supervising_worker",
    "personal_adviser",
    "lead_professional",
    "clinician",
    "youth_justice_worker",
    "family_support",
];

/// Where to look.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Among {
    All,
    People,
    Notes,
}

/// Which chronology, and where to.
#[derive(Args)]
pub(crate) struct Chronology {
    /// The person, by id, number or a name that fits one person.
    pub person: String,
    /// For whom it is: all but `file` leave out what somebody does not know, and hidden addresses.
    #[arg(long, default_value = "file")]
    pub audience: Audience,
    /// Brothers and sisters too.
    #[arg(long)]
    pub family: bool,
    /// Write it to this PDF, which must not be there yet. That it was printed is recorded.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// Let hidden addresses onto the PDF, and say why. The reason is recorded.
    #[arg(long, value_name = "REASON", requires = "pdf")]
    pub release: Option<String>,
}

/// For whom a chronology is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Audience {
    File,
    Family,
    Court,
    Partner,
}
