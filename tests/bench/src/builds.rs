//! How long a learner waits: a learner's commands in a copy of the repository whose lesson is solved.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use grading::{files, root, steps};
use serde_json::{Value, json};

use crate::machine;
use crate::tools::{ask, build, median};

const WARM: usize = 10;
const COLD: usize = 2;

/// The rival: what a lesson would build if it were made on shuttle, and no more.
const RIVAL: &str = "[package]\nname = \"rival\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                     [dependencies]\nshuttle = \"=0.9.9\"\n\n[workspace]\n";

struct Yard {
    folder: PathBuf,
}

impl Drop for Yard {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Yard {
    fn new() -> Yard {
        let yard = Yard { folder: std::env::temp_dir().join(format!("bench-{}", std::process::id())) };
        for path in files(&root()) {
            let content = fs::read(root().join(&path)).expect("every file of the repository can be read");
            yard.write(&Path::new("repository").join(&path), &content);
        }
        for step in steps("mutex") {
            let solved =
                fs::read(root().join(format!("solutions/mutex/src/{step}.rs"))).expect("it is solved");
            yard.write(&yard.lesson(&step), &solved);
        }
        yard.write(Path::new("rival/Cargo.toml"), RIVAL.as_bytes());
        yard.write(Path::new("rival/src/lib.rs"), b"");
        yard.cargo("rival", "none", &["fetch"]);
        yard
    }

    fn lesson(&self, step: &str) -> PathBuf {
        PathBuf::from(format!("repository/lessons/mutex/src/{step}.rs"))
    }

    fn write(&self, path: &Path, content: &[u8]) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the copy can be written");
    }

    /// Saves a step as an editor would, with a change that the compiler has to look at.
    fn save(&self, step: &str, round: usize) {
        let path = self.lesson(step);
        let text = fs::read_to_string(self.folder.join(&path)).expect("the step can be read");
        self.write(&path, format!("{text}\npub const SAVED_{round}: usize = {round};\n").as_bytes());
    }

    /// Seconds that the command takes.
    fn cargo(&self, folder: &str, target: &str, arguments: &[&str]) -> f64 {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(self.folder.join(folder)).args(arguments);
        command.env("CARGO_TARGET_DIR", self.folder.join(target));
        for (name, _) in std::env::vars_os() {
            let shown = name.to_string_lossy();
            if shown.starts_with("CARGO_") && !["CARGO_HOME", "CARGO_TARGET_DIR"].contains(&&*shown) {
                command.env_remove(&name);
            }
        }
        let start = Instant::now();
        let output = command.stdin(Stdio::null()).output().expect("cargo can be started");
        let took = start.elapsed().as_secs_f64();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        took
    }

    fn forget(&self, target: &str) {
        let _ = fs::remove_dir_all(self.folder.join(target));
    }
}

fn row(what: &str, seconds: &[f64]) -> Value {
    println!("{what}: {seconds:.2?}");
    let max = seconds.iter().copied().fold(0.0, f64::max);
    json!({ "what": what, "times": seconds.len(), "median": median(seconds.to_vec()), "max": max })
}

fn fastest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

pub fn measure() -> Value {
    let judge = build("orders");
    let machine = machine::describe();
    let yard = Yard::new();
    let (mut ours, mut rivals) = (Vec::new(), Vec::new());
    for _ in 0..COLD {
        yard.forget("cold");
        ours.push(yard.cargo("repository", "cold", &["test", "--offline", "-p", "lesson-mutex"]));
        yard.forget("rivals");
        rivals.push(yard.cargo("rival", "rivals", &["build", "--offline"]));
    }
    let mut rows = vec![
        row("빈 target에서 `cargo test -p lesson-mutex`, 풀이가 들어 있을 때", &ours),
        row("빈 target에서 shuttle 0.9.9 하나에 기대는 빈 패키지를 `cargo build`", &rivals),
    ];
    let test = ["test", "--offline", "-p", "lesson-mutex"];
    for step in steps("mutex") {
        let saved = |round| {
            yard.save(&step, round);
            yard.cargo("repository", "cold", &[&test[..], &["--", &step]].concat())
        };
        rows.push(row(
            &format!("`{step}.rs`를 저장하고 그 단계의 판정까지"),
            &(0..WARM).map(saved).collect::<Vec<_>>(),
        ));
        let explored = |_| explored(&judge, &step);
        rows.push(row(
            &format!("그 가운데 `{step}`의 순서를 살피는 데"),
            &(0..WARM).map(explored).collect::<Vec<_>>(),
        ));
    }
    let whole = |round| {
        yard.save("counter", WARM + round);
        yard.cargo("repository", "cold", &test)
    };
    rows.push(row(
        "`counter.rs`를 저장하고 여섯 단계 모두의 판정까지",
        &(0..WARM).map(whole).collect::<Vec<_>>(),
    ));
    json!({ "machine": machine, "rows": rows, "cold_ratio": fastest(&ours) / fastest(&rivals) })
}

fn explored(judge: &PathBuf, step: &str) -> f64 {
    let lines = ask(judge, &[&format!("{step}/solution")]);
    lines[0][3].parse::<f64>().unwrap_or_default() / 1e6
}
