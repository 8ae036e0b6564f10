//! `holdfast-hub enrol-code`

use std::path::PathBuf;

use chrono::TimeDelta;
use clap::Args;
use hub::{HubState, Tls};

use super::say;

#[derive(Args)]
pub(crate) struct Options {
    /// The address by which devices reach the hub, e.g. https://hub.example:8443.
    #[arg(long)]
    address: String,
    /// The certificate that the hub serves with, PEM: devices pin it. Not for plain HTTP.
    #[arg(long, value_name = "FILE")]
    tls_cert: Option<PathBuf>,
    /// Hours that the code may be used in.
    #[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=720))]
    valid_hours: u32,
}

pub(crate) async fn run(state: &HubState, options: Options) -> anyhow::Result<()> {
    let certificate = options.tls_cert.as_deref().map(Tls::fingerprint).transpose()?;
    let valid = TimeDelta::hours(options.valid_hours.into());
    let code = state.make_enrol_code(&options.address, certificate, valid).await?;
    say(&format!("{code}\n"))
}
