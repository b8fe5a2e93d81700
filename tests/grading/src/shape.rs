//! What a topic must have. Each rule names what is still missing, a line each; `tests/rules.rs` holds the repository to them.

use std::collections::BTreeSet;
use std::fs;

use catalog::{Course, Kind, Step, Topic, dependencies, files, folders, names, pages, rust};

use crate::new::{How, TO_WRITE, of_topic};

/// The wrong and the right answers that a step is tried with, at least.
const ANSWERS: [(Kind, &str, usize); 2] = [(Kind::Wrong, "wrong", 5), (Kind::Right, "right", 3)];

/// A rule: its name, and what breaks it.
pub type Rule = (&'static str, fn(&Course) -> Vec<String>);

/// All of them.
pub const RULES: [Rule; 11] = [
    ("a folder is a topic on the path", on_the_path),
    ("a topic has the same files as every other", same_files),
    ("a topic is judged by the same lines as every other of its kind", same_lines),
    ("a lesson, its solution and its gallery have the same dependencies", same_dependencies),
    ("a lesson differs from its solution only in its steps", same_table_of_contents),
    ("the spec lists the steps in the order of the lesson", same_order),
    ("one thing has one name", same_names),
    ("a solution keeps its starter's contract", same_contract),
    ("a step has hints, promises and enough answers", enough),
    ("a step stands alone: only lib.rs joins them", alone),
    ("what was left to be written is written", written),
];

/// Everything that breaks any rule.
pub fn all(course: &Course) -> Vec<String> {
    RULES.iter().flat_map(|(_, broken)| broken(course)).collect()
}

fn read(course: &Course, path: &str) -> String {
    fs::read_to_string(course.at(path)).unwrap_or_default()
}

/// How a topic is judged, from the root of its spec; `None` if that is neither.
pub fn how(course: &Course, topic: &str) -> Option<How> {
    let topic = course.topic(topic)?;
    let there = read(course, &format!("lessons/{}/tests/spec.rs", topic.name));
    How::ALL.into_iter().find(|how| of_topic(how.fixed().main_of_spec, topic) == there)
}

fn on_the_path(course: &Course) -> Vec<String> {
    let on_it: Vec<String> = catalog::path(&course.root).into_iter().map(|entry| entry.name).collect();
    let mut faults = Vec::new();
    for folder in ["lessons", "solutions"] {
        for name in folders(&course.at(folder)) {
            match course.topic(&name) {
                _ if !on_it.contains(&name) => {
                    faults.push(format!("the table of topics in README.md has no row for {folder}/{name}"));
                }
                Some(topic) if topic.is_built() => {}
                _ => faults.push(format!("solutions/{name}/src/lib.rs lists no step")),
            }
        }
    }
    faults
}

fn same_files(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for topic in course.built() {
        let name = &topic.name;
        let mut wanted: Vec<String> = vec![
            format!("solutions/{name}/Cargo.toml"),
            format!("solutions/{name}/tests/spec.rs"),
            format!("tests/{name}/spec.rs"),
            format!("tests/{name}/gallery/Cargo.toml"),
            format!("book/src/{name}.md"),
        ];
        wanted.extend(topic.steps.iter().flat_map(|step| [step.spec(), step.page(), step.starter()]));
        faults.extend(
            wanted.iter().filter(|path| !course.at(path).is_file()).map(|path| format!("{path} is missing")),
        );

        let mut sources = vec!["lib.rs".to_string(), "main.rs".to_string()];
        sources.extend(topic.steps.iter().map(|step| format!("{}.rs", step.name)));
        let steps = || topic.steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
        for (folder, wanted) in [
            (
                format!("lessons/{name}"),
                vec!["Cargo.toml".into(), format!("{name}.py"), "src".into(), "tests".into()],
            ),
            (format!("lessons/{name}/tests"), vec!["spec.rs".into()]),
            (format!("lessons/{name}/src"), sources.clone()),
            (format!("solutions/{name}/src"), sources),
            (format!("tests/{name}/wrong"), steps()),
            (format!("tests/{name}/right"), steps()),
        ] {
            let there = names(&course.at(&folder));
            let missing = wanted.iter().filter(|name| !there.contains(name));
            faults.extend(missing.map(|name| format!("{folder}/{name} is missing")));
            let more = there.iter().filter(|name| !wanted.contains(name));
            faults.extend(more.map(|name| format!("{folder}/{name} does not belong there")));
        }
    }
    faults
}

fn same_lines(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for topic in course.built() {
        let Some(how) = how(course, &topic.name) else {
            faults.push(format!("lessons/{}/tests/spec.rs is none of the two that `new` makes", topic.name));
            continue;
        };
        let gallery = format!("tests/{}/gallery/Cargo.toml", topic.name);
        let there = read(course, &gallery);
        if there.is_empty() {
            continue;
        }
        let wanted = of_topic(how.fixed().gallery, topic);
        let lost = wanted.lines().filter(|line| !there.lines().any(|found| found == *line));
        let lost =
            lost.filter(|line| !dependencies(&wanted).iter().any(|dependency| dependency.ends_with(line)));
        faults.extend(lost.map(|line| format!("{gallery} lacks: {line}")));
    }
    faults
}

fn same_dependencies(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for topic in course.built() {
        let of = |folder: String| dependencies(&read(course, &format!("{folder}/Cargo.toml")));
        let lesson = of(format!("lessons/{}", topic.name));
        for folder in [format!("solutions/{}", topic.name), format!("tests/{}/gallery", topic.name)] {
            let there = course.at(format!("{folder}/Cargo.toml")).is_file();
            if there && of(folder.clone()) != lesson {
                faults
                    .push(format!("{folder}/Cargo.toml has other dependencies than lessons/{}", topic.name));
            }
        }
    }
    faults
}

fn same_table_of_contents(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for Topic { name, .. } in course.built() {
        for file in ["src/lib.rs", "src/main.rs", "tests/spec.rs"] {
            let lesson = read(course, &format!("lessons/{name}/{file}"));
            let solution = read(course, &format!("solutions/{name}/{file}"));
            if lesson.replace("lesson-", "*-").replace("lesson_", "*_")
                != solution.replace("solution-", "*-").replace("solution_", "*_")
            {
                faults.push(format!("solutions/{name}/{file} differs from lessons/{name}/{file}"));
            }
        }
    }
    faults
}

fn same_order(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for topic in course.built() {
        let spec = read(course, &format!("tests/{}/spec.rs", topic.name));
        let lesson: Vec<&str> = topic.steps.iter().map(|step| step.name.as_str()).collect();
        let found = rust::owners(&spec, "STEP");
        if found != lesson {
            faults.push(format!("tests/{}/spec.rs lists {found:?}, the lesson {lesson:?}", topic.name));
        }
    }
    faults
}

/// The board, the README's table, the book and `cargo test` name things alike.
fn same_names(course: &Course) -> Vec<String> {
    let pages = pages(&read(course, "book/src/SUMMARY.md"));
    let mut faults = Vec::new();
    let mut expect = |wanted: &str, found: Option<&str>, place: String| {
        if found != Some(wanted) {
            faults.push(format!("{place} says {found:?} instead of {wanted:?}"));
        }
    };
    let page = |file: String| pages.iter().find(|page| page.file == file).map(|page| page.title.as_str());
    let title = |path: &str| rust::texts(&read(course, path), "title").into_iter().next();
    for topic in course.built() {
        let spec = format!("tests/{}/spec.rs", topic.name);
        expect(&topic.title, title(&spec).as_deref(), spec);
        for step in &topic.steps {
            expect(&step.title, title(&step.spec()).as_deref(), step.spec());
            let file = format!("{}/{}.md", step.topic, step.name);
            expect(&step.title, page(file.clone()), format!("book/src/SUMMARY.md at {file}"));
        }
    }
    for topic in &course.topics {
        let file = format!("{}.md", topic.name);
        expect(&topic.heading(), page(file.clone()), format!("book/src/SUMMARY.md at {file}"));
    }
    let chapters = pages
        .iter()
        .filter_map(|page| page.file.strip_suffix(".md").filter(|name| course.topic(name).is_some()));
    let path = course.topics.iter().map(|topic| topic.name.as_str());
    if faults.is_empty() && !chapters.eq(path) {
        faults
            .push("book/src/SUMMARY.md has the chapters in another order than the path in README.md".into());
    }
    faults
}

/// A step's contract, that is its doc comments and the signatures of its public items, is the same before and after; only
/// the paragraph that tells what to repair is gone.
fn same_contract(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for step in course.steps() {
        let kept = rust::contract(&read(course, &step.solution()));
        let lost =
            rust::contract(&read(course, &step.file())).into_iter().filter(|line| !kept.contains(line));
        faults.extend(lost.map(|line| format!("{} lacks: {line}", step.solution())));
    }
    faults
}

fn enough(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for step in course.steps() {
        let hints: BTreeSet<String> =
            course.hints(step).into_iter().filter(|hint| !hint.is_empty()).collect();
        if hints.len() != 3 {
            faults.push(format!("{} has {} different hints instead of 3", step.spec(), hints.len()));
        }
        if course.promises(step).is_empty() {
            faults.push(format!("{} promises nothing", step.spec()));
        }
        let answers = course.answers(step);
        for (kind, folder, least) in ANSWERS {
            let found = answers.iter().filter(|answer| answer.kind == kind).count();
            if found < least {
                let Step { topic, name, .. } = step;
                faults.push(format!("tests/{topic}/{folder}/{name} has {found} answers, fewer than {least}"));
            }
        }
    }
    faults
}

/// A gallery puts each answer beside the steps of the lesson, which know nothing of it.
fn alone(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for answer in course.steps().flat_map(|step| course.answers(step)) {
        let text = read(course, &answer.file);
        let words = ["crate::", "super::super::"].into_iter().filter(|word| text.contains(word));
        faults.extend(words.map(|word| format!("{} says {word}", answer.file)));
    }
    faults
}

fn written(course: &Course) -> Vec<String> {
    let mut faults = Vec::new();
    for folder in course.built().flat_map(|topic| {
        let name = &topic.name;
        [
            format!("lessons/{name}"),
            format!("solutions/{name}"),
            format!("tests/{name}"),
            format!("book/src/{name}"),
        ]
    }) {
        for file in files(&course.at(&folder)) {
            let path = format!("{folder}/{}", file.to_string_lossy().replace('\\', "/"));
            if !path.ends_with(".snap") && read(course, &path).contains(TO_WRITE) {
                faults.push(format!("{path} still says `{TO_WRITE}`"));
            }
        }
    }
    faults
}
