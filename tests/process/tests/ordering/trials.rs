//! Judges the scenarios: the wrong ones are found, the right ones are not, and an order that is named fails again.

use std::fs::File;
use std::io::Write;
use std::process::ExitCode;

use judge::{Case, Court, Desk, Step, Verdict};
use libtest_mimic::{Arguments, Trial};

use super::classics::{POLITE, STEPS, serve};

/// `ORDERS=file` tells there how many orders each of the right ones took.
pub fn examined(name: &str, explored: process::Explored) {
    if explored.orders > 0
        && let Some(path) = std::env::var_os("ORDERS")
    {
        let mut file = File::options().append(true).create(true).open(path).unwrap();
        writeln!(file, "{name}: {explored:?}").unwrap();
    }
    assert!(explored.orders > 0 || explored == process::Explored::default());
}

fn examine(case: &Case) {
    let verdict = Court { jobs: 1, ..Court::default() }.judge(std::slice::from_ref(case)).remove(0);
    let said = verdict.report().map_or("", |report| &report.finding.headline);
    if std::env::var_os("SAID").is_some() {
        println!("== {}\n{said}", case.id);
    }
    assert!(!said.contains("알 수 없습니다"), "{}: {said}", case.id);
    let wrong = case.id.starts_with("wrong");
    assert!(wrong != (verdict == Verdict::Solved), "{}: {said}", case.id);
}

/// The order that a report names fails again, and alone; the plain one of the same answer does not.
fn repeat(case: &Case) {
    let verdict = Court { jobs: 1, ..Court::default() }.judge(std::slice::from_ref(case)).remove(0);
    let text = verdict.report().map_or(String::new(), |_| report::Paper::PLAIN.verdict(&verdict));
    let (_, rest) = text.split_once("PROCESS_ORDER=").expect("the order is named");
    let order: String =
        rest.chars().take_while(|&letter| letter.is_ascii_digit() || ":,".contains(letter)).collect();
    let fails = |order: &str| {
        let mut again = std::process::Command::new(std::env::current_exe().unwrap());
        again.args([&case.id, "--exact"]).env(process::ORDER, order);
        again.output().unwrap().status.success()
    };
    assert!(fails(&order), "{order} does not fail again");
    assert!(!fails(""), "the plain order fails too");
}

pub fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    if let Some(file) = words.next().and_then(|word| word.strip_prefix(POLITE)?.parse().ok()) {
        // SAFETY: the descriptor was handed down for this process alone.
        let mut say: File = unsafe { std::os::fd::FromRawFd::from_raw_fd(file) };
        std::process::exit(serve(&mut say));
    }
    process::attend(STEPS.iter().map(|step| (step.name.to_string(), step)), &[]);
    let desk = Desk { package: "lesson-trial".into(), folder: "lessons/trial".into(), ..Desk::default() };
    let case = |step: &'static Step| Case { id: step.name.into(), step, desk: desk.clone() };
    let cases: Vec<Case> = STEPS.iter().map(case).collect();
    judge::attend(&cases);
    let first = cases[0].clone();
    let trials = cases.into_iter().map(|case| {
        Trial::test(case.id.clone(), move || {
            examine(&case);
            Ok(())
        })
    });
    let trials = trials.chain([Trial::test("an order is repeated", move || {
        repeat(&first);
        Ok(())
    })]);
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(Some(2));
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}
