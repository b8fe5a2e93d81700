//! The rules of this repository, kept by tests so that nobody has to remember them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalog::{
    Course, dependencies, files, names, pages, path, root, rust, step_names as steps, topic_names as topics,
};

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

#[test]
fn a_topic_has_one_shape() {
    let mut faults = Vec::new();
    for topic in topics() {
        let lesson = root().join("lessons").join(&topic);
        let wanted = ["Cargo.toml".to_string(), format!("{topic}.py"), "src".into(), "tests".into()];
        let there = names(&lesson);
        for name in wanted.iter().filter(|name| !there.contains(name)) {
            faults.push(format!("lessons/{topic}/{name} is missing"));
        }
        for name in there.iter().filter(|name| !wanted.contains(name)) {
            faults.push(format!("lessons/{topic}/{name} does not belong there"));
        }
        let steps = steps(&topic);
        let mut sources: BTreeSet<String> = steps.iter().map(|step| format!("{step}.rs")).collect();
        sources.extend(["lib.rs".to_string(), "main.rs".to_string()]);
        for folder in ["lessons", "solutions"] {
            let there: BTreeSet<String> =
                names(&root().join(folder).join(&topic).join("src")).into_iter().collect();
            if there != sources {
                faults.push(format!("{folder}/{topic}/src holds {there:?}"));
            }
        }
        let gallery = format!("tests/{topic}/gallery/Cargo.toml");
        if !root().join(&gallery).exists() {
            faults.push(format!("{gallery} is missing"));
        }
        for step in &steps {
            for needed in [
                format!("tests/{topic}/{step}.rs"),
                format!("tests/{topic}/wrong/{step}"),
                format!("tests/{topic}/right/{step}"),
            ] {
                if !root().join(&needed).exists() {
                    faults.push(format!("{needed} is missing"));
                }
            }
        }
        for kind in ["wrong", "right"] {
            for name in names(&root().join("tests").join(&topic).join(kind)) {
                if !steps.contains(&name) {
                    faults.push(format!("tests/{topic}/{kind}/{name} is no step"));
                }
            }
        }
    }
    expect_empty(&faults, "each topic has the same shape:");
}

#[test]
fn the_spec_lists_the_steps_in_the_order_of_the_lesson() {
    for topic in topics() {
        let spec = read(format!("tests/{topic}/spec.rs"));
        assert_eq!(
            rust::owners(&spec, "STEP"),
            steps(&topic),
            "tests/{topic}/spec.rs against lessons/{topic}/src/lib.rs"
        );
    }
}

/// What compiles in one of the three compiles in all.
#[test]
fn a_lesson_its_solution_and_its_gallery_have_the_same_dependencies() {
    for topic in topics() {
        let [lesson, solution, gallery] =
            [format!("lessons/{topic}"), format!("solutions/{topic}"), format!("tests/{topic}/gallery")]
                .map(|folder| dependencies(&read(format!("{folder}/Cargo.toml"))));
        assert_eq!(lesson, solution, "lessons/{topic}/Cargo.toml against solutions/{topic}/Cargo.toml");
        assert_eq!(lesson, gallery, "lessons/{topic}/Cargo.toml against tests/{topic}/gallery/Cargo.toml");
    }
}

/// Only `lib.rs` joins them: a gallery puts each answer beside the steps of the lesson, which know nothing of it.
#[test]
fn a_step_knows_no_other_step() {
    let course = Course::here();
    let mut faults = Vec::new();
    for step in course.steps() {
        for answer in course.answers(step) {
            let text = read(&answer.file);
            for word in ["crate::", "super::super::"] {
                if text.contains(word) {
                    faults.push(format!("{}: {word}", answer.file));
                }
            }
        }
    }
    expect_empty(&faults, "a step stands alone:");
}

#[test]
fn a_lesson_differs_from_its_solution_only_in_its_steps() {
    for topic in topics() {
        let own = |text: String| text.replace("lesson-", "*-").replace("lesson_", "*_");
        let solved = |text: String| text.replace("solution-", "*-").replace("solution_", "*_");
        for file in ["src/lib.rs", "src/main.rs", "tests/spec.rs"] {
            let lesson = own(read(format!("lessons/{topic}/{file}")));
            let solution = solved(read(format!("solutions/{topic}/{file}")));
            assert_eq!(lesson, solution, "{topic}/{file}");
        }
    }
}

