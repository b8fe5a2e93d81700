//! A case as its spec sees it: a closure that passes, or a promise that is broken.

use std::cell::{Cell, RefCell};
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nanoserde::DeJson;
use report::text::legible;
use report::{Asked, Check, Difference, Engine, Finding, Looked, Place, Story};

use crate::{answer, verdict, wire};

/// The guard ends what is stuck long before; this is for a machine that lets nobody run.
const PATIENCE: Duration = Duration::from_secs(300);

const TICK: Duration = Duration::from_millis(200);

static REAL: Engine =
    Engine { prepare: || {}, run, signs: || SIGNS.load(Ordering::Relaxed), looked: || LOOKED.take() };

thread_local! {
    static LOOKED: Cell<Looked> = const { Cell::new(Looked::NOTHING) };
}

/// So many orders of a scenario were run, or one real case.
fn look(orders: u64, all: bool) {
    let before = LOOKED.get();
    LOOKED.set(match orders {
        0 => Looked { cases: before.cases + 1, ..before },
        _ if all => before.and_all(orders),
        _ => before.and_some(orders, None),
    });
}

static SIGNS: AtomicU64 = AtomicU64::new(0);

/// Tells the judge that the check goes on.
fn alive() {
    SIGNS.fetch_add(1, Ordering::Relaxed);
}

/// The check of a promise that is kept in real processes: the function does nothing but call [`case`].
pub const fn real(check: fn()) -> Check {
    Check { engine: &REAL, run: check }
}

/// What a broken case unwinds with.
struct Broken {
    /// A sentence for the learner, or the message of the answer's own panic or `todo!`.
    says: String,
    /// Where the answer panicked, if it did.
    place: Option<Place>,
    advice: String,
    /// What the answer has printed to follow itself.
    printed: Vec<String>,
    difference: Option<Difference>,
    /// The order that shows it, where an order was chosen.
    story: Option<Story>,
}

fn run(asked: &Asked<'_>) -> Result<(), Box<Finding>> {
    let key = Key { id: asked.id.to_string(), promise: asked.promise, number: 0 };
    CHECKED.set(Some(Checked { key, sought: None }));
    let ended = catch_unwind(AssertUnwindSafe(asked.check));
    CHECKED.take();
    let Err(payload) = ended else { return Ok(()) };
    match payload.downcast::<Broken>() {
        Ok(broken) => Err(Box::new(broken.finding(asked))),
        Err(payload) => resume_unwind(payload),
    }
}

impl Broken {
    fn finding(self, asked: &Asked<'_>) -> Finding {
        let place = self.place.and_then(|place| asked.sources.line(&place));
        let advice = match &place {
            Some(line) => verdict::of_a_panic(&self.says, &line.text).into(),
            None => self.advice,
        };
        let found = Finding {
            difference: self.difference,
            printed: self.printed,
            story: self.story,
            ..Finding::of_panic(&self.says, place)
        };
        if advice.is_empty() || found.unfinished { found } else { Finding { advice, ..found } }
    }
}

/// Which case it is: the first that a check calls is number 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// Tells the answer from the others of its binary.
    pub(crate) id: String,
    /// Index among the promises of its step.
    pub(crate) promise: usize,
    number: usize,
}

/// The word of a command line, and back.
impl Key {
    fn word(&self) -> String {
        format!("{}:{}:{}", self.promise, self.number, self.id)
    }

    pub(crate) fn parse(word: &str) -> Option<Key> {
        let mut parts = word.splitn(3, ':');
        let (promise, number) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Key { id: parts.next()?.to_string(), promise, number })
    }
}

/// The check that runs on this thread.
struct Checked {
    /// Of the last case that it has called.
    key: Key,
    /// The number of the case that this process was started for; none where cases are asked for.
    sought: Option<usize>,
}

thread_local! {
    static CHECKED: RefCell<Option<Checked>> = const { RefCell::new(None) };
}

/// The check that is called next plays the case of `key`, and passes the others by.
pub(crate) fn seek(key: Key) {
    CHECKED.set(Some(Checked { sought: Some(key.number), key: Key { number: 0, ..key } }));
}

/// Runs `answer` in a process of its own, guarded. Unwinds if it panics, gets stuck, ends the process, or
/// leaves a process, a zombie or a file behind.
///
/// The process that runs it finds it by its number among the cases of a promise: a check does nothing but call this, and
/// makes the same calls each time.
///
/// # Panics
/// If no check of a promise calls it.
pub fn case(answer: impl Fn()) {
    match role() {
        Role::Asks(key) => {
            ask("guard", &key);
            look(0, false);
        }
        Role::Plays => answer::play(answer),
        Role::Passes => {}
    }
}

/// How many orders [`orders`] has run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Explored {
    /// None at all: there is no tracer here, and the scenario ran once, as it happened to.
    pub orders: usize,
    /// Every order with up to two switches was run, or one that differs from it only in calls that commute.
    pub all: bool,
}

