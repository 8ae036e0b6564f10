//! The power goes at any moment: what was confirmed is there, whole. The control: on a disk whose
//! syncs do nothing, most of it is not. Without that the first test would prove nothing.

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::{
    disk::{ACKNOWLEDGED, Disk, Reached},
    log,
    lots::{Lots, Run},
    recovered::{Between, Expected, look},
    shim::{Watched, in_memory, watched},
    workload::work,
};

const SEED: &str = "HOLDFAST_WORK_SEED";
const ACTS: u32 = 100;
/// States that are looked at of one run of the work.
const STATES: u32 = 250;

#[test]
fn a_power_cut_loses_nothing_that_was_confirmed_and_leaves_nothing_half() {
    if let Some(folder) = watched() {
        return work_here(&folder);
    }
    let run = Run::of(2_000, 100_000);
    let works = run.count.div_ceil(STATES);
    let next = AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(8) {
            scope.spawn(|| {
                while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < works) {
                    let seed = run.seed + u64::from(number);
                    let wrong = states(
                        "power_cut::a_power_cut_loses_nothing_that_was_confirmed_and_leaves_nothing_half",
                        seed,
                        STATES.min(run.count),
                        true,
                    );
                    assert_eq!(wrong, Vec::<String>::new(), "seed {seed}");
                }
            });
        }
    });
    run.done("power cuts");
}

#[test]
fn the_control_loses_most_where_syncs_do_nothing() {
    if let Some(folder) = watched() {
        return work_here(&folder);
    }
    let run = Run::of(200, 2_000);
    let wrong = states("power_cut::the_control_loses_most_where_syncs_do_nothing", run.seed, run.count, false);
    println!("control: {} of {} lost or broken, seed {}", wrong.len(), run.count, run.seed);
    assert!(wrong.len() * 2 >= usize::try_from(run.count).unwrap(), "only {}: the test has no teeth", wrong.len());
}

fn work_here(folder: &Path) {
    let seed: u64 = std::env::var(SEED).unwrap().parse().unwrap();
    work(folder, seed, ACTS);
}

/// Does the work once, cuts the power at so many moments, and says what was wrong after which.
fn states(test: &str, seed: u64, count: u32, syncs: bool) -> Vec<String> {
    let watched = Watched::new();
    watched.run_again(test, &[(SEED, seed.to_string())]);
    let events = log::read(&watched.log());
    let acknowledged = fs::read_to_string(watched.folder().join(ACKNOWLEDGED)).unwrap();
    let expected: Vec<Expected> = acknowledged.lines().map(Expected::read).collect();
    let mut lots = Lots::of(seed);
    let mut cuts: Vec<usize> = (0..count).map(|_| lots.below(events.len())).collect();
    cuts.sort_unstable();

    let mut wrong = Vec::new();
    let mut disk = Disk::new();
    let mut cuts = cuts.into_iter().enumerate().peekable();
    for (at, event) in events.iter().enumerate() {
        disk.take(event, &mut lots);
        // The control begins with a casebook that is safely there.
        disk.syncs = syncs || disk.acknowledged == 0;
        while let Some((number, _)) = cuts.next_if(|(_, cut)| *cut == at) {
            let reached = Reached::ALL[lots.below(4)];
            let folder = in_memory();
            disk.after_power_cut(reached, &mut lots, folder.path());
            let confirmed = disk.acknowledged;
            let between = Between {
                confirmed: confirmed.checked_sub(1).map(|last| &expected[last]),
                begun: expected.get(confirmed),
            };
            if let Err(what) = look(folder.path(), between, number % 20 == 0) {
                wrong.push(format!("after {at} changes and {confirmed} acts, {reached:?}: {what}"));
            }
        }
    }
    wrong
}
