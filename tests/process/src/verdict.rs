//! What the guard says of a case, in Korean.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use nanoserde::SerJson;
use report::{Difference, Story, in_korean};

use crate::offence::{Offence, Signal, Target};
use crate::scene::Process;
use crate::story;

/// What is told to the one who asked.
pub(crate) struct Verdict {
    says: String,
    tries: String,
    /// What was done in the order that it was found in, as JSON; empty if it was found in none.
    tale: String,
    /// What was wanted and what was found, as JSON; empty where that is not the point.
    difference: String,
    place: Vec<String>,
}

const AGAIN: &str = "다른 프로그램을 닫은 뒤 같은 명령을 한 번 더 실행합니다.";
const LOOP: &str = "반복이 끝나는 조건을 봅니다.";

fn broken(says: impl Into<String>, tries: &str) -> Verdict {
    Verdict {
        says: says.into(),
        tries: tries.into(),
        tale: String::new(),
        difference: String::new(),
        place: Vec::new(),
    }
}

impl Verdict {
    /// `told` is what the answer has printed.
    pub(crate) fn record(self, told: String) -> Vec<String> {
        let Verdict { says, tries, tale, difference, place } = self;
        ["broken".to_string(), says, tries, told, tale, difference].into_iter().chain(place).collect()
    }
}

pub(crate) fn unstarted(error: &io::Error) -> Verdict {
    broken(format!("검사할 프로세스를 시작하지 못했습니다: {error}"), AGAIN)
}

pub(crate) fn unremoved() -> Verdict {
    broken("검사용 폴더를 지우지 못했습니다.", "폴더의 권한을 바꾸는 줄이 있는지 봅니다.")
}

/// The one who asked waits no longer.
pub(crate) fn given_up() -> Verdict {
    broken("기계가 너무 바빠서 검사가 끝나지 않았습니다. 내 코드가 맞는지 알 수 없습니다.", AGAIN)
}

/// `advice`: what the spec has to say to it.
pub(crate) fn panicked(
    message: &str,
    advice: &str,
    difference: Option<Difference>,
    place: &[String],
) -> Verdict {
    let message = if message.is_empty() { "패닉이 났습니다." } else { &in_korean(message) };
    let tries = if advice.is_empty() {
        "기대한 결과와 처음으로 달라지는 줄을 찾습니다. `dbg!`로 출력한 값은 이 보고에 함께 나옵니다."
    } else {
        advice
    };
    let difference = difference.map_or_else(String::new, |difference| difference.serialize_json());
    Verdict { difference, place: place.to_vec(), ..broken(message, tries) }
}

/// What to do about a panic in this line of the learner's.
pub(crate) fn of_a_panic(message: &str, line: &str) -> &'static str {
    if message.contains("on a `None` value") && line.contains("try_wait") {
        return "`try_wait()`의 `None`은 자식이 아직 끝나지 않았다는 뜻입니다. 신호를 보냈어도 끝나기까지는 시간이 걸립니다. 끝날 때까지 기다려 거두는 `wait()`를 부릅니다.";
    }
    report::against_a_panic(message)
        .unwrap_or("어떤 값일 때 이 줄에서 패닉이 나는지 보고, 패닉 대신 오류를 돌려줍니다.")
}

/// `alone`: all that the answer started has ended.
pub(crate) fn stuck(alone: bool, who: &str, tries: &str) -> Verdict {
    let first = if alone {
        "자식이 끝났는데도 내 코드가 돌아오지 않습니다."
    } else {
        "아무도 나아가지 못합니다."
    };
    broken(format!("{first}\n{who}").trim_end(), tries)
}

pub(crate) fn endless() -> Verdict {
    broken(
        "끝나지 않습니다. 잠들었다 깨어나기를 되풀이하기만 합니다.",
        &format!("{LOOP} 시간 한도라면 무엇이 올 때마다 다시 재지 않고, 처음 정한 때까지 잽니다."),
    )
}

pub(crate) fn computes(answer: bool) -> Verdict {
    let who = if answer { "내 코드가" } else { "내 코드가 시작한 프로세스가" };
    broken(
        format!("오래 걸리는 반복에서 나오지 못합니다. {who} 쉬지 않고 계산만 되풀이합니다."),
        &format!("{LOOP} 한 바이트씩 읽고 쓰면 아주 오래 걸립니다."),
    )
}

