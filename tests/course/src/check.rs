//! `cargo course check`

use std::collections::BTreeMap;

use nanoserde::SerJson;
use report::{Looked, Report, Verdict};

use crate::board;
use crate::cargo::Cargo;
use crate::errors::{Errors, Warnings};
use crate::files;
use crate::judging::Judged;
use crate::memory::Outcome;
use crate::paint::{BAD, GOOD, HEADING, Paper, QUIET, bar, commands, hang, pad, wrap};
use crate::survey::Survey;
use crate::trouble::{Answer, Trouble, UNSOLVED};
use catalog::{Course, Step, Topic};

/// What became of one step.
enum Fate {
    Judged(Verdict),
    /// The lesson does not compile; whether this file is to blame.
    Errors(bool),
    Broken(Trouble),
}

struct Checked<'a> {
    topic: &'a Topic,
    fates: Vec<(&'a Step, Fate)>,
    errors: Option<Errors>,
    warnings: Warnings,
    looked: BTreeMap<String, Vec<Looked>>,
}

impl Fate {
    fn solved(&self) -> bool {
        matches!(self, Fate::Judged(verdict) if verdict.solved())
    }

    fn word(&self) -> &'static str {
        match self {
            Fate::Judged(verdict) => Outcome::from(verdict).word(),
            Fate::Errors(true) => "does_not_compile",
            Fate::Errors(false) => "not_judged",
            Fate::Broken(_) => "broken_file",
        }
    }
}

/// Judges the steps, as many as were asked for; the exit code says whether all are solved.
pub fn check(cargo: &Cargo, asked: &[(&Topic, Vec<&Step>)], json: bool, paper: &Paper) -> Answer<u8> {
    let mut all = Vec::new();
    for (topic, steps) in asked {
        all.push(check_topic(cargo, topic, steps)?);
    }
    let solved = all.iter().flat_map(|checked| &checked.fates).all(|(_, fate)| fate.solved());
    if json {
        paper.print(&Said::of(&all).serialize_json());
        return Ok(if solved { 0 } else { UNSOLVED });
    }
    for checked in &all {
        tell(cargo.course, checked, paper);
    }
    if solved {
        let survey = Survey::quick(cargo.course, cargo.memory);
        if survey.finished() {
            paper.print(&format!("\n{}", board::ending(cargo.course, cargo.memory)));
        } else if let Some((step, _)) =
            survey.next_after(asked.last().and_then(|(_, steps)| steps.last().copied()))
        {
            // The last step of a topic ends with the topic's page.
            if let Some((_, steps)) = asked.last()
                && let Some(last) = steps.last()
                && board::finished(cargo.course, cargo.memory, last)
            {
                paper.print(&format!("\n{}", board::topic_ending(cargo.course, last)));
            }
            let command = format!("cargo course check {} {}", step.topic, step.name);
            let mut further = vec![("다음 단계", command)];
            if let [(_, steps)] = asked
                && let [Step { topic, name, .. }] = steps[..]
            {
                further.push(("풀이와 견주기", format!("cargo course solution {topic} {name}")));
            }
            paper.print(&format!("\n{}", commands(&further)));
        }
    }
    Ok(if solved { 0 } else { UNSOLVED })
}

