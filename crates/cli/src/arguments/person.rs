//! `holdfast person …`.

use clap::{Args, Subcommand};
use domain::PersonField;

use super::PackFile;

#[derive(Subcommand)]
pub(crate) enum Person {
    /// Add a person. Nothing but a name is required. Somebody who is like a person on file is not
    /// added without `--although-alike`.
    Add(Box<NewPerson>),
    /// Correct what is recorded of a person; an empty text removes a value.
    Amend {
        /// The person, by id, number or a name that fits one person.
        #[arg(value_name = "PERSON")]
        id: String,
        /// New full name.
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        values: Values,
    },
    /// List people, by name.
    List {
        /// Words of the name, in any order.
        #[arg(long, default_value = "")]
        search: String,
    },
    /// Show a person's file: warnings first, then who it is, allocation, what is due, facts, timeline.
    Show {
        /// The person, by id, number or a name that fits one person.
        #[arg(value_name = "PERSON")]
        id: String,
    },
    /// Give a person on file an emergency id, to say on the phone; who has one keeps it.
    Id {
        /// The person, by id, number or a name that fits one person.
        #[arg(value_name = "PERSON")]
        id: String,
    },
    /// List what was recorded of a person, the last first: what it said before, who changed it and when,
    /// and what was withdrawn and why.
    History {
        /// The person, by id, number or a name that fits one person.
        #[arg(value_name = "PERSON")]
        id: String,
    },
    /// Find who may be meant, the likeliest first: names in any order, misspelt or by their sound.
    Find {
        /// Names, in any order and script.
        text: String,
        /// Date of birth, YYYY-MM-DD.
        #[arg(long)]
        date_of_birth: Option<String>,
        /// Postcode.
        #[arg(long)]
        postcode: Option<String>,
        /// Phone.
        #[arg(long)]
        phone: Option<String>,
        /// Any number of the person.
        #[arg(long)]
        identifier: Option<String>,
    },
    /// Decide that two files are of one person. They are shown together, nothing is rewritten, and it
    /// can be taken back.
    Link(Named),
    /// Decide that two files are of two people, also when they were linked before.
    Unlink(Named),
    /// List pairs of files that may be of one person, and what was decided about pairs.
    Duplicates,
    /// Import people, numbers, warnings, allocations or relationships of a system that is gone, from
    /// CSV or XLSX.
    Import(PackFile),
}

/// Somebody to add.
#[derive(Args)]
pub(crate) struct NewPerson {
    /// Full name.
    #[arg(long)]
    pub name: String,
    #[command(flatten)]
    pub values: Values,
    /// Where the person lives, without the postcode.
    #[arg(long)]
    pub address: Option<String>,
    /// Postcode of the address.
    #[arg(long)]
    pub postcode: Option<String>,
    /// Phone number; may be given again.
    #[arg(long = "phone", value_name = "PHONE")]
    pub phones: Vec<String>,
    /// A number of the person with its scheme: emergency, mosaic, nhs, upn, former_upn, ssda903,
    /// home_office, youth_justice or other. May be given again.
    #[arg(long = "identifier", value_name = "SCHEME:VALUE")]
    pub identifiers: Vec<String>,
    /// Give the person an emergency id, to say on the phone.
    #[arg(long)]
    pub emergency_id: bool,
    /// Somebody on file who is like them and is a different person: kept as a decision, so that nobody
    /// is asked about the two again. May be given again.
    #[arg(long = "different", value_name = "PERSON")]
    pub different: Vec<String>,
    /// Add the person although somebody on file is like them.
    #[arg(long)]
    pub although_alike: bool,
}

/// What is recorded once of a person.
#[derive(Args)]
pub(crate) struct Values {
    /// What the person likes to be called.
    #[arg(long)]
    pub known_as: Option<String>,
    /// YYYY-MM-DD; of an unborn child the due date.
    #[arg(long)]
    pub date_of_birth: Option<String>,
    /// What the service is to the child.
    #[arg(long, value_parser = domain::CARE_STATUSES)]
    pub care_status: Option<String>,
    /// Who or what it is; a child when not said.
    #[arg(long, value_parser = domain::PERSON_KINDS)]
    pub kind: Option<String>,
    /// Any other field, such as sex=female, school=…, languages=…; may be given again.
    #[arg(long = "field", value_name = "NAME=VALUE", value_parser = field)]
    pub fields: Vec<(PersonField, String)>,
}

/// Two files, and why they are of one person or of two.
#[derive(Args)]
pub(crate) struct Named {
    /// One file, by id, number or a name that fits one person.
    pub one: String,
    /// The other.
    pub other: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Who agreed to it.
    #[arg(long, value_name = "NAME")]
    pub approved_by: String,
}

fn field(typed: &str) -> Result<(PersonField, String), String> {
    let all = || PersonField::ALL.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(", ");
    let (name, value) = typed.split_once('=').ok_or("write NAME=VALUE")?;
    let field = PersonField::parse(name.trim()).ok_or_else(|| format!("fields are {}", all()))?;
    Ok((field, value.to_owned()))
}
