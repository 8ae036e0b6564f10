//! Any bytes as a file of a lost system, read as rows of every kind.
#![no_main]

use std::{ops::ControlFlow, sync::LazyLock};

use exchange::packs::{DateFormats, PackFile, RowsAre, Taking, suggest};
use forms::Lists;
use libfuzzer_sys::fuzz_target;

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::default);

fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    let Ok(file) = PackFile::open(&bytes, None) else { return };
    let as_at = chrono::NaiveDate::from_ymd_opt(2020, 10, 12).expect("a day");
    for rows in RowsAre::ALL {
        let columns = suggest(rows, file.headings());
        let Ok(formats) = DateFormats::find(&file, rows, &columns) else { continue };
        let mut taking = Taking::new(rows, "Mosaic", as_at, &LISTS, file.headings(), &columns, &formats, None);
        let mut count = 0_u32;
        let read = file.each(&mut |_, cells| {
            taking.row(cells);
            count += 1;
            ControlFlow::Continue(())
        });
        assert!(read.is_err() || count == file.rows(), "every row that was counted is handed over");
        taking.finish();
    }
});
