//! Refusing network folders. SQLite's locks and fsync are promises that a file server may break,
//! and a broken promise here is a lost visit.

use std::io;
use std::path::Path;

/// What kind of network folder it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkKind {
    /// NFS.
    Nfs,
    /// SMB or CIFS, a Windows share.
    Smb,
    /// A folder of another computer over SSH.
    Sshfs,
    /// AFS.
    Afs,
    /// 9P, as virtual machines share folders.
    NineP,
    /// A Windows path that names another computer.
    Unc,
}

/// Why a folder is not taken.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It is on a network; a casebook belongs on the laptop's own disk.
    #[error("the folder is on a network ({kind:?})")]
    NetworkFolder {
        /// The kind of network folder.
        kind: NetworkKind,
    },
    /// The system would not say what kind of folder it is.
    #[error("the folder could not be examined")]
    Io(#[from] io::Error),
}

/// Refuses `dir` if it is on a network. It need not exist yet: then the nearest folder above it
/// that does is asked. Linux and Windows are known; elsewhere nothing is refused.
///
/// # Errors
/// See [`FolderError`].
pub fn refuse_network_folder(dir: &Path) -> Result<(), FolderError> {
    let dir = std::path::absolute(dir)?;
    let Some(existing) = dir.ancestors().find(|above| above.exists()) else {
        return Err(FolderError::Io(io::ErrorKind::NotFound.into()));
    };
    match kind_of(&existing.canonicalize()?)? {
        Some(kind) => Err(FolderError::NetworkFolder { kind }),
        None => Ok(()),
    }
}

#[cfg(target_os = "linux")]
fn kind_of(dir: &Path) -> io::Result<Option<NetworkKind>> {
    let found = rustix::fs::statfs(dir)?;
    // The kernel's numbers have 32 bits; the field's width and sign differ by processor.
    let magic = found.f_type as u32;
    if magic == linux::FUSE {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo")?;
        return Ok(linux::is_sshfs(dir, &mounts).then_some(NetworkKind::Sshfs));
    }
    Ok(linux::kind_of_magic(magic))
}

#[cfg(windows)]
fn kind_of(dir: &Path) -> io::Result<Option<NetworkKind>> {
    use std::path::{Component, Prefix};
    // `dir` is canonical, so that a drive letter given to a share has become the share.
    let unc = match dir.components().next() {
        Some(Component::Prefix(prefix)) => {
            matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
        }
        _ => false,
    };
    Ok(unc.then_some(NetworkKind::Unc))
}

#[cfg(not(any(target_os = "linux", windows)))]
fn kind_of(_dir: &Path) -> io::Result<Option<NetworkKind>> {
    Ok(None)
}

#[cfg(target_os = "linux")]
mod linux {
    use super::NetworkKind;
    use std::path::Path;

    pub(super) const FUSE: u32 = 0x6573_5546;

    /// The numbers of `statfs(2)` and of the kernel's `magic.h`.
    pub(super) fn kind_of_magic(magic: u32) -> Option<NetworkKind> {
        match magic {
            0x6969 => Some(NetworkKind::Nfs),
            0x517b | 0xff53_4d42 | 0xfe53_4d42 => Some(NetworkKind::Smb),
            0x5346_414f | 0x6b41_4653 => Some(NetworkKind::Afs),
            0x0102_1997 => Some(NetworkKind::NineP),
            _ => None,
        }
    }

    /// Whether the innermost mount that holds `dir` is sshfs: FUSE carries local disks too, and
    /// only the mount table tells them apart.
    pub(super) fn is_sshfs(dir: &Path, mountinfo: &str) -> bool {
        // proc(5): the fifth field is the mount point, the first after " - " the kind.
        let mounts = mountinfo.lines().filter_map(|line| {
            let (mount, source) = line.split_once(" - ")?;
            let point = mount.split(' ').nth(4)?.replace("\\040", " ");
            dir.starts_with(&point).then_some((point.len(), source.split(' ').next()?))
        });
        // Of mounts on the same point the last one covers the others; `max_by_key` gives it.
        mounts.max_by_key(|(depth, _)| *depth).is_some_and(|(_, kind)| kind == "fuse.sshfs")
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use rstest::rstest;

        #[rstest]
        #[case::nfs(0x6969, Some(NetworkKind::Nfs))]
        #[case::smb(0x517b, Some(NetworkKind::Smb))]
        #[case::cifs(0xff53_4d42, Some(NetworkKind::Smb))]
        #[case::smb2(0xfe53_4d42, Some(NetworkKind::Smb))]
        #[case::afs(0x5346_414f, Some(NetworkKind::Afs))]
        #[case::nine_p(0x0102_1997, Some(NetworkKind::NineP))]
        #[case::ext4(0xef53, None)]
        #[case::btrfs(0x9123_683e, None)]
        #[case::tmpfs(0x0102_1994, None)]
        fn file_systems_are_known_by_their_number(#[case] magic: u32, #[case] kind: Option<NetworkKind>) {
            assert_eq!(kind_of_magic(magic), kind);
        }

        #[test]
        fn sshfs_is_told_from_other_fuse_by_the_innermost_mount() {
            let table = "\
22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
40 22 0:50 / /home/a/far\\040away rw shared:2 - fuse.sshfs host:/ rw
41 40 0:51 / /home/a/far\\040away/ntfs rw - fuseblk /dev/sdb1 rw
";
            assert!(is_sshfs(Path::new("/home/a/far away/casebook"), table));
            assert!(!is_sshfs(Path::new("/home/a/far away/ntfs/casebook"), table));
            assert!(!is_sshfs(Path::new("/home/a/far"), table));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_on_this_computer_is_taken_even_before_it_exists() {
        let dir = tempfile::tempdir().unwrap();
        refuse_network_folder(dir.path()).unwrap();
        refuse_network_folder(&dir.path().join("not/yet/there")).unwrap();
    }
}
