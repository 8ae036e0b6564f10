//! `holdfast warning …`, `holdfast relationship …`, `holdfast episode …`.

use clap::{ArgGroup, Args, Subcommand, builder::PossibleValuesParser};
use domain::facts::{EpisodeKind, RELATIONS};

use super::YesNo;

/// Kinds of warning, as entries write them.
const WARNINGS: [&str; 12] = [
    "risk_to_worker",
    "risk_of_adult_to_children",
    "home_environment",
    "do_not_disclose",
    "contact_arrangement",
    "protection_order",
    "extra_familial_harm",
    "marac",
    "safeguarding_agreement",
    "restricted_file",
    "duplicate_file",
    "other",
];

#[derive(Subcommand)]
pub(crate) enum Warning {
    /// List the warnings on a file, those that ended too; without a person everybody who has one.
    List {
        /// The person, by id, number or a name that fits one person.
        person: Option<String>,
    },
    /// Add a warning. Say whether the person knows of it: `--told` or `--not-told`.
    Add(Box<NewWarning>),
    /// End a warning: it stays on file as one that held until then.
    End {
        /// The person.
        person: String,
        /// Id of the warning, as `warning list` shows it.
        warning: String,
        /// Its last day, YYYY-MM-DD; today when not said.
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        /// What was found at the review.
        #[arg(long, value_name = "TEXT")]
        note: String,
    },
}

/// A warning to add.
#[derive(Args)]
#[command(group = ArgGroup::new("knows").args(["told", "not_told"]).required(true))]
pub(crate) struct NewWarning {
    /// Who it is about, by id, number or a name that fits one person; several at once make one warning
    /// on all their files.
    #[arg(required = true)]
    pub people: Vec<String>,
    /// What kind.
    #[arg(long, value_parser = WARNINGS)]
    pub kind: String,
    /// What to know, and what to do.
    #[arg(long)]
    pub text: String,
    /// Since when, YYYY-MM-DD; today when not said.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// By when it is looked at again, YYYY-MM-DD: within a year.
    #[arg(long, value_name = "DAY")]
    pub review_by: Option<String>,
    /// How the person was told, such as "in person"; on the first day of the warning.
    #[arg(long, value_name = "HOW")]
    pub told: Option<String>,
    /// Why the person was not told.
    #[arg(long, value_name = "BECAUSE")]
    pub not_told: Option<String>,
    /// The manager with whom it was discussed.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub agreed_with: String,
    /// Who the risk comes from, where they are on file.
    #[arg(long, value_name = "PERSON")]
    pub risk_from: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Relationship {
    /// Say who is what to whom: `relationship add Amira mother Zoë`. Each side reads it in its own word.
    Add(NewRelationship),
    /// List a family and its professionals, and who of them is neither there nor explained.
    List {
        /// The person in the middle, by id, number or a name that fits one person.
        person: String,
    },
}

/// A relationship to add.
#[derive(Args)]
pub(crate) struct NewRelationship {
    /// Who is, by id, number or a name that fits one person.
    pub of: String,
    /// What: mother, father, sibling, foster_carer, health_visitor, …
    #[arg(value_parser = PossibleValuesParser::new(RELATIONS.iter().map(|relation| relation.code)), hide_possible_values = true)]
    pub relation: String,
    /// To whom.
    pub to: String,
    /// First day, YYYY-MM-DD, where known.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Last day, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
    /// Whether the first has parental responsibility for the other; not asked when not said.
    #[arg(long, value_name = "YES|NO")]
    pub parental_responsibility: Option<YesNo>,
    /// The first is the main carer of the other.
    #[arg(long)]
    pub main_carer: bool,
    /// They live in the same household.
    #[arg(long)]
    pub lives_with: bool,
    /// Anything to know.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
}

#[derive(Subcommand)]
pub(crate) enum Episode {
    /// List the episodes on a file, those that ended too.
    List {
        /// The person, by id, number or a name that fits one person.
        person: String,
    },
    /// Begin an episode: clocks run from here.
    Begin(NewEpisode),
    /// End an episode.
    End {
        /// The person.
        person: String,
        /// Id of the episode, as `episode list` shows it.
        episode: String,
        /// When it ended: YYYY-MM-DD or YYYY-MM-DDTHH:MM; today when not said.
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
        /// Code of the outcome, where the kind has one.
        #[arg(long, value_name = "CODE")]
        outcome: Option<String>,
    },
}

/// An episode to begin.
#[derive(Args)]
pub(crate) struct NewEpisode {
    /// Whose, by id, number or a name that fits one person; several at once make one episode of all.
    #[arg(required = true)]
    pub people: Vec<String>,
    /// What kind.
    #[arg(long, value_parser = PossibleValuesParser::new(EpisodeKind::ALL.iter().map(|kind| kind.as_str())))]
    pub kind: String,
    /// When it truly began: YYYY-MM-DD or YYYY-MM-DDTHH:MM; today when not said.
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// The child's own date inside the limit, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub own_date: Option<String>,
    /// What the kind has beside, such as category=… or legal_status=…; may be given again.
    #[arg(long = "detail", value_name = "NAME=CODE")]
    pub details: Vec<String>,
    /// Anything to know.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
}

#[cfg(test)]
mod tests {
    use domain::facts::WarningKind;

    #[test]
    fn every_kind_of_warning_that_can_be_typed_is_one() {
        for kind in super::WARNINGS {
            assert!(serde_json::from_value::<WarningKind>(kind.into()).is_ok(), "{kind}");
        }
    }
}
