//! What a thread may be given.

use crate::{Diagnostic, Entry};

/// Whether a thread of a scope is started where it points: `s.spawn(…)`, but not `Builder::new().spawn(…)`.
fn in_a_scope(d: &Diagnostic) -> bool {
    let started = |line: &str| {
        line.split_once(".spawn(").is_some_and(|(before, _)| {
            before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
                && !before.to_lowercase().ends_with("builder")
        })
    };
    d.shows("scope") || d.spans.iter().flat_map(|span| &span.source).any(|line| started(line))
}

/// Whether a condition variable waits where it points; `child.wait()` is another.
pub(crate) fn waits(d: &Diagnostic) -> bool {
    let waits =
        |line: &String| line.contains(".wait_") || (line.contains(".wait(") && !line.contains(".wait()"));
    d.spans.iter().flat_map(|span| &span.source).any(waits)
}

/// Whether the variable that is borrowed sends through a channel.
fn sends(d: &Diagnostic) -> bool {
    !d.name().is_empty() && d.shows(&format!("{}.send(", d.name()))
}

/// The type that rustc gives the variable that was moved: "move occurs because `guard` has type …".
fn moved_type(d: &Diagnostic) -> &str {
    let labels = d.spans.iter().map(|span| span.label.as_str());
    let mut told =
        labels.chain(d.notes.iter().map(String::as_str)).filter(|said| said.contains("move occurs because"));
    told.next().and_then(|said| said.split("has type `").nth(1)).unwrap_or("")
}

