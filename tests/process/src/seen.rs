//! What a case can know of the answer's own process, as facts: calls that were made, and what is otherwise than before.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// How often the process of the answer, with all its threads, has asked the system for something.
///
/// Only its own calls count, not those of what it started. [`seen`](crate::seen) tells it in a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Slept for a fixed time, whatever happens meanwhile: `thread::sleep`.
    pub naps: usize,
    /// Waited for files with a limit of time, which may be how one looks again and again.
    pub polls: usize,
    /// Asked whether a child has ended, without waiting for it: `try_wait`.
    pub looks: usize,
    /// Moved to another working directory, and if only for a moment.
    pub moves: usize,
    /// Read at most eight bytes at a time.
    pub small_reads: usize,
    /// Sent a signal to a process or a group.
    pub signals: usize,
}

impl Seen {
    /// What came after `before`.
    #[must_use]
    pub fn since(self, before: Seen) -> Seen {
        let [now, then] = [self, before].map(Seen::numbers);
        Seen::of(std::array::from_fn(|index| now[index].saturating_sub(then[index])))
    }

    fn numbers(self) -> [usize; 6] {
        [self.naps, self.polls, self.looks, self.moves, self.small_reads, self.signals]
    }

    fn of([naps, polls, looks, moves, small_reads, signals]: [usize; 6]) -> Seen {
        Seen { naps, polls, looks, moves, small_reads, signals }
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

/// What an answer must leave as it was: its working directory, its environment, its open files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    folder: PathBuf,
    variables: BTreeMap<OsString, OsString>,
    files: Option<usize>,
}

impl Surroundings {
    pub fn now() -> Surroundings {
        Surroundings {
            folder: std::env::current_dir().unwrap_or_default(),
            variables: std::env::vars_os().collect(),
            files: crate::open_files(),
        }
    }

    /// What is otherwise now, in a sentence.
    pub fn change(&self) -> Option<String> {
        let now = Surroundings::now();
        if self.folder != now.folder {
            return Some("돌아온 뒤 풀이의 작업 폴더가 처음과 다릅니다.".into());
        }
        let names = self.variables.keys().chain(now.variables.keys());
        if let Some(name) =
            names.into_iter().find(|name| self.variables.get(*name) != now.variables.get(*name))
        {
            return Some(format!(
                "돌아온 뒤 풀이의 환경 변수 {}의 값이 처음과 다릅니다.",
                name.to_string_lossy()
            ));
        }
        let more = now.files?.checked_sub(self.files?).filter(|&more| more > 0)?;
        Some(format!("돌아온 뒤에도 풀이가 열어 둔 파일이나 파이프가 {more}개 더 있습니다."))
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
    let (before, surroundings, threads) = (crate::seen(), Surroundings::now(), threads());
    let result = call();
    if let (Some(before), Some(after)) = (before, crate::seen()) {
        let Seen { naps, looks, .. } = after.since(before);
        assert!(naps == 0, "`sleep`으로 기다립니다. 자식이 끝나도 잠이 깰 때까지 늦습니다.");
        assert!(looks <= 2, "자식이 끝났는지 거듭 묻습니다. `wait()`는 끝날 때까지 쉬며 기다립니다.");
    }
    while self::threads() > threads {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    let change = surroundings.change();
    assert!(change.is_none(), "{}", change.unwrap_or_default());
    result
}

/// How many threads this process has; 0 where that is not told.
fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}
