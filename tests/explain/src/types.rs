//! What is wanted, and what was given.

use crate::conversions::nearly;
use crate::threads::waits;
use crate::{Diagnostic, Entry};

/// What stands below the place. Where several arguments are wrong, the first that is: the place itself is the function.
fn label(d: &Diagnostic) -> Option<&str> {
    let place = d.place()?;
    if d.message.starts_with("arguments to this") {
        let wrong = d.spans.iter().map(|span| span.label.as_str()).find(|label| label.contains(", found "));
        return wrong.or(Some(&place.label));
    }
    Some(&place.label)
}

/// What is wanted and what was given: "expected `u64`, found `()`".
pub(crate) fn sides(d: &Diagnostic) -> Option<(&str, &str)> {
    let (wanted, found) = label(d)?.split_once(", found ")?;
    Some((wanted.trim_start_matches("expected ").trim_matches('`'), found.trim_matches('`')))
}

/// What was given is a reference to what is wanted.
fn lent(d: &Diagnostic) -> bool {
    sides(d)
        .is_some_and(|(wanted, found)| found.trim_start_matches("&mut ").trim_start_matches('&') == wanted)
}

/// A `Result` or an `Option`, or a reference to one.
pub(crate) fn wrapped(side: &str) -> bool {
    let side = side.trim_start_matches('&').trim_start_matches("mut ");
    side.starts_with("Result<") || side.starts_with("Option<")
}

/// The label of the first place begins so: "expected `u64`, found `()`".
pub(crate) fn label_says(d: &Diagnostic, words: &str) -> bool {
    label(d).is_some_and(|label| label.contains(words))
}

