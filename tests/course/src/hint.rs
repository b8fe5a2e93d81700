//! `cargo course hint`: one more hint each time, or the one of a number.

use crate::memory::Memory;
use crate::paint::{HEADING, Paper, QUIET, commands, hang, wrap};
use crate::survey::State;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step, Topic};

pub fn command(
    course: &Course,
    memory: &Memory,
    topic: &Topic,
    step: Option<&Step>,
    number: Option<usize>,
    paper: &Paper,
) -> Answer<u8> {
    let open = || topic.steps.iter().find(|step| !State::of(course, memory, step).solved());
    let Some(step) = step.or_else(open) else {
        paper.print(&format!("\n{}의 단계를 모두 풀었습니다.", topic.title));
        return Ok(0);
    };
    let (page, more) = next(course, memory, step, number)?;
    let (label, verb) = if more { ("다음 힌트", "hint") } else { ("풀이", "solution") };
    let further = commands(&[(label, format!("cargo course {verb} {} {}", step.topic, step.name))]);
    paper.print(&format!("\n{page}\n\n{further}\n"));
    Ok(0)
}

/// The hints up to this number, or up to one more than were read so far, and whether there are more.
pub fn next(course: &Course, memory: &Memory, step: &Step, number: Option<usize>) -> Answer<(String, bool)> {
    let hints = course.hints(step);
    if hints.is_empty() {
        return Err(Trouble::blocked(
            format!("{} {}의 힌트를 찾지 못했습니다.", step.topic, step.name),
            format!("tests/{}/{}.rs 파일이 그대로 있는지 봅니다.", step.topic, step.name),
        ));
    }
    if number.is_some_and(|number| number == 0 || number > hints.len()) {
        return Err(Trouble::usage(
            format!("힌트는 1번부터 {}번까지 있습니다.", hints.len()),
            format!("이렇게 적습니다: cargo course hint {} {} 1", step.topic, step.name),
        ));
    }
    let read = memory.hints(step);
    let count = number.unwrap_or(read + 1).min(hints.len());
    memory.set_hints(step, read.max(count));
    let Step { topic, name, title } = step;
    let head = format!("{HEADING}{title}{HEADING:#} ({topic} {name}) 힌트 {count}/{}", hints.len());
    let mut page = vec![wrap(&head, 0)];
    for (index, hint) in hints.iter().take(count).enumerate() {
        let text = hang(&format!("{}. {hint}", index + 1), 2, 5);
        page.push(if index + 1 == count { text } else { format!("{QUIET}{text}{QUIET:#}") });
    }
    Ok((page.join("\n\n"), count < hints.len()))
}
