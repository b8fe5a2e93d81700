//! `-- verdicts counter worker`: a line of JSON for each of these steps, or for all, which `cargo course` reads.

use std::process::ExitCode;

use nanoserde::{DeJson, SerJson};
use report::Verdict;

use crate::case::Case;
use crate::cli::Lesson;
use crate::parent::{Court, Until};
use crate::screen::print;

/// One such line.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub struct Judged {
    pub step: String,
    pub verdict: Verdict,
}

impl Lesson<'_> {
    pub(crate) fn verdicts(&self, steps: &[&str]) -> ExitCode {
        let named = |case: &&Case| steps.is_empty() || steps.contains(&case.id.as_str());
        let cases: Vec<&Case> = self.cases.iter().filter(named).collect();
        let verdicts = Court::default().find(&cases, Until::End, false);
        for (case, verdict) in cases.iter().zip(verdicts) {
            let verdict = verdict.expect("every case is judged until the end");
            print(&Judged { step: case.id.clone(), verdict }.serialize_json());
        }
        ExitCode::SUCCESS
    }
}
