//! `-- hint counter 2` and `-- replay counter`.

use std::process::ExitCode;

use report::text::{nearest, wrap};
use report::{GOOD, HEADING, Page, Paper, Step, Verdict};

use crate::case::Case;
use crate::cli::Lesson;
use crate::parent::{Court, Until};
use crate::screen::{complain, print};

impl Lesson<'_> {
    pub(crate) fn hint(&self, words: &[&str]) -> ExitCode {
        let (step, number) = match *words {
            [] => (None, "1"),
            [step] => (Some(step), "1"),
            [step, number, ..] => (Some(step), number),
        };
        let case = match self.case(step, "hint ") {
            Ok(case) => case,
            Err(exit) => return exit,
        };
        let Ok(number @ 1..=3) = number.parse::<usize>() else {
            let command = self.desk.command(&format!("hint {} 1", case.id));
            return complain(|paper| {
                format!("힌트는 1, 2, 3번이 있습니다.\n{}", paper.commands(&[("첫 힌트", command)]))
            });
        };
        let Step { name, title, hints, .. } = case.step;
        let next = match number {
            3 => {
                let solution = self.desk.file(case.step).replacen("lessons/", "solutions/", 1);
                format!("힌트는 여기까지입니다. 해답은 {solution}에 있습니다.")
            }
            _ => self
                .paper
                .commands(&[("다음 힌트", self.desk.command(&format!("hint {name} {}", number + 1)))]),
        };
        let title = self.paper.ink.paint(HEADING, title);
        let page = Page::new(&self.paper)
            .plain(&format!("\n{title} ({name}) 힌트 {number}/3"))
            .plain(&wrap(hints[number - 1], 2, self.paper.prose()))
            .plain(&next)
            .end();
        print(&(page + "\n"));
        ExitCode::SUCCESS
    }

    pub(crate) fn replay(&self, words: &[&str]) -> ExitCode {
        let case = match self.case(words.first().copied(), "replay ") {
            Ok(case) => case,
            Err(exit) => return exit,
        };
        let court = Court::default();
        let verdict =
            court.find(&[case], Until::End, true).remove(0).expect("the case is judged until the end");
        let page = match verdict {
            Verdict::Rejected(report) => self.paper.replay(&report),
            Verdict::Solved => {
                let none = self.paper.ink.paint(GOOD, "깨지는 순서가 없습니다.");
                format!("{none} {}의 약속을 모두 지킵니다.", case.id)
            }
            Verdict::NotStarted(report) => {
                let (place, width) = (report.place(), self.paper.prose());
                let text = format!("아직 다시 볼 순서가 없습니다. 먼저 {place}에서 할 일을 채웁니다.");
                format!("{}\n\n{}", wrap(&text, 0, width), wrap(&report.finding.headline, 2, width))
            }
        };
        print(&format!("\n{page}\n"));
        ExitCode::SUCCESS
    }

    /// The case of the step that was named, or of the first that is not solved.
    fn case(&self, step: Option<&str>, command: &str) -> Result<&Case, ExitCode> {
        if let Some(name) = step {
            let case = self.cases.iter().find(|case| case.id == name);
            return case.ok_or_else(|| complain(|paper| self.unknown(paper, name, command)));
        }
        let cases: Vec<&Case> = self.cases.iter().collect();
        let verdicts = Court::default().find(&cases, Until::FirstUnsolved, false);
        let open = verdicts.iter().position(|verdict| *verdict != Some(Verdict::Solved));
        open.map(|index| cases[index]).ok_or_else(|| {
            print(&self.closing());
            ExitCode::SUCCESS
        })
    }

    pub(crate) fn unknown(&self, paper: &Paper, name: &str, command: &str) -> String {
        let steps = self.topic.steps.iter().map(|step| step.name);
        let names: Vec<&str> = steps.clone().collect();
        let meant = nearest(name, steps).map(|step| {
            let command = self.desk.command(&format!("{command}{step}"));
            format!("\n{}", paper.commands(&[("가까운 단계", command)]))
        });
        let text = format!("'{name}'라는 단계는 없습니다. 단계는 {}입니다.", names.join(", "));
        let text = wrap(&text, 0, paper.prose());
        format!("\n{text}{}", meant.unwrap_or_default())
    }
}
