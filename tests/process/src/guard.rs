//! The process that guards one case: ends what is stuck, and sees to it that nothing is left.
//!
//! It has one thread: where several end together, the kernel takes its time to forget what they looked up in `/proc`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, exit};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, kill_process_group, wait, waitpid};

use crate::scene::{Process, descendants};
use crate::still::{self, Still, TICK};
use crate::verdict::{self, Verdict};
use crate::{story, wire};

/// More than this was never meant to be read.
const FLOOD: u64 = 64 << 20;

/// How far apart two looks are at what should end soon.
const SOON: Duration = Duration::from_millis(2);

/// So many of those looks must find that what is left does not move.
const SETTLED: u32 = 100;

pub(crate) fn run(key: &str) -> ! {
    adopt();
    let record = match Case::start(key) {
        Ok(mut case) => case.record(),
        Err(error) => verdict::unstarted(&error).record(),
    };
    let record: Vec<&str> = record.iter().map(String::as_str).collect();
    let _ = wire::send(&mut io::stdout(), &record);
    exit(0)
}

#[cfg(target_os = "linux")]
fn adopt() {
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

#[cfg(not(target_os = "linux"))]
fn adopt() {}

/// Removed with everything in it when dropped.
struct Folder(PathBuf);

impl Folder {
    /// The number of a process may come again, and with it the name of a folder that nobody was left to remove.
    fn new() -> io::Result<Folder> {
        let mut count = 0;
        loop {
            let name = format!("case-{}-{count}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Folder(folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => count += 1,
                Err(error) => return Err(error),
            }
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Case {
    folder: Folder,
    answer: Pid,
    line: UnixStream,
    streams: [File; 2],
    heard: Vec<u8>,
    status: Option<ExitStatus>,
}

impl Case {
    fn start(key: &str) -> io::Result<Case> {
        let folder = Folder::new()?;
        let room = folder.path("room");
        fs::create_dir(&room)?;
        let (line, theirs) = UnixStream::pair()?;
        line.set_nonblocking(true)?;
        let streams = [stream(&folder.path("out"))?, stream(&folder.path("err"))?];
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(format!("answer:{key}")).current_dir(&room).env("TMPDIR", &room).process_group(0);
        command.stdin(OwnedFd::from(theirs)).stdout(streams[0].try_clone()?).stderr(streams[1].try_clone()?);
        let answer = Pid::from_child(&command.spawn()?);
        Ok(Case { folder, answer, line, streams, heard: Vec::new(), status: None })
    }

    fn leader(&self) -> i32 {
        self.answer.as_raw_nonzero().get()
    }

    fn record(&mut self) -> Vec<String> {
        let verdict = self.verdict();
        self.end();
        let removed = fs::remove_dir_all(&self.folder.0);
        match verdict {
            Some(verdict) => verdict.record(),
            None if removed.is_err() => verdict::unremoved().record(),
            None => vec!["kept".into(), String::new(), String::new()],
        }
    }

    fn verdict(&mut self) -> Option<Verdict> {
        let record = match self.listen() {
            Ok(record) => record,
            Err(verdict) => return Some(verdict),
        };
        match &record[..] {
            [outcome, ..] if outcome == "returned" => self.left(record.len() > 1),
            [_, message, place @ ..] => Some(verdict::panicked(&self.readable(message), place)),
            _ => Some(verdict::panicked("패닉이 났습니다.", &[])),
        }
    }

    /// The small programs go by their names, and folders are nobody's business.
    fn readable(&self, message: &str) -> String {
        let binary = std::env::current_exe().unwrap_or_default();
        let folder = self.folder.0.to_string_lossy();
        let message = message.replace(&format!("{binary:?}, \"program:"), "\"");
        message.replace(&*binary.to_string_lossy(), "작은 프로그램").replace(&*folder, "")
    }

    /// Waits for what the answer says, or finds out why it says nothing.
    fn listen(&mut self) -> Result<Vec<String>, Verdict> {
        let mut still = Still::default();
        loop {
            let [abandoned, spoken] = wait_for([io::stdin().as_fd(), self.line.as_fd()], TICK);
            if abandoned {
                return Err(verdict::given_up());
            }
            if spoken {
                let mut bytes = [0; 4096];
                match self.line.read(&mut bytes) {
                    Ok(count @ 1..) => self.heard.extend(&bytes[..count]),
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    Ok(0) | Err(_) => return Err(self.ended_early()),
                }
                if let Some(record) = wire::parse(&self.heard) {
                    return Ok(record);
                }
                continue;
            }
            self.reap();
            let processes = descendants();
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
        if let Some(process) = still::computes(processes) {
            return Some(verdict::computes(process.pid == self.leader()));
        }
        let leader = self.leader();
        if still.is_stuck(leader, processes)
            && let Some((who, tries)) = story::stuck(leader, processes)
        {
            // It may have moved while its picture was taken.
            still.look(leader, &descendants());
            let alone = still::is_alone(leader, processes);
            return still.is_stuck(leader, processes).then(|| verdict::stuck(alone, &who, &tries));
        }
        still.is_endless().then(verdict::endless)
    }

    /// The line is closed: the answer ended, or closed what it should not know of.
    fn ended_early(&mut self) -> Verdict {
        let mut still = Still::default();
        loop {
            self.reap();
            if let Some(status) = self.status {
                let complaint = fs::read(self.folder.path("err")).unwrap_or_default();
                return verdict::ended(status, &String::from_utf8_lossy(&complaint));
            }
            if self.stays(&mut still, &descendants()) {
                return verdict::shuts_the_line();
            }
            if abandoned_within(SOON) {
                return verdict::given_up();
            }
        }
    }

    /// The answer has returned: it must have left nothing. One that has no children is ended first: then whoever is left
    /// has become a child of this process, and mostly it has none.
    fn left(&mut self, childless: bool) -> Option<Verdict> {
        let leader = self.leader();
        if childless && cfg!(target_os = "linux") {
            let _ = kill_process(self.answer, Signal::KILL);
            if let Ok(Some((_, status))) = waitpid(Some(self.answer), WaitOptions::empty()) {
                self.status = Some(ExitStatus::from_raw(status.as_raw()));
            }
        }
        let mut still = Still::default();
        let mut gone = false;
        loop {
            if !self.reap() {
                return self.litter();
            }
            let processes = descendants();
            let left: Vec<&Process> = processes.iter().filter(|process| process.pid != leader).collect();
            if left.is_empty() && gone {
                return self.litter();
            }
            // One that lost its parent during this look may have been missed: nobody must be seen twice.
            gone = left.is_empty();
            if !gone && self.stays(&mut still, &processes) {
                return Some(verdict::remains(&left, leader, &processes));
            }
            if !gone && abandoned_within(SOON) {
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
        let name = fs::read_dir(self.folder.path("room")).ok()?.flatten().next()?.file_name();
        Some(verdict::litter(&name.to_string_lossy()))
    }

    /// Takes note of who has ended; false if there is nobody left to end.
    fn reap(&mut self) -> bool {
        loop {
            match wait(WaitOptions::NOHANG) {
                Ok(Some((pid, status))) if pid == self.answer => {
                    self.status = Some(ExitStatus::from_raw(status.as_raw()));
                }
                Ok(Some(_)) => {}
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }

    /// Ends everything: whoever loses its parent becomes a child of this process, so nobody is left when it has none.
    fn end(&mut self) {
        while self.reap() {
            if self.status.is_none() {
                let _ = kill_process_group(self.answer, Signal::KILL);
            }
            for pid in descendants().iter().filter_map(Process::pid) {
                let _ = kill_process(pid, Signal::KILL);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Which of these has something to read, or is closed.
fn wait_for<const N: usize>(files: [BorrowedFd<'_>; N], most: Duration) -> [bool; N] {
    let mut watched = files.map(|file| PollFd::from_borrowed_fd(file, PollFlags::IN));
    let _ = poll(&mut watched, Some(&Timespec { tv_sec: 0, tv_nsec: most.as_nanos() as _ }));
    watched.each_ref().map(|file| !file.revents().is_empty())
}

/// Whoever asked holds the other end of the standard input for as long as the answer is wanted.
fn abandoned_within(most: Duration) -> bool {
    wait_for([io::stdin().as_fd()], most) == [true]
}

/// A file that is written at its end, by whoever inherits it.
fn stream(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).append(true).create_new(true).open(path)
}
