//! Tells what became of the steps in the lines and the JSON of libtest, which editors and cargo-nextest read.

use std::io::{self, Write};
use std::time::Instant;

use nanoserde::SerJson;
use report::{BAD, GOOD, LATER, Paper, Verdict};

use crate::arguments::Format;

pub(crate) enum Outcome {
    Passed,
    Failed(Verdict),
    /// Why, if there is anything to say.
    Ignored(&'static str),
}

/// How many steps there are of each kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
}

/// Tells the outcomes in order, and whether no step failed.
///
/// # Errors
/// If nobody reads on.
pub(crate) fn tell(
    out: &mut impl Write,
    paper: &Paper,
    outcomes: &[(&str, Outcome)],
    filtered_out: usize,
    format: Format,
    began: Instant,
) -> io::Result<bool> {
    let mut counts = Counts::default();
    for (_, outcome) in outcomes {
        match outcome {
            Outcome::Passed => counts.passed += 1,
            Outcome::Failed(_) => counts.failed += 1,
            Outcome::Ignored(_) => counts.ignored += 1,
        }
    }
    match format {
        Format::Json => events(out, paper, outcomes, counts, filtered_out, began)?,
        Format::Pretty | Format::Terse => {
            lines(out, paper, outcomes, format)?;
            let Counts { passed, failed, ignored } = counts;
            let (style, word) = if failed == 0 { (GOOD, "ok") } else { (BAD, "FAILED") };
            let result = paper.ink.paint(style, word);
            writeln!(
                out,
                "\ntest result: {result}. {passed} passed; {failed} failed; {ignored} ignored; 0 measured; \
                 {filtered_out} filtered out; finished in {:.2}s\n",
                began.elapsed().as_secs_f64()
            )?;
        }
    }
    out.flush()?;
    Ok(counts.failed == 0)
}

fn lines(
    out: &mut impl Write,
    paper: &Paper,
    outcomes: &[(&str, Outcome)],
    format: Format,
) -> io::Result<()> {
    let plural = if outcomes.len() == 1 { "" } else { "s" };
    writeln!(out, "\nrunning {} test{plural}", outcomes.len())?;
    let width = outcomes.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, outcome) in outcomes {
        let (style, letter, word) = match outcome {
            Outcome::Passed => (GOOD, ".", "ok".to_string()),
            Outcome::Failed(_) => (BAD, "F", "FAILED".to_string()),
            Outcome::Ignored("") => (LATER, "i", "ignored".to_string()),
            Outcome::Ignored(why) => (LATER, "i", format!("ignored ({why})")),
        };
        match format {
            Format::Terse => write!(out, "{}", paper.ink.paint(style, letter))?,
            _ => writeln!(out, "test {name:width$} ... {}", paper.ink.paint(style, &word))?,
        }
    }
    if format == Format::Terse {
        writeln!(out)?;
    }
    let failed = || {
        outcomes.iter().filter_map(|(name, outcome)| match outcome {
            Outcome::Failed(verdict) => Some((name, verdict)),
            _ => None,
        })
    };
    if failed().next().is_some() {
        writeln!(out, "\nfailures:\n")?;
        for (index, (name, verdict)) in failed().enumerate() {
            let apart = if index == 0 { "" } else { "\n" };
            writeln!(out, "{apart}---- {name} ----\n{}", paper.verdict(verdict))?;
        }
        // One that stands right above is not named again: its last lines must stay on the screen.
        if failed().count() > 1 {
            writeln!(out, "\nfailures:")?;
            failed().try_for_each(|(name, _)| writeln!(out, "    {name}"))?;
        }
    }
    Ok(())
}

fn events(
    out: &mut impl Write,
    paper: &Paper,
    outcomes: &[(&str, Outcome)],
    counts: Counts,
    filtered_out: usize,
    began: Instant,
) -> io::Result<()> {
    writeln!(out, r#"{{ "type": "suite", "event": "started", "test_count": {} }}"#, outcomes.len())?;
    for (name, outcome) in outcomes {
        let name = name.serialize_json();
        writeln!(out, r#"{{ "type": "test", "event": "started", "name": {name} }}"#)?;
        let (event, rest) = match outcome {
            Outcome::Passed => ("ok", String::new()),
            Outcome::Failed(verdict) => {
                ("failed", format!(r#", "stdout": {}"#, paper.verdict(verdict).serialize_json()))
            }
            Outcome::Ignored("") => ("ignored", String::new()),
            Outcome::Ignored(why) => ("ignored", format!(r#", "message": {}"#, why.serialize_json())),
        };
        writeln!(out, r#"{{ "type": "test", "event": "{event}", "name": {name}{rest} }}"#)?;
    }
    let Counts { passed, failed, ignored } = counts;
    let event = if failed == 0 { "ok" } else { "failed" };
    writeln!(
        out,
        r#"{{ "type": "suite", "event": "{event}", "passed": {passed}, "failed": {failed}, "ignored": {ignored}, "measured": 0, "filtered_out": {filtered_out}, "exec_time": {} }}"#,
        began.elapsed().as_secs_f64()
    )
}
