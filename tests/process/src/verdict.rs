//! What the guard says of a case, in Korean.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use crate::scene::Process;
use crate::story;

/// What is told to the one who asked.
pub(crate) struct Verdict {
    says: String,
    tries: String,
    place: Vec<String>,
}

const AGAIN: &str = "다른 프로그램을 닫은 뒤 같은 명령을 한 번 더 실행합니다.";
const LOOP: &str = "반복이 끝나는 조건을 봅니다.";

fn broken(says: impl Into<String>, tries: &str) -> Verdict {
    Verdict { says: says.into(), tries: tries.into(), place: Vec::new() }
}

impl Verdict {
    pub(crate) fn record(self) -> Vec<String> {
        ["broken".to_string(), self.says, self.tries].into_iter().chain(self.place).collect()
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
    broken("기계가 너무 바빠서 검사가 끝나지 않았습니다. 풀이가 맞는지 알 수 없습니다.", AGAIN)
}

pub(crate) fn panicked(message: &str, place: &[String]) -> Verdict {
    let tries = "파이썬의 같은 호출이라면 어떻게 되는지 떠올리며, 이 경우에 지나는 줄을 따라가 봅니다.";
    Verdict { place: place.to_vec(), ..broken(message, tries) }
}

/// `alone`: all that the answer started has ended.
pub(crate) fn stuck(alone: bool, who: &str, tries: &str) -> Verdict {
    let first = if alone {
        "자식이 끝났는데도 풀이가 돌아오지 않습니다."
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
    let who = if answer { "풀이가" } else { "풀이가 시작한 프로세스가" };
    broken(
        format!("오래 걸리는 반복에서 나오지 못합니다. {who} 쉬지 않고 계산만 되풀이합니다."),
        &format!("{LOOP} 한 바이트씩 읽고 쓰면 아주 오래 걸립니다."),
    )
}

pub(crate) fn floods() -> Verdict {
    broken("출력이 끝나지 않습니다.", "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.")
}

pub(crate) fn shuts_the_line() -> Verdict {
    broken("풀이가 검사와 이어진 파이프를 닫았습니다.", "풀이가 열지 않은 파이프는 닫지 않습니다.")
}

pub(crate) fn litter(name: &str) -> Verdict {
    broken(
        format!("임시 파일을 남겼습니다: {name}"),
        "파일을 거치지 않고 파이프로 주고받거나, 끝날 때 지웁니다.",
    )
}

/// The process of the answer is gone before the case was over.
pub(crate) fn ended(status: ExitStatus, complaint: &str) -> Verdict {
    if complaint.contains("has overflowed its stack")
        || [Some(libc::SIGSEGV), Some(libc::SIGBUS)].contains(&status.signal())
    {
        broken(
            "함수가 자신을 끝없이 불러 스택이 넘쳤습니다.",
            "자신을 다시 부르는 함수를 찾고, 더 부르지 않고 돌아오는 경우가 있는지 봅니다.",
        )
    } else if complaint.contains("memory allocation of ") {
        broken(
            "메모리를 끝없이 더 씁니다.",
            "Vec이나 String에 끝없이 더하는 반복이 있는지, 반복이 끝나는 조건이 맞는지 봅니다.",
        )
    } else if let Some(signal) = status.signal() {
        broken(
            format!("풀이를 돌리던 프로세스가 신호 {signal}번으로 끝났습니다."),
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
        "자식이 만든 프로세스까지 끝내려면, 따로 만든 프로세스 그룹 전체에 신호를 보냅니다."
    };
    broken(format!("돌아온 뒤에도 프로세스가 남아 있습니다.\n{}", lines.join("\n")), tries)
}
