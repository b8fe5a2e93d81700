//! The guide in this very repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::made_up::Said;
use catalog::{Course, starter};
use course::judging::untouched;
use course::memory::Memory;
use course::survey::{State, Survey};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// What `reset` puts back is what the lesson holds before anybody edits it. Whoever changes a lesson brings the copies
/// up to date: `UPDATE_STARTERS=1 cargo test -p course starters`.
#[test]
fn starters_are_the_lessons() {
    let course = Course::around(&root());
    let mut faults = Vec::new();
    for topic in course.topics.iter().filter(|topic| !topic.steps.is_empty()) {
        let folder = course.at(format!("lessons/{}/src", topic.name));
        let shelf = course.at(starter(&topic.name, ""));
        if std::env::var_os("UPDATE_STARTERS").is_some() {
            let _ = fs::remove_dir_all(&shelf);
            fs::create_dir_all(&shelf).unwrap();
            for entry in fs::read_dir(&folder).unwrap().flatten() {
                fs::copy(entry.path(), shelf.join(entry.file_name())).unwrap();
            }
        }
        let names = |folder: &Path| -> Vec<_> {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&shelf), names(&folder), "tests/course/starters/{}의 파일이 다릅니다.", topic.name);
        for name in names(&folder) {
            if fs::read(folder.join(&name)).unwrap() != fs::read(shelf.join(&name)).unwrap() {
                faults.push(format!("lessons/{}/src/{}", topic.name, name.display()));
            }
        }
    }
    if !faults.is_empty() && std::env::var_os("CI").is_none() {
        return eprintln!("고친 파일이 있어 건너뜁니다: {}", faults.join(", "));
    }
    assert!(faults.is_empty(), "처음 코드와 다릅니다. UPDATE_STARTERS=1로 맞춥니다: {}", faults.join(", "));
}

#[test]
fn every_step_is_known_without_building() {
    let course = Course::around(&root());
    assert!(course.steps().count() >= 6, "단계를 찾지 못했습니다.");
    for step in course.steps() {
        assert!(!step.title.is_empty(), "{step:?}의 제목이 없습니다.");
        assert_eq!(course.hints(step).len(), 3, "{step:?}의 힌트는 셋입니다.");
        assert!(!course.promises(step).is_empty(), "{step:?}의 약속이 없습니다.");
        assert!(course.at(step.solution()).is_file(), "{step:?}의 풀이가 없습니다.");
        let page = course.at(format!("book/src/{}/{}.md", step.topic, step.name));
        assert!(
            !page.is_file() || course::solution::walk(&course, step).is_some(),
            "{step:?}의 풀이를 따라갈 글이 없습니다."
        );
        let spec = fs::read_to_string(course.at(format!("tests/{}/{}.rs", step.topic, step.name))).unwrap();
        let promises = spec.matches("says:").count();
        assert_eq!(course.promises(step).len(), promises, "{step:?}의 약속을 모두 읽어야 합니다.");
    }
}

#[test]
fn untouched_steps_are_known_as_such() {
    let course = Course::around(&root());
    let memory = Memory::of(&course);
    for (step, state) in Survey::quick(&course, &memory).rows {
        assert_eq!(untouched(&course, &step), matches!(state, State::Untouched), "{step:?}");
    }
}

/// The judge of the lessons and the guide speak the same language.
#[test]
fn the_guide_judges_the_real_lessons() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_course"));
    command.args(["check", "mutex", "--json"]).current_dir(root());
    let said = Said::of(command.output().unwrap());
    assert!(matches!(said.code, 0 | 1), "{}\n{}", said.out, said.err);
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("JSON이어야 합니다.");
    let topic = &json["topics"][0];
    let course = Course::around(&root());
    assert_eq!(
        topic["steps"].as_array().map(Vec::len),
        course.topic("mutex").map(|t| t.steps.len()),
        "{json:#}"
    );
    if topic["compile_errors"] != 0 {
        return eprintln!("건너뜁니다: 고치는 중인 단계가 컴파일되지 않습니다.");
    }
    for step in topic["steps"].as_array().unwrap() {
        let name = step["name"].as_str().unwrap();
        match step["verdict"].as_str().unwrap() {
            "solved" => {}
            "not_started" | "rejected" => {
                let hint = format!("cargo course hint mutex {name}");
                assert!(step["report"].as_str().unwrap().contains(&hint), "{step:#}");
            }
            other => panic!("{name}의 판정이 {other}입니다."),
        }
    }
}
