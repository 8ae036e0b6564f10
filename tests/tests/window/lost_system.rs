//! What was recovered of a lost system, and a letter as a phone photographs it.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

/// As many children as are open on a full day: `docs/decisions/0022-packs.md`.
pub const CHILDREN: usize = 3_151;
/// Number in the lost system of the child that the journey is about.
const ZOE: usize = 1_700;

const FIRST: [&str; 5] = ["Ada", "Bilal", "Chaim", "Dilan", "Efe"];
const LAST: [&str; 4] = ["Exampleson", "Testley", "Mockford", "Specimen"];

/// Every child, one a row.
pub fn people() -> String {
    let mut csv = String::from("Mosaic ID,Forename,Surname,DOB,Postcode\n");
    for number in 1..=CHILDREN {
        let born = NaiveDate::from_ymd_opt(2004, 1, 1).unwrap() + Days::new(number as u64);
        let (first, last) = if number == ZOE {
            ("Zoë".to_owned(), "Samplechild".to_owned())
        } else {
            (format!("{}{}", FIRST[number % FIRST.len()], number % 7), format!("{}{number}", LAST[number % LAST.len()]))
        };
        writeln!(csv, "{number},{first},{last},{born},E8 {}AA", number % 9 + 1).unwrap();
    }
    csv
}

/// One warning about the child.
pub fn warnings() -> String {
    format!(
        "Mosaic ID,Warning type,Narrative,Start date\n{ZOE},Risk to worker,Two large dogs. Visit in pairs.,2019-03-04\n"
    )
}

/// Two years of visits to the child.
pub fn notes() -> String {
    let mut csv = String::from("Case Note ID,Mosaic ID,Date of event,Note type,Worker,Text\n");
    for number in 0..60 {
        let day = NaiveDate::from_ymd_opt(2018, 1, 5).unwrap() + Days::new(number * 14);
        writeln!(csv, "{number},{ZOE},{day},Home visit,Ada Worker,Seen at home with her mother. Visit {number}.")
            .unwrap();
    }
    csv
}

/// A photograph with what a phone writes into it: an Exif block that says where it was taken.
pub fn photographed(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    // The one entry of the first directory points to the directory of the place.
    exif.extend([&[1, 0][..], &entry(0x8825, 4, 1, 26_u32.to_le_bytes()), &[0; 4]].concat());
    exif.extend([&[2, 0][..], &entry(1, 2, 2, *b"N\0\0\0"), &entry(2, 5, 3, 56_u32.to_le_bytes()), &[0; 4]].concat());
    for part in [51_u32, 1, 32, 1, 4200, 100] {
        exif.extend(part.to_le_bytes());
    }
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
}

/// Whether a picture says anything about how, when or where it was taken.
pub fn has_camera_data(picture: &[u8]) -> bool {
    picture.windows(4).any(|part| part == b"Exif") || picture.windows(2).any(|part| part == b"\xff\xe1")
}
