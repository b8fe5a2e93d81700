//! The board of all topics, and the page of the next step.

use unicode_width::UnicodeWidthStr;

use crate::paint::{BAD, COMMAND, GOOD, HEADING, QUIET, bar, commands, hang, narrow, pad, wrap};
use crate::survey::{State, Survey};
use catalog::{Course, Step, Topic};

/// Six topics and every step, solved or not.
pub fn board(course: &Course, survey: &Survey) -> String {
    let mut lines = Vec::new();
    let wide = course.steps().map(|step| step.name.len()).max().unwrap_or(0) + 2;
    let head = |topic: &Topic| match narrow() {
        true => topic.name.clone(),
        false => topic.heading(),
    };
    let heads: Vec<String> = course.topics.iter().map(head).collect();
    let column = heads.iter().map(|head| head.width()).max().unwrap_or(0) + 2;
    let next = survey.next().map(|(step, _)| step);
    for (topic, head) in course.topics.iter().zip(heads) {
        let all = topic.steps.len();
        let solved = survey.of_topic(&topic.name).filter(|(_, state)| state.solved()).count();
        let stand = match all {
            0 => format!("{QUIET}준비 중{QUIET:#}"),
            _ => format!("{} {solved}/{all}", bar(solved, all)),
        };
        lines.push(format!("{HEADING}{}{HEADING:#}{stand}", pad(&head, column)));
        for (step, state) in survey.of_topic(&topic.name) {
            let mark = if Some(step) == next { ">" } else { " " };
            lines.push(format!("{mark} {}", row_beside(step, state, wide, 13)));
        }
    }
    for (topic, errors) in &survey.errors {
        let text = format!(
            "lessons/{topic}에 컴파일 오류가 {}개 있어서, 고친 단계를 아직 확인하지 못했습니다.",
            errors.count()
        );
        lines.push(format!(
            "\n{}\n{}",
            wrap(&text, 0),
            commands(&[("오류 보기", format!("cargo course check {topic}"))])
        ));
    }
    for (step, state) in &survey.rows {
        if let State::Broken(fault) = state {
            let trouble = fault.trouble(step);
            lines.push(format!("\n{}\n{}", wrap(&trouble.what, 0), wrap(&trouble.advice, 2)));
        }
    }
    lines.join("\n")
}

/// How one step stands, after so many spaces.
pub fn row(step: &Step, state: &State, indent: usize) -> String {
    format!("{}{}", " ".repeat(indent), row_beside(step, state, step.name.len() + 2, indent + 11))
}

/// The same with room for names of this width; later lines begin at the column `later`.
fn row_beside(step: &Step, state: &State, wide: usize, later: usize) -> String {
    let style = match state {
        State::Solved => GOOD,
        State::Errors | State::Broken(_) => BAD,
        _ => QUIET,
    };
    let row = format!("{style}{}{style:#}{}{}", pad(state.word(), 11), pad(&step.name, wide), step.title);
    hang(&row, 0, later)
}

/// Every step with its number, to choose one.
pub fn numbered(course: &Course, survey: &Survey, here: &Step) -> String {
    let wide = course.steps().map(|step| step.name.len()).max().unwrap_or(0) + 2;
    let mut lines = Vec::new();
    let mut number = 0;
    for topic in course.built() {
        lines.push(format!("{HEADING}{}{HEADING:#}", topic.heading()));
        for (step, state) in survey.of_topic(&topic.name) {
            number += 1;
            let mark = if step == here { ">" } else { " " };
            lines.push(format!("{mark}{number:>3}  {}", row_beside(step, state, wide, 17)));
        }
    }
    lines.join("\n")
}

/// Whether every step of this one's topic is solved.
pub fn finished(course: &Course, memory: &crate::memory::Memory, step: &Step) -> bool {
    let mut steps = course.topic(&step.topic).into_iter().flat_map(|topic| &topic.steps);
    steps.all(|step| State::of(course, memory, step).solved())
}

/// The page behind the last step of a topic.
pub fn topic_ending(course: &Course, step: &Step) -> String {
    let Some(topic) = course.topic(&step.topic) else { return String::new() };
    let wide = topic.steps.iter().map(|step| step.name.len()).max().unwrap_or(0) + 2;
    let learned =
        topic.steps.iter().map(|step| hang(&format!("{}{}", pad(&step.name, wide), step.title), 2, 2 + wide));
    let learned: Vec<String> = learned.collect();
    let head = format!("{HEADING}{}의 {}단계를 모두 풀었습니다.{HEADING:#}", topic.title, topic.steps.len());
    let further = commands(&[
        ("프로그램", format!("cargo run -p lesson-{}", topic.name)),
        ("파이썬으로", format!("cargo course python {}", topic.name)),
        ("책에서", format!("cargo course book {}", topic.name)),
    ]);
    format!(
        "{}\n\n{HEADING}배운 것{HEADING:#}\n{}\n\n{HEADING}실행해 볼 것{HEADING:#}\n{further}",
        wrap(&head, 0),
        learned.join("\n")
    )
}

