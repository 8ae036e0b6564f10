//! The words of a file, as far as they can be read: for searching, never shown as the file.

use std::io::{Cursor, Read};

use quick_xml::{Reader, events::Event};

use super::{bounded::bounded, pdf};
use crate::AppFault;

/// Most bytes of words that are kept of a file: some two hundred pages.
pub(crate) const MOST_WORDS: usize = 512 << 10;
/// Most bytes that the text of a document may unpack to.
const MOST_TEXT: u64 = 32 << 20;
/// How long a document may take.
const MOST_TIME: std::time::Duration = std::time::Duration::from_secs(10);

/// The words of a file of that media type. A document whose words cannot be read has none.
///
/// # Errors
/// As [`pdf::look_into`]: a PDF is looked into in the same reading.
pub(crate) fn words(media: &str, bytes: &[u8]) -> Result<String, AppFault> {
    Ok(match media {
        "application/pdf" => pdf::look_into(bytes.to_vec(), MOST_WORDS)?.words,
        "text/plain" | "text/csv" => {
            let mut text = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_WORDS + 4)]).into_owned();
            shorten(&mut text, MOST_WORDS);
            text
        }
        WORD => {
            let bytes = bytes.to_vec();
            bounded(MOST_TIME, move || Ok(of_document(bytes))).unwrap_or_default()
        }
        _ => String::new(),
    })
}

/// Media type of a document with words.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// No more than so many bytes, and no half letter.
pub(crate) fn shorten(text: &mut String, most: usize) {
    if text.len() > most {
        let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        text.truncate(end);
    }
}

fn of_document(bytes: Vec<u8>) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return String::new() };
    let Ok(part) = archive.by_name("word/document.xml") else { return String::new() };
    let mut reader = Reader::from_reader(std::io::BufReader::new(part.take(MOST_TEXT)));
    let (mut text, mut buffer, mut inside) = (String::new(), Vec::new(), false);
    while text.len() < MOST_WORDS {
        buffer.clear();
        // What does not read ends it: the words so far are kept.
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "t" => inside = true,
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "p" => text.push('\n'),
                "tc" => text.push('\t'),
                _ => {}
            },
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "tab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                _ => {}
            },
            Ok(Event::Text(part)) if inside => text.push_str(&part),
            Ok(Event::GeneralRef(part)) if inside => text.push_str(&letter(&part)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    shorten(&mut text, MOST_WORDS);
    text
}

/// `&amp;` and `&#233;`. No other name is ever looked up: a document brings none of its own.
fn letter(part: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = part.resolve_char_ref() {
        return letter.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(part).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{MOST_WORDS, WORD, shorten, words};

    fn document(xml: &[u8]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(xml).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn the_words_of_a_document_are_read_paragraph_by_paragraph() {
        let xml =
            "<w:document><w:p><w:r><w:t>Zo\u{eb} &amp; Sam</w:t></w:r><w:r><w:tab/><w:t>met&#33;</w:t></w:r></w:p>
            <w:p><w:t>Again.</w:t></w:p><w:instrText>PAGE</w:instrText></w:document>";
        assert_eq!(words(WORD, &document(xml.as_bytes())).unwrap(), "Zo\u{eb} & Sam\tmet!\nAgain.\n");
    }

    #[test]
    fn a_document_that_unpacks_to_far_more_than_it_is_has_only_so_many_words() {
        let mut xml = b"<w:t>".to_vec();
        xml.resize(80 << 20, b'a');
        let bomb = document(&xml);
        assert!(bomb.len() < 1 << 20);
        assert!(words(WORD, &bomb).unwrap().len() <= MOST_WORDS);
        assert_eq!(words(WORD, b"PK no archive").unwrap(), "");
        // Names of its own are never looked up, however often they name one another.
        let laughs = b"<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w:t>&b;</w:t>";
        assert_eq!(words(WORD, &document(laughs)).unwrap(), "");
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        let mut text = "a\u{eb}".to_owned();
        shorten(&mut text, 2);
        assert_eq!(text, "a");
        assert_eq!(words("text/plain", &vec![b'x'; MOST_WORDS + 9]).unwrap().len(), MOST_WORDS);
    }
}
