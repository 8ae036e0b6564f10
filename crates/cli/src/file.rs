//! Files as they are handed in.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use crate::say::Fault;

/// Most bytes of a file that is read: what the window takes in too.
const MOST_BYTES: u64 = 64 << 20;

/// A whole file; `-` is standard input.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    // One byte more than may be: a file, a pipe or a device that does not end is told alike.
    let read = if path == Path::new("-") {
        io::stdin().take(MOST_BYTES + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| Fault::Usage(format!("{}: cannot be read: {}", path.display(), error.kind())))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(app::AppFault::FileTooLarge { most: MOST_BYTES as usize }.into());
    }
    Ok(bytes)
}