/// What the step asks for, and the commands that go with it.
pub fn next_step(course: &Course, step: &Step) -> String {
    let Step { topic, name, .. } = step;
    let further = commands(&[
        ("확인", format!("cargo course check {topic} {name}")),
        ("힌트", format!("cargo course hint {topic} {name}")),
        ("책", format!("cargo course book {topic} {name}")),
    ]);
    format!("{}\n\n{HEADING}이어서{HEADING:#}\n{further}", task(course, step))
}

/// The file of a step, and the promises it must keep.
pub fn task(course: &Course, step: &Step) -> String {
    let Step { topic, name, title } = step;
    let promises = course.promises(step);
    let promises: Vec<String> = promises.iter().map(|says| hang(&format!("- {says}"), 2, 4)).collect();
    let mut parts = vec![
        wrap(&format!("{HEADING}다음 단계: {title}{HEADING:#} ({topic} {name})"), 0),
        format!("{HEADING}고칠 곳{HEADING:#}\n  {}", step.file()),
    ];
    if !promises.is_empty() {
        parts.push(format!("{HEADING}지켜야 할 약속{HEADING:#}\n{}", promises.join("\n")));
    }
    parts.join("\n\n")
}

/// The page behind the last step.
pub fn ending(course: &Course, memory: &crate::memory::Memory) -> String {
    let mut learned = Vec::new();
    let (mut answers, mut hints) = (0, 0);
    let wide = course.steps().map(|step| step.name.len()).max().unwrap_or(0) + 2;
    for topic in course.topics.iter().filter(|topic| !topic.steps.is_empty()) {
        learned.push(format!("  {HEADING}{}{HEADING:#}", topic.title));
        for step in &topic.steps {
            let tries = memory.attempts(step);
            answers += tries;
            hints += memory.hints(step);
            let tries = if tries > 0 { format!(" ({tries}번째 답)") } else { String::new() };
            learned.push(hang(&format!("{}{}{tries}", pad(&step.name, wide), step.title), 4, 4 + wide));
        }
    }
    let first = course.topics.iter().find(|topic| !topic.steps.is_empty());
    let first = first.map_or("mutex", |topic| &topic.name);
    let steps = course.steps().count();
    let missing: Vec<&str> = course
        .topics
        .iter()
        .filter(|topic| topic.steps.is_empty())
        .map(|topic| topic.title.as_str())
        .collect();
    let head = if missing.is_empty() {
        format!("{steps}단계를 모두 풀었습니다. 여섯 주제가 여기서 끝납니다.")
    } else {
        format!("지금 있는 {steps}단계를 모두 풀었습니다. {}는 준비 중입니다.", missing.join(", "))
    };
    let count = match hints {
        0 => format!("서로 다른 답 {answers}개를 확인했고, 힌트는 보지 않았습니다."),
        _ => format!("서로 다른 답 {answers}개를 확인했고, 힌트를 {hints}번 보았습니다."),
    };
    let count = format!("target 폴더에 남은 기록으로는 {count}");
    let further = [
        "같은 프로그램을 두 언어로 나란히 실행해 봅니다. 무엇을 사람이 지켰고 무엇을 컴파일러가 지켰는지 견주어 봅니다.",
        "푼 단계를 다른 방식으로 다시 풉니다. 잠금 대신 채널로, 채널 대신 조건 변수로. 약속을 지키면 모두 맞는 답입니다.",
        "Mara Bos의 Rust Atomics and Locks는 이 과정이 다루지 않은 원자 연산의 순서를 설명합니다. 인터넷에서 무료로 읽을 수 있습니다.",
        "업무 코드의 순서를 시험하려면 loom과 shuttle을 봅니다. 이 과정의 시험과 같은 생각으로 만든 도구입니다.",
    ];
    let further: Vec<String> = further.iter().map(|line| hang(&format!("- {line}"), 2, 4)).collect();
    [
        format!("{}\n{}", wrap(&format!("{HEADING}{head}{HEADING:#}"), 0), wrap(&count, 0)),
        format!("{HEADING}배운 것{HEADING:#}\n{}", learned.join("\n")),
        format!(
            "{HEADING}실행해 볼 것{HEADING:#}\n{}",
            commands(&[
                ("Rust로", format!("cargo run -p lesson-{first}")),
                ("파이썬으로", format!("cargo course python {first}")),
                ("풀이와 견주기", format!("cargo course solution {first} {}", "<단계>")),
            ])
        ),
        format!("{HEADING}이어서{HEADING:#}\n{}", further.join("\n")),
        wrap(
            &format!(
                "다시 풀어 보려면 {COMMAND}cargo course reset {first}{COMMAND:#}. 푼 답은 따로 보관됩니다."
            ),
            0,
        ),
    ]
    .join("\n\n")
}
