//! `-- verdicts counter worker`: a line of JSON for each of these steps, or for all, which `cargo course` reads.

use std::process::ExitCode;

use nanoserde::{DeJson, SerJson};
use report::{Looked, Verdict};

use crate::case::Case;
use crate::cli::Lesson;
use crate::parent::{Court, Until};
use crate::screen::print;

/// One such line.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub struct Judged {
    pub step: String,
    pub verdict: Verdict,
    /// How much was looked at for each promise that is kept.
    pub looked: Vec<Looked>,
}

impl Lesson<'_> {
    pub(crate) fn verdicts(&self, steps: &[&str]) -> ExitCode {
        let named = |case: &&Case| steps.is_empty() || steps.contains(&case.id.as_str());
        let cases: Vec<&Case> = self.cases.iter().filter(named).collect();
        let judged = Court::default().look(&cases, Until::End, false);
        for (case, judged) in cases.iter().zip(judged) {
            let (verdict, looked) = judged.expect("every case is judged until the end");
            print(&Judged { step: case.id.clone(), verdict, looked }.serialize_json());
        }
        ExitCode::SUCCESS
    }
}
