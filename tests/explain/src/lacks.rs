//! What there is for a method that a type lacks.

use crate::Diagnostic;

/// What there is for a method that a channel, a condition variable or an iterator does not have.
pub(crate) fn instead(d: &Diagnostic) -> Option<&'static str> {
    let of = |kinds: &[&str]| kinds.iter().any(|kind| d.message.contains(kind));
    match d.name() {
        "close" if of(&["Sender<"]) => {
            Some("보내는 쪽이 모두 사라지면 닫힙니다. `drop(sender);`로 버립니다.")
        }
        "close" if of(&["PipeWriter", "PipeReader", "ChildStd", "File"]) => {
            Some("버리면 닫힙니다: `drop(pipe);`.")
        }
        "send" if of(&["PipeWriter", "ChildStdin", "File"]) => {
            Some("파이프는 바이트를 나릅니다: `pipe.write_all(format!(\"{line}\\n\").as_bytes())`.")
        }
        "wait_timeout" | "is_alive" | "poll" if of(&["Child"]) => Some(
            "`Child`에는 한도까지 기다리는 메서드가 없습니다. 되풀이해 묻지 말고 이 과정의 `wait_for_end`로 기다립니다(단계 파일의 위쪽에 쓰는 법이 있습니다).",
        ),
        "PIPE" | "pipe" if of(&["Stdio"]) => Some(
            "`Stdio::piped()`입니다. 물려받게 하려면 `Stdio::inherit()`, 버리려면 `Stdio::null()`입니다.",
        ),
        "start" if of(&["Builder"]) => {
            Some("`Builder`의 `spawn(클로저)`이 스레드를 띄우고 핸들을 `Result`에 담아 돌려줍니다.")
        }
        _ if of(&["unit type", "Guard<'_, ()>"]) => Some(
            "안에 든 것은 값이 없는 `()`입니다. 파이썬과 달리 `{}`는 빈 블록입니다. 빈 리스트는 `Vec::new()`, 빈 맵은 `HashMap::new()`로 만듭니다.",
        ),
        "wait_for" if of(&["Condvar"]) => Some(
            "조건이 참인 동안 기다리는 `wait_while`을 씁니다. 파이썬의 `wait_for`와 조건이 거꾸로입니다: `let mut items = condvar.wait_while(items, |items| items.is_empty()).unwrap();`.",
        ),
        "join" if of(&["Vec<"]) => Some(
            "리스트가 아니라 핸들 하나하나를 기다립니다: `for handle in handles { handle.join().unwrap(); }`.",
        ),
        "len" if of(&["Iterator"]) => Some(
            "반복자는 원소가 몇 개인지 모릅니다. `enumerate()`로 번호를 붙여 담고 끝난 다음 번호로 정렬하거나, 먼저 리스트에 모읍니다(`collect`). 단계의 함수 선언은 약속이므로 그대로 둡니다.",
        ),
        name if name.starts_with("wait") && of(&["Atomic"]) => Some(
            "원자적 타입은 읽고 쓸 뿐 기다리지 못합니다. 파이썬의 `Event.wait(timeout)`처럼 한도까지 기다리려면 채널의 `receiver.recv_timeout(limit)`이나 조건 변수의 `wait_timeout`을 씁니다.",
        ),
        name if name.starts_with("try_lock_") && of(&["Guard<"]) => Some(
            "한도까지 기다려 잠그는 것은 `parking_lot`의 `Mutex`입니다. `use parking_lot::Mutex;`로 바꾸고, 잠그기 전의 뮤텍스에 부릅니다.",
        ),
        "borrow" | "borrow_mut" if of(&["Guard<"]) => Some(
            "가드가 곧 안의 값에 닿으므로 지웁니다: `counts.lock().unwrap().entry(key)`. 이것은 `RefCell`의 메서드이고, rustc가 권하는 `use`는 쓰지 않습니다.",
        ),
        name if name.starts_with("SIG") && of(&["Signal"]) => Some(
            "파이썬의 `signal.SIGTERM`은 `Signal::TERM`, `SIGKILL`은 `Signal::KILL`, `SIGINT`는 `Signal::INT`입니다.",
        ),
        "acquire" if of(&["Guard<"]) => {
            Some("`lock()`으로 이미 잠갔습니다. 그 줄을 지우고, 가드를 `let _guard = …`로 잡아 둡니다.")
        }
        _ => None,
    }
}
