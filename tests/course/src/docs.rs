//! The pages of std's documentation on what a step names.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browser;
use crate::paint::{COMMAND, HEADING, QUIET, wrap};
use catalog::{Course, Step};
use launch::like_the_shell;

/// Where the documentation stands for whoever has not installed it.
const ONLINE: &str = "https://doc.rust-lang.org/std/?search=";

/// An item of std, and where it is documented.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// `std::sync::Condvar::wait_while`
    pub path: String,
    pub address: String,
}

/// What the step's opening comment and its imports name, in that order.
pub fn items(course: &Course, step: &Step) -> Vec<Item> {
    let read = |path: String| std::fs::read_to_string(course.at(path)).ok();
    let text = read(step.starter()).or_else(|| read(step.file())).unwrap_or_default();
    let installed = installed();
    let item = |path: String| Item { address: address(&path, installed.as_deref()), path };
    named(&text).into_iter().take(9).map(item).collect()
}

/// The items with their numbers, which open them.
pub fn listed(items: &[Item]) -> String {
    if items.is_empty() {
        return wrap("이 단계의 머리말에는 표준 라이브러리의 이름이 나오지 않습니다.", 0);
    }
    let rows = items.iter().enumerate().map(|(index, item)| {
        format!("  {COMMAND}{}{COMMAND:#}  {}\n     {QUIET}{}{QUIET:#}", index + 1, item.path, item.address)
    });
    let rows: Vec<String> = rows.collect();
    format!("{HEADING}이 단계에 나오는 표준 라이브러리{HEADING:#} 숫자를 누르면 엽니다.\n{}", rows.join("\n"))
}

/// Paths that begin with `std::`, each once: those of the comments, or else those of the imports.
fn named(text: &str) -> Vec<String> {
    let opening: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
    let mut found = Vec::new();
    for (at, _) in opening.match_indices("std::") {
        let is_path = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
        let begins = !opening[..at].ends_with(is_path);
        let path: &str = opening[at..].split(|letter| !is_path(letter)).next().unwrap_or("");
        let path = path.trim_end_matches(':').to_string();
        if begins && !found.contains(&path) {
            found.push(path);
        }
    }
    let imports = text.lines().filter_map(|line| line.strip_prefix("use std::")?.strip_suffix(';'));
    if found.is_empty() {
        found.extend(imports.flat_map(imported));
    }
    found
}

/// `sync::{Arc, Mutex}` names two.
fn imported(words: &str) -> Vec<String> {
    let Some((module, names)) = words.split_once("::{") else { return vec![format!("std::{words}")] };
    let names = names.trim_end_matches('}').split(',').map(str::trim);
    names
        .filter(|name| *name != "self" && !name.is_empty())
        .map(|name| format!("std::{module}::{name}"))
        .collect()
}

/// The folder of the documentation that rustup installs.
fn installed() -> Option<PathBuf> {
    let mut command = Command::new("rustc");
    let output =
        like_the_shell(&mut command).args(["--print", "sysroot"]).stdin(Stdio::null()).output().ok()?;
    let sysroot = String::from_utf8(output.stdout).ok()?;
    Some(Path::new(sysroot.trim()).join("share/doc/rust/html")).filter(|folder| folder.join("std").is_dir())
}

fn address(path: &str, installed: Option<&Path>) -> String {
    let page = installed.and_then(|folder| page(path, folder));
    page.unwrap_or_else(|| format!("{ONLINE}{}", path.replace(':', "%3A")))
}

/// The item's own page, or its place on the page of its type.
fn page(path: &str, folder: &Path) -> Option<String> {
    let (parent, name) = path.rsplit_once("::")?;
    let kinds = ["struct", "enum", "trait", "fn", "macro", "type", "constant"];
    let file = |module: &str, name: &str| {
        let folder = folder.join(module.replace("::", "/"));
        let pages = kinds.iter().map(|kind| folder.join(format!("{kind}.{name}.html")));
        pages.chain([folder.join(name).join("index.html")]).find(|page| page.is_file())
    };
    if let Some(page) = file(parent, name) {
        return Some(browser::address(&page));
    }
    let (module, owner) = parent.rsplit_once("::")?;
    let page = file(module, owner)?;
    let text = std::fs::read_to_string(&page).ok()?;
    let places = ["method", "tymethod", "variant"].map(|kind| format!("{kind}.{name}"));
    let place = places.iter().find(|place| text.contains(&format!("id=\"{place}\"")))?;
    Some(format!("{}#{place}", browser::address(&page)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn 머리말이_먼저이고_없으면_쓰는_이름이다() {
        let imports = "use std::sync::{Arc, Mutex};\nuse std::thread;\nuse std::io::{self, Read};\n";
        let comment =
            "//! [`lock`](std::sync::Mutex::lock)과 [`std::thread::scope`]. 다시 `std::thread::scope`.\n";
        assert_eq!(named(&format!("{comment}\n{imports}")), ["std::sync::Mutex::lock", "std::thread::scope"]);
        assert_eq!(named(imports), ["std::sync::Arc", "std::sync::Mutex", "std::thread", "std::io::Read"]);
    }

    #[test]
    fn 설치된_문서의_쪽을_찾고_없으면_인터넷의_주소이다() {
        let folder = std::env::temp_dir().join(format!("course-docs-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("std/sync")).unwrap();
        std::fs::write(folder.join("std/sync/struct.Mutex.html"), "<section id=\"method.lock\">").unwrap();
        let mutex = browser::address(&folder.join("std/sync/struct.Mutex.html"));
        assert_eq!(address("std::sync::Mutex", Some(&folder)), mutex);
        assert_eq!(address("std::sync::Mutex::lock", Some(&folder)), format!("{mutex}#method.lock"));
        assert_eq!(address("std::sync::Mutex", None), format!("{ONLINE}std%3A%3Async%3A%3AMutex"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
