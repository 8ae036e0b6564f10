//! Permission: every verb asks, and the table of the built-in role stands here in full.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::{Action, Actor, AuthorId, PersonId, Resource, Role, allows};

/// Verbs on a session that need not ask, each with why. Nothing else may be added in passing.
const NEED_NOT_ASK: &[(&str, &str)] = &[];

/// Every `pub fn` of the sources that takes a session, with its whole text.
fn verbs() -> Vec<(String, String)> {
    let mut verbs = Vec::new();
    for file in sources(&Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("src")) {
        let text = fs::read_to_string(file).unwrap();
        verbs.extend(verbs_of(&text));
    }
    verbs
}

fn verbs_of(text: &str) -> Vec<(String, String)> {
    let mut verbs = Vec::new();
    for (at, _) in text.match_indices("pub fn ").filter(|(at, _)| text[..*at].ends_with('\n')) {
        let whole = &text[at..];
        let end = whole.find("\n}\n").map_or(whole.len(), |end| end + 3);
        let (whole, head) = (&whole[..end], &whole[..whole[..end].find('{').unwrap_or(end)]);
        if head.contains("&Session") || head.contains("&Arc<Session>") {
            let name = &head["pub fn ".len()..head.find(['(', '<']).unwrap()];
            verbs.push((name.to_owned(), whole.to_owned()));
        }
    }
    verbs
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Whether a verb asks before it does anything: in its first line, or by handing on to one in its
/// file that does.
fn asks_first(whole: &str) -> bool {
    let body = whole.split_once("{\n").map_or("", |(_, body)| body).trim_start();
    body.starts_with("permit(session, ")
}

#[test]
fn every_verb_asks_for_permission_before_it_does_anything() {
    let verbs = verbs();
    assert!(verbs.len() >= 60, "only {} verbs were found: has their shape changed?", verbs.len());
    let silent: Vec<&String> = verbs
        .iter()
        .filter(|(name, whole)| {
            // Setting aside and taking back are one act in two directions.
            let handed_on = whole.contains("    change(session, id, ");
            !asks_first(whole) && !handed_on && !NEED_NOT_ASK.iter().any(|(allowed, _)| allowed == name)
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(silent, Vec::<&String>::new());
}

#[test]
fn a_verb_that_does_not_ask_or_asks_too_late_is_caught() {
    let text = "\npub fn peek(session: &Session) -> u32 {\n    session.look()\n}\n\
                \npub fn late(\n    session: &Arc<Session>,\n) -> u32 {\n    session.look();\n    permit(session, A, R)?;\n}\n\
                \npub fn asks(session: &Session) {\n    permit(session, A, R)?;\n}\n";
    let found: Vec<(String, bool)> =
        verbs_of(text).iter().map(|(name, whole)| (name.clone(), asks_first(whole))).collect();
    assert_eq!(found, [("peek".to_owned(), false), ("late".to_owned(), false), ("asks".to_owned(), true)]);
}

#[test]
fn the_act_that_others_hand_on_to_asks() {
    let text =
        fs::read_to_string(Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("src/drafts/set_aside.rs"))
            .unwrap();
    let change = text.split_once("fn change(").unwrap().1;
    assert!(asks_first(change));
}

#[test]
fn each_role_may_do_this_and_nothing_else() {
    use Action::{Add, Amend, Deliver, Export, File, Keep, Publish, Read};
    let person = Resource::Person(PersonId(uuid::Uuid::nil()));
    let every = [Read, Add, Amend, File, Deliver, Keep, Publish, Export];
    //                      what anybody may, and what only those who look after the forms may
    let table: [(Resource, &[Action], &[Action]); 8] = [
        (Resource::People, &[Read, Add], &[]),
        (person, &[Read, Amend], &[]),
        (Resource::Forms, &[Read], &[Add, Amend, Publish]),
        (Resource::Drafts, &[Read, Add, Amend], &[]),
        (Resource::Records, &[Read, File], &[]),
        (Resource::Responses, &[Read], &[Add, Amend, Export]),
        (Resource::Delivery, &[Read, Deliver], &[]),
        (Resource::Casebook, &[Read, Keep], &[]),
    ];
    for (resource, anybody, editors) in table {
        for action in every {
            for role in [Role::Practitioner, Role::FormsEditor] {
                let actor = Actor { author: AuthorId(uuid::Uuid::nil()), role };
                let may = anybody.contains(&action) || (role == Role::FormsEditor && editors.contains(&action));
                assert_eq!(allows(&actor, action, resource).is_ok(), may, "{role:?} {action:?} {resource:?}");
            }
        }
    }
}
