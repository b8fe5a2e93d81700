//! The sentences of a story. Every noun before a particle is one of ours, so that the particle is always right.

use report::text::{cut, in_a_row, legible};

use super::names::Names;
use super::rows::Row;
use crate::event::{Action, Event, ObjectKind, Place, ThreadIndex, Trace};
use crate::failure::{Failure, Kind, Limit, Wait};
use crate::pattern::Pattern;
use crate::seconds;
use report::{Sources, in_korean};

pub(super) fn headline(failure: &Failure, names: &Names, sources: &Sources) -> String {
    let told = what(failure, names, sources);
    match failure.given.as_str() {
        given if !given.is_empty() && !is_said_by_the_spec(failure, sources) => format!("{told} {given}"),
        _ => told,
    }
}

/// Whether the spec has found the words itself, and all that they need.
fn is_said_by_the_spec(failure: &Failure, sources: &Sources) -> bool {
    match &failure.kind {
        Kind::Panic { message, at, .. } => {
            // A spec that says so itself does not panic.
            let panicked = failure.trace.events.iter().any(|event| matches!(event.action, Action::Panic(_)));
            let in_spec = |at: &Place| sources.line(at).is_none() && !crate::panics::is_in_a_library(at);
            !message.is_empty() && (!panicked || at.as_ref().is_none_or(in_spec))
        }
        Kind::Todo { .. } => true,
        _ => false,
    }
}

fn what(failure: &Failure, names: &Names, sources: &Sources) -> String {
    match &failure.kind {
        Kind::Panic { message, .. } => match shortened(message).as_str() {
            "" => "패닉이 났습니다.".to_string(),
            message if is_said_by_the_spec(failure, sources) => message.to_string(),
            message => format!("패닉이 났습니다: {}", in_korean(message)),
        },
        Kind::Todo { job, .. } => shortened(job),
        Kind::Deadlock { cycle, .. } => match cycle.as_slice() {
            [] => match died(&failure.trace).as_slice() {
                [] => "깨워 줄 스레드가 없는데 기다리고 있습니다(교착 상태).".to_string(),
                dead => format!(
                    "{}가 패닉으로 끝나고, 깨워 줄 스레드가 없는데 기다리고 있습니다(교착 상태).",
                    names.threads(dead)
                ),
            },
            [one] => format!("{}가 자기가 쥔 잠금을 다시 기다립니다(교착 상태).", names.thread(*one)),
            ring => format!("{}가 서로를 기다립니다(교착 상태).", names.threads(ring)),
        },
        Kind::Spin { thread, .. } if matches!(failure.pattern(), Some(Pattern::Polling { .. })) => {
            format!("{}가 기다리지 않고 되풀이해 묻습니다.", names.thread(*thread))
        }
        Kind::Spin { thread, .. } => format!(
            "{}가 아무것도 바꾸지 않는 일을 쉬지 않고 되풀이하며 기다립니다(바쁜 대기).",
            names.thread(*thread)
        ),
        Kind::Unjoined { threads } => {
            format!("{}가 끝나기를 아무도 기다리지 않았습니다.", names.threads(threads))
        }
        Kind::TooLong { thread, limit, .. } => {
            let so_far = match limit {
                Limit::Steps(steps) => format!("한 순서에서 {}만 걸음이 넘도록", steps / 10_000),
                Limit::Time(_) => "가상 시간으로 만 년이 넘도록".to_string(),
            };
            format!(
                "{}의 일이 {so_far} 끝나지 않아 거기서 멈췄습니다. 언젠가 끝나는지는 알 수 없습니다.",
                names.thread(*thread)
            )
        }
        Kind::Exit { .. } => "프로세스 전체를 끝내 버렸습니다.".to_string(),
        Kind::TooManyThreads { .. } => {
            "스레드를 너무 많이 만듭니다. 살아 있는 스레드가 300개를 넘습니다.".to_string()
        }
        Kind::TooMuchOutput { .. } => "출력이 끝나지 않습니다.".to_string(),
        Kind::NeverHappens { says } => never(failure, says),
        Kind::Unsupported { what, instead, .. } => {
            format!("`{what}`은(는) 이 단계에서 쓸 수 없습니다. {instead}")
        }
        Kind::Nondeterministic => "같은 순서로 다시 실행했는데 다르게 움직였습니다.".to_string(),
    }
}

