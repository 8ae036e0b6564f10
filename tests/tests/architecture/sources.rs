//! What no source file may contain.

use std::path::Path;

/// The only file with unsafe code: it hands the key to SQLCipher as bytes.
const MAY_BE_UNSAFE: &[&str] = &["crates/casebook/src/key.rs"];

/// Files that may be longer than `MOST_LINES`, each with its reason.
const MAY_BE_LONG: &[(&str, &str)] = &[("ui/src/lib/api/generated.ts", "written by `make types`, not by hand")];

const MOST_LINES: usize = 500;

/// The word itself is put together here, as are those of `UNDONE`, so that this file holds none.
const UNSAFE: &str = concat!("un", "safe");

/// Words of work left undone.
const UNDONE: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!("),
    concat!("un", "implemented!("),
    concat!("#[", "ignore"),
];

const PRINTS: &[&str] = &["println!(", "eprintln!(", "print!(", "eprint!(", "dbg!("];

/// A fault of one file: the line number from 1 and what is wrong there.
type Fault = (usize, String);

#[test]
fn only_the_keying_of_the_database_is_unsafe() {
    check("code that the compiler cannot vouch for", |path, text| {
        if MAY_BE_UNSAFE.contains(&path) || !path.ends_with(".rs") { Vec::new() } else { unsafe_code(text) }
    });
}

#[test]
fn files_stay_short_enough_to_read() {
    check("files over 500 lines", |path, text| {
        let source = [".rs", ".ts", ".svelte", ".js"].iter().any(|end| path.ends_with(end));
        let excused = MAY_BE_LONG.iter().any(|(long, _)| *long == path);
        if source && !excused { too_long(text) } else { Vec::new() }
    });
}

#[test]
fn nothing_is_left_undone() {
    check("work left undone", |_, text| undone(text));
}

#[test]
fn rooms_speak_through_their_answers_not_by_printing() {
    check("printing outside tests", |path, text| {
        // `tests.rs` beside a module is its `#[cfg(test)]`.
        let room = path.ends_with(".rs") && path.contains("/src/") && !path.ends_with("/tests.rs");
        if room { prints(text) } else { Vec::new() }
    });
}

#[test]
fn every_room_says_what_it_is() {
    check("rooms without a word on what they are", |path, text| {
        let first = path.ends_with("src/lib.rs") || path.ends_with("src/main.rs");
        if first && !text.starts_with("//!") { vec![(1, "no `//!`".into())] } else { Vec::new() }
    });
}

#[test]
fn screens_reach_rust_by_the_host_alone() {
    check("screens that know their host", |path, text| {
        let screen = path.starts_with("ui/src/") && !path.ends_with(".d.ts") && !path.contains(".test.");
        let host = path.starts_with("ui/src/lib/host/");
        if screen && !host { names(text, &["__TAURI", "@tauri-apps", "fetch("]) } else { Vec::new() }
    });
}

#[test]
fn govuk_components_know_nothing_of_the_work() {
    check("components that know the work", |path, text| {
        let component = path.starts_with("ui/src/lib/govuk/");
        if component { names(text, &["$lib/features", "$lib/api", "$lib/host"]) } else { Vec::new() }
    });
}

#[test]
fn unsafe_is_caught_in_code_and_not_in_words() {
    for code in ["let a = 1;\nlet b = WORD { f() };", "WORD fn f() {}", "#![allow(WORD_code)]"] {
        assert_eq!(unsafe_code(&code.replace("WORD", UNSAFE)).len(), 1, "{code}");
    }
    for words in ["// nothing WORD here", "let not_WORD = 1;", "#![deny(WORD_code)]"] {
        assert!(unsafe_code(&words.replace("WORD", UNSAFE)).is_empty(), "{words}");
    }
}

#[test]
fn a_file_of_501_lines_is_caught() {
    assert!(too_long(&"a\n".repeat(500)).is_empty());
    assert_eq!(too_long(&"a\n".repeat(501)).len(), 1);
}

#[test]
fn work_left_undone_is_caught() {
    for word in UNDONE {
        assert_eq!(undone(&format!("fine\n    {word}: later")).len(), 1, "{word}");
    }
    assert!(undone("a day's to-do list").is_empty());
}

#[test]
fn printing_is_caught_before_the_tests_of_a_file_and_free_in_them() {
    assert_eq!(prints("fn f() {\n    println!(\"a\");\n}").len(), 1);
    assert_eq!(prints("    eprintln!(\"a\");").len(), 1);
    assert!(prints("// println!(\"a\")").is_empty());
    assert!(prints("#[cfg(test)]\nmod tests {\n println!(\"a\");\n}").is_empty());
}

#[test]
fn a_screen_that_fetches_is_caught() {
    assert_eq!(names("const a = await fetch('/x');", &["fetch("]).len(), 1);
    assert!(names("const a = await call('session', {});", &["fetch("]).is_empty());
}

fn unsafe_code(text: &str) -> Vec<Fault> {
    let lifted = format!("allow({UNSAFE}_code");
    let wrong = |line: &str| {
        let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.any(|word| word == UNSAFE) || line.contains(&lifted)
    };
    lines(text).filter(|(_, line)| wrong(code(line))).collect()
}

fn too_long(text: &str) -> Vec<Fault> {
    let count = text.lines().count();
    if count > MOST_LINES { vec![(count, format!("{count} lines"))] } else { Vec::new() }
}

fn undone(text: &str) -> Vec<Fault> {
    names(text, UNDONE)
}

fn prints(text: &str) -> Vec<Fault> {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    let printing = |line: &str| PRINTS.iter().any(|print| code(line).contains(print));
    lines(before_tests).filter(|(_, line)| printing(line)).collect()
}

fn names(text: &str, words: &[&str]) -> Vec<Fault> {
    lines(text).filter(|(_, line)| words.iter().any(|word| line.contains(word))).collect()
}

fn lines(text: &str) -> impl Iterator<Item = Fault> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line.trim().to_owned()))
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// Holds every source file of the project against one rule.
#[track_caller]
fn check(rule: &str, faults: impl Fn(&str, &str) -> Vec<Fault>) {
    const ROOMS: [&str; 9] =
        ["crates", "src-tauri", "ui/src", "tests", "migrations", "forms", "locales", "scripts", ".ci"];
    const SOURCES: [&str; 8] = ["rs", "ts", "svelte", "js", "sql", "ftl", "sh", "scss"];
    let is_source = |path: &Path| path.extension().is_some_and(|end| SOURCES.iter().any(|source| end == *source));
    let mut found = Vec::new();
    let mut read = 0;
    for path in ROOMS.iter().flat_map(|room| super::files(&super::root().join(room))) {
        if !is_source(&path) {
            continue;
        }
        read += 1;
        let text = std::fs::read_to_string(&path).expect("a source file is readable text");
        let name = super::name(&path);
        found.extend(faults(&name, &text).into_iter().map(|(line, what)| format!("{name}:{line}: {what}")));
    }
    assert!(read > 100, "the sources were found: {read}");
    super::none(rule, &found);
}
