//! Facts about people: recorded, corrected, ended, withdrawn by the same two commands.

use std::collections::BTreeMap;

use domain::Fact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonRow;

/// Records a fact, or a correction of one.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordFactRequest {
    /// UUID of the fact that is corrected; none for a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// UUIDs of those on whose files it stands. Relationships and decisions who is the same person
    /// need none: they stand on both files.
    #[serde(default)]
    pub about: Vec<String>,
    /// What it says.
    pub says: Fact,
    /// For a correction: `seen` of the fact as the screen shows it. What came since then stands beside the
    /// correction. Left out, it is a correction of what stands when it is recorded.
    #[serde(default)]
    #[ts(optional)]
    pub seen: Option<Vec<String>>,
}

/// Takes back a fact that was recorded in error.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawFactRequest {
    /// UUID of the fact.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// A fact as it is shown.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FactView {
    /// UUID.
    pub id: String,
    /// UUIDs of those on whose files it stands.
    pub about: Vec<String>,
    /// What it says. A hidden address that this person may not see has no lines and no postcode.
    pub says: Fact,
    /// Whether it holds today.
    pub holds: bool,
    /// It begins later: planned, and neither in force nor ended.
    pub planned: bool,
    /// Name of who recorded it.
    pub author: String,
    /// When it was recorded.
    pub recorded: String,
    /// "Mosaic, as at 2020-10-11", in parts, for a fact that was recovered.
    pub recovered: Option<RecoveredView>,
    /// It was recorded after this person last looked at the file.
    pub new: bool,
    /// Other versions that stand beside it, recorded without knowing of it: a clash.
    pub beside: Vec<FactVersionView>,
    /// What a check digit says of an identifier: `right`, `wrong`; none where there is nothing to check.
    pub check: Option<String>,
    /// For an identifier: names of other people on file who have it.
    pub shared_with: Vec<String>,
    /// For a warning: this person has read it as it stands.
    pub read: Option<bool>,
    /// For a passage or a fact that somebody does not know of; none for most.
    pub not_told: Option<NotToldView>,
    /// Hidden from this person: the address is not in `says`.
    pub hidden: bool,
    /// The versions shown, as a correction of them names them.
    pub seen: Vec<String>,
    /// Names of the people whom it names, and of those on whose files it stands where it is more than one,
    /// by UUID.
    pub names: BTreeMap<String, String>,
}

/// Where something was recovered from.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveredView {
    /// The lost system.
    pub system: String,
    /// Its day, `YYYY-MM-DD`.
    pub as_at: String,
}

/// Another version of a fact.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FactVersionView {
    /// What it says.
    pub says: Fact,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub recorded: String,
}

/// Who does not know of something.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NotToldView {
    /// UUID of the fact that says so.
    pub id: String,
    /// `child`, `parent`, `both`.
    pub unaware: String,
    /// Why not.
    pub because: String,
    /// The passage; empty means all of it.
    pub passage: String,
}

/// Asks for the organisation's own data: services, teams and time limits.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct OrganisationView {
    /// Services, by name.
    pub services: Vec<FactView>,
    /// Teams, by name.
    pub teams: Vec<FactView>,
    /// Time limits, those that ship and the organisation's own.
    pub limits: Vec<TimeLimitView>,
}

/// A time limit in force.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TimeLimitView {
    /// Its id.
    pub limit: String,
    /// Kind of episode that it is about.
    pub episode: String,
    /// How many.
    pub amount: u32,
    /// `hours`, `days`, `working_days`, `weeks`, `months`.
    pub unit: String,
    /// `law` or `local`.
    pub nature: String,
    /// Where the rule comes from.
    pub source: String,
    /// The organisation set it in place of the one that ships.
    pub own: Option<FactView>,
}

/// Takes note that warnings were read.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadWarningsRequest {
    /// Whose file.
    pub id: String,
    /// UUIDs of the warnings.
    pub warnings: Vec<String>,
}

