//! Takes what a page quotes out of the tree: stories, promises, hints, solutions, bugs.

use std::path::{Path, PathBuf};

use libtest_mimic::Failed;

type Quotation = Box<dyn Fn() -> Result<String, Failed> + Send>;

fn root() -> PathBuf {
    crate::book().parent().expect("the book stands in the repository").to_owned()
}

/// What the quoted file `name` must hold, if it is one of those taken from the tree.
///
/// - `stories/mutex/counter.starter.txt`: the story in the report of that answer
/// - `stories/mutex/counter.never_joins.count.rs`: the function `count` of that wrong answer
/// - `stories/bugs/pace.drifts.txt` and `.rs`: the story and the code of that bug of the engine's gallery
/// - `steps/mutex/counter.promises.md`, `.hints.md`, `.solution.rs`
pub(crate) fn from(name: &str) -> Option<Quotation> {
    let (folder, file) = name.rsplit_once('/')?;
    let (first, rest) = file.split_once('.')?;
    let (folder, first, rest) = (folder.to_owned(), first.to_owned(), rest.to_owned());
    if folder == "stories/bugs" {
        let (bug, kind) = rest.rsplit_once('.')?;
        let (bug, tests) = (bug.to_owned(), root().join("tests/interleave/tests"));
        return Some(match kind {
            "rs" => Box::new(move || code_of(&tests.join("bugs").join(format!("{first}.rs")), &bug)),
            _ => Box::new(move || Ok(told(&tests.join("snapshots").join(format!("{first}__{bug}.snap"))))),
        });
    }
    if let Some(topic) = folder.strip_prefix("stories/") {
        if let Some((mistake, function)) = rest.strip_suffix(".rs").and_then(|rest| rest.split_once('.')) {
            let answer = root().join(format!("tests/{topic}/wrong/{first}/{mistake}.rs"));
            let function = function.to_owned();
            return Some(Box::new(move || function_of(&answer, &function)));
        }
        let snapshot = format!("tests/{topic}/snapshots/{first}.{}.snap", rest.strip_suffix(".txt")?);
        return Some(Box::new(move || Ok(happened(&crate::read(&root().join(&snapshot))))));
    }
    let topic = folder.strip_prefix("steps/")?;
    let spec = root().join("tests").join(topic).join(format!("{first}.rs"));
    let solution = root().join("solutions").join(topic).join("src").join(format!("{first}.rs"));
    Some(match rest.as_str() {
        "promises.md" => Box::new(move || Ok(promises(&crate::read(&spec)))),
        "hints.md" => Box::new(move || hints(&crate::read(&spec))),
        "solution.rs" => Box::new(move || Ok(without_docs(&crate::read(&solution)))),
        _ => return None,
    })
}

/// What stands below the header of a snapshot.
fn body(snapshot: &str) -> &str {
    snapshot.splitn(3, "---\n").nth(2).unwrap_or(snapshot)
}

/// A report from its headline to the end of its story.
fn happened(snapshot: &str) -> String {
    let lines = body(snapshot).lines().skip_while(|line| *line != "일어난 일").skip(1);
    let mut said = String::new();
    for line in lines.take_while(|line| *line != "다음에 해 볼 일") {
        said += line.strip_prefix("  ").filter(|_| !said.contains("\n\n")).unwrap_or(line);
        said += "\n";
    }
    said
}

/// The story of a bug of the gallery, without what is said of its right form.
fn told(snapshot: &Path) -> String {
    let text = crate::read(snapshot);
    let lines = body(&text).lines().filter(|line| !line.starts_with("right: "));
    lines.collect::<Vec<_>>().join("\n")
}

fn code_of(file: &Path, bug: &str) -> Result<String, Failed> {
    let text = crate::read(file);
    let head = format!("pub mod {bug} {{");
    let lines = text.lines().skip_while(|line| *line != head).skip(1).take_while(|line| *line != "}");
    let lines = lines.filter(|line| line.trim() != "use super::*;");
    let code: Vec<&str> = lines.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    match code.is_empty() {
        true => Err(format!("{}에 {bug}가 없습니다.", file.display()).into()),
        false => Ok(code.join("\n").trim_start().to_owned()),
    }
}

/// One function, or one method, without what stands around it.
fn function_of(file: &Path, name: &str) -> Result<String, Failed> {
    let text = crate::read(file);
    let head = |line: &str| {
        let line = line.trim_start();
        let line = line
            .strip_prefix("pub ")
            .unwrap_or(line)
            .strip_prefix("fn ")
            .and_then(|line| line.strip_prefix(name));
        line.is_some_and(|rest| rest.starts_with(['(', '<']))
    };
    let mut lines = text.lines().skip_while(|line| !head(line)).peekable();
    let first = lines.peek().ok_or_else(|| format!("{}에 {name} 함수가 없습니다.", file.display()))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let end = format!("{indent}}}");
    let mut code: Vec<&str> = lines.by_ref().take_while(|line| **line != end).collect();
    code.push(&end);
    Ok(code.iter().map(|line| line.strip_prefix(indent).unwrap_or(line).to_owned() + "\n").collect())
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

fn promises(spec: &str) -> String {
    spec.split("says: \"").skip(1).map(|rest| format!("- {}\n", literal(rest))).collect()
}

fn hints(spec: &str) -> Result<String, Failed> {
    let list = spec.split("hints: [").nth(1).and_then(|rest| rest.split("\n    ],").next());
    let list = list.ok_or("힌트가 없습니다.")?.lines().map(str::trim);
    Ok(list.filter_map(|line| line.strip_prefix('"')).map(|hint| literal(hint) + "\n").collect())
}

/// The code alone: what the documentation says stands on the page already.
fn without_docs(solution: &str) -> String {
    let lines = solution
        .lines()
        .filter(|line| !["//!", "///"].iter().any(|mark| line.trim_start().starts_with(mark)));
    lines.collect::<Vec<_>>().join("\n").trim_start().to_owned()
}
