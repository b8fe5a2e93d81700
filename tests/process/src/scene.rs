//! The processes of a case, as `/proc` tells them. Elsewhere than on Linux nothing is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use rustix::process::{Pid, getpid};

/// One process of the case.
#[derive(Clone, Debug)]
pub(crate) struct Process {
    pub(crate) pid: i32,
    pub(crate) parent: i32,
    pub(crate) name: String,
    pub(crate) threads: Vec<Thread>,
}

#[derive(Clone, Debug)]
pub(crate) struct Thread {
    id: i32,
    state: char,
    /// Changes whenever the thread was let run.
    switches: u64,
    killed: bool,
}

/// What a thread asked the system for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Read(i32),
    Write(i32),
    Poll,
    Child,
    Thread,
    Sleep,
    Other,
}

/// An end of a pipe that a process has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) file: i32,
    pub(crate) pipe: String,
    pub(crate) writes: bool,
}

/// Everything that descends from this process, the elder first.
pub(crate) fn descendants() -> Vec<Process> {
    let mut found = Vec::new();
    let mut parents = vec![getpid().as_raw_nonzero().get()];
    while let Some(parent) = parents.pop() {
        for pid in children(parent) {
            parents.push(pid);
            found.extend(Process::read(pid));
        }
    }
    found.sort_by_key(|process: &Process| process.pid);
    found
}

fn children(pid: i32) -> Vec<i32> {
    let mut children = Vec::new();
    for task in numbers(&format!("/proc/{pid}/task")) {
        match fs::read_to_string(format!("/proc/{pid}/task/{task}/children")) {
            Ok(list) => children.extend(list.split_whitespace().filter_map(|pid| pid.parse::<i32>().ok())),
            // A kernel without these lists: every process is asked for its parent.
            Err(_) if fs::metadata("/proc/self/task").is_ok() && !lists_children() => {
                return numbers("/proc").into_iter().filter(|&child| parent(child) == Some(pid)).collect();
            }
            Err(_) => {}
        }
    }
    children
}

fn lists_children() -> bool {
    let me = getpid().as_raw_nonzero();
    fs::metadata(format!("/proc/self/task/{me}/children")).is_ok()
}

fn parent(pid: i32) -> Option<i32> {
    status(&format!("/proc/{pid}/status"))?.get("PPid")?.parse().ok()
}

fn numbers(folder: &str) -> Vec<i32> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut numbers: Vec<i32> =
        entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

fn status(path: &str) -> Option<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).ok()?;
    let pair = |line: &str| line.split_once(':').map(|(key, value)| (key.into(), value.trim().into()));
    Some(text.lines().filter_map(pair).collect())
}

impl Process {
    fn read(pid: i32) -> Option<Process> {
        let parent = parent(pid)?;
        let threads = numbers(&format!("/proc/{pid}/task"));
        let threads: Vec<Thread> = threads.into_iter().filter_map(|id| Thread::read(pid, id)).collect();
        Some(Process { pid, parent, name: name(pid)?, threads })
    }

    pub(crate) fn is_zombie(&self) -> bool {
        self.threads.iter().all(|thread| "ZX".contains(thread.state))
    }

    /// It was killed and is about to end.
    pub(crate) fn is_ending(&self) -> bool {
        self.threads.iter().any(|thread| thread.killed)
    }

    /// Runs, or would if it were let.
    pub(crate) fn is_busy(&self) -> bool {
        self.threads.iter().any(|thread| "RD".contains(thread.state))
    }

    /// Two equal ones a while apart: it has not moved.
    pub(crate) fn trace(&self) -> Vec<(i32, char, u64)> {
        self.threads.iter().map(|thread| (thread.id, thread.state, thread.switches)).collect()
    }

    /// The same for one that may look around without getting anywhere: only the bytes it moved count.
    pub(crate) fn progress(&self) -> Vec<(i32, char, u64)> {
        let io = status(&format!("/proc/{}/io", self.pid)).unwrap_or_default();
        let bytes = |key: &str| io.get(key).and_then(|text| text.parse::<u64>().ok());
        match (bytes("rchar"), bytes("wchar")) {
            (Some(read), Some(written)) => vec![(self.pid, ' ', read + written)],
            _ => self.trace(),
        }
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.threads.iter().map(|thread| thread.call(self.pid)).collect()
    }

