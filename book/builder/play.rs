//! The player of orders: the reader decides which thread goes on, in a tree of all orders that the engine ran.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::highlight::highlight;
use crate::{html, read};

/// A wrong program with all its orders, and its right form with all of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Play {
    /// What the mistake is, in one sentence.
    pub caption: String,
    pub wrong: Orders,
    pub right: Orders,
}

/// Every order of one program, as a graph: orders that have come to the same point go on from the same node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orders {
    /// The file that ran, from the root of the repository.
    pub program: String,
    /// Lines of that file, with their numbers.
    pub code: Vec<(u32, String)>,
    /// Short names: `main`, `1번`.
    pub threads: Vec<String>,
    pub steps: Vec<Step>,
    /// Where each step leads, by their numbers; a node without steps is the end of an order.
    pub nodes: Vec<Vec<(usize, usize)>>,
    /// The nodes that are ends, and what is said there; nothing if no promise was broken.
    pub ends: Vec<(usize, Option<End>)>,
    pub start: usize,
    /// How many orders there are, and how many of them break a promise.
    pub orders: u64,
    pub broken: u64,
}

/// What one thread does before another can go on, or its next line comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    pub thread: usize,
    /// The number of the line; 0 for what has none.
    pub line: u32,
    /// The line itself where it is not among the code shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    pub deeds: String,
    /// What the thread holds after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub holds: String,
    /// What the thread waits for after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub waits: String,
    /// Threads that it started.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<usize>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub ends: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(truth: &bool) -> bool {
    !truth
}

/// What is said where a promise is broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct End {
    pub says: String,
    /// The name of the mistake's pattern and what it was here, where the order shows one.
    pub pattern: Option<String>,
}

/// Bytes that a player may cost.
pub const HEAVIEST: usize = 60 * 1024;

/// The HTML of a player. Without script, and on paper, only what it is about is there.
pub(crate) fn draw(folder: &Path, name: &str) -> Result<String> {
    let text = read(&folder.join(format!("{name}.json")))?;
    let play: Play = serde_json::from_str(&text).with_context(|| format!("plays/{name}.json"))?;
    let mut out = format!(
        "<section class=\"play\" id=\"play-{}\" aria-label=\"순서 놀이: {}\"><p class=\"title\">순서 놀이</p><p class=\"asks\">{}</p>\
         <p class=\"absent\">순서를 고르는 단추는 브라우저에서 스크립트를 켜면 나옵니다.</p>",
        name.replace(['/', '_'], "-"),
        html::escaped(&play.caption.replace('`', "")),
        html::with_code(&play.caption)
    );
    for (form, orders) in [("wrong", &play.wrong), ("right", &play.right)] {
        // A module's lines are all indented: a narrow screen has no room for that.
        let indent = |line: &str| line.len() - line.trim_start().len();
        let lines = || orders.code.iter().map(|(_, line)| line.as_str());
        let least = lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
        let code: Vec<&str> = lines().map(|line| line.get(least..).unwrap_or_default()).collect();
        let coloured = highlight("rust", &html::escaped(&code.join("\n"))).unwrap_or_default();
        let _ = write!(out, "<div class=\"code\" data-form=\"{form}\">");
        for ((number, _), line) in orders.code.iter().zip(coloured.lines()) {
            let _ = write!(
                out,
                "<div data-line=\"{number}\"><span class=\"number\" aria-hidden=\"true\">{number}</span>\
                 <span class=\"who\" aria-hidden=\"true\"></span><code>{line}</code></div>"
            );
        }
        out += "</div>";
    }
    // Nothing in it may end the script. The code stands above it already.
    let without = |orders: Orders| Orders { code: Vec::new(), ..orders };
    let data = Play { wrong: without(play.wrong), right: without(play.right), ..play };
    let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
    let _ = writeln!(out, "<script type=\"application/json\">{data}</script></section>");
    Ok(out)
}
