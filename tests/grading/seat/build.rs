//! Puts every answer of a topic into the learner's seat: each into the lesson's own `lib.rs`, in the place of its step, and
//! beside it the spec of that step. The other steps are those of the lesson, as it begins; they are compiled once.
//!
//! One package a topic (`tests/<topic>/gallery`) has the dependencies of that lesson and runs this.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalog::{Answer, Course, Kind, Step, names};

fn main() {
    link_in_place();
    let package = env::var("CARGO_PKG_NAME").unwrap();
    let course = Course::here();
    let topic = package.strip_prefix("gallery-").and_then(|name| course.topic(name));
    let topic = topic
        .unwrap_or_else(|| panic!("{package}: a gallery is called gallery-<topic>, and the topic has steps"));
    let lib = course.at(format!("lessons/{}/src/lib.rs", topic.name));
    let text = fs::read_to_string(&lib).unwrap_or_else(|error| panic!("{}: {error}", lib.display()));
    let mut gallery = format!("#[path = {lib:?}]\nmod lesson;\npub use lesson::*;\n\n");
    let mut plain = gallery.clone();
    let mut rows = String::new();
    watch(&lib);
    for step in &topic.steps {
        for kind in ["wrong", "right"] {
            watch(&course.at(format!("tests/{}/{kind}/{}", topic.name, step.name)));
        }
        let spec = course.at(step.spec());
        for answer in answers(&course, step) {
            let seat = seat(&text, step, &course.at(&answer.file));
            let module = module(step, &answer);
            writeln!(
                gallery,
                "mod {module} {{\nmod answer {{\n{seat}}}\n#[path = {spec:?}]\npub mod spec;\n}}\n"
            )
            .unwrap();
            writeln!(plain, "mod {module} {{\n{seat}}}\n").unwrap();
            let file = course.at(&answer.file);
            writeln!(
                rows,
                "    grading::Answer {{ topic: {:?}, name: {:?}, kind: grading::Kind::{:?}, file: {file:?}, step: &{module}::spec::STEP }},",
                topic.name, answer.name, answer.kind,
            )
            .unwrap();
        }
    }
    gallery += &programs(&course, &topic.name);
    let out = PathBuf::from(env::var("OUT_DIR").unwrap());
    fs::write(out.join("gallery.rs"), format!("{gallery}const ANSWERS: &[grading::Answer] = &[\n{rows}];\n"))
        .unwrap();
    fs::write(out.join("plain.rs"), plain).unwrap();
}

/// What the answers of a topic run, if it has such.
fn programs(course: &Course, topic: &str) -> String {
    let file = course.at(format!("tests/{topic}/programs.rs"));
    watch(&file);
    match file.exists() {
        true => format!("#[path = {file:?}]\nmod programs;\n\n"),
        false => String::new(),
    }
}

/// Those of the step, or those in the folder that `GALLERY_ANSWERS` names, which has a folder a step.
fn answers(course: &Course, step: &Step) -> Vec<Answer> {
    println!("cargo::rerun-if-env-changed=GALLERY_ANSWERS");
    let Some(folder) = env::var_os("GALLERY_ANSWERS") else { return course.answers(step) };
    let folder = Path::new(&folder).join(&step.name);
    watch(&folder);
    let answer = |file: String| Answer {
        kind: Kind::Wrong,
        name: file.trim_end_matches(".rs").to_string(),
        file: folder.join(&file).to_string_lossy().into_owned(),
    };
    names(&folder).into_iter().map(answer).collect()
}

/// The galleries start themselves four thousand times. Each time, thirty thousand addresses would have to be set right
/// before `main` if the binary could lie anywhere in memory: that is a fifth of the run.
fn link_in_place() {
    let target =
        ["CARGO_CFG_TARGET_OS", "CARGO_CFG_TARGET_ENV"].map(|name| env::var(name).unwrap_or_default());
    if target == ["linux", "gnu"] {
        println!("cargo::rustc-link-arg-tests=-no-pie");
    }
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

fn module(step: &Step, answer: &Answer) -> String {
    format!("{}_{:?}_{}", step.name, answer.kind, answer.name).to_lowercase()
}

/// The lesson's table of contents, and whatever it joins, with the answer in the place of its step.
fn seat(lib: &str, step: &Step, answer: &Path) -> String {
    let line = |line: &str| match line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
        Some(name) if name == step.name => format!("#[path = {answer:?}]\npub mod {name};\n"),
        Some(name) => format!("#[allow(unused_imports)]\npub use crate::{name};\n"),
        None => format!("{line}\n"),
    };
    lib.lines().map(line).collect()
}
