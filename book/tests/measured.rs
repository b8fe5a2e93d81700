//! What was measured is of the programs as they stand, and they still run.

#[path = "../measured/channels.rs"]
mod channels;
#[path = "../measured/rust.rs"]
mod rust;

use std::collections::BTreeSet;
use std::process::Command;

use book::measured::{folder, measured, sources};

#[test]
fn charts_are_of_the_programs_as_they_stand() {
    for name in ["split", "lock", "queue", "channels", "start"] {
        let measured = measured(name).unwrap();
        assert_eq!(measured.sources, sources(name).unwrap(), "{name}: `cargo bench -p book`로 다시 잽니다");
        for key in ["cpu", "cores", "system", "priority", "python", "rust"] {
            assert!(measured.machine.get(key).is_some_and(|value| !value.is_empty()), "{name}: {key}");
        }
        assert!(measured.date.len() == 10 && measured.rounds > 2, "{name}: {}", measured.date);
        for bar in measured.groups.iter().flat_map(|group| &group.bars) {
            assert!(0.0 < bar.best && bar.best <= bar.median && bar.median <= bar.worst, "{name}: {bar:?}");
        }
    }
}

/// What only `multiprocessing` does.
const OF_PYTHON: &[&str] = &["processes", "fork", "forkserver", "spawned"];

#[test]
fn both_languages_do_the_same_work() {
    let rust: BTreeSet<String> = rust::measure(1000).into_iter().map(|(name, _)| name.to_string()).collect();
    let output = Command::new("python3").arg(folder().join("python.py")).arg("1000").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let python: std::collections::BTreeMap<String, f64> = serde_json::from_slice(&output.stdout).unwrap();
    let python: BTreeSet<String> =
        python.into_keys().filter(|name| !OF_PYTHON.contains(&name.as_str())).collect();
    assert_eq!(python, rust);
}

#[test]
fn queues_and_channels_still_hand_over() {
    for pairs in [1, 4] {
        assert!(channels::measure(pairs, 1000).iter().all(|(_, took)| *took > 0.0));
        let (script, pairs) = (folder().join("channels.py"), pairs.to_string());
        let output = Command::new("python3").arg(script).args([&pairs, "1000"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
