//! The steps as tests of libtest: which are judged, and what stands around its lines.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use report::text::pad;
use report::{GOOD, HEADING, Ink, Page, Paper, Topic, Verdict};

use crate::arguments::{Arguments, Format};
use crate::case::Case;
use crate::cli::{FAILED, Lesson};
use crate::libtest::{self, Outcome};
use crate::parent::{Court, Judgement, Until};
use crate::screen::print;

impl Lesson<'_> {
    pub(crate) fn test(&self, arguments: &Arguments) -> ExitCode {
        let began = Instant::now();
        let named: Vec<&Case> = self.cases.iter().filter(|case| arguments.names(&case.id)).collect();
        let court = Court { jobs: arguments.jobs, ..Court::default() };
        let judged: Vec<Option<Judgement>> = match self.question(arguments) {
            Question::Nothing => named.iter().map(|_| None).collect(),
            Question::Each => court.look(&named, Until::End, false),
            Question::InOrder => court.look(&named, Until::FirstUnsolved, false),
            Question::Ignored => {
                let mut judged = court.look(&named, Until::FirstUnsolved, false);
                let open = judged.iter().take_while(|judged| judged.is_some()).count();
                let later = court.look(&named[open..], Until::End, false);
                judged.truncate(open);
                // The steps before are not among the ignored ones.
                judged.fill(None);
                judged.extend(later);
                judged
            }
        };
        let verdicts = || judged.iter().map(|judged| judged.as_ref().map(|(verdict, _)| verdict));
        let mut out = std::io::stdout();
        if arguments.list {
            // While listing, `--ignored` asks which would be left out.
            let listed =
                named.iter().zip(verdicts()).filter(|(_, verdict)| !arguments.ignored || verdict.is_none());
            listed.for_each(|(case, _)| drop(writeln!(out, "{}: test", case.id)));
            return ExitCode::SUCCESS;
        }

        let json = arguments.format == Format::Json;
        let whole = named.len() == self.cases.len() && !arguments.ignored && !arguments.bench;
        let solved = verdicts().flatten().filter(|verdict| verdict.solved()).count();
        // Of one step alone there is room to say what was looked at.
        let kept_promises = match (&named[..], &judged[..]) {
            ([case], [Some((Verdict::Solved, looked))]) if !json => {
                let says: Vec<&str> = case.step.promises.iter().map(|promise| promise.says).collect();
                Some(format!("\n{} ({})\n{}", case.step.title, case.id, self.paper.kept(&says, looked)))
            }
            _ => None,
        };
        if let Some(page) = kept_promises {
            print(&page);
        }
        if whole && !json {
            print(&self.header(solved));
        }
        if named.is_empty()
            && !json
            && let Some(filter) = arguments.filters.first()
        {
            print(&self.unknown(&self.paper, filter, ""));
        }
        let outcomes: Vec<(&str, Outcome)> = named
            .iter()
            .zip(judged.into_iter().map(|judged| judged.map(|(verdict, _)| verdict)))
            // While running, it asks for nothing but those.
            .filter(|(_, verdict)| !arguments.ignored || verdict.is_some())
            .map(|(case, verdict)| (case.id.as_str(), outcome(verdict, arguments.bench)))
            .collect();
        let others = self.cases.len() - outcomes.len();
        // What a program reads is not for a terminal.
        let paper = if json { Paper { ink: Ink(false), ..self.paper } } else { self.paper };
        let Ok(kept) = libtest::tell(&mut out, &paper, &outcomes, others, arguments.format, began) else {
            return ExitCode::from(FAILED);
        };
        if whole && !json && solved == self.cases.len() {
            print(&self.closing());
        }
        if kept { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
    }

    fn question(&self, arguments: &Arguments) -> Question {
        if arguments.bench {
            Question::Nothing
        } else if arguments.list {
            // cargo-nextest runs each test by itself and asks first which ones to leave out.
            let nextest = arguments.ignored && std::env::var_os("NEXTEST").is_some();
            if nextest { Question::InOrder } else { Question::Nothing }
        } else if !arguments.filters.is_empty() || arguments.include_ignored {
            Question::Each
        } else if arguments.ignored {
            Question::Ignored
        } else {
            Question::InOrder
        }
    }

    fn header(&self, solved: usize) -> String {
        let Topic { name, title, steps } = self.topic;
        let all = steps.len();
        let (done, left) = ("#".repeat(3 * solved), ".".repeat(3 * (all - solved)));
        let (ink, title) = (self.paper.ink, format!("{title} ({name})"));
        format!("\n{}  [{}{left}] {solved}/{all}", ink.paint(HEADING, &title), ink.paint(GOOD, &done))
    }

    pub(crate) fn closing(&self) -> String {
        let Topic { title, steps, .. } = self.topic;
        let width = steps.iter().map(|step| step.name.len()).max().unwrap_or(0) + 2;
        let learned: Vec<String> =
            steps.iter().map(|step| format!("  {}{}", pad(step.name, width), step.title)).collect();
        let mut further = vec![("프로그램", format!("cargo run -p {}", self.desk.package))];
        let next = self.desk.next_topic();
        further.extend(next.map(|next| ("다음 주제", format!("cargo test -p lesson-{}", next.name))));
        let all = format!("{title}의 {}단계를 모두 풀었습니다.", steps.len());
        Page::new(&self.paper)
            .plain(&self.paper.ink.paint(HEADING, &all))
            .under("배운 것", &learned.join("\n"))
            .under("이어서", &self.paper.commands(&further))
            .end()
            + "\n"
    }
}

fn outcome(verdict: Option<Verdict>, bench: bool) -> Outcome {
    match verdict {
        Some(Verdict::Solved) => Outcome::Passed,
        Some(verdict) => Outcome::Failed(verdict),
        None => Outcome::Ignored(if bench { "" } else { "앞 단계를 먼저 풉니다" }),
    }
}

enum Question {
    /// No step is judged.
    Nothing,
    /// Every step that is named is judged, whatever the others.
    Each,
    /// Up to the first that is not solved.
    InOrder,
    /// Those after the first that is not solved.
    Ignored,
}
