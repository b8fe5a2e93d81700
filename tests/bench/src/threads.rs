//! Every answer run on ordinary threads.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use catalog::Topic;
use serde_json::{Value, json};

use crate::machine;
use crate::results;
use crate::tools::{Answer, answers, ask, build};

const RUNS: usize = 1000;

/// Made one after the other, to see how the answer spends its time.
const FIRST: usize = 10;

#[derive(Default)]
struct Tally {
    runs: usize,
    broken: usize,
    hung: usize,
    unasked: Vec<usize>,
}

impl Tally {
    fn add(mut self, other: Tally) -> Tally {
        self.runs += other.runs;
        self.broken += other.broken;
        self.hung += other.hung;
        self.unasked.extend(other.unasked);
        self
    }
}

/// Measures the steps of these names, all if there are none; what was measured of the others before is kept.
pub fn measure(topic: &Topic, steps: &[String]) -> Value {
    let program = build("threads", topic);
    let machine = machine::describe();
    let second = plain::SECOND.as_millis() as u64;
    let before = results::kept(&topic.name, "threads");
    let told =
        |rows: &[Value]| json!({ "machine": machine, "runs": RUNS, "second_ms": second, "rows": rows });
    let answers = answers(topic);
    let mut rows: Vec<Value> = before["rows"].as_array().cloned().unwrap_or_default();
    let wanted = |step: &str| steps.is_empty() || steps.iter().any(|name| name == step);
    for step in answers.chunk_by(|one, next| one.step == next.step).filter(|step| wanted(&step[0].step)) {
        let measured: Vec<Value> = step.iter().map(|answer| row(&program, answer)).collect();
        rows.retain(|row| row["step"] != *step[0].step);
        rows.extend(measured);
        // Answers that hang take minutes: whoever stops here keeps the steps that are through.
        results::keep(&topic.name, "threads", told(&rows));
    }
    told(&rows)
}

fn row(program: &PathBuf, answer: &Answer) -> Value {
    let (start, computed) = (Instant::now(), machine::children());
    let first = run(program, &answer.id(), FIRST);
    let lanes = lanes(&first, start.elapsed(), machine::children().saturating_sub(computed));
    let rest = RUNS - FIRST;
    let tally = std::thread::scope(|scope| {
        let share = |lane: usize| rest * (lane + 1) / lanes - rest * lane / lanes;
        let workers: Vec<_> =
            (0..lanes).map(|lane| scope.spawn(move || run(program, &answer.id(), share(lane)))).collect();
        workers.into_iter().map(|worker| worker.join().expect("a lane ends")).fold(first, Tally::add)
    });
    let mut unasked = tally.unasked;
    unasked.sort_unstable();
    unasked.dedup();
    println!("{} {} {}", answer.id(), tally.broken, tally.hung);
    json!({
        "step": answer.step,
        "answer": answer.name,
        "wrong": answer.wrong,
        "caught": tally.broken + tally.hung,
        "hung": tally.hung,
        "processes": lanes,
        "unasked": unasked,
    })
}

/// How many processes make the runs: runs that hardly compute do not disturb each other.
fn lanes(first: &Tally, took: Duration, computed: Duration) -> usize {
    match () {
        () if first.hung * 2 > first.runs => 100,
        () if took < plain::SECOND * FIRST as u32 => 1,
        () if computed * 5 > took => 2,
        () => 30,
    }
}

fn run(program: &PathBuf, id: &str, runs: usize) -> Tally {
    let mut tally = Tally::default();
    while tally.runs < runs {
        let before = tally.runs;
        for line in ask(program, &[id, &(runs - before).to_string()]) {
            match line[0].as_str() {
                "unasked" => tally.unasked.extend(line[1].parse::<usize>()),
                how => {
                    tally.runs += 1;
                    tally.broken += usize::from(how == "broken");
                    tally.hung += usize::from(how == "hangs");
                }
            }
        }
        tally.unasked.dedup();
        // A process that dies without a word was taken down by the answer.
        if tally.runs == before {
            tally.runs += 1;
            tally.broken += 1;
        }
    }
    tally
}
