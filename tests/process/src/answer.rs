//! The process that runs one case with the learner's answer.

use std::fmt::{Debug, Display};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileExt;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::Child;
use std::sync::{Mutex, OnceLock, PoisonError};

use nanoserde::SerJson;
use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use report::{Difference, Step};

use crate::case::{self, Key};
use crate::seen::Seen;
use crate::{limits, signals, told, wire};

/// What a program that inherits the standard input of the answer reads there.
pub const INPUT: &str = "부모가 받은 입력\n";

/// What to do about output of which the end is missing, since the child had ended before.
pub const PIPE_ENDS: &str = "자식이 끝나도 파이프는 끝나지 않을 수 있습니다. 손자가 이어서 씁니다. 읽은 수가 0일 때까지 읽고, 읽는 스레드를 `join`합니다.";

static GUARD: OnceLock<UnixStream> = OnceLock::new();
/// Whether the guard chooses the order of the processes.
static ORDERED: OnceLock<bool> = OnceLock::new();
static FIRST_PANIC: Mutex<Option<Vec<String>>> = Mutex::new(None);
static ADVICE: Mutex<&'static str> = Mutex::new("");
static DIFFERENCE: Mutex<Option<Difference>> = Mutex::new(None);

/// What to do next, should the case be broken by an assertion from now on: a sentence or two for the learner. A check that
/// says it before its first [`case`](crate::case) says it for all of them, until the next advice.
pub fn advise(advice: &'static str) {
    *ADVICE.lock().unwrap_or_else(PoisonError::into_inner) = advice;
}

/// Breaks the promise, unless `call`, a phrase that names what was asked for, gave what was wanted.
///
/// # Panics
/// If it gave something else: the report shows both, one under the other.
#[track_caller]
pub fn expect<T: PartialEq + Debug>(call: impl Display, wanted: T, found: T) {
    if found != wanted {
        differs(call, format!("{wanted:?}"), format!("{found:?}"));
    }
}

/// The same where what was wanted, or what was found, is better said in words.
///
/// # Panics
/// Always.
#[track_caller]
pub fn differs(call: impl Display, wanted: impl Into<String>, found: impl Into<String>) -> ! {
    let difference = Difference { wanted: wanted.into(), found: found.into() };
    *DIFFERENCE.lock().unwrap_or_else(PoisonError::into_inner) = Some(difference);
    panic!("{call}: 기대한 결과와 다릅니다.")
}

/// Makes a call of the answer, which `call` names: a panic of it is told with that.
///
/// # Panics
/// If the call does.
pub fn calling<T>(call: impl Display, made: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(made)).unwrap_or_else(|payload| {
        let mut first = FIRST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(message) = first.as_mut().and_then(|told| told.first_mut())
            && !message.starts_with("not yet implemented")
        {
            *message = format!("{} ({call})", report::in_korean(message));
        }
        drop(first);
        resume_unwind(payload)
    })
}

/// Runs the case that `key` names, of the answer whose step is found under its id.
pub(crate) fn run<'a>(steps: impl IntoIterator<Item = (String, &'a Step)>, key: &str) -> ! {
    let Some(key) = Key::parse(key) else { std::process::exit(3) };
    let step = steps.into_iter().find(|(id, _)| *id == key.id).map(|(_, step)| step);
    let Some(promise) = step.and_then(|step| step.promises.get(key.promise)) else { std::process::exit(4) };
    leave_with_the_guard();
    signals::as_after_boot();
    let Ok(mut guard) = streams() else { std::process::exit(3) };
    let word = wire::receive(&mut guard).unwrap_or_default();
    let _ = ORDERED.set(word.first().is_some_and(|first| first == "ordered"));
    limits::take_on(&word);
    let _ = GUARD.set(guard);
    if let Ok(room) = std::env::current_dir() {
        // Without it an answer only prints into the void.
        let _ = told::open(&room.with_file_name("told"));
    }
    note_panics();
    case::seek(key);
    promise.check.call();
    // The check does not call so many cases.
    std::process::exit(4)
}

