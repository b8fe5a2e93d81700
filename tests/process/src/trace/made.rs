//! Files that the processes of a case make, wherever they are: what is left of them is litter.

use std::fs;
use std::path::{Path, PathBuf};

use libc::pid_t;

use super::ptrace::Asked;
use super::touch::absolute;

/// Whatever is there anew, in the order in which it was made.
#[derive(Debug, Default)]
pub(super) struct Made(Vec<PathBuf>);

impl Made {
    /// Before `asked` is called: only what is not there yet can be made.
    pub(super) fn note(&mut self, task: pid_t, asked: &Asked) {
        if let Some(path) = path(task, asked)
            && !is_there(&path)
            && !self.0.contains(&path)
        {
            self.0.push(path);
        }
    }

    /// What is still there, but for what lies in `room`.
    pub(super) fn left(&self, room: &Path) -> Vec<PathBuf> {
        let left = self.0.iter().filter(|path| !path.starts_with(room) && is_there(path));
        left.cloned().collect()
    }
}

/// Whether there is anything of that name, and if only a link to nothing. `/proc` makes its files itself.
fn is_there(path: &Path) -> bool {
    path.starts_with("/proc") || fs::symlink_metadata(path).is_ok()
}

/// What `asked` may make.
fn path(task: pid_t, asked: &Asked) -> Option<PathBuf> {
    let [first, second, third, fourth, ..] = asked.arguments;
    let (folder, address) = match asked.number {
        libc::SYS_openat if third & libc::O_CREAT as u64 != 0 => (Some(first), second),
        libc::SYS_openat2 | libc::SYS_mkdirat | libc::SYS_mknodat => (Some(first), second),
        libc::SYS_symlinkat => (Some(second), third),
        libc::SYS_linkat | libc::SYS_renameat | libc::SYS_renameat2 => (Some(third), fourth),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open if second & libc::O_CREAT as u64 != 0 => (None, first),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_creat | libc::SYS_mkdir | libc::SYS_mknod => (None, first),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_symlink | libc::SYS_link | libc::SYS_rename => (None, second),
        _ => return None,
    };
    absolute(task, folder, address)
}

/// Removes what is left where everybody may leave something; a folder only if it is empty.
pub(super) fn remove(left: &[PathBuf]) {
    let places = [std::env::temp_dir(), "/tmp".into(), "/var/tmp".into(), "/dev/shm".into()];
    for path in left.iter().rev().filter(|path| places.iter().any(|place| path.starts_with(place))) {
        let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
    }
}
