//! An answer of the gallery, and what its verdict must be.

use std::path::PathBuf;
use std::process::ExitCode;

use catalog::Kind;
use judge::{Case, Court, Desk, Step, Verdict};
use libtest_mimic::{Arguments, Failed, Trial};
use report::{Paper, Sources};

/// An answer that is compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The name of its topic.
    pub topic: &'static str,
    /// The name of its file, or `starter` or `solution`.
    pub name: &'static str,
    /// What its verdict must be.
    pub kind: Kind,
    /// Where it stands, as the compiler knows it.
    pub file: &'static str,
    /// The spec it was compiled with.
    pub step: &'static Step,
}

impl Answer {
    /// Tells it from the others of its topic.
    pub fn id(&self) -> String {
        let kind = match self.kind {
            Kind::Starter | Kind::Solution => "",
            Kind::Wrong => "wrong/",
            Kind::Right => "right/",
        };
        format!("{}/{kind}{}/{}", self.topic, self.step.name, self.name)
    }

    /// The case as a learner would meet it: the answer stands in the lesson's own file.
    fn case(&self) -> Case {
        let (topic, step) = (self.topic, self.step);
        let folder = format!("lessons/{topic}");
        let shown = format!("{folder}/src/{}.rs", step.name);
        let sources = Sources::new().file(self.file, &shown, self.file.as_ref());
        Case {
            id: self.id(),
            step,
            desk: Desk {
                package: format!("lesson-{topic}"),
                topic: topic.into(),
                folder,
                sources,
                root: catalog::root(),
            },
        }
    }

    fn examine(&self, court: &Court) -> Result<(), Failed> {
        let verdict = court.judge(&[self.case()]).remove(0);
        let said = Paper::PLAIN.verdict(&verdict);
        match (self.kind, &verdict) {
            (Kind::Solution | Kind::Right, Verdict::Solved) => Ok(()),
            (Kind::Solution | Kind::Right, _) => Err(format!("a right answer is refused:\n{said}").into()),
            (_, Verdict::Solved) => Err("a wrong answer is accepted".into()),
            (Kind::Wrong, Verdict::NotStarted(_)) => Err("a wrong answer must not contain todo!".into()),
            (_, Verdict::NotStarted(_) | Verdict::Rejected(_)) => {
                self.compare(&said);
                let kept = verdict.report().map(|report| report.finding.agrees_with(&self.snapshot("json")));
                Ok(kept.unwrap_or(Ok(()))?)
            }
        }
    }

    fn snapshots(&self) -> PathBuf {
        catalog::root().join("tests").join(self.topic).join("snapshots")
    }

    /// The finding as data lies beside its snapshot where the book quotes it.
    fn snapshot(&self, ending: &str) -> PathBuf {
        self.snapshots().join(format!("{}.{}.{ending}", self.step.name, self.name))
    }

    fn compare(&self, said: &str) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(self.snapshots());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{}.{}", self.step.name, self.name), said));
    }
}

/// A line an answer, for the bench: `counter/never_joins`, a tab, and what became of it.
fn tell(court: &Court, cases: &[Case], answers: &[Answer]) -> ExitCode {
    for (answer, verdict) in answers.iter().zip(court.judge(cases)) {
        let word = match verdict {
            Verdict::Solved => "solved",
            Verdict::NotStarted(_) => "not started",
            Verdict::Rejected(_) => "rejected",
        };
        println!("{}/{}\t{word}", answer.step.name, answer.name);
    }
    ExitCode::SUCCESS
}

/// Judges them all, `jobs` at a time unless the command line says otherwise; also what a child of that does.
pub fn judge_all(answers: &'static [Answer], jobs: Option<usize>) -> ExitCode {
    let cases: Vec<Case> = answers.iter().map(Answer::case).collect();
    judge::attend(&cases);
    let trial = |answer: &'static Answer| Trial::test(answer.id(), move || answer.examine(&Court::default()));
    if std::env::args().nth(1).as_deref() == Some("verdicts") {
        return tell(&Court { jobs: jobs.unwrap_or(0), ..Court::default() }, &cases, answers);
    }
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(jobs);
    libtest_mimic::run(&arguments, answers.iter().map(trial).collect()).exit_code()
}
