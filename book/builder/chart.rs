//! Charts against virtual time: a bar a thread, working, holding or waiting.

use std::fmt::Write;
use std::time::Duration;

use interleave::{Action, Failure, Sources, Trace};

use crate::html::escaped;

/// What the bars that are drawn mean.
const MEANINGS: [(Doing, &str); 3] = [
    (Doing::Work, "<rect class=\"b\" width=\"26\" height=\"10\" y=\"3\"/>"),
    (
        Doing::WorkHolding,
        "<rect class=\"b\" width=\"26\" height=\"10\" y=\"3\"/><line class=\"o\" x1=\"0\" x2=\"26\" y1=\"15\" y2=\"15\"/>",
    ),
    (Doing::Wait, "<line class=\"w\" x1=\"0\" x2=\"26\" y1=\"8\" y2=\"8\"/>"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Work,
    WorkHolding,
    Wait,
}

impl Doing {
    fn name(self) -> &'static str {
        match self {
            Doing::Nothing => "",
            Doing::Work => "일함",
            Doing::WorkHolding => "잠금을 쥐고 일함",
            Doing::Wait => "기다림",
        }
    }
}

struct Bar {
    doing: Doing,
    from: f64,
    to: f64,
}

/// When the last thing happened.
pub(crate) fn end(trace: &Trace) -> Duration {
    trace.events.iter().map(|event| event.time).max().unwrap_or_default()
}

/// `end` is where the axis ends: charts to compare have the same.
pub(crate) fn draw(failure: &Failure, sources: &Sources, end: Duration) -> String {
    let trace = &failure.trace;
    let mut out = String::from("<div class=\"bars\">");
    let mut drawn = Vec::new();
    for thread in 0..trace.threads.len() {
        let bars = bars(trace, thread);
        // The one that only starts the others and waits for them is no part of the picture.
        if thread == 0 && !bars.iter().any(|bar| matches!(bar.doing, Doing::Work | Doing::WorkHolding)) {
            continue;
        }
        let name = escaped(&failure.name(thread, sources));
        let _ = write!(
            out,
            "\n<span aria-hidden=\"true\">{name}</span><svg role=\"img\" aria-label=\"{name}: {}\">",
            told(&bars)
        );
        drawn.extend(bars.iter().map(|bar| bar.doing));
        for bar in &bars {
            let percent = |time: f64| format!("{:.2}%", 100.0 * time / end.as_secs_f64());
            let (x, x2, width) = (percent(bar.from), percent(bar.to), percent(bar.to - bar.from));
            let work = format!("<rect class=\"b\" x=\"{x}\" y=\"5\" width=\"{width}\" height=\"12\"/>");
            out += &match bar.doing {
                Doing::Nothing => String::new(),
                Doing::Work => work,
                Doing::WorkHolding => {
                    format!("{work}<line class=\"o\" x1=\"{x}\" x2=\"{x2}\" y1=\"20\" y2=\"20\"/>")
                }
                Doing::Wait => format!("<line class=\"w\" x1=\"{x}\" x2=\"{x2}\" y1=\"11\" y2=\"11\"/>"),
            };
        }
        out += "</svg>";
    }
    out + &axis(end) + "</div>\n" + &key(&drawn)
}

fn key(drawn: &[Doing]) -> String {
    let marks = MEANINGS.iter().filter(|(doing, _)| drawn.contains(doing)).map(|(doing, mark)| {
        format!("<span><svg width=\"26\" height=\"16\">{mark}</svg> {}</span>", doing.name())
    });
    format!("<p class=\"key\" aria-hidden=\"true\">{}</p>", marks.collect::<String>())
}

fn axis(end: Duration) -> String {
    let seconds = end.as_secs_f64();
    let step = if seconds > 8.0 {
        2.0
    } else if seconds > 1.5 {
        1.0
    } else {
        0.5
    };
    let mut out = String::from("\n<span></span><svg class=\"axis\" aria-hidden=\"true\">");
    let mut at = 0.0;
    while at <= seconds + 0.001 {
        let x = 100.0 * at / seconds;
        let anchor = if at == 0.0 {
            "start"
        } else if at + step > seconds + 0.001 {
            "end"
        } else {
            "middle"
        };
        let _ = write!(
            out,
            "<line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"0\" y2=\"5\"/><text x=\"{x:.2}%\" y=\"19\" text-anchor=\"{anchor}\">{at}초</text>"
        );
        at += step;
    }
    out + "</svg>"
}

/// The bars as a sentence: `0초부터 1초까지 일함`.
fn told(bars: &[Bar]) -> String {
    let bars = bars.iter().filter(|bar| bar.doing != Doing::Nothing);
    let bars = bars.map(|bar| format!("{}초부터 {}초까지 {}", bar.from, bar.to, bar.doing.name()));
    bars.collect::<Vec<_>>().join(", ")
}

fn bars(trace: &Trace, thread: usize) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let (mut doing, mut since, mut holding) = (Doing::Nothing, 0.0, 0_usize);
    for event in trace.events.iter().filter(|event| event.thread == thread) {
        let now = event.time.as_secs_f64();
        match event.action {
            Action::Lock | Action::Read => holding += 1,
            Action::Unlock => holding = holding.saturating_sub(1),
            _ => {}
        }
        let next = match event.action {
            Action::Sleep(_) | Action::Compute(_) if holding > 0 => Doing::WorkHolding,
            Action::Sleep(_) | Action::Compute(_) => Doing::Work,
            action if action.waits() => Doing::Wait,
            _ => Doing::Nothing,
        };
        if now > since {
            match bars.last_mut() {
                Some(bar) if bar.doing == doing && bar.to == since => bar.to = now,
                _ => bars.push(Bar { doing, from: since, to: now }),
            }
            since = now;
        }
        doing = next;
    }
    bars
}
