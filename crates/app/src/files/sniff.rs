//! What a file is, by its first bytes and its inside, never by its name alone. After an attack the
//! owners of the recovered system take nothing that could carry another: programs, scripts and
//! macros are refused.

use std::io::Read;

use forms::FileType;

use crate::AppFault;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sniffed {
    /// Media type.
    pub media: &'static str,
    /// The sort that forms name.
    pub kind: FileType,
}

/// Looks into a file.
///
/// # Errors
/// [`AppFault::FileRefused`]: `empty`, `program`, `macros`, `unknown`.
pub(super) fn sniff(bytes: &[u8], name: &str) -> Result<Sniffed, AppFault> {
    let refuse = |why| Err(AppFault::FileRefused { why });
    if bytes.is_empty() {
        return refuse("empty");
    }
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"MZ")
        || starts(b"\x7fELF")
        || starts(b"#!")
        || starts(b"\xca\xfe\xba\xbe")
        || starts(b"\xcf\xfa\xed\xfe")
    {
        return refuse("program");
    }
    // Old office files may hold macros that cannot be told from the outside.
    if starts(b"\xd0\xcf\x11\xe0") {
        return refuse("macros");
    }
    let is = |media, kind| Ok(Sniffed { media, kind });
    match bytes {
        _ if starts(b"\x89PNG\r\n\x1a\n") => is("image/png", FileType::Image),
        _ if starts(b"\xff\xd8\xff") => is("image/jpeg", FileType::Image),
        _ if starts(b"GIF87a") || starts(b"GIF89a") => is("image/gif", FileType::Image),
        _ if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => is("image/webp", FileType::Image),
        _ if starts(b"%PDF-") => pdf(bytes),
        _ if starts(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") => is("audio/wav", FileType::Audio),
        _ if starts(b"ID3") || starts(b"\xff\xfb") => is("audio/mpeg", FileType::Audio),
        _ if starts(b"OggS") => is("audio/ogg", FileType::Audio),
        _ if bytes.get(4..11) == Some(b"ftypM4A") => is("audio/mp4", FileType::Audio),
        _ if bytes.get(4..8) == Some(b"ftyp") => is("video/mp4", FileType::Video),
        _ if starts(b"\x1a\x45\xdf\xa3") => is("video/webm", FileType::Video),
        _ if starts(b"PK\x03\x04") => office(bytes),
        _ => text(bytes, name),
    }
}

/// A PDF that runs something when it is opened is a program.
fn pdf(bytes: &[u8]) -> Result<Sniffed, AppFault> {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    let runs: [&[u8]; 6] = [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/AA", b"/RichMedia"];
    if runs.iter().any(|word| holds(word)) {
        return Err(AppFault::FileRefused { why: "macros" });
    }
    Ok(Sniffed { media: "application/pdf", kind: FileType::Pdf })
}

/// Names of the parts of an archive stand in it as they are, whatever is compressed.
fn office(bytes: &[u8]) -> Result<Sniffed, AppFault> {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    let runs: [&[u8]; 7] =
        [b"vbaProject", b"vbaData", b"activeX/", b"macrosheets/", b"oleObject", b"Basic/Standard/", b"Scripts/"];
    if runs.iter().any(|word| holds(word)) || declares_macros(bytes) {
        return Err(AppFault::FileRefused { why: "macros" });
    }
    let sorts = [
        (
            &b"word/document.xml"[..],
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileType::Document,
        ),
        (
            b"xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileType::Spreadsheet,
        ),
        (
            b"ppt/presentation.xml",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            FileType::Presentation,
        ),
        (b"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text", FileType::Document),
        (
            b"application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            FileType::Spreadsheet,
        ),
        (
            b"application/vnd.oasis.opendocument.presentation",
            "application/vnd.oasis.opendocument.presentation",
            FileType::Presentation,
        ),
    ];
    let found = sorts.into_iter().find(|(part, _, _)| holds(part));
    found.map(|(_, media, kind)| Sniffed { media, kind }).ok_or(AppFault::FileRefused { why: "unknown" })
}

/// A macro part may have any name; what it is stands in the archive's list of types, which is packed.
fn declares_macros(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return true };
    let Ok(types) = archive.by_name("[Content_Types].xml") else { return false };
    let mut text = String::new();
    // A list of types of more than a mebibyte is no list of types.
    let read = types.take(1 << 20).read_to_string(&mut text);
    read.is_err() || text.contains("macroEnabled") || text.contains("vbaProject")
}