    pub(crate) fn ends(&self) -> Vec<End> {
        let folder = PathBuf::from(format!("/proc/{}/fd", self.pid));
        let end = |file: i32| {
            let target = fs::read_link(folder.join(file.to_string())).ok()?;
            let pipe = target.to_str().filter(|target| target.starts_with("pipe:"))?.to_string();
            let info = status(&format!("/proc/{}/fdinfo/{file}", self.pid))?;
            let flags = u32::from_str_radix(info.get("flags")?, 8).ok()?;
            Some(End { file, pipe, writes: flags & 3 != 0 })
        };
        numbers(&folder.to_string_lossy()).into_iter().filter_map(end).collect()
    }

    pub(crate) fn pid(&self) -> Option<Pid> {
        Pid::from_raw(self.pid)
    }
}

/// Of one of our programs its own name, of another that of its file.
fn name(pid: i32) -> Option<String> {
    let line = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let second = line.split(|&byte| byte == 0).nth(1).and_then(|word| std::str::from_utf8(word).ok());
    match second.and_then(|word| word.strip_prefix("program:")) {
        Some(name) => Some(name.to_string()),
        // One that has ended has no arguments any more.
        None if line.is_empty() => Some(String::new()),
        None => Some(fs::read_to_string(format!("/proc/{pid}/comm")).ok()?.trim().to_string()),
    }
}

impl Thread {
    fn read(pid: i32, id: i32) -> Option<Thread> {
        let status = status(&format!("/proc/{pid}/task/{id}/status"))?;
        let number = |key: &str| status.get(key).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
        let pending =
            |key: &str| status.get(key).and_then(|text| u64::from_str_radix(text, 16).ok()).unwrap_or(0);
        Some(Thread {
            id,
            state: status.get("State")?.chars().next()?,
            switches: number("voluntary_ctxt_switches") + number("nonvoluntary_ctxt_switches"),
            // The bit of SIGKILL.
            killed: (pending("SigPnd") | pending("ShdPnd")) & 1 << 8 != 0,
        })
    }

    fn call(&self, pid: i32) -> Call {
        let path = format!("/proc/{pid}/task/{}/syscall", self.id);
        let mut text = fs::read_to_string(&path).unwrap_or_default();
        // One that polls is awake now and then: what it does in between is what it waits for.
        for _ in 0..50 {
            if !text.starts_with("running") {
                break;
            }
            sleep(Duration::from_millis(1));
            text = fs::read_to_string(&path).unwrap_or_default();
        }
        let mut words = text.split_whitespace();
        let Some(number) = words.next().and_then(|word| word.parse().ok()) else { return Call::Other };
        let first = words.next().and_then(|word| i64::from_str_radix(word.strip_prefix("0x")?, 16).ok());
        let file = first.unwrap_or(-1) as i32;
        call(number, file)
    }
}

#[cfg(target_os = "linux")]
fn call(number: libc::c_long, file: i32) -> Call {
    match number {
        libc::SYS_read | libc::SYS_readv | libc::SYS_splice => Call::Read(file),
        libc::SYS_write | libc::SYS_writev => Call::Write(file),
        libc::SYS_ppoll | libc::SYS_pselect6 | libc::SYS_epoll_pwait => Call::Poll,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_poll | libc::SYS_select | libc::SYS_epoll_wait => Call::Poll,
        libc::SYS_wait4 | libc::SYS_waitid => Call::Child,
        libc::SYS_futex => Call::Thread,
        libc::SYS_nanosleep | libc::SYS_clock_nanosleep => Call::Sleep,
        _ => Call::Other,
    }
}

#[cfg(not(target_os = "linux"))]
fn call(_number: libc::c_long, _file: i32) -> Call {
    Call::Other
}
