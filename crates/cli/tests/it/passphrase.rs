//! The passphrase file, and where a passphrase may never stand.

use crate::{Desk, PASSPHRASE, told};

#[test]
fn one_line_break_at_the_end_of_a_passphrase_file_is_ignored_and_nothing_else() {
    let desk = Desk::with_casebook();
    let exit = |text: String| {
        desk.write("other", text);
        told(&desk.command("other").arg("status").output().unwrap()).0
    };
    assert_eq!(exit(PASSPHRASE.to_owned()), 0);
    assert_eq!(exit(format!("{PASSPHRASE}\r\n")), 0, "as an editor on Windows writes it");
    assert_eq!(exit(format!("{PASSPHRASE}\n\n")), 3, "two line breaks are one too many");
    assert_eq!(exit(format!("{PASSPHRASE} ")), 3, "a blank is part of a passphrase");
    assert_eq!(exit(format!("\n{PASSPHRASE}")), 3);
}

#[test]
fn a_passphrase_file_that_is_not_there_or_is_no_text_is_named() {
    let desk = Desk::with_casebook();
    let (exit, said) = told(&desk.command("nowhere").arg("status").output().unwrap());
    assert_eq!(exit, 2);
    assert!(said.contains("nowhere cannot be read"), "{said}");
    desk.write("bytes", [0xff, 0xfe, 0x00]);
    let (exit, said) = told(&desk.command("bytes").arg("status").output().unwrap());
    assert_eq!(exit, 2);
    assert!(said.contains("bytes cannot be read"), "{said}");
}

#[test]
fn no_argument_and_no_variable_takes_a_passphrase() {
    let desk = Desk::new();
    let mut verbs = vec![vec!["--help"]];
    for verb in ["init", "status", "passphrase", "send", "enrol", "record new", "person add"] {
        verbs.push(verb.split(' ').chain(["--help"]).collect());
    }
    for verb in verbs {
        let help = desk.done(&verb);
        let options: Vec<&str> = help.split_whitespace().filter(|word| word.contains("passphrase")).collect();
        assert!(
            !options.iter().any(|word| word.trim_end_matches([',', ']', '>']) == "--passphrase"),
            "{verb:?}: {help}"
        );
        assert!(!help.to_lowercase().contains("env: holdfast_pass"), "{help}");
    }
    assert_eq!(desk.refused(&["--passphrase", PASSPHRASE, "status"]).0, 2);
}

#[test]
fn without_a_file_and_without_a_terminal_it_says_how_to_give_one() {
    let desk = Desk::with_casebook();
    let mut command = std::process::Command::new("setsid");
    let output = command
        .arg(env!("CARGO_BIN_EXE_holdfast"))
        .arg("--casebook")
        .arg(desk.place.path().join("casebook"))
        .arg("status")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let (exit, said) = told(&output);
    assert_eq!(exit, 2);
    assert!(said.contains("--passphrase-file"), "{said}");
}

#[test]
fn a_weak_passphrase_makes_a_casebook_with_a_warning_and_the_recovery_code_opens_it() {
    let desk = Desk::new();
    desk.write("passphrase", "Summer2026!");
    let output = desk.run(&["init"]);
    let (exit, said) = told(&output);
    assert_eq!(exit, 0);
    assert!(said.contains("could be guessed"), "{said}");
    let text = String::from_utf8(output.stdout).unwrap();
    let code = text.lines().find_map(|line| line.strip_prefix("Recovery code: ")).unwrap();
    let file = desk.write("code", format!("{}\n", code.to_lowercase()));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_holdfast"))
        .arg("--casebook")
        .arg(desk.place.path().join("casebook"))
        .arg("--recovery-code-file")
        .arg(file)
        .arg("status")
        .output()
        .unwrap();
    assert_eq!(told(&output).0, 0);
}

#[test]
fn what_does_not_open_says_what_was_kept_and_what_to_do_next() {
    let desk = Desk::with_casebook();
    desk.write("wrong", "wrong");
    let (exit, said) = told(&desk.command("wrong").arg("status").output().unwrap());
    assert_eq!(exit, 3);
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "That passphrase does not open this casebook.",
            "Nothing is lost, however often you try.",
            "Check Caps Lock and try again. If you have forgotten it, use your printed recovery code.",
        ]
    );
    let (exit, said) = desk.refused(&["init"]);
    assert_eq!(exit, 3);
    assert!(said.starts_with("There is already a casebook in this folder."), "{said}");
}
