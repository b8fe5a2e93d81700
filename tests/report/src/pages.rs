//! A verdict as a page. What is long stands first; what broke and what to do stand last, where the eye is.

use crate::paper::{BAD, GOOD, HEADING, QUIET};
use crate::text::{columns, hang, legible, wrap};
use crate::{Difference, Finding, Looked, Paper, Report, Seat, Stand, Verb, Verdict};

/// A narrower terminal gets a list for a table.
const ROOM_FOR_A_TABLE: usize = 60;

/// Lines of output that a report shows, and a page of the whole order.
const FEW_PRINTED: usize = 12;
const MOST_PRINTED: usize = 100;

const BROKEN: &str = "깨진 약속:";

/// Columns before a promise: its state and the space around it.
const STATE: usize = 8;

impl Paper {
    /// Why the step is not solved; nothing for one that is.
    pub fn verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Solved => String::new(),
            Verdict::NotStarted(report) => self.not_started(report),
            Verdict::Rejected(report) => self.rejected(report),
        }
    }

    /// The whole order that breaks a promise, with what it printed.
    pub fn replay(&self, report: &Report) -> String {
        let Report { finding, .. } = report;
        let mut page = Page::new(self).plain(&self.title(report));
        page = page.plain(&self.story(finding));
        page.under("이 순서에서 출력한 줄", &self.printed(&finding.printed, MOST_PRINTED))
            .plain(&self.what_broke(report))
            .end()
    }

    /// The promises of a step that is solved, with how much was looked at for each.
    pub fn kept(&self, promises: &[impl AsRef<str>], looked: &[Looked]) -> String {
        let rows = promises.iter().enumerate().map(|(index, says)| {
            let says = says.as_ref();
            let looked = looked.get(index).copied().unwrap_or_default().told();
            let says = if looked.is_empty() { says.to_string() } else { format!("{says} ({looked})") };
            let kept = self.ink.paint(GOOD, "지킴");
            format!("  {kept}  {}", wrap(&says, STATE, self.prose()).trim_start())
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    fn rejected(&self, report: &Report) -> String {
        let Report { finding, .. } = report;
        let next = self.next(report);
        let advice = wrap(&finding.advice, 2, self.prose());
        let advice = if advice.is_empty() { String::new() } else { advice + "\n" };
        Page::new(self)
            .plain(&format!("{}\n{}", self.title(report), self.promises(report)))
            .plain(&self.story(finding))
            .under("출력한 줄", &self.printed(&finding.printed, FEW_PRINTED))
            .plain(&self.what_broke(report))
            .under("다음에 할 일", &format!("{advice}{}", self.commands(&next)))
            .end()
    }

    /// What the reader may want to type, each with its label. The guide also opens the book.
    fn next(&self, report: &Report) -> Vec<(&'static str, String)> {
        let book = (self.seat == Seat::Guide).then(|| ("책", report.command(Verb::Book)));
        let next = report.next().into_iter().chain(book);
        next.map(|(label, command)| (label, self.typed(&command))).collect()
    }

    fn not_started(&self, report: &Report) -> String {
        let Report { finding, .. } = report;
        let state = if report.untouched {
            "아직 시작하지 않은 단계입니다."
        } else {
            "`todo!()`에 이르렀습니다. 아직 채우지 않은 곳이 있습니다."
        };
        let next = self.next(report);
        Page::new(self)
            .plain(&format!("{}\n{}", self.title(report), self.promises(report)))
            .under("출력한 줄", &self.printed(&finding.printed, FEW_PRINTED))
            .plain(&wrap(state, 0, self.prose()))
            .under("할 일", &format!("{}\n  {}", wrap(&finding.headline, 2, self.prose()), report.place()))
            .under("막히면", &self.commands(&next))
            .end()
    }

    fn title(&self, report: &Report) -> String {
        format!("{} ({})", self.ink.paint(HEADING, &report.title), report.step)
    }

    /// Each promise with how it stands: the ones after a broken promise have not been looked at.
    fn promises(&self, report: &Report) -> String {
        let rows = report.promises.iter().map(|promise| {
            let state = match promise.stand {
                Stand::Kept => self.ink.paint(GOOD, "지킴"),
                Stand::Broken => self.ink.paint(BAD, "깨짐"),
                Stand::Open => "아직".to_string(),
            };
            format!("  {state}  {}", wrap(&promise.says, STATE, self.prose()).trim_start())
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The order as a table, or as a list where there is no room for one.
    pub fn story(&self, finding: &Finding) -> String {
        match &finding.story {
            Some(story) if self.width < ROOM_FOR_A_TABLE => story.list(self),
            Some(story) => story.table(self),
            None => String::new(),
        }
    }

    /// The promise, and what became of it.
    fn what_broke(&self, report: &Report) -> String {
        let Report { finding, .. } = report;
        let heading = self.ink.paint(BAD, BROKEN);
        let promise = wrap(report.broken().unwrap_or_default(), columns(BROKEN) + 1, self.prose());
        let mut parts = vec![format!("{heading} {}", promise.trim_start())];
        parts.push(hang(&finding.headline, 2, 2, self.prose()));
        parts.extend(finding.difference.as_ref().map(|difference| self.difference(difference)));
        if let Some(pattern) = &finding.pattern {
            let name = self.ink.paint(HEADING, &format!("{}:", pattern.name));
            parts.push(hang(&format!("{name} {}", pattern.says), 2, 4, self.prose()));
        }
        parts.push(format!("  {}", self.ink.paint(HEADING, &report.place())));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    /// One under the other, so that the eye finds where they part.
    fn difference(&self, Difference { wanted, found }: &Difference) -> String {
        let row = |label: &str, text: &str| {
            let beside = 4 + columns(label) + 2;
            let text = wrap(&legible(text), beside, self.prose());
            format!("    {label}  {}", text.trim_start())
        };
        format!("{}\n{}", row("기대한 결과", wanted), row("실제 결과  ", found))
    }

    fn printed(&self, lines: &[String], most: usize) -> String {
        let mut shown: Vec<String> = lines.iter().take(most).map(|line| format!("  {line}")).collect();
        if let Some(more @ 1..) = lines.len().checked_sub(most) {
            shown.push(self.ink.paint(QUIET, &format!("  ... 그 뒤로 {more}줄 더")));
        }
        shown.join("\n")
    }
}

/// Paragraphs under headings, with an empty line between them.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    paper: &'a Paper,
    parts: Vec<String>,
}

impl<'a> Page<'a> {
    pub fn new(paper: &'a Paper) -> Page<'a> {
        Page { paper, parts: Vec::new() }
    }

    #[must_use]
    pub fn plain(mut self, text: &str) -> Page<'a> {
        if !text.is_empty() {
            self.parts.push(text.trim_end().to_string());
        }
        self
    }

    #[must_use]
    pub fn under(self, heading: &str, text: &str) -> Page<'a> {
        if text.is_empty() {
            return self;
        }
        let text = format!("{}\n{text}", self.paper.ink.paint(HEADING, heading));
        self.plain(&text)
    }

    pub fn end(self) -> String {
        self.parts.join("\n\n")
    }
}
