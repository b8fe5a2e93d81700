//! `cargo course reset` and `cargo course saved`

use std::fs;
use std::time::SystemTime;

use crate::memory::Memory;
use crate::paint::{HEADING, Paper, commands, pad, wrap};
use crate::saved::{self, Replaced};
use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step, Topic, starter};

/// Puts the code back that a step, or every file of a topic, began with.
pub fn reset(
    course: &Course,
    memory: &Memory,
    topic: &Topic,
    step: Option<&Step>,
    paper: &Paper,
) -> Answer<u8> {
    let shelf = starter(&topic.name, "");
    let stems = match step {
        Some(step) => vec![step.name.clone()],
        None => sources(course, &shelf)?,
    };
    let mut unchanged = 0;
    for stem in &stems {
        let from = starter(&topic.name, &format!("{stem}.rs"));
        let text = fs::read(course.at(&from)).map_err(|error| {
            let trouble = Trouble::of_io(&format!("처음 코드인 {from} 파일을 읽지 못했습니다"), &error);
            Trouble {
                advice: "저장소를 다시 받으면 그 파일도 돌아옵니다. 단계 파일은 그대로 있습니다.".into(),
                ..trouble
            }
        })?;
        let replaced = saved::replace(course, &topic.name, stem, &text)?;
        let file = format!("lessons/{}/src/{stem}.rs", topic.name);
        match replaced {
            Replaced::Unchanged => unchanged += 1,
            Replaced::New => paper.print(&format!("{file} 파일을 처음 코드로 만들었습니다.")),
            Replaced::Kept(kept) => paper.print(&format!(
                "{}\n{}",
                wrap(&format!("{file} 파일을 처음 코드로 되돌렸습니다."), 0),
                commands(&[("쓰던 코드", kept.path.clone()), ("되살리기", kept.restore_command())])
            )),
        }
        if let Some(step) = topic.steps.iter().find(|step| step.name == *stem) {
            memory.set_hints(step, 0);
        }
    }
    if unchanged == stems.len() {
        paper.print("이미 처음 코드 그대로입니다.");
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
