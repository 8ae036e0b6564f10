//! Notes as old systems keep them, made readable: markup taken away, line breaks put back where it is
//! sure that there was one.

use std::borrow::Cow;

/// Elements that old notes have. Any other `<` is a sign that somebody typed: "temp <38", "I <3 you".
const ELEMENTS: [&str; 40] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "o:p",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];
/// And those that stand around these.
const MORE: [&str; 7] = ["tbody", "thead", "tfoot", "style", "script", "meta", "title"];
/// A text is drawn this wide at most, so that nothing is wrapped.
const WIDE: usize = 1 << 16;

/// The text as a person reads it. Two blanks after a full stop are no line break; a backslash with an n
/// is one, but not in a text that has a path in it.
#[must_use]
pub fn readable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = written_breaks(&text);
    let text = if has_markup(&text) { without_markup(&text) } else { text.into_owned() };
    tidy(&text)
}

fn written_breaks(text: &str) -> Cow<'_, str> {
    if !text.contains("\\n") || has_path(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\\r\\n", "\n").replace("\\n", "\n"))
}

/// `C:\` or `\\server`.
fn has_path(text: &str) -> bool {
    text.contains("\\\\")
        || text.as_bytes().windows(3).any(|at| matches!(at, [c, b':', b'\\'] if c.is_ascii_alphabetic()))
}

fn has_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| is_element(text.get(at + 1..).unwrap_or_default()))
        || text.match_indices('&').any(|(at, _)| is_entity(text.get(at + 1..).unwrap_or_default()))
}

/// Whether a text goes on as an element that old notes have, after its `<`.
fn is_element(text: &str) -> bool {
    if text.starts_with("!--") {
        return true;
    }
    let text = text.strip_prefix('/').unwrap_or(text);
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).unwrap_or(text.len());
    let name = text.get(..end).unwrap_or_default().to_ascii_lowercase();
    let closed = text.get(end..).unwrap_or_default().starts_with(['>', ' ', '/', '\n', '\t']);
    closed && (ELEMENTS.contains(&name.as_str()) || MORE.contains(&name.as_str())) && text.contains('>')
}

/// `nbsp;`, `#13;`, `#x0d;`.
fn is_entity(text: &str) -> bool {
    let Some((name, _)) = text.split_at_checked(text.find(';').unwrap_or(0)) else { return false };
    (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

fn without_markup(text: &str) -> String {
    let mut marked = String::with_capacity(text.len() + 64);
    for (at, letter) in text.char_indices() {
        match letter {
            '<' if !is_element(text.get(at + 1..).unwrap_or_default()) => marked.push_str("&lt;"),
            // A line that somebody ended stays ended.
            '\n' => marked.push_str("<br>"),
            _ => marked.push(letter),
        }
    }
    let marked = ["&#13;&#10;", "&#10;", "&#13;", "&#xD;", "&#xd;", "&#xA;", "&#xa;"]
        .iter()
        .fold(marked, |marked, entity| marked.replace(entity, "<br>"));
    let plain = html2text::config::with_decorator(html2text::render::TrivialDecorator::new())
        .string_from_read(marked.as_bytes(), WIDE);
    // What cannot be drawn is better read with its markup than not at all.
    plain.unwrap_or_else(|_| text.to_owned())
}

/// No blanks at the ends of lines, no control signs, one empty line at most between two.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line = line.trim_end_matches([' ', '\t', '\u{a0}']);
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push('\n');
            if empty > 0 {
                tidy.push('\n');
            }
        }
        empty = 0;
        tidy.extend(
            line.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).filter(|c| !c.is_control() || *c == '\t'),
        );
    }
    tidy
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::readable;

    #[rstest]
    #[case("<p>Seen at home.</p><p>Mum was calm.</p>", "Seen at home.\n\nMum was calm.")]
    #[case("One<br>two<BR/>three", "One\ntwo\nthree")]
    #[case("One&#13;two&nbsp;words &amp; more", "One\ntwo words & more")]
    #[case("One\\nTwo\\r\\nThree", "One\nTwo\nThree")]
    #[case("See C:\\notes\\new", "See C:\\notes\\new")]
    #[case("One.  Two.  Three.", "One.  Two.  Three.")]
    #[case("Temp <38 and pulse >90, I <3 you", "Temp <38 and pulse >90, I <3 you")]
    #[case("<b>Bold</b> line\nnext <38 line", "Bold line\nnext <38 line")]
    #[case("R&B and Q&A; fine", "R&B and Q&A; fine")]
    #[case("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    #[case("<script>alert(1)</script>Seen", "Seen")]
    #[case("a\r\n\r\n\r\n\r\nb  ", "a\n\nb")]
    fn old_notes_read_as_they_were_meant(#[case] kept: &str, #[case] read: &str) {
        assert_eq!(readable(kept), read);
    }

    #[test]
    fn markup_that_never_closes_takes_nothing_down() {
        let deep = "<div>".repeat(20_000) + "end";
        assert!(readable(&deep).contains("end"));
    }
}
