//! `holdfast person find`.

use api::{App, FindMatchesRequest, MatchesView};

use super::{call, match_line};
use crate::{
    say::{self, Fault},
    wording::said,
};

pub(super) fn find(app: &App, json: bool, request: &FindMatchesRequest) -> Result<(), Fault> {
    let found: MatchesView = call(app, "find_matches", request)?;
    say::answer(json, &found, || {
        if found.matches.is_empty() {
            return vec![said("cli-find-nobody", &[("text", &request.name)])];
        }
        found.matches.iter().map(match_line).collect()
    })
}
