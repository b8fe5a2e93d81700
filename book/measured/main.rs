//! Measures Python against Rust and keeps what came out, with the machine and the date: `cargo bench -p book`.
//!
//! The two take turns, so that whatever else the machine does falls on both. On a busy machine,
//! `chrt -f 10 cargo bench -p book` has the cores to itself for as long as it runs; the result says so.
//! `cargo bench -p book -- channels` measures only how items are handed over between several threads.

mod channels;
#[allow(dead_code, reason = "the other measurements ask it for more")]
#[path = "../../tests/bench/src/machine.rs"]
mod machine;
mod rust;

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use book::measured::{Bar, Group, Measured, folder, sources};
use serde_json::{from_slice, to_string_pretty};

const ROUNDS: usize = 15;

type Times = BTreeMap<String, Vec<f64>>;

/// Whether this process goes before all others.
fn priority() -> &'static str {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let policy = text.rsplit(')').next().and_then(|fields| fields.split_whitespace().nth(38));
    if matches!(policy, Some("1" | "2")) { "실시간" } else { "보통" }
}

fn output(program: &str, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).output()?;
    ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn bar(label: &str, times: &Times, name: &str) -> Result<Bar> {
    let mut times = times.get(name).with_context(|| format!("{name} was not measured"))?.clone();
    times.sort_by(f64::total_cmp);
    Ok(Bar {
        label: label.into(),
        best: times[0],
        median: times[times.len() / 2],
        worst: times[times.len() - 1],
    })
}

/// Where it was measured.
struct Bench {
    machine: BTreeMap<String, String>,
    date: String,
}

impl Bench {
    fn here() -> Result<Self> {
        // Now, for in a while the load will be that of the measurements.
        let machine = machine::describe();
        let told = |key: &str| machine[key].as_str().map_or_else(|| machine[key].to_string(), str::to_string);
        let version = |program: &str| -> Result<String> {
            let said = String::from_utf8(output(program, &["--version"])?)?;
            Ok(said.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        };
        let date = told("date");
        let machine = BTreeMap::from([
            ("cpu".to_string(), told("cpu")),
            ("cores".to_string(), told("cores")),
            ("system".to_string(), told("system")),
            ("load".to_string(), told("load")),
            ("priority".to_string(), priority().into()),
            ("python".to_string(), version("python3")?),
            ("rust".to_string(), version("rustc")?),
        ]);
        Ok(Bench { machine, date })
    }

    fn keep(&self, name: &str, caption: &str, groups: Vec<Group>) -> Result<()> {
        let measured = Measured {
            caption: caption.into(),
            machine: self.machine.clone(),
            date: self.date.clone(),
            rounds: ROUNDS,
            sources: sources(name)?,
            groups,
        };
        let text = to_string_pretty(&serde_json::to_value(&measured)?)? + "\n";
        Ok(std::fs::write(folder().join(name).with_extension("json"), text)?)
    }
}

fn main() -> Result<()> {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let bench = Bench::here()?;
    hand_over(&bench)?;
    if !asked.iter().any(|word| word == "channels") {
        compare(&bench)?;
    }
    Ok(())
}

/// Queues and channels with one and with four producers and consumers.
fn hand_over(bench: &Bench) -> Result<()> {
    let script = folder().join("channels.py");
    let mut times = [(1, Times::new()), (4, Times::new())];
    for round in 1..=ROUNDS {
        eprintln!("{round}/{ROUNDS}");
        for (pairs, times) in &mut times {
            let python = from_slice(&output("python3", &[&script.to_string_lossy(), &pairs.to_string()])?)?;
            times.entry("파이썬 queue".into()).or_default().push(python);
            for (name, took) in channels::measure(*pairs, 1) {
                times.entry(name.into()).or_default().push(took);
            }
        }
    }
    let groups = times.iter().map(|(pairs, times)| -> Result<Group> {
        let names = ["파이썬 queue", "풀이의 Queue", "std 채널", "crossbeam 채널"];
        let bars =
            names.into_iter().map(|name| bar(name, times, name).map(with_pace)).collect::<Result<_>>()?;
        Ok(Group { title: format!("생산자 {pairs}, 소비자 {pairs}"), bars })
    });
    bench.keep(
        "channels",
        "항목 하나를 건네는 데 드는 시간. 짧을수록 빠릅니다.",
        groups.collect::<Result<_>>()?,
    )
}

/// Says in its label how many there are in a second.
fn with_pace(bar: Bar) -> Bar {
    Bar { label: format!("{}, 1초에 {:.0}만 개", bar.label, 1e-4 / bar.median), ..bar }
}

/// The same work in both languages.
fn compare(bench: &Bench) -> Result<()> {
    let (mut python, mut rust) = (Times::new(), Times::new());
    for round in 1..=ROUNDS {
        eprintln!("{round}/{ROUNDS}");
        let script = folder().join("python.py");
        let said: BTreeMap<String, f64> = from_slice(&output("python3", &[&script.to_string_lossy()])?)?;
        said.into_iter().for_each(|(name, took)| python.entry(name).or_default().push(took));
        rust::measure(1).into_iter().for_each(|(name, took)| rust.entry(name.into()).or_default().push(took));
    }
    let group = |title: &str, bars: Result<Vec<Bar>>| -> Result<Group> {
        Ok(Group { title: title.into(), bars: bars? })
    };
    bench.keep(
        "split",
        "같은 계산을 둘로 나누면: 파이썬의 스레드는 시간을 줄이지 못하고, 파이썬의 프로세스와 Rust의 스레드는 줄입니다.",
        vec![
            group(
                "파이썬",
                [("스레드 하나", "one"), ("스레드 둘", "threads"), ("프로세스 둘", "processes")]
                    .into_iter()
                    .map(|(label, name)| bar(label, &python, name))
                    .collect(),
            )?,
            group(
                "Rust",
                [("스레드 하나", "one"), ("스레드 둘", "threads")]
                    .into_iter()
                    .map(|(label, name)| bar(label, &rust, name))
                    .collect(),
            )?,
        ],
    )?;
    let costs = [
        ("lock", "기다릴 일이 없는 잠금 하나에 드는 시간", &[("잠그고 풀기", "lock")][..]),
        ("queue", "두 스레드 사이에서 하나를 건네는 데 드는 시간", &[("넣고 꺼내기", "queue")]),
        (
            "start",
            "하나를 시작하고 끝나기를 기다리는 데 드는 시간",
            &[("스레드", "spawn"), ("다른 프로그램(subprocess, std::process)", "child")],
        ),
    ];
    for (file, caption, kinds) in costs {
        let groups = kinds.iter().map(|(title, name)| {
            group(title, [bar("파이썬", &python, name), bar("Rust", &rust, name)].into_iter().collect())
        });
        let mut groups: Vec<Group> = groups.collect::<Result<_>>()?;
        if file == "start" {
            let methods = [("fork", "fork"), ("forkserver", "forkserver"), ("spawn", "spawned")];
            let bars = methods.into_iter().map(|(label, name)| bar(label, &python, name)).collect();
            groups.push(group("파이썬의 multiprocessing.Process", bars)?);
        }
        bench.keep(file, caption, groups)?;
    }
    Ok(())
}
