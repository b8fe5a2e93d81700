//! `cargo course explain`: what an error of the compiler means, with a program that meets it and one that is mended.

use std::fs;

use catalog::Course;
use explain::{Entry, GROUPS};

use crate::errors::paragraph;
use crate::paint::{BAD, GOOD, HEADING, Paper, QUIET, hang, wrap};
use crate::trouble::{Answer, Trouble};

pub fn command(course: &Course, code: Option<&str>, paper: &Paper) -> Answer<u8> {
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
    for entry in entries {
        paper.print(&format!("\n{}\n", page(course, entry)));
    }
    Ok(0)
}

/// Every code, and the mistakes it stands for.
fn listing() -> String {
    let mut parts = vec![wrap("코드를 붙이면 뜻과 고치는 방법을 보여 줍니다: cargo course explain E0382", 0)];
    for group in &GROUPS {
        let rows = group.entries.iter().map(|entry| {
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
    // rustc's own text, a line without words, then the title, the meaning and the advice.
    let told = file("told.txt");
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
