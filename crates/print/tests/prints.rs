//! What is printed can be read: by eye, by a screen reader, and by whoever asks the page whose it is.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::time::Instant;

use domain::paper::{Block, Cell, Paper};

const MISSING: &str = "Some letters are missing";

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        title: "Chronology".to_owned(),
        of: "Zoë Sample · E-4F7KQ-M".to_owned(),
        marking: "Official – sensitive".to_owned(),
        made: "Made by Amira Ward on 22 November 2026 at 09:30".to_owned(),
        page: "Page {n} of {all}".to_owned(),
        letters_missing: MISSING.to_owned(),
        blocks,
    }
}

fn cell(text: String) -> Cell {
    Cell { text, ..Cell::default() }
}

fn table(rows: usize) -> Block {
    let row = |number: usize| {
        let what = Cell {
            first: "Home visit".to_owned(),
            text: "Seen alone in her room. She drew a house and spoke of school. ".repeat(4),
            source: "A. Ward · Mosaic".to_owned(),
        };
        vec![cell(format!("{} May 2019", number % 28 + 1)), what]
    };
    let head = vec!["When".to_owned(), "What".to_owned()];
    Block::Table { widths: vec![2, 8], head, rows: (0..rows).map(row).collect() }
}

/// The text of each page.
fn pages(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    document.get_pages().keys().map(|page| document.extract_text(&[*page]).unwrap()).collect()
}

#[test]
fn every_page_says_whose_it_is_and_which_it_is() {
    let pages = pages(&print::pdf(&paper(vec![table(200)])).unwrap());
    assert!(pages.len() > 2, "{} pages", pages.len());
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains("E-4F7KQ-M"), "page {number}");
        assert!(page.contains(&format!("Page {number} of {}", pages.len())), "page {number}");
        assert!(page.contains("Made by Amira Ward"), "page {number}");
    }
}

#[test]
fn it_is_tagged_for_screen_readers() {
    let pdf = print::pdf(&paper(vec![table(3)])).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
}

#[test]
fn what_looks_like_markup_is_words() {
    let text = "#panic(\"no\") $x$ *bold* @name <label> \\ \" [x] // y";
    let blocks = vec![
        Block::Text { text: text.to_owned() },
        Block::Notice { text: text.to_owned() },
        Block::Heading { text: text.to_owned() },
        Block::Table {
            widths: vec![1],
            head: vec![text.to_owned()],
            rows: vec![vec![Cell { first: text.to_owned(), text: text.to_owned(), source: text.to_owned() }]],
        },
    ];
    let page = pages(&print::pdf(&paper(blocks)).unwrap()).concat();
    assert_eq!(page.matches("*bold*").count(), 7, "{page}");
}

/// Whether it says of itself that it is PDF/UA-1.
fn is_by_the_standard(pdf: &[u8]) -> bool {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let metadata = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = document.get_object(metadata).unwrap().as_stream().unwrap();
    let said = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8_lossy(&said).contains("pdfuaid:part")
}

#[test]
fn the_scripts_of_the_fonts_that_ship_print_by_the_standard_on_every_computer() {
    let names = "Zoë Çelik, Nguyễn Thị Ánh, חיה רחל, محمد الأمين, Ştefan, Łukasz, Ольга";
    let pdf = print::pdf(&paper(vec![Block::Text { text: names.to_owned() }])).unwrap();
    assert!(is_by_the_standard(&pdf));
    assert!(!pages(&pdf).concat().contains(MISSING));
}

/// A computer may have a font for these or none: the rest is there in both cases, and where letters are
/// missing it says so.
#[test]
fn a_script_that_no_shipped_font_has_loses_nothing_else() {
    for name in ["সুমাইয়া বেগম", "陳美玲", "ಅನಿತಾ", "\u{1F600}", "\u{10FFFD}"] {
        let blocks = vec![Block::Text { text: format!("Her name is {name}.") }, table(2)];
        let pdf = print::pdf(&Paper { of: format!("{name} · E-4F7KQ-M"), ..paper(blocks) }).unwrap();
        let page = pages(&pdf).concat();
        assert!(page.contains("Her name is") && page.contains("Home visit"), "{name}: {page}");
        assert_eq!(page.contains(MISSING), !is_by_the_standard(&pdf), "{name}: {page}");
    }
}

#[test]
fn what_old_systems_leave_between_the_letters_is_not_printed() {
    let text = "\u{feff}He said:\u{0}\u{b} yes.\r\nShe\u{fffe} said: no.\n\n\n\nBoth.";
    let pdf = print::pdf(&paper(vec![Block::Text { text: text.to_owned() }])).unwrap();
    assert!(is_by_the_standard(&pdf));
    assert!(pages(&pdf).concat().contains("He said: yes."));
}

#[test]
fn what_is_copied_out_of_it_is_what_was_written() {
    let text = "Official: the first staff office, fluffy";
    let pdf = print::pdf(&paper(vec![Block::Text { text: text.to_owned() }])).unwrap();
    assert!(pages(&pdf).concat().contains(text));
}

#[test]
fn nothing_to_say_is_a_page_all_the_same() {
    let blocks = vec![table(0), Block::Text { text: String::new() }, Block::Notice { text: String::new() }];
    assert_eq!(pages(&print::pdf(&paper(blocks)).unwrap()).len(), 1);
}

#[test]
fn a_long_chronology_is_printed_whole() {
    let began = Instant::now();
    let pdf = print::pdf(&paper(vec![table(400)])).unwrap();
    let seconds = began.elapsed().as_secs_f32();
    let pages = pages(&pdf);
    assert_eq!(pages.concat().matches("Home visit").count(), 400);
    eprintln!("400 rows: {seconds:.2} s, {} kB, {} pages", pdf.len() / 1024, pages.len());
}
