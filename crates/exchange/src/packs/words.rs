//! Words of old systems, and the codes that they stand for here. What is in no list is never forced
//! into one.

use domain::facts::{AllocationRole, IdScheme, Priority, RELATIONS, WarningKind};
use forms::Lists;

/// Letters and digits in lower case, single-spaced: how words are compared.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The code of a word in a table of `word, word, word = code`.
fn of<T: Copy>(text: &str, table: &[(&[&str], T)]) -> Option<T> {
    let text = plain(text);
    table.iter().find(|(words, _)| words.contains(&text.as_str())).map(|(_, code)| *code)
}

/// Yes or no; none for anything else.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    of(text, &[(&["yes", "y", "true", "1"], true), (&["no", "n", "false", "0"], false)])
}

/// As `PersonField::Sex` has it. The digits are those of the NHS data dictionary.
pub(super) fn sex(text: &str) -> Option<&'static str> {
    of(
        text,
        &[
            (&["f", "female", "girl", "woman", "2"], "female"),
            (&["m", "male", "boy", "man", "1"], "male"),
            (&["indeterminate", "i", "intersex", "9"], "indeterminate"),
            (&["u", "unknown", "not known", "not recorded", "not specified", "0", "x"], "not_known"),
        ],
    )
}

/// As `PersonField::Kind` has it.
pub(super) fn kind(text: &str) -> Option<&'static str> {
    of(
        text,
        &[
            (&["child", "c", "children", "young person"], "child"),
            (&["unborn", "unborn child", "u"], "unborn_child"),
            (&["adult", "a", "adults", "parent", "carer"], "adult"),
            (&["professional", "worker", "p"], "professional"),
            (&["place", "organisation", "establishment"], "place"),
            (&["group", "family", "household"], "group"),
        ],
    )
}

/// As `PersonField::CareStatus` has it.
pub(super) fn care_status(text: &str) -> Option<&'static str> {
    of(
        text,
        &[
            (&["early help", "eh", "early help support"], "early_help"),
            (&["cin", "child in need", "children in need", "cin plan", "s17", "section 17"], "child_in_need"),
            (
                &["cp", "cpp", "child protection", "child protection plan", "cp plan", "subject to cp plan"],
                "child_protection_plan",
            ),
            (&["lac", "cla", "looked after", "looked after child", "child looked after", "in care"], "looked_after"),
            (&["care leaver", "leaving care", "cl"], "care_leaver"),
            (&["none", "closed", "none of these", "not open"], "none_of_these"),
        ],
    )
}

/// A kind of warning. The words before the names of the kinds are those of lists of old systems.
pub(super) fn warning(text: &str) -> Option<WarningKind> {
    use WarningKind as Kind;
    of(
        text,
        &[
            (
                &[
                    "risk to worker",
                    "risk to workers",
                    "risk to staff",
                    "violence to staff",
                    "staff safety",
                    "do not visit alone",
                    "two workers to visit",
                    "violent",
                    "dangerous dog",
                    "weapons",
                ],
                Kind::RiskToWorker,
            ),
            (
                &[
                    "risk of adult to children",
                    "adult poses risk to children",
                    "adult who poses a risk to children",
                    "risk to children",
                    "sex offender",
                    "registered sex offender",
                    "schedule 1 offender",
                    "person posing a risk",
                ],
                Kind::RiskOfAdultToChildren,
            ),
            (&["home environment", "hazard in home", "infestation", "dangerous home"], Kind::HomeEnvironment),
            (
                &["do not disclose", "do not disclose address", "confidential address", "address confidential"],
                Kind::DoNotDisclose,
            ),
            (
                &["contact arrangement", "contact arrangements", "supervised contact", "no contact"],
                Kind::ContactArrangement,
            ),
            (
                &["protection order", "non molestation order", "restraining order", "injunction", "occupation order"],
                Kind::ProtectionOrder,
            ),
            (
                &[
                    "extra familial harm",
                    "child sexual exploitation",
                    "cse",
                    "child criminal exploitation",
                    "cce",
                    "gangs",
                    "gang",
                ],
                Kind::ExtraFamilialHarm,
            ),
            (&["marac", "marac case", "domestic abuse marac"], Kind::Marac),
            (&["safeguarding agreement", "written agreement", "working agreement"], Kind::SafeguardingAgreement),
            (&["restricted file", "restricted", "restricted record", "restricted access"], Kind::RestrictedFile),
            (&["duplicate file", "duplicate", "duplicate record"], Kind::DuplicateFile),
            (&["other"], Kind::Other),
        ],
    )
}

