//! What the watcher shows.

use crate::board;
use crate::errors::{Errors, Warnings};
use crate::memory::Memory;
use crate::paint::{BAD, COMMAND, GOOD, HEADING, QUIET, bar, hang, wrap, wrap_first};
use crate::survey::Survey;
use crate::trouble::Trouble;
use catalog::{Course, Step};
use report::Verdict;

use super::screen::Screen;

const KEYS: [(&str, &str); 7] =
    [("h", "힌트"), ("n", "다음"), ("l", "목록"), ("s", "풀이"), ("a", "다시"), ("o", "편집기"), ("q", "끝")];

#[derive(Default)]
pub struct Page {
    pub body: String,
    /// Laid out anew whenever the terminal changes.
    verdict: Option<Verdict>,
    /// A hint, the list or a solution, under the verdict.
    pub more: String,
    /// The run during which that was asked for.
    pub asked_in: u64,
    /// A question is open that `y` answers.
    pub asks: bool,
    /// Where something is wrong: a file and a line.
    place: Option<(String, u64)>,
}

impl Page {
    pub fn is_empty(&self) -> bool {
        self.body.is_empty() && self.verdict.is_none()
    }

    /// There is something to read while the first build takes its time.
    pub fn beginning(course: &Course, step: &Step) -> Page {
        Page { body: board::task(course, step), ..Page::default() }
    }

    pub fn trouble(trouble: &Trouble) -> Page {
        let body = format!(
            "{BAD}{}{BAD:#}\n\n{}",
            wrap_first(trouble.what.trim_end()),
            wrap(&format!("할 일: {}", trouble.advice), 0)
        );
        Page { body, ..Page::default() }
    }

    pub fn errors(errors: &Errors) -> Page {
        Page { body: errors.told(), place: errors.places().next().cloned(), ..Page::default() }
    }

    pub fn open(verdict: &Verdict) -> Page {
        let line = verdict.report().and_then(|report| report.finding.place.as_ref());
        let place = line.map(|line| (line.path.clone(), u64::from(line.number)));
        Page { verdict: Some(verdict.clone()), place, ..Page::default() }
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
        warnings: &Warnings,
    ) -> Page {
        let mut parts = vec![format!("{GOOD}풀었습니다.{GOOD:#} {HEADING}{}{HEADING:#}", step.title)];
        let promises = course.promises(step);
        let kept: Vec<String> =
            promises.iter().map(|says| hang(&format!("{GOOD}지킴{GOOD:#}  {says}"), 2, 8)).collect();
        parts.push(kept.join("\n"));
        parts.extend(warnings.told(&step.topic));
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

    pub fn text(
        &self,
        course: &Course,
        memory: &Memory,
        step: &Step,
        polling: bool,
        screen: &Screen,
    ) -> String {
        let survey = Survey::quick(course, memory);
        let all = survey.of_topic(&step.topic).count();
        let solved = survey.of_topic(&step.topic).filter(|(_, state)| state.solved()).count();
        let title = course.topic(&step.topic).map_or("", |topic| &topic.title);
        let verdict = self.verdict.as_ref().map(|verdict| screen.paper.report().verdict(verdict));
        let mut parts = vec![self.body.clone(), verdict.unwrap_or_default(), self.more.clone()];
        parts.retain(|part| !part.is_empty());
        if polling {
            parts.push(wrap("이 폴더는 저장을 바로 알려 주지 않아 0.5초마다 살펴봅니다.", 0));
        }
        let keys: Vec<String> =
            KEYS.iter().map(|(key, does)| format!("{COMMAND}{key}{COMMAND:#}\u{a0}{does}")).collect();
        // A key and what it does are not torn apart where the line breaks.
        let keys = wrap(&keys.join("  "), 0).replace('\u{a0}', " ");
        let how = if screen.live {
            "저장하면 다시 확인합니다."
        } else {
            "저장하면 다시 확인합니다. 글자 뒤에 Enter를 누릅니다."
        };
        // What matters most stands where a page that is longer than the terminal still shows it.
        let place = self.place.as_ref().map_or_else(|| step.file(), |(path, line)| format!("{path}:{line}"));
        let stand = format!("{HEADING}{title}{HEADING:#} {} {solved}/{all}  {place}", bar(solved, all));
        parts.push(format!("{}\n{keys}\n{QUIET}{}{QUIET:#}", wrap(&stand, 0), wrap(how, 0)));
        parts.join("\n\n")
    }
}
