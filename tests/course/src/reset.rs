//! `cargo course reset` and `cargo course saved`

use std::fs;
use std::time::SystemTime;

use crate::memory::Memory;
use crate::paint::{HEADING, Paper, commands, pad, wrap};
use crate::saved::{self, Replaced};
use crate::solution::ask;
use crate::survey::State;
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step, Topic, starter};

/// Puts the code back that a step, or every file of a topic, began with.
pub fn reset(
    course: &Course,
    memory: &Memory,
    topic: &Topic,
    step: Option<&Step>,
    yes: bool,
    paper: &Paper,
) -> Answer<u8> {
    let shelf = starter(&topic.name, "");
    let stems = match step {
        Some(step) => vec![step.name.clone()],
        None => sources(course, &shelf)?,
    };
    let mut starters = Vec::new();
    for stem in stems {
        let from = starter(&topic.name, &format!("{stem}.rs"));
        let text = fs::read(course.at(&from)).map_err(|error| {
            let trouble = Trouble::of_io(&format!("처음 코드인 {from} 파일을 읽지 못했습니다"), &error);
            Trouble {
                advice: "저장소를 다시 받으면 그 파일도 돌아옵니다. 단계 파일은 그대로 있습니다.".into(),
                ..trouble
            }
        })?;
        starters.push((stem, text));
    }
    let file = |stem: &str| format!("lessons/{}/src/{stem}.rs", topic.name);
    starters.retain(|(stem, text)| !fs::read(course.at(file(stem))).is_ok_and(|there| there == *text));
    if starters.is_empty() {
        paper.print("이미 처음 코드 그대로입니다.");
        return Ok(0);
    }
    if step.is_none() && !yes && !agreed(course, memory, topic, &starters)? {
        paper.print("되돌리지 않았습니다.");
        return Ok(0);
    }
    let mut kept_all = Vec::new();
    for (stem, text) in &starters {
        let file = file(stem);
        match saved::replace(course, &topic.name, stem, text)? {
            Replaced::Unchanged => {}
            Replaced::New => paper.print(&format!("{file} 파일을 처음 코드로 만들었습니다.")),
            Replaced::Kept(kept) => {
                let head = wrap(&format!("{file} 파일을 처음 코드로 되돌렸습니다."), 0);
                let mut rows = vec![("쓰던 코드", kept.path.clone())];
                if step.is_some() {
                    rows.push(("되살리기", kept.restore_command()));
                }
                paper.print(&format!("{head}\n{}", commands(&rows)));
                kept_all.push(kept);
            }
        }
        if let Some(step) = topic.steps.iter().find(|step| step.name == *stem) {
            memory.set_hints(step, 0);
        }
    }
    if step.is_none() && !kept_all.is_empty() {
        saved::note_together(course, &topic.name, &kept_all)?;
        let back = format!("cargo course saved restore {}", topic.name);
        paper.print(&format!("\n{}", commands(&[("모두 되살리기", back)])));
    }
    Ok(0)
}

/// Asks before all the work on a topic is put away.
fn agreed(course: &Course, memory: &Memory, topic: &Topic, starters: &[(String, Vec<u8>)]) -> Answer<bool> {
    let solved = topic.steps.iter().filter(|step| State::of(course, memory, step).solved()).count();
    let names: Vec<&str> = starters.iter().map(|(stem, _)| stem.as_str()).collect();
    let warning = format!(
        "{} 주제에서 고친 파일 {}개를 모두 처음 코드로 되돌립니다: {}. 그 가운데 푼 단계는 {solved}개입니다.",
        topic.title,
        names.len(),
        names.join(", ")
    );
    ask(&warning, "되돌리려면 y를 누르고 Enter: ")
}

