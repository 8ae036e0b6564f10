//! What can be typed.

mod fact;
mod form;
mod pack;
mod person;
mod responses;
mod work;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use fact::{Episode, NewEpisode, NewRelationship, NewWarning, Relationship, Warning};
pub(crate) use form::{Form, FormFile};
pub(crate) use pack::{DayOrMonth, History, Pack, PackFile, Rows};
pub(crate) use person::{Named, NewPerson, Person, Values};
pub(crate) use responses::{Children, Dates, FileKind, Layout, Responses, ResponsesFile, ResponsesOut};
pub(crate) use work::{Allocation, Among, Audience, Chronology, Given, Whose};

/// Keeps a children's service recording when its systems are gone.
///
/// Exit codes: 0 done, 1 inside or not allowed, 2 what was asked for is wrong, 3 the casebook did
/// not open, 4 the hub, 5 disk or database, 6 a check found something wrong.
#[derive(Parser)]
#[command(name = "holdfast", version)]
pub(crate) struct Arguments {
    /// Folder of the casebook; this person's own when not said.
    #[arg(long, value_name = "DIR", env = "HOLDFAST_CASEBOOK", hide_env_values = true, global = true)]
    pub casebook: Option<PathBuf>,
    /// File that holds the passphrase, one line break at its end ignored; asked for when not said.
    #[arg(long, value_name = "FILE", global = true)]
    pub passphrase_file: Option<PathBuf>,
    /// File that holds the recovery code, to open the casebook without the passphrase.
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "passphrase_file")]
    pub recovery_code_file: Option<PathBuf>,
    /// Open although the key file is older than the casebook. This is noted in the journal.
    #[arg(long, global = true)]
    pub accept_older_key_file: bool,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Make a casebook; its recovery code is shown once.
    Init {
        /// Who records in it.
        #[arg(long, default_value = "Not named yet")]
        name: String,
        /// Their job title.
        #[arg(long, default_value = "")]
        role: String,
    },
    /// Where every record is, and how delivery is doing.
    Status,
    /// People on file: add, correct, show, find, link two files of one person, import.
    #[command(subcommand)]
    Person(Person),
    /// Old notes of a system that is gone.
    #[command(subcommand)]
    History(History),
    /// Packs of a system that is gone: list, undo, work through what they add or contradict.
    #[command(subcommand)]
    Pack(Pack),
    /// Who has which child: list, give, end.
    #[command(subcommand)]
    Allocation(Allocation),
    /// Warnings: list, add, end.
    #[command(subcommand)]
    Warning(Warning),
    /// Who is what to whom.
    #[command(subcommand)]
    Relationship(Relationship),
    /// What the service does with a child, from when to when.
    #[command(subcommand)]
    Episode(Episode),
    /// My day: what is overdue, due today and due within a week.
    Due {
        /// All that is due for one person, by id, number or a name that fits one person.
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
    },
    /// Find people, notes, documents and forms: names in any order, a date, part of a postcode, a
    /// phone, any number.
    Search {
        /// What to look for.
        text: String,
        /// Where to look.
        #[arg(long, default_value = "all")]
        among: Among,
        /// Only inside the file of one person.
        #[arg(long)]
        person: Option<String>,
    },
    /// Show the significant events of a person, the oldest first, or write them to a PDF for paper.
    Chronology(Chronology),
    /// Records.
    #[command(subcommand)]
    Record(Record),
    /// Drafts.
    #[command(subcommand)]
    Draft(Draft),
    /// Forms: list, show, check, publish, retire, bring in from elsewhere.
    #[command(subcommand)]
    Form(Form),
    /// Answers to forms: list, import from a file, export to one, undo an import.
    #[command(subcommand)]
    Responses(Responses),
    /// Show or change the settings of this casebook.
    Settings {
        /// Whether you look after the forms of your service: change and publish them, import and
        /// export answers. The journal keeps it.
        #[arg(long, value_name = "YES|NO")]
        edits_forms: Option<YesNo>,
    },
    /// What waits to be sent, what needs you, what was received.
    Outbox,
    /// Enrol this device at a hub.
    Enrol {
        /// The one-time code that the hub gave.
        code: String,
    },
    /// Send what waits, and say what came of it.
    Send,
    /// Check the casebook: chains, signatures, lists, files, database.
    Check,
    /// Build the lists anew from the journal.
    Rebuild,
    /// Change the passphrase.
    Passphrase {
        /// File that holds the new one; asked for twice when not said.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Print completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print the manual page.
    Manual,
}

#[derive(Subcommand)]
pub(crate) enum Record {
    /// File a record.
    New {
        /// Id of the form, e.g. visit.
        #[arg(long)]
        form: String,
        /// JSON file with the answers by question id; `-` for standard input.
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
        /// When it happened: 2026-11-21, 2026-11-21T14:30 or with a zone; now when neither this
        /// nor the answers say.
        #[arg(long, value_name = "TIME")]
        event_time: Option<String>,
        /// A child it is about, by id or by a name that fits one person; may be given again.
        /// Children whom the answers speak of need not be named.
        #[arg(long = "person", value_name = "ID|NAME")]
        people: Vec<String>,
    },
    /// Show a record in the wording that was asked.
    Show {
        /// The record's reference, such as 4F7K-Q2MT, or its id.
        record: String,
    },
    /// Hold a record back from being sent.
    Hold {
        /// The record's reference, such as 4F7K-Q2MT, or its id.
        record: String,
    },
    /// Let a record go that was held back.
    Release {
        /// The record's reference, such as 4F7K-Q2MT, or its id.
        record: String,
    },
    /// Note that the lead was phoned about an urgent record.
    Phoned {
        /// The record's reference, such as 4F7K-Q2MT, or its id.
        record: String,
        /// Who was spoken to.
        #[arg(long)]
        who: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Draft {
    /// List drafts.
    List,
}

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum YesNo {
    Yes,
    No,
}