fn check_topic<'a>(cargo: &Cargo, topic: &'a Topic, steps: &[&'a Step]) -> Answer<Checked<'a>> {
    let mut fates: BTreeMap<&str, Fate> = BTreeMap::new();
    for step in &topic.steps {
        if let Err(fault) = files::read(cargo.course, step) {
            fates.insert(&step.name, Fate::Broken(fault.trouble(step)));
        }
    }
    let mut checked = Checked {
        topic,
        fates: Vec::new(),
        errors: None,
        warnings: Warnings::default(),
        looked: BTreeMap::new(),
    };
    let whole: Vec<&Step> =
        steps.iter().filter(|step| !fates.contains_key(step.name.as_str())).copied().collect();
    if !fates.is_empty() {
        // With one file broken nothing compiles, and rustc would only say the same in other words.
        for step in &topic.steps {
            if steps.contains(&step) {
                fates.entry(&step.name).or_insert(Fate::Errors(false));
            }
        }
    } else if !whole.is_empty() {
        match cargo.judge(&topic.name, &whole)? {
            Judged::Verdicts { mut by_step, looked, warnings } => {
                checked.warnings = warnings;
                checked.looked = looked;
                for step in &whole {
                    if let Some(verdict) = by_step.remove(&step.name) {
                        fates.insert(&step.name, Fate::Judged(verdict));
                    }
                }
            }
            Judged::Errors(errors) => {
                for step in &whole {
                    let to_blame = errors.places().any(|(path, _)| *path == step.file());
                    fates.insert(&step.name, Fate::Errors(to_blame));
                }
                checked.errors = Some(errors);
            }
            Judged::Stopped => {}
        }
    }
    checked.fates =
        steps.iter().filter_map(|step| Some((*step, fates.remove(step.name.as_str())?))).collect();
    // A broken neighbour is told of although nobody asked.
    for step in &topic.steps {
        checked.fates.extend(fates.remove(step.name.as_str()).map(|fate| (step, fate)));
    }
    Ok(checked)
}

fn tell(course: &Course, checked: &Checked, paper: &Paper) {
    let Checked { topic, fates, errors, warnings, looked } = checked;
    if fates.len() > 1 {
        let solved = fates.iter().filter(|(_, fate)| fate.solved()).count();
        let wide = topic.steps.iter().map(|step| step.name.len()).max().unwrap_or(0) + 2;
        paper.print(&format!(
            "\n{HEADING}{}{HEADING:#}  {} {solved}/{}",
            topic.heading(),
            bar(solved, fates.len()),
            fates.len()
        ));
        for (step, fate) in fates {
            let (style, word) = match fate {
                Fate::Judged(verdict) => match verdict {
                    Verdict::Solved => (GOOD, "풀었음"),
                    Verdict::NotStarted(_) => (QUIET, "아직"),
                    Verdict::Rejected(_) => (BAD, "안 풀림"),
                },
                Fate::Errors(true) => (BAD, "오류 있음"),
                Fate::Errors(false) => (QUIET, "확인 못 함"),
                Fate::Broken(_) => (BAD, "파일 이상"),
            };
            let row = format!("{style}{}{style:#}{}{}", pad(word, 12), pad(&step.name, wide), step.title);
            paper.print(&hang(&row, 2, 14));
        }
    }
    for (_, fate) in fates {
        if let Fate::Broken(trouble) = fate {
            paper.print(&format!("\n{}\n{}", wrap(&trouble.what, 0), wrap(&trouble.advice, 2)));
        }
    }
    let asked = if let [(step, _)] = fates[..] { Some(step) } else { None };
    if let Some(errors) = errors {
        paper.print(&format!("\n{}", errors.told(asked)));
    }
    let first = fates.iter().find_map(|(step, fate)| match fate {
        Fate::Judged(verdict) if !verdict.solved() => Some((step, verdict)),
        _ => None,
    });
    if let Some((_, verdict)) = first {
        paper.print(&format!("\n{}", paper.report().verdict(verdict)));
    } else if let [(step, fate)] = &fates[..]
        && fate.solved()
    {
        paper.print(&format!("\n{GOOD}풀었습니다.{GOOD:#} {} ({} {})", step.title, step.topic, step.name));
        let looked = looked.get(&step.name).map_or(&[][..], Vec::as_slice);
        paper.print(&paper.report().kept(&course.promises(step), looked));
    }
    let shown = first.map(|(step, _)| *step).or(asked);
    if let Some(told) = warnings.told(&topic.name, &shown.map(|step| step.file()).unwrap_or_default()) {
        paper.print(&format!("\n{told}"));
    }
}

/// `--json`: what became of everything that was asked for.
#[derive(SerJson)]
struct Said {
    solved: usize,
    steps: usize,
    topics: Vec<SaidOfTopic>,
}

#[derive(SerJson)]
struct SaidOfTopic {
    name: String,
    title: String,
    steps: Vec<SaidOfStep>,
    compile_errors: usize,
    /// All that rustc said, where it refused the topic.
    compiler: Option<String>,
}

#[derive(SerJson)]
struct SaidOfStep {
    name: String,
    title: String,
    file: String,
    verdict: String,
    solved: bool,
    headline: Option<String>,
    place: Option<String>,
    /// The report as a terminal would show it, and as data.
    report: Option<String>,
    data: Option<Report>,
}

impl Said {
    fn of(all: &[Checked]) -> Said {
        let fates = || all.iter().flat_map(|checked| &checked.fates);
        Said {
            solved: fates().filter(|(_, fate)| fate.solved()).count(),
            steps: fates().count(),
            topics: all.iter().map(SaidOfTopic::of).collect(),
        }
    }
}

impl SaidOfTopic {
    fn of(checked: &Checked) -> SaidOfTopic {
        let plain = |errors: &Errors| anstream::adapter::strip_str(&errors.text()).to_string();
        SaidOfTopic {
            name: checked.topic.name.clone(),
            title: checked.topic.title.clone(),
            steps: checked.fates.iter().map(|(step, fate)| SaidOfStep::of(step, fate)).collect(),
            compile_errors: checked.errors.as_ref().map_or(0, Errors::count),
            compiler: checked.errors.as_ref().map(plain),
        }
    }
}

impl SaidOfStep {
    fn of(step: &Step, fate: &Fate) -> SaidOfStep {
        let paper = report::Paper { seat: report::Seat::Guide, ..report::Paper::PLAIN };
        let (verdict, data) = match fate {
            Fate::Judged(verdict) => (Some(verdict), verdict.report()),
            _ => (None, None),
        };
        let trouble = if let Fate::Broken(trouble) = fate { Some(trouble.what.clone()) } else { None };
        SaidOfStep {
            name: step.name.clone(),
            title: step.title.clone(),
            file: step.file(),
            verdict: fate.word().to_string(),
            solved: fate.solved(),
            headline: data.map(|report| report.finding.headline.clone()).or(trouble),
            place: data.map(Report::place),
            report: verdict.filter(|_| data.is_some()).map(|verdict| paper.verdict(verdict)),
            data: data.cloned(),
        }
    }
}
