//! What is typed and what is printed, word for word. After a change on purpose:
//! `TRYCMD=overwrite cargo test -p cli transcripts`, and read the difference.

#[test]
fn the_transcripts_and_the_reference_say_what_the_program_prints() {
    let cases = trycmd::TestCases::new();
    cases.env("HOLDFAST_TEST_COST", "1");
    cases.case("tests/cmd/*.trycmd").case("../../docs/cli.md");
}
