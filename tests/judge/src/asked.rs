//! `-- hint counter 2` and `-- replay counter`.

use std::process::ExitCode;

use anstream::ColorChoice;

use crate::Step;
use crate::case::Case;
use crate::cli::{Lesson, complain, print};
use crate::finding::Outcome;
use crate::parent::{Court, Until};
use crate::text::{nearest, wrap};
use crate::verdict::{GOOD, HEADING, Page, commands, replay};

impl Lesson<'_> {
    pub(crate) fn hint(&self, words: &[&str], color: ColorChoice) -> ExitCode {
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
            return complain(&format!("힌트는 1, 2, 3번이 있습니다.\n{}", commands(&[("첫 힌트", command)])));
        };
        let Step { name, title, hints, .. } = case.step;
        let next = match number {
            3 => {
                let solution = self.desk.file(case.step).replacen("lessons/", "solutions/", 1);
                format!("힌트는 여기까지입니다. 해답은 {solution}에 있습니다.")
            }
            _ => commands(&[("다음 힌트", self.desk.command(&format!("hint {name} {}", number + 1)))]),
        };
        let page = Page::default()
            .plain(&format!("\n{HEADING}{title}{HEADING:#} ({name}) 힌트 {number}/3"))
            .plain(&wrap(hints[number - 1], 2))
            .plain(&next)
            .end();
        print(color, &(page + "\n"));
        ExitCode::SUCCESS
    }

    pub(crate) fn replay(&self, words: &[&str], color: ColorChoice) -> ExitCode {
        let case = match self.case(words.first().copied(), "replay ") {
            Ok(case) => case,
            Err(exit) => return exit,
        };
        let court = Court::default();
        let finding =
            court.find(&[case], Until::End, true).remove(0).expect("the case is judged until the end");
        let page = match finding.outcome {
            Outcome::Rejected => replay(case, &finding),
            Outcome::Solved => {
                format!("{GOOD}깨지는 순서가 없습니다.{GOOD:#} {}의 약속을 모두 지킵니다.", case.id)
            }
            Outcome::NotStarted => {
                let file = finding.place.unwrap_or_else(|| self.desk.file(case.step));
                let text =
                    wrap(&format!("아직 다시 볼 순서가 없습니다. 먼저 {file}에서 할 일을 채웁니다."), 0);
                format!("{text}\n\n{}", wrap(&finding.headline, 2))
            }
        };
        print(color, &format!("\n{page}\n"));
        ExitCode::SUCCESS
    }

    /// The case of the step that was named, or of the first that is not solved.
    fn case(&self, step: Option<&str>, command: &str) -> Result<&Case, ExitCode> {
        if let Some(name) = step {
            let case = self.cases.iter().find(|case| case.id == name);
            return case.ok_or_else(|| complain(&self.unknown(name, command)));
        }
        let cases: Vec<&Case> = self.cases.iter().collect();
        let findings = Court::default().find(&cases, Until::FirstUnsolved, false);
        let open = findings
            .iter()
            .position(|finding| !matches!(finding, Some(finding) if finding.outcome == Outcome::Solved));
        open.map(|index| cases[index]).ok_or_else(|| {
            print(ColorChoice::Auto, &self.closing());
            ExitCode::SUCCESS
        })
    }

    pub(crate) fn unknown(&self, name: &str, command: &str) -> String {
        let steps = self.topic.steps.iter().map(|step| step.name);
        let names: Vec<&str> = steps.clone().collect();
        let meant = nearest(name, steps).map(|step| {
            let command = self.desk.command(&format!("{command}{step}"));
            format!("\n{}", commands(&[("가까운 단계", command)]))
        });
        let text = wrap(&format!("'{name}'라는 단계는 없습니다. 단계는 {}입니다.", names.join(", ")), 0);
        format!("\n{text}{}", meant.unwrap_or_default())
    }
}
