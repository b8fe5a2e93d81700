//! Questions that a reader answers before the page does: what is printed, can this stop, which line must move.
//!
//! A fenced block of the language `guess`. Its first line is the question, `-` and `+` are the wrong choices and the right
//! one, `=` says why. What makes the right one right stands in a file that a test keeps, and the build holds it against it:
//!
//! - `guess output FILE`: what stands in backquotes in the right choice are lines of the file, in that order, and no wrong
//!   choice can say the same of its own. The file is shown with the answer.
//! - `guess report FILE 말`: the report holds these words.
//! - `guess line CODE REPORT`: all choices are lines of the code, and the report tells of the right one.

use std::fmt::Write;

use anyhow::{Context, Result, bail, ensure};

use crate::html::{escaped, with_code};
use crate::{checksum, read, root};

/// The language of the block.
pub(crate) const LANGUAGE: &str = "guess ";

struct Choice<'a> {
    right: bool,
    says: &'a str,
}

impl Choice<'_> {
    /// What stands in backquotes.
    fn quoted(&self) -> Vec<&str> {
        self.says.split('`').skip(1).step_by(2).collect()
    }
}

/// The HTML of a question. It works without script: the answer is folded, and what was chosen is marked by its styles.
pub(crate) fn draw(asked: &str, lines: &[&str]) -> Result<String> {
    let (question, lines) = lines.split_first().context("물음이 없습니다")?;
    let mut choices = Vec::new();
    let mut why = String::new();
    for line in lines {
        match line.split_at_checked(2).context("한 줄은 -, +, = 가운데 하나로 시작합니다")? {
            ("- ", says) => choices.push(Choice { right: false, says }),
            ("+ ", says) => choices.push(Choice { right: true, says }),
            ("= ", says) if why.is_empty() => why = says.to_owned(),
            ("= ", says) => why = format!("{why} {says}"),
            _ => bail!("-, +, = 가운데 하나로 시작하지 않습니다: {line}"),
        }
    }
    ensure!(choices.iter().filter(|choice| choice.right).count() == 1, "맞는 답은 하나입니다");
    ensure!(choices.len() > 1 && !why.is_empty(), "답이 둘 이상 있고, 까닭이 있어야 합니다");
    let shown = proved(asked, &choices)?;

    let name = format!("guess-{:08x}", checksum(question) >> 32);
    let mut out = format!(
        "<fieldset class=\"guess\" id=\"{name}\">\n<legend><b>먼저 짐작해 봅니다</b> {}</legend>\n",
        with_code(question)
    );
    for (number, choice) in choices.iter().enumerate() {
        let class = if choice.right { "right" } else { "wrong" };
        // Each line that would be printed stands on a line of its own.
        let says = with_code(choice.says).replace("</code> <code>", "</code><br><code>");
        let _ = writeln!(
            out,
            "<label class=\"{class}\"><input type=\"radio\" name=\"{name}\" value=\"{number}\"> <span>{says}</span></label>"
        );
    }
    let right = choices.iter().find(|choice| choice.right).map_or("", |choice| choice.says);
    out += "<details><summary>답 보기</summary>\n<p class=\"said\" role=\"status\"></p>\n";
    if let Some(text) = shown {
        // A blank line would end the HTML for Markdown.
        let text = escaped(text.trim_end()).replace('\n', "&#10;");
        let _ = writeln!(out, "<pre><code class=\"language-text\">{text}</code></pre>");
    }
    let _ = writeln!(
        out,
        "<p><b>답: {}</b><br>{}</p>",
        with_code(right).replace("</code> <code>", "</code><br><code>"),
        with_code(&why)
    );
    Ok(out + "</details>\n</fieldset>\n")
}

/// Holds the right choice against what is kept in the tree, and returns what is to be shown with the answer.
fn proved(asked: &str, choices: &[Choice<'_>]) -> Result<Option<String>> {
    let mut words = asked.splitn(3, ' ');
    let (kind, file, more) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next());
    let text = read(&root().join(file))?;
    match kind {
        "output" => {
            for choice in choices {
                let quoted = choice.quoted();
                let printed = !quoted.is_empty() && in_order(&text, &quoted);
                match (choice.right, printed) {
                    (true, false) => bail!("{file}에 맞는 답이 그대로 있지 않습니다: {}", choice.says),
                    (false, true) => bail!("{file}에 틀린 답도 있습니다: {}", choice.says),
                    _ => {}
                }
            }
            Ok(Some(text))
        }
        "report" => {
            let words = more.context("보고에 있어야 할 말을 덧붙입니다")?;
            ensure!(flat(&text).contains(&flat(words)), "{file}에 이 말이 없습니다: {words}");
            Ok(None)
        }
        "line" => {
            let report = read(&root().join(more.context("보고의 파일을 덧붙입니다")?))?;
            for choice in choices {
                let quoted = choice.quoted();
                ensure!(
                    in_order(&text, &quoted) && !quoted.is_empty(),
                    "{file}에 없는 줄입니다: {}",
                    choice.says
                );
                ensure!(
                    !choice.right || quoted.iter().any(|line| flat(&report).contains(&flat(line))),
                    "보고에 없는 줄입니다: {}",
                    choice.says
                );
            }
            Ok(None)
        }
        _ => bail!("output, report, line 가운데 하나로 적습니다: {kind}"),
    }
}

/// Whether these are lines of the text, one after the other, with others between.
fn in_order(text: &str, wanted: &[&str]) -> bool {
    let mut lines = text.lines().map(str::trim);
    wanted.iter().all(|wanted| lines.any(|line| line == *wanted))
}

/// Reports break their lines where the screen ends.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "output book/programs/subprocess/killed.rs.txt";

    #[test]
    fn an_answer_that_no_run_gave_stops_the_build() {
        let drawn = draw(
            OUTPUT,
            &[
                "무엇이 출력될까요?",
                "- `반환 코드: Some(9)`",
                "+ `반환 코드: None, 신호: Some(9)`",
                "= 신호로 끝났습니다.",
            ],
        );
        let drawn = drawn.unwrap();
        assert!(
            drawn.contains("<label class=\"right\">") && drawn.contains("<summary>답 보기</summary>"),
            "{drawn}"
        );
        assert!(!drawn.contains("\n\n"), "{drawn}");
        for (asked, lines) in [
            (OUTPUT, ["?", "+ `반환 코드: Some(9)`", "- `반환 코드: None, 신호: Some(9)`", "= 까닭"]),
            (OUTPUT, ["?", "+ `반환 코드: None, 신호: Some(9)`", "- 오류가 납니다", "! 까닭"]),
            (
                "report tests/mutex/snapshots/counter.starter.snap 교착 상태",
                ["?", "+ 멈춥니다", "- 안 멈춥니다", "= 까닭"],
            ),
            (
                "line lessons/mutex/src/counter.rs tests/mutex/snapshots/counter.starter.snap",
                ["?", "+ `let total = Mutex::new(0);`", "- `no_such_line();`", "= 까닭"],
            ),
        ] {
            assert!(draw(asked, &lines).is_err(), "{asked}: {lines:?}");
        }
    }
}
