//! The process that guards one case: ends what is stuck, and sees to it that nothing is left.
//!
//! It has one thread: where several end together, the kernel takes its time to forget what they looked up in `/proc`.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Command, exit};
use std::time::{Duration, Instant};

use nanoserde::DeJson;
use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;
use report::Difference;

use crate::room::{Room, stream};
use crate::scene::{Process, descendants};
use crate::seen::Seen;
use crate::still::{self, Still, TICK};
use crate::trace::Tracer;
use crate::verdict::{self, Verdict};
use crate::wake::{Wake, abandoned_within};
use crate::{signals, story, told, wire};

/// More than this was never meant to be read.
const FLOOD: u64 = 64 << 20;

/// How far apart two looks are at what should end soon.
const SOON: Duration = Duration::from_millis(2);

/// A look is put off until nobody has moved for so long, if that comes soon.
const QUIET: Duration = Duration::from_millis(1);

/// So many of those looks must find that what is left does not move.
const SETTLED: u32 = 100;

pub(crate) fn run(key: &str, ordered: bool) -> ! {
    signals::as_after_boot();
    adopt();
    if ordered {
        stay_on_one_processor();
    }
    let record = match Case::start(key, ordered) {
        Ok(mut case) => case.record(ordered),
        Err(error) => verdict::unstarted(&error).record(String::new()),
    };
    let record: Vec<&str> = record.iter().map(String::as_str).collect();
    let _ = wire::send(&mut io::stdout(), &record);
    exit(0)
}

#[cfg(target_os = "linux")]
fn adopt() {
    let _ = nix::sys::prctl::set_child_subreaper(true);
}

#[cfg(not(target_os = "linux"))]
fn adopt() {}

/// One runs at a time, and hands over to the guard at each call: on one processor nobody has to be woken on another.
#[cfg(target_os = "linux")]
fn stay_on_one_processor() {
    use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};

    let me = Pid::from_raw(0);
    let Ok(allowed) = sched_getaffinity(me) else { return };
    let allowed: Vec<usize> = (0..CpuSet::count()).filter(|&cpu| allowed.is_set(cpu) == Ok(true)).collect();
    let mut one = CpuSet::new();
    let chosen = allowed.get(std::process::id() as usize % allowed.len().max(1));
    if chosen.is_some_and(|&cpu| one.set(cpu).is_ok()) {
        let _ = sched_setaffinity(me, &one);
    }
}

#[cfg(not(target_os = "linux"))]
fn stay_on_one_processor() {}

pub(crate) struct Case {
    pub(crate) key: String,
    pub(crate) room: Room,
    answer: Pid,
    pub(crate) tracer: Tracer,
    pub(crate) wake: Wake,
    pub(crate) line: UnixStream,
    pub(crate) streams: [File; 2],
    pub(crate) told: File,
    heard: Vec<u8>,
    /// What the spec has to say should the case hang.
    foreseen: Option<String>,
}

impl Case {
    pub(crate) fn start(key: &str, ordered: bool) -> io::Result<Case> {
        let room = Room::new()?;
        let inside = room.inside();
        let wake = Wake::new()?;
        let (mut line, theirs) = UnixStream::pair()?;
        let streams = [stream(&room.path("out"))?, stream(&room.path("err"))?];
        let told = told::create(&room.path("told"))?;
        let mut command = Command::new(std::env::current_exe()?);
        // An answer that runs itself again finds itself by its path, and not by the name that it was called by.
        command
            .arg0("answer")
            .arg(format!("answer:{key}"))
            .current_dir(&inside)
            .env("TMPDIR", &inside)
            .process_group(0);
        command.stdin(OwnedFd::from(theirs)).stdout(streams[0].try_clone()?).stderr(streams[1].try_clone()?);
        let answer = Pid::from_raw(command.spawn()?.id() as i32);
        // It waits to hear whether it is traced before it does anything of its own.
        let tracer = Tracer::start(answer.as_raw());
        let strangers =
            [std::process::id(), std::os::unix::process::parent_id(), 1].map(|pid| pid.to_string());
        let mut word = vec![match tracer.is_on() {
            true if ordered => "ordered",
            true => "traced",
            false => "alone",
        }];
        word.extend(strangers.iter().map(String::as_str));
        wire::send(&mut line, &word)?;
        line.set_nonblocking(true)?;
        Ok(Case {
            key: key.into(),
            room,
            answer,
            tracer,
            wake,
            line,
            streams,
            told,
            heard: Vec::new(),
            foreseen: None,
        })
    }