/// Plain text, and tables of it. A script is a text that its name gives away.
fn text(bytes: &[u8], name: &str) -> Result<Sniffed, AppFault> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    const SCRIPTS: [&str; 12] = ["bat", "cmd", "ps1", "vbs", "js", "hta", "html", "htm", "svg", "sh", "reg", "lnk"];
    if SCRIPTS.contains(&ending.as_str()) {
        return Err(AppFault::FileRefused { why: "program" });
    }
    if bytes.contains(&0) || std::str::from_utf8(bytes).is_err() {
        return Err(AppFault::FileRefused { why: "unknown" });
    }
    match ending.as_str() {
        "csv" => Ok(Sniffed { media: "text/csv", kind: FileType::Spreadsheet }),
        _ => Ok(Sniffed { media: "text/plain", kind: FileType::Document }),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use forms::FileType;
    use rstest::rstest;

    use super::sniff;

    #[rstest]
    #[case(b"\x89PNG\r\n\x1a\n....", "a.txt", "image/png", FileType::Image)]
    #[case(b"\xff\xd8\xff\xe0", "photo", "image/jpeg", FileType::Image)]
    #[case(b"%PDF-1.7 text", "letter.pdf", "application/pdf", FileType::Pdf)]
    #[case(b"a note", "note.txt", "text/plain", FileType::Document)]
    #[case(b"a,b\n1,2", "table.csv", "text/csv", FileType::Spreadsheet)]
    fn a_file_is_what_it_holds(#[case] bytes: &[u8], #[case] name: &str, #[case] media: &str, #[case] kind: FileType) {
        let sniffed = sniff(bytes, name).unwrap();
        assert_eq!((sniffed.media, sniffed.kind), (media, kind));
    }

    /// An office file with these parts.
    fn office(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_document_without_macros_is_a_document_and_one_that_declares_them_is_refused() {
        let plain = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")];
        assert_eq!(sniff(&office(&plain), "a.docx").unwrap().kind, FileType::Document);
        let hidden = "<Override PartName='/word/x.bin' ContentType='application/vnd.ms-office.vbaProject'/>";
        let macros = [("[Content_Types].xml", hidden), ("word/document.xml", "<w/>"), ("word/x.bin", "")];
        assert!(sniff(&office(&macros), "a.docx").is_err(), "a macro part by any other name");
    }

    #[rstest]
    #[case(b"MZ\x90", "photo.png", "program")]
    #[case(b"\x7fELF", "note.txt", "program")]
    #[case(b"#!/bin/sh", "note.txt", "program")]
    #[case(b"PK\x03\x04....word/document.xml word/vbaProject.bin", "a.docm", "macros")]
    #[case(b"\xd0\xcf\x11\xe0", "a.doc", "macros")]
    #[case(b"%PDF-1.7 /OpenAction /JavaScript", "a.pdf", "macros")]
    #[case(b"<script>", "a.html", "program")]
    #[case(b"a\0b", "a.txt", "unknown")]
    #[case(b"", "a.txt", "empty")]
    fn what_could_carry_another_attack_is_refused(#[case] bytes: &[u8], #[case] name: &str, #[case] why: &str) {
        let refused = sniff(bytes, name).unwrap_err();
        assert!(matches!(refused, crate::AppFault::FileRefused { why: found } if found == why));
    }
}
