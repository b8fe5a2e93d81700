//! Names that are not found, and declarations that lack something.

use crate::{Diagnostic, Entry};

/// Where to find what these lessons use, by the name that was not found.
const HOMES: [(&str, &str); 31] = [
    ("Arc", "std::sync::Arc"),
    ("AssertUnwindSafe", "std::panic::AssertUnwindSafe"),
    ("AtomicBool", "std::sync::atomic::AtomicBool"),
    ("AtomicU64", "std::sync::atomic::AtomicU64"),
    ("AtomicUsize", "std::sync::atomic::AtomicUsize"),
    ("Barrier", "std::sync::Barrier"),
    ("Command", "std::process::Command"),
    ("Condvar", "std::sync::Condvar"),
    ("Duration", "std::time::Duration"),
    ("HashMap", "std::collections::HashMap"),
    ("HashSet", "std::collections::HashSet"),
    ("Instant", "std::time::Instant"),
    ("JoinHandle", "std::thread::JoinHandle"),
    ("LazyLock", "std::sync::LazyLock"),
    ("Mutex", "std::sync::Mutex"),
    ("MutexGuard", "std::sync::MutexGuard"),
    ("OnceLock", "std::sync::OnceLock"),
    ("Ordering", "std::sync::atomic::Ordering"),
    ("Pid", "rustix::process::Pid"),
    ("PoisonError", "std::sync::PoisonError"),
    ("RwLock", "std::sync::RwLock"),
    ("Signal", "rustix::process::Signal"),
    ("Stdio", "std::process::Stdio"),
    ("VecDeque", "std::collections::VecDeque"),
    ("PathBuf", "std::path::PathBuf"),
    ("io", "std::io"),
    ("kill_process", "rustix::process::kill_process"),
    ("kill_process_group", "rustix::process::kill_process_group"),
    ("mem", "std::mem"),
    ("mpsc", "std::sync::mpsc"),
    ("thread", "std::thread"),
];

/// What a pattern does not cover: "pattern `None` not covered".
fn absent(d: &Diagnostic) -> &str {
    let label = d.spans.iter().find_map(|span| span.label.strip_prefix("pattern `"));
    label.and_then(|rest| rest.split('`').next()).unwrap_or("…")
}

fn home(name: &str) -> Option<&'static str> {
    HOMES.iter().find(|(known, _)| *known == name).map(|(_, path)| *path)
}

/// The enum that has the case, as a note or a proposal names it: "the type `text::Errors`", "use crate::Args::List;".
fn its_enum(d: &Diagnostic) -> &str {
    let noted =
        d.notes.iter().chain([&d.message]).find_map(|said| said.split("type `").nth(1)?.split('`').next());
    let proposed = || {
        let path = d.spans.iter().find_map(|span| span.proposed.trim().strip_prefix("use "))?;
        path.rsplit_once("::").map(|(home, _)| home)
    };
    let path = noted.or_else(proposed).unwrap_or("열거형");
    path.rsplit("::").next().unwrap_or(path)
}

/// The line puts something in the name, as the first line of a variable does in Python.
fn first_line(d: &Diagnostic) -> bool {
    let line = d.place().and_then(|span| span.source.first()).map_or("", |line| line.trim());
    line.strip_prefix(d.name()).is_some_and(|rest| [" = ", " += "].iter().any(|sign| rest.starts_with(sign)))
}

/// The name is a field of `self`.
fn of_itself(d: &Diagnostic) -> bool {
    d.says("available field")
}

/// The type is no learner's own: a library declares it, which nobody can fill in.
fn of_a_library(d: &Diagnostic) -> bool {
    let known = home(d.quoted(0)).is_some() || ["Vec", "String", "Box"].contains(&d.quoted(0));
    known || d.spans.iter().any(|span| span.file.contains("/library/") || span.file.starts_with("/rustc/"))
}