/// The standard input is the line to the guard: it is kept privately, and the answer gets another.
fn streams() -> io::Result<UnixStream> {
    let guard = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    let (reader, mut writer) = io::pipe()?;
    writer.write_all(INPUT.as_bytes())?;
    nix::unistd::dup2_stdin(reader)?;
    Ok(guard)
}

#[cfg(target_os = "linux")]
fn leave_with_the_guard() {
    let _ = nix::sys::prctl::set_pdeathsig(nix::sys::signal::Signal::SIGKILL);
}

#[cfg(not(target_os = "linux"))]
fn leave_with_the_guard() {}

/// The first panic says most: the later ones only pass it on.
fn note_panics() {
    std::panic::set_hook(Box::new(|info| {
        let mut first = FIRST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
        if first.is_none() {
            let message = info.payload_as_str().unwrap_or("").to_string();
            let place = info.location().map(|place| {
                [place.file().to_string(), place.line().to_string(), place.column().to_string()]
            });
            *first = Some([message].into_iter().chain(place.into_iter().flatten()).collect());
        }
    }));
}

pub(crate) fn play(answer: impl Fn()) -> ! {
    let mut guard = GUARD.get().expect("the line is open");
    let _ = wire::send(&mut guard, &outcome(answer, is_childless));
    // The guard looks at what is left, and ends this process last.
    let _ = guard.read(&mut [0]);
    std::process::exit(0)
}

/// Runs `answer` once in a fork of this process for each word of the guard, which chooses the order of what it starts.
pub(crate) fn play_orders(answer: impl Fn()) -> ! {
    if ORDERED.get() != Some(&true) {
        play(answer);
    }
    let mut guard = GUARD.get().expect("the line is open");
    while guard.read(&mut [0]).is_ok_and(|count| count == 1) {
        // SAFETY: this process has one thread, so the child may do whatever this one could.
        match unsafe { nix::unistd::fork() } {
            Ok(nix::unistd::ForkResult::Parent { child }) => drop(nix::sys::wait::waitpid(child, None)),
            Ok(nix::unistd::ForkResult::Child) => {
                // A signal to its own group does not reach the process that it is a fork of.
                let _ = nix::unistd::setpgid(nix::unistd::Pid::from_raw(0), nix::unistd::Pid::from_raw(0));
                let record = outcome(&answer, || children() == [0, 0]);
                let _ = io::stdout().flush();
                let [ended, alive] = children().map(|count| count.to_string());
                let _ = wire::send(&mut guard, &[&record[..], &[ended, alive]].concat());
                std::process::exit(0)
            }
            Err(_) => break,
        }
    }
    std::process::exit(3)
}

/// What is told to the guard.
fn outcome(answer: impl Fn(), is_childless: impl Fn() -> bool) -> Vec<String> {
    let me = std::process::id();
    let ended = catch_unwind(AssertUnwindSafe(answer));
    let first = FIRST_PANIC.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
    let difference_said;
    let record: Vec<&str> = match ended {
        // A fork of the answer has come back to where only the answer itself should.
        _ if std::process::id() != me => vec!["forked"],
        Ok(()) if is_childless() => vec!["returned", "childless"],
        Ok(()) => vec!["returned"],
        Err(_) => {
            let advice = *ADVICE.lock().unwrap_or_else(PoisonError::into_inner);
            let (message, place) =
                first.split_first().map_or(("", &[][..]), |(one, rest)| (one.as_str(), rest));
            let difference = DIFFERENCE.lock().unwrap_or_else(PoisonError::into_inner).take();
            difference_said = difference.map_or_else(String::new, |difference| difference.serialize_json());
            let said = ["panicked", message, advice, &difference_said];
            said.into_iter().chain(place.iter().map(String::as_str)).collect()
        }
    };
    record.into_iter().map(str::to_string).collect()
}

