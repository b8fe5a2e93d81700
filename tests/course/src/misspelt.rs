//! Words that were not understood, and the nearest ones that would have been.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use report::text::nearest;

use crate::trouble::{Answer, Trouble};
use catalog::{Course, Step, Topic};

/// The topic of that name; `rest` is what was typed behind it.
pub fn topic<'a>(course: &'a Course, word: &str, rest: Option<&str>, command: &str) -> Answer<&'a Topic> {
    let Some(topic) = course.topic(word) else {
        let names: Vec<&str> = course.topics.iter().map(|topic| topic.name.as_str()).collect();
        let step = course.steps().find(|step| step.name == word);
        let advice = match (nearest(word, names.iter().copied()), step) {
            (_, Some(step)) => {
                format!("단계 앞에 주제를 적습니다. cargo course {command} {} {}", step.topic, step.name)
            }
            (Some(near), None) => {
                let rest = rest.map(|rest| format!(" {rest}")).unwrap_or_default();
                format!("가까운 이름으로 다시 실행합니다. cargo course {command} {near}{rest}")
            }
            (None, None) => format!("주제는 {}입니다.", names.join(", ")),
        };
        return Err(Trouble::usage(format!("그런 주제는 없습니다: {word}"), advice));
    };
    if topic.steps.is_empty() {
        let ready: Vec<&str> =
            course.topics.iter().filter(|t| !t.steps.is_empty()).map(|t| t.name.as_str()).collect();
        return Err(Trouble::usage(
            format!("{} 주제는 준비 중입니다.", topic.title),
            format!("지금 풀 수 있는 주제는 {}입니다.", ready.join(", ")),
        ));
    }
    Ok(topic)
}

pub fn step<'a>(topic: &'a Topic, word: &str, command: &str) -> Answer<&'a Step> {
    let names = topic.steps.iter().map(|step| step.name.as_str());
    topic.steps.iter().find(|step| step.name == word).ok_or_else(|| {
        let advice = match nearest(word, names.clone()) {
            Some(near) => {
                format!("가까운 이름으로 다시 실행합니다. cargo course {command} {} {near}", topic.name)
            }
            None => format!("단계는 {}입니다.", names.collect::<Vec<_>>().join(", ")),
        };
        Trouble::usage(format!("{} 주제에 그런 단계는 없습니다: {word}", topic.name), advice)
    })
}

/// The number that a word is.
pub fn number(word: &str) -> Answer<usize> {
    word.parse().map_err(|_| Trouble::usage(format!("번호가 아닙니다: {word}"), "번호는 숫자로 적습니다."))
}

/// The step that a learner means by a number of the list, a name, or a topic and a name. A name that several topics have
/// is the one of the topic `here`.
pub fn step_meant<'a>(course: &'a Course, typed: &str, here: &str) -> Answer<&'a Step> {
    let steps: Vec<&Step> = course.steps().collect();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let found = match words[..] {
        [number] if number.parse::<usize>().is_ok() => {
            number.parse().ok().and_then(|number: usize| steps.get(number.checked_sub(1)?).copied())
        }
        [name] => {
            let named = || steps.iter().copied().filter(|step| step.name == name);
            let topic = || steps.iter().copied().find(|step| step.topic == name);
            named().find(|step| step.topic == here).or_else(|| named().next()).or_else(topic)
        }
        [topic, name, ..] => steps.iter().copied().find(|step| step.topic == topic && step.name == name),
        [] => None,
    };
    found.ok_or_else(|| {
        let name = words.last().copied().unwrap_or_default();
        let advice = match nearest(name, steps.iter().map(|step| step.name.as_str())) {
            Some(near) => format!("가까운 이름은 {near}입니다."),
            None => format!("번호는 1부터 {}까지이고, g를 누르면 모두 보입니다.", steps.len()),
        };
        Trouble::usage(format!("그런 단계는 없습니다: {typed}"), advice)
    })
}

/// What clap did not understand of the words, said in Korean.
pub fn trouble(error: &clap::Error, command: &Command, words: impl Iterator<Item = String>) -> Trouble {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let word = context(ContextKind::InvalidArg);
    let (part, path) = part(command, words);
    let help = format!("{path} --help가 쓰는 법을 보여 줍니다.");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = context(ContextKind::InvalidSubcommand);
            let names = part.get_subcommands().map(Command::get_name);
            let advice = match nearest(&word, names) {
                Some(near) => format!("가까운 명령으로 다시 실행합니다. {path} {near}"),
                None => help,
            };
            Trouble::usage(format!("그런 명령은 없습니다: {word}"), advice)
        }
        ErrorKind::UnknownArgument => {
            let longs: Vec<String> = part.get_arguments().filter_map(long).collect();
            let advice = match nearest(&word, longs.iter().map(String::as_str)) {
                Some(near) if word.starts_with('-') => format!("가까운 이름은 {near}입니다. {help}"),
                _ => help,
            };
            Trouble::usage(format!("여기에 쓸 수 없는 말입니다: {word}"), advice)
        }
        ErrorKind::InvalidValue => {
            let value = context(ContextKind::InvalidValue);
            let what = match value.as_str() {
                "" => format!("{word} 뒤에 값이 필요합니다."),
                value => format!("{word} 자리에 쓸 수 없는 값입니다: {value}"),
            };
            let valid = context(ContextKind::ValidValue);
            Trouble::usage(what, format!("쓸 수 있는 값은 {valid}입니다."))
        }
        ErrorKind::MissingRequiredArgument => {
            let examples = part.get_before_help().map(ToString::to_string).unwrap_or_default();
            let example = examples.lines().nth(1).unwrap_or_default().trim().to_string();
            Trouble::usage(format!("{word} 자리가 비었습니다."), format!("이렇게 적습니다: {example}"))
        }
        ErrorKind::ArgumentConflict => Trouble::usage(format!("두 번 적었습니다: {word}"), help),
        ErrorKind::InvalidUtf8 => Trouble::usage("UTF-8이 아닌 글자가 있습니다.", help),
        kind => Trouble::usage(format!("명령을 이해하지 못했습니다({kind:?})."), help),
    }
}

fn long(arg: &clap::Arg) -> Option<String> {
    arg.get_long().map(|name| format!("--{name}"))
}

/// The part of the command that the words lead to, and what to type for it.
fn part(command: &Command, words: impl Iterator<Item = String>) -> (&Command, String) {
    let (mut part, mut path) = (command, "cargo course".to_string());
    for word in words {
        if let Some(inner) = part.find_subcommand(&word) {
            part = inner;
            path = format!("{path} {word}");
        }
    }
    (part, path)
}
