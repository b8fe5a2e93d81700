//! Whether anything of a case is left.

use std::fs::{self, DirEntry};
use std::process::{Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub const ABANDONED: &str = "버려진 검사";

const MARK: &str = "ASKER_IS_KILLED";

/// Whoever asked is killed while the case runs: [`Left::nothing_more`] sees whether the guard ends it.
pub fn ask_and_leave() {
    let holds = |process: &DirEntry, file: &str, text: &str| {
        let read = fs::read(process.path().join(file)).unwrap_or_default();
        String::from_utf8_lossy(&read).contains(text)
    };
    let runs = |process: DirEntry| {
        holds(&process, "cmdline", &format!("\0{ABANDONED}\0")) && holds(&process, "environ", MARK)
    };
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["is_abandoned", "--exact"]).env(MARK, "1").stdout(Stdio::null());
    let mut asker = command.spawn().unwrap();
    while !fs::read_dir("/proc").unwrap().flatten().any(runs) {
        assert!(asker.try_wait().unwrap().is_none(), "the case is over before it began");
        sleep(Duration::from_millis(5));
    }
    asker.kill().unwrap();
    asker.wait().unwrap();
}

/// What there was before.
pub struct Left {
    processes: usize,
    folders: Vec<String>,
}

impl Left {
    pub fn now() -> Left {
        Left { processes: processes(), folders: folders() }
    }

    /// Nothing of any case is alive, and no folder of one is left.
    pub fn nothing_more(&self) {
        // Only what does not end is waited for so long.
        let until = Instant::now() + Duration::from_secs(30);
        while processes() > self.processes && Instant::now() < until {
            sleep(Duration::from_millis(5));
        }
        let Left { processes, mut folders } = Left::now();
        folders.retain(|name| !self.folders.contains(name));
        assert!(folders.is_empty(), "{folders:?} are left");
        assert!(
            processes <= self.processes,
            "{processes} processes of this binary, {} before",
            self.processes
        );
    }
}

/// Runs this binary once more with a temporary folder of its own, where nobody else's cases are; `None` if this is that run.
pub fn apart() -> Option<ExitCode> {
    const APART: &str = "GUARDING_IS_APART";
    if std::env::var_os(APART).is_some() {
        return None;
    }
    let folder = std::env::temp_dir().join(format!("guarding-{}", std::process::id()));
    fs::create_dir(&folder).unwrap();
    let mut again = Command::new(std::env::current_exe().unwrap());
    let status = again.args(std::env::args_os().skip(1)).env("TMPDIR", &folder).env(APART, "1").status();
    let _ = fs::remove_dir_all(&folder);
    Some(if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Folders of cases.
fn folders() -> Vec<String> {
    let names = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    names.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// How many processes run this binary.
fn processes() -> usize {
    let binary = std::env::current_exe().unwrap();
    let runs_it = |entry: &DirEntry| fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == binary);
    fs::read_dir("/proc").unwrap().flatten().filter(runs_it).count()
}
