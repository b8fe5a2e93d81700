//! Knows the tree: topics in the order of the path, their steps, titles, hints and promises, and where their files lie.
//!
//! It is the one reader of our own sources. The guide, the book, the galleries, the bench and the rules ask it, and it asks
//! the files each time: nothing needs to compile, since hints are wanted most while the code does not.
//!
//! | what | comes from |
//! | --- | --- |
//! | topics, their order, their two names | the table of topics in `README.md`, see [`path()`] |
//! | steps, their order, their titles | `solutions/<topic>/src/lib.rs`, which no learner edits |
//! | hints and promises | `tests/<topic>/<step>.rs` |
//! | the pages of the book | `book/src/SUMMARY.md`, see [`pages`] |

mod answers;
mod files;
mod manifest;
mod path;
pub mod rust;
mod summary;

use std::fs;
use std::path::{Path, PathBuf};

pub use answers::{Answer, Kind};
pub use files::{files, folders, names};
pub use manifest::dependencies;
pub use path::{Entry, path};
pub use summary::{Page, pages};

/// The repository, and what it teaches.
#[derive(Clone, Debug)]
pub struct Course {
    /// The folder that everything lies in.
    pub root: PathBuf,
    /// In the order of the path, also those that are not built yet.
    pub topics: Vec<Topic>,
}

/// A topic of the course.
#[derive(Clone, Debug)]
pub struct Topic {
    /// In English, as folders and packages are called: `subprocess`.
    pub name: String,
    /// In Korean: `자식 프로세스`.
    pub title: String,
    /// In order; empty while the topic is not built.
    pub steps: Vec<Step>,
}

/// A step of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// The name of its topic.
    pub topic: String,
    /// In English, as its file is called.
    pub name: String,
    /// In Korean.
    pub title: String,
}

/// The root of the repository that this program was built in.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("tests/catalog lies two folders deep").to_path_buf()
}

/// The names of the topics that have a lesson in this repository, in the order of the path.
pub fn topic_names() -> Vec<String> {
    Course::here().built().map(|topic| topic.name.clone()).collect()
}

/// The names of the steps of a topic of this repository, in order.
pub fn step_names(topic: &str) -> Vec<String> {
    let course = Course::here();
    let steps = course.topic(topic).into_iter().flat_map(|topic| &topic.steps);
    steps.map(|step| step.name.clone()).collect()
}

impl Course {
    /// The course below a root.
    pub fn at_root(root: PathBuf) -> Course {
        let mut named: Vec<(String, String)> =
            path(&root).into_iter().map(|entry| (entry.name, entry.title)).collect();
        for name in folders(&root.join("solutions")) {
            if !named.iter().any(|(known, _)| *known == name) {
                named.push((name.clone(), name));
            }
        }
        let topics = named.into_iter().map(|(name, title)| Topic { steps: steps(&root, &name), name, title });
        Course { topics: topics.collect(), root }
    }

    /// The course that this program was built in.
    pub fn here() -> Course {
        Course::at_root(root())
    }

    /// The course whose repository is around `here`, or else the one that this program was built in.
    pub fn around(here: &Path) -> Course {
        let is_root = |folder: &&Path| folder.join("tests/course/Cargo.toml").is_file();
        Course::at_root(here.ancestors().find(is_root).map_or_else(root, Path::to_path_buf))
    }

    /// The topic of that name.
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name == name)
    }

    /// The topics that have a lesson.
    pub fn built(&self) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(|topic| !topic.steps.is_empty())
    }

    /// Every step of every topic, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.topics.iter().flat_map(|topic| &topic.steps)
    }

    /// A path from the root.
    pub fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// The three hints of a step.
    pub fn hints(&self, step: &Step) -> Vec<String> {
        self.spec(step, "hints")
    }

    /// What a step promises, a sentence each.
    pub fn promises(&self, step: &Step) -> Vec<String> {
        self.spec(step, "says")
    }

    fn spec(&self, step: &Step, field: &str) -> Vec<String> {
        rust::texts(&fs::read_to_string(self.at(step.spec())).unwrap_or_default(), field)
    }
}

impl Topic {
    /// As the topic is called wherever both names have room: `자식 프로세스 (subprocess)`.
    pub fn heading(&self) -> String {
        match self.title == self.name {
            true => self.name.clone(),
            false => format!("{} ({})", self.title, self.name),
        }
    }

    /// Whether it has a lesson.
    pub fn is_built(&self) -> bool {
        !self.steps.is_empty()
    }

    /// The step of that name.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == name)
    }
}

impl Step {
    /// `lessons/mutex/src/counter.rs`, from the root.
    pub fn file(&self) -> String {
        format!("lessons/{}/src/{}.rs", self.topic, self.name)
    }

    /// `solutions/mutex/src/counter.rs`
    pub fn solution(&self) -> String {
        format!("solutions/{}/src/{}.rs", self.topic, self.name)
    }

    /// `tests/mutex/counter.rs`
    pub fn spec(&self) -> String {
        format!("tests/{}/{}.rs", self.topic, self.name)
    }

    /// `book/src/mutex/counter.md`
    pub fn page(&self) -> String {
        format!("book/src/{}/{}.md", self.topic, self.name)
    }

    /// `tests/course/starters/mutex/counter.rs`
    pub fn starter(&self) -> String {
        starter(&self.topic, &format!("{}.rs", self.name))
    }
}

/// Where the untouched copy of a lesson's file is kept.
pub fn starter(topic: &str, file: &str) -> String {
    format!("tests/course/starters/{topic}/{file}")
}

/// The steps of a topic in the order of its table of contents.
fn steps(root: &Path, topic: &str) -> Vec<Step> {
    let lib = root.join("solutions").join(topic).join("src/lib.rs");
    let modules = rust::modules(&fs::read_to_string(lib).unwrap_or_default());
    let step = |(name, title)| Step { topic: topic.to_string(), name, title };
    modules.into_iter().map(step).collect()
}
