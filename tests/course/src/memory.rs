//! What is remembered below `target/`: verdicts by content, and how many hints were read.
//!
//! A verdict is a file named for the content of the step and for everything else the verdict depends on. Whatever
//! changes, the name changes with it, so nothing here can be out of date; what is deleted is judged again.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::files::{self, put};
use catalog::{Course, Step, folders};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Solved,
    NotStarted,
    Rejected,
}

impl From<&report::Verdict> for Outcome {
    fn from(verdict: &report::Verdict) -> Outcome {
        match verdict {
            report::Verdict::Solved => Outcome::Solved,
            report::Verdict::NotStarted(_) => Outcome::NotStarted,
            report::Verdict::Rejected(_) => Outcome::Rejected,
        }
    }
}

impl Outcome {
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Solved => "solved",
            Outcome::NotStarted => "not_started",
            Outcome::Rejected => "rejected",
        }
    }

    pub fn of(word: &str) -> Option<Outcome> {
        [Outcome::Solved, Outcome::NotStarted, Outcome::Rejected]
            .into_iter()
            .find(|outcome| outcome.word() == word.trim())
    }
}

/// What a verdict is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    content: u64,
    ground: u64,
}

#[derive(Clone, Debug)]
pub struct Memory {
    folder: PathBuf,
}

impl Memory {
    pub fn of(course: &Course) -> Memory {
        Memory { folder: target(&course.root).join("course") }
    }

    /// `None` if the file cannot be read as a step.
    pub fn key(&self, course: &Course, step: &Step) -> Option<Key> {
        let text = files::read(course, step).ok()?;
        let mut content = DefaultHasher::new();
        text.hash(&mut content);
        // A step that reaches outside of its file stands or falls with its neighbours.
        if ["crate", "super", "include", "#[path", "mod "].iter().any(|word| text.contains(word)) {
            lesson(course, &step.topic).hash(&mut content);
        }
        Some(Key { content: content.finish(), ground: ground(course, step) })
    }

    pub fn recall(&self, step: &Step, key: &Key) -> Option<Outcome> {
        Outcome::of(&fs::read_to_string(self.file(step, key)).ok()?)
    }

    /// A memory that cannot be written is one that is asked again.
    pub fn remember(&self, step: &Step, key: &Key, outcome: Outcome) {
        let _ = put(&self.file(step, key), outcome.word().as_bytes());
    }

    /// How many different answers to a step have been judged.
    pub fn attempts(&self, step: &Step) -> usize {
        let entries = fs::read_dir(self.step("verdicts", step)).into_iter().flatten().flatten();
        let content =
            |name: String| name.split_once('-').map(|(content, _)| content.to_string()).unwrap_or_default();
        let contents: std::collections::BTreeSet<String> =
            entries.map(|entry| content(entry.file_name().to_string_lossy().into_owned())).collect();
        contents.len()
    }

    pub fn hints(&self, step: &Step) -> usize {
        let count = fs::read_to_string(self.step("hints", step)).unwrap_or_default();
        count.trim().parse().unwrap_or(0)
    }

    pub fn set_hints(&self, step: &Step, count: usize) {
        let _ = put(&self.step("hints", step), count.to_string().as_bytes());
    }

    /// Whether the binary of a topic was last built, by us, from what the lesson holds now.
    pub fn built(&self, course: &Course, topic: &str) -> bool {
        let built = fs::read_to_string(self.folder.join("built").join(topic)).unwrap_or_default();
        built == format!("{:016x}", lesson(course, topic))
    }

    /// Whether the binary of a topic was ever built by us: the first build takes longest.
    pub fn ever_built(&self, topic: &str) -> bool {
        self.folder.join("built").join(topic).is_file()
    }

    pub fn set_built(&self, topic: &str, lesson: u64) {
        let _ = put(&self.folder.join("built").join(topic), format!("{lesson:016x}").as_bytes());
    }

    fn step(&self, shelf: &str, step: &Step) -> PathBuf {
        self.folder.join(shelf).join(&step.topic).join(&step.name)
    }

    fn file(&self, step: &Step, key: &Key) -> PathBuf {
        self.step("verdicts", step).join(format!("{:016x}-{:016x}", key.content, key.ground))
    }
}

/// Where cargo builds.
pub fn target(root: &Path) -> PathBuf {
    if let Some(folder) = std::env::var_os("CARGO_TARGET_DIR") {
        return std::path::absolute(&folder).unwrap_or(folder.into());
    }
    let program = std::env::current_exe().unwrap_or_default();
    let tagged = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    tagged.map_or_else(|| root.join("target"), Path::to_path_buf)
}

/// Everything in a lesson that its build depends on.
pub fn lesson(course: &Course, topic: &str) -> u64 {
    let folder = course.at("lessons").join(topic);
    hash_of(&["Cargo.toml", "src", "tests"].map(|name| folder.join(name)))
}

/// What judges a step: its spec, the engine, and the versions of everything else.
fn ground(course: &Course, step: &Step) -> u64 {
    let spec = course.at("tests").join(&step.topic);
    let tests = course.at("tests");
    let mut parts =
        vec![spec.join("spec.rs"), spec.join(format!("{}.rs", step.name)), course.at("Cargo.lock")];
    parts.push(spec.join(&step.name));
    let crates = folders(&tests).into_iter().filter(|name| name != "course" && name != "grading");
    let judging = |folder: &PathBuf| folder.join("src").is_dir() || folder.ends_with("model");
    parts.extend(crates.map(|name| tests.join(name)).filter(judging));
    hash_of(&parts)
}

fn hash_of(parts: &[PathBuf]) -> u64 {
    fn add(path: &Path, hasher: &mut DefaultHasher) {
        path.file_name().hash(hasher);
        if !path.is_dir() {
            return fs::read(path).unwrap_or_default().hash(hasher);
        }
        let mut inside: Vec<PathBuf> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        inside.sort();
        for path in inside.iter().filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "rs"))
        {
            add(path, hasher);
        }
    }
    let mut hasher = DefaultHasher::new();
    for part in parts {
        add(part, &mut hasher);
    }
    hasher.finish()
}
