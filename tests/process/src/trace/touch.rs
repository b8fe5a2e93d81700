//! What a system call touches that another process can notice.
//!
//! # Limits
//! Memory that processes share, and the place in a file that descriptors share, are not seen. Two names of one file, by a
//! link, are two files here. All sockets are one object.

use std::fs;
use std::path::{Component, Path, PathBuf};

use libc::pid_t;

use super::ptrace::{self, Asked};

/// Known by a name that is the same in every order, so that one order can be compared with another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Object {
    /// Whether a path leads to something, and to what.
    Name(String),
    /// What is in a file.
    File(String),
    /// In the order in which they were first seen.
    Pipe(usize),
    Lock(String),
    /// In the order of birth.
    Process(usize),
    /// Whether a process hears that a child of it has ended. Nobody changes that but one that asks to be told by SIGCHLD.
    Notice(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum How {
    Look,
    Change,
}

pub(crate) type Touch = (Object, How);

/// What an open file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    File(String),
    Pipe(usize),
    /// Signals that are read like a file.
    Signals,
    Nothing,
}

/// The processes and pipes of one order, and what they are called.
#[derive(Default)]
pub(crate) struct Cast {
    /// The working directory of the case, which paths are told from.
    pub(crate) room: PathBuf,
    /// In the order of birth, with the parent of each.
    pub(crate) processes: Vec<(pid_t, Option<usize>)>,
    pub(super) pipes: Vec<String>,
    /// The line to the guard, which is nobody else's.
    pub(super) line: Option<PathBuf>,
}

impl Cast {
    pub(crate) fn index(&self, pid: pid_t) -> Option<usize> {
        // A number that came again is the youngest's.
        self.processes.iter().rposition(|&(other, _)| other == pid)
    }

    pub(crate) fn thing(&mut self, pid: pid_t, file: i32) -> Thing {
        let Ok(target) = fs::read_link(format!("/proc/{pid}/fd/{file}")) else { return Thing::Nothing };
        if self.line.as_ref() == Some(&target) {
            return Thing::Nothing;
        }
        let text = target.to_string_lossy();
        match () {
            () if text.starts_with("pipe:") || text.starts_with("socket:") => Thing::Pipe(self.pipe(&text)),
            () if text == "anon_inode:[signalfd]" => Thing::Signals,
            () if text.starts_with('/') && !text.starts_with("/dev/") => Thing::File(self.short(&target)),
            () => Thing::Nothing,
        }
    }

    fn pipe(&mut self, name: &str) -> usize {
        let name = if name.starts_with("socket:") { "socket" } else { name };
        self.pipes.iter().position(|known| known == name).unwrap_or_else(|| {
            self.pipes.push(name.to_string());
            self.pipes.len() - 1
        })
    }

    fn short(&self, path: &Path) -> String {
        if let Ok(inside) = path.strip_prefix("/proc")
            && let Some(pid) = inside.iter().next().and_then(|part| part.to_str()?.parse().ok())
            && let Some(index) = self.index(pid)
        {
            let rest: PathBuf = inside.iter().skip(1).collect();
            return format!("/proc/{}/{}", crate::tale::name(index), rest.display());
        }
        let path = path.strip_prefix(&self.room).unwrap_or(path).to_string_lossy();
        // As the kernel calls one that is open and has no name any more.
        path.strip_suffix(" (deleted)").map_or_else(|| path.to_string(), |path| format!("지워진 {path}"))
    }

    /// The path in the memory of a process, from the room if it lies there.
    pub(crate) fn path(&self, pid: pid_t, folder: Option<u64>, address: u64) -> Option<String> {
        Some(self.short(&absolute(pid, folder, address)?))
    }

    fn files(&mut self, pid: pid_t) -> Vec<Thing> {
        let entries = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let numbers: Vec<i32> = numbers.collect();
        numbers.into_iter().map(|file| self.thing(pid, file)).collect()
    }

