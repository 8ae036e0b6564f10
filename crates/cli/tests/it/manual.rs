//! Completions and the manual page.

use crate::Desk;

#[test]
fn completions_come_for_every_shell_and_know_the_verbs() {
    let desk = Desk::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = desk.done(&["completions", shell]);
        for verb in ["init", "outbox", "rebuild", "passphrase-file"] {
            assert!(script.contains(verb), "{shell} does not know {verb}");
        }
    }
    assert_eq!(desk.refused(&["completions", "no-such-shell"]).0, 2);
}

#[test]
fn the_manual_page_is_roff_with_the_exit_codes() {
    let page = Desk::new().done(&["manual"]);
    assert!(page.contains(".TH holdfast 1"), "{page}");
    assert!(page.contains("Exit codes: 0 done"), "{page}");
}
