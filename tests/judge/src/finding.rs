//! What judging a step found, from a failure of the engine or a plain panic.

use std::any::Any;

use interleave::{Failure, Kind, ObjectKind, Place, Sources, Style, legible};

use crate::elsewhere::Broken;
use crate::runaway::Runaway;
use crate::text::columns;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Outcome {
    #[default]
    Solved,
    NotStarted,
    Rejected,
}

/// Everything a report says that the step itself does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) outcome: Outcome,
    /// Index of the promise that was being checked.
    pub(crate) promise: usize,
    /// What went wrong; for a step not started, its job.
    pub(crate) headline: String,
    /// `lessons/mutex/src/counter.rs:18`
    pub(crate) place: Option<String>,
    /// The order that breaks the promise, in colour; empty if there is none to show.
    pub(crate) story: String,
    /// What to try next.
    pub(crate) tries: String,
    /// What that order printed.
    pub(crate) printed: Vec<String>,
}

impl Finding {
    pub(crate) fn of_payload(
        promise: usize,
        payload: Box<dyn Any + Send>,
        place: Option<Place>,
        sources: &Sources,
        full: bool,
    ) -> Finding {
        let found = match payload.downcast::<Failure>() {
            Ok(failure) => Finding::of_failure(&failure, sources, full),
            Err(payload) => match payload.downcast::<Broken>() {
                Ok(broken) => Finding::of_broken(*broken, sources),
                Err(payload) => Finding::of_panic(&*payload, place, sources),
            },
        };
        Finding { promise, ..found }
    }

    fn of_broken(broken: Broken, sources: &Sources) -> Finding {
        let Broken { says, place, tries } = broken;
        let found = Finding::of_panic(&says, place, sources);
        if tries.is_empty() { found } else { Finding { tries, ..found } }
    }

    fn of_failure(failure: &Failure, sources: &Sources, full: bool) -> Finding {
        let in_answer = failure.at().is_some_and(|place| sources.line(place).is_some());
        let place = failure.suspect(sources).map(|line| format!("{}:{}", line.path, line.number));
        if matches!(failure.kind, Kind::Todo { .. }) {
            let headline = failure.headline(sources);
            return Finding { outcome: Outcome::NotStarted, headline, place, ..Finding::default() };
        }
        Finding {
            outcome: Outcome::Rejected,
            headline: [Some(failure.headline(sources)), failure.pattern_said(sources)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            story: failure.story(sources, Style { color: true, width: columns(), full }),
            tries: tries(failure, in_answer),
            printed: failure.trace.output.iter().map(|(_, line)| legible(line)).collect(),
            place,
            ..Finding::default()
        }
    }

    fn of_panic(payload: &(dyn Any + Send), place: Option<Place>, sources: &Sources) -> Finding {
        let place = place.and_then(|place| shown(&place, sources));
        let message = &legible(message(payload));
        if let Some(job) = job(message) {
            return Finding {
                outcome: Outcome::NotStarted,
                headline: job.into(),
                place,
                ..Finding::default()
            };
        }
        let headline = match message.as_str() {
            "" => "패닉이 났습니다.".to_string(),
            // The sentence is the spec's own where the panic is not in the learner's file.
            message if place.is_none() => message.to_string(),
            message => format!("패닉이 났습니다: {message}"),
        };
        let tries = "패닉이 난 줄에서 어떤 값이 예상과 달랐는지 봅니다.".to_string();
        Finding { outcome: Outcome::Rejected, headline, place, tries, ..Finding::default() }
    }

    pub(crate) fn of_runaway(promise: usize, runaway: &Runaway) -> Finding {
        Finding {
            outcome: Outcome::Rejected,
            promise,
            headline: runaway.headline(),
            place: runaway.place(),
            tries: runaway.tries().to_string(),
            ..Finding::default()
        }
    }
}

pub(crate) fn shown(place: &Place, sources: &Sources) -> Option<String> {
    sources.line(place).map(|line| format!("{}:{}", line.path, line.number))
}

pub(crate) fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("")
}

