//! Which answer is judged, and what its learner calls things.

use std::path::Path;

use interleave::Sources;

use crate::{Step, Topic};

/// How paths and commands appear in reports.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The package that the printed commands name: `lesson-mutex`.
    pub package: String,
    /// The folder that holds the answer, from the root of the repository: `lessons/mutex`.
    pub folder: String,
    /// Where the lines of a story are found and what their files are called.
    pub sources: Sources,
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
        Desk { package, folder, sources }
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
}
