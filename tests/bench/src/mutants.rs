//! Whether a spec notices each small change to its solution.
//!
//! The mutants of a topic take the places of its answers in `tests/<topic>/gallery`, all in one build. Those that do not
//! compile are no answers, and are left out, file by file. One that keeps every promise must be the same program as the
//! solution, and stand in `tests/<topic>/mutants.txt` with the reason why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use catalog::{Course, Topic};
use serde_json::{Value, json};

use crate::machine;
use crate::mutate::{Mutant, mutants};

/// A build says every fault of one kind at once, and there are few kinds.
const BUILDS: usize = 12;

/// How the mutants of a topic fared; false if a spec let one through that is not known to be the same.
pub fn measure(topic: &Topic) -> (Value, bool) {
    let machine = machine::describe();
    let course = Course::here();
    let folder = target().join("mutants").join(&topic.name);
    let _ = fs::remove_dir_all(&folder);
    let mut made: BTreeMap<String, (String, Mutant)> = BTreeMap::new();
    for step in &topic.steps {
        let source = fs::read_to_string(course.at(step.solution())).expect("a step has a solution");
        fs::create_dir_all(folder.join(&step.name)).expect("the folder can be made");
        for (number, mutant) in mutants(&source).into_iter().enumerate() {
            let name = format!("m{number:03}");
            let text = mutant.apply(&source);
            fs::write(folder.join(&step.name).join(format!("{name}.rs")), text)
                .expect("a mutant can be written");
            made.insert(format!("{}/{name}", step.name), (step.name.clone(), mutant));
        }
    }
    let gallery = build(topic, &folder);
    let verdicts = verdicts(&gallery);
    let same = same(&course, topic);
    let mut used = BTreeSet::new();
    let mut sound = true;
    let mut rows = Vec::new();
    for step in &topic.steps {
        let of_step = || made.iter().filter(|(_, (name, _))| *name == step.name);
        let (mut rejected, mut equal, mut through) = (0, 0, Vec::new());
        for (id, (_, mutant)) in of_step() {
            let key = [step.name.clone(), mutant.what.clone(), mutant.line.clone()];
            match verdicts.get(id).map(String::as_str) {
                None => {}
                Some("solved") if same.contains_key(&key) => {
                    used.insert(key);
                    equal += 1;
                }
                Some("solved") => {
                    println!("{} | why?", key.join(" | "));
                    through.push(format!("{}: {}", mutant.what, mutant.line));
                }
                Some(_) => rejected += 1,
            }
        }
        sound &= through.is_empty();
        let all = of_step().count();
        println!(
            "{}: {all} made, {rejected} rejected, {equal} the same, {} let through",
            step.name,
            through.len()
        );
        rows.push(json!({
            "step": step.name, "made": all, "compiled": rejected + equal + through.len(),
            "rejected": rejected, "same": equal, "through": through,
        }));
    }
    for key in same.keys().filter(|key| !used.contains(*key)) {
        println!("tests/{}/mutants.txt knows one that is no more: {}", topic.name, key.join(" | "));
        sound = false;
    }
    (json!({ "machine": machine, "rows": rows }), sound)
}

/// Where the mutants lie while they are judged.
fn target() -> PathBuf {
    let here = std::env::current_exe().expect("a program knows where it lies");
    here.ancestors().nth(2).expect("it lies in a profile's folder").to_path_buf()
}

/// The gallery of the topic with the mutants in it that compile.
fn build(topic: &Topic, folder: &Path) -> PathBuf {
    for _ in 0..BUILDS {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(catalog::root()).env("CARGO_TARGET_DIR", target()).env("GALLERY_ANSWERS", folder);
        cargo.args(["test", "--quiet", "--no-run", "--test", "gallery", "--message-format=json", "-p"]);
        let output = cargo.arg(format!("gallery-{}", topic.name)).stderr(Stdio::null()).output();
        let text = String::from_utf8_lossy(&output.expect("cargo can be started").stdout).into_owned();
        let messages: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let built = messages.iter().filter(|message| message["target"]["name"] == "gallery");
        if let Some(gallery) = built.filter_map(|message| message["executable"].as_str()).next_back() {
            return gallery.into();
        }
        let errors = messages.iter().filter(|message| message["message"]["level"] == "error");
        let at_fault: BTreeSet<PathBuf> =
            errors.flat_map(|error| at_fault(&error["message"], folder)).collect();
        assert!(
            !at_fault.is_empty(),
            "the gallery of {} does not compile without mutants either",
            topic.name
        );
        println!("{} do not compile", at_fault.len());
        for file in at_fault {
            fs::remove_file(file).expect("a mutant can be removed");
        }
    }
    panic!("the mutants of {} never compile", topic.name);
}

/// The mutants that an error speaks of: where it points, or the module that joins one with the rest of its lesson.
fn at_fault(message: &Value, folder: &Path) -> Vec<PathBuf> {
    let spans = message["spans"].as_array().into_iter().flatten().filter(|span| span["is_primary"] == true);
    let file = |span: &Value| {
        let path = PathBuf::from(span["file_name"].as_str()?);
        if path.starts_with(folder) {
            return path.is_file().then_some(path);
        }
        let text = fs::read_to_string(catalog::root().join(path)).ok()?;
        let above = text.lines().take(span["line_start"].as_u64()? as usize);
        let head = above.filter(|line| line.contains("#[path") && line.contains("/mutants/")).last()?;
        let path = PathBuf::from(head.split('"').nth(1)?);
        path.is_file().then_some(path)
    };
    spans.filter_map(file).collect()
}

fn verdicts(gallery: &Path) -> BTreeMap<String, String> {
    let output = Command::new(gallery).arg("verdicts").stderr(Stdio::null()).output();
    let text = String::from_utf8_lossy(&output.expect("the gallery can be started").stdout).into_owned();
    let row = |line: &str| {
        let (id, verdict) = line.split_once('\t')?;
        Some((id.to_string(), verdict.to_string()))
    };
    text.lines().filter_map(row).collect()
}

/// The mutants that are known to be the same program, each with the reason: `step | change | line | reason`.
fn same(course: &Course, topic: &Topic) -> BTreeMap<[String; 3], String> {
    let text = fs::read_to_string(course.at(format!("tests/{}/mutants.txt", topic.name))).unwrap_or_default();
    let row = |line: &str| {
        let mut fields = line.split(" | ").map(str::trim);
        let key = [fields.next()?, fields.next()?, fields.next()?].map(str::to_string);
        let reason = fields.next().filter(|reason| !reason.is_empty())?;
        Some((key, reason.to_string()))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
}