/// How many children have ended and were not waited for, and how many live.
fn children() -> [usize; 2] {
    let mut count = [0; 2];
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    for task in tasks {
        let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        for child in children.split_whitespace() {
            let stat = fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
            count[usize::from(!stat.contains(") Z "))] += 1;
        }
    }
    count
}

/// Neither a process nor a zombie of its own is left.
#[cfg(target_os = "linux")]
fn is_childless() -> bool {
    use nix::sys::wait::{Id, WaitPidFlag, waitid};

    let looks = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT | WaitPidFlag::WNOHANG;
    waitid(Id::All, looks).is_err_and(|error| error == Errno::ECHILD)
}

/// The guard does not use it.
#[cfg(not(target_os = "linux"))]
fn is_childless() -> bool {
    false
}

/// What the answer has asked the system for so far; `None` where nobody sees it.
pub fn seen() -> Option<Seen> {
    heard(&["seen"])
}

/// What to do next, should the case hang from now on: where a spec knows it better than the guard can see it.
pub fn foresee(advice: &'static str) {
    let _ = heard(&["seen", advice]);
}

fn heard(asked: &[&str]) -> Option<Seen> {
    let mut guard = GUARD.get()?;
    if ORDERED.get() == Some(&true) {
        return None;
    }
    wire::send(&mut guard, asked).ok()?;
    let (mut heard, mut bytes) = (Vec::new(), [0; 4096]);
    // Never a few bytes at a time: that would be seen too.
    let record = loop {
        let count = guard.read(&mut bytes).ok().filter(|&count| count > 0)?;
        heard.extend(&bytes[..count]);
        if let Some(record) = wire::parse(&heard) {
            break record;
        }
    };
    Seen::parse(&record)
}

/// Breaks the promise if somebody has read [`INPUT`]: no program that reads was started yet.
///
/// # Panics
/// If it was read.
#[track_caller]
pub fn untouched_input() {
    let found = io::read_to_string(io::stdin()).unwrap_or_default();
    let advice = "부모의 입력을 읽어 파이프로 넘기지 않습니다. `stdin`을 정하지 않거나 `Stdio::inherit()`으로 정하면 자식이 그대로 물려받습니다.";
    crate::demand(found == INPUT, advice, || {
        "입력을 읽지 않는 자식만 실행했는데 부모의 표준 입력이 비었습니다.".into()
    });
}

/// What was written so far to the standard output of the answer, by itself or by a program that inherited it.
pub fn printed() -> String {
    let _ = io::stdout().flush();
    so_far(io::stdout().as_fd())
}

/// The same for standard error.
pub fn complained() -> String {
    so_far(io::stderr().as_fd())
}

/// The streams are files. Reading at a position leaves the one at which everybody writes alone.
fn so_far(stream: BorrowedFd<'_>) -> String {
    let Ok(file) = stream.try_clone_to_owned().map(File::from) else { return String::new() };
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut bytes = vec![0; length as usize];
    let _ = file.read_exact_at(&mut bytes, 0);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A folder for the case to use, with this name, outside of the working directory. The guard removes it.
///
/// # Panics
/// If it cannot be made.
pub fn folder(name: &str) -> PathBuf {
    let room = std::env::current_dir().expect("the case has a working directory");
    let folder = room.with_file_name("folders").join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// Waits until the program has printed something to its piped standard output, and leaves it there to be read.
///
/// # Panics
/// If its standard output is no pipe.
pub fn until_it_speaks(child: &Child) {
    let from = child.stdout.as_ref().expect("the output is piped");
    let mut watched = [PollFd::new(from.as_fd(), PollFlags::POLLIN)];
    while poll(&mut watched, PollTimeout::NONE).is_err_and(|error| error == Errno::EINTR) {}
}

/// How many reads and writes this process has asked the system for; `None` where that is not told.
pub fn transfers() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/io").ok()?;
    let of = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
    Some(of("syscr:")? + of("syscw:")?)
}

/// How many files and pipes this process has open; `None` where that is not told.
pub fn open_files() -> Option<usize> {
    Some(fs::read_dir("/proc/self/fd").ok()?.count())
}
