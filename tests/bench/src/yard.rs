//! A copy of the repository in which the lesson of a topic is solved, beside a package for comparison.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use catalog::{Topic, files, root};

/// The rival: what a lesson would build if it were made on shuttle, and no more.
const RIVAL: &str = "[package]\nname = \"rival\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                     [dependencies]\nshuttle = \"=0.9.9\"\n\n[workspace]\n";

/// Gone when dropped.
pub struct Yard {
    pub folder: PathBuf,
    lessons: PathBuf,
}

impl Drop for Yard {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Yard {
    pub fn new(topic: &Topic) -> Yard {
        let lessons = PathBuf::from(format!("repository/lessons/{}/src", topic.name));
        let yard =
            Yard { lessons, folder: std::env::temp_dir().join(format!("bench-{}", std::process::id())) };
        for path in files(&root()) {
            let content = fs::read(root().join(&path)).expect("every file of the repository can be read");
            yard.write(&Path::new("repository").join(&path), &content);
        }
        for step in &topic.steps {
            let solved = fs::read(root().join(step.solution())).expect("it is solved");
            yard.write(&yard.lesson(&step.name), &solved);
        }
        yard.write(Path::new("rival/Cargo.toml"), RIVAL.as_bytes());
        yard.write(Path::new("rival/src/lib.rs"), b"");
        yard.cargo("rival", "none", &["fetch"]);
        yard
    }

    fn lesson(&self, step: &str) -> PathBuf {
        self.lessons.join(format!("{step}.rs"))
    }

    fn write(&self, path: &Path, content: &[u8]) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the copy can be written");
    }

    /// Saves a step as an editor would, with a change that the compiler has to look at.
    pub fn save(&self, step: &str, round: usize) {
        let path = self.lesson(step);
        let text = fs::read_to_string(self.folder.join(&path)).expect("the step can be read");
        self.write(&path, format!("{text}\npub const SAVED_{round}: usize = {round};\n").as_bytes());
    }

    /// Seconds that the command takes.
    pub fn cargo(&self, folder: &str, target: &str, arguments: &[&str]) -> f64 {
        self.ask_cargo(folder, target, arguments).0
    }

    /// The seconds, and what it printed.
    pub fn ask_cargo(&self, folder: &str, target: &str, arguments: &[&str]) -> (f64, String) {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(self.folder.join(folder)).args(arguments);
        for (name, value) in self.vars(target) {
            command.env(name, value);
        }
        for name in ours() {
            command.env_remove(name);
        }
        let start = Instant::now();
        let output = command.stdin(Stdio::null()).output().expect("cargo can be started");
        let took = start.elapsed().as_secs_f64();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        (took, String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Where cargo builds, which is not where this program was built.
    pub fn vars(&self, target: &str) -> [(&'static str, PathBuf); 1] {
        [("CARGO_TARGET_DIR", self.folder.join(target))]
    }

    pub fn forget(&self, target: &str) {
        let _ = fs::remove_dir_all(self.folder.join(target));
    }
}

/// What the cargo that runs this program has set.
pub fn ours() -> Vec<String> {
    let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let kept = ["CARGO_HOME", "CARGO_TARGET_DIR"];
    names.filter(|name| name.starts_with("CARGO_") && !kept.contains(&name.as_str())).collect()
}
