//! `-- verdicts counter worker`: a line of JSON for each of these steps, or for all, which `cargo course` reads.

use std::process::ExitCode;

use anstream::ColorChoice;

use crate::case::Case;
use crate::cli::{Lesson, print};
use crate::parent::{Court, Until};
use crate::text::quoted;
use crate::verdict::Verdict;

impl Lesson<'_> {
    pub(crate) fn verdicts(&self, steps: &[&str]) -> ExitCode {
        let named = |case: &&Case| steps.is_empty() || steps.contains(&case.id.as_str());
        let cases: Vec<&Case> = self.cases.iter().filter(named).collect();
        let findings = Court::default().find(&cases, Until::End, false);
        for (case, finding) in cases.iter().zip(&findings) {
            let finding = finding.as_ref().expect("every case is judged until the end");
            print(ColorChoice::Never, &line(&case.id, &Verdict::of(case, finding)));
        }
        ExitCode::SUCCESS
    }
}

fn line(step: &str, verdict: &Verdict) -> String {
    let word = match verdict {
        Verdict::Solved => "solved",
        Verdict::NotStarted(_) => "not_started",
        Verdict::Rejected(_) => "rejected",
    };
    let mut fields = vec![("step", step), ("verdict", word)];
    if let Some(report) = verdict.report() {
        fields.extend([
            ("promise", report.promise),
            ("headline", &report.headline),
            ("place", report.place.as_deref().unwrap_or("")),
            ("text", &report.text),
            ("coloured", &report.coloured),
        ]);
    }
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("\"{name}\":{}", quoted(value))).collect();
    format!("{{{}}}", fields.join(","))
}
