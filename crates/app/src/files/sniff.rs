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

/// First bytes of what an operating system would run or unpack.
const PROGRAMS: [&[u8]; 14] = [
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",
    b"MSCF",
    b"dex\n",
    b"ITSF",
    b"!<arch>",
];

/// Kinds of picture in the container that videos use too, which phones take and nothing here reads.
const HEIC: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"];

/// Looks into a file.
///
/// # Errors
/// [`AppFault::FileRefused`]: `empty`, `program`, `macros`, `encrypted`, `heic`, `carries`, `bomb`,
/// `unknown`.
pub(super) fn sniff(bytes: &[u8], name: &str) -> Result<Sniffed, AppFault> {
    let refuse = |why| Err(AppFault::FileRefused { why });
    if bytes.is_empty() {
        return refuse("empty");
    }
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if PROGRAMS.iter().any(|magic| starts(magic)) {
        return refuse("program");
    }
    // Old office files may hold macros that cannot be told from the outside; new ones with a
    // password stand in the same box.
    if starts(b"\xd0\xcf\x11\xe0") {
        return refuse(if holds(bytes, &utf_16("EncryptedPackage")) { "encrypted" } else { "macros" });
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
        _ if bytes.get(4..8) == Some(b"ftyp") => match bytes.get(8..12) {
            Some(brand) if HEIC.contains(&brand) => refuse("heic"),
            _ => is("video/mp4", FileType::Video),
        },
        _ if starts(b"\x1a\x45\xdf\xa3") => is("video/webm", FileType::Video),
        _ if starts(b"PK\x03\x04") => office(bytes),
        _ => text(bytes, name),
    }
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

fn utf_16(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What is inside a PDF is looked into where it is taken. One that is an archive as well is not
/// what it says.
fn pdf(bytes: &[u8]) -> Result<Sniffed, AppFault> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes));
    if archive.is_ok_and(|archive| !archive.is_empty()) {
        return Err(AppFault::FileRefused { why: "carries" });
    }
    Ok(Sniffed { media: "application/pdf", kind: FileType::Pdf })
}

/// Most bytes that the parts of a document may unpack to, and most parts: no letter has more.
const MOST_UNPACKED: u64 = 512 << 20;
const MOST_PARTS: usize = 20_000;

/// Names of the parts of an archive stand in it as they are, whatever is compressed.
fn office(bytes: &[u8]) -> Result<Sniffed, AppFault> {
    let refuse = |why| Err(AppFault::FileRefused { why });
    let holds = |word: &[u8]| holds(bytes, word);
    let runs: [&[u8]; 7] =
        [b"vbaProject", b"vbaData", b"activeX/", b"macrosheets/", b"oleObject", b"Basic/Standard/", b"Scripts/"];
    if runs.iter().any(|word| holds(word)) {
        return refuse("macros");
    }
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return refuse("damaged") };
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(index) else { return refuse("damaged") };
        if part.encrypted() {
            return refuse("encrypted");
        }
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > MOST_UNPACKED || archive.len() > MOST_PARTS {
        return refuse("bomb");
    }
    if declares_macros(&mut archive) {
        return refuse("macros");
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
fn declares_macros(archive: &mut zip::ZipArchive<std::io::Cursor<&[u8]>>) -> bool {
    let Ok(types) = archive.by_name("[Content_Types].xml") else { return false };
    let mut text = String::new();
    // A list of types of more than a mebibyte is no list of types.
    let read = types.take((1 << 20) + 1).read_to_string(&mut text);
    read.is_err() || text.len() > 1 << 20 || text.contains("macroEnabled") || text.contains("vbaProject")
}

/// Plain text, and tables of it. A script is a text that its name gives away.
fn text(bytes: &[u8], name: &str) -> Result<Sniffed, AppFault> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    const SCRIPTS: [&str; 24] = [
        "bat", "cmd", "com", "desktop", "hta", "htm", "html", "iqy", "js", "jse", "lnk", "mht", "mhtml", "ps1", "psm1",
        "py", "reg", "sh", "slk", "svg", "url", "vbs", "wsf", "xhtml",
    ];
    if SCRIPTS.contains(&ending.as_str()) {
        return Err(AppFault::FileRefused { why: "program" });
    }
    // Such a text may carry other files, and is nothing that a person could read.
    let rich = bytes.starts_with(b"{\\rt");
    if rich || bytes.contains(&0) || std::str::from_utf8(bytes).is_err() {
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

    fn why(bytes: &[u8], name: &str) -> &'static str {
        match sniff(bytes, name) {
            Err(crate::AppFault::FileRefused { why }) => why,
            _ => "taken",
        }
    }

    #[test]
    fn what_cannot_be_looked_into_is_refused() {
        let plain = office(&[("word/document.xml", "<w/>")]);
        // The mark of a password, in the part's own head and in the list at the end.
        let mut locked = plain.clone();
        locked[6] |= 1;
        let list = locked.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
        locked[list + 8] |= 1;
        assert_eq!(why(&locked, "a.docx"), "encrypted");
        let box_of_word = [b"\xd0\xcf\x11\xe0".as_slice(), &super::utf_16("EncryptedPackage")].concat();
        assert_eq!(why(&box_of_word, "a.docx"), "encrypted");
        let two = [b"%PDF-1.7\n".as_slice(), &office(&[("a.exe", "MZ")])].concat();
        assert_eq!(why(&two, "a.pdf"), "carries", "an archive as well");
        let mut huge = office(&[("word/document.xml", "<w/>")]);
        let list = huge.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
        huge[list + 24..list + 28].copy_from_slice(&u32::to_le_bytes(0x7fff_ffff));
        assert_eq!(why(&huge, "a.docx"), "bomb");
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
    #[case(b"\0asm\x01\0\0\0", "photo.jpg", "program")]
    #[case(b"L\0\0\0\x01\x14\x02\0", "photo.jpg", "program")]
    #[case(b"\0\0\0\x18ftypheic\0\0", "IMG_1.heic", "heic")]
    #[case(b"{\\rtf1 {\\object}}", "letter.txt", "unknown")]
    #[case(b"[InternetShortcut]", "a.url", "program")]
    #[case(b"<script>", "a.html", "program")]
    #[case(b"a\0b", "a.txt", "unknown")]
    #[case(b"", "a.txt", "empty")]
    fn what_could_carry_another_attack_is_refused(#[case] bytes: &[u8], #[case] name: &str, #[case] why: &str) {
        let refused = sniff(bytes, name).unwrap_err();
        assert!(matches!(refused, crate::AppFault::FileRefused { why: found } if found == why));
    }
}
