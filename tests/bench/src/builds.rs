//! How long a learner waits: a learner's commands in a copy of the repository whose lesson is solved.

use std::path::PathBuf;

use catalog::step_names;
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
    for step in step_names("mutex") {
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
