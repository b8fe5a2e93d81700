//! What happened to a wrong answer: a table where there is room for one, and a list on phones and for screen readers.
//!
//! The findings are kept as data beside the snapshots that a test compares, so a page never tells what no longer happens.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use report::{Difference, Finding, Paper};

use crate::html::{escaped, with_code};
use crate::{lanes, read, root};

/// The HTML for `{{story mutex/counter.never_joins}}`, or for a bug of the engine's gallery: `{{story bugs/pace.drifts}}`.
pub(crate) fn draw(name: &str) -> Result<String> {
    let file = file(name)?;
    let how = "같은 이름의 빈 .json 파일을 두고 INSTA_UPDATE=always로 시험하면 채워집니다";
    let text = read(&file).context(how)?;
    let finding = Finding::kept(&text).with_context(|| format!("{}: {how}", file.display()))?;
    Ok(html(&finding))
}

fn file(name: &str) -> Result<PathBuf> {
    let (topic, name) = name.split_once('/').context("주제/이름으로 적습니다")?;
    let (first, second) = name.split_once('.').context("단계.실수로 적습니다")?;
    Ok(root().join(match topic {
        "bugs" => format!("tests/interleave/tests/snapshots/{first}__{second}.json"),
        topic => format!("tests/{topic}/snapshots/{first}.{second}.json"),
    }))
}

fn html(finding: &Finding) -> String {
    let mut out = String::from("<div class=\"story\">\n<p class=\"kind\">이야기</p>\n<div class=\"broke\">");
    for line in finding.headline.lines() {
        let _ = write!(out, "\n<p>{}</p>", with_code(line));
    }
    out += &finding.difference.as_ref().map_or_else(String::new, difference);
    if let Some(pattern) = &finding.pattern {
        let _ = write!(out, "\n<p><b>{}:</b> {}</p>", escaped(&pattern.name), with_code(&pattern.says));
    }
    if let Some(line) = &finding.place {
        let _ = write!(out, "\n<p class=\"at\">{}:{}</p>", escaped(&line.path), line.number);
    }
    out += "\n</div>";
    if let Some(story) = &finding.story {
        let table = story.table(&Paper::PLAIN);
        let _ = write!(out, "\n<pre class=\"wide\" aria-hidden=\"true\">{}</pre>", escaped(table.trim_end()));
        let _ = write!(out, "\n<div class=\"narrow lanes\">\n{}", lanes::draw(story));
        let ending = story.ending.iter().map(|sentence| format!("<p>{}</p>", with_code(sentence)));
        let _ = write!(out, "{}{}\n</div>", ending.collect::<String>(), lanes::KEY);
    }
    out + "\n</div>\n"
}

fn difference(Difference { wanted, found }: &Difference) -> String {
    let row = |label: &str, text: &str| format!("<dt>{label}</dt><dd><code>{}</code></dd>", escaped(text));
    format!("\n<dl>{}{}</dl>", row("기대한 결과", wanted), row("실제 결과", found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_told_twice() {
        let told = draw("mutex/counter.starter").unwrap();
        assert!(told.contains("<pre class=\"wide\" aria-hidden=\"true\">main  1번  2번"), "{told}");
        assert!(told.contains("<div class=\"narrow lanes\">"), "{told}");
        assert!(draw("mutex/counter.no_such").is_err());
    }
}