/// A process of the case did what none may.
pub(crate) fn offends(offence: &Offence, leader: i32) -> Verdict {
    match offence {
        Offence::Outside(signal) => broken(
            format!(
                "검사 밖의 프로세스에 신호를 보내려고 해서 막았습니다.\n{}: {}",
                signaller(signal, leader),
                called(signal)
            ),
            match signal.target {
                Target::Everybody => {
                    "-1은 신호를 보낼 수 있는 모든 프로세스라는 뜻입니다. kill 프로그램은 `kill -9 -123`의 -123도 -1로 읽을 때가 있습니다. 프로그램을 거치지 말고, 그룹 번호를 주어 killpg를 부릅니다."
                }
                Target::Group(_) => {
                    "그룹 번호가 내 코드가 시작한 자식의 것인지 봅니다. 자식을 새 그룹의 리더로 시작하지 않았다면 그 번호의 그룹은 없습니다."
                }
                Target::Process(_) => {
                    "신호는 내 코드가 시작한 프로세스에만 보냅니다. 부모의 번호나 이미 거둔 자식의 번호가 아닌지 봅니다."
                }
            },
        ),
        Offence::Reaped(signal) => broken(
            format!(
                "이미 거둔 프로세스의 번호로 신호를 보냅니다.\n{}: {}",
                signaller(signal, leader),
                called(signal)
            ),
            "거둔 뒤의 번호는 다른 프로세스나 그룹의 것이 될 수 있습니다. 신호를 먼저 보내고, 그다음에 거둡니다.",
        ),
        Offence::Replaced => broken(
            "내 코드의 프로세스가 다른 프로그램으로 바뀌었습니다. `exec()`는 성공하면 돌아오지 않습니다.",
            "자식을 시작하려면 `exec()` 대신 `spawn()`을 부릅니다.",
        ),
        Offence::TooMany => broken(
            "프로세스나 스레드를 끝없이 만듭니다.",
            "프로세스를 시작하는 줄을 둘러싼 반복이 끝나는 조건을 보고, fork의 자식이 부모의 반복을 이어서 돌지 않는지 봅니다.",
        ),
    }
}

fn signaller(signal: &Signal, leader: i32) -> String {
    if signal.by == leader { "내 코드".into() } else { format!("프로세스 `{}`", signal.name) }
}

fn called(signal: &Signal) -> String {
    let name = nix::sys::signal::Signal::try_from(signal.signal)
        .map_or_else(|_| signal.signal.to_string(), |signal| signal.as_str().to_string());
    match signal.target {
        Target::Everybody => format!("{}(-1, {name}), 모든 프로세스에 보냅니다.", signal.call),
        // The numbers are others each time, and say nothing by themselves.
        Target::Group(_) => format!("{}(-그룹 번호, {name}), 그 그룹 전체에 보냅니다.", signal.call),
        Target::Process(_) => format!("{}(프로세스 번호, {name})", signal.call),
    }
}

/// A fork of the answer came back to the check.
pub(crate) fn falls_through() -> Verdict {
    broken(
        "fork로 만든 자식이 부모의 코드로 돌아왔습니다. 부모가 할 일을 자식도 합니다.",
        "자식은 맡은 일을 마치면 그 자리에서 끝냅니다. 함수에서 돌아오면 부모의 나머지 코드를 함께 실행합니다.",
    )
}

/// The children of an answer that has returned.
pub(crate) fn leaves(ended: usize, alive: usize) -> Option<Verdict> {
    let mut says = Vec::new();
    says.extend((ended > 0).then(|| format!("끝났지만 거두지 않아 좀비로 남은 자식이 {ended}개입니다.")));
    says.extend((alive > 0).then(|| format!("아직 돌고 있는 자식이 {alive}개입니다.")));
    (ended + alive > 0).then(|| broken(says.join(" "), "돌아오기 전에 시작한 자식을 모두 wait로 거둡니다."))
}

pub(crate) fn nobody_goes_on(who: &str, tries: &str) -> Verdict {
    broken(format!("아무도 나아가지 못합니다.\n{who}").trim_end(), tries)
}

pub(crate) fn too_long() -> Verdict {
    broken("끝나지 않습니다. 같은 일을 되풀이하기만 합니다.", LOOP)
}

impl Verdict {
    /// The order that it was found in, step by step, and how it is run again.
    pub(crate) fn in_order(mut self, tale: Option<Story>, order: &str) -> Verdict {
        self.tale = tale.map_or_else(String::new, |tale| tale.serialize_json());
        let again = format!("이 순서만 다시 실행하려면 명령 앞에 {}={order}를 붙입니다.", crate::ORDER);
        self.tries = format!("{} {again}", self.tries).trim().to_string();
        self
    }
}

