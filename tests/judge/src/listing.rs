//! The steps as tests of libtest: which are judged, and what stands around its lines.

use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use libtest_mimic::{Arguments, ColorSetting, Completion, Failed, FormatSetting, Trial};

use crate::Topic;
use crate::case::Case;
use crate::check::quietly;
use crate::cli::{FAILED, Lesson, print};
use crate::parent::{Court, Until};
use crate::text::pad;
use crate::verdict::{GOOD, HEADING, Page, Verdict, commands};

impl Lesson<'_> {
    pub(crate) fn test(&self, mut arguments: Arguments) -> ExitCode {
        let plain = |name: &str| Trial::test(name, || Ok(()));
        let named: Vec<&Case> = self
            .cases
            .iter()
            .filter(|case| {
                // `--ignored` keeps what is marked so, and which steps are is only known once they are judged.
                !arguments.is_filtered_out(&plain(&case.id).with_ignored_flag(true))
            })
            .collect();
        let court = Court { jobs: arguments.test_threads.unwrap_or(0), ..Court::default() };
        let findings = match self.question(&arguments) {
            Question::Nothing => vec![None; named.len()],
            Question::Each => court.find(&named, Until::End, false),
            Question::InOrder => court.find(&named, Until::FirstUnsolved, false),
            Question::Ignored => {
                let mut findings = court.find(&named, Until::FirstUnsolved, false);
                let open = findings.iter().take_while(|finding| finding.is_some()).count();
                let later = court.find(&named[open..], Until::End, false);
                findings.truncate(open);
                // The steps before are not among the ignored ones.
                findings.fill(None);
                findings.extend(later);
                findings
            }
        };
        let verdicts: Vec<Option<Verdict>> = named
            .iter()
            .zip(&findings)
            .map(|(case, finding)| finding.as_ref().map(|finding| Verdict::of(case, finding)))
            .collect();

        let color = match arguments.color.unwrap_or(ColorSetting::Auto) {
            ColorSetting::Auto => AutoStream::choice(&std::io::stdout()),
            ColorSetting::Always => ColorChoice::Always,
            ColorSetting::Never => ColorChoice::Never,
        };
        let json = arguments.format == Some(FormatSetting::Json);
        let whole =
            named.len() == self.cases.len() && !arguments.list && !arguments.ignored && !arguments.bench;
        let solved = verdicts.iter().filter(|verdict| **verdict == Some(Verdict::Solved)).count();
        if whole && !json {
            print(color, &self.header(solved));
        }
        if named.is_empty()
            && !arguments.list
            && !json
            && let Some(filter) = &arguments.filter
        {
            print(color, &self.unknown(filter, ""));
        }

        let trials = self.trials(&arguments, &named, verdicts, json);
        // The verdicts are known; one thread tells them in order.
        arguments.test_threads = Some(1);
        let Some(conclusion) = quietly(|| libtest_mimic::run(&arguments, trials)) else {
            return ExitCode::from(FAILED);
        };
        if whole && !json && solved == self.cases.len() {
            print(color, &self.closing());
        }
        conclusion.exit_code()
    }

    fn question(&self, arguments: &Arguments) -> Question {
        if arguments.bench {
            Question::Nothing
        } else if arguments.list {
            // cargo-nextest runs each test by itself and asks first which ones to leave out.
            let nextest = arguments.ignored && std::env::var_os("NEXTEST").is_some();
            if nextest { Question::InOrder } else { Question::Nothing }
        } else if arguments.filter.is_some() || arguments.include_ignored {
            Question::Each
        } else if arguments.ignored {
            Question::Ignored
        } else {
            Question::InOrder
        }
    }

    fn trials(
        &self,
        arguments: &Arguments,
        named: &[&Case],
        verdicts: Vec<Option<Verdict>>,
        json: bool,
    ) -> Vec<Trial> {
        let others = self.cases.iter().filter(|case| !named.iter().any(|named| named.id == case.id));
        let others = others.map(|case| Trial::test(&case.id, || Ok(())));
        let judged = named.iter().zip(verdicts).map(|(case, verdict)| {
            let later = verdict.is_none();
            let trial = Trial::ignorable_test(&case.id, move || match verdict {
                Some(Verdict::Solved) => Ok(Completion::Completed),
                Some(Verdict::NotStarted(report) | Verdict::Rejected(report)) => {
                    Err(Failed::from(if json { report.text } else { report.coloured }))
                }
                None => Ok(Completion::ignored_with("앞 단계를 먼저 풉니다")),
            });
            // While listing, the flag says what would be left out; while running, what `--ignored` asks for.
            let marked =
                if arguments.list { later && arguments.ignored } else { arguments.ignored && !later };
            trial.with_ignored_flag(marked)
        });
        judged.chain(others).collect()
    }

    fn header(&self, solved: usize) -> String {
        let Topic { title, steps, .. } = self.topic;
        let all = steps.len();
        let (done, left) = ("#".repeat(3 * solved), ".".repeat(3 * (all - solved)));
        format!("\n{HEADING}{title}{HEADING:#}  [{GOOD}{done}{GOOD:#}{left}] {solved}/{all}")
    }

    pub(crate) fn closing(&self) -> String {
        let Topic { title, steps, .. } = self.topic;
        let width = steps.iter().map(|step| step.name.len()).max().unwrap_or(0) + 2;
        let learned: Vec<String> =
            steps.iter().map(|step| format!("  {}{}", pad(step.name, width), step.title)).collect();
        let program = format!("cargo run -p {}", self.desk.package);
        Page::default()
            .plain(&format!("{HEADING}{title}의 {}단계를 모두 풀었습니다.{HEADING:#}", steps.len()))
            .under("배운 것", &learned.join("\n"))
            .under(
                "이어서",
                &format!(
                    "{}\n  다음 주제는 README.md의 표에서 고릅니다.",
                    commands(&[("프로그램", program)])
                ),
            )
            .end()
            + "\n"
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
