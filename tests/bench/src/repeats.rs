//! Whether a learner reads the same, whatever the machine is doing.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::thread;

use catalog::Topic;
use serde_json::{Value, json};

use crate::lesson::{spec, while_busy};
use crate::machine;

const RUNS: usize = 100;

pub fn measure(topic: &Topic) -> Value {
    let spec = spec(&format!("lesson-{}", topic.name));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let machine = machine::describe();
    let first = report(&spec, &[]);
    assert!(first.contains(&topic.steps[0].file()), "the untouched lesson tells no story:\n{first}");
    let runs = |vars: &[(&str, &str)]| (0..RUNS).map(|_| report(&spec, vars)).collect::<Vec<_>>();
    let ways: [(&str, Vec<String>); 4] = [
        ("그대로", runs(&[])),
        ("코어 하나에서", on_one_core(|| runs(&[]))),
        ("모든 코어가 바쁠 때", while_busy(2 * cores, || runs(&[]))),
        ("`LANG=C`로", runs(&[("LANG", "C"), ("LC_ALL", "C")])),
    ];
    let rows: Vec<Value> = ways
        .into_iter()
        .map(|(how, reports)| {
            let different: BTreeSet<&String> = reports.iter().filter(|&report| *report != first).collect();
            println!("{how}: {} different from the first", different.len());
            json!({ "how": how, "times": reports.len(), "different": different.len() })
        })
        .collect();
    json!({ "machine": machine, "rows": rows })
}

/// What the learner reads, without how long it took.
fn report(spec: &Path, vars: &[(&str, &str)]) -> String {
    let mut command = Command::new(spec);
    let output = command.envs(vars.iter().copied()).output().expect("the tests can be started");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().map(|line| line.split("; finished in").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// A child has the cores of the thread that starts it.
#[cfg(target_os = "linux")]
fn on_one_core<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

    let pinned = || {
        let mine = sched_getaffinity(None).expect("the system tells the cores of a thread");
        let one = (0..CpuSet::MAX_CPU).find(|&core| mine.is_set(core)).expect("it has one at least");
        let mut only = CpuSet::new();
        only.set(one);
        sched_setaffinity(None, &only).expect("a thread may give up cores");
        f()
    };
    thread::scope(|scope| scope.spawn(pinned).join().expect("the runs end"))
}

#[cfg(not(target_os = "linux"))]
fn on_one_core<T>(f: impl FnOnce() -> T) -> T {
    f()
}
