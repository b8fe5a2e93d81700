//! What a type can do, and what it cannot.

use crate::lacks::instead;
use crate::{Diagnostic, Entry};

/// A `Result` or an `Option`.
pub(crate) fn wrapped(kind: &str) -> bool {
    kind.starts_with("Result<") || kind.starts_with("Option<")
}

/// Wants to unlock a guard by a method.
fn lets_go(d: &Diagnostic) -> bool {
    d.message.contains("Guard") && ["unlock", "release", "drop", "close", "free"].contains(&d.name())
}

/// Borrows as a `RefCell` does.
fn of_a_cell(d: &Diagnostic) -> bool {
    ["borrow", "borrow_mut"].contains(&d.name())
}

/// Waits and wakes: what only a condition variable can do.
fn of_a_condition(d: &Diagnostic) -> bool {
    d.name().starts_with("wait") || d.name().starts_with("notify")
}

/// A lock itself, also in an `Arc` or behind a reference, and not its guard.
pub(crate) fn lock(kind: &str) -> bool {
    (kind.contains("Mutex<") || kind.contains("RwLock<")) && !kind.contains("Guard<")
}

pub(crate) const ENTRIES: &[Entry] = &[
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
            if of_a_cell(d) {
                return format!(
                    "`{}` 메서드는 한 스레드에서 쓰는 `RefCell`의 것입니다. 뮤텍스는 잠가서 빌립니다.",
                    d.name()
                );
            }
            if of_a_condition(d) {
                return format!("`{}` 메서드는 뮤텍스가 아니라 조건 변수(`Condvar`)의 것입니다.", d.name());
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
            if of_a_cell(d) {
                return format!(
                    "`{}()` 자리에 `lock().unwrap()`을 적습니다(`parking_lot`이라면 `lock()`). rustc가 권하는 `use`나 비슷한 이름은 쓰지 않습니다.",
                    d.name()
                );
            }
            if of_a_condition(d) {
                return "조건 변수를 뮤텍스와 나란히 둡니다: 필드에 `changed: Condvar`, `new`에 `changed: Condvar::new()`. 기다릴 때는 가드를 건넵니다: `std`라면 `guard = self.changed.wait(guard).unwrap();`, `parking_lot`이라면 `self.changed.wait(&mut guard);`. 깨울 때는 `self.changed.notify_one();`입니다.".into();
            }
            "`std`라면 `lock().unwrap()`, `parking_lot`이라면 `lock()` 뒤에 부릅니다.".into()
        },
    },
    Entry {
        id: "forgets_the_trait",
        codes: &["E0599"],
        fits: |d| {
            let own = of_a_cell(d) && d.message.contains("Guard<");
            !own && (d.says("trait is in scope") || d.says("is implemented but not in scope"))
        },
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
            if d.message.contains("associated item") {
                return format!("이 타입에는 그런 이름이 없습니다: `{}`.", d.name());
            }
            format!("이 타입에는 `{}` 메서드가 없습니다.{guard}", d.name())
        },
        advice: |d| {
            if let Some(advice) = instead(d) {
                advice.into()
            } else if lets_go(d) {
                "풀고 싶은 곳에서 `drop(guard)`를 부르거나, 가드를 블록 `{ }` 안에 둡니다.".into()
            } else {
                "rustc가 `there is a method …`라고 권하면 그 이름이 맞는지 봅니다. 감싼 타입(`Arc`, `Mutex`, `Option`)이라면 안의 값을 먼저 꺼냅니다.".into()
            }
        },
    },
    Entry {
        id: "calls_drop_as_a_method",
        codes: &["E0040"],
        fits: |_| true,
        title: "`drop`은 메서드로 부르지 않습니다",
        means: |_| {
            "값이 사라질 때 저절로 불리는 메서드라서 직접 부르면 두 번 불립니다. 일찍 버릴 때는 값을 넘겨받는 함수 `drop`을 부릅니다.".into()
        },
        advice: |_| "괄호 안에 값을 넘깁니다: `drop(permit);`.".into(),
    },
];
