//! `holdfast-hub custody`

use anyhow::ensure;
use clap::Args;
use hub::HubState;

use super::say;

#[derive(Args)]
pub(crate) struct Options {
    /// As JSON, for scripts.
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(state: &HubState, options: Options) -> anyhow::Result<()> {
    let count = state.custody().await?;
    if options.json {
        say(&(serde_json::to_string_pretty(&count)? + "\n"))?;
    } else {
        let rows = [
            ("Records held", count.records),
            ("  sent, no answer yet", count.sent),
            ("  in the central record", count.accepted),
            ("  need a person", count.needs_person),
            ("Log entries held", count.log),
            ("Bodies awaited", count.bodies_awaited),
            ("Files awaited", count.files_awaited),
            ("Links held", count.links),
            ("Chains", count.chains),
            ("  copied or put back", count.branched),
        ];
        let table: String = rows.iter().map(|(what, number)| format!("{what:<26}{number:>10}\n")).collect();
        say(&table)?;
    }
    ensure!(count.adds_up(), "the count does not add up: keep this output, and have the database checked");
    Ok(())
}
