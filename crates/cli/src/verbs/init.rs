//! `holdfast init`.

use api::App;
use app::keys::{Author, CreateCasebook, judge_passphrase};
use serde_json::json;

use crate::{
    arguments::Arguments,
    open,
    say::{self, Fault},
};

/// Makes a casebook and shows its recovery code, once.
pub(crate) fn init(arguments: &Arguments, name: &str, role: &str) -> Result<(), Fault> {
    let app: App = open::closed(arguments)?;
    if app.standing() != app::Standing::NoCasebook {
        return Err(app::AppFault::CasebookExists.into());
    }
    let passphrase = open::passphrase(arguments, "New passphrase: ")?;
    if arguments.passphrase_file.is_none() && *open::ask("The same again: ")? != *passphrase {
        return Err(Fault::Usage("the two passphrases differ; nothing was made".to_owned()));
    }
    let weak = !judge_passphrase(&passphrase, &[name.to_owned(), role.to_owned()]).enough;
    let sheet = app.begin_casebook()?;
    app.create_casebook(CreateCasebook {
        passphrase,
        allow_weak: true,
        confirm: None,
        author: Author { name: name.to_owned(), role: role.to_owned(), team: None },
        cost: api::cost(),
    })?;
    app.close()?;
    let code = sheet.groups.join("-");
    let folder = app.folder().display().to_string();
    let answer = json!({ "casebook": sheet.casebook.to_string(), "folder": folder, "recovery_code": code });
    let said = say::answer(arguments.json, &answer, || {
        vec![
            format!("Casebook made in {folder}"),
            String::new(),
            format!("Recovery code: {code}"),
            "It opens the casebook without the passphrase and is shown only now. Write it down and keep it".to_owned(),
            "in a safe place, apart from this laptop.".to_owned(),
        ]
    });
    // Elsewhere a pipe that went away is nobody's loss; here it took the only sight of the code.
    if let Err(Fault::Output(_)) = said {
        return Err(Fault::NotShown(folder));
    }
    said?;
    if weak {
        say::aside("Warning: this passphrase could be guessed. Change it with `holdfast passphrase`.")?;
    }
    Ok(())
}
