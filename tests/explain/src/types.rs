//! What is wanted, and what was given.

use crate::conversions::nearly;
use crate::threads::waits;
use crate::{Diagnostic, Entry};

pub(crate) const NUMBERS: [&str; 12] =
    ["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f64", "i128"];

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

/// The mismatch is between two types of numbers.
pub(crate) fn between_numbers(d: &Diagnostic) -> bool {
    sides(d).is_some_and(|(wanted, found)| [wanted, found].iter().all(|side| NUMBERS.contains(side)))
}

/// A number of another type stands behind a time and `*`.
fn multiplies_a_time(d: &Diagnostic) -> bool {
    let times = ["interval", "duration", "limit", "timeout", "delay", "pause", "tick", "second", "time", ")"];
    let before = d.place().map(|span| span.before.trim_end().to_lowercase()).unwrap_or_default();
    let factor = before.strip_suffix('*').map(str::trim_end);
    sides(d).is_some_and(|(wanted, _)| wanted == "u32")
        && factor.is_some_and(|factor| times.iter().any(|time| factor.ends_with(time)))
}

/// What was given is a reference to what is wanted.
fn lent(d: &Diagnostic) -> bool {
    sides(d)
        .is_some_and(|(wanted, found)| found.trim_start_matches("&mut ").trim_start_matches('&') == wanted)
}

