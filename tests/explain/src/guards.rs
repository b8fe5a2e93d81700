//! A guard or a lock where another is wanted, or the value in it.

use crate::numbers::NUMBERS;
use crate::types::{sides, wrapped};
use crate::{Diagnostic, Entry};

/// The mismatch is between two guards, or references to them.
fn guards(d: &Diagnostic) -> Option<(&str, &str)> {
    let guard =
        |side: &str| side.trim_start_matches('&').trim_start_matches("mut ").starts_with("MutexGuard<");
    sides(d).filter(|(wanted, found)| guard(wanted) && guard(found))
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
        fits: |d| guards(d).is_some_and(|(wanted, found)| found.starts_with('&') && !wanted.starts_with('&')),
        title: "`std`의 `wait`는 가드를 넘겨받고 돌려줍니다",
        means: |_| {
            "`std`의 조건 변수는 가드를 가져가 잠금을 풀고 잠들었다가, 다시 잠근 가드를 돌려줍니다. 빌려 주는 것(`&mut guard`)은 `parking_lot`의 쓰는 법입니다.".into()
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
        id: "gives_the_lock_for_its_value",
        codes: &["E0308"],
        fits: |d| {
            let lock = |side: &str| side.starts_with("Mutex<") || side.starts_with("RwLock<");
            let other =
                |wanted: &str| !["()", "Arc<", "Rc<", "Box<"].iter().any(|kind| wanted.starts_with(kind));
            sides(d).is_some_and(|(wanted, found)| {
                lock(found) && other(wanted) && wanted.trim_start_matches('&') != found
            })
        },
        title: "값이 아니라 잠금을 주었습니다",
        means: |_| "뮤텍스는 값을 품고 있을 뿐 값이 아닙니다. 잠가서 얻은 가드가 값에 닿게 해 줍니다.".into(),
        advice: |d| {
            let (wanted, _) = sides(d).unwrap_or_default();
            let lock = d.marked();
            let unwrapped = if d.says("RawMutex") || d.says("lock_api") { "" } else { ".unwrap()" };
            if NUMBERS.contains(&wanted) || wanted == "bool" {
                return format!("잠근 다음 `*`로 값에 닿습니다: `*{lock}.lock(){unwrapped}`.");
            }
            if !wanted.starts_with('&') && lock.contains('.') {
                return format!(
                    "잠근 다음 안의 값을 베낍니다: `{lock}.lock(){unwrapped}.clone()`. 꺼내고 빈 것을 남기려면 `std::mem::take(&mut *guard)`입니다."
                );
            }
            if !wanted.starts_with('&') {
                return format!(
                    "스레드가 모두 끝났다면 뮤텍스를 열어 안의 값을 꺼냅니다: `{lock}.into_inner(){unwrapped}`. 그 앞의 가드는 모두 사라져 있어야 합니다."
                );
            }
            "먼저 잠가서 가드를 변수에 담고(`let mut guard = …`), 바꾸게 하려면 `&mut guard`를, 읽기만 하려면 `&guard`를 넘겨줍니다.".into()
        },
    },
];
