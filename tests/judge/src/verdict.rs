//! The judge's answer, and the page that explains it.

use anstyle::{AnsiColor, Style};

use crate::case::Case;
use crate::finding::{Finding, Outcome};
use crate::text::{pad, wrap};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Solved,
    /// A `todo!` was reached.
    NotStarted(Report),
    Rejected(Report),
}

impl Verdict {
    pub fn report(&self) -> Option<&Report> {
        match self {
            Verdict::Solved => None,
            Verdict::NotStarted(report) | Verdict::Rejected(report) => Some(report),
        }
    }

    pub(crate) fn of(case: &Case, finding: &Finding) -> Verdict {
        let report = |coloured: String| Report {
            promise: case.step.promises[finding.promise].says,
            headline: finding.headline.clone(),
            place: finding.place.clone(),
            text: anstream::adapter::strip_str(&coloured).to_string(),
            coloured,
        };
        match finding.outcome {
            Outcome::Solved => Verdict::Solved,
            Outcome::NotStarted => Verdict::NotStarted(report(not_started(case, finding))),
            Outcome::Rejected => Verdict::Rejected(report(rejected(case, finding))),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The promise that is not kept, in the words of the spec.
    pub promise: &'static str,
    /// What went wrong, in a sentence.
    pub headline: String,
    /// `lessons/mutex/src/counter.rs:18`, where a line is known.
    pub place: Option<String>,
    /// What the learner reads, without colour.
    pub text: String,
    pub(crate) coloured: String,
}

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
pub(crate) const COMMAND: Style = AnsiColor::Cyan.on_default();

/// Paragraphs under headings, with an empty line between them.
#[derive(Default)]
pub(crate) struct Page {
    parts: Vec<String>,
}

impl Page {
    pub(crate) fn plain(mut self, text: &str) -> Page {
        if !text.is_empty() {
            self.parts.push(text.trim_end().to_string());
        }
        self
    }

    pub(crate) fn under(self, heading: &str, text: &str) -> Page {
        if text.is_empty() {
            return self;
        }
        let text = format!("{HEADING}{heading}{HEADING:#}\n{text}");
        self.plain(&text)
    }

    pub(crate) fn end(self) -> String {
        self.parts.join("\n\n")
    }
}

/// Rows of a label and a command, the commands in one column.
pub(crate) fn commands(rows: &[(&str, String)]) -> String {
    let rows =
        rows.iter().map(|(label, command)| format!("  {}{COMMAND}{command}{COMMAND:#}", pad(label, 12)));
    rows.collect::<Vec<_>>().join("\n")
}

fn title(case: &Case) -> String {
    format!("{HEADING}{}{HEADING:#} ({})", case.step.title, case.step.name)
}

fn not_started(case: &Case, finding: &Finding) -> String {
    let Case { step, desk, .. } = case;
    let state = match finding.promise {
        0 => "아직 시작하지 않은 단계입니다.",
        _ => "아직 채우지 않은 곳이 있습니다.",
    };
    let place = finding.place.clone().unwrap_or_else(|| desk.file(step));
    Page::default()
        .plain(&format!("{}\n{state}", title(case)))
        .under("할 일", &wrap(&finding.headline, 2))
        .under("고칠 곳", &format!("  {place}"))
        .under("지켜야 할 약속", &promises(case, finding))
        .under("막히면", &commands(&[("힌트", desk.command(&format!("hint {}", step.name)))]))
        .end()
}

fn rejected(case: &Case, finding: &Finding) -> String {
    let Case { step, desk, .. } = case;
    let place = finding.place.clone().unwrap_or_else(|| desk.file(step));
    let mut next = vec![("힌트", desk.command(&format!("hint {}", step.name)))];
    if !finding.story.is_empty() {
        next.push(("순서 전체", desk.command(&format!("replay {}", step.name))));
    }
    Page::default()
        .plain(&title(case))
        .under("약속", &promises(case, finding))
        .under("일어난 일", &format!("{}\n  {place}", wrap(&finding.headline, 2)))
        .plain(&finding.story)
        .under("다음에 해 볼 일", &format!("{}\n{}", wrap(&finding.tries, 2), commands(&next)))
        .end()
}

/// Each promise with how it stands: the ones after a broken promise have not been looked at.
fn promises(case: &Case, finding: &Finding) -> String {
    let broken = match finding.outcome {
        Outcome::Rejected => (BAD, "깨짐"),
        _ => (Style::new(), "아직"),
    };
    let row = |(index, promise): (usize, &crate::Promise)| {
        let (style, state) = match index.cmp(&finding.promise) {
            std::cmp::Ordering::Less => (GOOD, "지킴"),
            std::cmp::Ordering::Equal => broken,
            std::cmp::Ordering::Greater => (Style::new(), "아직"),
        };
        let text = wrap(promise.says, 8);
        format!("  {style}{state}{style:#}  {}", text.trim_start())
    };
    case.step.promises.iter().enumerate().map(row).collect::<Vec<_>>().join("\n")
}

/// Lines of output that a page shows.
const MOST_PRINTED: usize = 100;

/// The whole order that breaks a promise, with what it printed.
pub(crate) fn replay(case: &Case, finding: &Finding) -> String {
    let Case { step, desk, .. } = case;
    let place = finding.place.clone().unwrap_or_else(|| desk.file(step));
    let mut printed: Vec<String> =
        finding.printed.iter().take(MOST_PRINTED).map(|line| format!("  {line}")).collect();
    if let Some(more @ 1..) = finding.printed.len().checked_sub(MOST_PRINTED) {
        printed.push(format!("  ... 그 뒤로 {more}줄 더"));
    }
    Page::default()
        .plain(&title(case))
        .under("깨지는 약속", &wrap(step.promises[finding.promise].says, 2))
        .under("일어난 일", &format!("{}\n  {place}", wrap(&finding.headline, 2)))
        .plain(&finding.story)
        .under("이 순서에서 출력한 줄", &printed.join("\n"))
        .end()
}
