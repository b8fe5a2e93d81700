//! Every answer judged by the engine, each time in a process of its own.

use std::collections::BTreeSet;
use std::path::PathBuf;

use catalog::Topic;
use serde_json::{Value, json};

use crate::machine;
use crate::tools::{Answer, answers, ask, build, median};

const RUNS: usize = 100;

pub fn measure(topic: &Topic) -> Value {
    let program = build("orders", topic);
    let machine = machine::describe();
    let rows: Vec<Value> = answers(topic).iter().map(|answer| row(&program, answer)).collect();
    json!({ "machine": machine, "runs": RUNS, "rows": rows })
}

fn row(program: &PathBuf, answer: &Answer) -> Value {
    let half = || (0..RUNS / 2).flat_map(|_| ask(program, &[&answer.id()])).collect::<Vec<_>>();
    let lines = std::thread::scope(|scope| {
        let other = scope.spawn(half);
        [half(), other.join().expect("it ends")].concat()
    });
    assert_eq!(lines.len(), RUNS, "{} prints a line a run", answer.id());
    let found = lines.iter().filter(|line| line[1] != "Solved").count();
    let marks: BTreeSet<&[String]> = lines.iter().map(|line| &line[5..]).collect();
    let millis = |field: usize| -> Vec<f64> {
        lines.iter().map(|line| line[field].parse::<f64>().unwrap_or(0.0) / 1000.0).collect()
    };
    let (computed, wall) = (millis(3), millis(4));
    let first = &lines[0];
    println!("{} {found}", answer.id());
    json!({
        "step": answer.step,
        "answer": answer.name,
        "wrong": answer.wrong,
        "found": found,
        "different_reports": marks.len(),
        "promise": first[0].parse::<usize>().ok(),
        "kind": first[1],
        "orders": first[2].parse::<u64>().ok(),
        "median_ms": median(computed.clone()),
        "max_ms": computed.iter().copied().fold(0.0, f64::max),
        "median_wall_ms": median(wall),
    })
}
