//! Runs a test again in a process of its own, on a disk that is written down or that fails.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// In the process that runs on the watched disk: its folder.
const FOLDER: &str = "HOLDFAST_DISK_FOLDER";
const LOG: &str = "HOLDFAST_DISK_LOG";
const FAULT: &str = "HOLDFAST_DISK_FAULT";

/// A folder on a disk that is watched, for one process.
pub struct Watched {
    home: TempDir,
}

impl Watched {
    /// Makes the library that watches, and an empty folder.
    pub fn new() -> Self {
        let home = in_memory();
        let source = format!("{}/faults/writelog.c", std::env::var("CARGO_MANIFEST_DIR").unwrap());
        let library = home.path().join("writelog.so");
        let made = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([library.as_os_str(), source.as_ref()])
            .output();
        assert!(made.is_ok_and(|output| output.status.success()), "a C compiler builds SQLCipher too");
        fs::create_dir(home.path().join("disk")).unwrap();
        Self { home }
    }

    /// What was written down.
    pub fn log(&self) -> PathBuf {
        self.home.path().join("log")
    }

    /// The folder.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join("disk")
    }

    /// Runs a test of this program once more, there: it finds its folder by [`watched`].
    pub fn run_again(&self, test: &str, settings: &[(&str, String)]) {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env("LD_PRELOAD", self.home.path().join("writelog.so"))
            .env(FOLDER, self.folder())
            .env(LOG, self.log())
            .env(FAULT, self.home.path().join("fault"))
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert!(self.log().exists(), "the disk was watched: {said}");
        for line in said.lines().filter(|line| line.starts_with("    ")) {
            println!("{}", line.trim());
        }
    }
}

/// A temporary folder in memory where there is one: what is tried thousands of times waits for no
/// disk.
pub fn in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// The watched folder, in the process that [`Watched::run_again`] started; none elsewhere.
pub fn watched() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// From now on there is room for so many bytes more.
pub fn leave_room(bytes: usize) {
    set(&format!("room {bytes:<20}\n"));
}

/// The sync so many syncs from now fails, once; 1 is the next.
pub fn fail_sync(number: u32) {
    set(&format!("sync {number:<20}\n"));
}

/// How many more syncs there are until the one that fails; 0 when it has failed.
pub fn syncs_left() -> u32 {
    fs::read_to_string(fault()).unwrap().trim_start_matches("sync ").trim().parse().unwrap()
}

/// The disk is well again.
pub fn no_faults() {
    fs::remove_file(fault()).unwrap();
}

// The file comes in one step: a half-written one would be read.
fn set(text: &str) {
    let beside = fault().with_extension("new");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, fault()).unwrap();
}

fn fault() -> PathBuf {
    PathBuf::from(std::env::var_os(FAULT).unwrap())
}
