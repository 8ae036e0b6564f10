//! How answers and faults are printed.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use api::{ApiError, Code};
use serde::Serialize;

use crate::wording::{explained, word};

/// Why a verb failed.
pub(crate) enum Fault {
    /// With its sentences in the catalogue.
    Api(ApiError),
    /// The role does not allow what only those who look after forms may do.
    ForEditors,
    /// Something about the arguments that no screen could get wrong.
    Usage(String),
    /// The other end of a pipe went away.
    Output(io::Error),
    /// A casebook was made in this folder and its recovery code could not be printed.
    NotShown(String),
}

impl Fault {
    /// A fault of a verb that only those who look after forms may do.
    pub(crate) fn for_editors(self) -> Self {
        match self {
            Self::Api(ApiError { code: Code::NotAllowed, .. }) => Self::ForEditors,
            other => other,
        }
    }
}

impl From<ApiError> for Fault {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Prints an answer: as JSON, or as lines.
pub(crate) fn answer<T: Serialize>(json: bool, value: &T, lines: impl FnOnce() -> Vec<String>) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    if json {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
        writeln!(out, "{text}")?;
    } else {
        for line in lines() {
            writeln!(out, "{line}")?;
        }
    }
    Ok(out.flush()?)
}

/// Prints text as it is.
pub(crate) fn text(bytes: &[u8]) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Says something beside the answer.
pub(crate) fn aside(line: &str) -> Result<(), Fault> {
    Ok(writeln!(io::stderr().lock(), "{line}")?)
}

/// Prints what happened, what was kept and what to do next; gives the exit code.
pub(crate) fn fault(fault: &Fault, json: bool) -> ExitCode {
    let mut err = io::stderr().lock();
    let (code, printed) = match fault {
        Fault::Api(error) => {
            let sentences = explained(error);
            let printed = if json {
                serde_json::to_string_pretty(&serde_json::json!({ "error": error, "sentences": sentences }))
                    .map_err(io::Error::from)
                    .and_then(|text| writeln!(io::stdout().lock(), "{text}"))
            } else {
                let problems = error.args.get("problems").map(|lines| format!("\n{lines}")).unwrap_or_default();
                writeln!(err, "{}{problems}", sentences.join("\n"))
            };
            (error.code.exit_code(), printed)
        }
        Fault::ForEditors => {
            let error = ApiError::plain(Code::NotAllowed);
            let [what, kept, _] = explained(&error);
            let sentences = [what, kept, word("cli-not-editor")];
            let printed = if json {
                let told = serde_json::json!({ "error": error, "sentences": sentences });
                writeln!(io::stdout().lock(), "{told:#}")
            } else {
                writeln!(err, "{}", sentences.join("\n"))
            };
            (error.code.exit_code(), printed)
        }
        Fault::Usage(line) if json => {
            let sentences: Vec<&str> = line.lines().filter(|line| !line.trim().is_empty()).collect();
            let told = serde_json::json!({ "error": { "code": "usage", "args": {} }, "sentences": sentences });
            (2, writeln!(io::stdout().lock(), "{told:#}"))
        }
        Fault::Usage(line) => (2, writeln!(err, "{line}")),
        Fault::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => (0, Ok(())),
        Fault::NotShown(folder) => (
            5,
            writeln!(
                err,
                "The recovery code could not be printed, and it is shown only once.\n\
                 A casebook was made in {folder}. Nothing is recorded in it, and it opens by its passphrase alone.\n\
                 Delete that folder and run init again where its answer can be read."
            ),
        ),
        Fault::Output(error) => (5, writeln!(err, "the answer could not be printed: {}", error.kind())),
    };
    // With nowhere left to print, the exit code says it.
    drop(printed);
    ExitCode::from(code)
}
