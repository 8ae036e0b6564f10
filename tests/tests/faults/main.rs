//! Bad days, for real: programs that are killed, power that goes, disks that are full or fail,
//! files that are damaged, clocks that are wrong. Each test that draws lots says how many cases it
//! did and from which seed; `HOLDFAST_SEED` gives the same lots again, `HOLDFAST_SOAK=1` more.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "all of this is test code")]

mod desk;
mod disk;
mod disk_full;
mod elsewhere;
mod failed_sync;
mod flipped;
mod kill;
mod kill_keys;
mod log;
mod lots;
mod packs;
mod packs_broken;
mod power_cut;
mod programs;
mod recovered;
mod shim;
mod workload;
