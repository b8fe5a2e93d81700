//! Makes the files of a topic or of a step, with the lines that are the same in every one of them.
//!
//! What stands there is never overwritten; what is to be written by hand says [`TO_WRITE`], and the rules name each place.

use std::fs;
use std::io;
use std::path::Path;

use catalog::{Course, Topic, names};

/// Stands where somebody has to write, in every file made here.
pub const TO_WRITE: &str = "채울 것";

/// How the steps of a topic are judged, as far as the files that every topic has can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// In every order, with the models in the place of the crates.
    Modelled,
    /// With real processes.
    Real,
}

/// The lines of one kind of topic.
pub(crate) struct Fixed {
    lesson: &'static str,
    solution: &'static str,
    pub(crate) gallery: &'static str,
    pub(crate) main_of_spec: &'static str,
    lib: &'static str,
    spec: &'static str,
    spec_of_step: &'static str,
}

macro_rules! template {
    ($($part:literal),+) => { include_str!(concat!("../templates/", $($part),+)) };
}

macro_rules! fixed {
    ($kind:literal) => {
        Fixed {
            lesson: template!($kind, "/lesson.toml"),
            solution: template!($kind, "/solution.toml"),
            gallery: template!($kind, "/gallery.toml"),
            main_of_spec: template!($kind, "/spec_main.rs"),
            lib: template!($kind, "/lib.rs"),
            spec: template!($kind, "/spec.rs"),
            spec_of_step: template!($kind, "/step_spec.rs"),
        }
    };
}

impl How {
    /// Both.
    pub const ALL: [How; 2] = [How::Modelled, How::Real];

    pub(crate) fn fixed(self) -> Fixed {
        match self {
            How::Modelled => fixed!("modelled"),
            How::Real => fixed!("real"),
        }
    }
}

/// A template for a topic.
pub(crate) fn of_topic(template: &str, topic: &Topic) -> String {
    template.replace("{{topic}}", &topic.name).replace("{{title}}", &topic.title)
}

fn put(course: &Course, path: &str, text: &str, made: &mut Vec<String>) -> io::Result<()> {
    let full = course.at(path);
    if full.exists() {
        return Ok(());
    }
    fs::create_dir_all(full.parent().unwrap_or(Path::new(".")))?;
    fs::write(full, text)?;
    made.push(path.to_string());
    Ok(())
}

/// The files of a topic that is on the path. Returns those that were made.
///
/// # Errors
/// If a file cannot be written.
pub fn topic(course: &Course, topic: &Topic, how: How) -> io::Result<Vec<String>> {
    let mut made = Vec::new();
    let (name, fixed) = (&topic.name, how.fixed());
    for (path, template) in [
        (format!("lessons/{name}/Cargo.toml"), fixed.lesson),
        (format!("lessons/{name}/{name}.py"), template!("program.py")),
        (format!("lessons/{name}/src/lib.rs"), fixed.lib),
        (format!("lessons/{name}/src/main.rs"), template!("main.rs")),
        (format!("lessons/{name}/tests/spec.rs"), fixed.main_of_spec),
        (format!("solutions/{name}/Cargo.toml"), fixed.solution),
        (format!("solutions/{name}/src/lib.rs"), fixed.lib),
        (format!("solutions/{name}/src/main.rs"), template!("main.rs")),
        (format!("solutions/{name}/tests/spec.rs"), fixed.main_of_spec),
        (format!("tests/{name}/spec.rs"), fixed.spec),
        (format!("tests/{name}/gallery/Cargo.toml"), fixed.gallery),
        (format!("book/src/{name}.md"), template!("chapter.md")),
    ] {
        put(course, &path, &of_topic(template, topic), &mut made)?;
    }
    if how == How::Real {
        let path = format!("tests/{name}/programs.rs");
        put(course, &path, &of_topic(template!("real/programs.rs"), topic), &mut made)?;
    }
    Ok(made)
}

/// The files of a step behind the last one of its topic. Returns those that were made or added to.
///
/// # Errors
/// If a file cannot be read or written.
pub fn step(course: &Course, topic: &Topic, name: &str, title: &str, how: How) -> io::Result<Vec<String>> {
    let mut made = Vec::new();
    let of = &topic.name;
    for (path, template) in [
        (format!("lessons/{of}/src/{name}.rs"), template!("step/starter.rs")),
        (format!("solutions/{of}/src/{name}.rs"), template!("step/solution.rs")),
        (format!("tests/{of}/{name}.rs"), how.fixed().spec_of_step),
        (format!("book/src/{of}/{name}.md"), template!("step/page.md")),
    ] {
        let text = template.replace("{{topic}}", of).replace("{{step}}", name).replace("{{title}}", title);
        put(course, &path, &text, &mut made)?;
    }
    if topic.step(name).is_none() {
        for folder in ["lessons", "solutions"] {
            let path = format!("{folder}/{of}/src/lib.rs");
            change(course, &path, |text| listed_in_lib(&text, name, title))?;
            made.push(path);
        }
        let path = format!("tests/{of}/spec.rs");
        change(course, &path, |text| listed_in_spec(&text, name))?;
        made.push(path);
    }
    let sources = format!("lessons/{of}/src");
    let shelf = course.at(catalog::starter(of, ""));
    fs::create_dir_all(&shelf)?;
    for file in names(&course.at(&sources)) {
        fs::copy(course.at(&sources).join(&file), shelf.join(&file))?;
    }
    Ok(made)
}

fn change(course: &Course, path: &str, change: impl FnOnce(String) -> String) -> io::Result<()> {
    let full = course.at(path);
    let text = change(fs::read_to_string(&full)?);
    fs::write(full, text)
}

/// Behind the last step, before whatever joins them.
fn listed_in_lib(lib: &str, name: &str, title: &str) -> String {
    let last = lib.rfind("\npub mod ").map(|start| start + 1);
    let end = last.and_then(|start| lib[start..].find('\n').map(|length| start + length + 1));
    let (before, after) = lib.split_at(end.unwrap_or(lib.len()));
    format!("{before}\n/// {title}\npub mod {name};\n{after}")
}

fn listed_in_spec(spec: &str, name: &str) -> String {
    let listed = match spec.contains("&[]") {
        true => spec.replacen("&[]", &format!("&[{name}::STEP]"), 1),
        false => spec.replacen("::STEP]", &format!("::STEP, {name}::STEP]"), 1),
    };
    let first = !spec.contains("pub mod ");
    let place = if first { "pub const TOPIC" } else { "pub mod " };
    let module = format!("pub mod {name};\n{}{place}", if first { "\n" } else { "" });
    listed.replacen(place, &module, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_listed_behind_the_others() {
        let lib = "//! 큐\n\n/// 하나\npub mod one;\n\nuse one::One;\n";
        let wanted = "//! 큐\n\n/// 하나\npub mod one;\n\n/// 둘\npub mod two;\n\nuse one::One;\n";
        assert_eq!(listed_in_lib(lib, "two", "둘"), wanted);
        assert_eq!(listed_in_lib("//! 큐\n", "one", "하나"), "//! 큐\n\n/// 하나\npub mod one;\n");
        let spec = "use crate as answer;\n\npub const TOPIC: T = T { steps: &[] };\n";
        let one = "use crate as answer;\n\npub mod one;\n\npub const TOPIC: T = T { steps: &[one::STEP] };\n";
        assert_eq!(listed_in_spec(spec, "one"), one);
        let both = "use crate as answer;\n\npub mod two;\npub mod one;\n\npub const TOPIC: T = T { steps: &[one::STEP, two::STEP] };\n";
        assert_eq!(listed_in_spec(one, "two"), both);
    }
}
