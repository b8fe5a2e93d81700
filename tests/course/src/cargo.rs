//! Builds the tests of a lesson, and tells how far it got.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use nanoserde::DeJson;

use launch::like_the_shell;

use crate::child::{Stop, pieces};
use crate::errors::{Error, Errors, Warnings};
use crate::memory::{self, Memory};
use crate::trouble::{Answer, Trouble};
use catalog::Course;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// So many of so many crates are compiled, besides those that were from the start.
    Compiling(usize, usize),
    /// Another cargo is at work in the same folder.
    Blocked,
    Downloading,
    Judging,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Built {
    Ready {
        program: PathBuf,
        warnings: Warnings,
    },
    /// The learner's code does not compile.
    Errors(Errors),
    Stopped,
}

pub struct Cargo<'a> {
    pub course: &'a Course,
    pub memory: &'a Memory,
    pub color: bool,
    pub stop: &'a Stop,
    pub tell: &'a (dyn Fn(Note) + Sync),
}

/// A line that cargo writes with `--message-format=json`.
#[derive(DeJson)]
struct Message {
    reason: String,
    target: Option<Target>,
    executable: Option<String>,
    fresh: Option<bool>,
    success: Option<bool>,
    manifest_path: Option<String>,
    message: Option<explain::Message>,
}

#[derive(DeJson)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// What cargo said of a build.
#[derive(Default)]
struct Said {
    program: Option<PathBuf>,
    fresh: bool,
    success: bool,
    errors: Errors,
    warnings: Warnings,
    /// Errors that are not in the lesson.
    elsewhere: String,
    stderr: String,
}

impl Cargo<'_> {
    pub fn build(&self, topic: &str) -> Answer<Built> {
        let lesson = memory::lesson(self.course, topic);
        let known = || self.memory.built(self.course, topic);
        let before = known();
        let mut said = self.run(topic)?;
        // Cargo goes by the times of files. A clock that was set back, or an old file put in place, deceives it;
        // a guide in another terminal that built it while this one waited does not.
        if said.fresh && !before && !known() && !self.stop.stopped() {
            self.forget(topic)?;
            said = self.run(topic)?;
        }
        if self.stop.stopped() {
            return Ok(Built::Stopped);
        }
        if said.success
            && let Some(program) = said.program
        {
            self.memory.set_built(topic, lesson);
            return Ok(Built::Ready { program, warnings: said.warnings });
        }
        if !said.errors.is_empty() {
            return Ok(Built::Errors(said.errors));
        }
        Err(self.failed(topic, &said.stderr, &said.elsewhere))
    }

    fn cargo(&self) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        like_the_shell(&mut command).current_dir(&self.course.root).stdin(Stdio::null());
        command
    }

    fn forget(&self, topic: &str) -> Answer<()> {
        let mut command = self.cargo();
        command.args(["clean", "--quiet", "-p", &format!("lesson-{topic}")]).stdout(Stdio::null());
        let failed = |error| Trouble::of_io("cargo를 실행하지 못했습니다", &error);
        command.stderr(Stdio::null()).status().map(|_| ()).map_err(failed)
    }

    fn run(&self, topic: &str) -> Answer<Said> {
        let failed = |error| Trouble::of_io("cargo를 실행하지 못했습니다", &error);
        let format = if self.color { "json-diagnostic-rendered-ansi" } else { "json" };
        let mut command = self.cargo();
        command.args(["test", "--no-run", "--test", "spec", "-p", &format!("lesson-{topic}")]);
        command.arg(format!("--message-format={format}"));
        command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
        command.env("CARGO_TERM_QUIET", "false").env("CARGO_TERM_COLOR", "never");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let Some(mut child) = self.stop.start(&mut command).map_err(failed)? else {
            return Ok(Said::default());
        };
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let text = Mutex::new(String::new());
        let mut said = Said::default();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut fresh = None;
                for piece in stderr.into_iter().flat_map(|err| pieces(err, b"\n\r")) {
                    let mut text = text.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    self.hear(&piece, &mut fresh, &mut text);
                }
            });
            for line in stdout.into_iter().flat_map(|out| pieces(out, b"\n")) {
                if let Ok(message) = Message::deserialize_json(&line) {
                    said.read(&message, topic);
                }
            }
        });
        said.success &= self.stop.reap(child).map_err(failed)?.success();
        said.stderr = text.into_inner().unwrap_or_default();
        Ok(said)
    }

    /// Cargo's progress bar, or a line of what it has to say.
    fn hear(&self, piece: &str, fresh: &mut Option<usize>, text: &mut String) {
        let piece = piece.trim();
        if let Some((_, bar)) = piece.split_once('[')
            && piece.starts_with("Building")
        {
            let count =
                bar.split_once(']').and_then(|(_, rest)| rest.split_once(':')).map(|(count, _)| count);
            let count = count.and_then(|count| count.trim().split_once('/'));
            if let Some((Ok(done), Ok(all))) = count.map(|(done, all)| (done.parse(), all.parse::<usize>())) {
                let fresh = *fresh.get_or_insert(done);
                (self.tell)(Note::Compiling(done.saturating_sub(fresh), all.saturating_sub(fresh)));
            }
        } else if piece.starts_with("Blocking") {
            (self.tell)(Note::Blocked);
        } else if piece.starts_with("Downloading") || piece.starts_with("Updating") {
            (self.tell)(Note::Downloading);
        } else if !piece.is_empty() && text.len() < 1 << 20 {
            text.push_str(piece);
            text.push('\n');
        }
    }

    /// Cargo itself failed; nothing in the lesson is to blame, or it is one of the lesson's own manifests.
    fn failed(&self, topic: &str, stderr: &str, elsewhere: &str) -> Trouble {
        let said: Vec<&str> = stderr.lines().skip_while(|line| !line.starts_with("error")).collect();
        let said = if said.is_empty() { stderr.trim().to_string() } else { said.join("\n") };
        let said = format!("{elsewhere}{said}");
        let network = ["download", "network", "dns", "resolve host", "--offline", "Could not connect"];
        let full = ["No space left", "Disk quota exceeded"];
        let full = said.lines().find(|line| full.iter().any(|word| line.contains(word)));
        let advice = if full.is_some() {
            "디스크에 남은 자리가 없습니다. 쓰지 않는 파일을 지운 뒤 다시 실행합니다."
        } else if network.iter().any(|word| said.contains(word)) {
            "첫 빌드는 인터넷에서 라이브러리를 받습니다. 연결된 곳에서 한 번 실행하면 그 뒤로는 연결 없이 됩니다."
        } else if !self.course.at(format!("lessons/{topic}/Cargo.toml")).is_file() {
            "lessons/ 폴더를 옮기거나 이름을 바꾸었다면 되돌립니다."
        } else {
            "cargo course doctor로 도구를 살펴봅니다."
        };
        let said = full.map_or(&*said, |line| line.split(" (os error").next().unwrap_or(line));
        Trouble::blocked(format!("cargo가 빌드하지 못했습니다: lesson-{topic}\n{said}"), advice)
    }
}

