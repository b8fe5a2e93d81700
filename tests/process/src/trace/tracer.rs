//! The tracer of a case.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use libc::pid_t;

use super::calls;
use super::limited::{self, Ends};
use super::made::{self, Made};
use super::outside::{self, Whose};
use super::ptrace::{self, Asked};
use super::stage::{Part, Stage, State};
use crate::offence::Offence;
use crate::seen::Seen;

/// So many processes at once are more than any case has use for.
const PROCESSES: usize = 128;

/// The same for threads, of all processes together.
const THREADS: usize = 1024;

/// Traces the processes of one case.
#[derive(Default)]
pub(crate) struct Tracer {
    on: bool,
    answer: pid_t,
    status: Option<ExitStatus>,
    pub(super) tasks: BTreeMap<pid_t, Task>,
    /// Every process there was.
    processes: HashSet<pid_t>,
    ending: bool,
    offence: Option<Offence>,
    moves: u64,
    seen: Seen,
    ends: Ends,
    made: Made,
    /// The process that runs the answer has asked to become another program. It was one itself before that.
    replaced: bool,
    /// Where it chooses the order: the processes of this order.
    pub(super) stage: Option<Stage>,
}

/// A thread that is traced.
pub(crate) struct Task {
    pub(super) process: pid_t,
    /// By a signal, until the next.
    stopped: bool,
    pub(super) asked: Option<Asked>,
    pub(super) part: Part,
}

impl Tracer {
    /// Traces `answer` and whatever it starts, if the system allows it.
    pub(crate) fn start(answer: pid_t) -> Tracer {
        let allowed = std::env::var_os(crate::TRACER).is_none_or(|word| word != "off");
        let on = allowed && ptrace::seize(answer).is_ok();
        let mut tracer = Tracer { on, answer, ..Tracer::default() };
        if on {
            tracer.meet(answer, answer);
        }
        tracer
    }

    /// Whether anything can be seen.
    pub(crate) fn is_on(&self) -> bool {
        self.on
    }

    /// How the answer ended, once it has.
    pub(crate) fn status(&self) -> Option<ExitStatus> {
        self.status
    }

    pub(crate) fn offence(&self) -> Option<&Offence> {
        self.offence.as_ref()
    }

    fn meet(&mut self, task: pid_t, process: pid_t) {
        let part = self.stage.as_mut().map(Stage::enter).unwrap_or_default();
        self.tasks.insert(task, Task { process, stopped: false, asked: None, part });
        self.processes.insert(process);
        let processes: HashSet<pid_t> = self.tasks.values().map(|task| task.process).collect();
        if processes.len() > PROCESSES || self.tasks.len() > THREADS {
            self.offend(Offence::TooMany);
        }
    }

    /// Is one of those whose order is chosen. The process that they all are forks of is not.
    pub(super) fn is_on_stage(&self, task: pid_t) -> bool {
        self.stage.is_some() && self.tasks.get(&task).is_some_and(|of| of.process != self.answer)
    }

    pub(super) fn offend(&mut self, offence: Offence) {
        self.offence.get_or_insert(offence);
        self.end();
    }

