//! A pure document in, an accessible PDF out. The library that lays it out is heavy, so this room is
//! apart: only hosts import it.

use std::sync::LazyLock;

use domain::paper::{Block, Paper};
use serde_json::Value;
use typst::foundations::{Dict, Value as Input};
use typst_as_lib::{TypstEngine, TypstTemplateMainFile, typst_kit_options::TypstKitFontOptions};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const LAYOUT: &str = include_str!("paper.typ");
/// Latin, Greek, Cyrillic, Hebrew, Arabic: a name is printed in the script that it is written in.
const FONTS: [&[u8]; 2] = [include_bytes!("../fonts/DejaVuSans.ttf"), include_bytes!("../fonts/DejaVuSans-Bold.ttf")];

type Engine = TypstEngine<TypstTemplateMainFile>;

/// With the fonts that ship: the same page on every computer.
static SHIPPED: LazyLock<Engine> = LazyLock::new(|| TypstEngine::builder().main_file(LAYOUT).fonts(FONTS).build());
/// With those of the computer as well. Looking for them takes a while, and most names do not need them.
static WITH_THE_COMPUTERS: LazyLock<Engine> = LazyLock::new(|| {
    TypstEngine::builder().main_file(LAYOUT).fonts(FONTS).search_fonts_with(TypstKitFontOptions::default()).build()
});

/// Why a document could not be printed. Nothing of what it says is in here.
#[derive(Debug, thiserror::Error)]
pub enum PrintFault {
    /// The layout does not take it.
    #[error("the document cannot be laid out")]
    Layout,
    /// It was laid out, and cannot be written.
    #[error("the document cannot be written as PDF")]
    Pdf,
}

/// The document as PDF for paper and for screen readers: PDF/UA-1, tagged, titled, with its language.
///
/// That standard refuses a letter that no font has. The fonts that ship are tried first, then those of
/// the computer; where none has it, the rest is printed all the same, tagged but not by the standard,
/// and says on top that letters are missing.
///
/// # Errors
/// [`PrintFault`]; which letters a name has never makes one.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PrintFault> {
    for engine in [&SHIPPED, &WITH_THE_COMPUTERS] {
        if let Ok(pdf) = written(&laid_out(engine, paper)?, &[PdfStandard::Ua_1]) {
            return Ok(pdf);
        }
    }
    let mut paper = paper.clone();
    paper.blocks.insert(0, Block::Notice { text: paper.letters_missing.clone() });
    written(&laid_out(&WITH_THE_COMPUTERS, &paper)?, &[])
}

fn laid_out(engine: &Engine, paper: &Paper) -> Result<PagedDocument, PrintFault> {
    let mut said = serde_json::to_value(paper).map_err(|_| PrintFault::Layout)?;
    printable(&mut said);
    let mut inputs = Dict::new();
    inputs.insert("paper".into(), Input::Str(said.to_string().into()));
    engine.compile_with_input(inputs).output.map_err(|_| PrintFault::Layout)
}

/// Takes out what old systems leave in texts and no font draws: controls and marks of byte order.
fn printable(said: &mut Value) {
    match said {
        Value::String(text) => {
            text.retain(|letter| {
                letter == '\n' || !(letter.is_control() || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
            });
        }
        Value::Array(parts) => parts.iter_mut().for_each(printable),
        Value::Object(members) => members.values_mut().for_each(printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn written(laid_out: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>, PrintFault> {
    let standards = PdfStandards::new(standards).map_err(|_| PrintFault::Pdf)?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    typst_pdf::pdf(laid_out, &options).map_err(|_| PrintFault::Pdf)
}
