//! The recovery code is printed once: it is seen, or `init` says that it was not.

use std::process::{Output, Stdio};

use crate::{Desk, told};

fn init(desk: &Desk, stdout: Stdio, json: bool) -> Output {
    let mut command = desk.command("passphrase");
    if json {
        command.arg("--json");
    }
    command.arg("init").stdout(stdout).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap()
}

/// A pipe that nobody reads.
fn nobody() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn a_recovery_code_that_nobody_saw_is_no_success() {
    for json in [false, true] {
        let desk = Desk::new();
        let (exit, said) = told(&init(&desk, nobody(), json));
        assert_eq!(exit, 5, "{said}");
        assert!(said.starts_with("The recovery code could not be printed, and it is shown only once.\n"), "{said}");
        assert!(said.contains("Delete that folder and run init again"), "{said}");
        assert!(desk.done(&["status"]).starts_with("0 filed"), "what was made opens by its passphrase");
        std::fs::remove_dir_all(desk.place.path().join("casebook")).unwrap();
        assert!(desk.done(&["init"]).contains("Recovery code: "), "and the advice holds");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_recovery_code_printed_to_a_full_disk_is_no_success() {
    let desk = Desk::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let (exit, said) = told(&init(&desk, full.into(), false));
    assert_eq!(exit, 5, "{said}");
    assert!(said.starts_with("The recovery code could not be printed"), "{said}");
}

#[test]
fn elsewhere_a_pipe_that_went_away_is_no_fault() {
    let desk = Desk::with_casebook();
    let output = desk.command("passphrase").arg("status").stdout(nobody()).output().unwrap();
    assert_eq!(told(&output), (0, String::new()));
}