impl Said {
    fn read(&mut self, said: &Message, topic: &str) {
        let target = said.target.as_ref();
        let spec = target.is_some_and(|target| target.name == "spec" && target.kind == ["test"]);
        match said.reason.as_str() {
            "compiler-artifact" if spec => {
                self.program = said.executable.as_ref().map(PathBuf::from);
                self.fresh = said.fresh == Some(true);
            }
            "build-finished" => self.success = said.success == Some(true),
            "compiler-message" => {
                let Some(message) = &said.message else { return };
                let path = said.manifest_path.as_deref().unwrap_or_default().replace('\\', "/");
                if path.ends_with(&format!("lessons/{topic}/Cargo.toml")) {
                    self.diagnose(message, topic);
                } else if message.level == "error" {
                    self.elsewhere.push_str(message.rendered.as_deref().unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    fn diagnose(&mut self, message: &explain::Message, topic: &str) {
        let rendered = shown(message.rendered.as_deref().unwrap_or_default(), topic);
        let primary = message.spans.iter().filter(|span| span.is_primary);
        let places: Vec<_> = primary
            .map(|span| span.in_the_program())
            .map(|span| (shown(&span.file_name.replace('\\', "/"), topic), span.line_start))
            .collect();
        if message.level == "warning" && !message.spans.is_empty() {
            self.warnings.add(places);
        } else if message.refuses() {
            let explanation = explain::explain(&explain::Diagnostic::of(message));
            self.errors.add(Error { text: rendered.trim_end().to_string(), explanation, places });
        }
    }
}

/// The spec is compiled from its own folder: `lessons/mutex/tests/../src/counter.rs`.
fn shown(text: &str, topic: &str) -> String {
    let folder = format!("lessons/{topic}/tests/../");
    text.replace(&format!("{folder}../../"), "").replace(&folder, &format!("lessons/{topic}/"))
}
