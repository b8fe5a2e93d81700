//! Which answer is judged, and what its learner calls things.

use std::path::{Path, PathBuf};

use report::{Finding, Report, Sources, Step, Topic, Verdict};

/// How paths and commands appear in reports.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The package that the printed commands name: `lesson-mutex`.
    pub package: String,
    /// `mutex`
    pub topic: String,
    /// The folder that holds the answer, from the root of the repository: `lessons/mutex`.
    pub folder: String,
    /// Where the lines of a story are found and what their files are called.
    pub sources: Sources,
    /// The root of the repository.
    pub root: PathBuf,
}

impl Desk {
    /// The desk of the package in `manifest_dir`, with one source file a step.
    pub fn of(manifest_dir: &str, topic: &Topic) -> Desk {
        let manifest_dir = Path::new(manifest_dir);
        let name = |path: &Path| {
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let shelf = manifest_dir.parent().map(name).unwrap_or_default();
        let topic_name = name(manifest_dir);
        let folder = format!("{shelf}/{topic_name}");
        let package = format!("{}-{topic_name}", shelf.strip_suffix('s').unwrap_or(&shelf));
        let sources = topic.steps.iter().fold(Sources::new(), |sources, step| {
            let file = format!("{folder}/src/{}.rs", step.name);
            sources.file(&file, &file, &manifest_dir.join("src").join(format!("{}.rs", step.name)))
        });
        let root = manifest_dir.ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default();
        Desk { package, topic: topic_name, folder, sources, root }
    }

    /// The topic behind this one on the path.
    pub(crate) fn next_topic(&self) -> Option<catalog::Entry> {
        catalog::path(&self.root).into_iter().skip_while(|entry| entry.name != self.topic).nth(1)
    }

    pub(crate) fn file(&self, step: &Step) -> String {
        format!("{}/src/{}.rs", self.folder, step.name)
    }

    pub(crate) fn command(&self, rest: &str) -> String {
        format!("cargo test -p {} -- {rest}", self.package)
    }
}

/// One answer to one step.
#[derive(Clone, Debug)]
pub struct Case {
    /// Tells this case from the others of its binary.
    pub id: String,
    pub step: &'static Step,
    pub desk: Desk,
}

impl Case {
    /// The cases of a lesson: one a step, in order.
    pub fn all(desk: &Desk, topic: &Topic) -> Vec<Case> {
        let case = |step: &'static Step| Case { id: step.name.to_string(), step, desk: desk.clone() };
        topic.steps.iter().map(case).collect()
    }

    /// What it means for the step that this was found at one of its promises.
    pub(crate) fn verdict(&self, promise: usize, finding: Finding) -> Verdict {
        let unfinished = finding.unfinished;
        let report = Box::new(Report {
            package: self.desk.package.clone(),
            topic: self.desk.topic.clone(),
            step: self.step.name.to_string(),
            title: self.step.title.to_string(),
            file: self.desk.file(self.step),
            untouched: unfinished && self.is_untouched(),
            promises: Report::promises(self.step, promise, &finding),
            finding,
        });
        if unfinished { Verdict::NotStarted(report) } else { Verdict::Rejected(report) }
    }

    fn is_untouched(&self) -> bool {
        let text = |path: &Path| Some(std::fs::read_to_string(path).ok()?.replace("\r\n", "\n"));
        let file = self.desk.sources.path(&self.desk.file(self.step));
        file.is_some_and(|file| {
            let topic = &self.desk.topic;
            let starter = format!("tests/course/starters/{topic}/{}.rs", self.step.name);
            let starter = file.ancestors().find_map(|folder| text(&folder.join(&starter)));
            starter.is_some() && starter == text(file)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_topic_is_the_one_behind_it_on_the_path() {
        let next = |topic: &str| {
            let lesson = catalog::root().join("lessons").join(topic);
            let topic = Topic { name: "", title: "", steps: &[] };
            Some(Desk::of(&lesson.to_string_lossy(), &topic).next_topic()?.name)
        };
        assert_eq!(next("mutex").as_deref(), Some("semaphore"), "the table in README.md is the path");
        assert_eq!(next("multiprocess"), None, "it is the last one");
    }
}
