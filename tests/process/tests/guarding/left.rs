//! Whether anything of a case is left.

use std::fs::{self, DirEntry};
use std::process::{Command, Stdio};
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

/// Folders of cases whose guard is gone.
fn folders() -> Vec<String> {
    let temporary = std::env::temp_dir();
    let names = fs::read_dir(&temporary).unwrap().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let left = |name: &String| {
        let guard = name.strip_prefix("case-").and_then(|name| name.split('-').next()?.parse::<u32>().ok());
        // In this order: a guard removes its folder before it goes.
        guard.is_some_and(|guard| fs::metadata(format!("/proc/{guard}")).is_err())
            && temporary.join(name).exists()
    };
    names.filter(left).collect()
}

/// How many processes run this binary.
fn processes() -> usize {
    let binary = std::env::current_exe().unwrap();
    let runs_it = |entry: &DirEntry| fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == binary);
    fs::read_dir("/proc").unwrap().flatten().filter(runs_it).count()
}
