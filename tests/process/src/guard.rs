//! The process that guards one case: ends what is stuck, and sees to it that nothing is left.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, exit};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, kill_process, kill_process_group, wait};

use crate::scene::{Process, descendants};
use crate::still::Still;
use crate::{story, wire};

/// For what moves and gets nowhere.
const LONGEST: Duration = Duration::from_millis(7500);

/// More than this was never meant to be read.
const FLOOD: u64 = 64 << 20;

const TICK: Duration = Duration::from_millis(20);

/// How long what is left may not move before it counts as left for good.
const SETTLED: Duration = Duration::from_millis(200);

static ABANDONED: AtomicBool = AtomicBool::new(false);

/// What is told to the one who asked.
struct Verdict {
    says: String,
    tries: String,
    place: Vec<String>,
}

fn broken(says: impl Into<String>, tries: &str) -> Verdict {
    Verdict { says: says.into(), tries: tries.into(), place: Vec::new() }
}

pub(crate) fn run(key: &str) -> ! {
    adopt();
    thread::spawn(|| {
        // Whoever asked holds the other end for as long as the answer is wanted.
        let _ = io::stdin().read(&mut [0]);
        ABANDONED.store(true, Ordering::SeqCst);
    });
    let record = match Case::start(key) {
        Ok(mut case) => case.record(),
        Err(error) => {
            let says = format!("검사할 프로세스를 시작하지 못했습니다: {error}");
            vec!["broken".into(), says, "다른 프로그램을 닫은 뒤 같은 명령을 한 번 더 실행합니다.".into()]
        }
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

struct Case {
    folder: PathBuf,
    answer: Pid,
    line: UnixStream,
    streams: [File; 2],
    heard: Vec<u8>,
    started: Instant,
    status: Option<ExitStatus>,
}

impl Case {
    fn start(key: &str) -> io::Result<Case> {
        let folder = std::env::temp_dir().join(format!("case-{}", std::process::id()));
        let room = folder.join("room");
        fs::create_dir_all(&room)?;
        let (line, theirs) = UnixStream::pair()?;
        line.set_read_timeout(Some(TICK))?;
        let streams = [stream(&folder.join("out"))?, stream(&folder.join("err"))?];
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(format!("answer:{key}")).current_dir(&room).env("TMPDIR", &room).process_group(0);
        command.stdin(OwnedFd::from(theirs)).stdout(streams[0].try_clone()?).stderr(streams[1].try_clone()?);
        let answer = command.spawn()?;
        let answer = Pid::from_raw(answer.id() as i32).expect("a child has a number");
        Ok(Case { folder, answer, line, streams, heard: Vec::new(), started: Instant::now(), status: None })
    }

    fn record(&mut self) -> Vec<String> {
        let verdict = self.verdict();
        self.end();
        let left = fs::remove_dir_all(&self.folder);
        match verdict {
            None if left.is_err() => {
                vec!["broken".into(), "검사용 폴더를 지우지 못했습니다.".into(), String::new()]
            }
            None => vec!["kept".into(), String::new(), String::new()],
            Some(verdict) => {
                let record = ["broken".to_string(), verdict.says, verdict.tries];
                record.into_iter().chain(verdict.place).collect()
            }
        }
    }

    fn verdict(&mut self) -> Option<Verdict> {
        let record = match self.listen() {
            Ok(record) => record,
            Err(verdict) => return Some(verdict),
        };
        match &record[..] {
            [outcome] if outcome == "returned" => self.left(),
            [_, message, place @ ..] => Some(Verdict {
                says: self.readable(message),
                tries:
                    "파이썬의 같은 호출이라면 어떻게 되는지 떠올리며, 이 경우에 지나는 줄을 따라가 봅니다."
                        .into(),
                place: place.to_vec(),
            }),
            _ => Some(broken("패닉이 났습니다.", "패닉이 난 줄을 찾습니다.")),
        }
    }

    /// The small programs go by their names, and folders are nobody's business.
    fn readable(&self, message: &str) -> String {
        let binary = std::env::current_exe().unwrap_or_default();
        let folder = self.folder.to_string_lossy();
        let message = message.replace(&format!("{binary:?}, \"program:"), "\"");
        message.replace(&*binary.to_string_lossy(), "작은 프로그램").replace(&*folder, "")
    }

    /// Waits for what the answer says, or finds out why it says nothing.
    fn listen(&mut self) -> Result<Vec<String>, Verdict> {
        let mut still = Still::default();
        loop {
            let mut bytes = [0; 4096];
            match self.line.read(&mut bytes) {
                Ok(0) => return Err(self.ended_early()),
                Ok(count) => {
                    self.heard.extend(&bytes[..count]);
                    if let Some(record) = wire::parse(&self.heard) {
                        return Ok(record);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {
                    return Err(self.ended_early());
                }
                Err(_) => {}
            }
            if ABANDONED.load(Ordering::SeqCst) {
                return Err(broken("", ""));
            }
            let waited = self.started.elapsed();
            if waited < 10 * TICK {
                continue;
            }
            self.reap();
            let length = |file: &File| file.metadata().map_or(0, |metadata| metadata.len());
            if self.streams.iter().any(|file| length(file) > FLOOD) {
                return Err(broken(
                    "출력이 끝나지 않습니다.",
                    "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.",
                ));
            }
            let processes = descendants();
            let quiet = !processes.is_empty() && still.look(self.answer.as_raw_nonzero().get(), &processes);
            if quiet || waited > LONGEST {
                return Err(self.stuck(&processes, quiet));
            }
        }
    }

    fn stuck(&self, processes: &[Process], quiet: bool) -> Verdict {
        let leader = self.answer.as_raw_nonzero().get();
        let busy = processes.iter().any(|process| process.pid == leader && process.is_busy());
        if !quiet && busy {
            return broken(
                "오래 걸리는 반복에서 나오지 못합니다. 풀이가 쉬지 않고 계산만 되풀이합니다.",
                "반복이 끝나는 조건을 봅니다. 한 바이트씩 읽고 쓰면 아주 오래 걸립니다.",
            );
        }
        let (who, tries) = story::stuck(leader, processes);
        let first = if quiet { "아무도 나아가지 못합니다." } else { "끝나지 않습니다." };
        broken(format!("{first}\n{who}").trim_end(), &tries)
    }

    /// The line is closed: the answer ended, or closed what it should not know of.
    fn ended_early(&mut self) -> Verdict {
        let until = Instant::now() + Duration::from_secs(1);
        while self.status.is_none() && Instant::now() < until {
            self.reap();
            thread::sleep(Duration::from_millis(1));
        }
        let complaint = fs::read(self.folder.join("err")).unwrap_or_default();
        let complaint = String::from_utf8_lossy(&complaint);
        let Some(status) = self.status else {
            return broken(
                "풀이가 검사와 이어진 파이프를 닫았습니다.",
                "제가 열지 않은 파이프는 닫지 않습니다.",
            );
        };
        if complaint.contains("has overflowed its stack")
            || [Some(libc::SIGSEGV), Some(libc::SIGBUS)].contains(&status.signal())
        {
            broken(
                "함수가 자신을 끝없이 불러 스택이 넘쳤습니다.",
                "자신을 다시 부르는 함수를 찾고, 더 부르지 않고 돌아오는 경우가 있는지 봅니다.",
            )
        } else if complaint.contains("memory allocation of ") {
            broken(
                "메모리를 끝없이 더 씁니다.",
                "Vec이나 String에 끝없이 더하는 반복이 있는지, 반복이 끝나는 조건이 맞는지 봅니다.",
            )
        } else if let Some(signal) = status.signal() {
            broken(
                format!("풀이를 돌리던 프로세스가 신호 {signal}번으로 끝났습니다."),
                "신호를 보내는 줄이 자식 프로세스만 가리키는지, 프로세스 번호와 그룹 번호가 맞는지 봅니다.",
            )
        } else {
            broken(
                format!(
                    "검사가 끝나기 전에 프로그램이 종료 코드 {}번으로 끝났습니다.",
                    status.code().unwrap_or(0)
                ),
                "process::exit를 지우고, 함수가 값을 돌려주며 끝나게 합니다.",
            )
        }
    }

    /// The answer has returned: it must have left nothing.
    fn left(&mut self) -> Option<Verdict> {
        let leader = self.answer.as_raw_nonzero().get();
        let mut before = Vec::new();
        let mut since = Instant::now();
        loop {
            self.reap();
            let processes = descendants();
            let left: Vec<&Process> = processes.iter().filter(|process| process.pid != leader).collect();
            if left.is_empty() {
                return self.litter();
            }
            let traces: Vec<_> = left.iter().flat_map(|process| process.trace()).collect();
            if traces != before || left.iter().any(|process| process.is_busy() || process.is_ending()) {
                (before, since) = (traces, Instant::now());
            }
            if since.elapsed() > SETTLED
                || ABANDONED.load(Ordering::SeqCst)
                || self.started.elapsed() > LONGEST
            {
                return Some(remains(&left, leader, &processes));
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn litter(&self) -> Option<Verdict> {
        let entries = fs::read_dir(self.folder.join("room")).ok()?;
        let name = entries.flatten().next()?.file_name();
        let says = format!("임시 파일을 남겼습니다: {}", name.to_string_lossy());
        Some(broken(says, "파일을 거치지 않고 파이프로 주고받거나, 끝날 때 지웁니다."))
    }

    /// Takes note of who has ended.
    fn reap(&mut self) {
        while let Ok(Some((pid, status))) = wait(WaitOptions::NOHANG) {
            if pid == self.answer {
                self.status = Some(ExitStatus::from_raw(status.as_raw()));
            }
        }
    }

    /// Ends everything, until there is nothing left to end.
    fn end(&mut self) {
        let until = Instant::now() + Duration::from_secs(1);
        loop {
            self.reap();
            let processes = descendants();
            if self.status.is_some() && processes.is_empty() || Instant::now() > until {
                return;
            }
            if self.status.is_none() {
                let _ = kill_process_group(self.answer, Signal::KILL);
            }
            for pid in processes.iter().filter_map(Process::pid) {
                let _ = kill_process(pid, Signal::KILL);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
}

fn remains(left: &[&Process], leader: i32, processes: &[Process]) -> Verdict {
    let mut lines: Vec<String> = left
        .iter()
        .map(|process| {
            let label = story::label(process, leader, processes);
            let state = if process.is_zombie() {
                "끝났지만 거두지 않아 좀비로 남았습니다"
            } else {
                "아직 돌고 있습니다"
            };
            format!("{label}: {state}.")
        })
        .collect();
    lines.dedup();
    let tries = if left.iter().all(|process| process.is_zombie()) {
        "끝난 자식은 wait로 거둡니다. Child를 버리는(drop) 것으로는 거두어지지 않습니다."
    } else {
        "자식이 만든 프로세스까지 끝내려면, 따로 만든 프로세스 그룹 전체에 신호를 보냅니다."
    };
    broken(format!("돌아온 뒤에도 프로세스가 남아 있습니다.\n{}", lines.join("\n")), tries)
}

/// A file that is written at its end, by whoever inherits it.
fn stream(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).append(true).create_new(true).open(path)
}
