//! What `cargo course` adds to cargo's own time, and what it costs while it waits.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use catalog::Topic;
use serde_json::{Value, json};

use crate::builds::row;
use crate::machine;
use crate::watched::Watched;
use crate::yard::Yard;

/// The two ways take turns, so that both see the machine as it is at the time.
const TURNS: usize = 5;
const SAVES: usize = 4;
const LISTS: usize = 20;
const IDLE: Duration = Duration::from_secs(20);

const TARGET: &str = "guided";

pub fn measure(topic: &Topic) -> Value {
    let (package, step) = (format!("lesson-{}", topic.name), topic.steps[0].name.as_str());
    let machine = machine::describe();
    let yard = Yard::new(topic);
    let build = ["build", "--offline", "-p", "course"];

    let alone = built(&yard, &package);
    yard.cargo("repository", TARGET, &build);
    let after_the_guide = built(&yard, &package);
    let program = yard.folder.join(TARGET).join("debug/course");

    let (mut cargos, mut guides, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ticks, mut memory) = (0, 0.0);
    let mut saved = 0;
    let mut save = || {
        saved += 1;
        yard.save(step, saved);
        Instant::now()
    };
    for turn in 0..TURNS {
        for _ in 0..SAVES {
            save();
            let test = ["test", "--offline", "-p", &package, "--", step];
            cargos.push(yard.cargo("repository", TARGET, &test));
        }
        let mut watched = watch(&yard, &program);
        // Whatever it turns to first, it is on the step once that is saved.
        watched.until("저장하면 다시 확인합니다.");
        save();
        watched.until("풀었습니다.");
        for _ in 0..SAVES {
            watched.settle();
            let start = save();
            answers.push((watched.until("확인합니다: ") - start).as_secs_f64());
            guides.push((watched.until("풀었습니다.") - start).as_secs_f64());
        }
        watched.settle();
        if turn == 0 {
            let before = watched.ticks();
            thread::sleep(IDLE);
            ticks = watched.ticks() - before;
        }
        memory = watched.memory().max(memory);
        watched.quit();
    }
    // The first one judges what is not remembered yet.
    list(&yard, &program);
    let lists: Vec<f64> = (0..LISTS).map(|_| list(&yard, &program)).collect();

    yard.forget(TARGET);
    yard.cargo("repository", TARGET, &build);
    let behind_the_guide = built(&yard, &package);
    json!({
        "machine": machine,
        "rows": [
            row(&format!("`{step}.rs`를 저장하고 `cargo test -p {package} -- {step}`의 판정까지"), &cargos),
            row(&format!("`{step}.rs`를 저장하고 `cargo course` 화면의 판정까지"), &guides),
            row(&format!("`{step}.rs`를 저장하고 `cargo course`가 알아챘다고 알릴 때까지"), &answers),
            row("`cargo course list`, cargo가 뜨는 시간은 빼고", &lists),
        ],
        "idle_seconds": IDLE.as_secs(),
        "idle_ticks": ticks,
        "memory": memory,
        "built": { "alone": alone, "after_the_guide": after_the_guide, "behind_the_guide": behind_the_guide },
    })
}

fn watch(yard: &Yard, program: &Path) -> Watched {
    let target = yard.vars(TARGET);
    let mut vars: Vec<(&str, &Path)> = target.iter().map(|(name, value)| (*name, value.as_path())).collect();
    vars.push(("CARGO_NET_OFFLINE", Path::new("true")));
    Watched::start(program, &yard.folder.join("repository"), &vars)
}

/// How many crates cargo had to compile for the lesson.
fn built(yard: &Yard, package: &str) -> usize {
    let lesson = ["test", "--offline", "--no-run", "--message-format=json", "-p", package];
    let (_, messages) = yard.ask_cargo("repository", TARGET, &lesson);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.filter(|message| message["reason"] == "compiler-artifact" && message["fresh"] == false).count()
}

fn list(yard: &Yard, program: &PathBuf) -> f64 {
    let mut command = Command::new(program);
    command.arg("list").current_dir(yard.folder.join("repository")).envs(yard.vars(TARGET));
    let start = Instant::now();
    let output = command.stdin(Stdio::null()).output().expect("the guide can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed().as_secs_f64()
}
