//! Starts a child for each case, listens to it with a deadline, and always ends and reaps its whole group.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use report::wire::{Reader, Token};
use report::{Looked, Verdict};

use crate::case::Case;
use crate::child::{self, Said};
use crate::runaway::{NOISE, Runaway};
use crate::watch::is_awake;

/// A verdict, with how much was looked at for each promise that is kept.
pub(crate) type Judgement = (Verdict, Vec<Looked>);

/// How often a running child is asked whether it is still wanted.
const TICK: Duration = Duration::from_millis(20);

/// The watch inside the child speaks every second; one that is silent for so many ticks is itself stuck.
const SILENCE: u32 = 450;

/// How a binary is started again to judge a case.
#[derive(Clone, Debug, Default)]
pub struct Court {
    /// Arguments of the child, for a binary that needs some to reach [`crate::attend`].
    pub arguments: Vec<String>,
    /// Children at the same time; 0 for as many as there are processors.
    pub jobs: usize,
}

/// Which cases are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    End,
    /// The cases after the first that is not solved are not judged.
    FirstUnsolved,
}

impl Court {
    pub(crate) fn find(&self, cases: &[&Case], until: Until, full: bool) -> Vec<Option<Verdict>> {
        self.look(cases, until, full).into_iter().map(|judged| Some(judged?.0)).collect()
    }

    /// The same, with how much was looked at for each promise that is kept.
    pub(crate) fn look(&self, cases: &[&Case], until: Until, full: bool) -> Vec<Option<Judgement>> {
        let verdicts: Vec<Mutex<Option<Judgement>>> = cases.iter().map(|_| Mutex::new(None)).collect();
        let next = AtomicUsize::new(0);
        let unsolved = AtomicUsize::new(usize::MAX);
        let wanted = |index: usize| until == Until::End || index <= unsolved.load(Ordering::SeqCst);
        let work = || {
            loop {
                let index = next.fetch_add(1, Ordering::SeqCst);
                if index >= cases.len() || !wanted(index) {
                    return;
                }
                let Some(verdict) = self.hear(cases[index], full, || wanted(index)) else { continue };
                if !verdict.0.solved() {
                    unsolved.fetch_min(index, Ordering::SeqCst);
                }
                *verdicts[index].lock().unwrap_or_else(PoisonError::into_inner) = Some(verdict);
            }
        };
        let processors = || thread::available_parallelism().map_or(1, usize::from);
        let jobs = if self.jobs == 0 { processors() } else { self.jobs };
        thread::scope(|scope| {
            for _ in 1..jobs.min(cases.len()) {
                scope.spawn(work);
            }
            work();
        });
        let verdicts =
            verdicts.into_iter().map(|verdict| verdict.into_inner().unwrap_or_else(PoisonError::into_inner));
        // A later case may have been quicker than the one that makes it unwanted.
        verdicts.enumerate().map(|(index, verdict)| verdict.filter(|_| wanted(index))).collect()
    }

    /// `None` if the case stopped being wanted.
    fn hear(&self, case: &Case, full: bool, wanted: impl Fn() -> bool) -> Option<Judgement> {
        let token = Token::draw();
        match self.start(case, full, &token) {
            Ok(group) => listen(case, group, token, wanted),
            Err(error) => {
                let finding = Runaway::Unstarted { error: error.to_string() }.finding();
                Some((case.verdict(0, finding), Vec::new()))
            }
        }
    }

    fn start(&self, case: &Case, full: bool, token: &Token) -> io::Result<Group> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(&self.arguments)
            .env(child::MARK, "1")
            .env_remove("RUST_BACKTRACE")
            .env_remove("RUST_LIB_BACKTRACE");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut group = Group(command.spawn()?);
        let orders = format!(
            "{}\n{}\n{}\n{}\n",
            token.as_str(),
            std::process::id(),
            if full { "full" } else { "short" },
            case.id
        );
        // A child that is gone already is told of when its output ends.
        let _ = group.0.stdin.take().expect("it is piped").write_all(orders.as_bytes());
        Ok(group)
    }
}

