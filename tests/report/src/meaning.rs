//! What the English of the standard library and the system says, for who reads it the first time.

/// A part of a message, and what it says; the first that fits counts.
const KNOWN: [(&str, &str); 22] = [
    ("PoisonError", "이 잠금을 쥔 채 패닉한 스레드가 있었습니다."),
    ("Bad file descriptor", "닫힌 파일이거나, 그렇게 읽거나 쓰려고 연 파일이 아닙니다."),
    ("Broken pipe", "읽는 쪽이 닫힌 파이프입니다."),
    ("No child processes", "기다릴 자식이 없습니다. 이미 거두었는지 봅니다."),
    ("No such process", "그런 프로세스가 없습니다."),
    ("No such file or directory", "그런 파일이나 폴더가 없습니다."),
    ("on a `None` value", "값이 없는 Option에서 값을 꺼냈습니다."),
    ("Any { .. }", "패닉으로 끝난 스레드의 join을 unwrap했습니다."),
    ("on an `Err` value", "실패한 Result에서 값을 꺼냈습니다."),
    ("with overflow", "그 타입이 담을 수 있는 범위를 넘었습니다."),
    ("overflow when ", "시간을 더하거나 뺀 값이 Duration이나 Instant의 범위를 넘었습니다."),
    ("index out of bounds", "없는 자리를 읽었습니다."),
    ("divide by zero", "0으로 나눴습니다."),
    ("chunk size must be non-zero", "조각의 길이가 0입니다."),
    ("invalid input parameter", "받은 값이 맞지 않다는 오류입니다."),
    ("unreachable code", "오지 않는다고 적은 곳에 왔습니다."),
    ("not implemented", "아직 만들지 않은 곳입니다."),
    ("Once instance has previously been poisoned", "초기화하다 패닉한 적이 있는 Once입니다."),
    ("LazyLock instance has previously been poisoned", "초기화하다 패닉한 적이 있는 LazyLock입니다."),
    ("already borrowed", "RefCell을 두 번 빌렸습니다."),
    ("already mutably borrowed", "RefCell을 두 번 빌렸습니다."),
    ("a scoped thread panicked", "scope 안에서 join하지 않은 스레드가 패닉했습니다."),
];

/// The message, and in brackets what it says in Korean where that is known and was not added before.
pub fn in_korean(message: &str) -> String {
    match KNOWN.iter().find(|(part, _)| message.contains(part)) {
        Some((_, korean)) if !message.contains(korean) => format!("{message} ({korean})"),
        _ => message.to_string(),
    }
}

/// A part of a message, and what to do about it; the first that fits counts.
const AGAINST: [(&str, &str); 12] = [
    (
        "on a `None` value",
        "값이 없는(`None`) 경우가 있습니다. `unwrap` 대신 `match`나 `if let`으로 그 경우를 나눕니다.",
    ),
    (
        "chunk size must be non-zero",
        "`chunks`는 0을 받으면 패닉합니다. 나누어떨어지지 않을 때 올림하는 `div_ceil`을 쓰고, `max(1)`로 0이 되지 않게 합니다.",
    ),
    ("divide by zero", BY_ZERO),
    ("divisor of zero", BY_ZERO),
    (
        "SendError",
        "받는 끝(Receiver)이 사라지면 `send`는 `Err`입니다. 받을 쪽이 없다는 뜻이니, `unwrap`하지 않고 보내기를 그만둡니다.",
    ),
    (
        "RecvError",
        "보내는 끝(Sender)이 모두 사라지면 `recv`는 `Err`입니다. 더 올 것이 없다는 뜻이니, `unwrap`하지 않고 반복을 마칩니다.",
    ),
    (
        "on an `Err` value",
        "오류가 나는 경우가 있습니다. `unwrap` 대신 `?`로 돌려주거나, 오류의 종류를 보고 나눕니다.",
    ),
    (
        "adding duration to instant",
        "`Instant`에 아주 긴 시간을 더하면 넘칩니다. `checked_add`를 쓰거나, 한도를 그대로 받는 함수를 부릅니다.",
    ),
    (
        "capacity overflow",
        "그만큼의 자리는 미리 잡을 수 없습니다. 받은 수를 `with_capacity`에 그대로 주지 않고, 담는 만큼 늘어나게 둡니다.",
    ),
    (
        "overflow",
        "값이 그 타입에 담기지 않습니다. `checked_add`나 `unsigned_abs`처럼 넘치는 경우를 다루는 메서드를 씁니다.",
    ),
    ("out of bounds", PAST_THE_END),
    ("out of range", PAST_THE_END),
];

const BY_ZERO: &str = "나누는 수가 0인 경우가 있습니다. 그 경우를 먼저 나눕니다.";
const PAST_THE_END: &str = "번호가 길이를 넘습니다. 빈 `Vec`에는 자리가 없으니 `push`하거나 `vec![None; n]`처럼 미리 채웁니다. 읽을 때는 `get`으로 모자라는 경우를 나눕니다.";

/// What to do about a panic with this message in a line of the learner's; `None` where it is none of the standard library.
pub fn against_a_panic(message: &str) -> Option<&'static str> {
    AGAINST.iter().find(|(part, _)| message.contains(part)).map(|(_, advice)| *advice)
}

#[cfg(test)]
mod tests {
    use super::in_korean;

    #[test]
    fn what_is_known_is_added_once() {
        let said = in_korean("오류입니다: Bad file descriptor (os error 9)");
        assert!(said.ends_with("(닫힌 파일이거나, 그렇게 읽거나 쓰려고 연 파일이 아닙니다.)"), "{said}");
        assert_eq!(in_korean(&said), said);
        assert_eq!(in_korean("모르는 말"), "모르는 말");
    }

    #[test]
    fn the_cause_is_told_before_the_unwrap() {
        let said = in_korean("called `Result::unwrap()` on an `Err` value: Os { message: \"Broken pipe\" }");
        assert!(said.ends_with("(읽는 쪽이 닫힌 파이프입니다.)"), "{said}");
    }
}
