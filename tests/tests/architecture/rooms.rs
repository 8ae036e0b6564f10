//! Who may import whom: `cargo metadata` against the table of docs/architecture.md.

use std::process::Command;

/// A room of the workspace and the rooms that it may import. Imports of tests are free, but for
/// the two rooms in `NOBODYS`. A room that is not built yet is in the table all the same.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("forms", &["domain"]),
    ("vault", &["domain"]),
    ("journal", &["domain", "vault"]),
    ("casebook", &["domain", "forms", "vault", "journal"]),
    ("sync", &["domain", "vault", "journal", "casebook"]),
    ("exchange", &["domain", "forms", "casebook"]),
    ("print", &["domain"]),
    ("app", &["domain", "forms", "vault", "journal", "casebook", "sync", "exchange"]),
    ("api", &["domain", "forms", "vault", "journal", "casebook", "sync", "exchange", "app"]),
    ("hub", &["domain", "vault", "journal"]),
    ("cli", &["domain", "app", "api", "print"]),
    ("devhost", &["domain", "app", "api", "print"]),
    ("holdfast-desktop", &["domain", "app", "api", "print"]),
    ("testkit", &["domain", "forms", "vault", "journal", "casebook", "sync", "hub"]),
    ("journeys", &[]),
];

/// What stands at the end of an edge that not even a test may draw. The browser's host must not
/// reach a release by way of a dependency.
const NOBODYS: &[&str] = &["devhost", "holdfast-desktop", "journeys"];

/// The desktop shell's libraries: named in `src-tauri` only.
const SHELL_ONLY: &[&str] = &["tauri", "tauri-build", "tauri-runtime", "tauri-utils", "wry", "tao", "rfd"];

/// One dependency as written in a Cargo.toml.
struct Edge {
    from: String,
    to: String,
    for_tests: bool,
    /// Whether the dependent room lies under `crates/`.
    in_crates: bool,
}

#[test]
fn every_import_between_rooms_is_in_the_table() {
    let (rooms, edges) = workspace();
    super::none("rooms that the table does not name", &unnamed(&rooms));
    super::none("imports that the table forbids", &forbidden(&edges));
}

#[test]
fn nothing_under_crates_names_the_desktop_shell() {
    let (_, edges) = workspace();
    super::none("rooms under crates/ that import Tauri", &shell_in_crates(&edges));
}

#[test]
fn an_import_against_the_direction_is_caught() {
    let backwards = [edge("domain", "casebook"), edge("hub", "forms"), edge("cli", "casebook")];
    assert_eq!(forbidden(&backwards).len(), 3);
    assert!(forbidden(&[edge("casebook", "domain")]).is_empty());
    assert!(forbidden(&[edge("casebook", "serde")]).is_empty(), "libraries are not rooms");
}

#[test]
fn a_test_may_import_any_room_but_the_hosts() {
    let testkit = Edge { for_tests: true, ..edge("casebook", "testkit") };
    assert!(forbidden(&[testkit]).is_empty());
    let host = Edge { for_tests: true, ..edge("journeys", "devhost") };
    assert_eq!(forbidden(&[host]).len(), 1);
    assert_eq!(forbidden(&[edge("app", "testkit")]).len(), 1, "testkit is for tests only");
}

#[test]
fn a_room_that_nobody_has_placed_is_caught() {
    assert_eq!(unnamed(&["domain".into(), "utilities".into()]).len(), 1);
}

#[test]
fn tauri_under_crates_is_caught_even_in_tests() {
    let shell = Edge { for_tests: true, ..edge("app", "tauri") };
    assert_eq!(shell_in_crates(&[shell]).len(), 1);
    let window = Edge { in_crates: false, ..edge("holdfast-desktop", "tauri") };
    assert!(shell_in_crates(&[window]).is_empty());
}

fn unnamed(rooms: &[String]) -> Vec<String> {
    rooms.iter().filter(|room| !is_room(room)).cloned().collect()
}

fn forbidden(edges: &[Edge]) -> Vec<String> {
    let wrong = |edge: &&Edge| {
        let allowed = MAY_IMPORT
            .iter()
            .find(|(room, _)| *room == edge.from)
            .is_some_and(|(_, may)| may.contains(&edge.to.as_str()));
        let for_nobody = NOBODYS.contains(&edge.to.as_str());
        for_nobody || (is_room(&edge.to) && !edge.for_tests && !allowed)
    };
    edges.iter().filter(wrong).map(|edge| format!("{} imports {}", edge.from, edge.to)).collect()
}

fn shell_in_crates(edges: &[Edge]) -> Vec<String> {
    let wrong = |edge: &&Edge| edge.in_crates && SHELL_ONLY.contains(&edge.to.as_str());
    edges.iter().filter(wrong).map(|edge| format!("{} imports {}", edge.from, edge.to)).collect()
}

fn is_room(name: &str) -> bool {
    MAY_IMPORT.iter().any(|(room, _)| *room == name)
}

fn edge(from: &str, to: &str) -> Edge {
    Edge { from: from.into(), to: to.into(), for_tests: false, in_crates: true }
}

/// The rooms and the edges as Cargo reads them.
fn workspace() -> (Vec<String>, Vec<Edge>) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline", "--manifest-path"])
        .arg(super::root().join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();

    let mut rooms = Vec::new();
    let mut edges = Vec::new();
    for package in metadata["packages"].as_array().expect("packages") {
        let from = text(&package["name"]);
        let manifest = super::name(std::path::Path::new(&text(&package["manifest_path"])));
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            edges.push(Edge {
                from: from.clone(),
                to: text(&dependency["name"]),
                for_tests: dependency["kind"] == "dev",
                in_crates: manifest.starts_with("crates/"),
            });
        }
        rooms.push(from);
    }
    assert!(rooms.len() > 10 && edges.len() > 100, "the metadata was understood");
    (rooms, edges)
}
