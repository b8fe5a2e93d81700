//! Swim lanes: a lane a thread, a row for what one thread did at one line.
//!
//! The lanes of a row are an SVG as tall as the row's text, which wraps as the page is narrow or wide. The text beside
//! them says everything that the lanes show, so a screen reader reads the figure as an ordered list.

use std::fmt::Write;

use report::{Lane, Story};

use crate::html::{escaped, with_code};

/// What the signs mean.
pub(crate) const KEY: &str = "<p class=\"key\" aria-hidden=\"true\">\
<span><svg width=\"14\" height=\"16\"><circle cx=\"7\" cy=\"8\" r=\"5\"/></svg> 움직임</span>\
<span><svg width=\"14\" height=\"16\"><line class=\"h\" x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 잠금을 쥠</span>\
<span><svg width=\"14\" height=\"16\"><line class=\"w\" x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 기다림</span>\
<span><svg width=\"14\" height=\"16\"><line x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 살아 있음</span></p>";

/// Pixels from lane to lane, and from a row's top to its sign.
const LANE: usize = 30;
const SIGN: usize = 15;

pub(crate) fn draw(story: &Story) -> String {
    let width = LANE * story.columns.len();
    let mut out = format!("<div style=\"--lanes:{width}px\">\n<div class=\"heads\" aria-hidden=\"true\">");
    for name in &story.columns {
        let _ = write!(out, "<span>{}</span>", escaped(name));
    }
    out += "</div>\n<ol>";
    for (index, row) in story.rows.iter().enumerate() {
        if let Some(gap) = story.gap_before(index) {
            let lanes = column(&row.before, &row.before, None, false);
            let _ = write!(out, "\n<li class=\"skip\">{lanes}<p>{}.</p></li>", gap.told());
        }
        let preempts = if row.turn.is_some() { " class=\"preempts\"" } else { "" };
        let lanes = column(&row.before, &row.after, Some(row.column), row.held);
        let _ = write!(out, "\n<li{preempts}>{lanes}<div>");
        if let Some(turn) = &row.turn {
            let _ = write!(out, "<p class=\"turn\">선점: {} 바뀝니다</p>", escaped(turn));
        }
        let name = story.columns.get(row.column).map_or("", String::as_str);
        let _ = write!(out, "<p><b>{}</b> ", escaped(name));
        if let Some(line) = &row.line {
            let (text, number) = (escaped(&line.text), line.number);
            let _ = write!(out, "<code>{text}</code> <span class=\"at\">{number}번째 줄</span>");
        }
        let tag = if row.line.is_some() { "</p><p class=\"deed\">" } else { "<span class=\"deed\">" };
        let end = if row.line.is_some() { "</p>" } else { "</span></p>" };
        let _ = write!(out, "{tag}{}{end}</div></li>", with_code(&row.deeds));
    }
    out + "\n</ol>\n</div>\n"
}

/// The lanes beside one row: above the sign as they were, below it as they are now. A lock that was `held` only within
/// the row shows as a short piece.
fn column(before: &[Lane], after: &[Lane], acting: Option<usize>, held: bool) -> String {
    let mut out = String::from("<svg aria-hidden=\"true\">");
    for (index, (was, is)) in before.iter().zip(after).enumerate() {
        let x = LANE * index + LANE / 2;
        if was == is {
            out += &line(*is, x, "0", "100%");
        } else {
            out += &line(*was, x, "0", &SIGN.to_string());
            out += &line(*is, x, &SIGN.to_string(), "100%");
        }
        if acting == Some(index) && held && !is.holding {
            let _ =
                write!(out, "<line class=\"h\" x1=\"{x}\" x2=\"{x}\" y1=\"{SIGN}\" y2=\"{}\"/>", SIGN + 18);
        }
        if acting == Some(index) {
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{SIGN}\" r=\"6\"/>");
        }
    }
    out + "</svg>"
}

fn line(lane: Lane, x: usize, from: &str, to: &str) -> String {
    // What is not said is 0; a page of stories has hundreds of these.
    let from = if from == "0" { String::new() } else { format!(" y1=\"{from}\"") };
    let one = |class: &str| format!("<line{class} x1=\"{x}\" x2=\"{x}\"{from} y2=\"{to}\"/>");
    match lane {
        Lane { alive: false, .. } => String::new(),
        Lane { holding: true, waiting: true, .. } => one(" class=\"h\"") + &one(" class=\"hw\""),
        Lane { holding: true, .. } => one(" class=\"h\""),
        Lane { waiting: true, .. } => one(" class=\"w\""),
        Lane { .. } => one(""),
    }
}
