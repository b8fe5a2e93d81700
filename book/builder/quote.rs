//! Takes what a page quotes out of the tree itself: promises, hints, solutions and wrong answers.
//!
//! Every file it reads is one that a test compiles or writes, so a page never quotes what no longer is.

use anyhow::{Context, Result};
use catalog::{Course, Kind, rust};

use crate::{home, read, root};

/// What stands in the place of the line `line`, if it asks for a quotation:
///
/// - `{{promises mutex/counter}}`, `{{hints mutex/counter}}`, `{{solution mutex/counter}}`
/// - `{{answer mutex/counter.never_joins count}}`: the function `count` of that wrong answer
/// - `{{errors threads}}`: what is said of the compiler's errors of that group, with their programs
/// - `{{answer bugs/pace.drifts}}`: a bug of the engine's gallery
/// - `{{run mutex/opposite_order}}`: a Python program of the book and what it prints, folded
pub(crate) fn asked(line: &str) -> Option<Result<String>> {
    let words = line.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    let mut words = words.split(' ');
    let (kind, name, more) = (words.next()?, words.next()?, words.next());
    let known = ["promises", "hints", "solution", "answer", "errors", "run"];
    let quoted = known.contains(&kind).then(|| quoted(kind, name, more))?;
    Some(quoted.with_context(|| format!("{} 자리에 넣을 것이 없습니다", line.trim())))
}

/// The marks of the fence around a quotation: what kind of code it is, and at which line of its file it begins.
pub(crate) fn marks(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(file) = line.strip_prefix("{{#include ").and_then(|rest| rest.strip_suffix("}}")) {
        let (file, from) = file.split_once(':').map_or((file, ""), |(file, lines)| (file, lines));
        return match (file.contains("/wrong/"), from.trim_end_matches(':')) {
            (true, "") => Some("wrong,from-1".into()),
            (true, from) => Some(format!("wrong,from-{from}")),
            _ => file.contains("/refused/").then(|| "refused".into()),
        };
    }
    let mut words = line.strip_prefix("{{")?.strip_suffix("}}")?.split(' ');
    let (kind, name) = (words.next()?, words.next()?);
    match kind {
        "solution" => Some("right".into()),
        "answer" => {
            let (topic, rest) = name.split_once('/')?;
            let (file, name) = rest.split_once('.')?;
            let bug = topic == "bugs";
            let path = match bug {
                true => root().join(format!("tests/interleave/tests/bugs/{file}.rs")),
                false => root().join(format!("tests/{topic}/wrong/{file}/{name}.rs")),
            };
            let text = read(&path).ok()?;
            let part = if bug { rust::module(&text, name)? } else { rust::function(&text, words.next()?)? };
            let first = part.lines().next()?.trim();
            let head = format!("pub mod {name} {{");
            let mut lines = (1..).zip(text.lines()).skip_while(|(_, line)| bug && *line != head);
            let (from, _) = lines.find(|(_, line)| line.trim() == first)?;
            Some(format!("{},from-{from}", if bug { "both" } else { "wrong" }))
        }
        _ => None,
    }
}

fn quoted(kind: &str, name: &str, more: Option<&str>) -> Result<String> {
    match kind {
        "errors" => return errors(name),
        "run" => return run(name),
        _ => {}
    }
    let (topic, name) = name.split_once('/').context("주제/이름으로 적습니다")?;
    if topic == "bugs" {
        let (file, bug) = name.split_once('.').context("파일.버그로 적습니다")?;
        let tests = root().join("tests/interleave/tests");
        let file = tests.join(format!("bugs/{file}.rs"));
        return rust::module(&read(&file)?, bug)
            .with_context(|| format!("{}에 {bug}가 없습니다", file.display()));
    }
    let course = Course::at_root(root());
    let (step, mistake) = name.split_once('.').map_or((name, ""), |(step, mistake)| (step, mistake));
    let step = course.topic(topic).and_then(|topic| topic.step(step)).context("그런 단계가 없습니다")?;
    match kind {
        "promises" => Ok(promises(&course.promises(step))),
        "hints" => Ok(hints(&course.hints(step))),
        "solution" => Ok(rust::without_docs(&read(&course.at(step.solution()))?)),
        _ => {
            let answers = course.answers(step);
            let answer = answers.iter().find(|answer| answer.kind == Kind::Wrong && answer.name == mistake);
            let answer = answer.context("단계.실수로 적습니다")?;
            let function = more.context("함수의 이름을 덧붙입니다")?;
            rust::function(&read(&course.at(&answer.file))?, function)
                .with_context(|| format!("{}에 {function} 함수가 없습니다", answer.file))
        }
    }
}

/// A Python program and what it printed, folded: the proof of the sentence before it.
fn run(name: &str) -> Result<String> {
    let program = home().join("programs").join(name).with_extension("py");
    let (code, printed) = (read(&program)?, read(&program.with_extension("py.txt"))?);
    Ok(format!(
        "<details><summary>실행할 때마다 이렇게 되는 프로그램</summary>\n\n```python\n{}\n```\n\n```text\n{}\n```\n\n</details>",
        code.trim_end(),
        printed.trim_end(),
    ))
}

/// Each mistake of a group: what it means, the program that is refused with rustc's words, and the mended one.
fn errors(group: &str) -> Result<String> {
    let group = explain::GROUPS.iter().find(|known| known.name == group).context("그런 묶음이 없습니다")?;
    let mut said = String::new();
    for entry in group.entries() {
        let folder = root().join("tests/explain/programs").join(entry.id);
        let told = read(&folder.join("told.txt"))?;
        let (rustc, ours) = told.trim_end().rsplit_once("\n\n").context("told.txt에 설명이 없습니다")?;
        let mut ours = ours.lines().skip(1);
        let (means, advice) = (ours.next().unwrap_or(""), ours.next().unwrap_or(""));
        let codes = if entry.codes.is_empty() { "문법 오류".to_owned() } else { code_names(entry.codes) };
        let (refused, mended) = (read(&folder.join("refused.rs"))?, read(&folder.join("mended.rs"))?);
        said += &format!(
            "## {} {{#{}}}\n\n{codes}\n\n{means}\n\n```rust,refused\n{}\n```\n\n```text\n{rustc}\n```\n\n**고치는 방법.** {advice}\n\n\
             ```rust\n{}\n```\n\n",
            entry.title,
            entry.id.replace('_', "-"),
            refused.trim_end(),
            mended.trim_end(),
        );
    }
    Ok(said.trim_end().to_owned())
}

fn code_names(codes: &[&str]) -> String {
    codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
}

/// The promises of a step as a list.
fn promises(promises: &[String]) -> String {
    promises.iter().map(|says| format!("- {says}")).collect::<Vec<_>>().join("\n")
}

/// The hints of a step, each folded.
fn hints(hints: &[String]) -> String {
    let folded = hints.iter().enumerate().map(|(index, hint)| {
        format!("<details><summary>힌트 {}</summary>\n\n{hint}\n\n</details>", index + 1)
    });
    folded.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_can_be_quoted() {
        assert!(asked("{{figure mutex/deadlock}}").is_none());
        assert!(asked("글 {{promises mutex/counter}}").is_none());
        let promises = asked("{{promises mutex/counter}}").unwrap().unwrap();
        assert!(promises.starts_with("- "), "{promises}");
        let error =
            format!("{:#}", asked("{{answer mutex/counter.joins_in_the_loop sum}}").unwrap().unwrap_err());
        assert!(error.contains("sum 함수가 없습니다"), "{error}");
    }
}