/// What is known of somebody who is to be added or matched.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindMatchesRequest {
    /// Names, in any order and script.
    pub name: String,
    /// `YYYY-MM-DD`, if known.
    #[serde(default)]
    #[ts(optional)]
    pub date_of_birth: Option<String>,
    /// Postcode, if known.
    #[serde(default)]
    #[ts(optional)]
    pub postcode: Option<String>,
    /// Phone, if known.
    #[serde(default)]
    #[ts(optional)]
    pub phone: Option<String>,
    /// Any identifier, if known.
    #[serde(default)]
    #[ts(optional)]
    pub identifier: Option<String>,
    /// Somebody on file whose like is looked for, and who is not among the answers.
    #[serde(default)]
    #[ts(optional)]
    pub person: Option<String>,
}

/// People who may be meant, the likeliest first.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct MatchesView {
    /// At most ten.
    pub matches: Vec<MatchView>,
}

/// Somebody who may be meant.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct MatchView {
    /// Who.
    pub person: PersonRow,
    /// `exact`, `likely`, `possible`.
    pub likeness: String,
    /// What speaks for it: `same_name`, `names_in_other_order`, `part_of_name`, `sounds_alike`,
    /// `typing_slip`, `known_as`, `same_birth`, `birth_slip`, `same_postcode`, `same_phone`, `same_identifier`.
    pub reasons: Vec<String>,
    /// What speaks against it: `other_birth`, `other_sex`, `twin`.
    pub against: Vec<String>,
}

/// Two files that may be of one person.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PairView {
    /// One.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// As in [`MatchView`].
    pub likeness: String,
    /// As in [`MatchView`].
    pub reasons: Vec<String>,
    /// As in [`MatchView`].
    pub against: Vec<String>,
}

/// Pairs to look at, and the ledger of decisions about pairs.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DuplicatesView {
    /// Not decided about yet, the likeliest first.
    pub pairs: Vec<PairView>,
    /// Decisions in force and before, the last first.
    pub decisions: Vec<DecisionView>,
}

/// A decision whether two files are of one person.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DecisionView {
    /// UUID of the fact.
    pub id: String,
    /// One.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// The same person.
    pub same: bool,
    /// Why.
    pub reason: String,
    /// Who agreed.
    pub approved_by: String,
    /// Who decided.
    pub author: String,
    /// When.
    pub recorded: String,
    /// A later decision stands in its place.
    pub replaced: bool,
}

/// Somebody in a family, and what they are to the one in the middle.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NetworkMember {
    /// Who.
    pub person: PersonRow,
    /// What they are to the one in the middle, or to the nearest between; a code.
    pub relation: String,
    /// UUID of the one to whom they are that.
    pub to: String,
    /// UUID of the relationship.
    pub fact: String,
    /// 1 for those beside the one in the middle, 2 for those beyond.
    pub steps: u32,
    /// A professional.
    pub professional: bool,
    /// Has parental responsibility for `to`; none when nobody asked.
    pub parental_responsibility: Option<bool>,
    /// Main carer of `to`.
    pub main_carer: bool,
    /// In the same household as `to`.
    pub lives_with: bool,
    /// First and last day, where known.
    pub from: Option<String>,
    /// See `from`.
    pub until: Option<String>,
    /// Holds today.
    pub holds: bool,
    /// Anything to know.
    pub note: String,
    /// Warnings on their own file that hold today.
    pub warnings: u32,
    /// A phone number that may be used.
    pub phone: Option<String>,
}

/// A family and its professionals.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NetworkView {
    /// The one in the middle.
    pub person: PersonRow,
    /// Around them, family first, the nearest first.
    pub members: Vec<NetworkMember>,
    /// Of whom nothing is known, with the reason.
    pub not_known: Vec<FactView>,
    /// Parts of the family that are neither there nor explained: `mother`, `father`, `other_adults`,
    /// `siblings`.
    pub missing: Vec<String>,
}

domain::named_only!(
    RecordFactRequest,
    WithdrawFactRequest,
    FactView,
    FactVersionView,
    NotToldView,
    OrganisationView,
    FindMatchesRequest,
    MatchesView,
    MatchView,
    PairView,
    DuplicatesView,
    DecisionView,
    NetworkMember,
    NetworkView
);
