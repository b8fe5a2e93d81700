//! `cargo run -p grading -- new queue fifo "비면 기다리는 큐"`: the files of a topic and of a step.

use std::process::ExitCode;

use catalog::Course;
use grading::{How, new, shape};

const USAGE: &str = "cargo run -p grading -- new <주제> [<단계> <제목>] [--real]\n\
    cargo run -p grading -- missing <주제>";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<String, String> {
    let course = Course::here();
    let real = words.iter().any(|word| word == "--real");
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--real").collect();
    let (&command, name, rest) = match &words[..] {
        [command, name, rest @ ..] => (command, *name, rest),
        _ => return Err(USAGE.into()),
    };
    let topic = course.topic(name).ok_or_else(|| {
        format!(
            "{name}은 길에 없습니다. README.md의 주제 표에 `| 제목 ({name}) | 배우는 것 |`을 먼저 적습니다."
        )
    })?;
    let missing = |course: &Course| {
        let missing = shape::all(course).into_iter().filter(|fault| fault.contains(name)).collect::<Vec<_>>();
        if missing.is_empty() { "빠진 것이 없습니다.".to_string() } else { missing.join("\n") }
    };
    // A step of a topic that is there already is judged as the others are.
    let how = match shape::how(&course, name) {
        _ if real => How::Real,
        Some(how) => how,
        None => How::Modelled,
    };
    let made = match (command, rest) {
        ("missing", []) => return Ok(missing(&course)),
        ("new", []) => new::topic(&course, topic, how),
        ("new", [step, title]) => new::topic(&course, topic, how).and_then(|mut made| {
            made.extend(new::step(&course, topic, step, title, how)?);
            Ok(made)
        }),
        _ => return Err(USAGE.into()),
    };
    let made = made.map_err(|error| format!("파일을 만들지 못했습니다: {error}"))?;
    Ok(format!("만든 것\n{}\n\n아직 빠진 것\n{}", made.join("\n"), missing(&Course::here())))
}
