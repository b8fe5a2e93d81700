//! The rules of this repository, kept by tests so that nobody has to remember them.

use std::fs;
use std::path::Path;

use catalog::{Course, files, names, root, step_names as steps, topic_names as topics};
use grading::shape;

/// What may stand at the top, besides hidden files.
const TOP: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "book",
    "lessons",
    "solutions",
    "tests",
    "target",
];

/// Words the glossary replaces, and what stands in their place.
const REPLACED: [(&str, &str); 12] = [
    ("데드락", "교착 상태"),
    ("레이스 컨디션", "경쟁 상태"),
    ("데이터 레이스", "데이터 경합"),
    ("크리티컬 섹션", "임계 구역"),
    ("컨디션 변수", "조건 변수"),
    ("퍼밋", "허가"),
    ("스케줄", "순서"),
    ("인터리빙", "순서"),
    ("스핀", "바쁜 대기"),
    ("동시 실행", "동시성"),
    ("서브프로세스", "자식 프로세스"),
    ("뮤텍스를 락", "뮤텍스를 잠금"),
];

/// `락` and `록` as words of their own; they are also syllables of other words.
const LOCK_WORDS: [&str; 8] = ["락을 ", "락이 ", "락은 ", "락으로", "언락", "록을 잡", "락 ", "언록"];

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn expect_empty(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

#[test]
fn the_top_level_is_fixed() {
    let extra =
        names(&root()).into_iter().filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str()));
    expect_empty(&extra.collect::<Vec<_>>(), "nothing else stands at the top level:");
}

/// Each topic and each step has what every other has; `cargo run -p grading -- missing <topic>` says the same.
#[test]
fn every_topic_is_whole() {
    let course = Course::here();
    let told = |(rule, broken): &shape::Rule| {
        let faults = broken(&course);
        (!faults.is_empty()).then(|| format!("{rule}:\n  {}", faults.join("\n  ")))
    };
    let faults: Vec<String> = shape::RULES.iter().filter_map(told).collect();
    expect_empty(&faults, "a topic is not whole");
}

#[test]
fn a_wrong_answer_says_its_mistake_first() {
    let faults = files(&root()).into_iter().map(|path| slashed(&path)).filter(|path| {
        path.starts_with("tests/")
            && path.contains("/wrong/")
            && path.ends_with(".rs")
            && !read(path).starts_with("//! ")
    });
    expect_empty(&faults.collect::<Vec<_>>(), "a wrong answer begins with a `//!` sentence:");
}

#[test]
fn learners_read_the_words_of_the_glossary() {
    let mut faults = Vec::new();
    for path in files(&root()) {
        let shown = slashed(&path);
        let for_learners = ["lessons/", "solutions/", "tests/", "book/src/", "README.md"];
        let about_words = ["tests/grading/tests/rules.rs", "glossary.md"];
        let text_file =
            ["rs", "md", "py", "snap", "toml"].iter().any(|kind| shown.ends_with(&format!(".{kind}")));
        if !text_file
            || !for_learners.iter().any(|start| shown.starts_with(start))
            || about_words.iter().any(|end| shown.ends_with(end))
        {
            continue;
        }
        for (number, line) in read(&path).lines().enumerate() {
            let words = REPLACED.iter().map(|(word, _)| *word).chain(LOCK_WORDS);
            for word in words.filter(|word| stands_alone(line, word)) {
                faults.push(format!("{shown}:{}: `{}`", number + 1, word.trim()));
            }
        }
    }
    expect_empty(&faults, "the glossary has other words for these:");
}

/// Whether `word` occurs in `line` without a Hangul syllable right before it.
fn stands_alone(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(index, _)| {
        !line[..index].chars().next_back().is_some_and(|letter| ('가'..='힣').contains(&letter))
    })
}

#[test]
fn nothing_is_left_lying_about() {
    let faults = files(&root()).into_iter().map(|path| slashed(&path));
    let faults = faults.filter(|path| {
        path.ends_with(".snap.new") || path.ends_with(".pending-snap") || path.ends_with(".orig")
    });
    expect_empty(&faults.collect::<Vec<_>>(), "these are nobody's:");
}

#[test]
fn specs_never_read_a_real_clock() {
    let mut faults = Vec::new();
    for topic in topics() {
        for step in steps(&topic) {
            let path = format!("tests/{topic}/{step}.rs");
            for word in ["real::", "extern crate", "SystemTime"] {
                if read(&path).contains(word) {
                    faults.push(format!("{path}: {word}"));
                }
            }
        }
    }
    expect_empty(&faults, "a verdict never depends on the machine:");
}

#[test]
fn no_file_is_two_ideas_long() {
    let limit = |path: &str| match path {
        // The six steps are joined there to one `Run` with all of its arguments, and two outputs to one.
        _ if path.ends_with("/subprocess/src/lib.rs") => 120,
        _ if path.starts_with("lessons/") => 100,
        _ if path.starts_with("solutions/") && path.contains("/src/") => 120,
        _ => 500,
    };
    let faults = files(&root()).into_iter().map(|path| slashed(&path)).filter(|path| path.ends_with(".rs"));
    let faults = faults.filter_map(|path| {
        let lines = read(&path).lines().count();
        (lines > limit(&path)).then(|| format!("{path} has {lines} lines"))
    });
    expect_empty(&faults.collect::<Vec<_>>(), "longer means two ideas:");
}

/// The story in the README is one that a test has seen.
#[test]
fn the_story_in_the_readme_is_real() {
    let readme = read("README.md");
    let story = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a story");
    let report = read("tests/mutex/snapshots/counter.starter.snap");
    assert!(
        report.contains(story.trim_end()),
        "README.md tells another story than the first step does:\n{story}"
    );
}
