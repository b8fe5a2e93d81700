//! What a case can know of the answer's own process, as facts: calls that were made, and what is otherwise than before.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike};

use crate::advise;
use crate::scene::{own_awake, own_threads};

/// How often the process of the answer, with all its threads, has asked the system for something.
///
/// Only its own calls count, not those of what it started. [`seen`](crate::seen) tells it in a case: numbers since its
/// beginning, lengths since it was told the last time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Slept for a fixed time, whatever happens meanwhile: `thread::sleep`, or `poll` of no file.
    pub naps: usize,
    /// The longest of those, in milliseconds.
    pub longest_nap: usize,
    /// Waited for files with a limit of time, which may be how one looks again and again.
    pub polls: usize,
    /// Waited for whatever it was, a file or a thread, with a limit of less than a second.
    pub moments: usize,
    /// The longest limit of such a wait before SIGKILL was sent, in milliseconds. It only gets shorter on its way to
    /// the system.
    pub longest_wait: usize,
    /// How far apart the limits of those waits end that are not moments, in milliseconds.
    pub drift: usize,
    /// Asked whether a child has ended, without waiting for it: `try_wait`.
    pub looks: usize,
    /// Moved to another working directory, and if only for a moment.
    pub moves: usize,
    /// Read at most eight bytes at a time.
    pub small_reads: usize,
    /// Sent a signal to a process or a group.
    pub signals: usize,
    /// Those of them that ask it to end: SIGTERM.
    pub requests: usize,
}

impl Seen {
    /// What came after `before`, which was told the time before.
    #[must_use]
    pub fn since(self, before: Seen) -> Seen {
        let (longest, [now, then]) = (self, [self, before].map(Seen::numbers));
        let Seen { longest_nap, longest_wait, drift, .. } = longest;
        let came = Seen::of(std::array::from_fn(|index| now[index].saturating_sub(then[index])));
        Seen { longest_nap, longest_wait, drift, ..came }
    }

    fn numbers(self) -> [usize; 11] {
        let Seen { naps, longest_nap, polls, moments, longest_wait, drift, .. } = self;
        let Seen { looks, moves, small_reads, signals, requests, .. } = self;
        [naps, longest_nap, polls, moments, longest_wait, drift, looks, moves, small_reads, signals, requests]
    }

    fn of(numbers: [usize; 11]) -> Seen {
        let [naps, longest_nap, polls, moments, longest_wait, drift, rest @ ..] = numbers;
        let [looks, moves, small_reads, signals, requests] = rest;
        let waits = Seen { naps, longest_nap, polls, moments, longest_wait, drift, ..Seen::default() };
        Seen { looks, moves, small_reads, signals, requests, ..waits }
    }

    /// The words of a record and back.
    pub(crate) fn words(self) -> Vec<String> {
        self.numbers().iter().map(usize::to_string).collect()
    }

    pub(crate) fn parse(words: &[String]) -> Option<Seen> {
        let numbers: Vec<usize> = words.iter().map(|word| word.parse().ok()).collect::<Option<_>>()?;
        Some(Seen::of(numbers.try_into().ok()?))
    }
}

/// Gives this process a variable whose value is no text. To be called first in a case.
pub fn variable_of_bytes(name: &str, value: &[u8]) {
    use std::os::unix::ffi::OsStrExt;

    // SAFETY: a case begins with one thread.
    unsafe { std::env::set_var(name, std::ffi::OsStr::from_bytes(value)) };
}

/// What an answer must leave as it was: its working directory, its environment, its open files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    folder: PathBuf,
    variables: BTreeMap<OsString, OsString>,
    places: Vec<usize>,
    files: Option<usize>,
}

const OWN_VARIABLES: &str = "부모의 환경 변수를 바꾸는 줄을 지웁니다. 자식의 것만 정하는 것은 `Command::env`와 `Command::envs`입니다.";

impl Surroundings {
    pub fn now() -> Surroundings {
        Surroundings {
            folder: std::env::current_dir().unwrap_or_default(),
            variables: std::env::vars_os().collect(),
            places: places(),
            files: crate::open_files(),
        }
    }

    /// What is otherwise now, in a sentence.
    pub fn change(&self) -> Option<String> {
        let now = Surroundings::now();
        if self.folder != now.folder {
            advise(
                "부모의 작업 폴더를 옮기는 줄을 지웁니다. 자식의 폴더만 정하는 것은 `Command::current_dir`입니다.",
            );
            return Some("돌아온 뒤 내 코드의 작업 폴더가 처음과 다릅니다.".into());
        }
        let names = self.variables.keys().chain(now.variables.keys());
        if let Some(name) =
            names.into_iter().find(|name| self.variables.get(*name) != now.variables.get(*name))
        {
            advise(OWN_VARIABLES);
            return Some(format!(
                "돌아온 뒤 내 코드의 환경 변수 {}의 값이 처음과 다릅니다.",
                name.to_string_lossy()
            ));
        }
        if self.places != now.places {
            advise(OWN_VARIABLES);
            return Some(
                "내 코드의 환경 변수를 바꾸었다가 되돌립니다. 그사이 다른 스레드가 틀린 값을 봅니다.".into(),
            );
        }
        let more = now.files?.checked_sub(self.files?).filter(|&more| more > 0)?;
        advise(
            "연 것은 소유한 값이 사라질 때 닫힙니다. `forget`하거나, 끝나지 않는 스레드나 전역 변수에 넘긴 것이 있는지 봅니다.",
        );
        Some(format!("돌아온 뒤에도 내 코드가 열어 둔 파일이나 파이프가 {more}개 더 있습니다."))
    }
}

