//! Code that takes its process down or never comes back, said in Korean.

use nanoserde::{DeJson, SerJson};
use report::{Finding, Line};

/// Bytes of output that are not the judge's own; more than this is output without end.
pub(crate) const NOISE: usize = 1 << 20;

/// Why a child ended without a verdict of its own.
#[derive(Clone, Debug, PartialEq, Eq, SerJson, DeJson)]
pub enum Runaway {
    /// Uses the processor and meets no lock, wait or print.
    Loop,
    /// Goes on from lock to lock, but computes so much in between that the orders cannot all be looked at.
    Slow,
    /// Uses no processor and goes nowhere.
    Blocked,
    Memory,
    Recursion,
    Flood,
    Abort,
    /// A destructor panicked while a panic was unwinding; Rust aborts then.
    PanicTwice {
        message: String,
        place: Option<Line>,
    },
    Exit {
        code: i32,
    },
    Signal {
        number: i32,
    },
    /// The judge itself panicked: what it said, and where.
    Ours {
        message: String,
        at: String,
    },
    /// The operating system would not start the child.
    Unstarted {
        error: String,
    },
}

impl Runaway {
    pub(crate) fn finding(&self) -> Finding {
        let place = match self {
            Runaway::PanicTwice { place, .. } => place.clone(),
            _ => None,
        };
        Finding { headline: self.headline(), advice: self.advice().into(), place, ..Finding::default() }
    }

    fn headline(&self) -> String {
        match self {
            Runaway::Loop => {
                "끝나지 않는 반복이 있습니다. 잠금, 대기, 출력을 한 번도 만나지 않고 계산만 되풀이합니다."
                    .into()
            }
            Runaway::Slow => "계산이 너무 오래 걸려 모든 순서를 볼 수 없습니다.".into(),
            Runaway::Blocked => {
                "프로그램이 멈춘 채 더 나아가지 않습니다. 검사가 알지 못하는 무엇을 기다립니다.".into()
            }
            Runaway::Memory => "메모리를 끝없이 더 씁니다.".into(),
            Runaway::Recursion => "함수가 자신을 끝없이 불렀거나 큰 배열을 두어, 스택이 넘쳤습니다.".into(),
            Runaway::Flood => {
                format!("출력이 끝나지 않습니다. {} MiB를 넘어 멈추었습니다.", NOISE >> 20)
            }
            Runaway::Abort => "프로그램이 스스로 강제 종료했습니다.".into(),
            Runaway::PanicTwice { message, .. } => {
                format!(
                    "패닉을 정리하던 중에 다시 패닉이 나서 프로그램이 강제 종료되었습니다.\n나중 패닉의 말: {message}"
                )
            }
            Runaway::Exit { code } => {
                format!("검사가 끝나기 전에 프로그램이 종료 코드 {code}번으로 끝났습니다.")
            }
            Runaway::Signal { number } => format!("운영 체제가 신호 {number}번으로 프로그램을 끝냈습니다."),
            Runaway::Ours { message, at } => {
                format!(
                    "검사하는 프로그램이 패닉했습니다. 답의 잘못이 아니라 검사하는 쪽의 잘못입니다.\n{at}: {message}"
                )
            }
            Runaway::Unstarted { error } => format!("검사할 프로세스를 시작하지 못했습니다: {error}"),
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Runaway::Loop => {
                "loop, while, for가 끝나는 조건을 봅니다. 다른 스레드가 끝내 주기를 기다리는 반복이라면 조건 변수나 join으로 기다립니다."
            }
            Runaway::Slow => {
                "오래 도는 반복을 줄입니다. 시간을 보내려는 반복이라면 thread::sleep을 씁니다. 검사에서 sleep은 기다리지 않습니다."
            }
            Runaway::Blocked => {
                "표준 입력, 파일, 네트워크를 기다리는 줄이 있으면 지웁니다. 기다림은 std, parking_lot, crossbeam의 것만 씁니다."
            }
            Runaway::Memory => {
                "Vec이나 String에 끝없이 더하는 반복이 있는지, 반복이 끝나는 조건이 맞는지 봅니다."
            }
            Runaway::Recursion => {
                "자신을 다시 부르는 함수를 찾고, 더 부르지 않고 돌아오는 경우가 있는지 봅니다. 큰 배열은 Vec에 담습니다."
            }
            Runaway::Flood => "출력하는 줄을 둘러싼 반복이 끝나는 조건을 봅니다.",
            Runaway::Abort => "process::abort를 지웁니다. 실패는 Result나 panic!으로 알립니다.",
            Runaway::PanicTwice { .. } => {
                "Drop 안에서 패닉이 날 수 있는 줄을 찾아, 패닉 대신 조용히 넘어가게 고칩니다."
            }
            Runaway::Exit { .. } => "process::exit를 지우고, 함수가 값을 돌려주며 끝나게 합니다.",
            Runaway::Signal { .. } => {
                "unsafe 블록이 있으면 지웁니다. 없다면 같은 명령을 한 번 더 실행합니다."
            }
            Runaway::Ours { .. } => {
                "이 화면과 푼 파일을 저장소의 이슈로 알려 주세요. 그동안 다음 단계로 넘어가도 됩니다."
            }
            Runaway::Unstarted { .. } => "다른 프로그램을 닫은 뒤 같은 명령을 한 번 더 실행합니다.",
        }
    }

    /// From how a child ended and what the Rust runtime wrote as it went down.
    pub(crate) fn of_exit(status: std::process::ExitStatus, stderr: &[u8]) -> Runaway {
        let stderr = String::from_utf8_lossy(stderr);
        if stderr.contains("has overflowed its stack") {
            return Runaway::Recursion;
        }
        if stderr.contains("memory allocation of ") {
            return Runaway::Memory;
        }
        #[cfg(unix)]
        {
            use std::os::unix::process::ExitStatusExt;

            use nix::sys::signal::Signal;

            if let Some(number) = status.signal() {
                return match Signal::try_from(number) {
                    // A thread of the explored order has a stack that the runtime does not know: no message, only the signal.
                    Ok(Signal::SIGSEGV | Signal::SIGBUS) => Runaway::Recursion,
                    Ok(Signal::SIGABRT) => Runaway::Abort,
                    Ok(Signal::SIGXCPU) => Runaway::Loop,
                    _ => Runaway::Signal { number },
                };
            }
        }
        match status.code() {
            #[cfg(windows)]
            Some(code) if code as u32 == 0xC000_00FD => Runaway::Recursion,
            #[cfg(windows)]
            Some(code) if code as u32 == 0xC000_0409 => Runaway::Abort,
            code => Runaway::Exit { code: code.unwrap_or(0) },
        }
    }
}