/// The type stands there as it is written in Rust, and is not described: "type parameter `T`".
fn written(kind: &str) -> bool {
    !kind.contains('`') && (!kind.contains(' ') || kind.contains('<') || kind.starts_with(['&', '(', '[']))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "forgets_the_value",
        codes: &["E0308"],
        fits: |d| label_says(d, "found `()`") && !d.says("compare for equality"),
        title: "돌려줄 값이 없습니다",
        means: |_| {
            "함수나 블록의 값은 마지막 식입니다. 마지막 줄이 `;`으로 끝나거나 `for`로 끝나면 돌려주는 값이 없습니다(`()`).".into()
        },
        advice: |d| {
            if ["+=", "-=", "*="].iter().any(|sign| d.marked().contains(sign)) {
                return "`+=`와 `-=`에는 값이 없습니다. 먼저 바꾸는 줄을 적고, 다음 줄에 돌려줄 값을 적습니다: `if *permits > 0 { *permits -= 1; true } else { false }`.".into();
            }
            if d.marked().starts_with("print") {
                return "`println!`은 출력할 뿐 값이 없습니다. 끝에 `;`을 붙이고, 돌려줄 값을 다음 줄에 `;` 없이 적습니다.".into();
            }
            if d.says("in-place") || d.marked().ends_with(".clear()") {
                return "`clear`, `sort`, `push`처럼 제자리에서 바꾸는 메서드는 돌려주는 값이 없으므로, 부르는 줄과 쓰는 줄을 나눕니다. 꺼내고 빈 것을 남길 때는 `std::mem::take(&mut items)`입니다.".into();
            }
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
        id: "gives_a_kind_for_an_error",
        codes: &["E0308"],
        fits: |d| sides(d).is_some_and(|(wanted, found)| (wanted, found) == ("Error", "ErrorKind")),
        title: "오류의 종류는 오류가 아닙니다",
        means: |_| "`ErrorKind`는 오류의 갈래를 나타낼 뿐이고, 돌려줄 것은 `io::Error`입니다.".into(),
        advice: |d| {
            if d.says("this expression has type `Result<") {
                return "갈래에서는 조건으로 봅니다: `Err(error) if error.kind() == ErrorKind::BrokenPipe => {}`.".into();
            }
            "`ErrorKind::InvalidInput.into()`로 바꿉니다. 말을 붙이려면 `io::Error::new(ErrorKind::InvalidInput, \"…\")`로 만듭니다.".into()
        },
    },
    Entry {
        id: "keeps_the_loan_of_a_builder",
        codes: &["E0308"],
        fits: |d| {
            lent(d) && label_says(d, "&mut ") && sides(d).is_some_and(|(wanted, _)| wanted == "Command")
        },
        title: "메서드가 빌린 것을 돌려주었습니다",
        means: |_| {
            "`Command::new(…).args(…)`처럼 이어 쓴 마지막 메서드는 값이 아니라 그 값을 빌린 것(`&mut`)을 돌려줍니다. 값의 주인은 그 줄이 끝나면 사라집니다.".into()
        },
        advice: |_| {
            "주인을 먼저 변수에 담습니다: `let mut command = Command::new(program);`. 다음 줄에서 `command.args(…);`를 부르고, `command`를 넘겨줍니다.".into()
        },
    },
    Entry {
        id: "gives_a_reference_for_a_value",
        codes: &["E0308"],
        fits: lent,
        title: "값을 바라는데 빌린 것을 주었습니다",
        means: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            format!(
                "여기서는 값(`{wanted}`)을 받는데 빌린 것(`{found}`)을 주었습니다. 리스트를 빌려 도는 반복문이나 `get()`은 원소를 빌려 줍니다."
            )
        },
        advice: |_| {
            "숫자처럼 작은 값은 `*item`으로 꺼내고, `String`이나 리스트는 `item.clone()`으로 제 것을 만듭니다.".into()
        },
    },
    Entry {
        id: "lists_what_is_borrowed",
        codes: &["E0308"],
        fits: |d| {
            sides(d).is_some_and(|(wanted, found)| {
                wanted == "Vec<String>" && (found.contains("&str") || found.contains("&String"))
            })
        },
        title: "빌린 문자열의 리스트입니다",
        means: |_| {
            "`Vec<&str>`나 `&[&str]`의 원소는 빌린 문자열이고, `Vec<String>`의 원소는 제 것입니다. 리스트를 복사해도(`to_vec()`) 원소는 빌린 그대로입니다.".into()
        },
        advice: |_| {
            "원소마다 바꿉니다: `words.iter().map(|word| word.to_string()).collect()`. 하나씩 담는다면 담을 때 바꿉니다: `names.push(name.clone());`.".into()
        },
    },
    Entry {
        id: "takes_a_literal_for_a_string",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `String`, found `&"),
        title: "빌린 문자열은 `String`이 아닙니다",
        means: |_| {
            "따옴표로 적은 문자열과 `&str`은 다른 곳에 있는 문자열을 빌려 본 것이고, `String`은 제 것을 가진 문자열입니다.".into()
        },
        advice: |d| {
            if d.says("this expression has type `String`") {
                return "갈래에서 견줄 때는 나눌 값을 빌린 문자열로 바꿉니다: `match name.as_str() { \"utf8\" => …`.".into();
            }
            "`name.to_string()`이나 `format!(…)`으로 `String`을 만듭니다. `\"main\".to_string()`도 같습니다."
                .into()
        },
    },
    Entry {
        id: "gives_the_shared_for_its_value",
        codes: &["E0308"],
        fits: |d| {
            sides(d).is_some_and(|(wanted, found)| {
                found.starts_with("Arc<") && !wanted.contains("Arc<") && !wanted.starts_with('&')
            })
        },
        title: "`Arc`에 든 값은 꺼내 갈 수 없습니다",
        means: |_| {
            "`Arc`의 값은 주인이 여럿이라 한쪽이 가져갈 수 없습니다. `*`를 붙여도 꺼내지지 않습니다. 읽기만 할 수 있으므로 `Arc`에 든 리스트에는 담을 수도 없습니다.".into()
        },
        advice: |_| {
            "스레드의 결과를 모으는 것이라면 `Arc` 없이, 클로저가 돌려준 값을 `join().unwrap()`으로 받아 담습니다. 함께 바꾸는 값이라면 `Arc<Mutex<…>>`에 두고, 스레드가 모두 끝난 뒤 `std::mem::take(&mut *guard)`로 꺼냅니다. 읽던 것의 사본이면 되는 곳에는 `(*shared).clone()`을 씁니다.".into()
        },
    },
    Entry {
        id: "borrows_a_string_of_its_own",
        codes: &["E0308"],
        fits: |d| label_says(d, "expected `&") && d.says("borrowing here"),
        title: "빌린 값을 바라는 곳입니다",
        means: |_| {
            "여기서는 값이 아니라 참조(`&`)를 받습니다. 빌려 주면 넘겨준 뒤에도 쓸 수 있습니다.".into()
        },
        advice: |d| {
            let one = d.place().is_some_and(|span| span.source.len() == 1);
            let given = if one && d.marked().len() < 40 { d.marked() } else { "값" };
            if label_says(d, "expected `&mut ") {
                return format!(
                    "바꿀 수 있게 빌려 줍니다: `&mut {given}`. 변수라면 `mut`로 선언되어 있어야 합니다."
                );
            }
            format!("앞에 `&`를 붙여 빌려 줍니다: `&{given}`.")
        },
    },
    Entry {
        id: "gives_another_type",
        codes: &["E0308"],
        fits: |_| true,
        title: "바라는 타입과 다릅니다",
        means: |d| {
            match sides(d) {
            Some((wanted, found)) if written(wanted) && written(found) => {
                format!("여기서 바라는 타입은 `{wanted}`인데 적은 값의 타입은 `{found}`입니다.")
            }
            _ => "`expected`가 여기서 바라는 타입이고 `found`가 지금 있는 타입입니다. 두 줄에서 다른 곳을 찾습니다.".into(),
        }
        },
        advice: |d| {
            let (wanted, found) = sides(d).unwrap_or_default();
            if let Some(advice) = nearly(d, wanted, found) {
                return advice.into();
            }
            "`found`가 `MutexGuard<…>`나 `Box<…>`처럼 감싼 타입이라면 `*`나 `&`로 안의 값에 닿습니다. 함수 선언의 타입은 약속이므로 그대로 두고, 식을 고칩니다.".into()
        },
    },
    Entry {
        id: "throws_the_error_away",
        codes: &["E0282"],
        fits: |d| {
            let thrown = d
                .place()
                .and_then(|span| span.source.first())
                .is_some_and(|line| line.trim_end().ends_with(';'));
            ["Err", "Ok"].contains(&d.marked())
                && d.place().is_some_and(|span| span.before.trim().is_empty())
                && thrown
        },
        title: "`Err`를 만들고 버립니다",
        means: |_| {
            "`Err(…)`는 값일 뿐이라 파이썬의 `raise`처럼 함수를 끝내지 않습니다. `;`으로 끝난 식의 값은 버려집니다.".into()
        },
        advice: |_| "여기서 끝내고 돌려주려면 `return`을 적습니다: `return Err(오류);`.".into(),
    },
    Entry {
        id: "leaves_the_error_open",
        codes: &["E0282", "E0283"],
        fits: |d| d.message.contains("Result<") || d.says("declared on the enum `Result`"),
        title: "클로저가 어떤 오류를 돌려주는지 정할 수 없습니다",
        means: |_| {
            "`?`는 오류를 다른 오류로 바꾸어 넘길 수 있어서, `?`와 `Ok(())`만으로는 클로저의 오류 타입이 하나로 정해지지 않습니다.".into()
        },
        advice: |_| {
            "클로저에 돌려주는 타입을 적습니다: `move || -> io::Result<()> { … }`. 타입을 적은 클로저에는 중괄호가 있어야 합니다.".into()
        },
    },
    Entry {
        id: "leaves_the_type_open",
        codes: &["E0282", "E0283"],
        fits: |_| true,
        title: "타입을 하나로 정할 수 없습니다",
        means: |_| {
            "컴파일러는 쓰임을 보고 타입을 짐작합니다. `collect()`, `Vec::new()`, `None`, `parse()`처럼 여러 타입이 될 수 있는 값은 쓰임만으로 정해지지 않을 때가 있습니다.".into()
        },
        advice: |d| {
            if waits(d) && d.shows("(&") {
                return "가드를 `&`로 빌려 주지 않고 넘겨주면 타입이 정해집니다: `condvar.wait_while(state, |state| state.unfinished > 0)`. `parking_lot`이라면 `&mut state`입니다.".into();
            }
            "변수에 타입을 적습니다: `let handles: Vec<_> = ….collect();`. 원소의 타입은 `_`로 두어도 됩니다."
                .into()
        },
    },
    Entry {
        id: "collects_into_a_slice",
        codes: &["E0277"],
        fits: |d| d.message.contains("cannot be built"),
        title: "모아서 담을 수 없는 타입입니다",
        means: |_| "빌린 조각(`&[u64]`)은 다른 리스트를 가리킬 뿐이라 새로 모은 것을 담지 못합니다.".into(),
        advice: |_| {
            "리스트에 모은 다음 빌려 줍니다: `let results: Vec<u64> = ….collect();`. 모두 더하려던 것이라면 `collect()` 자리에 `sum()`을 적습니다.".into()
        },
    },
];
