//! What may not be in the built screens: things that belong to gov.uk alone. The typeface and the
//! crest are licensed for services on gov.uk only.

const GOV_UK_ONLY: &[&str] = &["GDS Transport", "govuk-crest", "govuk-opengraph"];

const FONTS: &[&str] = &[".woff", ".woff2", ".ttf", ".otf", ".eot"];

#[test]
fn the_built_screens_hold_no_typeface_and_no_crest_of_gov_uk() {
    let built = super::root().join("ui/build");
    let mut faults = Vec::new();
    for path in super::files(&built) {
        let bytes = std::fs::read(&path).expect("a built file is readable");
        let name = super::name(&path);
        faults.extend(belongs_to_gov_uk(&name, &String::from_utf8_lossy(&bytes)));
    }
    super::none("built screens with things of gov.uk", &faults);
}

#[test]
fn a_crest_or_a_typeface_is_caught_by_name_and_by_content() {
    assert_eq!(belongs_to_gov_uk("assets/images/govuk-crest.svg", "").len(), 1);
    assert_eq!(belongs_to_gov_uk("a.css", "font-family:\"GDS Transport\",arial").len(), 1);
    assert_eq!(belongs_to_gov_uk("assets/fonts/light-94a07e06a1-v2.woff2", "").len(), 1);
    assert!(belongs_to_gov_uk("a.css", "font-family:system-ui").is_empty());
}

fn belongs_to_gov_uk(name: &str, text: &str) -> Vec<String> {
    let mut faults: Vec<String> = GOV_UK_ONLY
        .iter()
        .filter(|thing| name.contains(**thing) || text.contains(**thing))
        .map(|thing| format!("{name}: {thing}"))
        .collect();
    if FONTS.iter().any(|end| name.ends_with(end)) {
        faults.push(format!("{name}: a font file; the screens use the fonts of the system"));
    }
    faults
}