    pub(crate) fn leader(&self) -> i32 {
        self.answer.as_raw()
    }

    fn processes(&self) -> Vec<Process> {
        let mut processes = descendants();
        for process in &mut processes {
            process.as_known_to(&self.tracer);
        }
        processes
    }

    fn record(&mut self, ordered: bool) -> Vec<String> {
        let kept = if ordered { self.explored() } else { self.kept() };
        self.end();
        self.tracer.clean(&self.room.path(""));
        let removed = self.room.remove();
        match kept {
            Err(verdict) => verdict.record(told::read(&self.told)),
            Ok(_) if removed.is_err() => verdict::unremoved().record(String::new()),
            Ok(told) => ["kept".to_string()].into_iter().chain(told).collect(),
        }
    }

    /// The case ran once.
    pub(crate) fn kept(&mut self) -> Result<[String; 2], Verdict> {
        self.verdict().map_or_else(|| Ok([String::new(), String::new()]), Err)
    }

    #[cfg(not(traced))]
    fn explored(&mut self) -> Result<[String; 2], Verdict> {
        self.kept()
    }

    fn verdict(&mut self) -> Option<Verdict> {
        let record = match self.listen() {
            Ok(record) => record,
            Err(verdict) => return Some(verdict),
        };
        match &record[..] {
            [outcome, ..] if outcome == "returned" => self.left(record.len() > 1),
            [outcome, ..] if outcome == "forked" => Some(verdict::falls_through()),
            [_, panic @ ..] => Some(self.panicked(panic)),
            [] => Some(self.panicked(&[])),
        }
    }

    /// What a panic in the process of the answer comes to, as that process has told of it.
    pub(crate) fn panicked(&self, told: &[String]) -> Verdict {
        let [message, advice, difference, place @ ..] = told else {
            return verdict::panicked("", "", None, &[]);
        };
        let readable = |Difference { wanted, found }| Difference {
            wanted: self.readable(&wanted),
            found: self.readable(&found),
        };
        let difference = Difference::deserialize_json(difference).ok().map(readable);
        verdict::panicked(&self.readable(message), advice, difference, place)
    }

    /// The small programs go by their names, and folders are nobody's business.
    pub(crate) fn readable(&self, message: &str) -> String {
        let binary = std::env::current_exe().unwrap_or_default();
        let folder = self.room.path("");
        let folder = folder.to_string_lossy();
        let folder = folder.trim_end_matches('/');
        let message = message.replace(&format!("{binary:?}, \"program:"), "\"");
        message.replace(&*binary.to_string_lossy(), "작은 프로그램").replace(folder, "")
    }

    /// Waits for what the answer says, or finds out why it says nothing.
    fn listen(&mut self) -> Result<Vec<String>, Verdict> {
        let mut still = Still::default();
        let mut looked = Instant::now();
        loop {
            let wait = if looked.elapsed() < TICK { TICK } else { QUIET };
            let moves = self.tracer.moves();
            let [abandoned, spoken] = self.wake.within([io::stdin().as_fd(), self.line.as_fd()], wait);
            if abandoned {
                return Err(verdict::given_up());
            }
            self.tracer.attend();
            if let Some(offence) = self.tracer.offence() {
                return Err(verdict::offends(offence, self.leader()));
            }
            if spoken {
                let mut bytes = [0; 4096];
                match self.line.read(&mut bytes) {
                    Ok(count @ 1..) => self.heard.extend(&bytes[..count]),
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    Ok(0) | Err(_) => return Err(self.ended_early()),
                }
                match wire::parse(&self.heard) {
                    Some(record) if record.first().is_some_and(|word| word == "seen") => {
                        self.heard.clear();
                        self.foreseen = record.into_iter().nth(1).or(self.foreseen.take());
                        let seen = self.tracer.seen().map_or_else(Vec::new, Seen::words);
                        let _ = wire::send(&mut self.line, &seen);
                        self.tracer.begin_anew();
                    }
                    Some(record) => return Ok(record),
                    None => {}
                }
            }
            // Whoever has just been let go on runs: a look then would find nobody asleep, ever.
            let due = if self.tracer.moves() == moves { TICK } else { 10 * TICK };
            if looked.elapsed() < due {
                continue;
            }
            looked = Instant::now();
            let processes = self.processes();
            still.look(self.leader(), &processes);
            if let Some(verdict) = self.hangs(&mut still, &processes) {
                return Err(verdict);
            }
        }
    }