/// Makes a call that has only to wait for a child, and finds whether it has waited in another way or has left something.
///
/// Threads that are about to end are waited for: what they hold open is not left.
///
/// # Panics
/// If the call has slept, has asked whether the child has ended again and again, or has left its surroundings otherwise.
#[track_caller]
pub fn plainly<T>(call: impl FnOnce() -> T) -> T {
    // What an earlier call has left may not have begun to sleep: that is not this call's.
    while own_threads() > 1 && own_awake() > 1 {
        std::thread::sleep(Duration::from_millis(1));
    }
    let (before, surroundings, threads) = (crate::seen(), Surroundings::now(), own_threads());
    let result = call();
    // One that was left may have been started just now, and has yet to do what it is found by.
    let mut own_naps = 0;
    while own_threads() > threads && own_awake() > 1 {
        std::thread::sleep(Duration::from_millis(1));
        own_naps += 1;
    }
    if let (Some(before), Some(after)) = (before, crate::seen()) {
        let Seen { naps, longest_nap, looks, moments, .. } = after.since(before);
        demand(
            naps == own_naps,
            "`sleep`으로 기다리는 줄을 지우고, 자식이 끝나면 돌아오는 호출로 기다립니다.",
            || format!("{longest_nap}밀리초를 정해 놓고 잡니다. 자식이 끝나도 잠이 깰 때까지 늦습니다."),
        );
        // Before the looks: how many of them come with short waits depends on when the child has ended.
        let advice = "짧은 한도로 되풀이해 기다리는 반복을 지웁니다. 한도가 없으면 그냥 기다리고, 있으면 남은 한도를 한 번에 넘깁니다.";
        demand(moments == 0, advice, || {
            "잠깐씩만 기다리며 끝났는지 거듭 봅니다. 끝나면 깨어나게 기다립니다.".into()
        });
        demand(
            looks <= 2,
            "`try_wait`를 되풀이하는 반복을 지우고 `wait`를 한 번 부릅니다.",
            || "자식이 끝났는지 거듭 묻습니다. `wait()`는 끝날 때까지 쉬며 기다립니다.".into(),
        );
    }
    while own_threads() > threads {
        std::thread::sleep(Duration::from_millis(1));
    }
    let change = surroundings.change();
    assert!(change.is_none(), "{}", change.unwrap_or_default());
    result
}

/// Like `assert!`, with the [`advice`](advise) that fits this finding.
///
/// # Panics
/// If it was not kept.
#[track_caller]
pub fn demand(kept: bool, advice: &'static str, says: impl FnOnce() -> String) {
    if !kept {
        advise(advice);
        panic!("{}", says());
    }
}

/// So much processor time is a hundred times what waiting takes.
pub const BUSY: Duration = Duration::from_millis(300);

/// The same for a call that waits for a program which ends once its parent rests
/// ([`until_the_parent_rests`](crate::until_the_parent_rests)).
///
/// # Panics
/// As [`plainly`], and if the call has computed all the time.
#[track_caller]
pub fn at_rest<T>(call: impl FnOnce() -> T) -> T {
    let before = computed();
    let result = plainly(call);
    let computed = computed().saturating_sub(before);
    let advice = "`try_recv`나 `try_wait`, 시계를 거듭 보는 반복을 지우고, 잠들어 기다리는 호출(`recv`, `join`, `wait`)을 씁니다.";
    demand(computed < BUSY, advice, || {
        "기다리는 동안 쉬지 않고 거듭 확인합니다(바쁜 대기). 끝나면 깨어나게 기다립니다.".into()
    });
    result
}

/// The processor time of this process with all its threads.
pub fn computed() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_SELF);
    let of = |time: TimeVal| Duration::from_micros(time.num_microseconds().unsigned_abs());
    usage.map_or(Duration::ZERO, |usage| of(usage.user_time()) + of(usage.system_time()))
}

/// Where the C library keeps the variables: one that was changed and put back is somewhere else.
#[cfg(target_os = "linux")]
fn places() -> Vec<usize> {
    unsafe extern "C" {
        static environ: *const *const libc::c_char;
    }
    // SAFETY: nobody changes the environment meanwhile, and its list ends with a null pointer.
    unsafe {
        let list = (!environ.is_null()).then_some(environ);
        let all = (0..).map_while(|index| list.map(|list| *list.add(index)));
        let all = all.take_while(|place| !place.is_null()).map(|place| place as usize);
        [environ as usize].into_iter().chain(all).collect()
    }
}

/// It is not known how others keep them.
#[cfg(not(target_os = "linux"))]
fn places() -> Vec<usize> {
    Vec::new()
}
