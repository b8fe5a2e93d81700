//! The binaries that run one answer, and what there is to run.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use catalog::Topic;

/// An answer, as `threads` lists it.
pub struct Answer {
    pub step: String,
    pub name: String,
    pub wrong: bool,
}

impl Answer {
    pub fn id(&self) -> String {
        format!("{}/{}", self.step, self.name)
    }
}

/// Builds the binary with the answers of the topic, in the dev profile, whatever profile this program is in.
pub fn build(name: &str, topic: &Topic) -> PathBuf {
    let here = std::env::current_exe().expect("a program knows where it lies");
    let target = here.ancestors().nth(2).expect("it lies in a profile's folder").to_path_buf();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(catalog::root()).env("CARGO_TARGET_DIR", &target).env("BENCH_TOPIC", &topic.name);
    let built = cargo.args(["build", "--quiet", "-p", "bench", "--bin", name]).status();
    assert!(built.is_ok_and(|status| status.success()), "{name} cannot be built");
    target.join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// What the program prints, as rows of fields.
pub fn ask(program: &PathBuf, arguments: &[&str]) -> Vec<Vec<String>> {
    let mut command = Command::new(program);
    let output = command.args(arguments).stderr(Stdio::null()).output().expect("the program can be started");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

pub fn answers(topic: &Topic) -> Vec<Answer> {
    let row = |row: Vec<String>| {
        let [step, name, wrong] = row.try_into().expect("a row has three fields");
        Answer { step, name, wrong: wrong == "true" }
    };
    ask(&build("threads", topic), &[]).into_iter().map(row).collect()
}

/// The one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
