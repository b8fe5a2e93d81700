//! What the watcher shows.

use crate::board;
use crate::docs::Item;
use crate::errors::{Errors, Warnings};
use crate::memory::Memory;
use crate::paint::{BAD, COMMAND, GOOD, HEADING, Paper, bar, hang, pad, wrap, wrap_first};
use crate::survey::Survey;
use crate::trouble::Trouble;
use catalog::{Course, Step};
use report::{Looked, Verdict};

use super::keys::{FEW, KEYS};
use super::screen::Screen;
use super::view::Focus;

/// A question that the next keys answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    #[default]
    Nothing,
    /// Whether to show the solution: `y`.
    Solution,
    /// Which step to go to: a number of the list, or a name.
    Step,
}

#[derive(Default)]
pub struct Page {
    pub body: String,
    /// Laid out anew whenever the terminal changes.
    verdict: Option<Verdict>,
    /// What became of the other steps that were saved.
    pub also: Vec<String>,
    /// A hint, the list or a solution, under the verdict.
    pub more: String,
    /// The run during which that was asked for.
    pub asked_in: u64,
    pub asks: Asks,
    /// Addresses that the digits open.
    pub items: Vec<Item>,
    focus: Focus,
    /// The line at the top, once the reader has moved.
    pub moved: Option<usize>,
    /// Where something is wrong: a file and a line.
    place: Option<(String, u64)>,
}

impl Page {
    pub fn is_empty(&self) -> bool {
        self.body.is_empty() && self.verdict.is_none()
    }

    /// There is something to read while the first build takes its time.
    pub fn beginning(course: &Course, memory: &Memory, step: &Step) -> Page {
        let mut body = board::task(course, step);
        if !memory.ever_built(&step.topic) {
            let text = "이 주제를 처음 확인합니다. 검사에 쓸 라이브러리를 컴파일하는 데 코어 둘에서 20초쯤 걸립니다. 그동안 \
                        고칠 파일의 머리말을 읽어 둡니다.";
            body = format!("{body}\n\n{}", wrap(text, 0));
        }
        Page { body, ..Page::default() }
    }

    pub fn trouble(trouble: &Trouble) -> Page {
        let body = format!(
            "{BAD}{}{BAD:#}\n\n{}",
            wrap_first(trouble.what.trim_end()),
            wrap(&format!("할 일: {}", trouble.advice), 0)
        );
        Page { body, ..Page::default() }
    }

    /// Where they are more than the screen holds, the first is the one that is seen.
    pub fn errors(errors: &Errors, step: &Step) -> Page {
        let first = errors.first().lines().count();
        let body = errors.told(Some(step));
        let focus = if errors.count() == 1 { Focus::End } else { Focus::Before(first) };
        Page { body, focus, place: errors.places().next().cloned(), ..Page::default() }
    }

    pub fn open(verdict: &Verdict) -> Page {
        let line = verdict.report().and_then(|report| report.finding.place.as_ref());
        let place = line.map(|line| (line.path.clone(), u64::from(line.number)));
        Page { verdict: Some(verdict.clone()), place, focus: Focus::End, ..Page::default() }
    }

    /// The page without what stands first on it, for where pages follow one another: nothing is said twice.
    pub fn without_body(&self) -> Page {
        Page { more: self.more.clone(), place: self.place.clone(), ..Page::default() }
    }

    pub fn solved(
        course: &Course,
        memory: &Memory,
        step: &Step,
        next: Option<&Step>,
        looked: &[Looked],
        warnings: &Warnings,
        paper: &Paper,
    ) -> Page {
        let mut parts = vec![format!("{GOOD}풀었습니다.{GOOD:#} {HEADING}{}{HEADING:#}", step.title)];
        parts.push(paper.report().kept(&course.promises(step), looked));
        parts.extend(warnings.told(&step.topic, &step.file()));
        if board::finished(course, memory, step) {
            parts.push(board::topic_ending(course, step));
        }
        match next {
            Some(next) => parts.push(format!(
                "{}\n{}",
                wrap(&format!("다음 단계는 {} ({} {})입니다.", next.title, next.topic, next.name), 0),
                wrap("n을 누르면 넘어가고, s를 누르면 풀이와 견주어 봅니다.", 0)
            )),
            None => parts.push(board::ending(course, memory)),
        }
        parts.retain(|part| !part.is_empty());
        Page { body: parts.join("\n\n"), ..Page::default() }
    }

    /// The line of the step that wants attention.
    pub fn line(&self, step: &Step) -> u64 {
        self.place.as_ref().filter(|(path, _)| *path == step.file()).map_or(1, |(_, line)| *line)
    }

    /// What can be read, and which of it is seen first.
    pub fn text(&self, screen: &Screen) -> (String, Focus) {
        let verdict = self.verdict.as_ref().map(|verdict| screen.paper.report().verdict(verdict));
        let also = match self.also.is_empty() {
            true => String::new(),
            false => format!("{HEADING}함께 저장한 단계{HEADING:#}\n{}", self.also.join("\n")),
        };
        let head: Vec<String> = [self.body.clone(), verdict.unwrap_or_default(), also]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_end().to_string())
            .collect();
        let head = head.join("\n\n");
        match (head.is_empty(), self.more.is_empty()) {
            (_, true) => (head, self.focus),
            (true, _) => (self.more.clone(), Focus::Start),
            _ => {
                let before = head.lines().count() + 1;
                (format!("{head}\n\n{}", self.more), Focus::From(before))
            }
        }
    }

    /// What stands below it at all times: where the reader is, and the keys.
    pub fn foot(&self, course: &Course, memory: &Memory, step: &Step) -> String {
        let survey = Survey::quick(course, memory);
        let all = survey.of_topic(&step.topic).count();
        let solved = survey.of_topic(&step.topic).filter(|(_, state)| state.solved()).count();
        let title = course.topic(&step.topic).map_or("", |topic| &topic.title);
        let keys: Vec<String> =
            FEW.iter().map(|(key, does)| format!("{COMMAND}{key}{COMMAND:#}\u{a0}{does}")).collect();
        // A key and what it does are not torn apart where the line breaks.
        let keys = wrap(&keys.join("  "), 0).replace('\u{a0}', " ");
        let place = self.place.as_ref().map_or_else(|| step.file(), |(path, line)| format!("{path}:{line}"));
        let stand = format!("{HEADING}{title}{HEADING:#} {} {solved}/{all}  {place}", bar(solved, all));
        format!("{}\n{keys}", wrap(&stand, 0))
    }

    /// Every key, one a line.
    pub fn keys() -> String {
        let wide = KEYS.iter().map(|(key, _)| report::text::columns(key)).max().unwrap_or(0) + 2;
        let row = |(key, does): &(&str, &str)| {
            hang(&format!("{COMMAND}{}{COMMAND:#}{does}", pad(key, wide)), 2, 2 + wide)
        };
        let rows: Vec<String> = KEYS.iter().map(row).collect();
        format!("{HEADING}키{HEADING:#} 한글 자판에서도 같은 자리의 키가 듣습니다.\n{}", rows.join("\n"))
    }
}
