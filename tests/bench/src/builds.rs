//! How long a learner waits: a learner's commands in a copy of the repository whose lesson is solved.

use std::path::PathBuf;

use catalog::Topic;
use serde_json::{Value, json};

use crate::machine;
use crate::tools::{ask, build, median};
use crate::yard::Yard;

const WARM: usize = 10;
const COLD: usize = 2;

pub fn row(what: &str, seconds: &[f64]) -> Value {
    println!("{what}: {seconds:.2?}");
    let max = seconds.iter().copied().fold(0.0, f64::max);
    json!({ "what": what, "times": seconds.len(), "median": median(seconds.to_vec()), "max": max })
}

fn fastest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

pub fn measure(topic: &Topic) -> Value {
    let package = format!("lesson-{}", topic.name);
    let judge = build("orders", topic);
    let machine = machine::describe();
    let yard = Yard::new(topic);
    let (mut ours, mut rivals) = (Vec::new(), Vec::new());
    for _ in 0..COLD {
        yard.forget("cold");
        ours.push(yard.cargo("repository", "cold", &["test", "--offline", "-p", &package]));
        yard.forget("rivals");
        rivals.push(yard.cargo("rival", "rivals", &["build", "--offline"]));
    }
    let mut rows = vec![
        row(&format!("빈 target에서 `cargo test -p {package}`, 풀이가 들어 있을 때"), &ours),
        row("빈 target에서 shuttle 0.9.9 하나에 기대는 빈 패키지를 `cargo build`", &rivals),
    ];
    let test = ["test", "--offline", "-p", &package];
    for step in topic.steps.iter().map(|step| step.name.as_str()) {
        let saved = |round| {
            yard.save(step, round);
            yard.cargo("repository", "cold", &[&test[..], &["--", step]].concat())
        };
        rows.push(row(
            &format!("`{step}.rs`를 저장하고 그 단계의 판정까지"),
            &(0..WARM).map(saved).collect::<Vec<_>>(),
        ));
        let explored = |_| explored(&judge, step);
        rows.push(row(
            &format!("그 가운데 `{step}`의 순서를 살피는 데"),
            &(0..WARM).map(explored).collect::<Vec<_>>(),
        ));
    }
    let first = topic.steps[0].name.clone();
    let whole = |round| {
        yard.save(&first, WARM + round);
        yard.cargo("repository", "cold", &test)
    };
    rows.push(row(
        &format!("`{first}.rs`를 저장하고 모든 단계의 판정까지"),
        &(0..WARM).map(whole).collect::<Vec<_>>(),
    ));
    json!({ "machine": machine, "rows": rows, "cold_ratio": fastest(&ours) / fastest(&rivals) })
}

fn explored(judge: &PathBuf, step: &str) -> f64 {
    let lines = ask(judge, &[&format!("{step}/solution")]);
    lines[0][3].parse::<f64>().unwrap_or_default() / 1e6
}