    /// What `asked` touches, made by a thread of `process`.
    pub(crate) fn touches(&mut self, process: pid_t, asked: &Asked) -> Vec<Touch> {
        use How::{Change, Look};

        let [first, second, third, fourth, ..] = asked.arguments;
        let me = self.index(process).unwrap_or(0);
        let name = |path: Option<String>, how| {
            path.map(|path| (Object::Name(path), how)).into_iter().collect::<Vec<_>>()
        };
        match asked.number {
            libc::SYS_read | libc::SYS_readv | libc::SYS_pread64 | libc::SYS_recvfrom | libc::SYS_recvmsg => {
                self.content(process, first, Look)
            }
            libc::SYS_write
            | libc::SYS_writev
            | libc::SYS_pwrite64
            | libc::SYS_sendto
            | libc::SYS_sendmsg
            | libc::SYS_ftruncate
            | libc::SYS_fallocate => self.content(process, first, Change),
            libc::SYS_sendfile => {
                [self.content(process, first, Change), self.content(process, second, Look)].concat()
            }
            libc::SYS_splice | libc::SYS_copy_file_range => {
                [self.content(process, first, Look), self.content(process, third, Change)].concat()
            }
            libc::SYS_lseek | libc::SYS_fstat | libc::SYS_getdents64 => self.content(process, first, Look),
            libc::SYS_openat => self.opens(process, Some(first), second, third),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_open => self.opens(process, None, first, second),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_creat => self.opens(process, None, first, (libc::O_CREAT | libc::O_TRUNC) as u64),
            libc::SYS_newfstatat
            | libc::SYS_statx
            | libc::SYS_faccessat
            | libc::SYS_faccessat2
            | libc::SYS_readlinkat => self.looks(process, Some(first), second),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_stat | libc::SYS_lstat | libc::SYS_access | libc::SYS_readlink => {
                self.looks(process, None, first)
            }
            libc::SYS_unlinkat | libc::SYS_mkdirat | libc::SYS_mknodat => {
                name(self.path(process, Some(first), second), Change)
            }
            #[cfg(target_arch = "x86_64")]
            libc::SYS_unlink | libc::SYS_mkdir | libc::SYS_rmdir | libc::SYS_mknod => {
                name(self.path(process, None, first), Change)
            }
            libc::SYS_symlinkat => name(self.path(process, Some(second), third), Change),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_symlink => name(self.path(process, None, second), Change),
            libc::SYS_truncate => {
                let path = self.path(process, None, first);
                path.map(|path| (Object::File(path), Change)).into_iter().collect()
            }
            libc::SYS_renameat2 | libc::SYS_renameat | libc::SYS_linkat => [
                name(self.path(process, Some(first), second), Change),
                name(self.path(process, Some(third), fourth), Change),
            ]
            .concat(),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_rename | libc::SYS_link => [
                name(self.path(process, None, first), Change),
                name(self.path(process, None, second), Change),
            ]
            .concat(),
            libc::SYS_flock | libc::SYS_fcntl => match self.thing(process, first as i32) {
                Thing::File(path) => vec![(Object::Lock(path), Change)],
                _ => Vec::new(),
            },
            libc::SYS_close => {
                let thing = self.thing(process, first as i32);
                closes(thing).into_iter().collect()
            }
            libc::SYS_kill | libc::SYS_tkill | libc::SYS_tgkill | libc::SYS_rt_sigqueueinfo => {
                self.signalled(process, first as i32)
            }
            libc::SYS_pidfd_send_signal => {
                (0..self.processes.len()).map(|index| (Object::Process(index), Change)).collect()
            }
            libc::SYS_wait4 | libc::SYS_waitid => {
                let only = match asked.number {
                    libc::SYS_wait4 => Some(first as i32).filter(|&pid| pid > 0),
                    _ => Some(second as i32).filter(|_| first == u64::from(libc::P_PID)),
                };
                let is_meant = |child: pid_t| only.is_none_or(|only| only == child);
                let all = self.processes.iter().enumerate();
                let meant = all.filter(|(_, (pid, parent))| *parent == Some(me) && is_meant(*pid));
                meant.map(|(index, _)| (Object::Process(index), Change)).collect()
            }
            libc::SYS_execve | libc::SYS_execveat | libc::SYS_setpgid | libc::SYS_setsid => {
                vec![(Object::Process(me), Change)]
            }
            libc::SYS_rt_sigaction if first as i32 != libc::SIGCHLD => vec![(Object::Process(me), Change)],
            libc::SYS_rt_sigprocmask => vec![(Object::Process(me), Change), (Object::Notice(me), Look)],
            libc::SYS_rt_sigaction | libc::SYS_rt_sigsuspend | libc::SYS_rt_sigtimedwait => hears(me),
            libc::SYS_ppoll if fourth != 0 => hears(me),
            libc::SYS_pselect6 if asked.arguments[5] != 0 => hears(me),
            libc::SYS_epoll_pwait if asked.arguments[4] != 0 => hears(me),
            #[cfg(target_arch = "x86_64")]
            libc::SYS_pause => hears(me),
            libc::SYS_exit_group => self.ends(process, me),
            _ => Vec::new(),
        }
    }

