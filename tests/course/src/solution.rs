//! `cargo course solution`: the difference between the learner's answer and ours, and a walk through ours.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal, Write};

use similar::{ChangeTag, TextDiff};

use crate::files;
use crate::memory::Memory;
use crate::paint::{BAD, GOOD, HEADING, Paper, QUIET, wrap};
use crate::survey::State;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step};

pub fn command(course: &Course, memory: &Memory, step: &Step, yes: bool, paper: &Paper) -> Answer<u8> {
    let free = yes || State::of(course, memory, step).solved();
    if !free && !ask(&gives_away(step), "보려면 y를 누르고 Enter: ")? {
        paper.print("풀이를 보지 않았습니다.");
        return Ok(0);
    }
    paper.print(&format!("\n{}", page(course, step)?));
    Ok(0)
}

/// Asks on the terminal; where there is none, `--yes` must be typed.
pub fn ask(warning: &str, question: &str) -> Answer<bool> {
    if !io::stdin().is_terminal() {
        return Err(Trouble::usage(warning, "그래도 하려면 --yes를 붙입니다."));
    }
    let _ = write!(io::stderr(), "{}\n{question}", wrap(warning, 0));
    let mut answer = String::new();
    let _ = io::stdin().lock().read_line(&mut answer);
    Ok(agrees(answer.trim()))
}

/// `y`, also while the keyboard writes Hangul.
pub fn agrees(answer: &str) -> bool {
    matches!(answer, "y" | "Y" | "yes" | "ㅛ" | "네" | "예")
}

pub fn gives_away(step: &Step) -> String {
    format!(
        "{} {} 단계는 아직 풀었다고 확인되지 않았습니다. 풀이를 보면 스스로 찾아낼 것이 남지 않습니다.",
        step.topic, step.name
    )
}

pub fn page(course: &Course, step: &Step) -> Answer<String> {
    let path = step.solution();
    let reading = |error| Trouble::of_io(&format!("{path} 파일을 읽지 못했습니다"), &error);
    let solution = std::fs::read_to_string(course.at(&path)).map_err(reading)?;
    let head = format!("{HEADING}{} 풀이{HEADING:#} ({} {})", step.title, step.topic, step.name);
    let mut page = format!("{}\n\n", wrap(&head, 0));
    match files::read(course, step) {
        Ok(text) if text == solution => page.push_str("내 코드가 풀이와 글자까지 같습니다.\n"),
        Ok(text) if code(&text) == code(&solution) => {
            page.push_str("내 코드가 풀이와 같습니다. 다른 것은 주석과 빈 줄뿐입니다.\n");
        }
        Ok(text) => {
            let _ =
                writeln!(page, "{BAD}-{BAD:#} 내 코드  {}\n{GOOD}+{GOOD:#} 풀이     {path}\n", step.file());
            page.push_str(&difference(&text, &solution));
        }
        Err(_) => page.push_str(&solution),
    }
    if let Some(walk) = walk(course, step) {
        let _ = write!(page, "\n{HEADING}풀이를 따라가며{HEADING:#}\n{walk}");
    }
    Ok(format!("{page}\n\n{}", wrap("약속을 지키는 다른 답도 모두 맞는 답입니다.", 0)))
}

/// What the book says below the solution, where it has a page for the step.
pub fn walk(course: &Course, step: &Step) -> Option<String> {
    let path = course.at(format!("book/src/{}/{}.md", step.topic, step.name));
    let page = std::fs::read_to_string(path).ok()?;
    let after_code = page.split_once("{#solution}")?.1.split_once("```")?.1.split_once("```")?.1;
    let walk: Vec<&str> = after_code.lines().take_while(|line| !line.starts_with(['#', '<'])).collect();
    let walk = walk.join("\n").replace("**", "");
    let paragraphs = walk.trim().split("\n\n");
    let paragraphs = paragraphs.map(|text| wrap(&text.split_whitespace().collect::<Vec<_>>().join(" "), 2));
    Some(paragraphs.collect::<Vec<_>>().join("\n\n")).filter(|walk| !walk.is_empty())
}

/// The lines that are compiled, whatever stands around them.
fn code(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect()
}

fn difference(mine: &str, ours: &str) -> String {
    let difference = TextDiff::from_lines(mine, ours);
    let mut text = String::new();
    for (index, group) in difference.grouped_ops(3).iter().enumerate() {
        if index > 0 {
            let _ = writeln!(text, "{QUIET}  ...{QUIET:#}");
        }
        for change in group.iter().flat_map(|operation| difference.iter_changes(operation)) {
            let line = change.value().trim_end_matches(['\r', '\n']);
            let _ = match change.tag() {
                ChangeTag::Delete => writeln!(text, "{BAD}- {line}{BAD:#}"),
                ChangeTag::Insert => writeln!(text, "{GOOD}+ {line}{GOOD:#}"),
                ChangeTag::Equal => writeln!(text, "  {line}"),
            };
        }
    }
    text
}
