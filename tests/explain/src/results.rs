//! What may fail or be absent: a `Result` or an `Option` where a value is wanted, and the other way round.

use crate::numbers::between_numbers;
use crate::threads::waits;
use crate::types::{label_says, sides, wrapped};
use crate::{Diagnostic, Entry};

/// What a pattern is matched with: "this expression has type `R`".
fn matched(d: &Diagnostic) -> Option<&str> {
    d.spans.iter().find_map(|span| span.label.strip_prefix("this expression has type `")?.strip_suffix('`'))
}

/// A guard beside how the wait ended.
fn pair(kind: &str) -> bool {
    kind.starts_with('(') && kind.contains("Guard<")
}

/// What `lock()` returned, with the guard still in it.
fn unopened(kind: &str) -> bool {
    (kind.starts_with("Result<") && kind.contains("Guard<")) && !kind.starts_with("Result<(")
}

/// An `Option` and a `Result`, one for the other.
fn swapped(d: &Diagnostic) -> Option<(&str, &str)> {
    let (wanted, found) = sides(d)?;
    let option = |side: &str| side.starts_with("Option<");
    (wrapped(wanted) && wrapped(found) && option(wanted) != option(found)).then_some((wanted, found))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "returns_early_without_return",
        codes: &["E0308", "E0317"],
        fits: |d| {
            d.code == "E0317"
                || d.says("expect their inner expression to be `()`")
                || d.says("you might have meant to return this value")
        },
        title: "`else`가 없는 `if`에 값이 남았습니다",
        means: |_| {
            "`else`가 없는 `if`나 반복문 안의 마지막 식은 함수의 값이 되지 않고, 함수는 다음 줄로 이어집니다."
                .into()
        },
        advice: |d| {
            let called = d.marked().contains('.') && d.marked().ends_with(')');
            if called && sides(d).is_some_and(|(_, found)| found.starts_with("Result<")) {
                return "여기서 끝내고 돌려주려면 `return`을 적습니다: `return child.wait();`. 이어서 할 것이라면 `?`나 `unwrap()`으로 꺼내고 `;`으로 끝냅니다.".into();
            }
            if called && !d.says("you might have meant to return this value") {
                return "쓰지 않을 값이라면 그 줄 끝에 `;`을 붙여 버립니다: `map.insert(key, 값);`. 여기서 끝내고 돌려주려던 것이라면 `return`을 적습니다: `return Ok(값);`.".into();
            }
            "여기서 끝내고 돌려주려면 `return`을 적습니다: `return Err(오류);`, `return Ok(값);`. 둘 가운데 하나가 값이라면 `if … { 값 } else { 다른 값 }`으로 잇습니다.".into()
        },
    },
    Entry {
        id: "differs_between_branches",
        codes: &["E0308"],
        fits: |d| {
            ["`if` and `else` have incompatible", "`match` arms have incompatible"]
                .iter()
                .any(|start| d.message.starts_with(start))
        },
        title: "갈래마다 타입이 다릅니다",
        means: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            format!(
                "`if`와 `match`의 갈래는 모두 같은 타입이어야 합니다. 앞의 갈래는 `{wanted}`, 이 갈래는 `{found}`입니다."
            )
        },
        advice: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            let lent = |side: &str, other: &str| side.strip_prefix("&mut ") == Some(other);
            if lent(wanted, found) || lent(found, wanted) {
                return "`command.arg(…).args(…)`처럼 이어 쓴 식은 값을 빌린 것(`&mut`)입니다. 그 갈래에서도 `;`으로 끝내고 다음 줄에 변수의 이름만 적습니다.".into();
            }
            if d.shows(".write(") && [wanted, found].iter().any(|side| side.starts_with("Result<usize")) {
                return "`write`는 쓴 바이트의 수를 돌려주고, 다 쓰지 않을 수도 있습니다. 모두 쓰는 것은 `write_all`이고 `Ok(())`를 돌려줍니다.".into();
            }
            if wanted.starts_with("Result<") && !found.starts_with("Result<") {
                return "앞의 갈래가 `Result`이므로, 이 갈래도 괜찮은 것이라면 `Ok(())`나 `Ok(값)`을, 오류라면 `Err(오류)`를 적습니다. 앞의 갈래에서 꺼내려던 것이라면 그쪽에 `?`나 `unwrap()`을 붙입니다.".into();
            }
            "한쪽이 `None`이라면 다른 쪽을 `Some(값)`으로 감쌉니다. 오류를 돌려주고 끝내려던 갈래라면 `return Err(오류)`라고 적습니다.".into()
        },
    },
    Entry {
        id: "matches_a_value_as_a_result",
        codes: &["E0308"],
        fits: |d| {
            let found = sides(d).is_some_and(|(_, found)| wrapped(found));
            found && matched(d).is_some_and(|kind| !wrapped(kind))
        },
        title: "`Result`도 `Option`도 아닌 값입니다",
        means: |d| {
            format!(
                "나눌 값의 타입은 `{}`이고, `Ok`나 `Some`에 담겨 있지 않습니다. 패닉은 파이썬의 예외와 달리 값이 아니어서 `match`로 받지 못합니다.",
                matched(d).unwrap_or("…")
            )
        },
        advice: |_| {
            "값을 그대로 씁니다. 패닉을 `Err`로 받으려면 그 일을 `catch_unwind(AssertUnwindSafe(|| work(item)))`으로 부르고 그 결과를 나눕니다.".into()
        },
    },
    Entry {
        id: "swaps_option_and_result",
        codes: &["E0308"],
        fits: |d| swapped(d).is_some(),
        title: "`Option`과 `Result`를 바꾸어 썼습니다",
        means: |d| {
            let (wanted, found) = swapped(d).unwrap_or_default();
            if matched(d).is_some() {
                format!("나눌 값은 `{wanted}`인데 `{found}`의 갈래를 적었습니다.")
            } else {
                format!("여기서는 `{wanted}`를 바라는데 `{found}`를 주었습니다.")
            }
        },
        advice: |d| {
            let option = swapped(d).is_some_and(|(wanted, _)| wanted.starts_with("Option<"));
            match (option, matched(d).is_some()) {
                (true, true) => "`Some(값)`과 `None`으로 나눕니다.",
                (false, true) => "`Ok(값)`과 `Err(오류)`로 나눕니다.",
                (true, false) => {
                    "있는 값은 `Some(값)`, 없거나 끝난 것은 `None`입니다: `return None;`. 까닭을 버리고 값만 넘길 때는 `result.ok()`입니다."
                }
                (false, false) if d.marked() == "None" => {
                    "파이썬의 `return None`이라면 `Ok(())`입니다. 실패라면 `Err(오류)`를 돌려줍니다."
                }
                (false, false) => {
                    "값을 꺼내 `Ok(…)`로 감쌉니다: 없으면 빈 값이라면 `Ok(option.unwrap_or_default())`, 없으면 오류라면 `option.ok_or(오류)`입니다."
                }
            }
            .into()
        },
    },
    Entry {
        id: "returns_another_error",
        codes: &["E0308"],
        fits: |d| {
            sides(d)
                .is_some_and(|(wanted, found)| wanted.starts_with("Result<") && found.starts_with("Result<"))
        },
        title: "`Result`에 담긴 타입이 다릅니다",
        means: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            format!("둘 다 `Result`이지만 바라는 것은 `{wanted}`, 준 것은 `{found}`입니다.")
        },
        advice: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            if d.shows(".write(") && found.starts_with("Result<usize") {
                return "`write`는 쓴 바이트의 수를 돌려주고, 다 쓰지 않을 수도 있습니다. 모두 쓰는 것은 `write_all`이고 `Ok(())`를 돌려줍니다.".into();
            }
            if wanted.ends_with(" Error>") && found.ends_with(" String>") {
                return "문자열은 `io::Error`가 아닙니다. 설명을 붙인 오류를 만듭니다: `.map_err(|error| io::Error::new(error.kind(), 설명))`.".into();
            }
            if found.contains("Vec<Result<") && !wanted.contains("Vec<Result<") {
                return "리스트의 원소가 아직 `Result`입니다. 담을 때 하나씩 꺼냅니다: `results.push(second(middle)?);`.".into();
            }
            "오류(뒤의 타입)가 다르면 바꿉니다: `.map_err(|_| 오류)`. 값(앞의 타입)이 다르면 `?`로 꺼낸 다음 줄에 `Ok(값)`을 적습니다.".into()
        },
    },
    Entry {
        id: "asks_what_cannot_fail",
        codes: &["E0277"],
        fits: |d| d.message.contains("can only be applied to values that implement"),
        title: "`?`를 붙일 수 없는 값입니다",
        means: |_| "`?`는 `Result`나 `Option` 뒤에만 붙습니다.".into(),
        advice: |d| {
            if d.says("JoinHandle<") {
                "스레드의 핸들이므로 결과를 먼저 받습니다: `handle.join().unwrap()?`. 스레드가 돌려준 것이 `Result`일 때만 끝에 `?`를 붙입니다.".into()
            } else {
                "이미 꺼낸 값이라면 `?`를 지웁니다. 이 타입의 무엇을 불러야 `Result`가 나오는지 봅니다."
                    .into()
            }
        },
    },
    Entry {
        id: "keeps_the_tuple_of_the_wait",
        codes: &["E0308", "E0599", "E0614", "E0609"],
        fits: |d| {
            let found = sides(d).is_some_and(|(wanted, found)| pair(found) && !wanted.starts_with('('));
            found || (d.code != "E0308" && (pair(d.quoted(0)) || pair(d.quoted(1))))
        },
        title: "한도가 있는 `wait`는 튜플을 돌려줍니다",
        means: |_| {
            "`std`의 `wait_timeout`과 `wait_timeout_while`은 다시 잠근 가드와 한도가 지났는지를 튜플로 돌려줍니다."
                .into()
        },
        advice: |_| {
            "나누어 받습니다: `let (mut guard, result) = condvar.wait_timeout(guard, limit).unwrap();`. 한도가 지났는지는 `result.timed_out()`입니다. 있던 변수에 넣을 때는 `guard = ….unwrap().0;`입니다.".into()
        },
    },
    Entry {
        id: "mixes_kinds_in_a_list",
        codes: &["E0308"],
        fits: |d| {
            let plain = |side: &str| !side.starts_with('&') && !wrapped(side);
            d.says("which causes `")
                && !between_numbers(d)
                && sides(d).is_some_and(|(wanted, found)| {
                    let all_of_one = |side: &str| side.strip_prefix("Vec<").is_some_and(wrapped);
                    plain(wanted) && plain(found) && !all_of_one(wanted) && !all_of_one(found)
                })
        },
        title: "리스트의 원소는 모두 같은 타입입니다",
        means: |_| {
            "리스트의 타입은 처음 담은 값으로 정해집니다(`… which causes`가 있는 줄). 파이썬의 리스트처럼 다른 타입을 섞어 담을 수 없습니다.".into()
        },
        advice: |_| {
            "성공과 실패를 함께 담는 리스트라면 둘 다 감쌉니다: `results.push(Ok(값));`, `results.push(Err(오류));`."
                .into()
        },
    },
    Entry {
        id: "sums_into_a_result",
        codes: &["E0277"],
        fits: |d| {
            let summed = d.message.contains("made by summing") || d.message.contains("made by multiplying");
            summed && wrapped(d.name())
        },
        title: "더한 값을 감싸지 않았습니다",
        means: |d| format!("`sum()`의 결과는 숫자인데 여기서는 `{}` 타입을 바랍니다.", d.name()),
        advice: |_| {
            "변수에 담은 다음에 감쌉니다: `let total: u64 = ….sum();`, 그리고 마지막 줄에 `Ok(total)`.".into()
        },
    },
    Entry {
        id: "unwraps_what_is_out_already",
        codes: &["E0599"],
        fits: |d| {
            let out = ["unwrap", "expect", "unwrap_or_else", "unwrap_or_default"].contains(&d.name());
            out && (d.message.contains("Guard<") || d.message.contains("unit type"))
        },
        title: "이미 꺼낸 값입니다",
        means: |d| {
            let whose = if d.message.contains("lock_api") || d.message.contains("unit type") {
                "`parking_lot`의 `lock()`은 `Result`가 아니라 가드를 바로 돌려주고, `wait`는 아무것도 돌려주지 않습니다."
            } else {
                "이 가드는 앞에서 이미 꺼냈습니다."
            };
            format!("`{}` 메서드는 `Result`와 `Option`에만 있습니다. {whose}", d.name())
        },
        advice: |d| format!("`.{}(…)`를 지웁니다.", d.name()),
    },
    Entry {
        id: "collects_results_unopened",
        codes: &["E0308"],
        fits: |d| {
            sides(d).is_some_and(|(wanted, found)| {
                found.trim_start_matches("Vec<") != found
                    && wrapped(found.trim_start_matches("Vec<"))
                    && !wrapped(wanted.trim_start_matches("Vec<"))
            })
        },
        title: "리스트에 `Result`나 `Option`째로 모았습니다",
        means: |_| {
            "`join()`의 결과는 `Ok`에 담겨 옵니다. 스레드가 패닉했으면 `Err`이기 때문입니다. 꺼내지 않고 담으면 `Result`의 리스트가 됩니다.".into()
        },
        advice: |_| {
            "담을 때 하나씩 꺼냅니다: `results.push(handle.join().unwrap());`. 이어 쓴다면 `.map(|handle| handle.join().unwrap())`입니다.".into()
        },
    },
    Entry {
        id: "compares_an_option_with_a_number",
        codes: &["E0308"],
        fits: |d| d.says("expected because this is `Option<") && !label_says(d, "found `Option<"),
        title: "`Option`을 숫자와 비교합니다",
        means: |_| {
            "값이 없을 수도 있어서(`None`) 숫자와 바로 비교할 수 없습니다. rustc가 권하는 `< Some(0)`은 컴파일되지만, `None`은 어떤 `Some`보다도 작아서 값이 없을 때에도 참이 됩니다.".into()
        },
        advice: |_| {
            "먼저 나눕니다: `match status.code() { Some(code) => …, None => … }`. 반환 코드가 `None`이면 자식이 신호로 끝난 것이고, 그 번호는 `status.signal()`에 있습니다. 같은지만 본다면 `== Some(0)`으로 적어도 됩니다.".into()
        },
    },
    Entry {
        id: "gives_none_for_a_value",
        codes: &["E0308"],
        fits: |d| d.marked() == "None" && sides(d).is_some_and(|(wanted, _)| !wrapped(wanted)),
        title: "`None`은 `Option`의 값입니다",
        means: |_| {
            "여기에는 없을 수 없는 값이 옵니다. Rust의 `None`은 파이썬과 달리 아무 타입의 자리에나 들어가지 않습니다.".into()
        },
        advice: |d| {
            let before = d.place().map_or("", |span| span.before.as_str());
            if before.ends_with("send(") {
                return "끝을 알리려고 보내는 것이라면 이 줄을 지웁니다. 보내는 끝을 `drop(sender);`로 모두 버리면 채널이 닫히고, 받는 쪽의 반복문이 끝납니다.".into();
            }
            if before.trim_end().ends_with("return") {
                return "이 함수는 값을 꼭 돌려주기로 선언했고, 단계의 선언은 약속이라 바꾸지 않습니다. 값이 생길 때까지 기다렸다가(조건 변수의 `wait`, 채널의 `recv`) 돌려줍니다.".into();
            }
            "없을 수도 있는 값이라면 타입을 `Option<…>`으로 적고, 있는 값은 `Some(값)`으로 감쌉니다.".into()
        },
    },
    Entry {
        id: "takes_a_result_for_its_value",
        codes: &["E0308", "E0277"],
        fits: |d| {
            let counted = ["cannot add", "cannot subtract", "cannot multiply"];
            if d.code == "E0277" {
                return counted.iter().any(|start| d.message.starts_with(start))
                    && (wrapped(d.quoted(0)) || wrapped(d.quoted(1)));
            }
            sides(d).is_some_and(|(wanted, found)| wrapped(found) && !wrapped(wanted))
        },
        title: "값이 아직 `Result`나 `Option` 안에 있습니다",
        means: |_| {
            "파이썬의 예외나 `None` 대신, Rust의 함수는 실패할 수 있으면 `Result`를, 없을 수 있으면 `Option`을 돌려줍니다. 값은 꺼내야 쓸 수 있습니다.".into()
        },
        advice: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            let lent = found.strip_prefix("Option<&").and_then(|rest| rest.strip_suffix('>'));
            if lent == Some(wanted) {
                return "`get()`처럼 없을 수도 있는 것을 찾는 메서드는 빌린 것(`&`)을 `Option`에 담아 줍니다. 꺼내면서 베낍니다: `match found { Some(value) => value.clone(), None => … }`. 늘 있는 것을 안다면 `found.cloned().unwrap()`입니다.".into();
            }
            if found.trim_start_matches('&').trim_start_matches("mut ").starts_with("Option<MutexGuard<") {
                return "`try_lock`과 `try_lock_for`는 잠그지 못하면 `None`을 돌려줍니다. 없을 때 할 일을 적어 꺼냅니다: `let Some(mut guard) = lock.try_lock_for(limit) else { return Err(오류) };`.".into();
            }
            "실패할 까닭이 없다면 `unwrap()`으로 꺼냅니다(`lock()`, `join()` 뒤에 흔히 씁니다). 실패를 부른 쪽에 넘기려면 `?`를, 나누어 다루려면 `match`나 `if let`을 씁니다.".into()
        },
    },
    Entry {
        id: "unpacks_a_result_at_once",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `Result<") && label_says(d, "found `(_"),
        title: "튜플이 아직 `Result` 안에 있습니다",
        means: |d| {
            if waits(d) {
                "`let (guard, result) = …`로 나누려면 오른쪽이 튜플이어야 하는데, `std`의 조건 변수는 튜플을 `Result`에 담아 돌려줍니다. 잠근 채로 패닉한 스레드가 있었으면 `Err`이기 때문입니다.".into()
            } else {
                "튜플로 나누려 했지만 여기에 오는 것은 `Result`입니다.".into()
            }
        },
        advice: |d| {
            if d.place().is_some_and(|span| span.before.ends_with('|')) {
                return "리스트에 `Result`를 담았으면 원소도 `Result`입니다. 번호로 정렬하려면 담을 때 튜플로 묶습니다: `results.push((number, result));`. 빈 리스트에 `results[number] = …`로는 담을 수 없습니다.".into();
            }
            if !waits(d) {
                return "먼저 꺼낸 다음에 나눕니다: 실패를 넘기려면 끝에 `?`를, 실패할 까닭이 없다면 `.unwrap()`을 붙입니다.".into();
            }
            "끝에 `.unwrap()`을 붙여 꺼낸 다음에 나눕니다. rustc가 권하는 `let Ok(…) = …`는 `Err`일 때 할 일이 없어 다시 거절됩니다.".into()
        },
    },
    Entry {
        id: "names_a_constructor",
        codes: &["E0308"],
        fits: |d| label_says(d, "constructor"),
        title: "이름만 적고 값을 담지 않았습니다",
        means: |_| {
            "`Full(T)`처럼 괄호로 선언한 것은 값을 담아야 완성됩니다. 이름만 적으면 값을 받아 만드는 함수를 뜻합니다.".into()
        },
        advice: |_| "`Full(item)`처럼 담을 값을 괄호에 적습니다.".into(),
    },
    Entry {
        id: "wraps_nothing",
        codes: &["E0308"],
        fits: |d| {
            sides(d).is_some_and(|(wanted, found)| {
                wrapped(wanted)
                    && !wrapped(found)
                    && !wanted.starts_with("&mut ")
                    && !d.says("remove this semicolon to return this value")
            })
        },
        title: "`Ok`, `Err`, `Some`으로 감싸야 합니다",
        means: |_| "여기서는 `Result`나 `Option`을 바랍니다. 값만 적으면 타입이 맞지 않습니다.".into(),
        advice: |d| {
            if d.shows("fmt::Result") {
                return "파이썬의 `__str__`처럼 문자열을 돌려주지 않고 `f`에 씁니다: `write!(f, \"{:?}\", self.cmd)`.".into();
            }
            "성공한 값은 `Ok(값)`, 오류는 `Err(오류)`, 있는 값은 `Some(값)`으로 감쌉니다. 돌려줄 것이 없으면 마지막 줄에 `Ok(())`를 적습니다.".into()
        },
    },
    Entry {
        id: "forgets_to_unwrap",
        codes: &["E0599", "E0614", "E0600", "E0368", "E0369", "E0609"],
        fits: |d| {
            let method = d.message.contains("enum `Result") || d.message.contains("enum `Option");
            (method && d.says("Guard<")) || (0..3).any(|side| unopened(d.quoted(side)))
        },
        title: "가드가 아직 `Result`나 `Option` 안에 있습니다",
        means: |_| {
            "`std`의 `lock()`과 `wait()`은 잠근 채로 패닉한 스레드가 있었으면 `Err`를 돌려주므로, 가드는 `Result` 안에 있습니다. 꺼내야 `*`를 붙이거나 안의 값의 메서드를 부를 수 있습니다.".into()
        },
        advice: |_| {
            "`lock().unwrap()`, `wait_while(…).unwrap()`처럼 먼저 꺼냅니다. 패닉이 난 뒤에도 이어 가야 한다면 `lock().unwrap_or_else(PoisonError::into_inner)`로 꺼냅니다.".into()
        },
    },
    Entry {
        id: "asks_what_holds_the_value",
        codes: &["E0599"],
        fits: |d| d.message.contains("enum `Result") || d.message.contains("enum `Option"),
        title: "값이 아직 `Result`나 `Option` 안에 있습니다",
        means: |d| {
            format!(
                "`Result`나 `Option`에는 `{}` 메서드가 없습니다. 안에 든 값의 메서드라면 먼저 값을 꺼냅니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.name() == "close" {
                return "닫으려면 꺼내서 버립니다: `drop(to.take());`. 버리면 닫힙니다.".into();
            }
            let streams = [
                "write",
                "write_all",
                "write_fmt",
                "flush",
                "read",
                "read_line",
                "read_exact",
                "read_to_end",
                "read_to_string",
            ];
            if d.message.contains("enum `Option") && streams.contains(&d.name()) && !d.shows("child.") {
                return "있는 채로 빌려 씁니다: `if let Some(to) = &mut self.to { to.write_all(bytes)?; }`, 늘 있다면 `self.to.as_mut().unwrap()`. `take()`로 꺼내면 그 자리가 비어서 다음번에는 없습니다.".into();
            }
            if d.message.contains("enum `Option") {
                return "있을 때만 할 일이라면 `if let Some(cwd) = cwd { … }`로 꺼냅니다. 구조체의 필드에서 가져갈 것이라면 `take()`입니다: `let mut stdout = child.stdout.take().unwrap();`.".into();
            }
            "실패를 부른 쪽에 넘기려면 `?`를, 실패할 까닭이 없다면 `unwrap()`을 붙입니다. `thread::Builder`의 `spawn(…)`도 `Result`를 돌려줍니다.".into()
        },
    },
    Entry {
        id: "compares_with_none",
        codes: &["E0369"],
        fits: |d| (d.message.contains("`==`") || d.message.contains("`!=`")) && wrapped(d.quoted(1)),
        title: "`Option`이나 `Result`를 `==`로 비교합니다",
        means: |_| {
            "둘을 `==`로 비교하려면 안에 든 값도 비교할 수 있어야 합니다. 가드나 핸들처럼 비교할 수 없는 값이 들어 있습니다.".into()
        },
        advice: |d| {
            if d.quoted(1).starts_with("Result<bool") {
                return "실패하면 넘기고 안의 값을 봅니다: `if !wait_for_end(child, limit)? { … }`. `is_ok()`와 `is_err()`는 실패했는지를 물을 뿐입니다.".into();
            }
            "있는지만 본다면 `value.is_none()`이나 `value.is_some()`을 씁니다. 꺼내서 쓴다면 `let Some(mut guard) = value else { return … };`나 `match`로 나눕니다. `Result`라면 `is_ok()`와 `is_err()`입니다.".into()
        },
    },
    Entry {
        id: "negates_a_result",
        codes: &["E0600"],
        fits: |d| wrapped(d.quoted(1)),
        title: "값이 아직 `Result`나 `Option` 안에 있습니다",
        means: |d| {
            format!("`{}` 타입에는 이 계산이 없습니다. 안에 든 값을 꺼내야 계산할 수 있습니다.", d.quoted(1))
        },
        advice: |d| {
            let kind = d.quoted(1);
            if kind.contains("RecvTimeoutError") {
                return "`match`로 나눕니다: `Ok(_)`은 받은 것, `Err(RecvTimeoutError::Timeout)`은 한도가 지난 것, `Err(RecvTimeoutError::Disconnected)`는 보내는 쪽이 없는 것입니다. 한도가 지났는지만 본다면 `receiver.recv_timeout(limit) == Err(RecvTimeoutError::Timeout)`입니다.".into();
            }
            if kind.contains("WaitTimeoutResult") {
                return "꺼낸 것도 튜플입니다: `let (guard, result) = condvar.wait_timeout(guard, limit).unwrap();`. 한도가 지났는지는 `result.timed_out()`입니다.".into();
            }
            if kind.starts_with("Result<()") || kind.contains("RecvError") || kind.contains("SendError") {
                return "실패했는지만 본다면 `is_err()`를 붙입니다.".into();
            }
            "`Result`라면 `?`를 붙여 꺼냅니다: `if !wait_for_end(child, limit)? { … }`. `Option`이라면 `match`나 `if let`으로 나눕니다.".into()
        },
    },
];
