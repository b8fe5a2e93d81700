//! What a type can do, and what it cannot.

use crate::{Diagnostic, Entry};

/// Whether the field is looked for in what holds another value, and not in a type of the learner's own.
fn within(d: &Diagnostic) -> bool {
    let kinds = ["Mutex<", "RwLock<", "Option<", "Result<", "Arc<", "Guard<"];
    kinds.iter().any(|kind| d.quoted(1).contains(kind))
}

/// A `Result` or an `Option`.
pub(crate) fn wrapped(kind: &str) -> bool {
    kind.starts_with("Result<") || kind.starts_with("Option<")
}

/// Wants to unlock a guard by a method.
fn lets_go(d: &Diagnostic) -> bool {
    d.message.contains("Guard") && ["unlock", "release", "drop", "close", "free"].contains(&d.name())
}

/// A lock itself, also in an `Arc` or behind a reference, and not its guard.
pub(crate) fn lock(kind: &str) -> bool {
    (kind.contains("Mutex<") || kind.contains("RwLock<")) && !kind.contains("Guard<")
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "calls_instead_of_giving",
        codes: &["E0277"],
        fits: |d| d.message.starts_with("expected a `") && d.message.contains("closure, found"),
        title: "클로저가 아니라 부른 결과를 넘깁니다",
        means: |d| {
            format!(
                "여기서는 나중에 부를 클로저를 받는데 `{}` 값을 주었습니다. 인수 자리에 `job(&name)`이라고 적으면 여기서 바로 부르고 그 결과를 넘깁니다. 파이썬의 `Thread(target=job(name))`과 같은 실수입니다.",
                d.quoted(1)
            )
        },
        advice: |_| {
            "`||`를 붙여 클로저로 만듭니다: `thread::spawn(move || job(&name))`. 인수가 없는 함수라면 이름만 적어도 됩니다: `thread::spawn(job)`.".into()
        },
    },
    Entry {
        id: "catches_across_unwinding",
        codes: &["E0277"],
        fits: |d| d.says("UnwindSafe") || d.says("unwind boundary"),
        title: "`catch_unwind`에는 한 번 더 감싸서 넘깁니다",
        means: |_| {
            "패닉이 난 자리에서 값이 바뀌다 만 채일 수 있으므로, `catch_unwind`는 그래도 괜찮다고 적은 클로저만 받습니다. rustc가 권하는 `UnwindSafe` 제한은 여기서는 도움이 되지 않습니다.".into()
        },
        advice: |_| {
            "`std::panic::AssertUnwindSafe`로 감쌉니다: `panic::catch_unwind(AssertUnwindSafe(job))`. 스레드의 패닉만 알면 되는 일이라면 `join()`이 돌려주는 `Err`로도 충분합니다.".into()
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
        id: "gives_an_option_to_the_command",
        codes: &["E0277", "E0271"],
        fits: |d| {
            let name = d.name().trim_start_matches('<').trim_start_matches('&');
            wrapped(name) && (d.message.contains("AsRef<") || d.message.contains("IntoIterator"))
        },
        title: "없을 수도 있는 값은 꺼내서 넘깁니다",
        means: |d| {
            format!(
                "여기서는 값을 바로 받습니다. `{}`에서 `Option`은 값이 없을 수도 있다는 뜻이라, 그대로 넘길 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "있을 때만 부릅니다: `if let Some(cwd) = cwd { command.current_dir(cwd); }`. 파이썬의 `cwd=None`처럼 없으면 부르지 않습니다.".into()
        },
    },
    Entry {
        id: "gives_a_list_for_one_word",
        codes: &["E0277"],
        fits: |d| {
            d.message.contains("AsRef<")
                && (d.name().starts_with('[') || d.name().starts_with("&[") || d.name().starts_with("Vec<"))
        },
        title: "하나를 받는 곳에 리스트를 주었습니다",
        means: |d| {
            format!(
                "이 조건을 채우지 못합니다: `{}`. `Command::new`는 프로그램의 이름 하나를, `arg`는 인수 하나를 받습니다. 파이썬의 `subprocess.run([…])`처럼 리스트를 통째로 받지 않습니다.",
                d.name()
            )
        },
        advice: |_| {
            "첫 원소와 나머지를 나눕니다: `Command::new(args[0])`으로 만들고 `command.args(&args[1..]);`로 더합니다.".into()
        },
    },
    Entry {
        id: "lends_the_pairs",
        codes: &["E0271"],
        fits: |d| d.message.contains("IntoIterator>::Item"),
        title: "쌍을 바라는데 빌린 쌍을 줍니다",
        means: |_| {
            "이 메서드는 원소 하나를 쌍 `(이름, 값)`으로 받습니다. 빌린 리스트를 돌면 원소도 빌린 것(`&(이름, 값)`)이라 맞지 않습니다.".into()
        },
        advice: |_| {
            "원소를 베껴 넘깁니다: `command.envs(env.iter().copied());`. 문자열을 빌린 쌍은 베껴도 문자열은 그대로입니다. `String`의 쌍이라면 `cloned()`를 씁니다.".into()
        },
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
        id: "gives_a_slice_by_value",
        codes: &["E0277"],
        fits: |d| {
            d.name().starts_with('[')
                && (d.says("is not an iterator") || d.says("cannot be known at compilation time"))
        },
        title: "리스트의 조각은 빌려서 넘깁니다",
        means: |_| {
            "`args[1..]`은 길이를 미리 알 수 없는 조각입니다. 파이썬은 조각을 복사하지만, Rust에서는 복사하지 않고 빌려 봅니다.".into()
        },
        advice: |_| "앞에 `&`를 붙입니다: `&args[1..]`.".into(),
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
        id: "compares_a_reference",
        codes: &["E0277"],
        fits: |d| d.message.starts_with("can't compare `&"),
        title: "빌린 것과 값을 견줍니다",
        means: |d| {
            format!(
                "`{}`는 값을 빌린 것이고 `{}`는 값입니다. 조건 변수의 `wait_while`에 건네는 클로저도 값을 빌려서 받습니다.",
                d.quoted(0),
                d.quoted(1)
            )
        },
        advice: |_| "`*`를 붙여 값끼리 견줍니다: `|permits| *permits == 0`.".into(),
    },
    Entry {
        id: "asks_a_box_of_anything",
        codes: &["E0599", "E0277"],
        fits: |d| d.message.contains("dyn Any") && !d.says("between threads safely"),
        title: "무엇이 들었는지 모르는 상자입니다",
        means: |_| {
            "`Box<dyn Any>`에는 어떤 타입이든 들어 있을 수 있어서 글로 바꾸거나 출력하는 방법이 없습니다. 패닉의 값이 그렇게 담겨 옵니다. `{:?}`로 출력하면 `Any { .. }`만 나옵니다.".into()
        },
        advice: |_| {
            "들어 있을 만한 타입으로 하나씩 물어봅니다: `error.downcast_ref::<&str>()`와 `error.downcast_ref::<String>()`. `panic!(\"글\")`은 `&str`을, `panic!(\"{값}\")`은 `String`을 담습니다.".into()
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
        advice: |d| {
            if ["Path", "PathBuf"].contains(&d.name()) {
                return "경로에는 보여 주는 메서드가 있습니다: `path.display()`.".into();
            }
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
        id: "takes_the_value_out_of_the_lock",
        codes: &["E0599"],
        fits: |d| {
            d.place().is_some_and(|span| span.source.iter().any(|line| line.contains(".take()")))
                && ["Mutex<", "RwLock<", "Guard<"].iter().any(|kind| d.message.contains(kind))
        },
        title: "`take()`는 `Option`의 메서드입니다",
        means: |_| {
            "값을 꺼내고 빈자리를 남기는 `take()`는 `Option`에 있습니다. 뮤텍스와 가드, 리스트와 맵에는 없습니다.".into()
        },
        advice: |_| {
            "스레드가 모두 끝났다면 뮤텍스를 열어 꺼냅니다: `counts.into_inner().unwrap()`(`parking_lot`이라면 `unwrap()` 없이). 잠근 채로 꺼내고 빈 것을 남기려면 `std::mem::take(&mut *guard)`를 씁니다.".into()
        },
    },
    Entry {
        id: "forgets_to_lock",
        codes: &["E0599"],
        fits: |d| d.message.contains("Mutex<") || d.message.contains("RwLock<"),
        title: "잠그지 않고는 안의 값에 닿을 수 없습니다",
        means: |d| {
            if d.name().starts_with("try_lock") {
                return format!(
                    "`std`의 `Mutex`에는 `{}` 메서드가 없습니다. 한도까지 기다려 잠그는 것은 `parking_lot`의 `Mutex`입니다.",
                    d.name()
                );
            }
            format!(
                "`{}` 메서드는 뮤텍스 안에 든 값의 것입니다. Rust의 뮤텍스는 값을 품고 있어서 잠가야 값이 나옵니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.name().starts_with("try_lock") {
                return "`use parking_lot::Mutex;`로 바꿉니다. `try_lock_for(limit)`은 `Option`을, `lock()`은 가드를 바로 돌려줍니다.".into();
            }
            "`std`라면 `lock().unwrap()`, `parking_lot`이라면 `lock()` 뒤에 부릅니다.".into()
        },
    },
    Entry {
        id: "forgets_the_trait",
        codes: &["E0599"],
        fits: |d| d.says("trait is in scope") || d.says("is implemented but not in scope"),
        title: "`use`로 가져와야 보이는 메서드입니다",
        means: |d| {
            format!(
                "`{}` 메서드는 트레이트의 것이라, 그 트레이트를 이 파일로 가져와야 부를 수 있습니다.",
                d.name()
            )
        },
        advice: |_| {
            "rustc가 `+`로 권하는 `use …;` 줄을 파일 위쪽에 적습니다. `write_all`이라면 `use std::io::Write;`입니다.".into()
        },
    },
    Entry {
        id: "asks_a_function_for_a_method",
        codes: &["E0599"],
        fits: |d| d.message.contains("for fn item"),
        title: "값이 아니라 함수의 이름입니다",
        means: |d| {
            let function = d.message.rsplit('{').next().and_then(|rest| rest.split(['}', ':']).next());
            format!(
                "여기서 `{}`는 변수가 아니라 함수입니다. 함수를 부르지 않았거나, 같은 이름의 변수를 블록 `{{ }}` 안에서 만들어 여기서는 보이지 않습니다.",
                function.unwrap_or("…")
            )
        },
        advice: |_| {
            "함수라면 괄호를 붙여 부릅니다: `stdout().flush()`. 변수라면 블록의 값으로 받습니다: `let mut command = if shell { … } else { … };`.".into()
        },
    },
    Entry {
        id: "looks_for_a_method_that_is_not_there",
        codes: &["E0599"],
        fits: |_| true,
        title: "그 타입에는 없는 메서드입니다",
        means: |d| {
            let guard = if lets_go(d) { " 가드가 사라지면 잠금이 풀립니다." } else { "" };
            format!("이 타입에는 `{}` 메서드가 없습니다.{guard}", d.name())
        },
        advice: |d| {
            if lets_go(d) {
                "풀고 싶은 곳에서 `drop(guard)`를 부르거나, 가드를 블록 `{ }` 안에 둡니다.".into()
            } else {
                "rustc가 `there is a method …`라고 권하면 그 이름이 맞는지 봅니다. 감싼 타입(`Arc`, `Mutex`, `Option`)이라면 안의 값을 먼저 꺼냅니다.".into()
            }
        },
    },
    Entry {
        id: "forgets_to_declare_the_field",
        codes: &["E0609"],
        fits: |d| d.says("available field") && !within(d),
        title: "선언하지 않은 필드입니다",
        means: |d| {
            format!(
                "`{}` 필드는 여기의 구조체에 선언되어 있지 않습니다. 파이썬의 `self.x = …`처럼 쓰면서 만들 수 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.says("`state`") {
                return format!(
                    "뮤텍스에 든 `State`의 필드라면 가드로 닿습니다: `self.state.lock().unwrap().{0}`, 이미 잠갔다면 `state.{0}`. 어디에도 없는 필드라면 `State`에 `이름: 타입,`으로 더하고 `new`에서 처음 값을 적습니다.",
                    d.name()
                );
            }
            "구조체의 `{ }` 안에 `이름: 타입,`으로 더하고, 만드는 곳(`new`)에서 처음 값을 적습니다. 이름을 잘못 적었다면 rustc가 알려 주는 필드에서 고릅니다.".into()
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
        advice: |d| {
            if d.says("one of the expressions' fields") {
                return "그 필드는 다른 필드 안에 있습니다. rustc가 `+`로 권하는 대로 그 앞의 이름까지 적습니다.".into();
            }
            "뮤텍스라면 `state.lock().unwrap().ready`처럼 잠근 뒤에 읽습니다.".into()
        },
    },
    Entry {
        id: "follows_what_points_nowhere",
        codes: &["E0614"],
        fits: |_| true,
        title: "`*`를 붙일 수 없는 값입니다",
        means: |d| {
            format!("`*`는 참조나 가드 너머의 값을 가리킵니다. `{}` 타입은 그런 것이 아닙니다.", d.name())
        },
        advice: |d| {
            if wrapped(d.name()) {
                "`Result`나 `Option`에서 먼저 꺼냅니다: `unwrap()`이나 `?`, `if let`.".into()
            } else {
                "이미 값이므로 `*`를 뺍니다.".into()
            }
        },
    },
    Entry {
        id: "calculates_with_the_lock",
        codes: &["E0368", "E0369"],
        fits: |d| lock(d.quoted(1)),
        title: "잠그지 않고 뮤텍스에 계산합니다",
        means: |d| {
            format!(
                "`{}` 타입은 값을 품고 있을 뿐 값이 아닙니다. 잠가서 얻은 가드로 값에 닿습니다.",
                d.quoted(1)
            )
        },
        advice: |_| {
            "잠근 다음 `*`로 값에 닿습니다: `*total.lock().unwrap() += 1;`. `parking_lot`이라면 `unwrap()` 없이 `*total.lock() += 1;`입니다.".into()
        },
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
            "번호처럼 가려 주는 필드가 있으면 그것을 비교합니다: `from.number == to.number`. 가드라면 `*guard == 값`으로, 갈래를 볼 때는 `matches!(state, State::Open)`으로 비교합니다. `#[derive(PartialEq)]`는 모든 필드를 비교할 수 있을 때만 붙고, 뮤텍스를 품은 타입에는 붙지 않습니다.".into()
        },
    },
    Entry {
        id: "adds_to_the_guard",
        codes: &["E0369"],
        fits: |_| true,
        title: "값이 아니라 감싼 것에 계산합니다",
        means: |d| {
            let plain = |side: &str| side.starts_with('{') || crate::types::NUMBERS.contains(&side);
            let whole = if plain(d.quoted(1)) { d.quoted(0) } else { d.quoted(1) };
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
];
