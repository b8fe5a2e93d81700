//! What is wanted, and what was given.

use crate::{Diagnostic, Entry};

const NUMBERS: [&str; 12] = [
    "`u8`", "`u16`", "`u32`", "`u64`", "`usize`", "`i8`", "`i16`", "`i32`", "`i64`", "`isize`", "`f64`",
    "`i128`",
];

/// The mismatch is between two types of numbers.
fn between_numbers(d: &Diagnostic) -> bool {
    let label = d.place().map_or("", |span| &span.label);
    let sides = label.split_once(", found ");
    sides.is_some_and(|(wanted, found)| {
        [wanted, found].iter().all(|side| NUMBERS.iter().any(|number| side.contains(number)))
    })
}

/// The label of the first place begins so: "expected `u64`, found `()`".
fn label_says(d: &Diagnostic, words: &str) -> bool {
    d.place().is_some_and(|span| span.label.contains(words))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "mixes_two_libraries",
        codes: &["E0308"],
        fits: |d| {
            d.says("MutexGuard") && (d.says("parking_lot") || d.says("RawMutex")) && !label_says(d, "Result")
        },
        title: "`std`와 `parking_lot`이 섞였습니다",
        means: |_| {
            "이름은 같지만 다른 타입입니다. `std::sync::Condvar`는 `std::sync::Mutex`의 가드를, `parking_lot::Condvar`는 `parking_lot::Mutex`의 가드를 받습니다.".into()
        },
        advice: |_| {
            "둘을 같은 라이브러리에서 가져옵니다: `use parking_lot::{Condvar, Mutex};` 또는 `use std::sync::{Condvar, Mutex};`. 쓰는 법도 다릅니다. `std`는 `guard = condvar.wait(guard).unwrap();`, `parking_lot`은 `condvar.wait(&mut guard);`입니다.".into()
        },
    },
    Entry {
        id: "takes_a_result_for_its_value",
        codes: &["E0308"],
        fits: |d| label_says(d, "found `Result<") || label_says(d, "found `Option<"),
        title: "값이 아직 `Result`나 `Option` 안에 있습니다",
        means: |_| {
            "파이썬의 예외나 `None` 대신, Rust의 함수는 실패할 수 있으면 `Result`를, 없을 수 있으면 `Option`을 돌려줍니다. 값은 꺼내야 쓸 수 있습니다.".into()
        },
        advice: |_| {
            "실패할 까닭이 없다면 `unwrap()`으로 꺼냅니다(`lock()`, `join()` 뒤에 흔히 씁니다). 실패를 부른 쪽에 넘기려면 `?`를, 나누어 다루려면 `match`나 `if let`을 씁니다.".into()
        },
    },
    Entry {
        id: "wraps_nothing",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `Result<") || label_says(d, "expected `Option<"),
        title: "`Ok`나 `Some`으로 감싸야 합니다",
        means: |_| {
            "이 함수는 `Result`나 `Option`을 돌려주기로 했습니다. 값만 적으면 타입이 맞지 않습니다.".into()
        },
        advice: |_| {
            "성공한 값은 `Ok(값)`, 있는 값은 `Some(값)`으로 감쌉니다. 돌려줄 것이 없으면 마지막 줄에 `Ok(())`를 적습니다.".into()
        },
    },
    Entry {
        id: "forgets_the_value",
        codes: &["E0308"],
        fits: |d| label_says(d, "found `()`"),
        title: "돌려줄 값이 없습니다",
        means: |_| {
            "함수나 블록의 값은 마지막 식입니다. 마지막 줄이 `;`으로 끝나거나 `for`로 끝나면 돌려주는 값이 없습니다(`()`).".into()
        },
        advice: |_| {
            "돌려줄 식을 마지막 줄에 `;` 없이 적습니다. `if`라면 `else`에도 값이 있어야 합니다.".into()
        },
    },
    Entry {
        id: "gives_a_value_where_none_is_wanted",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `()`"),
        title: "쓰지 않을 값이 남았습니다",
        means: |_| "여기서는 아무 값도 바라지 않는데(`()`) 마지막 식이 값을 돌려줍니다.".into(),
        advice: |_| {
            "그 줄 끝에 `;`을 붙여 값을 버립니다. 그 값을 돌려주려던 것이라면 함수 선언에 `-> 타입`을 적습니다.".into()
        },
    },
    Entry {
        id: "mixes_number_types",
        codes: &["E0308", "E0277"],
        fits: |d| {
            between_numbers(d)
                || d.message.starts_with("cannot add `")
                || d.message.starts_with("cannot multiply `")
        },
        title: "크기가 다른 정수입니다",
        means: |_| {
            "파이썬의 정수는 한 가지지만 Rust에는 `u32`, `u64`, `usize`처럼 크기가 다른 정수가 있고, 저절로 바뀌지 않습니다. 길이와 번호는 `usize`입니다.".into()
        },
        advice: |_| {
            "한쪽을 바꿉니다: `index as u64`. 값이 들어가지 않을 수 있으면 `u32::try_from(n)`을 씁니다."
                .into()
        },
    },
    Entry {
        id: "takes_a_literal_for_a_string",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `String`, found `&"),
        title: "`\"…\"`는 `String`이 아닙니다",
        means: |_| {
            "따옴표로 적은 문자열은 프로그램 안에 든 것을 빌린 `&str`입니다. `String`은 제 것을 가진 문자열입니다.".into()
        },
        advice: |_| "`\"main\".to_string()`이나 `format!(…)`으로 `String`을 만듭니다.".into(),
    },
    Entry {
        id: "borrows_a_string_of_its_own",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `&"),
        title: "빌린 값을 바라는 곳입니다",
        means: |_| {
            "여기서는 값이 아니라 참조(`&`)를 받습니다. 빌려 주면 넘겨준 뒤에도 쓸 수 있습니다.".into()
        },
        advice: |_| "앞에 `&`를 붙입니다. 바꾸게 하려면 `&mut`를 붙입니다.".into(),
    },
    Entry {
        id: "gives_another_type",
        codes: &["E0308"],
        fits: |_| true,
        title: "바라는 타입과 다릅니다",
        means: |_| {
            "`expected`가 여기서 바라는 타입이고 `found`가 지금 있는 타입입니다. 두 줄에서 다른 곳을 찾습니다.".into()
        },
        advice: |_| {
            "`Arc<…>`, `MutexGuard<…>`, `Box<…>`처럼 감싼 타입이라면 `*`나 `&`로 안의 값에 닿습니다. 함수 선언의 타입은 약속이므로 그대로 두고, 식을 고칩니다.".into()
        },
    },
    Entry {
        id: "indexes_with_another_number",
        codes: &["E0277"],
        fits: |d| d.message.contains("cannot be indexed by"),
        title: "번호는 `usize`입니다",
        means: |_| {
            "리스트의 번호로는 `usize`만 쓸 수 있습니다. 파이썬처럼 `-1`로 끝에서 세지도 않습니다.".into()
        },
        advice: |_| "`numbers[index as usize]`로 바꾸거나, 마지막 원소라면 `numbers.last()`를 씁니다.".into(),
    },
    Entry {
        id: "cannot_turn_the_error",
        codes: &["E0277"],
        fits: |d| d.message.contains("couldn't convert the error") || (d.says("From<") && d.shows("?")),
        title: "`?`가 오류를 바꾸지 못합니다",
        means: |_| {
            "`?`는 오류를 이 함수가 돌려주는 오류 타입으로 바꾸어 넘깁니다. 그 둘 사이를 바꾸는 법(`From`)이 없습니다.".into()
        },
        advice: |_| {
            "그 자리에서 바꿉니다: `.map_err(MyError::Io)?`. 여러 번 바꾼다면 `impl From<io::Error> for MyError`를 한 번 적습니다.".into()
        },
    },
    Entry {
        id: "asks_where_nothing_returns",
        codes: &["E0277"],
        fits: |d| d.message.contains("the `?` operator can only be used"),
        title: "`?`를 쓸 수 없는 함수입니다",
        means: |_| {
            "`?`는 실패하면 함수를 그 자리에서 끝내고 오류를 돌려줍니다. 그러려면 함수나 클로저가 `Result`나 `Option`을 돌려주어야 합니다. 스레드에 넘긴 클로저도 따로 된 함수입니다.".into()
        },
        advice: |_| {
            "함수가 `Result`를 돌려주게 하거나, 선언을 바꿀 수 없다면 `match`, `if let`, `unwrap_or_else`로 그 자리에서 다룹니다.".into()
        },
    },
    Entry {
        id: "goes_through_what_is_no_list",
        codes: &["E0277"],
        fits: |d| d.message.contains("is not an iterator"),
        title: "`for`로 돌 수 없는 값입니다",
        means: |d| format!("`{}` 타입은 원소를 하나씩 꺼내 주지 않습니다.", d.name()),
        advice: |_| {
            "파이썬의 `range(n)`은 `0..n`입니다. 채널이라면 `for job in &receiver`, 가드 너머의 리스트라면 `for item in guard.iter()`로 적습니다.".into()
        },
    },
    Entry {
        id: "prints_what_cannot_be_shown",
        codes: &["E0277"],
        fits: |d| {
            d.message.contains("doesn't implement `Debug`")
                || d.message.contains("doesn't implement `std::fmt::Display`")
        },
        title: "출력하는 방법이 없는 타입입니다",
        means: |d| {
            format!(
                "`{{}}`는 사람이 읽을 모양(`Display`), `{{:?}}`는 디버깅할 때 볼 모양(`Debug`)을 출력합니다. `{}` 타입에는 그것이 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "`{:?}`로 출력하고, 직접 만든 타입이면 위에 `#[derive(Debug)]`를 붙입니다. `unwrap()`도 오류 타입에 `Debug`가 있어야 합니다.".into()
        },
    },
    Entry {
        id: "copies_what_cannot_be_copied",
        codes: &["E0277"],
        fits: |d| {
            d.message.contains(": Clone` is not satisfied") || d.message.contains(": Copy` is not satisfied")
        },
        title: "베낄 수 없는 값입니다",
        means: |d| {
            format!(
                "이 조건을 채우지 못합니다: `{}`. 뮤텍스, 스레드 핸들, 파일 같은 것은 베낄 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "함께 쓸 것이라면 `Arc`로 감쌉니다. `Arc`의 `clone`은 같은 값을 가리키는 주인을 하나 늘립니다."
                .into()
        },
    },
    Entry {
        id: "forgets_to_unwrap",
        codes: &["E0599"],
        fits: |d| d.message.contains("enum `Result") || d.message.contains("enum `Option"),
        title: "값이 아직 `Result`나 `Option` 안에 있습니다",
        means: |d| {
            format!(
                "`{}` 메서드는 안에 든 값의 것입니다. `std`의 `lock()`은 잠근 채로 패닉한 스레드가 있었으면 `Err`를 돌려주므로, 가드는 `Result` 안에 있습니다.",
                d.name()
            )
        },
        advice: |_| {
            "`lock().unwrap()`처럼 먼저 꺼냅니다. 패닉이 난 뒤에도 이어 가야 한다면 `lock().unwrap_or_else(PoisonError::into_inner)`로 꺼냅니다.".into()
        },
    },
    Entry {
        id: "forgets_to_lock",
        codes: &["E0599"],
        fits: |d| d.message.contains("Mutex<") || d.message.contains("RwLock<"),
        title: "잠그지 않고는 안의 값에 닿을 수 없습니다",
        means: |d| {
            format!(
                "`{}` 메서드는 뮤텍스 안에 든 값의 것입니다. Rust의 뮤텍스는 값을 품고 있어서 잠가야 값이 나옵니다.",
                d.name()
            )
        },
        advice: |_| "`std`라면 `lock().unwrap()`, `parking_lot`이라면 `lock()` 뒤에 부릅니다.".into(),
    },
    Entry {
        id: "looks_for_a_method_that_is_not_there",
        codes: &["E0599"],
        fits: |_| true,
        title: "그 타입에는 없는 메서드입니다",
        means: |d| {
            let guard = if d.message.contains("Guard") {
                " 가드가 사라지면 잠금이 풀립니다."
            } else {
                ""
            };
            format!("이 타입에는 `{}` 메서드가 없습니다.{guard}", d.name())
        },
        advice: |d| {
            if d.message.contains("Guard") {
                "풀고 싶은 곳에서 `drop(guard)`를 부르거나, 가드를 블록 `{ }` 안에 둡니다.".into()
            } else {
                "rustc가 `there is a method …`라고 권하면 그 이름이 맞는지 봅니다. 감싼 타입(`Arc`, `Mutex`, `Option`)이라면 안의 값을 먼저 꺼냅니다. `use`로 트레이트를 가져와야 보이는 메서드도 있습니다(`write_all`은 `use std::io::Write;`).".into()
            }
        },
    },
    Entry {
        id: "asks_the_lock_for_a_field",
        codes: &["E0609", "E0610"],
        fits: |_| true,
        title: "그 타입에는 없는 필드입니다",
        means: |d| {
            format!(
                "`{}` 필드는 `{}` 타입에 없습니다. 뮤텍스나 `Option` 안에 든 값의 필드일 수 있습니다.",
                d.quoted(0),
                d.quoted(1)
            )
        },
        advice: |_| "뮤텍스라면 `state.lock().unwrap().ready`처럼 잠근 뒤에 읽습니다.".into(),
    },
    Entry {
        id: "follows_what_points_nowhere",
        codes: &["E0614"],
        fits: |_| true,
        title: "`*`가 필요 없는 값입니다",
        means: |d| format!("`*`는 참조나 가드 너머의 값을 가리킵니다. `{}` 타입은 이미 값입니다.", d.name()),
        advice: |_| "`*`를 뺍니다.".into(),
    },
    Entry {
        id: "compares_what_cannot_be_compared",
        codes: &["E0369"],
        fits: |d| d.message.contains("`==`") || d.message.contains("`!=`"),
        title: "비교하는 방법이 없는 타입입니다",
        means: |d| {
            format!(
                "`{}` 타입에는 `==`가 없습니다. 가드나 참조라면 한쪽만 벗겨졌을 수도 있습니다.",
                d.quoted(1)
            )
        },
        advice: |_| {
            "직접 만든 타입이면 위에 `#[derive(PartialEq)]`를 붙입니다. 가드라면 `*guard == 값`으로, 갈래를 볼 때는 `matches!(state, State::Open)`으로 비교합니다.".into()
        },
    },
    Entry {
        id: "adds_to_the_guard",
        codes: &["E0369"],
        fits: |_| true,
        title: "값이 아니라 감싼 것에 계산합니다",
        means: |d| {
            let whole = d.quoted(1);
            format!("`{whole}` 타입은 숫자가 아니라 숫자를 감싸거나 가리키는 것입니다.")
        },
        advice: |_| {
            "가드나 참조라면 `*guard + 1`처럼 `*`로 값에 닿습니다. `Result`나 `Option`이라면 먼저 꺼냅니다."
                .into()
        },
    },
    Entry {
        id: "raises_the_guard",
        codes: &["E0368", "E0067"],
        fits: |_| true,
        title: "가드가 아니라 그 너머의 값을 바꿉니다",
        means: |d| {
            format!("`{}` 타입에는 이 계산을 할 수 없습니다. 바꿀 값은 그 너머에 있습니다.", d.quoted(1))
        },
        advice: |_| {
            "`*guard += 1;`처럼 앞에 `*`를 붙입니다. 가드를 담은 변수에는 `mut`가 있어야 합니다.".into()
        },
    },
    Entry {
        id: "negates_the_guard",
        codes: &["E0600"],
        fits: |_| true,
        title: "가드가 아니라 그 너머의 값을 묻습니다",
        means: |d| format!("`{}` 타입에는 `{}` 계산이 없습니다.", d.quoted(1), d.quoted(0)),
        advice: |_| "`while !*ready`처럼 `*`로 가드 너머의 값에 닿습니다.".into(),
    },
    Entry {
        id: "leaves_the_type_open",
        codes: &["E0282", "E0283"],
        fits: |_| true,
        title: "타입을 하나로 정할 수 없습니다",
        means: |_| {
            "컴파일러는 쓰임을 보고 타입을 짐작합니다. `collect()`, `Vec::new()`, `None`, `parse()`처럼 여러 타입이 될 수 있는 값은 쓰임만으로 정해지지 않을 때가 있습니다.".into()
        },
        advice: |_| {
            "변수에 타입을 적습니다: `let handles: Vec<_> = ….collect();`. 원소의 타입은 `_`로 두어도 됩니다."
                .into()
        },
    },
    Entry {
        id: "gives_the_wrong_number_of_arguments",
        codes: &["E0061", "E0057"],
        fits: |_| true,
        title: "인수의 개수가 다릅니다",
        means: |_| {
            "Rust의 함수는 적힌 개수만큼 인수를 받습니다. 기본값도, 이름으로 넘기는 인수도 없습니다. 조건 변수의 `wait`는 가드를 받아 잠금을 풀고 잠듭니다.".into()
        },
        advice: |_| {
            "선언에 적힌 차례대로 모두 넘겨줍니다. `std`의 `condvar.wait(guard)`는 가드를 넘겨주고 다시 돌려받습니다.".into()
        },
    },
];
