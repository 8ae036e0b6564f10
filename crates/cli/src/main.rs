//! `holdfast`: the same verbs as the window, for administrators and scripts.
//!
//! Exit codes: 0 done; 1 something is wrong inside or the role does not allow it; 2 what was asked
//! for is wrong (answers, names, arguments); 3 the casebook did not open; 4 the hub; 5 disk or
//! database; 6 a check found something wrong.

mod arguments;
mod file;
mod open;
mod say;
mod times;
mod verbs;
mod wording;

use std::process::ExitCode;

use clap::Parser;

use crate::{arguments::Arguments, say::Fault};

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::ERROR).init();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // A script that asked for JSON gets it, also when it mistyped the rest.
        Err(error) if error.use_stderr() && std::env::args_os().any(|argument| argument == "--json") => {
            return say::fault(&Fault::Usage(error.to_string().trim_end().to_owned()), true);
        }
        Err(error) => error.exit(),
    };
    match verbs::run(&arguments) {
        Ok(code) => code,
        Err(fault) => say::fault(&fault, arguments.json),
    }
}

impl From<app::AppFault> for Fault {
    fn from(fault: app::AppFault) -> Self {
        Self::Api(fault.into())
    }
}
