//! What the process of the answer takes on before it runs the learner's code, and hands on to whatever that starts.

use nix::sys::resource::{Resource, setrlimit};

/// No file may be longer: more was never meant to be written.
const FILE: u64 = 128 << 20;

/// `word` is what the guard said: whether a tracer is there, and whom the answer must not signal.
pub(crate) fn take_on(word: &[String]) {
    let _ = setrlimit(Resource::RLIMIT_FSIZE, FILE, FILE);
    let _ = setrlimit(Resource::RLIMIT_CORE, 0, 0);
    contain(word);
}

#[cfg(traced)]
fn contain(word: &[String]) {
    use crate::trace::filter::{Purpose, install};

    let purpose = match word {
        [traced, ..] if traced == "traced" => Purpose::Watch,
        [ordered, ..] if ordered == "ordered" => Purpose::Order,
        [_, strangers @ ..] => {
            Purpose::Contain { strangers: strangers.iter().filter_map(|pid| pid.parse().ok()).collect() }
        }
        [] => return,
    };
    // Where the kernel has no filters the case runs without one, as `main` has said.
    let _ = install(&purpose);
}

#[cfg(not(traced))]
fn contain(_word: &[String]) {}

/// Says so, once a run, where nothing keeps an answer from signalling others.
#[cfg(traced)]
pub(crate) fn warn() {
    if !crate::trace::filter::is_known() {
        eprintln!("{WARNING}");
    }
}

#[cfg(not(traced))]
pub(crate) fn warn() {
    eprintln!("{WARNING}");
}

const WARNING: &str = "주의: 이 컴퓨터에서는 내 코드가 보내는 신호를 막지 못합니다. \
                       -1이나 남의 프로세스 번호로 신호를 보내면 다른 프로그램이 끝날 수 있습니다.";
