//! The processes of a case, as `/proc` tells them. Elsewhere than on Linux nothing is told.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use nix::unistd::{SysconfVar, sysconf};

use crate::trace::{Asked, Tracer};

/// One process of the case.
#[derive(Clone, Debug)]
pub(crate) struct Process {
    pub(crate) pid: i32,
    pub(crate) parent: i32,
    /// The processor time of its own and of the children it has waited for.
    pub(crate) computed: Duration,
    threads: Vec<Thread>,
}

#[derive(Clone, Debug)]
pub(crate) struct Thread {
    id: i32,
    state: char,
    /// Changes whenever the thread was let run.
    switches: u64,
    /// Was sent the signal that nobody survives.
    killed: bool,
    /// The last call that a tracer saw it make.
    asked: Option<Asked>,
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
    /// For a lock of a file.
    Lock,
    /// For somebody who opens the other end of a FIFO.
    Open,
    /// For a signal.
    Signal,
    Receive,
    Send,
    /// Nothing: it was stopped by a signal.
    Stopped,
    Other,
}

/// An end of a pipe that a process has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) file: i32,
    pub(crate) pipe: String,
    pub(crate) writes: bool,
}

/// Everything that descends from this process: parents first, and of the children of one the elder first.
pub(crate) fn descendants() -> Vec<Process> {
    let mut found = Vec::new();
    let mut next = VecDeque::from(children(std::process::id() as i32));
    while let Some(pid) = next.pop_front() {
        next.extend(children(pid));
        found.extend(Process::read(pid));
    }
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
    let me = std::process::id();
    fs::metadata(format!("/proc/self/task/{me}/children")).is_ok()
}

fn parent(pid: i32) -> Option<i32> {
    stat(&format!("/proc/{pid}"))?.get(1)?.parse().ok()
}

/// States of a thread that runs, or would if it were let, or is held by a tracer for a moment.
const AWAKE: &str = "RDt";

/// How many threads this process has; 0 where that is not told.
pub(crate) fn own_threads() -> usize {
    numbers("/proc/self/task").len()
}

/// How many of them are awake: one at least, that which asks; 0 where that is not told.
pub(crate) fn own_awake() -> usize {
    let threads = numbers("/proc/self/task").into_iter();
    let states = threads.filter_map(|id| stat(&format!("/proc/self/task/{id}"))?.into_iter().next());
    states.filter(|state| AWAKE.contains(state.as_str())).count()
}

/// The fields after the name, from the state on, of the process or thread whose folder this is.
fn stat(folder: &str) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("{folder}/stat")).ok()?;
    Some(text.rsplit(')').next()?.split_whitespace().map(str::to_string).collect())
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
        let stat = stat(&format!("/proc/{pid}"))?;
        let parent = stat.get(1)?.parse().ok()?;
        let ticks: u64 = stat.iter().skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum();
        let a_second = sysconf(SysconfVar::CLK_TCK).ok().flatten().unwrap_or(100);
        let computed = Duration::from_secs(ticks) / a_second as u32;
        let threads = numbers(&format!("/proc/{pid}/task"));
        let threads = threads.into_iter().filter_map(|id| Thread::read(pid, id)).collect();
        Some(Process { pid, parent, computed, threads })
    }

    #[cfg(test)]
    pub(crate) fn seen(pid: i32, state: char, switches: u64) -> Process {
        let thread = Thread { id: pid, state, switches, killed: false, asked: None };
        Process { pid, parent: 0, computed: Duration::ZERO, threads: vec![thread] }
    }

    /// Of one of our programs its own name, of another that of its file; of one that has ended none.
    pub(crate) fn name(&self) -> String {
        let line = fs::read(format!("/proc/{}/cmdline", self.pid)).unwrap_or_default();
        let second = line.split(|&byte| byte == 0).nth(1).and_then(|word| std::str::from_utf8(word).ok());
        match second.and_then(|word| word.strip_prefix("program:")) {
            Some(name) => name.to_string(),
            // A fork of the answer has the command line of the answer.
            None if second.is_some_and(|word| word.starts_with("answer:")) => String::new(),
            None if line.is_empty() => String::new(),
            None => {
                let name = fs::read_to_string(format!("/proc/{}/comm", self.pid)).unwrap_or_default();
                name.trim().to_string()
            }
        }
    }

    pub(crate) fn is_zombie(&self) -> bool {
        self.threads.iter().all(|thread| "ZX".contains(thread.state))
    }

    /// Runs, or would if it were let, or is held by the tracer for a moment, or is about to end.
    pub(crate) fn is_awake(&self) -> bool {
        let ends = |thread: &Thread| thread.killed && !"ZX".contains(thread.state);
        self.threads.iter().any(|thread| ends(thread) || AWAKE.contains(thread.state))
    }

    /// What only a tracer knows: it holds those that a signal has stopped as it holds others, and has seen which call it is
    /// that the kernel has begun anew.
    pub(crate) fn as_known_to(&mut self, tracer: &Tracer) {
        for thread in &mut self.threads {
            if thread.state == 't' && tracer.is_stopped(thread.id) {
                thread.state = 'T';
            }
            thread.asked = tracer.asked(thread.id);
        }
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

    /// What its threads wait for; `None` if one of them is awake.
    pub(crate) fn calls(&self) -> Option<Vec<Call>> {
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
            asked: None,
        })
    }

    fn call(&self, pid: i32) -> Option<Call> {
        if self.state == 'T' {
            return Some(Call::Stopped);
        }
        let text = fs::read_to_string(format!("/proc/{pid}/task/{}/syscall", self.id)).unwrap_or_default();
        if text.starts_with("running") {
            return None;
        }
        let mut words = text.split_whitespace();
        let Some(number) = words.next().and_then(|word| word.parse().ok()) else { return Some(Call::Other) };
        let arguments: Vec<u64> =
            words.map_while(|word| u64::from_str_radix(word.strip_prefix("0x")?, 16).ok()).take(6).collect();
        let same = self.asked.filter(|asked| asked.arguments == arguments[..]);
        let number = if is_begun_anew(number) { same.map_or(number, |asked| asked.number) } else { number };
        Some(call(number as libc::c_long, arguments.first().map_or(-1, |&file| file as i32)))
    }
}

/// A signal that changed nothing has interrupted the call; its arguments are still those of the first time.
#[cfg(target_os = "linux")]
fn is_begun_anew(number: i64) -> bool {
    number == libc::SYS_restart_syscall
}

#[cfg(not(target_os = "linux"))]
fn is_begun_anew(_number: i64) -> bool {
    false
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
        // Of the calls that work on a descriptor only a lock waits.
        libc::SYS_flock | libc::SYS_fcntl => Call::Lock,
        // Nothing else of what a case opens waits for somebody.
        libc::SYS_openat => Call::Open,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open => Call::Open,
        libc::SYS_rt_sigtimedwait | libc::SYS_rt_sigsuspend => Call::Signal,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_pause => Call::Signal,
        libc::SYS_recvfrom | libc::SYS_recvmsg | libc::SYS_accept | libc::SYS_accept4 => Call::Receive,
        libc::SYS_sendto | libc::SYS_sendmsg => Call::Send,
        libc::SYS_futex => Call::Thread,
        libc::SYS_nanosleep | libc::SYS_clock_nanosleep => Call::Sleep,
        _ => Call::Other,
    }
}

#[cfg(not(target_os = "linux"))]
fn call(_number: libc::c_long, _file: i32) -> Call {
    Call::Other
}
