//! What a case is stuck on, in Korean.

use crate::scene::{Call, End, Process};

/// A process with everything that can be seen of it.
struct Actor<'a> {
    process: &'a Process,
    label: String,
    ends: Vec<End>,
    calls: Vec<Call>,
}

/// What is stuck on what.
pub(crate) struct Stuck {
    pub(crate) who: String,
    /// What to try next.
    pub(crate) tries: &'static str,
    /// The cause is seen, and not only likely.
    pub(crate) is_certain: bool,
}

/// `None` if somebody is awake just now.
pub(crate) fn stuck(leader: i32, processes: &[Process]) -> Option<Stuck> {
    let alive = processes.iter().filter(|process| !process.is_zombie());
    let actors: Vec<Actor> =
        alive.map(|process| Actor::seen(process, leader, processes)).collect::<Option<_>>()?;
    let mut lines = Vec::new();
    for actor in &actors {
        let calls = actor.calls.iter().filter_map(|&call| told(actor, call, leader, &actors));
        let mut calls: Vec<String> = calls.collect();
        calls.sort();
        calls.dedup();
        // The threads that wait for the others say nothing new.
        if calls.len() > 1 {
            calls.retain(|call| !call.starts_with("다른 스레드"));
        }
        lines.extend(calls.into_iter().map(|call| format!("{}: {call}", actor.label)));
    }
    let zombies = processes.iter().filter(|process| process.is_zombie() && process.pid != leader);
    lines.extend(zombies.map(|process| format!("{}: 이미 끝났습니다.", label(process, leader, processes))));
    lines.dedup();
    let certain = holds_its_own_end(leader, &actors);
    let tries = certain.unwrap_or_else(|| advice(leader, &actors));
    Some(Stuck { who: lines.join("\n"), tries, is_certain: certain.is_some() })
}

/// What the learner knows the process as.
pub(crate) fn label(process: &Process, leader: i32, processes: &[Process]) -> String {
    let kind = if process.pid == leader {
        return "내 코드".into();
    } else if process.parent == leader {
        "자식 프로세스"
    } else if processes.iter().any(|other| other.pid == process.parent) {
        "손자 프로세스"
    } else {
        "부모를 잃은 프로세스"
    };
    match process.name() {
        name if name.is_empty() => kind.into(),
        name => format!("{kind} `{name}`"),
    }
}

fn told(actor: &Actor, call: Call, leader: i32, actors: &[Actor]) -> Option<String> {
    Some(match call {
        Call::Read(file) => {
            let Some(end) = actor.end(file) else {
                return Some("읽을 것이 오기를 기다립니다.".into());
            };
            let writers = holders(end, true, actors);
            let pipe = pipe(actor, end, leader, actors);
            format!(
                "{pipe} 파이프에서 읽을 것이 오거나 쓰는 쪽이 모두 닫히기를 기다립니다. 쓰는 쪽을 연 곳: {writers}."
            )
        }
        Call::Write(file) => {
            let Some(end) = actor.end(file) else {
                return Some("쓸 자리가 나기를 기다립니다.".into());
            };
            let readers = holders(end, false, actors);
            let pipe = pipe(actor, end, leader, actors);
            format!("{pipe} 파이프가 가득 차서 쓰지 못하고 기다립니다. 읽는 쪽을 연 곳: {readers}.")
        }
        Call::Poll => "파이프에 무슨 일이 생기기를 기다립니다.".into(),
        Call::Child => "자식 프로세스가 끝나기를 기다립니다.".into(),
        Call::Thread => "다른 스레드를 기다립니다.".into(),
        Call::Sleep => "잠들어 있습니다.".into(),
        Call::Lock => "다른 프로세스가 쥔 파일 잠금이 풀리기를 기다립니다.".into(),
        Call::Open => "FIFO를 열고, 다른 프로세스가 반대쪽을 열기를 기다립니다.".into(),
        Call::Signal => "신호가 오기를 기다립니다.".into(),
        Call::Receive => "소켓으로 무엇이 오기를 기다립니다.".into(),
        Call::Send => "소켓이 가득 차서 쓰지 못하고 기다립니다.".into(),
        Call::Stopped => "멈추라는 신호를 받고 멈춰 있습니다.".into(),
        Call::Other => return None,
    })
}

