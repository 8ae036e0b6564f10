//! A file that leaves the casebook: to where the person says, or as a download where the host has no
//! dialog.

use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use app::AppFault;
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{ApiError, Code, ExportedView, Host};

/// Where a file goes.
pub(super) enum Place {
    /// To a path that the person named.
    Path(PathBuf),
    /// To the screen, under this name.
    Download(String),
}

/// Asks where a file of this name goes; none when the person closed the dialog.
pub(super) fn ask(host: &dyn Host, name: String) -> Result<Option<Place>, ApiError> {
    match host.ask_where_to_save(&name) {
        Ok(path) => Ok(path.map(Place::Path)),
        Err(error) if error.code == Code::NoDialog => Ok(Some(Place::Download(name))),
        Err(other) => Err(other),
    }
}

/// Writes a file to its place. `write` gets where to, and the only folder beside it where it may write
/// (`work_in` for a download), and says how many rows it wrote.
pub(super) fn save(
    place: Place,
    work_in: &Path,
    write: impl FnOnce(&mut (dyn Write + Send), &Path) -> Result<u32, ApiError>,
) -> Result<ExportedView, ApiError> {
    match place {
        Place::Path(path) => Ok(ExportedView { rows: Some(save_to(&path, write)?), download: None }),
        Place::Download(name) => {
            let mut bytes = Vec::new();
            let rows = write(&mut bytes, work_in)?;
            Ok(ExportedView { rows: Some(rows), download: Some((name, STANDARD.encode(bytes))) })
        }
    }
}

/// Writes a file for this person's eyes only: what was begun is taken away when it cannot be finished, and
/// a file that stood there before stays as it was until then.
pub(super) fn save_to<T>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send), &Path) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (part, file) = begin_beside(path).map_err(AppFault::from)?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out, folder);
    let named =
        written.and_then(|done| finish(out, &part, path).map_err(AppFault::from).map(|()| done).map_err(Into::into));
    if named.is_err() {
        // Half a file about a child helps nobody.
        let _ = std::fs::remove_file(&part);
    }
    named
}

fn finish(out: BufWriter<File>, part: &Path, path: &Path) -> std::io::Result<()> {
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    std::fs::rename(part, path)
}

/// A new file beside `path`; what stands there already is never opened.
fn begin_beside(path: &Path) -> std::io::Result<(PathBuf, File)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut number = 0;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{number}.part"));
        match options.open(&name) {
            Ok(file) => return Ok((PathBuf::from(name), file)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, save, save_to};
    use crate::ApiError;

    #[test]
    fn half_a_file_is_taken_away_and_what_stood_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chronology.pdf");
        std::fs::write(&path, "the one before").unwrap();
        let broken = save_to(&path, |out, _| {
            out.write_all(b"half").map_err(app::AppFault::from)?;
            Err::<u32, _>(ApiError::bad_request())
        });
        assert!(broken.is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "the one before");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no part is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_for_this_persons_eyes_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chronology.pdf");
        let place = Place::Path(path.clone());
        let saved = save(place, folder.path(), |out, _| {
            out.write_all(b"all").map_err(app::AppFault::from)?;
            Ok(3)
        });
        assert!(saved.is_ok_and(|view| view.rows == Some(3) && view.download.is_none()));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
