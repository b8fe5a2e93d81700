//! Uses a copy of the repository as a learner would: `cargo test -p lesson-mutex`, edit, again.
//!
//! Two tests at a time, for there are two copies.

mod copy;
mod topic;

use std::process::{Command, ExitCode};

use catalog::{root, step_names as steps, topic_names};
use copy::{Copy, Said};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

const TOPIC: &str = "mutex";

/// Compares what the learner reads with the snapshot.
fn compare(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests").join(TOPIC).join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("learner.{name}"), said));
}

/// Nothing of the machinery shows.
fn expect_clean(said: &Said) {
    for word in
        ["panicked at", "RUST_BACKTRACE", "stack backtrace", "target/", "tests/../", "한글 길", ".snap.new"]
    {
        assert!(!said.out.contains(word), "`{word}` shows:\n{}", said.out);
    }
}

fn expect(said: &Said, code: i32) {
    assert_eq!(said.code, Some(code), "{}\n{}", said.out, said.err);
    expect_clean(said);
}

/// The verdict is the same under another locale and one step at a time, and nothing is written.
fn untouched() {
    let copy = Copy::fresh();
    let before = copy.contents();
    let said = copy.test(&[]);
    expect(&said, 101);
    compare("untouched", &said.out);
    let foreign = copy.cargo(&["test", "-p", "lesson-mutex"], &[("LANG", "C"), ("LC_ALL", "C")]);
    assert_eq!(said.out, foreign.out, "LANG=C makes a difference");
    let one_by_one = copy.test(&["--", "--test-threads=1"]);
    assert_eq!(said.out, one_by_one.out, "the number of test threads makes a difference");
    assert!(before == copy.contents(), "a run wrote into the checkout");
}

/// The first three steps are solved, and out of turn the last; it can be asked for by its name.
fn half_way() {
    let copy = Copy::fresh();
    copy.solve(TOPIC, 3);
    copy.write("lessons/mutex/src/cache.rs", copy.read("solutions/mutex/src/cache.rs").as_bytes());
    let said = copy.test(&[]);
    expect(&said, 101);
    compare("half_way", &said.out);
    expect(&copy.test(&["--", "cache"]), 0);
}

fn all_solved() {
    let copy = Copy::fresh();
    copy.solve(TOPIC, usize::MAX);
    let said = copy.test(&[]);
    expect(&said, 0);
    compare("all_solved", &said.out);
    let program = copy.cargo(&["run", "-q", "-p", "lesson-mutex"], &[]);
    assert_eq!(program.code, Some(0), "{}", program.err);
    assert_eq!(program.out.lines().count(), 39, "twenty jobs, one of which breaks off:\n{}", program.out);
}

fn a_panic() {
    let copy = Copy::fresh();
    copy.replace("lessons/mutex/src/counter.rs", "let total = Mutex::new(0);", "let total = Mutex::new(0);\n    let nobody: Option<u64> = std::env::var(\"NO_SUCH_NAME\").ok().map(|_| 1);\n    nobody.unwrap();");
    let said = copy.test(&[]);
    expect(&said, 101);
    compare("panic", &said.out);
}

/// What the compiler says of the lesson that is no matter of its version: the errors' numbers, their places, the lines.
fn complaints(said: &Said) -> String {
    let kept = said.err.lines().filter_map(|line| {
        let line = line.trim();
        let number = line.split_once(": ").map_or(line, |(number, _)| number);
        match () {
            () if line.starts_with("error[") => Some(number.to_string()),
            () if line.starts_with("--> lessons/") => Some(line.to_string()),
            () if line.starts_with(|first: char| first.is_ascii_digit()) && line.contains(" | ") => {
                Some(line.to_string())
            }
            () => None,
        }
    });
    kept.collect::<Vec<_>>().join("\n")
}

fn a_compile_error() {
    let copy = Copy::fresh();
    copy.replace(
        "lessons/mutex/src/counter.rs",
        "*total.lock().unwrap() = before + 1;",
        "*total.lock().unwrap() = before + \"1\";",
    );
    let said = copy.test(&[]);
    assert_eq!(said.code, Some(101));
    compare("compile_error", &complaints(&said));
    assert_eq!(said.err.matches("error[E0277]").count(), 1, "{}", said.err);
    assert!(said.err.contains("--> lessons/mutex/src/counter.rs:"), "{}", said.err);
}

