//! The real window: WebKitGTK driven by WebDriver, the real program, hub and PostgreSQL. Needs a
//! display and a session bus (`scripts/test.sh` gives both), one at a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod acts;
mod child;
mod driver;
mod forms;
mod journey;
mod kills;
mod lock;
mod lost_system;
mod shell;