/// Puts back what the last reset of a whole topic has put away.
pub fn restore_topic(course: &Course, topic: &Topic, paper: &Paper) -> Answer<u8> {
    let kept = saved::together(course, &topic.name);
    if kept.is_empty() {
        return Err(Trouble::usage(
            format!("{} 주제를 통째로 되돌리면서 보관한 코드가 없습니다.", topic.title),
            "cargo course saved가 보관한 것을 모두 보여 줍니다.",
        ));
    }
    let mut before = Vec::new();
    for kept in &kept {
        let file = format!("lessons/{}/src/{}.rs", kept.topic, kept.step);
        match kept.restore(course)? {
            Replaced::Unchanged => paper.print(&format!("{file} 파일은 이미 그 코드 그대로입니다.")),
            Replaced::New => paper.print(&format!("{file} 파일을 되살렸습니다.")),
            Replaced::Kept(there) => {
                paper.print(&format!("{file} 파일을 되살렸습니다."));
                before.push(there);
            }
        }
    }
    if !before.is_empty() {
        saved::note_together(course, &topic.name, &before)?;
        let back = format!("cargo course saved restore {}", topic.name);
        paper.print(&format!("\n{}", commands(&[("되돌리기", back)])));
    }
    Ok(0)
}

/// The names of the sources that a lesson began with.
fn sources(course: &Course, shelf: &str) -> Answer<Vec<String>> {
    let reading = |error| Trouble::of_io(&format!("{shelf} 폴더를 읽지 못했습니다"), &error);
    let entries = fs::read_dir(course.at(shelf)).map_err(reading)?.flatten();
    let name =
        |entry: fs::DirEntry| entry.file_name().to_string_lossy().strip_suffix(".rs").map(str::to_string);
    let mut names: Vec<String> = entries.filter_map(name).collect();
    names.sort();
    Ok(names)
}

pub fn list(course: &Course, paper: &Paper) -> Answer<u8> {
    let kept = saved::all(course);
    if kept.is_empty() {
        paper.print(&wrap(
            "보관한 코드가 없습니다. cargo course reset이 되돌리면서 쓰던 코드를 보관합니다.",
            0,
        ));
        return Ok(0);
    }
    let wide = kept.iter().map(|kept| kept.path.len()).max().unwrap_or(0) + 2;
    paper.print(&format!("{HEADING}보관한 코드{HEADING:#}"));
    for kept in &kept {
        let about = fs::metadata(course.at(&kept.path)).ok();
        let age = about.and_then(|about| about.modified().ok()).map_or_else(String::new, age);
        paper.print(&format!("  {}{age}", pad(&kept.path, wide)));
    }
    let last = kept.last().map(|kept| kept.restore_command()).unwrap_or_default();
    paper.print(&format!("\n{}", commands(&[("되살리기", last)])));
    Ok(0)
}

/// When a file was last edited, as far as the clock can be believed.
fn age(time: SystemTime) -> String {
    let Ok(age) = SystemTime::now().duration_since(time) else { return String::new() };
    match age.as_secs() {
        0..60 => "방금 고침".to_string(),
        seconds @ 60..3600 => format!("{}분 전에 고침", seconds / 60),
        seconds @ 3600..86400 => format!("{}시간 전에 고침", seconds / 3600),
        seconds => format!("{}일 전에 고침", seconds / 86400),
    }
}

pub fn restore(course: &Course, step: &Step, number: Option<&str>, paper: &Paper) -> Answer<u8> {
    let kept: Vec<_> = saved::all(course)
        .into_iter()
        .filter(|kept| kept.topic == step.topic && kept.step == step.name)
        .collect();
    let found = match number {
        None => kept.last(),
        Some(number) => kept.iter().find(|kept| kept.number.to_string() == number),
    };
    let Some(found) = found else {
        let numbers: Vec<String> = kept.iter().map(|kept| kept.number.to_string()).collect();
        let advice = match numbers.is_empty() {
            true => "cargo course saved가 보관한 것을 모두 보여 줍니다.".to_string(),
            false => format!("보관한 번호는 {}입니다.", numbers.join(", ")),
        };
        return Err(Trouble::usage(
            format!("{} {}에는 그런 코드가 보관되어 있지 않습니다.", step.topic, step.name),
            advice,
        ));
    };
    match found.restore(course)? {
        Replaced::Unchanged => paper.print(&format!("{} 파일은 이미 그 코드 그대로입니다.", step.file())),
        Replaced::New => paper.print(&format!("{} 파일을 되살렸습니다.", step.file())),
        Replaced::Kept(before) => paper.print(&format!(
            "{} 파일을 되살렸습니다.\n{}",
            step.file(),
            commands(&[("있던 코드", before.path.clone()), ("되돌리기", before.restore_command())])
        )),
    }
    Ok(0)
}