/// The mismatch is between two guards, or references to them.
fn guards(d: &Diagnostic) -> Option<(&str, &str)> {
    let guard = |side: &str| side.trim_start_matches("&mut ").starts_with("MutexGuard<");
    sides(d).filter(|(wanted, found)| guard(wanted) && guard(found))
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

/// What to give to the function that is called, by its name and by what is missing or too much.
fn arguments(d: &Diagnostic) -> &'static str {
    let limit = d.says("unexpected argument of type `Duration`");
    if d.says("`std::sync::atomic::Ordering` is missing") {
        return "원자적 타입의 메서드는 마지막 인수로 순서를 받습니다: `total.fetch_add(1, Ordering::SeqCst)`, `total.load(Ordering::SeqCst)`. 파일 위쪽에 `use std::sync::atomic::Ordering;`을 적습니다.";
    }
    match d.marked() {
        "wait" if d.says("unexpected argument of type") && d.says("MutexGuard<") => {
            "이 `wait`는 조건 변수의 것이 아니고 인수를 받지 않습니다. 가드를 쥔 채 기다리면 아무도 바꾸지 못하므로, 가드를 먼저 놓고(`drop(guard)`) `wait()`라고 부릅니다."
        }
        "wait" | "wait_while" if d.says("&mut ") && d.says("MutexGuard<") => {
            "`parking_lot`의 조건 변수는 가드를 빌려서 잠금을 풀고 잠듭니다: `condvar.wait(&mut guard);`."
        }
        "wait" | "wait_while" if d.says("MutexGuard<") => {
            "`std`의 조건 변수는 가드를 넘겨받아 잠금을 풀고 잠들었다가 돌려줍니다: `guard = condvar.wait(guard).unwrap();`."
        }
        "wait" if limit => {
            "`Child`의 `wait`에는 한도가 없고, 한도를 지우면 언제까지나 기다립니다. 이 과정의 `wait_for_end`로 기다립니다(단계 파일의 위쪽에 쓰는 법이 있습니다). 한도를 받지 않는 것이라면 다른 스레드에서 부르고 채널의 `recv_timeout(limit)`으로 기다립니다."
        }
        "join" if limit => {
            "`join`에는 한도가 없고, 한도를 지우면 언제까지나 기다립니다. 스레드가 채널로 끝을 알리게 하고 `recv_timeout(limit)`으로 기다립니다."
        }
        "recv" if limit => "한도까지 기다리는 것은 `recv_timeout(limit)`입니다.",
        "lock" if limit => {
            "`lock`에는 한도가 없습니다. `parking_lot::Mutex`의 `try_lock_for(limit)`이 한도까지 기다리고, 얻지 못하면 `None`을 돌려줍니다."
        }
        "lock" | "lock_shared" if d.says("unexpected argument of type `{closure") => {
            "파이썬의 `with`처럼 할 일을 넘기지 않습니다. `lock`을 부르고(파일이라면 `file.lock()?;`, 뮤텍스라면 `let guard = lock.lock().unwrap();`) 할 일을 다음 줄부터 적습니다."
        }
        "send" | "push" | "push_back" => {
            "값을 하나만 받습니다. 둘을 함께 담으려면 튜플로 묶습니다: `sender.send((site, answer))`. rustc의 제안대로 하나를 지우지 않습니다."
        }
        "File::open" | "File::create" => {
            "파이썬의 `open(path, \"r+\")`처럼 방식을 넘기지 않고 함수로 고릅니다. 읽기는 `File::open(path)?`, 새로 쓰기는 `File::create(path)?`, 읽고 쓰기는 `File::options().read(true).write(true).open(path)?`입니다."
        }
        "Condvar::new" => {
            "조건 변수는 잠금을 품지 않으므로 `Condvar::new()`로 만들어 잠금과 나란히 둡니다. 기다릴 때 가드를 건넵니다: `guard = condvar.wait(guard).unwrap();`(`parking_lot`이라면 `condvar.wait(&mut guard);`)."
        }
        "wait_for" => {
            "`parking_lot`의 `wait_for`는 한도까지 기다립니다: `condvar.wait_for(&mut guard, limit);`. 파이썬의 `wait_for(조건)`은 `wait_while`이고 조건이 거꾸로입니다: `condvar.wait_while(&mut guard, |number| *number == 0);`."
        }
        "read_to_end" | "read_to_string" | "read_line" => {
            "읽은 것을 돌려주지 않고 건넨 곳에 담습니다: `let mut bytes = Vec::new();`와 `from.read_to_end(&mut bytes)?;`. 문자열이라면 `String::new()`와 `read_to_string`이고, 돌려주는 것은 읽은 바이트의 수입니다."
        }
        "read" => {
            "`read`는 건넨 버퍼에 한 번 읽은 만큼만 담습니다. 끝까지 읽으려면 `let mut bytes = Vec::new();`와 `from.read_to_end(&mut bytes)?;`입니다."
        }
        "get" if d.says("unexpected argument #2") => {
            "없을 때의 값은 `get`이 받지 않습니다: `map.get(key).copied().unwrap_or(0)`. 세는 것이라면 `*map.entry(key).or_insert(0) += 1;`입니다. rustc의 제안대로 하나를 지우지 않습니다."
        }
        "thread::spawn" | "spawn" => {
            "인수를 따로 넘기는 자리(`args=`)가 없습니다. 클로저가 쓰는 값을 가져갑니다: `thread::spawn(move || job(&name))`."
        }
        "channel" | "mpsc::channel" => {
            "`mpsc::channel()`에는 한도가 없습니다. 한도를 두려면 `mpsc::sync_channel(size)`이고, crossbeam이라면 `channel::bounded(size)`입니다. rustc의 제안대로 지우면 한도가 사라집니다."
        }
        "fork_child" => {
            "자식이 할 일을 클로저로 건넵니다: `fork_child(|| { …; 0 })?`. 파이썬의 `os.fork()`처럼 돌아온 값이 0인지로 나누지 않습니다. 클로저의 값이 자식의 반환 코드입니다."
        }
        _ => "선언에 적힌 차례대로 모두 넘겨줍니다. 선언은 rustc가 `defined here`로 보여 줍니다.",
    }
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "mixes_two_libraries",
        codes: &["E0308"],
        fits: |d| {
            guards(d).is_some_and(|(wanted, found)| wanted.contains("RawMutex") != found.contains("RawMutex"))
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
        id: "waits_as_with_std",
        codes: &["E0308"],
        fits: |d| {
            guards(d).is_some_and(|(wanted, found)| wanted.starts_with("&mut ") && !found.starts_with('&'))
                || sides(d).is_some_and(|(wanted, found)| wanted.starts_with("MutexGuard<") && found == "()")
        },
        title: "`parking_lot`의 `wait`는 가드를 빌려서 받습니다",
        means: |_| {
            "`parking_lot`의 `wait`는 가드를 `&mut`로 빌려서 받고, 잠들었다 깨어나 다시 잠근 가드를 그 자리에 그대로 둡니다. 돌려주는 것은 없습니다(`()`). 가드를 넘겨주고 돌려받는 것은 `std`의 쓰는 법입니다.".into()
        },
        advice: |_| "`condvar.wait(&mut guard);`로 적습니다. 앞에 `guard = `를 붙이지 않습니다.".into(),
    },
    Entry {
        id: "waits_as_with_parking_lot",
        codes: &["E0308"],
        fits: |d| {
            guards(d).is_some_and(|(wanted, found)| found.starts_with("&mut ") && !wanted.starts_with('&'))
        },
        title: "`std`의 `wait`는 가드를 넘겨받고 돌려줍니다",
        means: |_| {
            "`std`의 조건 변수는 가드를 가져가 잠금을 풀고 잠들었다가, 다시 잠근 가드를 돌려줍니다. `&mut guard`로 빌려 주는 것은 `parking_lot`의 쓰는 법입니다.".into()
        },
        advice: |_| {
            "가드를 그대로 넘겨주고 돌려받습니다: `guard = condvar.wait(guard).unwrap();`. `wait_while`과 `wait_timeout`도 가드를 넘겨받습니다.".into()
        },
    },
    Entry {
        id: "gives_the_value_for_the_guard",
        codes: &["E0308"],
        fits: |d| {
            let guard = |side: &str| side.trim_start_matches("&mut ").starts_with("MutexGuard<");
            sides(d)
                .is_some_and(|(wanted, found)| guard(wanted) && !found.contains("Guard<") && !wrapped(found))
        },
        title: "가드를 바라는데 안의 값을 주었습니다",
        means: |_| {
            "조건 변수는 가드를 받아야 그 뮤텍스를 풀고 잠들 수 있습니다. `*guard`나 `guard.clone()`은 가드가 아니라 안의 값입니다.".into()
        },
        advice: |_| {
            "`std`라면 가드를 그대로 넘겨주고 돌려받습니다: `guard = condvar.wait(guard).unwrap();`. `parking_lot`이라면 `condvar.wait(&mut guard);`입니다.".into()
        },
    },
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
        id: "gives_the_lock_for_its_value",
        codes: &["E0308"],
        fits: |d| {
            let lock = |side: &str| side.starts_with("Mutex<") || side.starts_with("RwLock<");
            sides(d).is_some_and(|(wanted, found)| lock(found) && wanted.trim_start_matches('&') != found)
        },
        title: "값이 아니라 잠금을 주었습니다",
        means: |_| "뮤텍스는 값을 품고 있을 뿐 값이 아닙니다. 잠가서 얻은 가드가 값에 닿게 해 줍니다.".into(),
        advice: |_| {
            "먼저 잠가서 가드를 변수에 담고(`let mut guard = …`), 바꾸게 하려면 `&mut guard`를, 읽기만 하려면 `&guard`를 넘겨줍니다.".into()
        },
    },
    Entry {
        id: "gives_a_number_for_a_process",
        codes: &["E0308"],
        fits: |d| sides(d).is_some_and(|(wanted, _)| wanted == "Pid"),
        title: "숫자가 아니라 `Pid`를 받습니다",
        means: |_| {
            "신호를 보내는 함수는 아무 숫자나 받지 않습니다. 0이나 음수는 다른 뜻이 되어 엉뚱한 프로세스에 신호가 가므로, `Pid`라는 타입으로 막아 둡니다.".into()
        },
        advice: |_| {
            "`Child`가 있으면 `Pid::from_child(child)`, 숫자만 있으면 `Pid::from_raw(id as i32)`로 만듭니다. 뒤의 것은 `Option`입니다.".into()
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
        id: "gives_the_result_for_a_code",
        codes: &["E0308"],
        fits: |d| between_numbers(d) && d.shows("fork_child"),
        title: "클로저의 값은 결과가 아니라 반환 코드입니다",
        means: |_| {
            "`fork_child`에 넘긴 클로저의 값은 자식의 반환 코드이고 `i32`입니다. 부모에게는 0부터 255까지만 전해지므로 결과를 담을 수 없습니다.".into()
        },
        advice: |_| {
            "rustc가 권하는 변환으로 고치지 않습니다. 클로저는 0을 돌려주고, 결과는 파이프에 씁니다: `let (from, mut to) = io::pipe()?;`, 클로저 안에서 `to.write_all(&result.to_le_bytes())`. 한 바이트로 넉넉한 값이면 `i32::from(값)`입니다.".into()
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
        advice: |d| {
            if multiplies_a_time(d) {
                return "`Duration`에는 `u32`만 곱합니다. 곱하는 수를 바꿉니다: `interval * beats as u32`. rustc가 시간을 `u64`로 바꾸라고 권해도 시간은 그렇게 바뀌지 않습니다.".into();
            }
            "한쪽을 바꿉니다: `index as u64`. 값이 들어가지 않을 수 있으면 `u32::try_from(n)`을 씁니다."
                .into()
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
        advice: |_| {
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
    Entry {
        id: "casts_what_is_no_number",
        codes: &["E0605", "E0606"],
        fits: |_| true,
        title: "`as`로 바꿀 수 없는 값입니다",
        means: |d| format!("`as`는 숫자끼리 바꿉니다. `{}` 타입은 숫자가 아닙니다.", d.name()),
        advice: |d| {
            if wrapped(d.name()) {
                "먼저 값을 꺼냅니다: `match status.code() { Some(code) => code as u8, None => … }`. 없을 수 없는 값이라면 `unwrap()`한 다음에 바꿉니다.".into()
            } else {
                "참조라면 `*`를 붙이고, 문자열이라면 `parse()`로 읽습니다. 다른 타입은 `From`이나 `TryFrom`이 있으면 `into()`, `try_into()`로 바꿉니다.".into()
            }
        },
    },
    Entry {
        id: "gives_the_wrong_number_of_arguments",
        codes: &["E0061", "E0057"],
        fits: |_| true,
        title: "인수의 개수가 다릅니다",
        means: |_| {
            "Rust의 함수는 적힌 개수만큼 인수를 받고, 기본값도 이름으로 넘기는 인수도 없습니다.".into()
        },
        advice: |d| arguments(d).into(),
    },
    Entry {
        id: "takes_nothing_in_the_closure",
        codes: &["E0593"],
        fits: |_| true,
        title: "클로저가 받는 것이 다릅니다",
        means: |_| {
            "넘겨준 클로저나 함수는 부르는 쪽이 건네는 것을 빠짐없이, 그것만 받아야 합니다. 조건 변수의 `wait_while`은 잠근 값을 빌려서 건네고, `spawn`은 아무것도 건네지 않습니다.".into()
        },
        advice: |d| {
            if waits(d) {
                "건네받은 값을 봅니다: `condvar.wait_while(permits, |permits| *permits == 0)`. `|_|`로 받고 밖의 가드를 보면 가드를 이미 넘겨준 뒤라 다시 거절됩니다.".into()
            } else if d.message.contains("expected to take 0") {
                "인수를 넘길 때는 클로저가 쓰는 값을 가져가게 합니다: `thread::spawn(move || job(&name))`."
                    .into()
            } else {
                "받은 것을 쓰지 않는다면 `|_| …`로 적습니다.".into()
            }
        },
    },
];
