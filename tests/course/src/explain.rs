//! `cargo course explain`: what an error of the compiler means, with a program that meets it and one that is mended.

use std::fs;

use catalog::Course;
use explain::{Entry, GROUPS};
use report::text;

use crate::errors::paragraph;
use crate::paint::{BAD, GOOD, HEADING, Paper, QUIET, hang, width, wrap};
use crate::trouble::{Answer, Trouble};

/// `number` picks one of the mistakes that a code stands for; `all` shows every one with its programs.
pub fn command(
    course: &Course,
    code: Option<&str>,
    number: Option<usize>,
    all: bool,
    paper: &Paper,
) -> Answer<u8> {
    let Some(code) = code else {
        paper.print(&format!("\n{}\n", listing()));
        return Ok(0);
    };
    let entries: Vec<&Entry> = explain::of_code(code).collect();
    if entries.is_empty() {
        return Err(Trouble::usage(
            format!("설명이 준비되지 않은 코드입니다: {code}"),
            format!(
                "cargo course explain이 설명이 있는 코드를 모두 보여 줍니다. rustc의 영어 설명은 rustc --explain {code}로 봅니다."
            ),
        ));
    }
    if let Some(number) = number {
        let Some(entry) = number.checked_sub(1).and_then(|index| entries.get(index)) else {
            return Err(Trouble::usage(
                format!("{code}에는 {number}번이 없습니다. 1부터 {}까지입니다.", entries.len()),
                format!("cargo course explain {code}가 번호를 보여 줍니다."),
            ));
        };
        paper.print(&format!("\n{}\n", page(course, entry)));
        return Ok(0);
    }
    match explain::meaning(code) {
        Some(meaning) if !all => paper.print(&format!("\n{}", overview(course, code, meaning, &entries))),
        _ => entries.iter().for_each(|entry| paper.print(&format!("\n{}\n", page(course, entry)))),
    }
    Ok(0)
}

/// The mistakes that a code stands for, a line each, with rustc's words by which to recognise it.
fn overview(course: &Course, code: &str, meaning: &str, entries: &[&Entry]) -> String {
    let code = entries
        .iter()
        .flat_map(|entry| entry.codes)
        .find(|known| known.eq_ignore_ascii_case(code))
        .map_or(code, |known| *known);
    let row = |(index, entry): (usize, &&Entry)| {
        let title = entry.title;
        let rest = width().saturating_sub(text::columns(title) + 7);
        let words = text::cut(&words(&told(course, entry)), rest);
        format!("{:>4} {title}  {QUIET}{words}{QUIET:#}", index + 1)
    };
    let rows: Vec<String> = entries.iter().enumerate().map(row).collect();
    let groups = GROUPS.iter().filter(|group| group.entries().any(|entry| entry.codes.contains(&code)));
    let groups: Vec<&str> = groups.map(|group| group.title).collect();
    format!(
        "{}\n{}\n{}\n{}",
        wrap(&format!("{HEADING}{code}{HEADING:#} {meaning}"), 0),
        rows.join("\n"),
        wrap(
            &format!(
                "rustc의 `^^^^` 옆과 비슷한 경우를 골라 봅니다: cargo course explain {code} 1 (모두 보려면 --all)"
            ),
            0
        ),
        wrap(&format!("책: 컴파일 오류, {}", groups.join(", ")), 0),
    )
}

/// What rustc writes below the place, or its first line where it writes nothing there.
fn words(told: &str) -> String {
    let said = told.split("\n\n").next().unwrap_or("");
    let label = said.lines().skip(1).find_map(|line| line.rsplit_once('^').map(|(_, label)| label));
    let label = label.unwrap_or("").trim_start_matches(['-', ' ']);
    let first = said.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(_, message)| message);
    if label.is_empty() { first.to_string() } else { label.to_string() }
}

/// What was kept of a mistake: rustc's own text, a line without words, then the title, the meaning and the advice.
fn told(course: &Course, entry: &Entry) -> String {
    let path = course.at(format!("tests/explain/programs/{}/told.txt", entry.id));
    fs::read_to_string(path).unwrap_or_default()
}

/// Every code, and the mistakes it stands for.
fn listing() -> String {
    let mut parts = vec![wrap(
        "코드를 붙이면 뜻과 고치는 방법을 보여 줍니다: cargo course explain E0382. 여러 경우가 있으면 한 줄씩 보여 주고, 번호를 더 붙이면 그 경우를 보여 줍니다: cargo course explain E0382 2",
        0,
    )];
    for group in &GROUPS {
        let rows = group.entries().map(|entry| {
            let codes = if entry.codes.is_empty() { "문법".to_string() } else { entry.codes.join(", ") };
            hang(&format!("{codes}: {}", entry.title), 2, 4)
        });
        let rows: Vec<String> = rows.collect();
        parts.push(format!("{HEADING}{}{HEADING:#}\n{}", group.title, rows.join("\n")));
    }
    parts.join("\n\n")
}

fn page(course: &Course, entry: &Entry) -> String {
    let file = |name: &str| {
        let path = course.at(format!("tests/explain/programs/{}/{name}", entry.id));
        fs::read_to_string(path).unwrap_or_default()
    };
    let told = told(course, entry);
    let ours = told.trim_end().rsplit("\n\n").next().unwrap_or("");
    let (title, rest) = ours.split_once('\n').unwrap_or((entry.title, ""));
    let text: Vec<String> = rest.lines().map(paragraph).collect();
    let code = |name: &str| {
        let lines = file(name);
        let lines: Vec<String> =
            lines.lines().map(|line| format!("    {line}").trim_end().to_string()).collect();
        lines.join("\n")
    };
    format!(
        "{HEADING}{title}{HEADING:#} {QUIET}{}{QUIET:#}\n{}\n\n  {BAD}거절하는 코드{BAD:#}\n{}\n\n  {GOOD}고친 코드{GOOD:#}\n{}",
        entry.codes.join(", "),
        text.join("\n"),
        code("refused.rs"),
        code("mended.rs"),
    )
}