/// No order does what was looked for.
fn never(failure: &Failure, says: &str) -> String {
    let coverage = &failure.coverage;
    let orders = coverage.orders + coverage.random;
    let alone = failure.trace.threads.len() == 1;
    let looked = match (coverage.complete, orders) {
        (true, ..=1) if alone => "스레드를 하나도 띄우지 않아 가능한 순서가 하나뿐".to_string(),
        (true, ..=1) => "가능한 순서가 하나뿐".to_string(),
        (true, _) => format!("가능한 순서 {orders}가지"),
        (false, _) => format!("살펴본 순서 {orders}가지"),
    };
    match (says, coverage.complete && orders <= 1) {
        ("", true) => format!("{looked}이고, 그 순서는 약속한 대로 되지 않습니다."),
        ("", false) => format!("{looked} 가운데 약속한 대로 되는 순서가 하나도 없습니다."),
        (_, true) => format!("{says} {looked}입니다."),
        (_, false) => format!("{says} {looked}에서 모두 그렇습니다."),
    }
}

/// Letters of a panic's message that a headline shows; what failed is said at its beginning.
const LONGEST_MESSAGE: usize = 500;

/// Columns of a panic's message that a row shows.
const LONGEST_PANIC: usize = 60;

/// Columns of a print that a row shows.
const LONGEST_PRINT: usize = 60;

fn shortened(message: &str) -> String {
    let shown = legible(message);
    match shown.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}...", &shown[..end]),
        None => shown,
    }
}

/// Threads that wait are told of one by one up to so many; of more, the first few.
const MOST_WAITS: usize = 12;
const FEW_WAITS: usize = 6;

/// What is left to say when the table is done.
pub(super) fn ending(failure: &Failure, names: &Names, sources: &Sources) -> Vec<String> {
    let mut said = Vec::new();
    if let Kind::Deadlock { waits, .. } = &failure.kind {
        said.extend(died(&failure.trace).into_iter().map(|dead| death(dead, names, &failure.trace, sources)));
        let shown = if waits.len() > MOST_WAITS { FEW_WAITS } else { waits.len() };
        said.extend(waits[..shown].iter().map(|wait| waiting(wait, names, &failure.trace, sources)));
        if let more @ 1.. = waits.len() - shown {
            said.push(format!("- 그 밖에 스레드 {more}개도 기다립니다."));
        }
    }
    let Failure { preemptions, coverage, .. } = failure;
    let found = match failure.kind {
        Kind::NeverHappens { .. } => "선점이 없는 순서를 보기로 보였습니다.".to_string(),
        _ if coverage.random > 0 => format!(
            "선점 {preemptions}회. 차례로 {}가지, 무작위로 {}가지 순서를 살펴보고 찾았습니다.",
            coverage.orders, coverage.random
        ),
        _ => format!("선점 {preemptions}회. {}가지 순서를 살펴보고 찾았습니다.", coverage.orders.max(1)),
    };
    said.push(found);
    said
}

/// The threads that a panic ended.
fn died(trace: &Trace) -> Vec<ThreadIndex> {
    let panicked = |event: &Event| matches!(event.action, Action::Panic(_));
    let dies = |&thread: &ThreadIndex| {
        let mut own = trace.events.iter().rev().filter(|event| event.thread == thread);
        // After the panic it only gives back what it held.
        let last =
            own.find(|event| !matches!(event.action, Action::Finish | Action::Unlock | Action::Poison));
        trace.threads[thread].finished && last.is_some_and(panicked)
    };
    (0..trace.threads.len()).filter(dies).collect()
}

fn death(thread: ThreadIndex, names: &Names, trace: &Trace, sources: &Sources) -> String {
    let panic = trace.events.iter().rev().find_map(|event| match event.action {
        Action::Panic(index) if event.thread == thread => Some((index, event.at.as_ref())),
        _ => None,
    });
    let Some((index, at)) = panic else { return String::new() };
    let place = at.and_then(|at| sources.line(at));
    let place = place.map_or(String::new(), |line| format!(" ({}번째 줄)", line.number));
    let message = match trace.panics[index].as_str() {
        "" => String::new(),
        message => format!(": {}", cut(&in_a_row(message), LONGEST_PANIC)),
    };
    format!("- {}: 패닉으로 끝났습니다{place}{message}", names.thread(thread))
}

