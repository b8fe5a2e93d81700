//! What a type lacks for what is done with it: a trait that rustc names.

use crate::methods::wrapped;
use crate::{Diagnostic, Entry};

/// The slice is a type that is written, and no value.
fn in_a_declaration(d: &Diagnostic) -> bool {
    d.marked().starts_with('[') && d.place().is_some_and(|span| span.before.trim_end().ends_with(':'))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "calls_instead_of_giving",
        codes: &["E0277"],
        fits: |d| {
            d.message.starts_with("expected a `")
                && d.message.contains("closure, found")
                && !d.quoted(1).starts_with("dyn ")
        },
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
        advice: |d| {
            if d.says("PoisonError<") {
                return "`lock()`과 `wait()`의 오류는 다른 스레드가 잠근 채로 패닉했다는 뜻이라 부른 쪽에 넘기지 않습니다. `lock().unwrap()`으로 꺼냅니다.".into();
            }
            if d.quoted(1) == "std::io::Error" {
                return "그 자리에서 `io::Error`로 바꿉니다. 읽은 것이 틀렸다면 `.map_err(|_| io::ErrorKind::InvalidData)?`, 원래 오류를 담으려면 `.map_err(io::Error::other)?`입니다.".into();
            }
            let own = d.quoted(1);
            if own.len() > 1 && own.chars().all(|c| c.is_alphanumeric() || c == '_') {
                return format!(
                    "그 자리에서 이 함수의 오류로 바꿉니다: `.map_err({own}::갈래)?`. `갈래`에는 그 오류를 담는 것을 적고, 담지 않는 것이라면 `.map_err(|_| {own}::갈래)?`입니다."
                );
            }
            "그 자리에서 바꿉니다: `.map_err(MyError::Io)?`. 여러 번 바꾼다면 `impl From<io::Error> for MyError`를 한 번 적습니다.".into()
        },
    },
    Entry {
        id: "asks_where_nothing_returns",
        codes: &["E0277"],
        fits: |d| d.message.contains("the `?` operator can only be used"),
        title: "`?`가 이 함수와 맞지 않습니다",
        means: |d| {
            if d.says("`Option`s, in") || d.says("`Result`s, in") {
                return "`?`는 `Result`를 돌려주는 함수에서는 `Result` 뒤에, `Option`을 돌려주는 함수에서는 `Option` 뒤에만 붙습니다.".into();
            }
            "`?`는 실패하면 함수를 그 자리에서 끝내고 오류를 돌려줍니다. 그러려면 함수나 클로저가 `Result`나 `Option`을 돌려주어야 합니다. 스레드에 넘긴 클로저도 따로 된 함수입니다.".into()
        },
        advice: |d| {
            if d.says("not `Option`s, in") {
                return "없을 때의 오류를 정해 바꿉니다: `value.ok_or(오류)?`.".into();
            }
            if d.says("not `Result`s, in") {
                return "오류를 버리고 값만 봅니다: `result.ok()?`.".into();
            }
            if d.message.contains("in a closure") {
                return "클로저도 `Result`를 돌려주게 합니다. 타입을 적고 `Ok(())`로 끝냅니다: `move || -> Result<(), E> { …; Ok(()) }`. `E`는 `?` 앞에 있는 오류의 타입입니다. 돌려준 것은 `join().unwrap()`이나 `thread::scope(…)`의 값으로 받습니다. 오류도 결과로 다룰 것이라면 `?`를 지우고 `Result`째로 보내거나 담습니다.".into();
            }
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
        title: "길이를 모르는 조각입니다",
        means: |d| {
            if in_a_declaration(d) {
                return format!(
                    "`{}`는 길이가 적혀 있지 않아, 필드나 인수에 담을 자리를 정할 수 없습니다. 파이썬의 리스트처럼 쓰려면 다른 타입을 적습니다.",
                    d.name()
                );
            }
            "`args[1..]`은 길이를 미리 알 수 없는 조각입니다. 파이썬은 조각을 복사하지만, Rust에서는 복사하지 않고 빌려 봅니다.".into()
        },
        advice: |d| {
            if in_a_declaration(d) {
                let item = d.marked().trim_matches(['[', ']']);
                return format!(
                    "늘어나는 리스트는 `Vec<{item}>`, 개수가 정해졌다면 `[{item}; 2]`처럼 개수까지 적습니다. 받아서 보기만 하는 인수라면 `&[{item}]`입니다."
                );
            }
            "앞에 `&`를 붙입니다: `&args[1..]`.".into()
        },
    },
    Entry {
        id: "goes_through_what_is_no_list",
        codes: &["E0277"],
        fits: |d| d.message.contains("is not an iterator"),
        title: "`for`로 돌 수 없는 값입니다",
        means: |d| format!("`{}` 타입은 원소를 하나씩 꺼내 주지 않습니다.", d.name()),
        advice: |d| {
            if d.name().contains("::") && !d.name().contains("std::") {
                return "직접 선언한 타입이라면 그 안의 리스트나 그것을 돌려주는 메서드를 적습니다: `for word in args.words()`.".into();
            }
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
        fits: |d| {
            let any = d.message.contains("dyn Any") || d.message.contains("any::Any");
            any && !d.says("between threads safely")
        },
        title: "무엇이 들었는지 모르는 상자입니다",
        means: |_| {
            "`join()`과 `catch_unwind`의 `Err`는 패닉이고, 패닉의 값은 무엇이든 담는 상자(`Box<dyn Any>`)에 옵니다. 상자째로는 출력하거나 안의 메서드를 부를 수 없고, `{:?}`로는 `Any { .. }`만 나옵니다.".into()
        },
        advice: |d| {
            if d.message.contains("From<") {
                return "담을 때는 상자를 만듭니다: `Box::new(\"패닉\")`. 받은 상자를 그대로 두어도 됩니다."
                    .into();
            }
            "들어 있을 만한 타입을 차례로 물어봅니다: `error.downcast_ref::<&str>()`(문자열만 적은 `panic!`)와 `error.downcast_ref::<String>()`(값을 끼운 `panic!`). 스레드가 돌려준 `Result`의 오류를 보려던 것이라면 `join().unwrap()`으로 먼저 꺼냅니다.".into()
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
            if d.says("restricting type parameter") {
                return "무엇이든 올 수 있는 타입이라 출력하는 방법이 정해져 있지 않습니다. 단계의 선언은 약속이므로 rustc가 권하는 제한을 더하지 않습니다. 값 대신 개수를 출력하거나(`items.len()`) 그 줄을 지웁니다.".into();
            }
            if d.name().starts_with("Vec<") {
                return "문자열의 리스트라면 `list.join(\", \")`으로 이어 출력합니다. 있는 그대로 볼 때는 `{:?}`입니다(따옴표가 붙습니다).".into();
            }
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
        advice: |d| {
            if d.name().starts_with("impl ") {
                return "베끼지 않고 빌려서 돕니다: `for page in pages`. 단계의 함수 선언은 약속이므로 rustc가 권하는 `Clone`을 더하지 않습니다.".into();
            }
            if d.says("copied for each element of the array") {
                return "`[값; 개수]`는 값을 베껴 채웁니다. 하나씩 적거나(`[Semaphore::new(0), Semaphore::new(0)]`) `std::array::from_fn(|_| Semaphore::new(0))`으로 만듭니다.".into();
            }
            "함께 쓸 것이라면 `Arc`로 감쌉니다. `Arc`의 `clone`은 같은 값을 가리키는 주인을 하나 늘립니다."
                .into()
        },
    },
];
