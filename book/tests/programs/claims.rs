//! Where a page says that Python code loses, stops or mixes, a program of the book shows it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use libtest_mimic::Failed;

/// What speaks of Python.
const PYTHON: &[&str] = &[
    "파이썬",
    "CPython",
    "threading",
    "queue.Queue",
    "q.empty",
    "qsize",
    "task_done",
    "`with ",
    "multiprocessing",
    "concurrent.futures",
    "PoolExecutor",
    "`Pool`",
    "subprocess",
    "Popen",
    "os.fork",
    "`terminate",
    "shell=True",
];

/// What says that something goes wrong.
const WRONG: &[&str] = &[
    "잃",
    "멈추",
    "멈춥",
    "멈출",
    "멈춰",
    "섞",
    "영영",
    "끝없이",
    "돌아오지 않",
    "서로 기다",
    "서로를 기다",
    "끼어",
    "잠긴 채",
    "사라집",
    "틀립",
    "살아남",
];

/// What ends a sentence that has no full stop.
const END: &str = "\n";

/// A stretch of a page under one heading.
struct Section {
    /// `mutex/transfer.md#python`
    name: String,
    text: String,
    /// Whether it shows a Python program that the tests run.
    runs: bool,
    /// The sections that it links to, named as they are.
    links: Vec<String>,
}

/// Every claim has a program in its section, or a link to a section that has one.
pub(crate) fn are_shown(source: &Path, pages: &[PathBuf]) -> Result<(), Failed> {
    let mut sections = Vec::new();
    for page in pages.iter().filter(|page| page.extension().is_some_and(|kind| kind == "md")) {
        let name = page.strip_prefix(source).expect("below the source").to_string_lossy().replace('\\', "/");
        sections.extend(split(&name, &crate::read(page)));
    }
    let runs: HashMap<&str, bool> =
        sections.iter().map(|section| (section.name.as_str(), section.runs)).collect();
    let mut bare = Vec::new();
    let mut claims = 0;
    for section in &sections {
        let shown = section.runs || section.links.iter().any(|link| runs.get(link.as_str()) == Some(&true));
        for sentence in sentences(&section.text).filter(|sentence| is_claim(sentence)) {
            claims += 1;
            if !shown {
                bare.push(format!("{}: {}", section.name, sentence.trim()));
            }
        }
    }
    match (bare.is_empty(), claims) {
        (_, 0) => Err("파이썬에 관한 주장을 하나도 찾지 못했습니다. 찾는 말을 고칩니다.".into()),
        (true, _) => Ok(()),
        (false, _) => {
            let bare = bare.join("\n");
            Err(format!("보여 주는 프로그램이 없는 주장입니다. {{{{run …}}}}을 더합니다.\n{bare}").into())
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split("다. "))
}

fn is_claim(sentence: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    says(PYTHON) && says(WRONG)
}

fn split(page: &str, text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.starts_with("#")
            && !fenced
            && let Some((_, anchor)) = line.split_once("{#")
        {
            let name = format!("{page}#{}", anchor.trim_end_matches('}'));
            sections.push(Section { name, text: String::new(), runs: false, links: Vec::new() });
        }
        let Some(section) = sections.last_mut() else { continue };
        section.runs |= line.starts_with("{{run ")
            || line.starts_with("{{#include") && line.contains(".py")
            || line.starts_with("```guess output") && line.contains(".py.txt");
        if line.starts_with("```") {
            fenced = !fenced;
        } else if line.is_empty() {
            section.text.push_str(END);
        } else if !fenced && !line.starts_with('#') && !line.starts_with("{{") {
            // An item of a list is a sentence of its own.
            let end = if line.starts_with("- ") || line.starts_with('|') { END } else { " " };
            section.text.push_str(if line.starts_with("- ") { END } else { "" });
            section.text.push_str(line);
            section.text.push_str(end);
            section.links.extend(links(page, line));
        }
    }
    sections
}

/// The anchors on pages of the book that a line links to.
fn links(page: &str, line: &str) -> Vec<String> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let own = |target: &str| match target.strip_prefix("../") {
        Some(above) => above.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    };
    targets.filter(|target| target.contains(".md#")).map(own).collect()
}
