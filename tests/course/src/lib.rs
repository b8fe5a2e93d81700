//! `cargo course`: the guide through the lessons.
//!
//! On a terminal it waits for saves and judges what was saved; anywhere else it prints the board. It builds a lesson by
//! cargo, asks the lesson's own spec for verdicts (`-- verdicts counter`), and remembers them by content. It edits
//! nothing but what `reset` and `saved restore` are asked to put back.

#![expect(clippy::question_mark, reason = "the code that nanoserde derives")]

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::ArgMatches;
use clap::error::ErrorKind;

pub mod board;
pub mod book;
pub mod browser;
pub mod cargo;
pub mod check;
pub mod child;
pub mod cli;
pub mod completions;
pub mod docs;
pub mod doctor;
pub mod errors;
pub mod explain;
pub mod files;
pub mod hint;
pub mod judging;
pub mod memory;
pub mod misspelt;
pub mod paint;
pub mod programs;
pub mod reset;
pub mod saved;
pub mod solution;
pub mod survey;
pub mod trouble;
pub mod watch;

use cargo::Cargo;
use catalog::{Course, Step, Topic};
use child::Stop;
use memory::Memory;
use paint::{Paper, Status};
use survey::Survey;
use trouble::Answer;

pub fn main() -> ExitCode {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let course = Course::around(&here);
    let mut command = cli::command(&course, false);
    let mut paper = Paper { choice: ColorChoice::Auto };
    let code = match command.try_get_matches_from_mut(std::env::args_os()) {
        Ok(matches) => {
            paper.choice = match matches.get_one::<String>("color").map(String::as_str) {
                Some("always") => ColorChoice::Always,
                Some("never") => ColorChoice::Never,
                _ => ColorChoice::Auto,
            };
            run(&course, &matches, &paper).unwrap_or_else(|trouble| {
                paper.complain(&trouble);
                trouble.code
            })
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            paper.print(&cli::laid_out(&error.render().to_string(), paint::columns()));
            0
        }
        Err(error) => {
            let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
            let trouble = misspelt::trouble(&error, &command, words);
            paper.complain(&trouble);
            trouble.code
        }
    };
    ExitCode::from(code)
}

fn run(course: &Course, matches: &ArgMatches, paper: &Paper) -> Answer<u8> {
    let memory = Memory::of(course);
    let (name, words) = matches.subcommand().unwrap_or(("", matches));
    let word = |name: &str| words.try_get_one::<String>(name).ok().flatten().map(String::as_str);
    let flag = |name: &str| words.try_get_one::<bool>(name).ok().flatten() == Some(&true);
    let command = if name == "saved" { "saved restore" } else { name };
    let words_of_restore = if name == "saved" { words.subcommand().map(|(_, words)| words) } else { None };
    let word = |name: &str| match words_of_restore {
        Some(words) => words.get_one::<String>(name).map(String::as_str),
        None => word(name),
    };
    let behind = word("step");
    let topic = word("topic").map(|word| misspelt::topic(course, word, behind, command)).transpose()?;
    let step = match (topic, word("step")) {
        (Some(topic), Some(word)) => Some(misspelt::step(topic, word, command)?),
        _ => None,
    };
    match (name, topic, step) {
        ("check", topic, step) => with_cargo(course, &memory, paper, |cargo| {
            check::check(cargo, &asked(course, topic, step), flag("json"), paper)
        }),
        ("list", ..) => board(course, &memory, paper, false),
        ("hint", Some(topic), step) => {
            let number = word("number").map(misspelt::number).transpose()?;
            hint::command(course, &memory, topic, step, number, paper)
        }
        ("solution", _, Some(step)) => solution::command(course, &memory, step, flag("yes"), paper),
        ("reset", Some(topic), step) => reset::reset(course, &memory, topic, step, flag("yes"), paper),
        ("saved", None, _) => reset::list(course, paper),
        ("saved", Some(topic), None) => reset::restore_topic(course, topic, paper),
        ("saved", _, Some(step)) => reset::restore(course, step, word("number"), paper),
        ("python", Some(topic), _) => {
            let rest: Vec<&String> = words.get_many("rest").into_iter().flatten().collect();
            programs::python(course, topic, &rest)
        }
        ("explain", ..) => {
            let number = word("number").map(misspelt::number).transpose()?;
            explain::command(course, word("code"), number, flag("all"), paper)
        }
        ("book", topic, step) => book::command(course, topic, step, word("port"), paper),
        ("doctor", ..) => doctor::doctor(course, paper),
        ("completions", ..) => completions::print(course, word("shell").unwrap_or("bash")),
        _ if std::io::stdout().is_terminal() && std::io::stdin().is_terminal() => {
            watch::watch(course, &memory, paper)
        }
        _ => board(course, &memory, paper, true),
    }
}

fn asked<'a>(
    course: &'a Course,
    topic: Option<&'a Topic>,
    step: Option<&'a Step>,
) -> Vec<(&'a Topic, Vec<&'a Step>)> {
    match (topic, step) {
        (Some(topic), Some(step)) => vec![(topic, vec![step])],
        (Some(topic), None) => vec![(topic, topic.steps.iter().collect())],
        _ => {
            let topics = course.topics.iter().filter(|topic| !topic.steps.is_empty());
            topics.map(|topic| (topic, topic.steps.iter().collect())).collect()
        }
    }
}

fn with_cargo<T>(course: &Course, memory: &Memory, paper: &Paper, work: impl FnOnce(&Cargo) -> T) -> T {
    let status = Status::new();
    let tell = |note| status.tell(note);
    let cargo = Cargo { course, memory, color: paper.colored(), stop: &Stop::default(), tell: &tell };
    let result = work(&cargo);
    status.clear();
    result
}

fn board(course: &Course, memory: &Memory, paper: &Paper, with_next: bool) -> Answer<u8> {
    let survey = with_cargo(course, memory, paper, Survey::full);
    paper.print(&format!("\n{}\n", board::board(course, &survey)));
    for trouble in &survey.troubles {
        paper.complain(trouble);
    }
    if with_next && survey.finished() {
        paper.print(&format!("{}\n", board::ending(course, memory)));
    } else if with_next && let Some((step, _)) = survey.next() {
        paper.print(&format!("{}\n", board::next_step(course, step)));
    }
    Ok(0)
}
