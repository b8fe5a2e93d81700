//! Puts other text in the place of a lesson's file, and keeps what was there below `.saved/`.
//!
//! At every moment the learner's text is whole under one of the two names, so nothing is lost whenever the power goes.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::files::part;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, folders};

pub const FOLDER: &str = ".saved";

/// Something that lay in the place of a lesson's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    pub topic: String,
    pub step: String,
    pub number: u32,
    /// From the root: `.saved/mutex/counter/1.rs`.
    pub path: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Replaced {
    /// The file held just that already.
    Unchanged,
    /// Nothing was there before.
    New,
    Kept(Kept),
}

/// `step` is the stem of a file of the lesson.
pub fn replace(course: &Course, topic: &str, step: &str, bytes: &[u8]) -> Answer<Replaced> {
    let file = format!("lessons/{topic}/src/{step}.rs");
    let path = course.at(&file);
    let there = fs::symlink_metadata(&path).ok();
    if there.as_ref().is_some_and(|about| about.is_file()) && fs::read(&path).is_ok_and(|old| old == bytes) {
        return Ok(Replaced::Unchanged);
    }
    let shelf = course.at(format!("{FOLDER}/{topic}/{step}"));
    let blocked = |error: io::Error| {
        let trouble = Trouble::of_io(&format!("{file} 파일을 바꾸지 못했습니다"), &error);
        Trouble {
            what: format!("{}\n그 자리에 있던 것은 그대로 있습니다.", trouble.what), ..trouble
        }
    };
    // What needs room on the disk comes first, while nothing has been moved.
    let new = part(&shelf, bytes).map_err(blocked)?;
    let swap = || -> io::Result<Option<String>> {
        hide_from_git(&course.at(FOLDER))?;
        fs::create_dir_all(path.parent().unwrap_or(&course.root))?;
        let kept = match &there {
            None => None,
            Some(about) => Some(keep(&path, &shelf, about.is_file())?),
        };
        let kept = match exchange(&new, &path) {
            Ok(()) => Some(keep_newer(&new, &shelf, kept)?),
            Err(_) => {
                fs::rename(&new, &path)?;
                kept
            }
        };
        settle(&shelf);
        settle(path.parent().unwrap_or(&course.root));
        Ok(kept)
    };
    match swap() {
        Ok(None) => Ok(Replaced::New),
        Ok(Some(name)) => Ok(Replaced::Kept(Kept {
            topic: topic.to_string(),
            step: step.to_string(),
            number: number(&name).unwrap_or(0),
            path: format!("{FOLDER}/{topic}/{step}/{name}"),
        })),
        Err(error) => {
            let _ = fs::remove_file(&new);
            Err(blocked(error))
        }
    }
}

/// Gives what lies at `path` a second name on the shelf, or its only one if it is no plain file.
fn keep(path: &Path, shelf: &Path, is_file: bool) -> io::Result<String> {
    let mut next = names(shelf).iter().filter_map(|name| number(name)).max().unwrap_or(0) + 1;
    loop {
        if !is_file {
            let name = next.to_string();
            let to = shelf.join(&name);
            if fs::symlink_metadata(&to).is_err() {
                fs::rename(path, to)?;
                return Ok(name);
            }
        } else {
            let name = format!("{next}.rs");
            let to = shelf.join(&name);
            match fs::hard_link(path, &to) {
                Ok(()) => return Ok(name),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                // Not every file system knows second names.
                Err(_) => {
                    let copy = part(shelf, &fs::read(path)?)?;
                    if fs::symlink_metadata(&to).is_err() {
                        fs::rename(copy, to)?;
                        return Ok(name);
                    }
                    fs::remove_file(copy)?;
                }
            }
        }
        next += 1;
    }
}

/// After an exchange `old` is what lay there at the last moment. An editor may have put it there since the file was kept.
fn keep_newer(old: &Path, shelf: &Path, kept: Option<String>) -> io::Result<String> {
    if !fs::symlink_metadata(old)?.is_file() {
        return keep(old, shelf, false);
    }
    let text = fs::read(old)?;
    let same = kept.filter(|kept| fs::read(shelf.join(kept)).is_ok_and(|kept| kept == text));
    let kept = same.map_or_else(|| keep(old, shelf, true), Ok)?;
    fs::remove_file(old)?;
    Ok(kept)
}

/// Swaps two names in one moment, where the system can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

fn hide_from_git(folder: &Path) -> io::Result<()> {
    match fs::OpenOptions::new().write(true).create_new(true).open(folder.join(".gitignore")) {
        Ok(mut file) => io::Write::write_all(&mut file, b"*\n"),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// A renamed file is only safe once its folder is.
fn settle(folder: &Path) {
    if cfg!(unix) {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn number(name: &str) -> Option<u32> {
    name.strip_suffix(".rs").unwrap_or(name).parse().ok()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Everything that was kept, oldest first within a step.
pub fn all(course: &Course) -> Vec<Kept> {
    let mut kept = Vec::new();
    for topic in folders(&course.at(FOLDER)) {
        for step in folders(&course.at(FOLDER).join(&topic)) {
            let shelf = format!("{FOLDER}/{topic}/{step}");
            for name in names(&course.at(&shelf)) {
                if let Some(number) = number(&name) {
                    let path = format!("{shelf}/{name}");
                    kept.push(Kept { topic: topic.clone(), step: step.clone(), number, path });
                }
            }
        }
    }
    kept.sort();
    kept
}

/// The list of what was put away together when a topic was reset last.
fn list(course: &Course, topic: &str) -> PathBuf {
    course.at(format!("{FOLDER}/{topic}/together"))
}

/// Notes what was put away together, so that one command brings it back.
pub fn note_together(course: &Course, topic: &str, kept: &[Kept]) -> Answer<()> {
    let lines: String = kept.iter().map(|kept| format!("{}\n", kept.path)).collect();
    let list = list(course, topic);
    let writing = |error| Trouble::of_io(&format!("{} 파일을 쓰지 못했습니다", list.display()), &error);
    crate::files::put(&list, lines.as_bytes()).map_err(writing)
}

/// What was put away together last, as far as it is still there.
pub fn together(course: &Course, topic: &str) -> Vec<Kept> {
    let lines = fs::read_to_string(list(course, topic)).unwrap_or_default();
    let kept = all(course).into_iter();
    kept.filter(|kept| kept.topic == topic && lines.lines().any(|line| line == kept.path)).collect()
}

impl Kept {
    pub fn restore_command(&self) -> String {
        format!("cargo course saved restore {} {} {}", self.topic, self.step, self.number)
    }

    /// Puts it back; what is there now is kept in turn.
    pub fn restore(&self, course: &Course) -> Answer<Replaced> {
        let path: PathBuf = course.at(&self.path);
        if path.is_dir() {
            return Err(Trouble::blocked(
                format!("{} 자리에 보관한 것은 폴더라서 단계 파일의 자리에 둘 수 없습니다.", self.path),
                "안에 든 파일을 직접 옮깁니다.",
            ));
        }
        let reading = |error| Trouble::of_io(&format!("{} 파일을 읽지 못했습니다", self.path), &error);
        replace(course, &self.topic, &self.step, &fs::read(path).map_err(reading)?)
    }
}