impl<'a> Actor<'a> {
    fn seen(process: &'a Process, leader: i32, processes: &[Process]) -> Option<Actor<'a>> {
        let label = label(process, leader, processes);
        Some(Actor { process, label, ends: process.ends(), calls: process.calls()? })
    }

    fn end(&self, file: i32) -> Option<&End> {
        self.ends.iter().find(|end| end.file == file)
    }

    /// The ends that it waits to read from.
    fn reading(&self) -> impl Iterator<Item = &End> {
        self.calls.iter().filter_map(|call| match call {
            Call::Read(file) => self.end(*file),
            _ => None,
        })
    }

    fn holds(&self, pipe: &str, writes: bool) -> bool {
        self.ends.iter().any(|end| end.pipe == pipe && end.writes == writes)
    }
}

fn holders(end: &End, writes: bool, actors: &[Actor]) -> String {
    let holders = actors.iter().filter(|actor| actor.holds(&end.pipe, writes));
    let mut holders: Vec<&str> = holders.map(|actor| actor.label.as_str()).collect();
    holders.dedup();
    if holders.is_empty() { "없음".into() } else { holders.join(", ") }
}

/// A pipe is named by the program that has it for a standard stream.
fn pipe(who: &Actor, end: &End, leader: i32, actors: &[Actor]) -> String {
    let programs = actors.iter().filter(|actor| actor.process.pid != leader);
    let streams = programs.flat_map(|actor| actor.ends.iter().map(move |end| (actor, end)));
    let named = streams.filter(|(_, other)| other.pipe == end.pipe && other.file < 3);
    let (mut files, mut owner) = (Vec::new(), None);
    for (actor, other) in named {
        if *owner.get_or_insert(actor.process.pid) == actor.process.pid {
            let own = actor.process.pid == who.process.pid;
            let label = if own { "자기".into() } else { format!("{}의", actor.label) };
            files.push((label, ["표준 입력", "표준 출력", "표준 오류"][other.file as usize]));
        }
    }
    match &files[..] {
        [] => "이름 없는".into(),
        [(label, stream)] => format!("{label} {stream}"),
        [(label, _), ..] => format!("{label} 표준 출력과 표준 오류"),
    }
}

/// Who waits for the end of a pipe holds the end that would have to be closed.
fn holds_its_own_end(leader: i32, actors: &[Actor]) -> Option<&'static str> {
    let writers = |end: &End| actors.iter().filter(|actor| actor.holds(&end.pipe, true)).count();
    let answer = actors.iter().find(|actor| actor.process.pid == leader)?;
    let mut others = actors.iter().filter(|actor| actor.process.pid != leader);
    if answer.reading().any(|end| answer.holds(&end.pipe, true)) {
        Some(
            "읽기 전에, 내 코드가 쥔 쓰는 쪽을 닫습니다. Command도 파이프를 쥐고 있으니 시작한 뒤에는 버립니다(drop).",
        )
    } else if others.any(|actor| actor.reading().any(|end| actor.holds(&end.pipe, true) && writers(end) == 1))
    {
        Some(
            "자식이 읽는 파이프의 쓰는 쪽을 그 자식도 쥐고 있습니다. fork는 파이프의 두 끝을 모두 복사합니다. 자식은 시작하자마자 자기가 쓰지 않을 끝을 버립니다(drop).",
        )
    } else {
        None
    }
}

fn advice(leader: i32, actors: &[Actor]) -> &'static str {
    let Some(answer) = actors.iter().find(|actor| actor.process.pid == leader) else {
        return "자식 프로세스만 남기고 끝나지 않게 합니다.";
    };
    let others = || actors.iter().filter(|actor| actor.process.pid != leader);
    let child_writes = others().any(|actor| actor.calls.iter().any(|call| matches!(call, Call::Write(_))));
    let reads_mine = others().flat_map(Actor::reading).filter(|end| answer.holds(&end.pipe, true));
    let is_input: Vec<bool> = reads_mine.map(|end| end.file == 0).collect();
    let only_waits = answer.calls.contains(&Call::Child)
        && !answer.calls.iter().any(|call| matches!(call, Call::Read(_) | Call::Write(_) | Call::Poll));
    if others().any(|actor| actor.calls.contains(&Call::Open)) {
        "자식이 다른 프로세스를 기다립니다. 한 자식이 끝나기를 기다리기 전에 자식을 모두 시작했는지 봅니다."
    } else if child_writes && only_waits {
        "파이프에 담기는 양에는 한도가 있습니다. 자식이 끝나기를 기다리기(`wait`) 전에 출력을 끝까지 읽습니다."
    } else if child_writes {
        "파이프에 담기는 양에는 한도가 있습니다. 쓰기, 출력 읽기, 오류 읽기가 동시에 나아가게 합니다."
    } else if answer.calls.iter().any(|call| matches!(call, Call::Write(_))) {
        "자식이 읽지 않으면 쓰기는 끝나지 않습니다. 쓰는 동안에도 다른 일이 나아가게 합니다."
    } else if is_input.contains(&true) {
        "다 쓴 표준 입력은 닫습니다(drop). 닫아야 자식 프로세스가 입력의 끝을 압니다."
    } else if !is_input.is_empty() {
        "자식이 읽는 파이프에 쓸 것을 다 내보냈는지(flush), 줄로 주고받는다면 줄바꿈(`\\n`)까지 썼는지, 다 썼으면 닫았는지(drop) 봅니다. 자식끼리 기다린다면 모두 시작했는지 봅니다."
    } else if others().next().is_none() && answer.calls.contains(&Call::Sleep) {
        "자식은 끝났는데 내 코드가 잠들어 있습니다. 정해 둔 만큼 자지 말고, 끝나면 깨어나게 기다립니다."
    } else if actors.iter().any(|actor| actor.calls.contains(&Call::Lock)) {
        "잠금을 쥔 채 다른 것을 기다리지 않게 합니다. 잠금이 둘이면 모두 같은 차례로 잠급니다. 같은 파일을 두 번 열면 잠금도 따로입니다."
    } else if actors
        .iter()
        .any(|actor| [Call::Receive, Call::Send].iter().any(|call| actor.calls.contains(call)))
    {
        "소켓의 양쪽이 서로를 기다리지 않는지, 쓰는 쪽을 연 프로세스가 모두 닫았는지 봅니다."
    } else if answer.calls.contains(&Call::Child) {
        "기다리는 자식이 무엇 때문에 끝나지 않는지 봅니다. 자식이 보아야 할 끝을 내 코드가 닫지 않았거나, 끝내 달라는 신호를 보내지 않았습니다."
    } else if !actors.is_empty() && others().next().is_some() {
        "파이프를 쥔 프로세스가 하나라도 살아 있으면 끝은 오지 않습니다. 누가 아직 쥐고 있는지 봅니다."
    } else if answer.calls.contains(&Call::Thread) {
        "내 코드의 스레드끼리 기다립니다. 채널로 기다린다면 보내는 쪽(Sender)이 하나라도 남아 있는지, `join`한다면 그 스레드가 끝날 수 있는지 봅니다."
    } else {
        "무엇을 기다리는 줄인지, 그것을 끝내 줄 것이 남아 있는지 봅니다."
    }
}
