//! Help with writing: on this device, in British English, and with the names on file.

use app::{
    AppFault,
    people::{NewPerson, add_person},
    writing::{check_spelling, know_word, known_words, other_names, save_snippet, snippets},
};
use serde_json::json;

use crate::{fault, world::World};

fn doubtful(world: &World, text: &str) -> Vec<String> {
    check_spelling(&world.session(), text).unwrap().into_iter().map(|doubt| doubt.word).collect()
}

#[test]
fn spelling_is_british_and_knows_the_field() {
    let world = World::open();
    assert_eq!(
        doubtful(&world, "The colour of her behaviour at the centre; she realised. Mum's a childminder."),
        Vec::<String>::new()
    );
    assert_eq!(doubtful(&world, "Her behavior was strang."), ["behavior", "strang"]);
    let found = check_spelling(&world.session(), "A beutiful room.").unwrap();
    assert!(found[0].suggestions.contains(&"beautiful".to_owned()), "{:?}", found[0].suggestions);
    assert!(found[0].suggestions.len() <= 5);
}

#[test]
fn places_are_counted_as_the_screen_counts() {
    let world = World::open();
    let text = "\u{1f9f8}\u{1f9f8} Zoë’s beutiful bear, a beutiful one";
    let found = check_spelling(&world.session(), text).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let beutiful = found.iter().find(|doubt| doubt.word == "beutiful").unwrap();
    let at = usize::try_from(beutiful.at).unwrap();
    assert_eq!(String::from_utf16(&units[at..at + 8]).unwrap(), "beutiful");
    assert_eq!(found.iter().filter(|doubt| doubt.word == "beutiful").count(), 1, "a word is told once");
}

#[test]
fn names_on_file_are_spelt_right() {
    let world = World::open();
    assert!(!doubtful(&world, "We met Xanthippa.").is_empty());
    for name in ["Xanthippa Çelik-Samplewright", "Siân O\u{2019}Exemplarly"] {
        world.child(name);
    }
    let new = NewPerson::named("Bo Specimen").with(domain::PersonField::KnownAs, "Bobbletop");
    add_person(&world.session(), new).unwrap();
    let text =
        "Xanthippa Çelik-Samplewright, Xanthippa\u{2019}s bear, Siân O'Exemplarly, Siân O\u{2019}Exemplarly, Bobbletop";
    assert_eq!(doubtful(&world, text), Vec::<String>::new());
}

#[test]
fn a_word_is_taken_as_right_until_it_no_longer_is() {
    let world = World::open();
    know_word(&world.session(), " Zorbing ", true).unwrap();
    know_word(&world.session(), "zorbing", true).unwrap();
    assert_eq!(known_words(&world.session()).unwrap(), ["zorbing"]);
    assert!(doubtful(&world, "Zorbing, and zorbing's dangers").is_empty());
    know_word(&world.session(), "ZORBING", false).unwrap();
    assert_eq!(doubtful(&world, "Zorbing"), ["Zorbing"]);
    for none in ["", "two words", &"x".repeat(61)] {
        assert!(matches!(fault(know_word(&world.session(), none, true)), AppFault::TextTooLong));
    }
}

#[test]
fn a_text_in_another_language_and_a_very_long_one_end_soon() {
    let world = World::open();
    assert_eq!(doubtful(&world, "דאָס קינד האָט געזאָגט"), Vec::<String>::new());
    let other: String = (0..200)
        .map(|number| {
            format!("zzqx{} ", char::from(b'a' + number % 26).to_string().repeat(1 + usize::from(number / 26)))
        })
        .collect();
    assert_eq!(doubtful(&world, &other).len(), 50);
    assert!(matches!(fault(check_spelling(&world.session(), &"a".repeat(100_001))), AppFault::TextTooLong));
}

#[test]
fn a_snippet_is_kept_under_its_name_until_it_is_emptied() {
    let world = World::open();
    let keep = |name: &str, text: &str| save_snippet(&world.session(), name, text);
    keep("Sig-1", "Ruth Exemplar\nNorth team").unwrap();
    keep("sig-1", "Ruth").unwrap();
    keep("aa", "First").unwrap();
    let all = || snippets(&world.session()).unwrap();
    assert_eq!(all(), [("aa".to_owned(), "First".to_owned()), ("sig-1".to_owned(), "Ruth".to_owned())]);
    keep("aa", " \n").unwrap();
    assert_eq!(all().len(), 1);
    for name in ["", "two words", "a/b", &"x".repeat(31)] {
        assert!(matches!(fault(keep(name, "text")), AppFault::SnippetName), "{name}");
    }
    assert!(matches!(fault(keep("long", &"x".repeat(20_001))), AppFault::TextTooLong));
    world.lock();
    world.unlock().unwrap();
    assert_eq!(all().len(), 1);
}

#[test]
fn a_text_that_names_a_child_who_is_not_on_the_form_is_noticed() {
    let world = World::open();
    let (zoe, _sam) = (world.child("Zoë Example"), world.child("Samuel Sample"));
    world.child("Zoë Other-Surname");
    world.child("Al Short");
    let draft = world.draft("case_note", &[zoe], json!({}));
    let named = |text: &str| other_names(&world.session(), draft, text).unwrap();
    assert_eq!(named("Samuel was there, and zoe."), ["Samuel Sample"]);
    assert_eq!(named("SAMUEL’S bear"), ["Samuel Sample"]);
    assert_eq!(named("Zoë was settled"), Vec::<String>::new(), "her own name is nobody else's");
    assert_eq!(named("Zoe Other-Surname rang"), ["Zoë Other-Surname"], "the whole name is");
    assert_eq!(named("We spoke of al and of short days"), Vec::<String>::new());
    assert_eq!(named("Al Short rang"), ["Al Short"]);
}