    fn hangs(&self, still: &mut Still, processes: &[Process]) -> Option<Verdict> {
        let length = |file: &File| file.metadata().map_or(0, |metadata| metadata.len());
        if self.streams.iter().any(|file| length(file) > FLOOD) {
            return Some(verdict::floods());
        }
        if self.room.is_flooded() {
            return Some(verdict::fills_the_disk());
        }
        if let Some(process) = still::computes(processes) {
            return Some(verdict::computes(process.pid == self.leader()));
        }
        let leader = self.leader();
        if still.is_stuck(leader, processes)
            && let Some(stuck) = story::stuck(leader, processes)
        {
            // It may have moved while its picture was taken.
            still.look(leader, &self.processes());
            let alone = still::is_alone(leader, processes);
            let foreseen = self.foreseen.as_deref().filter(|_| !stuck.is_certain);
            let tries = foreseen.unwrap_or(stuck.tries);
            return still.is_stuck(leader, processes).then(|| verdict::stuck(alone, &stuck.who, tries));
        }
        still.is_endless().then(verdict::endless)
    }

    /// The line is closed: the answer ended, or closed what it should not know of.
    fn ended_early(&mut self) -> Verdict {
        let mut still = Still::default();
        loop {
            self.tracer.attend();
            if let Some(offence) = self.tracer.offence() {
                return verdict::offends(offence, self.leader());
            }
            if let Some(status) = self.tracer.status() {
                let complaint = fs::read(self.room.path("err")).unwrap_or_default();
                return verdict::ended(status, &String::from_utf8_lossy(&complaint));
            }
            if self.stays(&mut still, &self.processes()) {
                return verdict::shuts_the_line();
            }
            if abandoned_within(&self.wake, SOON) {
                return verdict::given_up();
            }
        }
    }

    /// The answer has returned: it must have left nothing. One that has no children is ended first: then whoever is left
    /// has become a child of this process, and mostly it has none.
    fn left(&mut self, childless: bool) -> Option<Verdict> {
        let leader = self.leader();
        if childless && cfg!(target_os = "linux") {
            let _ = kill(self.answer, Signal::SIGKILL);
            while self.tracer.status().is_none() && self.tracer.attend() {
                self.wake.within([], SOON);
            }
        }
        let mut still = Still::default();
        let mut gone = false;
        loop {
            if !self.tracer.attend() {
                return self.litter();
            }
            if let Some(offence) = self.tracer.offence() {
                return Some(verdict::offends(offence, leader));
            }
            let processes = self.processes();
            let left: Vec<&Process> = processes.iter().filter(|process| process.pid != leader).collect();
            if left.is_empty() && gone {
                return self.litter();
            }
            // One that lost its parent during this look may have been missed: nobody must be seen twice.
            gone = left.is_empty();
            if !gone && self.stays(&mut still, &processes) {
                return Some(verdict::remains(&left, leader, &processes));
            }
            if !gone && abandoned_within(&self.wake, SOON) {
                return Some(verdict::given_up());
            }
        }
    }

    /// What should end soon does not.
    fn stays(&self, still: &mut Still, processes: &[Process]) -> bool {
        still.look(self.leader(), processes);
        still.quiet() > SETTLED || still.is_endless() || still::computes(processes).is_some()
    }

    fn litter(&self) -> Option<Verdict> {
        let inside = fs::read_dir(self.room.inside()).into_iter().flatten().flatten();
        let mut inside = inside.map(|entry| entry.file_name().into());
        let left = inside.next().or_else(|| self.tracer.litter(&self.room.path("")).into_iter().next())?;
        Some(verdict::litter(&left.to_string_lossy()))
    }

    /// Ends everything: whoever loses its parent becomes a child of this process, so nobody is left when it has none.
    pub(crate) fn end(&mut self) {
        self.tracer.end();
        while self.tracer.attend() {
            if self.tracer.status().is_none() {
                let _ = killpg(self.answer, Signal::SIGKILL);
            }
            for process in descendants() {
                let _ = kill(Pid::from_raw(process.pid), Signal::SIGKILL);
            }
            self.wake.within([], Duration::from_millis(1));
        }
    }
}
