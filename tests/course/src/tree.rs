//! The repository: its topics, their steps, and the files that belong to them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::literals;

/// Every topic of the course in the order of the README, also those that have no lesson yet.
const TOPICS: [(&str, &str); 6] = [
    ("mutex", "뮤텍스"),
    ("semaphore", "세마포어"),
    ("queue", "큐"),
    ("multithread", "멀티스레드"),
    ("subprocess", "subprocess"),
    ("multiprocess", "멀티프로세스"),
];

#[derive(Clone, Debug)]
pub struct Course {
    pub root: PathBuf,
    pub topics: Vec<Topic>,
}

#[derive(Clone, Debug)]
pub struct Topic {
    pub name: String,
    pub title: String,
    /// Empty while the topic has no lesson.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    pub topic: String,
    pub name: String,
    pub title: String,
}

impl Course {
    /// The repository around `here`, or the one this program was built in.
    pub fn around(here: &Path) -> Course {
        let is_root = |folder: &&Path| folder.join("tests/course/Cargo.toml").is_file();
        let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
        let root = here.ancestors().find(is_root).or(built_in).unwrap_or(here).to_path_buf();
        let mut names: Vec<(String, String)> =
            TOPICS.map(|(name, title)| (name.to_string(), title.to_string())).to_vec();
        for name in folders(&root.join("solutions")) {
            if !names.iter().any(|(known, _)| *known == name) {
                names.push((name.clone(), name));
            }
        }
        let topics = names.into_iter().map(|(name, title)| Topic { steps: steps(&root, &name), name, title });
        Course { topics: topics.collect(), root }
    }

    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name == name)
    }

    /// Every step of every topic, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.topics.iter().flat_map(|topic| &topic.steps)
    }

    pub fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// What the spec of a step says under a name, such as its `hints`.
    pub fn spec(&self, step: &Step, field: &str) -> Vec<String> {
        let spec = self.at(format!("tests/{}/{}.rs", step.topic, step.name));
        literals::after(&fs::read_to_string(spec).unwrap_or_default(), field)
    }
}

impl Step {
    /// `lessons/mutex/src/counter.rs`, from the root.
    pub fn file(&self) -> String {
        format!("lessons/{}/src/{}.rs", self.topic, self.name)
    }

    pub fn solution(&self) -> String {
        format!("solutions/{}/src/{}.rs", self.topic, self.name)
    }

    pub fn starter(&self) -> String {
        starter(&self.topic, &format!("{}.rs", self.name))
    }
}

/// Where the untouched copy of a lesson's file is kept.
pub fn starter(topic: &str, file: &str) -> String {
    format!("tests/course/starters/{topic}/{file}")
}

/// The steps of a topic in the order of its table of contents. The one of the solution is read, for nobody edits it.
fn steps(root: &Path, topic: &str) -> Vec<Step> {
    let lib = root.join("solutions").join(topic).join("src/lib.rs");
    let text = fs::read_to_string(lib).unwrap_or_default();
    let mut title = "";
    let mut steps = Vec::new();
    for line in text.lines() {
        if let Some(words) = line.strip_prefix("/// ") {
            title = words;
        } else if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            let topic = topic.to_string();
            steps.push(Step { topic, name: name.to_string(), title: title.to_string() });
        }
    }
    steps
}

/// The folders below a folder, sorted; none if it cannot be read.
pub fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
