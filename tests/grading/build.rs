//! Finds every answer in the tree and writes the modules that compile each one with the spec of its step: one list of the
//! topics that are judged with the models, one of those whose steps run for real.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalog::{Course, Topic};

fn main() {
    link_in_place();
    let course = Course::here();
    let (modelled, real): (Vec<&Topic>, Vec<&Topic>) = course.built().partition(|topic| {
        println!(
            "cargo::rerun-if-changed={}",
            course.at("solutions").join(&topic.name).join("src/lib.rs").display()
        );
        is_modelled(&course.at("lessons").join(&topic.name).join("Cargo.toml"))
    });
    write_gallery(&course, &modelled, "gallery.rs");
    write_gallery(&course, &real, "gallery_real.rs");
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

fn write_gallery(course: &Course, topics: &[&Topic], file: &str) {
    let mut modules = String::new();
    let mut rows = String::new();
    for topic in topics {
        println!("cargo::rerun-if-changed={}", course.at("tests").join(&topic.name).display());
        for step in &topic.steps {
            let (name, spec) = (&step.name, course.at(step.spec()));
            for answer in course.answers(step) {
                let file = course.at(&answer.file);
                println!("cargo::rerun-if-changed={}", file.display());
                let kind = format!("{:?}", answer.kind);
                let module = format!("{}_{name}_{}_{}", topic.name, kind.to_lowercase(), answer.name);
                writeln!(
                    modules,
                    "mod {module} {{\n    mod answer {{\n        #[path = {file:?}]\n        pub mod {name};\n    }}\n    \
                     #[path = {spec:?}]\n    pub mod spec;\n}}"
                )
                .unwrap();
                writeln!(
                    rows,
                    "    Answer {{ topic: {:?}, name: {:?}, kind: Kind::{kind}, file: {file:?}, step: &{module}::spec::STEP }},",
                    topic.name, answer.name,
                )
                .unwrap();
            }
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR").unwrap()).join(file);
    fs::write(out, format!("{modules}\nconst ANSWERS: &[Answer] = &[\n{rows}];\n")).unwrap();
}