fn a_renamed_function() {
    let copy = Copy::fresh();
    copy.replace("lessons/mutex/src/counter.rs", "pub fn count(", "pub fn tally(");
    let said = copy.test(&[]);
    assert_eq!(said.code, Some(101));
    compare("renamed_function", &complaints(&said));
}

fn a_changed_signature() {
    let copy = Copy::fresh();
    copy.replace("lessons/mutex/src/counter.rs", "times: usize) -> u64 {", "times: usize) -> Result<u64, String> {\n    Ok(inner(threads, times))\n}\n\nfn inner(threads: usize, times: usize) -> u64 {");
    let said = copy.test(&[]);
    assert_eq!(said.code, Some(101));
    compare("changed_signature", &complaints(&said));
}

fn a_missing_file() {
    let copy = Copy::fresh();
    copy.remove("lessons/mutex/src/counter.rs");
    let said = copy.test(&[]);
    assert_eq!(said.code, Some(101));
    compare("missing_file", &complaints(&said));
}

/// cargo-nextest, which runs each step in a process of its own, comes to the same verdicts.
fn nextest() -> Result<Completion, Failed> {
    let found = Command::new("cargo").args(["nextest", "--version"]).output();
    if !found.is_ok_and(|output| output.status.success()) {
        return Ok(Completion::ignored_with("cargo-nextest is not installed"));
    }
    let copy = Copy::fresh();
    // It asks cargo about every member, and the copy has no network: `cargo test` alone downloads less than that.
    let known = copy.cargo(&["metadata", "--format-version=1", "--all-features"], &[]);
    if known.code != Some(0) && std::env::var_os("CI").is_none() {
        return Ok(Completion::ignored_with("`cargo fetch` has not been run"));
    }
    copy.solve(TOPIC, 2);
    let said = copy.cargo(&["nextest", "run", "-p", "lesson-mutex", "--no-fail-fast"], &[]);
    for (step, wanted) in steps(TOPIC).iter().zip(["PASS", "PASS", "FAIL"]) {
        let found = said.err.lines().map(str::trim).find(|line| line.ends_with(&format!("::spec {step}")));
        assert!(found.is_some_and(|line| line.starts_with(wanted)), "{step} should {wanted}:\n{}", said.err);
    }
    assert!(said.err.contains("3 skipped"), "the later steps should be skipped:\n{}", said.err);
    Ok(Completion::Completed)
}

/// The learner's first build stays light, whatever the topic.
fn few_crates() {
    let copy = Copy::fresh();
    for topic in topic_names() {
        let package = format!("lesson-{topic}");
        let tree = ["tree", "--offline", "-p", &package, "-e", "normal,build,dev", "--prefix", "none"];
        let said = copy.cargo(&tree, &[]);
        let lines = said.out.lines().map(|line| line.trim_end_matches(" (*)"));
        let crates: std::collections::BTreeSet<&str> = lines.filter(|line| !line.is_empty()).collect();
        assert!(!crates.is_empty(), "{package}: {}", said.err);
        assert!(crates.len() <= 37, "{package} builds {} crates:\n{}", crates.len(), said.out);
    }
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(copy::AT_ONCE);
    let trials: [(&str, fn()); 11] = [
        ("untouched", untouched),
        ("half_way", half_way),
        ("all_solved", all_solved),
        ("a_panic", a_panic),
        ("a_compile_error", a_compile_error),
        ("a_renamed_function", a_renamed_function),
        ("a_changed_signature", a_changed_signature),
        ("a_missing_file", a_missing_file),
        ("few_crates", few_crates),
        ("a_modelled_topic", topic::modelled),
        ("a_real_topic", topic::real),
    ];
    let trials = trials.into_iter().map(|(name, run)| {
        Trial::test(name, move || {
            run();
            Ok(())
        })
    });
    let trials = trials.chain([Trial::ignorable_test("nextest", nextest)]).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