/// A code of the relations that are known: its own word, or what an old system says. The first letter
/// after a blank may be a sex ("sister" and "brother" are one relation).
pub(super) fn relation(text: &str) -> Option<&'static str> {
    let said = plain(text);
    let own = RELATIONS.iter().find(|relation| relation.code.replace('_', " ") == said).map(|relation| relation.code);
    own.or_else(|| {
        of(
            &said,
            &[
                (&["mum", "birth mother", "natural mother"], "mother"),
                (&["dad", "birth father", "natural father"], "father"),
                (&["son", "daughter", "birth child", "natural child"], "child"),
                (&["step mother", "stepmother", "step father", "stepfather", "step parent"], "step_parent"),
                (&["step son", "stepson", "step daughter", "stepdaughter", "step child", "stepchild"], "step_child"),
                (&["adoptive mother", "adoptive father", "adopter"], "adoptive_parent"),
                (&["adopted son", "adopted daughter"], "adopted_child"),
                (&["foster mother", "foster father", "foster parent", "carer foster"], "foster_carer"),
                (&["brother", "sister", "full sibling", "twin"], "sibling"),
                (&["half brother", "half sister"], "half_sibling"),
                (&["step brother", "step sister", "stepbrother", "stepsister"], "step_sibling"),
                (
                    &[
                        "grandmother",
                        "grandfather",
                        "maternal grandmother",
                        "paternal grandmother",
                        "maternal grandfather",
                        "paternal grandfather",
                        "grand parent",
                    ],
                    "grandparent",
                ),
                (&["grandson", "granddaughter", "grand child"], "grandchild"),
                (
                    &["aunt", "uncle", "maternal aunt", "paternal aunt", "maternal uncle", "paternal uncle"],
                    "aunt_or_uncle",
                ),
                (&["niece", "nephew"], "niece_or_nephew"),
                (&["husband", "wife", "civil partner"], "spouse"),
                (&["ex partner", "ex husband", "ex wife", "ex spouse"], "former_partner"),
                (&["mother s partner", "father s partner", "parent s partner"], "partner_of_parent"),
                (&["sgo carer", "special guardianship carer"], "special_guardian"),
                (&["kinship carer", "connected person", "family and friends carer"], "kinship_carer"),
                (&["other relative", "other family member", "relative", "extended family"], "other_family"),
                (&["perpetrator", "alleged perpetrator"], "perpetrator_of_abuse"),
                (&["victim"], "victim_of_abuse"),
                (&["general practitioner", "doctor"], "gp"),
                (&["school teacher", "head teacher"], "teacher"),
                (&["dsl"], "designated_safeguarding_lead"),
                (&["iro"], "independent_reviewing_officer"),
                (&["children s guardian", "cafcass guardian"], "guardian_cafcass"),
                (&["allocated social worker", "sw"], "social_worker"),
            ],
        )
    })
}