/// The variables of the environment are changed.
fn environment(d: &Diagnostic) -> bool {
    ["set_var", "remove_var"].iter().any(|function| d.name().ends_with(function))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "forgets_the_use",
        codes: &["E0425", "E0412", "E0404", "E0405", "E0433"],
        fits: |d| home(d.name()).is_some(),
        title: "`use`로 가져오지 않은 이름입니다",
        means: |d| {
            format!(
                "이 파일에서 찾을 수 없는 이름입니다: `{}`. 파이썬의 `import`처럼 먼저 가져와야 합니다.",
                d.name()
            )
        },
        advice: |d| format!("파일 위쪽에 `use {};`를 적습니다.", home(d.name()).unwrap_or("…")),
    },
    Entry {
        id: "takes_a_crate_that_is_not_there",
        codes: &["E0432", "E0433"],
        fits: |d| d.says("unlinked crate"),
        title: "이 과정에 없는 라이브러리입니다",
        means: |d| {
            let name = if d.message.starts_with("unresolved") || d.message.starts_with("cannot") {
                d.name()
            } else {
                ""
            };
            format!(
                "이런 라이브러리나 모듈이 없습니다: `{name}`. rustc는 `cargo add`를 권하지만, 이 단계들은 더 설치하지 않고 풉니다."
            )
        },
        advice: |_| {
            "쓸 수 있는 것은 `std`, `parking_lot`, `crossbeam`입니다(자식 프로세스 단계는 파일 위쪽의 설명에 적혀 있습니다). 이름을 잘못 적었거나 `use std::…;`가 빠졌는지도 봅니다.".into()
        },
    },
    Entry {
        id: "imports_what_is_not_there",
        codes: &["E0432"],
        fits: |_| true,
        title: "그곳에 없는 이름을 가져옵니다",
        means: |d| {
            if d.name().ends_with("Semaphore") {
                "Rust의 표준 라이브러리에는 세마포어가 없습니다.".into()
            } else {
                format!("`{}`에서 마지막 이름을 찾을 수 없습니다.", d.name())
            }
        },
        advice: |d| {
            if d.name().ends_with("Semaphore") {
                "뮤텍스와 조건 변수로 만듭니다. semaphore 주제의 첫 단계가 그 일입니다.".into()
            } else if d.name().starts_with("crate::") {
                "이 파일에 선언된 이름이라면 `use` 없이 그대로 적습니다: `Errors::Strict`. 그 `use` 줄은 지웁니다. 다른 파일의 것이라면 `crate::파일이름::이름`, 표준 라이브러리의 것이라면 `std::`으로 시작합니다: `use std::io;`.".into()
            } else {
                "대문자와 소문자, 폴더를 확인합니다. 잠금은 `std::sync`, 채널은 `std::sync::mpsc`와 `crossbeam::channel`에 있습니다.".into()
            }
        },
    },
    Entry {
        id: "forgets_what_another_file_has",
        codes: &["E0425", "E0412", "E0433", "E0405"],
        fits: |d| d.says("consider importing") && !d.says("variant"),
        title: "다른 파일에 있는 이름입니다",
        means: |d| {
            format!(
                "이 파일에서 찾을 수 없는 이름입니다: `{}`. 다른 파일이나 라이브러리에는 있습니다.",
                d.name()
            )
        },
        advice: |_| {
            "rustc가 `+`로 권하는 `use …;` 줄을 파일 위쪽에 적습니다. 권하는 것이 여럿이면 `std`나 이 과정의 것(`crate::…`)을 고릅니다.".into()
        },
    },
    Entry {
        id: "names_a_case_without_its_enum",
        codes: &["E0425", "E0531", "E0170"],
        fits: |d| d.code != "E0425" || d.says("consider importing"),
        title: "열거형의 이름이 빠졌습니다",
        means: |d| {
            format!(
                "`{}`만 적으면 열거형의 값이 아니라 다른 이름이 됩니다. `match`의 갈래에서는 무엇에나 맞는 새 변수가 되기도 합니다.",
                d.name()
            )
        },
        advice: |d| format!("열거형의 이름을 앞에 붙입니다: `{}::{}`.", its_enum(d), d.name()),
    },
    Entry {
        id: "misspells_a_name",
        codes: &["E0425", "E0412", "E0433", "E0405"],
        fits: |_| true,
        title: "없는 이름입니다",
        means: |d| {
            let blocks = if of_itself(d) || first_line(d) {
                ""
            } else {
                " 블록 `{ }` 안에서 만든 변수는 블록 밖에서 보이지 않습니다."
            };
            format!("여기서 찾을 수 없는 이름입니다: `{}`.{blocks}", d.name())
        },
        advice: |d| {
            let name = d.name();
            if d.says("consider using the method on `Self`") {
                return format!(
                    "이 타입의 메서드입니다. 파이썬처럼 앞에 `self.`을 붙입니다: `self.{name}(…)`."
                );
            }
            if first_line(d) {
                return format!(
                    "변수를 처음 만드는 줄이라면 `let`을 적습니다: `let mut {name} = …`. 필드를 바꾸려던 것이라면 `self.{name}`입니다."
                );
            }
            if of_itself(d) {
                let rest = d
                    .place()
                    .and_then(|span| span.source.first()?.split_once(&span.before))
                    .map_or("", |(_, rest)| rest);
                if rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')) {
                    return format!("파이썬에서처럼 필드 앞에는 `self.`을 적습니다: `self.{name}`.");
                }
                return format!(
                    "필드 앞에는 `self.`을 적습니다: `self.{name}`. 뮤텍스에 든 값이라면 잠가서 가드로 봅니다: `std`라면 `self.{name}.lock().unwrap()`, `parking_lot`이라면 `self.{name}.lock()`."
                );
            }
            "철자를 봅니다. rustc가 비슷한 이름을 알려 주면 그것이 맞는지 봅니다. 블록 안에서 만들었다면 블록 앞에서 선언하거나, 블록의 값으로 돌려줍니다.".into()
        },
    },
    Entry {
        id: "calls_a_macro_as_a_function",
        codes: &["E0423"],
        fits: |d| d.message.contains("macro"),
        title: "매크로에는 `!`가 붙습니다",
        means: |d| format!("`{}` 이름은 함수가 아니라 매크로입니다.", d.quoted(0)),
        advice: |d| {
            if d.shows("spawn(") {
                return "부를 함수의 이름이 아니라 클로저를 넘깁니다. 인수는 클로저가 가져갑니다: `scope.spawn(move || stdin.write_all(input))`.".into();
            }
            "`println!(…)`, `format!(…)`, `vec![…]`처럼 이름 뒤에 `!`를 붙입니다.".into()
        },
    },
    Entry {
        id: "uses_a_type_as_a_value",
        codes: &["E0423"],
        fits: |_| true,
        title: "타입을 값처럼 썼습니다",
        means: |d| {
            format!("`{0}` 이름은 타입입니다. 파이썬의 `{0}()`처럼 불러서 만들 수 없습니다.", d.quoted(0))
        },
        advice: |d| {
            if d.says("use the path separator") {
                return format!("열거형의 갈래는 `.`이 아니라 `::`으로 잇습니다: `{}::갈래`.", d.quoted(0));
            }
            let name = d.quoted(0);
            if of_a_library(d) {
                return format!("만드는 함수를 부릅니다: 대개 `{name}::new(…)`입니다.");
            }
            format!(
                "필드마다 이름과 값을 적습니다: `{name} {{ 필드: 값, … }}`. 만드는 함수가 선언되어 있다면 그것을 불러도 됩니다: `{name}::new(…)`."
            )
        },
    },
    Entry {
        id: "leaves_out_what_it_holds",
        codes: &["E0107"],
        fits: |_| true,
        title: "안에 담는 타입이 빠졌습니다",
        means: |_| {
            "`Mutex`나 `Vec`처럼 값을 담는 타입은 무엇을 담는지까지 적어야 타입이 됩니다. `static`이나 필드, 인수에서는 컴파일러가 짐작하지 않습니다.".into()
        },
        advice: |_| {
            "`< >` 안에 적습니다: `Mutex<u64>`, 잠그기만 한다면 `Mutex<()>`. 함수 안의 변수라면 타입을 적지 않아도 됩니다.".into()
        },
    },
    Entry {
        id: "declares_otherwise_than_the_trait",
        codes: &["E0053", "E0050", "E0046"],
        fits: |_| true,
        title: "트레이트의 선언과 다릅니다",
        means: |_| {
            "`impl … for …`의 메서드는 트레이트에 적힌 선언 그대로여야 하고, 빠뜨릴 수도 없습니다.".into()
        },
        advice: |_| "선언을 맞춥니다. `Drop`이라면 `fn drop(&mut self) { … }`입니다.".into(),
    },
    Entry {
        id: "leaves_out_a_case",
        codes: &["E0004"],
        fits: |_| true,
        title: "`match`에 빠진 갈래가 있습니다",
        means: |d| {
            format!("`match`는 나올 수 있는 모든 값을 다루어야 합니다. `{}`의 경우가 빠졌습니다.", d.name())
        },
        advice: |_| "그 갈래를 더합니다. 나머지를 한꺼번에 다루려면 `_ => …`을 마지막에 적습니다.".into(),
    },
    Entry {
        id: "unpacks_what_may_be_absent",
        codes: &["E0005"],
        fits: |_| true,
        title: "맞지 않을 때 할 일이 없습니다",
        means: |d| {
            format!(
                "`let`의 왼쪽은 언제나 맞는 모양이어야 합니다. 여기서는 다른 값(`{}`)일 수 있습니다.",
                absent(d)
            )
        },
        advice: |_| {
            "`let Some(first) = … else { return … };`처럼 `else`를 붙이거나 `if let`, `match`를 씁니다."
                .into()
        },
    },
    Entry {
        id: "reads_a_private_field",
        codes: &["E0616", "E0603", "E0624"],
        fits: |_| true,
        title: "밖에서 볼 수 없는 이름입니다",
        means: |d| format!("`{}`에는 `pub`이 없어서 다른 파일이나 모듈에서 쓸 수 없습니다.", d.name()),
        advice: |_| {
            "타입이 주는 메서드로 합니다. 라이브러리의 타입이라면 문서에서 공개된 메서드를 찾고, 직접 만든 것이라면 `pub`을 붙입니다.".into()
        },
    },
    Entry {
        id: "forgets_a_field",
        codes: &["E0063"],
        fits: |_| true,
        title: "빠진 필드가 있습니다",
        means: |d| format!("구조체를 만들 때는 필드를 모두 적어야 합니다. `{}` 필드가 빠졌습니다.", d.name()),
        advice: |_| {
            "그 필드에 처음 값을 적습니다. 구조체에 필드를 더했다면 만드는 곳(`new`)도 고칩니다.".into()
        },
    },
    Entry {
        id: "outlives_what_was_borrowed",
        codes: &["E0106"],
        fits: |d| d.says("return type contains a borrowed value"),
        title: "돌려주는 참조가 어디서 왔는지 적어야 합니다",
        means: |_| {
            "참조를 돌려주려면 어느 인수에서 빌린 것인지 정해져야 합니다. 인수가 둘이면 컴파일러가 고르지 않습니다.".into()
        },
        advice: |_| {
            "값을 돌려주면(`String`, `clone()`) 적을 것이 없습니다. 참조를 돌려주려면 `<'a>`를 선언하고 인수와 결과에 같은 `'a`를 적습니다.".into()
        },
    },
    Entry {
        id: "leaves_out_the_lifetime",
        codes: &["E0106", "E0726"],
        fits: |_| true,
        title: "빌린 것을 담는 타입에는 수명을 적습니다",
        means: |_| {
            "`MutexGuard`나 참조는 다른 값을 빌린 것입니다. 그것을 담는 구조체는 빌린 값보다 오래 살 수 없다고 적어야 합니다.".into()
        },
        advice: |_| {
            "구조체라면 `struct Open<'a> { guard: MutexGuard<'a, T> }`, 함수의 결과라면 `MutexGuard<'_, T>`로 적습니다.".into()
        },
    },
    Entry {
        id: "captures_in_a_function",
        codes: &["E0434"],
        fits: |_| true,
        title: "안쪽의 `fn`은 밖의 변수를 쓰지 못합니다",
        means: |_| {
            "함수 안에 적어도 `fn`은 따로 된 함수라서, 바깥 함수의 변수를 보지 못합니다. 파이썬의 안쪽 `def`에 가까운 것은 클로저입니다.".into()
        },
        advice: |_| {
            "클로저로 적습니다: `let count = |word: &str| { … };`. 아니면 쓸 것을 인수로 받습니다.".into()
        },
    },
    Entry {
        id: "declares_a_lifetime_for_nothing",
        codes: &["E0392"],
        fits: |d| d.message.starts_with("lifetime parameter"),
        title: "쓰이지 않는 수명입니다",
        means: |d| {
            format!(
                "선언의 `{}`는 빌린 것이 얼마나 사는지를 나타내는데, 빌린 것을 담는 필드가 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "빌려 담을 것이라면 필드를 참조로 적습니다: `semaphore: &'a Semaphore`. 빌릴 것이 없다면 `<'a>`를 지웁니다.".into()
        },
    },
    Entry {
        id: "takes_what_is_not_stable",
        codes: &["E0658"],
        fits: |d| d.message.contains("library feature"),
        title: "아직 정해지지 않은 것입니다",
        means: |_| {
            "안정판 컴파일러에서는 쓸 수 없는 이름입니다. 다른 곳에 비슷한 이름이 있을 때가 많습니다.".into()
        },
        advice: |_| {
            "채널은 `std::sync::mpmc`가 아니라 `std::sync::mpsc`에 있습니다: `mpsc::RecvTimeoutError::Disconnected`. 여럿이 받는 채널은 `crossbeam::channel`입니다.".into()
        },
    },
    Entry {
        id: "computes_in_a_static",
        codes: &["E0015"],
        fits: |_| true,
        title: "`static`의 처음 값을 실행할 때 만들 수 없습니다",
        means: |_| {
            "`static`과 `const`의 값은 컴파일할 때 정해집니다. `Mutex::new(0)`이나 `Vec::new()`는 되지만 `HashMap::new()`처럼 실행해야 하는 것은 안 됩니다.".into()
        },
        advice: |_| {
            "`LazyLock::new(|| …)`로 감싸면 처음 쓸 때 만듭니다. 다만 `static`은 프로그램에 하나뿐입니다. 객체마다 따로 있어야 하는 값이면 구조체의 필드에 둡니다.".into()
        },
    },
    Entry {
        id: "changes_a_static",
        codes: &["E0133", "E0594"],
        fits: |d| d.code == "E0133" || d.message.contains("static item"),
        title: "`static`은 함부로 바꿀 수 없습니다",
        means: |d| {
            if d.code == "E0594" {
                return "`static`은 프로그램에 하나뿐이고 모든 스레드가 함께 보므로, 그대로는 바꿀 수 없습니다.".into();
            }
            if environment(d) {
                return "환경 변수는 프로세스에 하나뿐이라, 다른 스레드가 읽는 동안 바꾸면 안 됩니다. 그래서 `unsafe`가 필요한 함수입니다.".into();
            }
            "`static mut`처럼 여러 스레드가 함부로 바꿀 수 있는 값은 컴파일러가 지켜 줄 수 없으므로 `unsafe`가 필요합니다. 이 과정의 단계는 모두 `unsafe` 없이 풉니다.".into()
        },
        advice: |d| {
            if environment(d) {
                return "내 환경을 바꾸지 않고 자식에게만 줍니다: `command.env(name, value);`.".into();
            }
            "`static TOTAL: AtomicU64`나 `static LIST: Mutex<…>`로 바꿉니다. 부를 때마다 새로 시작해야 한다면 함수 안의 변수로 둡니다.".into()
        },
    },
    Entry {
        id: "implements_what_belongs_to_others",
        codes: &["E0117", "E0116"],
        fits: |_| true,
        title: "남의 타입에 남의 트레이트를 붙일 수 없습니다",
        means: |_| {
            "트레이트와 타입 가운데 하나는 이 크레이트에서 만든 것이어야 합니다. 메서드를 바깥 타입에 바로 더할 수도 없습니다.".into()
        },
        advice: |_| {
            "보통의 함수로 적거나, 그 타입을 감싸는 구조체를 만듭니다. rustc가 `where …` 조건을 더하라고 했다면 조건이 아니라 식이 틀린 것입니다. `!guard`는 `!*guard`입니다.".into()
        },
    },
];