const ONE_RECEIVER: &str = "`mpsc`의 받는 쪽은 하나뿐이고 `clone`이 없습니다. 여러 스레드가 나누어 받으려면 `crossbeam::channel`을 쓰고 스레드마다 `receiver.clone()`을 넘겨줍니다.";

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "borrows_loop_variable",
        codes: &["E0373"],
        fits: |d| d.says("'scope") || in_a_scope(d),
        title: "스코프 안에서 만든 변수를 빌립니다",
        means: |d| {
            if sends(d) {
                return format!(
                    "보내는 쪽인 `{0}` 변수가 `thread::scope`의 블록에 있습니다(블록 안에서 만들었거나, 블록 안의 `drop({0})` 같은 줄이 가져갔습니다). 스레드는 블록보다 오래 살 수 있으므로 빌려 줄 수 없습니다.",
                    d.name()
                );
            }
            format!(
                "`{}` 변수는 `thread::scope`의 블록 안에서 생겼습니다. 스레드는 그 블록보다 오래 살 수 있으므로, 블록 안의 변수는 빌려 줄 수 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if sends(d) {
                return format!(
                    "스레드마다 하나씩 넘겨줍니다: `spawn` 앞에서 `let {0} = {0}.clone();`으로 늘리고 클로저에 `move`를 붙입니다. 처음 것은 반복문 뒤에서 `drop({0});`으로 버립니다.",
                    d.name()
                );
            }
            if let Some((whole, part)) = d.name().split_once('.') {
                return format!(
                    "필요한 것만 `thread::scope` 앞에서 꺼내 `move`로 넘겨줍니다: `let mut {part} = {whole}.{part}.take().unwrap();`. 그러면 `{whole}`는 여기에 남습니다."
                );
            }
            "한 스레드만 쓰는 값이면(번호, 자식의 파이프) 클로저 앞에 `move`를 붙여 넘겨줍니다. 여러 스레드가 함께 쓰는 값이면 `thread::scope` 앞에서 만들고, 둘을 함께 쓸 때는 참조(`let total = &total;`)를 `move`로 넘겨줍니다.".into()
        },
    },
    Entry {
        id: "borrows_in_spawn",
        codes: &["E0373"],
        fits: |_| true,
        title: "스레드가 함수보다 오래 살 수 있습니다",
        means: |d| {
            format!(
                "`thread::spawn`의 스레드는 이 함수가 끝난 뒤에도 돌 수 있습니다. 그때는 `{}` 변수가 이미 사라졌을 수 있으므로 빌려 줄 수 없습니다. 뒤에서 `join`을 불러도 컴파일러는 그것을 근거로 삼지 않습니다.",
                d.name()
            )
        },
        advice: |_| {
            "먼저 rustc가 권하는 `move`를 붙여 변수를 통째로 넘겨줍니다. 한 스레드만 쓰는 값과 반복할 때마다 새로 생기는 값은 그것으로 됩니다. 여러 스레드가 함께 쓰거나 뒤에서 다시 쓰는 값이라면 다음 오류(E0382)를 만납니다. 그때는 `thread::scope(|scope| { scope.spawn(|| …); })`에서 빌려 주거나, `Arc`로 감싸고 스레드마다 `Arc::clone`을 넘겨줍니다.".into()
        },
    },
    Entry {
        id: "moves_the_sender_in_a_loop",
        codes: &["E0382"],
        fits: |d| d.says("previous iteration of loop") && d.says("Sender<"),
        title: "보내는 쪽은 스레드마다 하나씩 있어야 합니다",
        means: |d| {
            format!(
                "`move` 클로저는 쓰는 변수를 모두 가져갑니다. 보내는 쪽인 `{}` 변수는 첫 번째 반복의 스레드가 가져갔으므로 다음 반복에는 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            format!(
                "반복문 안에서 `let {0} = {0}.clone();`으로 하나 늘려 그것을 넘겨줍니다. 받는 쪽의 `for`는 보내는 쪽이 모두 사라져야 끝나므로, 처음 것은 반복문 뒤에서 `drop({0});`으로 버립니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "collects_in_a_list_that_was_moved",
        codes: &["E0382"],
        fits: |d| {
            let after = ["value used here after move", "value borrowed here after move"];
            d.says("previous iteration of loop")
                && d.place().is_some_and(|span| after.contains(&span.label.as_str()))
                && ["Vec<", "HashMap<", "BTreeMap<", "String"].iter().any(|kind| moved_type(d).contains(kind))
        },
        title: "결과를 모을 변수를 스레드가 가져갔습니다",
        means: |d| {
            format!(
                "`move` 클로저는 쓰는 변수를 모두 가져갑니다. 첫 번째 반복의 스레드가 `{0}` 변수를 가져갔으므로, 다음 반복에도 반복문 뒤에도 `{0}` 변수가 없습니다. `clone()`해서 넘겨주면 스레드는 사본에 담고, 이쪽의 것은 그대로 비어 있습니다.",
                d.name()
            )
        },
        advice: |_| {
            "스레드의 결과는 클로저가 돌려주고 `join`이 건네줍니다. 클로저의 마지막 식에 결과를 적고, 핸들을 모두 모은 다음 `handle.join().unwrap()`을 이쪽의 리스트에 담습니다. 여러 스레드가 함께 바꿔야만 한다면 `Mutex`에 담아 `thread::scope`에서 빌려 줍니다.".into()
        },
    },
    Entry {
        id: "moves_the_child",
        codes: &["E0382"],
        fits: |d| ["Child`", "Option<ChildStd"].iter().any(|kind| moved_type(d).starts_with(kind)),
        title: "자식을 통째로 넘겨주었습니다",
        means: |d| {
            format!(
                "`{}` 변수나 그 파이프는 앞에서 다른 곳으로 넘어갔습니다. `move` 클로저와 `wait_with_output()`은 자식을 가져가고, `Child`는 하나뿐이라 베끼거나 나눌 수 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            format!(
                "필요한 것만 넘겨줍니다. 파이프는 `{0}.stdin.take()`로 꺼내고, 번호는 `let id = {0}.id();`로 옮겨 둡니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "moves_in_a_scope",
        codes: &["E0382"],
        fits: |d| d.says("previous iteration of loop") && d.says("into closure") && in_a_scope(d),
        title: "스코프의 앞선 반복에서 이미 넘겨준 값입니다",
        means: |d| {
            format!(
                "`move` 클로저는 쓰는 변수를 모두 가져갑니다. `{}` 변수는 첫 번째 반복의 스레드가 가져갔으므로 다음 반복에는 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if moved_type(d).starts_with("&mut ") {
                return "바꿀 수 있는 참조는 하나뿐이라 여러 스레드가 나누어 가질 수 없습니다. 저마다 다른 칸을 맡는다면 `for x in xs.iter_mut()`나 `chunks_mut`로 나누어 주고, 함께 바꾼다면 `Mutex`에 넣습니다.".into();
            }
            if moved_type(d).contains("mpsc::Receiver<") {
                return ONE_RECEIVER.into();
            }
            format!(
                "스코프의 스레드에는 참조를 넘겨줄 수 있습니다. 반복문 앞에서 `let {0} = &{0};`로 참조를 만들면 `move`는 그 참조만 가져가고, 참조는 몇 번이든 복사됩니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "moves_in_a_loop",
        codes: &["E0382"],
        fits: |d| d.says("previous iteration of loop") && d.says("into closure"),
        title: "앞선 반복에서 이미 넘겨준 값입니다",
        means: |d| {
            format!(
                "`move` 클로저는 쓰는 변수를 모두 가져갑니다. `{}` 변수는 첫 번째 반복의 클로저가 가져갔으므로 다음 반복에는 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if moved_type(d).contains("mpsc::Receiver<") {
                return ONE_RECEIVER.into();
            }
            if d.shows("fork_child") {
                return format!(
                    "스레드가 아니라 자식 프로세스이므로 자식은 사본을 씁니다. `move`를 지우고 빌리거나, 반복문 앞에서 `let {0} = &{0};`로 참조를 만들어 그것을 가져가게 합니다.",
                    d.name()
                );
            }
            format!(
                "`thread::scope`로 바꾸고 빌려 주거나, `Arc::new(…)`로 감싼 뒤 반복문 안에서 `let {0} = Arc::clone(&{0});`를 하고 그 사본을 넘겨줍니다. 사본은 같은 값을 가리킵니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "gives_the_guard_away",
        codes: &["E0382"],
        fits: |d| moved_type(d).contains("MutexGuard<") && waits(d),
        title: "가드를 넘겨주고 돌려받지 않았습니다",
        means: |d| {
            format!(
                "조건 변수의 `wait`와 `wait_while`은 가드를 가져가 잠금을 풀고 잠듭니다. 깨어나면 다시 잠그고 가드를 돌려줍니다. 돌려준 가드를 받지 않았으므로 `{}` 변수에는 아무것도 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            format!(
                "돌려받은 가드를 같은 변수에 넣습니다: `{0} = condvar.wait({0}).unwrap();`. `wait_while`도 같습니다. `{0}` 변수에는 `mut`가 있어야 합니다. `clone()`은 가드가 아니라 안의 값을 베낍니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "uses_up_in_a_loop",
        codes: &["E0382"],
        fits: |d| d.says("into_iter"),
        title: "`for`가 리스트를 통째로 가져갔습니다",
        means: |d| {
            format!(
                "`for … in {0}`는 `{0}` 리스트를 가져가서 하나씩 꺼내 줍니다. 반복문이 끝나면 리스트는 남지 않습니다.",
                d.name()
            )
        },
        advice: |d| {
            format!(
                "뒤에서 쓸 것은 반복문 앞에서 구해 둡니다. 원소를 읽기만 한다면 `for … in &{}`로 빌립니다. `join`은 핸들을 가져가므로 빌려서는 부를 수 없습니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "forks_with_what_it_keeps",
        codes: &["E0382"],
        fits: |d| d.shows("fork_child") && d.says("into closure"),
        title: "자식의 클로저가 부모의 것까지 가져갔습니다",
        means: |d| {
            format!(
                "`fork_child`의 자식은 변수의 사본을 쓰지만, 컴파일러가 보기에는 클로저가 `{}` 변수를 가져갔으므로 부모에게 남지 않습니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.place().is_some_and(|span| span.source.iter().any(|line| line.contains("drop("))) {
                return "부모에서 닫으려던 것이라면 그 줄을 지웁니다. 클로저가 가져간 것은 `fork_child`가 돌아올 때 부모에서도 닫힙니다.".into();
            }
            format!(
                "가져가지 않고 빌려서 닫습니다. `fork_child` 앞에서 `let mut {0} = Some({0});`로 `Option`에 담고, 자식의 클로저에서는 `{0}.take()`로 꺼내 버립니다. 부모의 것은 그대로 있습니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "uses_after_moving",
        codes: &["E0382"],
        fits: |_| true,
        title: "이미 넘겨준 값을 다시 씁니다",
        means: |d| {
            format!(
                "`{}` 변수의 값은 앞에서 다른 곳으로 넘어갔습니다. 파이썬의 변수는 같은 객체를 함께 가리키지만, Rust에서는 값의 주인이 하나라서 넘겨준 뒤에는 쓸 수 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if moved_type(d).contains("Guard<") {
                "가드는 베낄 수 없습니다. `drop`한 다음에도 값이 필요하면 놓기 전에 옮겨 두거나(`let count = *guard;`), 그때 다시 잠급니다.".into()
            } else if d.says("moved due to this method call") && !d.says("into closure") {
                "값을 가져가는 메서드는 한 번만 부를 수 있습니다. 돌려받은 것을 변수에 담아 두고 그것을 여러 번 봅니다: `let status = child.wait()?;`.".into()
            } else if d.says("if `T` implemented `Clone`") {
                "무엇이든 올 수 있는 타입은 베낄 수 없습니다. 넘겨주기 전에 먼저 확인합니다: 넘길 수 없으면 그대로 돌려주고(`Err(Full(item))`), 넘길 수 있을 때 넘깁니다.".into()
            } else if d.says("`FnOnce` closures can only be called once") {
                "`FnOnce`로 받은 클로저는 한 번만 부를 수 있고, 빌리거나 복제해서 더 부를 수도 없습니다. 부른 다음에는 `return`이나 `break`로 반복문에서 나가거나, 반복문 밖에서 부릅니다.".into()
            } else if d.place().is_some_and(|span| span.before.trim_end().ends_with("drop(")) {
                format!(
                    "`{0}` 값은 앞에서 이미 넘겼거나 버렸으므로 여기서 또 버릴 것이 없습니다. 일찍 버리려던 것이라면 앞의 것을, 나중에 버리려던 것이라면 이 줄만 남기고 다른 쪽을 지웁니다.",
                    d.name()
                )
            } else if d.says("into closure") && in_a_scope(d) {
                format!(
                    "스코프의 스레드는 빌리기만 해도 됩니다. `move`를 지우거나, 함께 넘길 것이 있어 `move`가 필요하면 앞에서 `let {0} = &{0};`로 참조를 만듭니다. 그러면 스코프 뒤에도 값이 남습니다.",
                    d.name()
                )
            } else if d.says("into closure") {
                format!(
                    "스레드가 읽기만 한다면 `thread::scope`에서 빌려 줍니다. 둘 다 가지고 있어야 한다면 `Arc`로 감싸고 `let ours = Arc::clone(&{0});`의 `ours`를 넘겨줍니다. 스레드의 결과가 필요하다면 스레드가 돌려준 값을 `join()`에서 받습니다.",
                    d.name()
                )
            } else {
                format!(
                    "넘겨주는 대신 빌려 주거나(`&{0}`), 둘 다 필요하면 넘겨주는 쪽에 `{0}.clone()`을 씁니다. `Arc`의 `clone`은 값을 베끼지 않고 주인만 하나 늘립니다.",
                    d.name()
                )
            }
        },
    },
    Entry {
        id: "lets_an_argument_escape",
        codes: &["E0521"],
        fits: |_| true,
        title: "빌려 온 인수를 스레드에 넘깁니다",
        means: |d| {
            let name = d.spans.iter().find_map(|span| {
                span.label.strip_prefix('`')?.split_once("` is a reference").map(|(name, _)| name)
            });
            format!(
                "`{}` 인수는 부른 쪽에서 빌려 온 것인데, `thread::spawn`의 스레드는 그 값이 사라진 뒤에도 돌 수 있습니다. `move`는 참조를 옮길 뿐이라 도움이 되지 않습니다.",
                name.unwrap_or("참조로 받은")
            )
        },
        advice: |_| {
            "`thread::scope`의 `scope.spawn`으로 띄우면 빌린 채로 쓸 수 있습니다. 꼭 `thread::spawn`이어야 한다면 먼저 제 것으로 만듭니다: `input.to_vec()`, `name.to_string()`, `Arc::clone(&shared)`.".into()
        },
    },
];
