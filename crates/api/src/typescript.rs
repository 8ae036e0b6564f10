//! The TypeScript of every type and the map of commands, written to
//! `ui/src/lib/api/generated.ts` by `make types`; a test fails when that file is stale.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::{ApiError, commands};

/// Collects declarations, each once.
pub(crate) struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// Adds a type and all types that it names.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        // A type of the language has no declaration of its own.
        if T::output_path().is_none() || self.declarations.contains_key(&T::ident(&self.config)) {
            return;
        }
        self.declarations.insert(T::ident(&self.config), T::decl_concrete(&self.config));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The whole file.
pub fn typescript() -> String {
    let mut types = Types { config: Config::default(), declarations: BTreeMap::new() };
    commands::declare(&mut types);
    types.add::<ApiError>();
    let mut text = String::from("// Written by `make types` from crates/api. Not edited by hand.\n\n");
    for declaration in types.declarations.values() {
        text.push_str("export ");
        text.push_str(declaration);
        text.push_str("\n\n");
    }
    text.push_str("/** Every command: what it takes and what it gives. */\nexport interface Commands {\n");
    for command in commands::COMMANDS {
        text.push_str(&format!("  {}: {{ req: {}; res: {} }};\n", command.name, command.request, command.answer));
    }
    text.push_str("}\n");
    text
}
