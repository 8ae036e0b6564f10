//! Keeps what is in memory out of files: a dump of this process would hold notes and keys.

/// No core dumps, here and in the processes of the web view, and no other process of the same
/// person reading this one's memory. A system that refuses is told in no way: the casebook is as
/// safe as that system's own programs are.
pub(crate) fn no_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn the_process_cannot_be_dumped() {
        super::no_dumps();
        let limits = std::fs::read_to_string("/proc/self/limits").expect("Linux has it");
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit");
        assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
        let dumpable = rustix::process::dumpable_behavior().expect("Linux tells");
        assert_eq!(dumpable, rustix::process::DumpableBehavior::NotDumpable);
    }
}
