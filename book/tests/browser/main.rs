//! The built book in a real browser: search, keys, no outside request, nothing that jumps, and axe.
//!
//! Without Chromium these tests say `ignored`, and so does the one for axe without axe; in CI both must be there.

mod as_typed;
mod asked;
mod chromium;
mod korean;
mod latest;
mod once_unseen;
mod playing;
mod queries;
mod reading;
mod searching;
mod unseen;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use book::Options;
use chromium::{Browser, Result};
use libtest_mimic::{Arguments, Completion, Failed, Trial};

/// A browser and the book it reads.
pub struct Reader {
    browser: Option<Browser>,
    output: PathBuf,
}

impl Reader {
    /// The address of a page, as a file.
    fn address(&self, page: &str) -> String {
        format!("file://{}/{page}", self.output.display())
    }

    /// All pages, from the built folder.
    fn pages(&self) -> Vec<String> {
        let mut pages = Vec::new();
        let mut folders = vec![self.output.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|kind| kind == "html") {
                    let own = path.strip_prefix(&self.output).expect("it was found there");
                    pages.push(own.to_string_lossy().into_owned());
                }
            }
        }
        pages.sort();
        pages
    }

    fn browser(&mut self) -> Result<&mut Browser> {
        if self.browser.is_none() {
            let program = chromium::program().ok_or("no browser")?;
            self.browser = Some(Browser::start(&program)?);
        }
        Ok(self.browser.as_mut().expect("it has just been started"))
    }
}

type Test = fn(&mut Reader) -> Result<()>;

const TESTS: &[(&str, Test)] = &[
    ("every query finds its pages", queries::finds),
    ("queries nobody tuned to find theirs too", queries::finds_held_out),
    ("queries of a Python developer find theirs", queries::finds_fresh),
    ("queries with typos, run together and half English find theirs", queries::finds_renewed),
    ("the newest queries find theirs among the first ten", queries::finds_newest),
    ("the first query is quick", queries::is_quick),
    ("keys open, choose and close", searching::by_keys),
    ("a half-typed syllable finds, and its Enter does not choose", searching::while_composing),
    ("a result opens with its words marked", searching::marks),
    ("a link carries a query", searching::by_link),
    ("a word stays on its line", korean::words_stay_whole),
    ("one face draws Hangul, and code has columns", korean::faces_fit),
    ("everything around the text is Korean", korean::interface_is_korean),
    ("a page can be printed", reading::prints),
    ("keys reach the text, the contents and the switch", reading::by_keys),
    ("a guess is chosen, answered and kept by keys", reading::guesses),
    ("keys play an order to its break and back", playing::by_keys),
    ("every player plays to an end", playing::in_every_way),
    ("a page asks nobody outside and throws nothing", reading::keeps_to_itself),
    ("nothing moves while a page loads", reading::stays_in_place),
    ("no page is wider than a narrow screen", reading::fits),
    ("on a narrow screen only code scrolls sideways", reading::wraps),
    ("a page reads without its scripts", reading::without_scripts),
    ("axe finds nothing", reading::is_accessible),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let output = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("book");
    let there = chromium::program().is_some();
    if there
        && !arguments.list
        && let Err(error) = book::build(&Options { output: output.clone(), ..Options::default() })
    {
        eprintln!("{error:#}");
        return ExitCode::FAILURE;
    }
    let reader = Arc::new(Mutex::new(Reader { browser: None, output }));
    let trials = TESTS.iter().map(|&(name, test)| {
        let reader = Arc::clone(&reader);
        Trial::ignorable_test(name, move || {
            let missing = match there {
                false => Some("이 컴퓨터에 Chromium이 없습니다"),
                true if name.starts_with("axe") && reading::axe().is_none() => Some(reading::GET_AXE),
                true => None,
            };
            if let Some(missing) = missing {
                return match std::env::var_os("CI") {
                    None => Ok(Completion::ignored_with(missing)),
                    Some(_) => Err(missing.into()),
                };
            }
            let mut reader = reader.lock().map_err(|_| Failed::from("a test before it panicked"))?;
            test(&mut reader)?;
            Ok(Completion::Completed)
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    drop(reader);
    conclusion.exit_code()
}
