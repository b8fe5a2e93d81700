//! Swim lanes: a lane a thread, a row for what one thread did at one line.
//!
//! The lanes of a row are an SVG as tall as the row's text, which wraps as the page is narrow or wide. The text beside
//! them says everything that the lanes show, so a screen reader reads the figure as an ordered list.

use std::fmt::Write;

use interleave::{Action, Event, Kind, Place};

use crate::figure::Recording;
use crate::html::escaped;
use crate::words::{Names, waits};

/// What the signs mean.
pub(crate) const KEY: &str = "<p class=\"key\" aria-hidden=\"true\">\
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

struct Row<'a> {
    thread: usize,
    /// The program's line, with its number.
    line: Option<(u32, String)>,
    events: Vec<&'a Event>,
    preempts: bool,
}

pub(crate) fn draw(recording: &Recording, program: &str) -> String {
    let names = Names::of(recording, program);
    let rows = rows(recording, program);
    let mut lanes = vec![Lane::default(); names.threads.len()];
    lanes[0].alive = true;
    let width = LANE * lanes.len();
    let mut out = format!("<div style=\"--lanes:{width}px\">\n<div class=\"heads\" aria-hidden=\"true\">");
    for name in &names.threads {
        let _ = write!(out, "<span>{}</span>", escaped(name));
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
            let _ =
                write!(out, "<p class=\"turn\">선점: {}로 바뀝니다</p>", escaped(&names.thread(row.thread)));
        }
        let _ = write!(out, "<p><b>{}</b> ", escaped(&names.threads[row.thread]));
        if let Some((number, line)) = &row.line {
            let _ = write!(out, "<code>{}</code> <span class=\"at\">{number}번째 줄</span>", escaped(line));
        }
        let deeds = deeds(row, &names, recording);
        let tag = if row.line.is_some() { "</p><p class=\"deed\">" } else { "<span class=\"deed\">" };
        let end = if row.line.is_some() { "</p>" } else { "</span></p>" };
        let _ = write!(out, "{tag}{}{end}</div></li>", escaped(&deeds));
    }
    out + "\n</ol>\n</div>"
}

fn deeds(row: &Row<'_>, names: &Names, recording: &Recording) -> String {
    let trace = &recording.failure.trace;
    let mut named = None;
    let told: Vec<String> = row
        .events
        .iter()
        .map(|event| {
            let again = event.object.is_some() && event.object == named;
            named = event.object.or(named);
            match event.action {
                Action::Panic if row.line.is_none() => "약속이 깨진 것을 발견함".to_string(),
                _ => names.deed(event, trace, again),
            }
        })
        .collect();
    told.join(" · ")
}

fn rows<'a>(recording: &'a Recording, program: &str) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for event in &recording.failure.trace.events[..last_told(recording)] {
        let line = event.at.as_ref().and_then(|place| Some((place.line, recording.line(place, program)?)));
        let joins = rows.last().is_some_and(|row| {
            let same_line = line.is_some() && line == row.line;
            let by_itself = event.at.is_none() && event.action == Action::Unlock;
            row.thread == event.thread && !event.preempts && (same_line || by_itself)
        });
        match rows.last_mut() {
            Some(row) if joins => row.events.push(event),
            _ => rows.push(Row { thread: event.thread, line, events: vec![event], preempts: event.preempts }),
        }
    }
    rows
}

/// What follows the panic that breaks a promise is only its tidying up.
fn last_told(recording: &Recording) -> usize {
    let events = &recording.failure.trace.events;
    let Kind::Panic { thread, at, .. } = &recording.failure.kind else { return events.len() };
    let caused = |event: &Event, at: &Option<Place>| {
        event.action == Action::Panic && event.thread == *thread && event.at == *at
    };
    events.iter().position(|event| caused(event, at)).map_or(events.len(), |index| index + 1)
}

fn pass(lanes: &mut [Lane], event: &Event) {
    let lane = &mut lanes[event.thread];
    lane.waiting = waits(event.action) || matches!(event.action, Action::Sleep(_));
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
