use std::collections::HashMap;

use serde::{Deserialize, de::IgnoredAny};

use crate::fault::{Fault, FormFault};

/// Larger files are refused before anything in them is read.
const MOST_MIB: u32 = 8;

/// The file being read, to tell a fault by name and line.
pub(crate) struct Source<'a> {
    name: &'a str,
    text: &'a str,
    /// Offsets of the line breaks, so that a line is found without reading the file again.
    breaks: Vec<usize>,
}

/// Lines of the things that later checks may find fault with.
#[derive(Default)]
pub(crate) struct Lines {
    pub sections: HashMap<String, u32>,
    pub questions: HashMap<String, u32>,
}

impl<'a> Source<'a> {
    pub fn new(name: &'a str, json: &'a [u8]) -> Result<Self, FormFault> {
        if json.len() > (MOST_MIB as usize) << 20 {
            let fault = Fault::FileTooLarge { mib: MOST_MIB };
            return Err(FormFault { file: name.to_owned(), line: 1, fault });
        }
        // Editors on Windows like to put a byte order mark in front.
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
        match std::str::from_utf8(json) {
            Ok(text) => Ok(Self { name, text, breaks: breaks(json) }),
            Err(error) => Err(FormFault {
                file: name.to_owned(),
                line: line_at(&breaks(json), error.valid_up_to()),
                fault: Fault::Json("the text is not UTF-8".to_owned()),
            }),
        }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The line on which `part`, a slice of this file, begins.
    pub fn line(&self, part: &str) -> u32 {
        let offset = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        line_at(&self.breaks, offset)
    }

    pub fn fault(&self, line: u32, fault: Fault) -> FormFault {
        FormFault { file: self.name.to_owned(), line, fault }
    }

    pub fn fault_at(&self, part: &str, fault: Fault) -> FormFault {
        self.fault(self.line(part), fault)
    }

    /// Reads an object. serde would take a list for one as well, field by field in their order.
    pub fn object<T: Deserialize<'a>>(&self, part: &'a str, what: &str) -> Result<T, FormFault> {
        if !part.trim_start().starts_with('{') {
            self.parse::<IgnoredAny>(part)?;
            return Err(self.fault_at(part.trim_start(), Fault::Json(format!("this is not {what}"))));
        }
        self.parse(part)
    }

    /// Reads a slice of this file, telling the line in the whole file where it goes wrong.
    pub fn parse<T: Deserialize<'a>>(&self, part: &'a str) -> Result<T, FormFault> {
        serde_json::from_str(part).map_err(|error| {
            let inside = u32::try_from(error.line()).unwrap_or(u32::MAX);
            let line = self.line(part).saturating_add(inside.saturating_sub(1));
            let mut message = error.to_string();
            // serde_json counts from the slice; the line of the file is told apart.
            if let Some(cut) = message.rfind(" at line ") {
                message.truncate(cut);
            }
            self.fault(line, Fault::Json(message))
        })
    }
}

fn breaks(text: &[u8]) -> Vec<usize> {
    text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(offset, _)| offset).collect()
}

fn line_at(breaks: &[usize], offset: usize) -> u32 {
    let before = breaks.partition_point(|at| *at < offset);
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}
