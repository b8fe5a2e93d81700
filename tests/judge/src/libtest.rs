//! Tells what became of the steps in the lines and the JSON of libtest, which editors and cargo-nextest read.

use std::io::{self, Write};
use std::time::Instant;

use anstyle::{AnsiColor, Style};

use crate::arguments::Format;
use crate::text::quoted;
use crate::verdict::{BAD, GOOD, Report};

const LATER: Style = AnsiColor::Yellow.on_default();

pub(crate) enum Outcome {
    Passed,
    Failed(Report),
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
        Format::Json => events(out, outcomes, counts, filtered_out, began)?,
        Format::Pretty | Format::Terse => {
            lines(out, outcomes, format)?;
            let Counts { passed, failed, ignored } = counts;
            let result =
                if failed == 0 { format!("{GOOD}ok{GOOD:#}") } else { format!("{BAD}FAILED{BAD:#}") };
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

fn lines(out: &mut impl Write, outcomes: &[(&str, Outcome)], format: Format) -> io::Result<()> {
    let plural = if outcomes.len() == 1 { "" } else { "s" };
    writeln!(out, "\nrunning {} test{plural}", outcomes.len())?;
    let width = outcomes.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, outcome) in outcomes {
        let (style, letter, word) = match outcome {
            Outcome::Passed => (GOOD, '.', "ok".to_string()),
            Outcome::Failed(_) => (BAD, 'F', "FAILED".to_string()),
            Outcome::Ignored("") => (LATER, 'i', "ignored".to_string()),
            Outcome::Ignored(why) => (LATER, 'i', format!("ignored ({why})")),
        };
        match format {
            Format::Terse => write!(out, "{style}{letter}{style:#}")?,
            _ => writeln!(out, "test {name:width$} ... {style}{word}{style:#}")?,
        }
    }
    if format == Format::Terse {
        writeln!(out)?;
    }
    let failed = || {
        outcomes.iter().filter_map(|(name, outcome)| match outcome {
            Outcome::Failed(report) => Some((name, report)),
            _ => None,
        })
    };
    if failed().next().is_some() {
        writeln!(out, "\nfailures:\n")?;
        for (name, report) in failed() {
            writeln!(out, "---- {name} ----\n{}\n", report.coloured)?;
        }
        writeln!(out, "\nfailures:")?;
        for (name, _) in failed() {
            writeln!(out, "    {name}")?;
        }
    }
    Ok(())
}

fn events(
    out: &mut impl Write,
    outcomes: &[(&str, Outcome)],
    counts: Counts,
    filtered_out: usize,
    began: Instant,
) -> io::Result<()> {
    writeln!(out, r#"{{ "type": "suite", "event": "started", "test_count": {} }}"#, outcomes.len())?;
    for (name, outcome) in outcomes {
        let name = quoted(name);
        writeln!(out, r#"{{ "type": "test", "event": "started", "name": {name} }}"#)?;
        let (event, rest) = match outcome {
            Outcome::Passed => ("ok", String::new()),
            Outcome::Failed(report) => ("failed", format!(r#", "stdout": {}"#, quoted(&report.text))),
            Outcome::Ignored("") => ("ignored", String::new()),
            Outcome::Ignored(why) => ("ignored", format!(r#", "message": {}"#, quoted(why))),
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
