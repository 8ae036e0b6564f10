//! Files of a lost system, whole and then broken in every way that lots can think of.

use std::io::{Cursor, Write};

use exchange::packs::RowsAre;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::lots::Lots;

/// What has brought readers of tables down before.
const BAD: &[&[u8]] = &[
    b"\"",
    b"\"\"\"",
    b"\0",
    b"\r",
    b"\r\n\r\n",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"\xC3",
    b"\xED\xA0\x80",
    b"\x1F\x8B\x08",
    b"PK\x03\x04",
    b",,,,,,,,,,,,",
    b";",
    b"\t",
    b"0000-00-00",
    b"31/12/1899",
    b"29/02/2019 25:61:61",
    b"9999999999999999999999",
    b"-1",
    b"1e308",
    b"<p><table><tr><td>",
    b"&#x110000;&nbsp;",
    b"]]>",
    "\u{202e}\u{200d}".as_bytes(),
    "İß".as_bytes(),
];

/// A file that is taken as it stands, with what its rows are.
pub fn whole(lots: &mut Lots) -> (RowsAre, Vec<u8>) {
    let rows = RowsAre::ALL[lots.below(RowsAre::ALL.len())];
    let heading = match rows {
        RowsAre::Person => "Mosaic ID,Name,DOB,NHS number,Postcode,Status,Address,Religion",
        RowsAre::Identifier => "Mosaic ID,Name,Type,Number,From,Until",
        RowsAre::Warning => "Mosaic ID,Name,Type,Description,Start date,Review date",
        RowsAre::Allocation => "Mosaic ID,Worker,Team,Role,Start date,End date",
        RowsAre::Relationship => "Person ID,Relationship,Related person ID,Start date",
        RowsAre::Note => "Mosaic ID,Note ID,Date,Note type,Worker,Text",
    };
    let mut text = format!("{heading}\n");
    for _ in 0..lots.below(12) {
        for column in heading.split(',') {
            let number = lots.below(9);
            let day = format!("{:02}/{:02}/20{:02}", lots.below(32), lots.below(14), lots.below(30));
            let cell = match column {
                "Mosaic ID" | "Person ID" | "Related person ID" | "Note ID" | "Number" => number.to_string(),
                "Name" | "Worker" => format!("Zoë Sample {number}"),
                "DOB" | "Date" | "From" | "Until" | "Start date" | "End date" | "Review date" => day,
                "NHS number" => "943 476 5919".to_owned(),
                "Postcode" => "E8 1EA".to_owned(),
                "Relationship" => ["mother", "sibling", "odd"][number % 3].to_owned(),
                "Type" => ["NHS", "Dangerous dog", "odd"][number % 3].to_owned(),
                "Text" => format!("\"<p>Seen,&#13; {number}</p>\""),
                _ => format!("Test {number}"),
            };
            text.push_str(&cell);
            text.push(',');
        }
        text.pop();
        text.push('\n');
    }
    (rows, text.into_bytes())
}

/// The same file after up to six accidents, in one of its spellings.
pub fn broken(mut bytes: Vec<u8>, lots: &mut Lots) -> Vec<u8> {
    match lots.below(8) {
        // Nothing that was ever a table.
        0 => return (0..lots.below(600)).map(|_| byte(lots)).collect(),
        1 => bytes = utf16(&bytes),
        2 | 3 => return workbook(&bytes, lots),
        _ => {}
    }
    accidents(bytes, lots)
}

/// Flips, cuts, takes out, doubles, puts in.
pub fn accidents(mut bytes: Vec<u8>, lots: &mut Lots) -> Vec<u8> {
    for _ in 0..lots.below(7) {
        let at = lots.below(bytes.len() + 1);
        let end = (at + lots.below(40)).min(bytes.len());
        match lots.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << lots.below(8),
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => {
                let bad = BAD[lots.below(BAD.len())];
                bytes.splice(at..at, bad.iter().copied());
            }
        }
    }
    bytes
}

fn byte(lots: &mut Lots) -> u8 {
    u8::try_from(lots.below(256)).unwrap()
}

fn utf16(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    text.encode_utf16().fold(vec![0xFF, 0xFE], |mut all, unit| {
        all.extend(unit.to_le_bytes());
        all
    })
}

/// The rows as a workbook, broken as a packed file or in its sheet.
fn workbook(bytes: &[u8], lots: &mut Lots) -> Vec<u8> {
    const KINDS: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
    const ROOT: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const SHEETS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let mut sheet = String::from(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (row, line) in (1..).zip(String::from_utf8_lossy(bytes).lines()) {
        sheet.push_str(&format!(r#"<row r="{row}">"#));
        for (column, cell) in ('A'..='Z').zip(line.split(',')) {
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
            sheet.push_str(&match cell.parse::<u32>() {
                Ok(number) => format!(r#"<c r="{column}{row}"><v>{number}</v></c>"#),
                Err(_) => format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#),
            });
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let inside = lots.coin();
    let mut parts = [
        ("[Content_Types].xml", KINDS.to_vec()),
        ("_rels/.rels", ROOT.to_vec()),
        ("xl/workbook.xml", BOOK.to_vec()),
        ("xl/_rels/workbook.xml.rels", SHEETS.to_vec()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ];
    if inside {
        let part = if lots.below(4) == 0 { lots.below(parts.len()) } else { parts.len() - 1 };
        parts[part].1 = accidents(std::mem::take(&mut parts[part].1), lots);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let packed = zip.finish().unwrap().into_inner();
    if inside { packed } else { accidents(packed, lots) }
}