    /// Takes note of all that has happened; false if nobody is left to wait for.
    pub(crate) fn attend(&mut self) -> bool {
        loop {
            match ptrace::next(false) {
                Ok(Some((pid, status))) => self.take(pid, status),
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }

    /// Ends whom it traces, and lets nobody go on from now on.
    pub(crate) fn end(&mut self) {
        self.ending = true;
        for &task in self.tasks.keys() {
            kill(task);
        }
    }

    /// What the answer itself has asked for so far.
    pub(crate) fn seen(&self) -> Option<Seen> {
        self.on.then_some(self.seen)
    }

    /// What is a length is told of the time from here on.
    pub(crate) fn begin_anew(&mut self) {
        self.seen = Seen { longest_nap: 0, longest_wait: 0, drift: 0, ..self.seen };
        self.ends = Ends::default();
    }

    /// Which files the processes have made outside of `room` and not removed.
    pub(crate) fn litter(&self, room: &Path) -> Vec<PathBuf> {
        self.made.left(room)
    }

    /// Removes those.
    pub(crate) fn clean(&self, room: &Path) {
        made::remove(&self.made.left(room));
    }

    /// How often a process has stopped, or ended, so far.
    pub(crate) fn moves(&self) -> u64 {
        self.moves
    }

    /// The last system call that was seen of it.
    pub(crate) fn asked(&self, task: pid_t) -> Option<Asked> {
        self.tasks.get(&task)?.asked
    }

    /// Whether a signal keeps it from running.
    pub(crate) fn is_stopped(&self, task: pid_t) -> bool {
        self.tasks.get(&task).is_some_and(|task| task.stopped)
    }

    pub(super) fn take(&mut self, pid: pid_t, status: i32) {
        self.moves += 1;
        if libc::WIFEXITED(status) || libc::WIFSIGNALED(status) {
            if pid == self.answer {
                self.status = Some(ExitStatus::from_raw(status));
            }
            if self.is_on_stage(pid) {
                self.leaves(pid, status);
            }
            self.tasks.remove(&pid);
        } else if libc::WIFSTOPPED(status) {
            self.stopped(pid, libc::WSTOPSIG(status), status >> 16);
        }
    }

    fn stopped(&mut self, pid: pid_t, signal: i32, event: i32) {
        if !self.tasks.contains_key(&pid) {
            let process = process_of(pid).unwrap_or(pid);
            self.meet(pid, process);
        }
        if self.ending {
            return kill(pid);
        }
        let held = event == libc::PTRACE_EVENT_STOP && stops(signal);
        if let Some(task) = self.tasks.get_mut(&pid) {
            task.stopped = held;
        }
        match event {
            libc::PTRACE_EVENT_SECCOMP => self.calls(pid),
            libc::PTRACE_EVENT_FORK | libc::PTRACE_EVENT_VFORK | libc::PTRACE_EVENT_CLONE => {
                if let Some(child) = ptrace::message(pid) {
                    if !self.tasks.contains_key(&child) {
                        let process = process_of(child).unwrap_or(child);
                        self.meet(child, process);
                    }
                    self.is_born(child, pid, event == libc::PTRACE_EVENT_VFORK);
                }
                self.go_on(pid, 0);
            }
            libc::PTRACE_EVENT_EXEC => {
                if self.replaced {
                    return self.offend(Offence::Replaced);
                }
                // The other threads are gone, and the one that called has the number of the process.
                self.tasks.retain(|&task, of| task == pid || of.process != pid);
                self.go_on(pid, 0);
            }
            libc::PTRACE_EVENT_STOP if held => {
                ptrace::leave_stopped(pid);
                self.set(pid, State::Stopped);
            }
            libc::PTRACE_EVENT_STOP if self.waits_in_the_wings(pid) => {}
            0 if signal & 0x80 == 0 => self.go_on(pid, signal),
            0 => {
                self.has_called(pid);
                self.go_on(pid, 0);
            }
            _ => self.go_on(pid, 0),
        }
    }

    pub(super) fn answer(&self) -> pid_t {
        self.answer
    }

    fn go_on(&mut self, pid: pid_t, signal: i32) {
        if !self.ending {
            self.set(pid, State::Runs);
            ptrace::go_on(pid, signal);
        }
    }

    pub(super) fn set(&mut self, pid: pid_t, state: State) {
        if let Some(task) = self.tasks.get_mut(&pid) {
            task.part.state = state;
        }
    }

    fn calls(&mut self, pid: pid_t) {
        let Some(asked) = ptrace::asked(pid) else { return self.go_on(pid, 0) };
        if let Some(offence) = self.judge(pid, &asked) {
            let process = self.tasks.get(&pid).map_or(pid, |task| task.process);
            self.tell(process, &asked);
            // Whoever is killed here does not make the call; should that ever fail, it makes none.
            if ptrace::refuse(pid, -i64::from(libc::EPERM)).is_ok() || self.tasks.contains_key(&pid) {
                self.offend(offence);
            }
            return;
        }
        let root = self.root();
        if let Some(task) = self.tasks.get_mut(&pid) {
            task.asked = Some(asked);
            if task.process == self.answer {
                calls::count(&mut self.seen, &asked);
                limited::count(&mut self.seen, &mut self.ends, pid, &asked);
            }
            let runs_it = task.process == self.answer || Some(task.process) == root;
            self.replaced = runs_it && [libc::SYS_execve, libc::SYS_execveat].contains(&asked.number);
            self.made.note(pid, &asked);
        }
        if self.is_on_stage(pid) { self.set(pid, State::Calls) } else { self.go_on(pid, 0) }
    }

    fn judge(&self, pid: pid_t, asked: &Asked) -> Option<Offence> {
        let signal = outside::signal(pid, asked)?;
        // The process that the orders are forks of is a stranger to them.
        let apart = if self.is_on_stage(pid) { self.answer } else { 0 };
        let ours: Vec<pid_t> =
            self.tasks.values().map(|task| task.process).filter(|&process| process != apart).collect();
        let is_ours = |pid| pid != apart && (self.tasks.contains_key(&pid) || ours.contains(&pid));
        let was_ours = |pid| pid != apart && self.processes.contains(&pid);
        match outside::whose(signal.target, &ours, is_ours, was_ours) {
            Whose::Ours | Whose::Nobody { once: false } => None,
            Whose::Nobody { once: true } => Some(Offence::Reaped(signal)),
            Whose::Strangers => Some(Offence::Outside(signal)),
        }
    }
}

/// Of one that is traced: whoever is not, is never killed here.
pub(super) fn kill(pid: pid_t) {
    // SAFETY: a signal to one positive number, that of a process or thread that this process traces.
    unsafe { libc::syscall(libc::SYS_tkill, pid, libc::SIGKILL) };
}

fn stops(signal: i32) -> bool {
    [libc::SIGSTOP, libc::SIGTSTP, libc::SIGTTIN, libc::SIGTTOU].contains(&signal)
}

/// The process of a thread.
fn process_of(task: pid_t) -> Option<pid_t> {
    let status = fs::read_to_string(format!("/proc/{task}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("Tgid:")?.trim().parse().ok())
}
