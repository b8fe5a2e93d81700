//! Finds every answer in the tree and writes the modules that compile each one with the spec of its step: one list of the
//! topics that are judged with the models, one of those whose steps run for real.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    link_in_place();
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../..").canonicalize().unwrap();
    let topics = names(&root.join("lessons"));
    let (modelled, real): (Vec<String>, Vec<String>) = topics
        .into_iter()
        .partition(|topic| is_modelled(&root.join("lessons").join(topic).join("Cargo.toml")));
    write_gallery(&root, &modelled, "gallery.rs");
    write_gallery(&root, &real, "gallery_real.rs");
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

/// Whether a lesson's tests stand on the model of the standard library.
fn is_modelled(manifest: &Path) -> bool {
    println!("cargo::rerun-if-changed={}", manifest.display());
    fs::read_to_string(manifest).unwrap().contains("model-std")
}

fn write_gallery(root: &Path, topics: &[String], file: &str) {
    let mut modules = String::new();
    let mut rows = String::new();
    for topic in topics {
        let specs = root.join("tests").join(topic);
        println!("cargo::rerun-if-changed={}", specs.display());
        for step in steps(&root.join("lessons").join(topic).join("src/lib.rs")) {
            let spec = specs.join(format!("{step}.rs"));
            for (kind, answer) in answers(root, topic, &step) {
                let name = answer.file_stem().unwrap().to_string_lossy().into_owned();
                let name = if kind == "Starter" || kind == "Solution" { kind.to_lowercase() } else { name };
                let module = format!("{topic}_{step}_{}_{name}", kind.to_lowercase());
                writeln!(
                    modules,
                    "mod {module} {{\n    mod answer {{\n        #[path = {answer:?}]\n        pub mod {step};\n    }}\n    \
                     #[path = {spec:?}]\n    pub mod spec;\n}}"
                )
                .unwrap();
                writeln!(
                    rows,
                    "    Answer {{ topic: {topic:?}, name: {name:?}, kind: Kind::{kind}, file: {answer:?}, \
                     step: &{module}::spec::STEP }},"
                )
                .unwrap();
            }
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR").unwrap()).join(file);
    fs::write(out, format!("{modules}\nconst ANSWERS: &[Answer] = &[\n{rows}];\n")).unwrap();
}

/// Every answer to a step: its starter, its solution, and what lies in `wrong` and `right`.
fn answers(root: &Path, topic: &str, step: &str) -> Vec<(&'static str, PathBuf)> {
    let file = format!("{step}.rs");
    let mut found = vec![
        ("Starter", root.join("lessons").join(topic).join("src").join(&file)),
        ("Solution", root.join("solutions").join(topic).join("src").join(&file)),
    ];
    for (kind, folder) in [("Wrong", "wrong"), ("Right", "right")] {
        let folder = root.join("tests").join(topic).join(folder).join(step);
        found.extend(names(&folder).into_iter().map(|name| (kind, folder.join(name))));
    }
    for (_, path) in &found {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    found
}

/// The steps of a lesson, in the order of its table of contents.
fn steps(lib: &Path) -> Vec<String> {
    println!("cargo::rerun-if-changed={}", lib.display());
    let text = fs::read_to_string(lib).unwrap();
    let modules = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_string).collect()
}

/// What lies in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