    fn content(&mut self, process: pid_t, file: u64, how: How) -> Vec<Touch> {
        match self.thing(process, file as i32) {
            Thing::File(path) => vec![(Object::File(path), how)],
            // Whoever reads takes.
            Thing::Pipe(pipe) => vec![(Object::Pipe(pipe), How::Change)],
            Thing::Signals => hears(self.index(process).unwrap_or(0)),
            Thing::Nothing => Vec::new(),
        }
    }

    fn opens(&mut self, process: pid_t, folder: Option<u64>, path: u64, flags: u64) -> Vec<Touch> {
        let Some(path) = self.path(process, folder, path) else { return Vec::new() };
        let flag = |flag: i32| flags & flag as u64 != 0;
        let how = |changes: bool| if changes { How::Change } else { How::Look };
        let name = (Object::Name(path.clone()), how(flag(libc::O_CREAT)));
        // A file that is only opened is not looked into yet.
        if flag(libc::O_TRUNC) { vec![name, (Object::File(path), How::Change)] } else { vec![name] }
    }

    fn looks(&mut self, process: pid_t, folder: Option<u64>, path: u64) -> Vec<Touch> {
        match self.path(process, folder, path) {
            Some(path) => vec![(Object::Name(path.clone()), How::Look), (Object::File(path), How::Look)],
            None => Vec::new(),
        }
    }

    fn signalled(&self, process: pid_t, number: i32) -> Vec<Touch> {
        let group =
            if number == 0 { super::outside::stat(process).map_or(0, |stat| stat.group) } else { -number };
        let is_meant = |pid: pid_t| match number {
            1.. => pid == number,
            _ => super::outside::stat(pid).is_some_and(|stat| stat.group == group),
        };
        let meant = self.processes.iter().enumerate().filter(|(_, (pid, _))| is_meant(*pid));
        meant.map(|(index, _)| (Object::Process(index), How::Change)).collect()
    }

    /// Its end closes what it has open, and is noticed by its parent.
    fn ends(&mut self, process: pid_t, me: usize) -> Vec<Touch> {
        let files: Vec<Touch> = self.files(process).into_iter().filter_map(closes).collect();
        let parent = self.processes.get(me).and_then(|(_, parent)| *parent);
        let told = parent.map(|parent| (Object::Notice(parent), How::Look));
        files.into_iter().chain([(Object::Process(me), How::Change)]).chain(told).collect()
    }
}

/// Whoever reads, writes or locks notices it; another that closes does not.
fn closes(thing: Thing) -> Option<Touch> {
    match thing {
        Thing::File(path) => Some((Object::Lock(path), How::Look)),
        Thing::Pipe(pipe) => Some((Object::Pipe(pipe), How::Look)),
        Thing::Signals | Thing::Nothing => None,
    }
}

/// A signal may be what this waits for, or what it is to be told by.
fn hears(me: usize) -> Vec<Touch> {
    vec![(Object::Process(me), How::Change), (Object::Notice(me), How::Change)]
}

/// The path in the memory of a process, from the root.
pub(super) fn absolute(pid: pid_t, folder: Option<u64>, address: u64) -> Option<PathBuf> {
    let text = ptrace::text(pid, address, 4096)?;
    let mut path = match folder {
        _ if text.starts_with('/') => PathBuf::new(),
        Some(folder) if folder as i32 != libc::AT_FDCWD => {
            fs::read_link(format!("/proc/{pid}/fd/{}", folder as i32)).ok()?
        }
        _ => fs::read_link(format!("/proc/{pid}/cwd")).ok()?,
    };
    for part in Path::new(&text).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    Some(path)
}
