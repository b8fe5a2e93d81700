//! Writes the modules that compile every wrong answer, and every solution beside them, with the spec of its step.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalog::{names, root, step_names};

/// What is compiled where nobody asks for another.
const TOPIC: &str = "mutex";

fn main() {
    println!("cargo::rerun-if-env-changed=BENCH_TOPIC");
    let topic = env::var("BENCH_TOPIC").unwrap_or(TOPIC.into());
    let tests = root().join("tests").join(&topic);
    let solutions = root().join("solutions").join(&topic).join("src");
    for folder in [&tests, &solutions] {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    let mut modules = String::new();
    let mut rows = String::new();
    for step in step_names(&topic) {
        let spec = tests.join(format!("{step}.rs"));
        let mut add = |answer: &Path, name: &str, wrong: bool| {
            let module = format!("{step}_{name}");
            writeln!(
                modules,
                "mod {module} {{\n    mod answer {{\n        #[path = {answer:?}]\n        pub mod {step};\n    }}\n    \
                 #[path = {spec:?}]\n    pub mod spec;\n}}"
            )
            .unwrap();
            writeln!(rows, "    Answer {{ name: {name:?}, wrong: {wrong}, step: &{module}::spec::STEP }},")
                .unwrap();
        };
        add(&solutions.join(format!("{step}.rs")), "solution", false);
        let wrong = tests.join("wrong").join(&step);
        for file in names(&wrong) {
            add(&wrong.join(&file), file.trim_end_matches(".rs"), true);
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR").unwrap()).join("answers.rs");
    fs::write(out, format!("{modules}\nconst ANSWERS: &[Answer] = &[\n{rows}];\n")).unwrap();
}
