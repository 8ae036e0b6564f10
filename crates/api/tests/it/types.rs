//! What crosses the edge survives JavaScript.

use api::{COMMANDS, typescript};

#[test]
fn no_type_holds_a_64_bit_number() {
    let text = typescript();
    assert!(text.contains("export type PersonRow"), "the declarations are there");
    assert!(!text.contains("bigint"), "a 64-bit number would lose its last digits");
}

#[test]
fn every_command_is_in_the_map_with_types_that_are_declared() {
    let text = typescript();
    for command in COMMANDS {
        let line = format!("  {}: {{ req: {}; res: {} }};", command.name, command.request, command.answer);
        assert!(text.contains(&line), "{line}");
        for name in [command.request, command.answer] {
            assert!(text.contains(&format!("export type {name} ")), "{name} is not declared");
        }
    }
}

#[test]
fn every_command_is_named_once() {
    let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), COMMANDS.len());
}