/// A child and whatever it started; ended and reaped when dropped.
struct Group(Child);

impl Group {
    fn end(&mut self) -> io::Result<ExitStatus> {
        // The leader is not reaped yet, so its number cannot have gone to another group.
        #[cfg(unix)]
        {
            let leader = nix::unistd::Pid::from_raw(self.0.id() as i32);
            let _ = nix::sys::signal::killpg(leader, nix::sys::signal::Signal::SIGKILL);
        }
        let _ = self.0.kill();
        self.0.wait()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

enum Heard {
    Said(Said),
    Flood,
    /// The child ended, or closed the stream.
    End,
    Stderr(Vec<u8>),
}

fn listen(case: &Case, mut group: Group, token: Token, wanted: impl Fn() -> bool) -> Option<Judgement> {
    let (say, heard) = channel();
    let records = group.0.stdout.take().expect("it is piped");
    let noise = group.0.stderr.take().expect("it is piped");
    // Not joined: a process that left the group may hold a pipe open for as long as it likes.
    thread::spawn({
        let say = say.clone();
        move || read_records(records, token, &say)
    });
    thread::spawn(move || read_noise(noise, &say));

    let mut promise = 0;
    let mut twice = None;
    let mut stderr = None;
    let mut silent = 0;
    let runaway = loop {
        match heard.recv_timeout(TICK) {
            Ok(Heard::Said(said)) => {
                silent = 0;
                match said {
                    Said::Done(verdict, looked) => return Some((verdict, looked)),
                    Said::Promise(index) => promise = index.min(case.step.promises.len() - 1),
                    Said::Twice(message, place) => twice = Some(Runaway::PanicTwice { message, place }),
                    Said::Ran(runaway) => break runaway,
                    Said::Alive => {}
                }
            }
            Ok(Heard::Flood) => break Runaway::Flood,
            Ok(Heard::Stderr(bytes)) => stderr = Some(bytes),
            Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => {
                let status = group.end();
                let stderr = stderr.unwrap_or_else(|| rest_of_stderr(&heard));
                break match (twice, status) {
                    (Some(twice), _) => twice,
                    (None, Ok(status)) => Runaway::of_exit(status, &stderr),
                    (None, Err(error)) => Runaway::Unstarted { error: error.to_string() },
                };
            }
            Err(RecvTimeoutError::Timeout) if !wanted() => return None,
            Err(RecvTimeoutError::Timeout) if silent > SILENCE && !is_awake(group.0.id()) => {
                break Runaway::Blocked;
            }
            Err(RecvTimeoutError::Timeout) => silent += 1,
        }
    };
    Some((case.verdict(promise, runaway.finding()), Vec::new()))
}

fn read_records(mut from: impl Read, token: Token, say: &Sender<Heard>) {
    let mut reader = Reader::new(token);
    let mut bytes = [0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        for record in reader.feed(&bytes[..count]) {
            if say.send(Heard::Said(record)).is_err() {
                return;
            }
        }
        if reader.noise > NOISE {
            let _ = say.send(Heard::Flood);
            return;
        }
    }
    let _ = say.send(Heard::End);
}

fn read_noise(mut from: impl Read, say: &Sender<Heard>) {
    let mut kept = Vec::new();
    let mut bytes = [0; 64 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        kept.extend(&bytes[..count]);
        if kept.len() > NOISE {
            let _ = say.send(Heard::Flood);
            return;
        }
    }
    let _ = say.send(Heard::Stderr(kept));
}

/// What the child wrote to standard error, once it has ended.
fn rest_of_stderr(heard: &Receiver<Heard>) -> Vec<u8> {
    let deadline = Instant::now() + Duration::from_millis(500);
    loop {
        match heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(Heard::Stderr(bytes)) => return bytes,
            Ok(_) => {}
            Err(_) => return Vec::new(),
        }
    }
}
