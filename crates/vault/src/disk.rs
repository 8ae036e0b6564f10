//! Writing a file so that after a power cut it is there whole, or as it was before.

use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// What unfinished files end in: whoever finds one after a crash may delete it.
pub(crate) const UNFINISHED: &str = ".part";

/// A file in `dir` that nobody else can read and that vanishes unless it is kept.
pub(crate) fn unfinished_file(dir: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(".").suffix(UNFINISHED).tempfile_in(dir)
}

/// Puts `bytes` at `dir/name`, replacing what was there in one step.
pub(crate) fn write_whole(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = unfinished_file(dir)?;
    file.write_all(bytes)?;
    keep(file, dir, name)
}

/// Syncs the file, gives it its name and syncs the folder: only then is it durable.
fn keep(file: NamedTempFile, dir: &Path, given: &str) -> io::Result<()> {
    file.as_file().sync_all()?;
    name(file, dir, given)?;
    sync_dir(dir)
}

/// Gives a synced file its name. It is durable only when the folder is synced too.
pub(crate) fn name(file: NamedTempFile, dir: &Path, given: &str) -> io::Result<()> {
    file.persist(dir.join(given)).map_err(|error| error.error)?;
    Ok(())
}

/// Makes the names in a folder durable. Windows writes them with the file and cannot do this.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { std::fs::File::open(dir)?.sync_all() } else { Ok(()) }
}
