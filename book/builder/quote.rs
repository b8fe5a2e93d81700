//! Takes what a page quotes out of the tree itself: promises, hints, solutions, wrong answers, and their stories.
//!
//! Every file it reads is one that a test compiles or writes, so a page never quotes what no longer is.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{read, root};

/// What stands in the place of the line `line`, if it asks for a quotation:
///
/// - `{{promises mutex/counter}}`, `{{hints mutex/counter}}`, `{{solution mutex/counter}}`
/// - `{{story mutex/counter.never_joins}}`: what the report of that answer says has happened
/// - `{{answer mutex/counter.never_joins count}}`: the function `count` of that wrong answer
/// - `{{story bugs/pace.drifts}}`, `{{answer bugs/pace.drifts}}`: a bug of the engine's gallery
pub(crate) fn asked(line: &str) -> Option<Result<String>> {
    let words = line.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    let mut words = words.split(' ');
    let (kind, name, more) = (words.next()?, words.next()?, words.next());
    let known = ["promises", "hints", "solution", "story", "answer"];
    let quoted = known.contains(&kind).then(|| quoted(kind, name, more))?;
    Some(quoted.with_context(|| format!("{} 자리에 넣을 것이 없습니다", line.trim())))
}

fn quoted(kind: &str, name: &str, more: Option<&str>) -> Result<String> {
    let (topic, name) = name.split_once('/').context("주제/이름으로 적습니다")?;
    let spec = || read(&root().join("tests").join(topic).join(format!("{name}.rs")));
    if topic == "bugs" {
        let (file, bug) = name.split_once('.').context("파일.버그로 적습니다")?;
        let tests = root().join("tests/interleave/tests");
        return match kind {
            "story" => told(&tests.join(format!("snapshots/{file}__{bug}.snap"))),
            _ => code_of(&tests.join(format!("bugs/{file}.rs")), bug),
        };
    }
    match kind {
        "promises" => Ok(promises(&spec()?)),
        "hints" => hints(&spec()?),
        "solution" => Ok(without_docs(&read(&root().join(format!("solutions/{topic}/src/{name}.rs")))?)),
        "story" => happened(&root().join(format!("tests/{topic}/snapshots/{name}.snap"))),
        _ => {
            let (step, mistake) = name.split_once('.').context("단계.실수로 적습니다")?;
            let answer = root().join(format!("tests/{topic}/wrong/{step}/{mistake}.rs"));
            function_of(&answer, more.context("함수의 이름을 덧붙입니다")?)
        }
    }
}

/// What stands below the header of a snapshot.
fn body(snapshot: &str) -> &str {
    snapshot.splitn(3, "---\n").nth(2).unwrap_or(snapshot)
}

/// A report from its headline to the end of its story.
fn happened(snapshot: &Path) -> Result<String> {
    let text = read(snapshot)?;
    let lines = body(&text).lines().skip_while(|line| *line != "일어난 일").skip(1);
    let mut said = String::new();
    for line in lines.take_while(|line| *line != "다음에 해 볼 일") {
        said += line.strip_prefix("  ").filter(|_| !said.contains("\n\n")).unwrap_or(line);
        said += "\n";
    }
    if said.trim().is_empty() {
        bail!("{}에 일어난 일이 없습니다", snapshot.display());
    }
    Ok(said.trim_end().to_owned())
}

/// The story of a bug of the gallery, without what is said of its right form.
fn told(snapshot: &Path) -> Result<String> {
    let text = read(snapshot)?;
    let lines = body(&text).lines().filter(|line| !line.starts_with("right: "));
    Ok(lines.collect::<Vec<_>>().join("\n").trim_end().to_owned())
}

fn code_of(file: &Path, bug: &str) -> Result<String> {
    let text = read(file)?;
    let head = format!("pub mod {bug} {{");
    let lines = text.lines().skip_while(|line| *line != head).skip(1).take_while(|line| *line != "}");
    let lines = lines.filter(|line| line.trim() != "use super::*;");
    let code: Vec<&str> = lines.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    if code.is_empty() {
        bail!("{}에 {bug}가 없습니다", file.display());
    }
    Ok(code.join("\n").trim().to_owned())
}

/// One function, or one method, without what stands around it.
fn function_of(file: &Path, name: &str) -> Result<String> {
    let text = read(file)?;
    let head = |line: &str| {
        let line = line.trim_start();
        let line = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("fn ");
        let rest = line.and_then(|line| line.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(['(', '<']))
    };
    let mut lines = text.lines().skip_while(|line| !head(line)).peekable();
    let first = lines.peek().with_context(|| format!("{}에 {name} 함수가 없습니다", file.display()))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let end = format!("{indent}}}");
    let mut code: Vec<&str> = lines.by_ref().take_while(|line| **line != end).collect();
    code.push(&end);
    let code = code.into_iter().map(|line| line.strip_prefix(indent).unwrap_or(line));
    Ok(code.collect::<Vec<_>>().join("\n"))
}

/// A string literal's text, from behind its opening mark.
fn literal(source: &str) -> String {
    let mut letters = source.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
        text.push(if letter == '\\' { letters.next().unwrap_or(letter) } else { letter });
    }
    text
}

/// The promises of a step as a list.
fn promises(spec: &str) -> String {
    let promises = spec.split("says: \"").skip(1).map(|rest| format!("- {}", literal(rest)));
    promises.collect::<Vec<_>>().join("\n")
}

/// The hints of a step, each folded.
fn hints(spec: &str) -> Result<String> {
    let list = spec.split("hints: [").nth(1).and_then(|rest| rest.split("\n    ],").next());
    let lines = list.context("힌트가 없습니다")?.lines().map(str::trim);
    let hints = lines.filter_map(|line| line.strip_prefix('"')).map(literal).enumerate();
    let folded = hints.map(|(index, hint)| {
        format!("<details><summary>힌트 {}</summary>\n\n{hint}\n\n</details>", index + 1)
    });
    Ok(folded.collect::<Vec<_>>().join("\n\n"))
}

/// The code alone: what the documentation says stands on the page already.
fn without_docs(solution: &str) -> String {
    let is_doc = |line: &&str| ["//!", "///"].iter().any(|mark| line.trim_start().starts_with(mark));
    let lines = solution.lines().filter(|line| !is_doc(line));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = "hints: [\n        \"하나\",\n        \"`\\\"둘\\\"`\",\n    ],\n\
                        promises: &[\n Promise { says: \"잃지 않습니다.\", check: a },\n Promise {\n says: \"겹칩니다.\", check: b\n },\n ],";

    #[test]
    fn a_spec_is_read_as_it_is_written() {
        assert_eq!(promises(SPEC), "- 잃지 않습니다.\n- 겹칩니다.");
        let hints = hints(SPEC).unwrap();
        assert!(hints.contains("힌트 2</summary>\n\n`\"둘\"`\n\n</details>"), "{hints}");
    }

    #[test]
    fn only_what_is_there_can_be_quoted() {
        assert!(asked("{{figure mutex/deadlock}}").is_none());
        assert!(asked("글 {{story mutex/counter.starter}}").is_none());
        let story = asked("{{story mutex/counter.starter}}").unwrap().unwrap();
        assert!(story.contains("* 움직임"), "{story}");
        let error =
            format!("{:#}", asked("{{answer mutex/counter.joins_in_the_loop sum}}").unwrap().unwrap_err());
        assert!(error.contains("sum 함수가 없습니다"), "{error}");
    }
}
