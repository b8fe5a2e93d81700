//! Copies of the repository that a test may do anything to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, TryLockError};

use catalog::{Course, files, folders, root};

/// Two copies, so that one test's compiler runs while another's waits.
static FREE: [Mutex<()>; 2] = [const { Mutex::new(()) }; 2];

/// One of the copies, for as long as a test has it.
pub struct Copy {
    folder: PathBuf,
    target: PathBuf,
    _taken: MutexGuard<'static, ()>,
}

/// What a command printed.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Copy {
    /// The repository as it is, in a folder whose name has a space and Hangul in it. What cargo built there before is
    /// kept, and files that did not change are not touched, so that only the first run is slow.
    pub fn fresh() -> Copy {
        let (number, taken) = take();
        let shelf = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = shelf.join(format!("한글 길 {number}"));
        let wanted = files(&root());
        fs::create_dir_all(&folder).expect("the folder can be made");
        for path in files(&folder).iter().filter(|path| !wanted.contains(path)) {
            fs::remove_file(folder.join(path)).expect("a left-over file can be removed");
        }
        remove_empty_folders(&folder);
        let target = shelf.join(format!("target of 한글 길 {number}"));
        let copy = Copy { folder, target, _taken: taken };
        for path in &wanted {
            // An editor's or a snapshot's temporary file may have come and gone since it was listed.
            if let Ok(content) = fs::read(root().join(path)) {
                copy.write(path, &content);
            }
        }
        copy
    }

    pub fn write(&self, path: impl AsRef<Path>, content: &[u8]) {
        let path = self.folder.join(path);
        if fs::read(&path).is_ok_and(|there| there == content) {
            return;
        }
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the copy can be written");
    }

    pub fn read(&self, path: impl AsRef<Path>) -> String {
        fs::read_to_string(self.folder.join(path)).expect("the file can be read")
    }

    pub fn remove(&self, path: impl AsRef<Path>) {
        fs::remove_file(self.folder.join(path)).expect("the file can be removed");
    }

    pub fn replace(&self, path: impl AsRef<Path>, from: &str, to: &str) {
        let text = self.read(&path);
        assert!(text.contains(from), "{} lacks `{from}`", path.as_ref().display());
        self.write(path, text.replace(from, to).as_bytes());
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts the solutions of the first `count` steps in place.
    pub fn solve(&self, topic: &str, count: usize) {
        let course = Course::at_root(self.folder.clone());
        let steps = course.topic(topic).into_iter().flat_map(|topic| &topic.steps);
        for step in steps.take(count) {
            self.write(step.file(), self.read(step.solution()).as_bytes());
        }
    }

    /// Every file with its content, to see later whether anything was written.
    pub fn contents(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let read = |path: PathBuf| fs::read(self.folder.join(&path)).map(|bytes| (path, bytes));
        files(&self.folder).into_iter().map(|path| read(path).expect("the file can be read")).collect()
    }

    /// Runs cargo in the copy, without the network and with the environment of a learner's shell.
    pub fn cargo(&self, arguments: &[&str], vars: &[(&str, &str)]) -> Said {
        let mut command = Command::new("cargo");
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if ["CARGO_", "RUST", "NEXTEST", "INSTA_"].iter().any(|start| name.starts_with(start))
                && !["CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"].contains(&name.as_str())
            {
                command.env_remove(name);
            }
        }
        command.current_dir(&self.folder).args(arguments);
        command.env("CARGO_TARGET_DIR", &self.target).env("CARGO_NET_OFFLINE", "true");
        command.envs(vars.iter().copied());
        let output = command.output().expect("cargo can be started");
        Said {
            code: output.status.code(),
            out: without_times(&String::from_utf8_lossy(&output.stdout)),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// What a learner does.
    pub fn test(&self, rest: &[&str]) -> Said {
        let arguments: Vec<&str> = ["test", "-p", "lesson-mutex"].iter().chain(rest).copied().collect();
        self.cargo(&arguments, &[])
    }
}

/// Git keeps none either, and cargo looks for a manifest in each below `lessons`.
fn remove_empty_folders(folder: &Path) {
    for inner in folders(folder) {
        remove_empty_folders(&folder.join(&inner));
        // Refused where something is left.
        let _ = fs::remove_dir(folder.join(inner));
    }
}

/// A copy that nobody uses; the other tests are as many as the copies at most, so one is free.
fn take() -> (usize, MutexGuard<'static, ()>) {
    let free = FREE.iter().enumerate().find_map(|(number, free)| match free.try_lock() {
        Ok(taken) => Some((number, taken)),
        Err(TryLockError::Poisoned(failed)) => Some((number, failed.into_inner())),
        Err(TryLockError::WouldBlock) => None,
    });
    free.expect("there are as many copies as tests at a time")
}

/// How many tests may run at a time.
pub const AT_ONCE: usize = FREE.len();

/// The text without how long it took.
fn without_times(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once("; finished in ") {
        Some((kept, _)) => kept,
        None => line,
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
