//! A lesson's test binary, and a machine that has something else to do while it runs.

use std::hint::spin_loop;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::scope;

use serde_json::Value;

/// The spec of the package, built as a learner's would be.
pub fn spec(package: &str) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(catalog::root()).args(["test", "--quiet", "-p", package, "--test", "spec", "--no-run"]);
    let output = cargo.arg("--message-format=json").stderr(Stdio::inherit()).output();
    let text = String::from_utf8_lossy(&output.expect("cargo can be started").stdout).into_owned();
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let spec = messages.filter(|message| message["target"]["name"] == "spec");
    let mut found = spec.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)));
    found.next().expect("the spec can be built")
}

/// Runs `f` while so many threads do nothing but compute.
pub fn while_busy<T>(threads: usize, f: impl FnOnce() -> T) -> T {
    let enough = AtomicBool::new(false);
    scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !enough.load(Relaxed) {
                    spin_loop();
                }
            });
        }
        let done = f();
        enough.store(true, Relaxed);
        done
    })
}