/// The job that `todo!("...")` names.
fn job(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("not yet implemented")?;
    Some(rest.strip_prefix(": ").unwrap_or(rest))
}

/// What to look for where threads wait for a sign that nobody is left to give.
fn nobody_wakes(awaited: Option<ObjectKind>) -> &'static str {
    match awaited {
        Some(ObjectKind::Channel) => {
            "보내는 쪽(Sender)이 하나라도 남아 있으면 받는 쪽은 끝을 모릅니다. 다 쓴 것을 drop하는지, 보낸 만큼만 받는지 봅니다."
        }
        Some(ObjectKind::Barrier) => {
            "Barrier가 기다리는 수만큼 wait에 오지 못합니다. Barrier::new에 적은 수와 wait를 부르는 스레드 수를 견줍니다."
        }
        Some(ObjectKind::Parker) => {
            "깨우는 신호는 쌓이지 않습니다. 두 번 불러도 park 한 번만 깨웁니다. 신호마다 잠드는 까닭을 다시 확인하게 합니다."
        }
        _ => {
            "기다리는 스레드를 깨울 스레드가 남지 않았습니다. 조건을 바꾼 뒤에 알리는지, 기다리는 스레드가 모두 깨어나는지 봅니다."
        }
    }
}

fn tries(failure: &Failure, in_answer: bool) -> String {
    let text = match &failure.kind {
        Kind::Panic { .. } if in_answer => {
            "표를 위에서 아래로 읽으며, 그 줄이 이 순서에서 왜 실패하는지 찾습니다."
        }
        Kind::Panic { .. } => {
            "표를 위에서 아래로 읽으며, 값이 예상과 달라지는 첫 줄을 찾습니다. 선점이 있으면 그 자리부터 봅니다."
        }
        Kind::Deadlock { waits, cycle } if cycle.is_empty() => {
            let awaited = waits.iter().find_map(|wait| wait.object);
            nobody_wakes(awaited.map(|object| failure.trace.objects[object].kind))
        }
        Kind::Deadlock { cycle, .. } if cycle.len() == 1 => {
            "같은 스레드가 쥔 잠금을 다시 잠그는 줄을 찾습니다. 가드를 먼저 놓거나 한 번만 잠급니다."
        }
        Kind::Deadlock { waits, cycle }
            if waits.iter().any(|wait| wait.object.is_none() && cycle.contains(&wait.thread)) =>
        {
            "스레드가 끝나기를 기다리기 전에, 그 스레드가 잠가야 할 잠금을 놓습니다."
        }
        Kind::Deadlock { .. } => {
            "스레드마다 어떤 순서로 잠갔는지 표에서 보고, 모든 스레드가 같은 순서로 잠그게 합니다."
        }
        Kind::Spin { .. } => {
            "되풀이해 묻는 대신, 값이 바뀔 때 깨워 주는 것(lock, Condvar, join)으로 기다립니다."
        }
        Kind::Unjoined { .. } => "만든 스레드를 모두 join으로 기다리거나 thread::scope 안에서 만듭니다.",
        Kind::Endless { .. } => {
            "그 줄에서 기다리는 시간이 너무 길지 않은지, 그 줄을 둘러싼 반복이 끝나는지 봅니다."
        }
        Kind::TooManyThreads { .. } => "스레드를 만드는 반복이 끝나는 조건을 봅니다.",
        Kind::Exit { .. } => "process::exit나 process::abort를 지우고, 함수가 값을 돌려주며 끝나게 합니다.",
        Kind::TooMuchOutput { .. } => "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.",
        Kind::NeverHappens => {
            "일이 겹치지 못하게 막는 곳을 찾습니다. 잠금을 너무 오래 쥐거나, 스레드를 적게 만들거나, 하나씩 만들어 기다리는 곳입니다."
        }
        Kind::Unsupported { .. } => "그 줄을 바꾼 뒤 다시 실행합니다.",
        Kind::Nondeterministic => "난수, 실제 시각, 해시 맵의 순서처럼 실행할 때마다 달라지는 것을 지웁니다.",
        Kind::Todo { .. } => "",
    };
    text.to_string()
}