fn waiting(wait: &Wait, names: &Names, trace: &Trace, sources: &Sources) -> String {
    let place = wait.at.as_ref().and_then(|at| sources.line(at));
    let place =
        place.map_or(String::new(), |line| format!(" ({}{}번째 줄)", called(wait, sources), line.number));
    let who = names.thread(wait.thread);
    match wait.object {
        Some(object) if wait.holders.is_empty() => {
            let last =
                trace.events.iter().rfind(|event| event.thread == wait.thread).map(|event| event.action);
            let wanted = wanted(&thing(object, names, trace), trace.objects[object].kind, last);
            format!("- {who}: {wanted} 기다립니다{place}.")
        }
        Some(object) => {
            let what = thing(object, names, trace);
            let is_over = |&holder: &ThreadIndex| trace.threads[holder].finished;
            let holders = if wait.holders == [wait.thread] {
                "자기 자신이 쥐고 있습니다".to_string()
            } else if wait.holders.iter().all(is_over) {
                format!("{}가 쥔 채로 끝났습니다", names.threads(&wait.holders))
            } else {
                format!("{}가 쥐고 있습니다", names.threads(&wait.holders))
            };
            format!("- {who}: {what}을 기다립니다{place}. {holders}.")
        }
        None => match wait.holders.as_slice() {
            [] => format!("- {who}: 기다립니다{place}."),
            joined => format!("- {who}: {}가 끝나기를 기다립니다{place}.", names.threads(joined)),
        },
    }
}

/// `25번째 줄에서 부른 `: the learner's line that called the code which waits for a lock, if the lock is not taken there.
fn called(wait: &Wait, sources: &Sources) -> String {
    let (Some(at), Some(_), false) = (&wait.at, wait.object, wait.holders.is_empty()) else {
        return String::new();
    };
    let mut callers = wait.callers.iter().filter(|caller| sources.line(caller).is_some());
    let outside = callers.find(|caller| !sources.encloses(caller, at));
    outside.map_or(String::new(), |caller| format!("{}번째 줄에서 부른 ", caller.line))
}

/// What a thread waits for where no other thread in particular is to blame; `last` is what it did last.
pub(super) fn wanted(thing: &str, kind: ObjectKind, last: Option<Action>) -> String {
    match (kind, last) {
        (ObjectKind::Once, _) => format!("{thing}가 끝나기를"),
        (ObjectKind::Parker, _) => "깨우는 신호를".to_string(),
        (_, Some(Action::WaitReceive)) => format!("{thing}에서 받을 것을"),
        (_, Some(Action::WaitSend)) => format!("{thing}에 자리가 나기를"),
        (_, Some(Action::WaitArrive)) => format!("{thing}에서 다른 스레드를"),
        _ if kind == ObjectKind::Condvar => format!("{thing}로 깨워 주기를"),
        _ => format!("{thing} 쪽에서 깨워 주기를"),
    }
}

/// `total` 잠금
pub(super) fn thing(object: usize, names: &Names, trace: &Trace) -> String {
    let noun = match trace.objects[object].kind {
        ObjectKind::Mutex | ObjectKind::RwLock => "잠금",
        ObjectKind::Condvar => "조건 변수",
        ObjectKind::Atomic => "원자값",
        ObjectKind::Channel => "채널",
        ObjectKind::Barrier => "장벽",
        ObjectKind::Once => "초기화",
        ObjectKind::Parker => "깨움 표시",
        ObjectKind::WaitGroup => "기다림 묶음",
        ObjectKind::Queue => "큐",
        ObjectKind::Output => "표준 출력 잠금",
        ObjectKind::Observer => "검사의 기록",
    };
    match names.object(object) {
        "" => noun.to_string(),
        name if name.starts_with('(') => format!("{noun}{name}"),
        name => format!("{name} {noun}"),
    }
}

/// Who could have gone on, and who did instead.
pub(super) fn turn(names: &Names, before: ThreadIndex, after: ThreadIndex) -> String {
    format!("{}에서 {}로", names.thread(before), names.thread(after))
}

/// Deeds of one row that are told one by one: a loop on one line does the same over and over.
const MOST_DEEDS: usize = 8;

/// What the thread did in this row, in one line.
pub(super) fn deeds(row: &Row<'_>, names: &Names, failure: &Failure) -> String {
    let trace = &failure.trace;
    let breaks_at = if matches!(failure.kind, Kind::Panic { .. }) { failure.at() } else { None };
    let mut told: Vec<(String, usize)> = Vec::new();
    let mut before: Option<&Event> = None;
    for event in &row.events {
        let same = |before: &&Event| {
            (before.action, before.object, before.value) == (event.action, event.object, event.value)
        };
        if let Some((_, times)) = told.last_mut().filter(|_| before.as_ref().is_some_and(same)) {
            *times += 1;
            continue;
        }
        let in_spec = row.line.is_none() && event.at.is_some();
        let again = event.object.is_some() && before.is_some_and(|before| before.object == event.object);
        let breaks = in_spec && event.at.as_ref() == breaks_at;
        let deed = deed(event, names, trace, again, breaks);
        let mark = if in_spec && told.is_empty() { "(검사 코드) " } else { "" };
        told.push((format!("{mark}{deed}"), 1));
        before = Some(event);
    }
    let more = told.len().saturating_sub(MOST_DEEDS);
    let told = told.into_iter().take(MOST_DEEDS).map(|(deed, times)| match times {
        1 => deed,
        _ => format!("{deed}({times}회)"),
    });
    let told = told.collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{told}, ... 그 뒤로 {more}회 더") } else { told }
}

