//! `holdfast form …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(crate) enum Form {
    /// List forms: those that ship, your own, those that are retired.
    List,
    /// Show a form: sections, questions, who records it, by when. In JSON: its definition, which
    /// `form check` and `form publish` read back.
    Show {
        /// Id of the form, e.g. visit.
        id: String,
        /// Hash of an older version, as this verb lists them.
        #[arg(long)]
        hash: Option<String>,
    },
    /// Look a form file over: what must be put right, and what is worth a look. Needs no casebook;
    /// exit code 0 when it can be published, 2 when not.
    Check {
        /// JSON file with the definition; `-` for standard input.
        file: PathBuf,
    },
    /// Publish a form file as the next version of its form. A published version never changes.
    Publish {
        /// JSON file with the definition; `-` for standard input.
        file: PathBuf,
        /// What was changed and why: people read it when they are offered the new version.
        #[arg(long, value_name = "TEXT")]
        note: String,
    },
    /// Offer a form no longer. What was recorded on it stays.
    Retire {
        /// Id of the form.
        id: String,
        /// Id of the form that people should use instead.
        #[arg(long, value_name = "ID")]
        use_instead: Option<String>,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        note: String,
    },
    /// Bring in a form from Google Forms: the JSON of the Forms API.
    ImportGoogle(FormFile),
    /// Bring in a form from an XLSForm workbook (.xlsx).
    ImportXlsform(FormFile),
}

/// A form made elsewhere.
#[derive(Args)]
pub(crate) struct FormFile {
    /// The file; `-` for standard input.
    pub file: PathBuf,
    /// Only report what it would become. Needs no casebook, writes nothing.
    #[arg(long)]
    pub check: bool,
    /// What it is and why it is brought in: people read it when they are offered the form.
    #[arg(long, value_name = "TEXT", required_unless_present = "check")]
    pub note: Option<String>,
    /// You have looked at everything under "for you to look at" in the report.
    #[arg(long)]
    pub confirm: bool,
}
