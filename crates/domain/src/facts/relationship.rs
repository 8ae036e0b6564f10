//! Who is what to whom. One fact stands for both directions: each side reads it in its own word.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::PersonId;

/// A relationship: `of` is the `relation` of `to` ("Amira is the mother of Zoë").
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Relationship {
    /// Who is.
    #[ts(type = "string")]
    pub of: PersonId,
    /// To whom.
    #[ts(type = "string")]
    pub to: PersonId,
    /// What: one of [`RELATIONS`].
    pub relation: String,
    /// First day, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
    /// `of` has parental responsibility for `to`; none when nobody asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub parental_responsibility: Option<bool>,
    /// `of` is the main carer of `to`.
    #[serde(default)]
    pub main_carer: bool,
    /// In the same household.
    #[serde(default)]
    pub lives_with: bool,
    /// Anything to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

/// A word for a relationship, with the word that the other side reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// As stored.
    pub code: &'static str,
    /// What the other is to this one.
    pub inverse: &'static str,
    /// A professional's part in a child's life, not family.
    pub professional: bool,
}

const fn family(code: &'static str, inverse: &'static str) -> Relation {
    Relation { code, inverse, professional: false }
}

const fn professional(code: &'static str, inverse: &'static str) -> Relation {
    Relation { code, inverse, professional: true }
}

/// Every relation. The inverse of each is in the table as well (tested).
pub const RELATIONS: [Relation; 56] = [
    family("mother", "child"),
    family("father", "child"),
    family("parent", "child"),
    family("child", "parent"),
    family("unborn_child", "expectant_parent"),
    family("expectant_parent", "unborn_child"),
    family("step_parent", "step_child"),
    family("step_child", "step_parent"),
    family("adoptive_parent", "adopted_child"),
    family("adopted_child", "adoptive_parent"),
    family("foster_carer", "foster_child"),
    family("foster_child", "foster_carer"),
    family("private_foster_carer", "privately_fostered_child"),
    family("privately_fostered_child", "private_foster_carer"),
    family("special_guardian", "child_of_special_guardian"),
    family("child_of_special_guardian", "special_guardian"),
    family("kinship_carer", "child_in_kinship_care"),
    family("child_in_kinship_care", "kinship_carer"),
    family("partner_of_parent", "child_of_partner"),
    family("child_of_partner", "partner_of_parent"),
    family("sibling", "sibling"),
    family("half_sibling", "half_sibling"),
    family("step_sibling", "step_sibling"),
    family("foster_sibling", "foster_sibling"),
    family("grandparent", "grandchild"),
    family("grandchild", "grandparent"),
    family("great_grandparent", "great_grandchild"),
    family("great_grandchild", "great_grandparent"),
    family("aunt_or_uncle", "niece_or_nephew"),
    family("niece_or_nephew", "aunt_or_uncle"),
    family("cousin", "cousin"),
    family("partner", "partner"),
    family("former_partner", "former_partner"),
    family("spouse", "spouse"),
    family("friend", "friend"),
    family("neighbour", "neighbour"),
    family("lodger", "lives_with_lodger"),
    family("lives_with_lodger", "lodger"),
    family("other_family", "other_family"),
    family("perpetrator_of_abuse", "victim_of_abuse"),
    family("victim_of_abuse", "perpetrator_of_abuse"),
    family("associate", "associate"),
    professional("social_worker", "child_known_to"),
    professional("health_visitor", "child_known_to"),
    professional("school_nurse", "child_known_to"),
    professional("gp", "child_known_to"),
    professional("midwife", "child_known_to"),
    professional("teacher", "child_known_to"),
    professional("designated_safeguarding_lead", "child_known_to"),
    professional("police_officer", "child_known_to"),
    professional("probation_officer", "child_known_to"),
    professional("guardian_cafcass", "child_known_to"),
    professional("advocate", "child_known_to"),
    professional("independent_reviewing_officer", "child_known_to"),
    professional("other_professional", "child_known_to"),
    professional("child_known_to", "other_professional"),
];

/// What the other side is, of a relation that is known.
pub fn inverse_of(code: &str) -> Option<&'static str> {
    RELATIONS.iter().find(|relation| relation.code == code).map(|relation| relation.inverse)
}

/// A part of the family of whom nothing is known yet, with the reason: an empty place is never
/// simply left out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotKnown {
    /// Of whom.
    pub part: FamilyPart,
    /// Why it is not known, or that there is nobody.
    pub because: String,
}

/// A part of a child's family that is always asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FamilyPart {
    /// The mother.
    Mother,
    /// The father.
    Father,
    /// Other adults in the home.
    OtherAdults,
    /// Brothers and sisters.
    Siblings,
}

crate::named_only!(Relationship, NotKnown);

#[cfg(test)]
mod tests {
    use super::{RELATIONS, inverse_of};

    #[test]
    fn every_relation_reads_from_both_sides() {
        for relation in RELATIONS {
            assert!(inverse_of(relation.inverse).is_some(), "{} has no way back", relation.code);
        }
    }
}