/// Runs `scenario` in every order of the system calls of its processes with up to two switches, each in a process of its
/// own, and unwinds with a report at the simplest order in which it panics, gets stuck, ends the process, leaves a process
/// or a zombie behind.
///
/// A scenario does what a parent does: it starts processes (by fork, or programs by [`program`](crate::program)), waits for
/// them, and asserts what must be so afterwards. It begins in an empty working directory each time. A switch is one that
/// nothing forces: the process before could have gone on. Switches are only tried at calls that touch what another process
/// touches too, and one of them changes; of orders that differ only in calls that commute one is run. Sleeping takes no time: who sleeps goes on when nobody else can.
///
/// Set `PROCESS_ORDER` to what a report names, and only that order is run.
///
/// # Panics
/// If no check of a promise calls it.
pub fn orders(scenario: impl Fn()) -> Explored {
    match role() {
        Role::Asks(key) => {
            let told = ask("orders", &key);
            let orders = told.get(1).and_then(|count| count.parse().ok()).unwrap_or(0);
            let all = told.get(2).is_some_and(|all| all == "all");
            look(orders as u64, all);
            Explored { orders, all }
        }
        Role::Plays => answer::play_orders(scenario),
        Role::Passes => Explored::default(),
    }
}

/// What this process has to do with a case.
enum Role {
    Asks(String),
    Plays,
    Passes,
}

fn role() -> Role {
    CHECKED.with_borrow_mut(|checked| {
        let Checked { key, sought } = checked.as_mut().expect("the check of a promise calls its cases");
        key.number += 1;
        match sought {
            None => Role::Asks(key.word()),
            Some(sought) if *sought == key.number => Role::Plays,
            Some(_) => Role::Passes,
        }
    })
}

/// What the guard told of a case that was kept.
fn ask(role: &str, key: &str) -> Vec<String> {
    alive();
    let binary = std::env::current_exe().expect("the system knows where this binary is");
    let mut command = Command::new(binary);
    command.arg(format!("{role}:{key}")).process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    find_libraries_at_once(&mut command);
    let guard =
        command.spawn().unwrap_or_else(|error| panic!("검사할 프로세스를 시작하지 못했습니다: {error}"));
    let record = listen(guard);
    // Where the case was kept there is nothing more to tell.
    let (outcome, rest) = record.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    if outcome == "kept" {
        return record;
    }
    let [says, tries, told, tale, difference, place @ ..] = rest else {
        panic!("검사를 지키던 프로세스가 답 없이 끝났습니다. 같은 명령을 한 번 더 실행합니다.")
    };
    let place = match place {
        [file, line, column] => {
            let number = |text: &str| text.parse().unwrap_or(0);
            Some(Place { file: file.clone(), line: number(line), column: number(column) })
        }
        _ => None,
    };
    resume_unwind(Box::new(Broken {
        says: says.clone(),
        place,
        advice: tries.clone(),
        printed: told.lines().map(legible).collect(),
        story: Story::deserialize_json(tale).ok(),
        difference: Difference::deserialize_json(difference).ok(),
    }));
}

/// Cargo has every program look for its libraries in the folders of the build first: that is more than all other system
/// calls of a small program, and none of ours is there.
fn find_libraries_at_once(command: &mut Command) {
    let name = "LD_LIBRARY_PATH";
    let Some(folders) = std::env::var_os(name) else { return };
    let binary = std::env::current_exe().unwrap_or_default();
    let beside = |folder: &Path| binary.ancestors().skip(1).take(2).any(|beside| beside == folder);
    let of_the_build = |folder: &PathBuf| beside(folder) || folder.iter().any(|part| part == "toolchains");
    let others = std::env::split_paths(&folders).filter(|folder| !of_the_build(folder));
    match std::env::join_paths(others) {
        Ok(others) if !others.is_empty() => command.env(name, others),
        _ => command.env_remove(name),
    };
}

/// The guard's record; empty if there is none.
fn listen(mut guard: Child) -> Vec<String> {
    // The guard ends everything when this is closed.
    let line = guard.stdin.take();
    let mut from = guard.stdout.take().expect("it is piped");
    let (say, heard) = channel();
    thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut piece) {
            let _ = say.send(piece[..count].to_vec());
        }
    });
    let mut bytes = Vec::new();
    if !hear(&heard, &mut bytes) {
        drop(line);
        if !hear(&heard, &mut bytes) {
            let _ = guard.kill();
        }
    }
    let _ = guard.wait();
    alive();
    let record = bytes.iter().position(|&byte| byte != wire::GOES_ON).unwrap_or(bytes.len());
    wire::parse(&bytes[record..]).unwrap_or_default()
}

/// Whether the guard has said all; false once patience is at its end, counted from its last sign of life.
fn hear(heard: &Receiver<Vec<u8>>, bytes: &mut Vec<u8>) -> bool {
    let mut last = Instant::now();
    while last.elapsed() < PATIENCE {
        match heard.recv_timeout(TICK) {
            Ok(piece) => {
                bytes.extend(piece);
                last = Instant::now();
            }
            Err(RecvTimeoutError::Disconnected) => return true,
            Err(RecvTimeoutError::Timeout) => {}
        }
        alive();
    }
    false
}
