//! `cargo course hint`: one more hint each time.

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
    paper: &Paper,
) -> Answer<u8> {
    let open = || topic.steps.iter().find(|step| !State::of(course, memory, step).solved());
    let Some(step) = step.or_else(open) else {
        paper.print(&format!("\n{}의 단계를 모두 풀었습니다.", topic.title));
        return Ok(0);
    };
    let (page, more) = next(course, memory, step)?;
    let (label, verb) = if more { ("다음 힌트", "hint") } else { ("풀이", "solution") };
    let further = commands(&[(label, format!("cargo course {verb} {} {}", step.topic, step.name))]);
    paper.print(&format!("\n{page}\n\n{further}\n"));
    Ok(0)
}

/// The hints read so far and the next one, and whether there are more.
pub fn next(course: &Course, memory: &Memory, step: &Step) -> Answer<(String, bool)> {
    let hints = course.hints(step);
    if hints.is_empty() {
        return Err(Trouble::blocked(
            format!("{} {}의 힌트를 찾지 못했습니다.", step.topic, step.name),
            format!("tests/{}/{}.rs 파일이 그대로 있는지 봅니다.", step.topic, step.name),
        ));
    }
    let count = (memory.hints(step) + 1).min(hints.len());
    memory.set_hints(step, count);
    let Step { topic, name, title } = step;
    let head = format!("{HEADING}{title}{HEADING:#} ({topic} {name}) 힌트 {count}/{}", hints.len());
    let mut page = vec![wrap(&head, 0)];
    for (index, hint) in hints.iter().take(count).enumerate() {
        let text = hang(&format!("{}. {hint}", index + 1), 2, 5);
        page.push(if index + 1 == count { text } else { format!("{QUIET}{text}{QUIET:#}") });
    }
    Ok((page.join("\n\n"), count < hints.len()))
}
