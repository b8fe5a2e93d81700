//! Notices saves: whatever the system says happened, what counts is what the files hold afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::mpsc::Sender;
use std::time::{Duration, SystemTime};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use crate::files::{self, Fault};
use catalog::Course;

pub struct Saves {
    watcher: Box<dyn Watcher>,
    seen: BTreeMap<String, Seen>,
    /// The system does not tell of saves here; the files are looked at twice a second.
    pub polling: bool,
}

#[derive(Clone, PartialEq, Eq)]
struct Seen {
    content: u64,
    time: Option<SystemTime>,
    /// Editors empty or remove a file for a moment as they save.
    halfway: bool,
}

/// What a look found.
pub enum Look {
    Nothing,
    /// Saved without a change: the path.
    Same(String),
    /// A save may be half-way.
    Soon,
    Changed(Vec<String>),
}

impl Saves {
    pub fn watch(course: &Course, say: &Sender<Event>) -> notify::Result<Saves> {
        let handler = |say: Sender<Event>| {
            move |event: notify::Result<notify::Event>| {
                let reading = |kind: &EventKind| matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write));
                if let Ok(event) = event
                    && !reading(&event.kind)
                {
                    let moved =
                        event.paths.iter().any(|path| path.file_name().is_some_and(|name| name == "lessons"));
                    let _ = say.send(Event::Files { moved });
                }
            }
        };
        let native = RecommendedWatcher::new(handler(say.clone()), Config::default());
        let native = native.and_then(|mut watcher| {
            watcher.watch(&course.root, RecursiveMode::NonRecursive)?;
            Ok(watcher)
        });
        let (watcher, polling): (Box<dyn Watcher>, bool) = match native {
            Ok(watcher) => (Box::new(watcher), false),
            Err(_) => {
                let config = Config::default().with_poll_interval(Duration::from_millis(500));
                (Box::new(PollWatcher::new(handler(say.clone()), config)?), true)
            }
        };
        let mut saves = Saves { watcher, seen: look(course), polling };
        saves.attach(course);
        Ok(saves)
    }

    /// Watches the folder that is called `lessons` now.
    pub fn attach(&mut self, course: &Course) {
        let lessons = course.at("lessons");
        let _ = self.watcher.unwatch(&lessons);
        let _ = self.watcher.watch(&lessons, RecursiveMode::Recursive);
    }

    pub fn look(&mut self, course: &Course, patient: bool) -> Look {
        let now = look(course);
        let changed = |path: &&String| {
            self.seen.get(*path).map(|seen| seen.content) != now.get(*path).map(|seen| seen.content)
        };
        let paths: std::collections::BTreeSet<&String> = self.seen.keys().chain(now.keys()).collect();
        let changed: Vec<String> = paths.into_iter().filter(changed).cloned().collect();
        let halfway = |path: &String| now.get(path).is_none_or(|seen| seen.halfway);
        if patient && changed.iter().any(halfway) {
            return Look::Soon;
        }
        let same = now
            .iter()
            .find(|(path, seen)| self.seen.get(*path).is_some_and(|before| before.time != seen.time));
        let same = same.map(|(path, _)| path.clone());
        self.seen = now;
        match (changed.is_empty(), same) {
            (false, _) => Look::Changed(changed),
            (true, Some(path)) => Look::Same(path),
            (true, None) => Look::Nothing,
        }
    }
}

/// Every source of every lesson as it is now.
fn look(course: &Course) -> BTreeMap<String, Seen> {
    let mut seen = BTreeMap::new();
    for topic in course.topics.iter().filter(|topic| !topic.steps.is_empty()) {
        for name in ["lib", "main"] {
            let path = format!("lessons/{}/src/{name}.rs", topic.name);
            let content = fs::read(course.at(&path)).unwrap_or_default();
            seen.insert(path, Seen { content: hash(&content), time: None, halfway: false });
        }
    }
    for step in course.steps() {
        let time = fs::metadata(course.at(step.file())).and_then(|about| about.modified()).ok();
        let (content, halfway) = match files::read(course, step) {
            Ok(text) => (hash(&(0, text)), false),
            Err(Fault::TooLong(bytes)) => (hash(&(1, bytes)), false),
            Err(fault) => {
                let halfway = matches!(fault, Fault::Missing | Fault::Empty | Fault::NotText);
                (hash(&(2, fault.sentence(step))), halfway)
            }
        };
        seen.insert(step.file(), Seen { content, time, halfway });
    }
    seen
}

fn hash(content: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}