pub(crate) fn fills_the_disk() -> Verdict {
    broken("임시 폴더의 파일이 끝없이 커집니다.", "파일에 쓰는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.")
}

pub(crate) fn floods() -> Verdict {
    broken("출력이 끝나지 않습니다.", "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.")
}

pub(crate) fn shuts_the_line() -> Verdict {
    broken("내 코드가 검사와 이어진 파이프를 닫았습니다.", "내 코드가 열지 않은 파이프는 닫지 않습니다.")
}

pub(crate) fn litter(name: &str) -> Verdict {
    broken(
        format!("임시 파일을 남겼습니다: {name}"),
        "파일을 거치지 않고 파이프로 주고받거나, 끝날 때 지웁니다.",
    )
}

/// The process of the answer is gone before the case was over.
pub(crate) fn ended(status: ExitStatus, complaint: &str) -> Verdict {
    if complaint.contains("has overflowed its stack") {
        broken(
            "함수가 자신을 끝없이 불러 스택이 넘쳤습니다.",
            "자신을 다시 부르는 함수를 찾고, 더 부르지 않고 돌아오는 경우가 있는지 봅니다.",
        )
    } else if complaint.contains("memory allocation of ") {
        broken(
            "메모리를 끝없이 더 씁니다.",
            "Vec이나 String에 끝없이 더하는 반복이 있는지, 반복이 끝나는 조건이 맞는지 봅니다.",
        )
    } else if [Some(libc::SIGSEGV), Some(libc::SIGBUS), Some(libc::SIGILL)].contains(&status.signal()) {
        broken(
            "잘못된 메모리를 읽거나 써서 프로그램이 강제로 끝났습니다.",
            "unsafe 블록이 있으면 지웁니다. 없다면 스레드에서 자신을 끝없이 부르는 함수가 있는지 봅니다.",
        )
    } else if status.signal() == Some(libc::SIGABRT) {
        broken(
            "프로그램이 스스로 강제 종료했습니다(신호 6번).",
            "process::abort를 지웁니다. Drop 안에서 패닉이 나거나, 파일 디스크립터를 두 번 닫아도 강제 종료합니다.",
        )
    } else if status.signal() == Some(libc::SIGXFSZ) {
        fills_the_disk()
    } else if cfg!(target_os = "linux") && status.signal() == Some(libc::SIGSYS) {
        broken(
            "검사 밖의 프로세스에 신호를 보내려고 해서 막았습니다.",
            "신호는 내 코드가 시작한 프로세스에만 보냅니다. 번호가 -1이거나 부모의 것이 아닌지 봅니다.",
        )
    } else if let Some(signal) = status.signal() {
        broken(
            format!("내 코드를 돌리던 프로세스가 신호 {signal}번으로 끝났습니다."),
            "신호를 보내는 줄이 자식 프로세스만 가리키는지, 프로세스 번호와 그룹 번호가 맞는지 봅니다.",
        )
    } else {
        let code = status.code().unwrap_or(0);
        broken(
            format!("검사가 끝나기 전에 프로그램이 반환 코드 {code}번으로 끝났습니다."),
            "process::exit를 지우고, 함수가 값을 돌려주며 끝나게 합니다.",
        )
    }
}

pub(crate) fn remains(left: &[&Process], leader: i32, processes: &[Process]) -> Verdict {
    let line = |process: &&Process| {
        let state = if process.is_zombie() {
            "끝났지만 거두지 않아 좀비로 남았습니다"
        } else {
            "아직 돌고 있습니다"
        };
        format!("{}: {state}.", story::label(process, leader, processes))
    };
    let mut lines: Vec<String> = left.iter().map(line).collect();
    lines.dedup();
    let tries = if left.iter().all(|process| process.is_zombie()) {
        "끝난 자식은 wait로 거둡니다. Child를 버리는(drop) 것으로는 거두어지지 않습니다."
    } else {
        "자식이 만든 프로세스까지 끝내려면, 자식이 먼저 끝났어도 따로 만든 프로세스 그룹 전체에 SIGKILL을 보냅니다."
    };
    broken(format!("돌아온 뒤에도 프로세스가 남아 있습니다.\n{}", lines.join("\n")), tries)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: &str = "called `Option::unwrap()` on a `None` value";

    #[test]
    fn a_child_that_has_not_ended_is_to_be_waited_for() {
        let advice = of_a_panic(NONE, "Ok(child.try_wait()?.unwrap())");
        assert!(advice.contains("`wait()`를 부릅니다"), "{advice}");
        assert!(of_a_panic(NONE, "status.code().unwrap()").contains("`match`"));
    }
}
