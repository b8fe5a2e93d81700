//! Swim lanes: a lane a thread, a row for what one thread did at one line.
//!
//! The lanes of a row are an SVG as tall as the row's text, which wraps as the page is narrow or wide. The text beside
//! them says everything that the lanes show, so a screen reader reads the figure as an ordered list.

use std::fmt::Write;

use interleave::{Action, Event, Telling};

use crate::html::{escaped, with_code};

/// What the signs mean.
const KEY: &str = "<p class=\"key\" aria-hidden=\"true\">\
<span><svg width=\"14\" height=\"16\"><circle cx=\"7\" cy=\"8\" r=\"5\"/></svg> 움직임</span>\
<span><svg width=\"14\" height=\"16\"><line class=\"h\" x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 잠금을 쥠</span>\
<span><svg width=\"14\" height=\"16\"><line class=\"w\" x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 기다림</span>\
<span><svg width=\"14\" height=\"16\"><line x1=\"7\" x2=\"7\" y1=\"0\" y2=\"16\"/></svg> 살아 있음</span></p>";

/// Pixels from lane to lane, and from a row's top to its sign.
const LANE: usize = 30;
const SIGN: usize = 15;

/// Rows at the beginning and the end of a long order.
const FIRST: usize = 5;
const LAST: usize = 15;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Lane {
    alive: bool,
    waiting: bool,
    holding: usize,
}

pub(crate) fn draw(telling: &Telling<'_>, threads: usize) -> String {
    let rows = &telling.rows;
    let mut lanes = vec![Lane::default(); threads];
    lanes[0].alive = true;
    let width = LANE * lanes.len();
    let mut out = format!("<div style=\"--lanes:{width}px\">\n<div class=\"heads\" aria-hidden=\"true\">");
    for thread in 0..threads {
        let _ = write!(out, "<span>{}</span>", escaped(telling.short(thread)));
    }
    out += "</div>\n<ol>";
    let hidden = rows.len().saturating_sub(FIRST + LAST);
    for (index, row) in rows.iter().enumerate() {
        let before = lanes.clone();
        row.events.iter().for_each(|event| pass(&mut lanes, event));
        if hidden > 2 && (FIRST..FIRST + hidden).contains(&index) {
            if index == FIRST {
                let _ = write!(
                    out,
                    "\n<li class=\"skip\">{}<p>{hidden}걸음을 줄였습니다.</p></li>",
                    column(&before, &before, None, false)
                );
            }
            continue;
        }
        let held = row.events.iter().any(|event| matches!(event.action, Action::Lock | Action::Read));
        let preempts = if row.preempts { " class=\"preempts\"" } else { "" };
        let _ = write!(out, "\n<li{preempts}>{}<div>", column(&before, &lanes, Some(row.thread), held));
        if row.preempts {
            let _ = write!(
                out,
                "<p class=\"turn\">선점: {}로 바뀝니다</p>",
                escaped(&telling.thread(row.thread))
            );
        }
        let _ = write!(out, "<p><b>{}</b> ", escaped(telling.short(row.thread)));
        if let Some(line) = &row.line {
            let (text, number) = (escaped(&line.text), line.number);
            let _ = write!(out, "<code>{text}</code> <span class=\"at\">{number}번째 줄</span>");
        }
        let tag = if row.line.is_some() { "</p><p class=\"deed\">" } else { "<span class=\"deed\">" };
        let end = if row.line.is_some() { "</p>" } else { "</span></p>" };
        let _ = write!(out, "{tag}{}{end}</div></li>", with_code(&telling.deeds(row)));
    }
    out + "\n</ol>\n</div>\n" + KEY
}

fn pass(lanes: &mut [Lane], event: &Event) {
    let lane = &mut lanes[event.thread];
    lane.waiting = event.action.waits();
    match event.action {
        Action::Spawn(thread) => lanes[thread].alive = true,
        Action::Finish => lane.alive = false,
        Action::Lock | Action::Read => lane.holding += 1,
        Action::Unlock => lane.holding = lane.holding.saturating_sub(1),
        _ => {}
    }
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
        if acting == Some(index) && held && is.holding == 0 {
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
    let one = |class: &str| format!("<line{class} x1=\"{x}\" x2=\"{x}\" y1=\"{from}\" y2=\"{to}\"/>");
    match lane {
        Lane { alive: false, .. } => String::new(),
        Lane { holding: 1.., waiting: true, .. } => one(" class=\"h\"") + &one(" class=\"hw\""),
        Lane { holding: 1.., .. } => one(" class=\"h\""),
        Lane { waiting: true, .. } => one(" class=\"w\""),
        Lane { .. } => one(""),
    }
}