/// In what part somebody is allocated.
pub(super) fn role(text: &str) -> Option<AllocationRole> {
    use AllocationRole as Role;
    of(
        text,
        &[
            (
                &[
                    "lead worker",
                    "allocated worker",
                    "allocated social worker",
                    "social worker",
                    "key worker",
                    "primary worker",
                    "lead",
                ],
                Role::LeadWorker,
            ),
            (&["second worker", "secondary worker", "co worker", "joint worker", "secondary"], Role::SecondWorker),
            (
                &["independent chair", "iro", "independent reviewing officer", "conference chair", "cp chair"],
                Role::IndependentChair,
            ),
            (&["supervising worker", "supervising social worker", "ssw"], Role::SupervisingWorker),
            (&["personal adviser", "personal advisor", "pa"], Role::PersonalAdviser),
            (&["lead professional"], Role::LeadProfessional),
            (&["clinician", "therapist", "psychologist"], Role::Clinician),
            (&["youth justice worker", "yot worker", "youth offending worker", "yjs worker"], Role::YouthJusticeWorker),
            (&["family support", "family support worker", "fsw", "family support practitioner"], Role::FamilySupport),
        ],
    )
}

/// How soon somebody must look.
pub(super) fn priority(text: &str) -> Option<Priority> {
    of(
        text,
        &[
            (&["urgent", "immediate", "critical"], Priority::Urgent),
            (&["high", "red"], Priority::High),
            (&["medium", "amber"], Priority::Medium),
            (&["low", "green"], Priority::Low),
        ],
    )
}

/// Whose numbering an identifier is of.
pub(super) fn scheme(text: &str) -> Option<IdScheme> {
    of(
        text,
        &[
            (&["nhs", "nhs number", "nhs no"], IdScheme::Nhs),
            (&["upn", "unique pupil number", "pupil number"], IdScheme::Upn),
            (&["former upn", "previous upn", "old upn"], IdScheme::FormerUpn),
            (&["mosaic", "mosaic id", "mosaic number"], IdScheme::Mosaic),
            (&["ssda903", "ssda903 id", "child id ssda903", "903", "la child id"], IdScheme::Ssda903),
            (
                &["home office", "home office reference", "ho reference", "port reference", "ho ref"],
                IdScheme::HomeOffice,
            ),
            (&["youth justice", "yot", "yoti", "childview", "asset"], IdScheme::YouthJustice),
            (&["emergency", "emergency id", "nc", "tmp", "nc id", "tmp id"], IdScheme::Emergency),
            (&["other"], IdScheme::Other),
        ],
    )
}

/// The numbering of a lost system's own ids.
pub(super) fn scheme_of(system: &str) -> IdScheme {
    if plain(system).split(' ').any(|word| word == "mosaic") { IdScheme::Mosaic } else { IdScheme::Other }
}

/// The code of a list that ships with the forms, by code or by label. `list` is its name; a list that
/// is changed gets a new version beside the old one, and codes stay.
pub(super) fn listed<'a>(lists: &'a Lists, list: &str, text: &str) -> Option<&'a str> {
    let said = plain(text);
    let list = (1..=9).rev().find_map(|version| lists.get(&format!("{list}@{version}")))?;
    let item = list.items.iter().find(|item| plain(&item.id) == said || plain(&item.label) == said);
    item.map(|item| item.id.as_str())
}

/// Words for "asked, and not said" and "nobody asked", which every such field knows.
pub(super) fn not_said(text: &str) -> Option<&'static str> {
    of(
        text,
        &[
            (
                &["declined", "refused", "prefer not to say", "chose not to say", "asked and chose not to say"],
                "declined",
            ),
            (&["not asked", "not recorded", "not known", "unknown", "not yet obtained", "not stated"], "not_asked"),
        ],
    )
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    #[rstest]
    #[case("Mother", Some("mother"))]
    #[case("Mother's partner", Some("partner_of_parent"))]
    #[case("HALF-SISTER", Some("half_sibling"))]
    #[case("aunt_or_uncle", Some("aunt_or_uncle"))]
    #[case("Godmother", None)]
    fn a_relation_is_in_the_list_or_is_not(#[case] said: &str, #[case] code: Option<&str>) {
        assert_eq!(super::relation(said), code);
    }

    #[rstest]
    #[case("F", Some("female"))]
    #[case("Not known", Some("not_known"))]
    #[case("Q", None)]
    fn a_sex_is_in_the_list_or_is_not(#[case] said: &str, #[case] code: Option<&str>) {
        assert_eq!(super::sex(said), code);
    }
}