/// One event; `again` where the row has just named its object, `breaks` where the spec saw its promise broken.
fn deed(event: &Event, names: &Names, trace: &Trace, again: bool, breaks: bool) -> String {
    let what = match event.object {
        Some(_) if again => String::new(),
        Some(object) => format!("{} ", thing(object, names, trace)),
        None => String::new(),
    };
    let value = event.value.map_or(String::new(), |value| format!("(값 {value})"));
    let kind = event.object.map(|object| trace.objects[object].kind);
    match event.action {
        Action::Spawn(thread) => format!("{} 시작", names.thread(thread)),
        Action::Finish => "끝남".to_string(),
        Action::Panic(_) if breaks => "약속이 깨진 것을 발견함".to_string(),
        Action::Panic(index) => match trace.panics[index].as_str() {
            "" => "패닉".to_string(),
            message => format!("패닉: {}", cut(&in_a_row(message), LONGEST_PANIC)),
        },
        Action::WaitJoin(thread) => format!("{}가 끝나기를 기다림", names.thread(thread)),
        Action::Join(thread) => format!("{}가 끝난 것을 앎", names.thread(thread)),
        Action::WaitLock | Action::WaitRead => format!("{what}기다림"),
        Action::Lock => format!("{what}얻음{value}"),
        Action::Read => format!("{what}읽으려고 얻음{value}"),
        Action::TryFailed => format!("{what}얻지 못함"),
        Action::TimedOut => format!("{what}기다리다 시간이 다 됨"),
        Action::Unlock => format!("{what}놓음{value}"),
        Action::Poison => format!("{what}쥔 채 패닉해 독이 듦"),
        Action::FoundPoison => format!("{what}독이 들어 있음"),
        Action::WaitNotify if kind == Some(ObjectKind::Once) => format!("{what}끝나기를 기다림"),
        Action::WaitNotify => format!("{what}알림을 기다림"),
        Action::Woken if kind == Some(ObjectKind::Parker) => "깨어남".to_string(),
        Action::Woken => format!("{what}알림에 깨어남"),
        Action::WokeByItself => format!("{what}알림 없이 깨어남(가짜 깨어남)"),
        Action::Notify { woken: 0 } => format!("{what}알림, 기다리는 스레드 없음"),
        Action::Notify { woken } => format!("{what}알림, 스레드 {woken}개를 깨움"),
        Action::Load => format!("{what}읽음{value}"),
        Action::Store => format!("{what}씀{value}"),
        Action::Update => format!("{what}읽고 씀{value}"),
        Action::CompareFailed => format!("{what}값이 달라 쓰지 못함{value}"),
        Action::Send => format!("{what}보냄{value}"),
        Action::WaitSend => format!("{what}자리가 나기를 기다림"),
        Action::Receive => format!("{what}받음{value}"),
        Action::WaitReceive => format!("{what}받을 것을 기다림"),
        Action::FoundEmpty => format!("{what}비어 있음"),
        Action::FoundFull => format!("{what}자리가 없음"),
        Action::Disconnected => format!("{what}건너편이 없음"),
        Action::Close => format!("{what}닫음"),
        Action::Sleep(duration) => format!("{}초 잠듦", seconds(duration)),
        Action::Awake => format!("{}초에 깨어남", seconds(event.time)),
        Action::WaitProcessor => "프로세서가 비기를 기다림".to_string(),
        Action::Compute(duration) => format!("{}초 동안 계산함", seconds(duration)),
        Action::Computed => format!("{}초에 계산을 마침", seconds(event.time)),
        Action::Yield => "양보함".to_string(),
        Action::Print(index) => {
            format!("출력: {}", cut(&in_a_row(trace.prints[index].trim_end()), LONGEST_PRINT))
        }
        Action::Park => "깨우는 신호를 기다림".to_string(),
        Action::Unpark => "깨우는 신호를 보냄".to_string(),
        Action::Arrive if kind == Some(ObjectKind::WaitGroup) => format!("{what}사본이 사라짐"),
        Action::Arrive => format!("{what}도착"),
        Action::WaitArrive => format!("{what}다른 스레드를 기다림"),
    }
}
