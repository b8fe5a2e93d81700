//! What threads, things and deeds are called in a figure.

use interleave::{Action, Event, ObjectKind, Trace};

use crate::figure::Recording;

pub(crate) struct Names {
    pub(crate) threads: Vec<String>,
    objects: Vec<String>,
}

impl Names {
    pub(crate) fn of(recording: &Recording, program: &str) -> Self {
        let trace = &recording.failure.trace;
        let threads = trace.threads.iter().enumerate().map(|(index, thread)| match &thread.name {
            Some(name) => name.clone(),
            None if index == 0 => "main".to_string(),
            None => format!("{index}번"),
        });
        let found: Vec<String> = (0..trace.objects.len())
            .map(|index| object(index, recording, program).unwrap_or_default())
            .collect();
        let objects = trace.objects.iter().enumerate().map(|(index, object)| {
            let alike =
                |other: &usize| trace.objects[*other].kind == object.kind && found[*other] == found[index];
            let used = |other: &usize| trace.events.iter().any(|event| event.object == Some(*other));
            let number = (0..=index).filter(alike).filter(used).count();
            let many = (0..found.len()).filter(alike).filter(used).count() > 1;
            let name = &found[index];
            match (name.as_str(), many) {
                ("", false) => noun(object.kind).to_string(),
                ("", true) => format!("{}({number})", noun(object.kind)),
                (name, false) => format!("{name} {}", noun(object.kind)),
                (name, true) => format!("{name}({number}) {}", noun(object.kind)),
            }
        });
        Names { threads: threads.collect(), objects: objects.collect() }
    }

    pub(crate) fn thread(&self, thread: usize) -> String {
        format!("{} 스레드", self.threads[thread])
    }

    /// What a thread did, in a few words; `again` where the row has named the thing already.
    pub(crate) fn deed(&self, event: &Event, trace: &Trace, again: bool) -> String {
        let what = match event.object {
            Some(object) if !again => format!("{} ", self.objects[object]),
            _ => String::new(),
        };
        let value = event.value.map_or(String::new(), |value| format!(", 값 {value}"));
        let kind = event.object.map(|object| trace.objects[object].kind);
        match event.action {
            Action::Spawn(thread) => format!("{} 시작", self.thread(thread)),
            Action::Finish => "끝남".into(),
            Action::Panic => "패닉".into(),
            Action::WaitJoin(thread) => format!("{}가 끝나기를 기다림", self.thread(thread)),
            Action::Join(thread) => format!("{}가 끝난 것을 앎", self.thread(thread)),
            Action::WaitLock | Action::WaitRead => format!("{what}기다림"),
            Action::Lock => format!("{what}얻음{value}"),
            Action::Read => format!("{what}읽으려고 얻음{value}"),
            Action::TryFailed => format!("{what}얻지 못함"),
            Action::TimedOut => format!("{what}기다리다 시간이 다 됨"),
            Action::Unlock => format!("{what}놓음{value}"),
            Action::WaitNotify if kind == Some(ObjectKind::Once) => format!("{what}끝나기를 기다림"),
            Action::WaitNotify => format!("{what}알림을 기다림"),
            Action::Woken => format!("{what}알림에 깨어남"),
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
            Action::Sleep(duration) => format!("{}초 잠듦", duration.as_secs_f64()),
            Action::Awake => format!("{}초에 깨어남", event.time.as_secs_f64()),
            Action::Yield => "양보함".into(),
            Action::Print(index) => format!("출력: {}", trace.prints[index].trim_end()),
            Action::Park => "깨우는 신호를 기다림".into(),
            Action::Unpark => "깨우는 신호를 보냄".into(),
            Action::Arrive => format!("{what}도착"),
            Action::WaitArrive => format!("{what}다른 스레드를 기다림"),
        }
    }
}

/// True where the thread blocks, other than by sleeping.
pub(crate) fn waits(action: Action) -> bool {
    use Action::{Park, WaitArrive, WaitJoin, WaitLock, WaitNotify, WaitRead, WaitReceive, WaitSend};
    matches!(
        action,
        WaitJoin(_) | WaitLock | WaitRead | WaitNotify | WaitSend | WaitReceive | WaitArrive | Park
    )
}

fn noun(kind: ObjectKind) -> &'static str {
    match kind {
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
    }
}

/// The variable or field that a thing was made for, or else the name before the first call on it.
fn object(index: usize, recording: &Recording, program: &str) -> Option<String> {
    let trace = &recording.failure.trace;
    let born = &trace.objects[index].born;
    let made = recording.line(born, program).and_then(|line| assigned(&line));
    made.or_else(|| {
        trace.events.iter().filter(|event| event.object == Some(index)).find_map(|event| {
            let place = event.at.as_ref().filter(|place| place.file == recording.program)?;
            let line = program.lines().nth(place.line as usize - 1)?;
            let before: String = line.chars().take(place.column as usize - 1).collect();
            last_name(before.trim_end().strip_suffix('.')?)
        })
    })
}

fn assigned(line: &str) -> Option<String> {
    let words = line.trim_start_matches("pub ").trim_start_matches("static ").trim_start_matches("let ");
    let (name, rest) = words.trim_start_matches("mut ").split_once([':', '='])?;
    let plain = name.trim().chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (plain && !name.trim().is_empty() && !rest.starts_with(':')).then(|| name.trim().to_string())
}

fn last_name(text: &str) -> Option<String> {
    let start = text.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |at| at + 1);
    (start < text.len()).then(|| text[start..].to_string())
}
