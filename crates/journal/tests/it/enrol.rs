//! The enrol code: typed or pasted by a person, so every slip must be seen before it is used.

use journal::{EnrolCode, EnrolCodeFault};
use rstest::rstest;
use vault::Hash;

use crate::key;

fn code(certificate: bool, address: &str) -> EnrolCode {
    EnrolCode {
        hub_key: key(3).public(),
        certificate: certificate.then(|| Hash::of(b"certificate")),
        secret: [5; 16],
        address: address.to_owned(),
    }
}

#[test]
fn a_code_reads_as_it_was_made_with_blanks_wherever_it_was_wrapped() {
    let made = code(true, "https://hub.example:8443");
    let text = made.to_string();
    assert_eq!(text.parse(), Ok(made.clone()));
    let wrapped: String = text
        .chars()
        .enumerate()
        .flat_map(|(at, letter)| {
            let blank = match at % 40 {
                39 => Some('\n'),
                17 => Some('\u{a0}'),
                _ => None,
            };
            [Some(letter), blank].into_iter().flatten()
        })
        .collect();
    assert_eq!(format!("  {wrapped}\r\n").parse(), Ok(made));
}

#[test]
fn any_mistyped_character_is_seen() {
    let text = code(true, "https://hub.example").to_string();
    for at in 0..text.len() {
        for other in ['A', 'b', '7', '_', '!', '='] {
            let mut letters: Vec<char> = text.chars().collect();
            if letters[at] == other {
                continue;
            }
            letters[at] = other;
            let typed: String = letters.into_iter().collect();
            assert_eq!(typed.parse::<EnrolCode>(), Err(EnrolCodeFault::Mistyped), "{other} at {at}");
        }
    }
}

#[test]
fn a_code_cut_anywhere_is_seen() {
    let text = code(true, "https://hub.example").to_string();
    for end in 0..text.len() {
        assert_eq!(text[..end].parse::<EnrolCode>(), Err(EnrolCodeFault::Mistyped), "cut at {end}");
    }
}

#[rstest]
#[case("http://127.0.0.1:8080")]
#[case("http://localhost")]
#[case("http://localhost/")]
#[case("http://[::1]:8080/hub")]
fn plain_http_is_for_this_machine(#[case] address: &str) {
    let code = code(false, address);
    assert_eq!(code.to_string().parse(), Ok(code));
}

#[rstest]
#[case::another_machine(false, "http://hub.example:8080")]
#[case::begins_like_loopback(false, "http://127.0.0.1.example")]
#[case::begins_like_localhost(false, "http://localhost.example")]
#[case::a_user_named_localhost(false, "http://localhost:1@hub.example")]
#[case::a_user_with_no_password(false, "http://localhost@hub.example")]
#[case::a_query_at_once(false, "http://localhost?@hub.example")]
#[case::tls_without_a_certificate(false, "https://hub.example")]
#[case::a_certificate_without_tls(true, "http://127.0.0.1:8080")]
#[case::no_address(false, "")]
fn anything_else_must_be_encrypted_and_pinned(#[case] certificate: bool, #[case] address: &str) {
    let text = code(certificate, address).to_string();
    assert_eq!(text.parse::<EnrolCode>(), Err(EnrolCodeFault::NotEncrypted));
}

#[test]
fn the_secret_does_not_show_itself() {
    let shown = format!("{:?}", code(true, "https://hub.example"));
    assert_eq!(shown, "EnrolCode(https://hub.example)");
}