/// A step's contract, that is its doc comments and the signatures of its public items, is the same before and after;
/// only the paragraph that tells what to repair is gone.
#[test]
fn a_solution_keeps_the_contract_of_its_starter() {
    let mut faults = Vec::new();
    for topic in topics() {
        for step in steps(&topic) {
            let starter = read(format!("lessons/{topic}/src/{step}.rs"));
            let solution = read(format!("solutions/{topic}/src/{step}.rs"));
            let kept = rust::contract(&solution);
            for line in rust::contract(&starter).iter().filter(|line| !kept.contains(line)) {
                faults.push(format!("solutions/{topic}/src/{step}.rs lacks: {line}"));
            }
        }
    }
    expect_empty(&faults, "a solution keeps its starter's contract:");
}

#[test]
fn a_step_has_enough_wrong_and_right_answers() {
    for topic in topics() {
        for step in steps(&topic) {
            let count = |kind: &str| names(&root().join("tests").join(&topic).join(kind).join(&step)).len();
            assert!(count("wrong") >= 5, "tests/{topic}/wrong/{step} has {} answers", count("wrong"));
            assert!(count("right") >= 3, "tests/{topic}/right/{step} has {} answers", count("right"));
        }
    }
}

#[test]
fn a_step_has_three_different_hints() {
    let course = Course::here();
    for step in course.steps() {
        let hints: BTreeSet<String> = course.hints(step).into_iter().collect();
        assert_eq!(hints.len(), 3, "{}: {hints:?}", step.spec());
    }
}

/// The board, the README's table, the book and `cargo test` name things alike.
#[test]
fn a_topic_and_a_step_are_called_the_same_everywhere() {
    let course = Course::here();
    let pages = pages(&read("book/src/SUMMARY.md"));
    let mut faults = Vec::new();
    let mut expect = |wanted: &str, found: Option<&str>, place: String| {
        if found != Some(wanted) {
            faults.push(format!("{place} says {found:?} instead of {wanted:?}"));
        }
    };
    for topic in course.built() {
        let spec = rust::texts(&read(format!("tests/{}/spec.rs", topic.name)), "title");
        expect(&topic.title, spec.first().map(String::as_str), format!("tests/{}/spec.rs", topic.name));
        for step in &topic.steps {
            let spec = rust::texts(&read(step.spec()), "title");
            expect(&step.title, spec.first().map(String::as_str), step.spec());
            let file = format!("{}/{}.md", step.topic, step.name);
            let page = pages.iter().find(|page| page.file == file).map(|page| page.title.as_str());
            expect(&step.title, page, format!("book/src/SUMMARY.md at {file}"));
        }
    }
    let chapters =
        pages.iter().filter(|page| course.topics.iter().any(|t| format!("{}.md", t.name) == page.file));
    let chapters: Vec<&str> = chapters.map(|page| page.title.as_str()).collect();
    let wanted: Vec<String> = course.topics.iter().map(catalog::Topic::heading).collect();
    expect_empty(&faults, "one thing has one name:");
    assert_eq!(chapters, wanted, "the chapters in book/src/SUMMARY.md against the path in README.md");
}

#[test]
fn every_topic_is_on_the_path() {
    let known: Vec<String> = path().into_iter().map(|entry| entry.name).collect();
    let lost = ["lessons", "solutions"].into_iter().flat_map(|folder| {
        let there = names(&root().join(folder)).into_iter();
        there.filter(|name| !known.contains(name)).map(move |name| format!("{folder}/{name}"))
    });
    expect_empty(&lost.collect::<Vec<_>>(), "the table of topics in README.md has no row for:");
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
            for word in ["real::time", "real::thread::sleep", "SystemTime"] {
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
        // The six steps are joined there to one `Run` with all of its arguments.
        _ if path.ends_with("/subprocess/src/lib.rs") => 100,
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
