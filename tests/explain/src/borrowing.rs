//! Who may read and change a value, and for how long.

use crate::Entry;

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "changes_in_a_loop_of_threads",
        codes: &["E0499"],
        fits: |d| d.says("previous iteration of the loop"),
        title: "반복문의 여러 스레드가 한 변수를 바꿉니다",
        means: |d| {
            format!(
                "값을 바꿀 수 있는 참조는 한 번에 하나뿐입니다. 앞선 반복의 스레드가 `{}` 변수를 아직 쥐고 있는데 다음 반복이 또 빌립니다. 파이썬이라면 경쟁 상태가 될 코드를 컴파일러가 막은 것입니다.",
                d.name()
            )
        },
        advice: |_| {
            "함께 바꿀 값은 `Mutex`(숫자 하나라면 `AtomicU64`)에 넣고 스레드 안에서 잠급니다. 저마다 다른 칸을 맡는다면 `chunks_mut`나 `iter_mut`로 나누어 줍니다.".into()
        },
    },
    Entry {
        id: "changes_in_two_threads",
        codes: &["E0499"],
        fits: |d| d.shows("spawn") || d.says("closure"),
        title: "두 클로저가 한 변수를 바꿉니다",
        means: |d| {
            format!(
                "값을 바꿀 수 있는 참조는 한 번에 하나뿐인데, `{}` 변수를 두 곳이 함께 바꾸려 합니다. 파이썬이라면 경쟁 상태가 될 코드를 컴파일러가 막은 것입니다.",
                d.name()
            )
        },
        advice: |_| {
            "함께 바꿀 값은 `Mutex`(숫자 하나라면 `AtomicU64`)에 넣고 스레드 안에서 잠급니다. 저마다 결과를 돌려주고 `join`한 뒤에 합치면 잠금도 필요 없습니다.".into()
        },
    },
    Entry {
        id: "borrows_two_parts_at_once",
        codes: &["E0499"],
        fits: |_| true,
        title: "바꿀 수 있는 참조가 둘입니다",
        means: |d| {
            format!(
                "`{}`에서 바꿀 수 있는 참조를 이미 하나 만들었고, 그것을 아직 쓰는 중입니다. 컴파일러는 두 참조가 다른 칸을 가리키는지 알 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "먼저 만든 참조를 다 쓴 다음에 빌립니다. 리스트의 두 칸이 함께 필요하면 `swap`이나 `split_at_mut`를 씁니다.".into()
        },
    },
    Entry {
        id: "reads_while_it_changes",
        codes: &["E0502"],
        fits: |_| true,
        title: "바꾸는 동안 읽거나, 읽는 동안 바꿉니다",
        means: |d| {
            format!(
                "`{}` 값을 빌린 것이 아직 살아 있는데 다른 방식으로 또 빌립니다. 읽는 참조는 여럿이어도 되지만, 바꾸는 참조가 있는 동안에는 아무도 볼 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "먼저 빌린 쪽이 끝난 뒤로 옮깁니다(스코프라면 스코프 뒤, 가드라면 `drop` 뒤). 두 스레드가 함께 쓰는 값이면 `Mutex`에 넣습니다. 필요한 것이 숫자나 길이뿐이라면 먼저 변수에 옮겨 둡니다.".into()
        },
    },
    Entry {
        id: "moves_while_borrowed",
        codes: &["E0505"],
        fits: |_| true,
        title: "빌려 준 값을 넘겨줍니다",
        means: |d| {
            format!(
                "`{}`에서 빌려 간 것이 아직 살아 있어서 값을 다른 곳으로 넘길 수 없습니다. 가드도 뮤텍스를 빌린 것입니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.shows("drop(") {
                return "놓기 전에 꺼낸 것을 제 것으로 만들면 빌린 것이 남지 않습니다: `let found = values.get(key).cloned();`. 함께 쓰는 값이면 맵에 `Arc`로 담아 두고 `Arc::clone(…)`합니다.".into();
            }
            "빌린 것을 먼저 놓습니다: 가드라면 `drop(guard)`를 부르거나 블록 `{ }` 안에 둡니다. 스레드가 빌렸다면 스코프가 끝난 다음에 넘겨줍니다.".into()
        },
    },
    Entry {
        id: "assigns_while_borrowed",
        codes: &["E0506"],
        fits: |_| true,
        title: "빌려 준 변수에 새 값을 넣습니다",
        means: |d| format!("`{}` 값을 빌린 쪽이 아직 읽을 수 있는데 값을 바꿉니다.", d.name()),
        advice: |_| {
            "빌린 쪽이 끝난 뒤에 넣습니다. 스레드가 도는 동안 바꿔야 한다면 `Mutex`나 원자적 타입에 넣고, 참조로 함께 봅니다.".into()
        },
    },
    Entry {
        id: "takes_out_of_a_guard",
        codes: &["E0507"],
        fits: |d| d.message.contains("Guard") || d.message.contains("dereference"),
        title: "가드 너머의 값은 꺼내 갈 수 없습니다",
        means: |_| {
            "가드는 값을 빌려 줄 뿐입니다. 값을 꺼내 가면 뮤텍스 안이 비므로 컴파일러가 막습니다.".into()
        },
        advice: |_| {
            "꺼내고 빈 값을 남기려면 `std::mem::take(&mut *guard)`, `Option`이라면 `guard.take()`, 베껴도 된다면 `guard.clone()`을 씁니다. 스레드가 모두 끝난 뒤라면 `mutex.into_inner()`로 꺼냅니다.".into()
        },
    },
    Entry {
        id: "takes_out_of_a_list",
        codes: &["E0507", "E0508", "E0509"],
        fits: |_| true,
        title: "빌린 것에서 값을 꺼내 갑니다",
        means: |d| {
            format!(
                "`{}` 안의 값을 가져가면 그 자리가 빕니다. 빌린 값에서는 그렇게 할 수 없습니다.",
                d.quoted(0)
            )
        },
        advice: |d| {
            if d.shows(".into_inner()") && d.says("Mutex<") {
                return "`into_inner()`는 뮤텍스를 혼자 가졌을 때만 부릅니다. 빌린 것이나 `Arc`라면 잠가서 꺼냅니다: `std::mem::take(&mut *lock.lock().unwrap())`, 숫자라면 `*lock.lock().unwrap()`.".into();
            }
            if d.code == "E0509" || (d.name().starts_with("self.") && d.says("Handle<")) {
                return "필드가 `Option`이면 `self.thread.take()`로 꺼냅니다. 아니면 필드의 타입을 먼저 `Option<…>`으로 바꿉니다.".into();
            }
            if d.says("has type `Option<") && d.says("`.as_mut()`") {
                return format!(
                    "있는 채로 빌려 쓸 때는 `{0}.as_mut().unwrap()`, 꺼내서 버리거나 넘길 때만 `{0}.take().unwrap()`입니다. `take()`로 꺼내면 그 자리가 비어서 다음번에는 없습니다.",
                    d.name()
                );
            }
            if d.name().starts_with("self.") && d.shows("drop(") {
                return format!(
                    "버릴 수 있게 필드를 `Option`에 담아 둡니다. 타입은 `Option<…>`, 만들 때는 `Some(…)`이고, 버릴 때는 `drop({}.take());`입니다. rustc가 권하는 `clone()`은 복제한 것만 버려서 원래 것은 그대로 남습니다.",
                    d.name()
                );
            }
            "가져가야 하는 일(`join`, `FnOnce` 부르기)이라면 리스트째로 받아 `for handle in handles`로 꺼내거나, `remove`, `pop`, `drain(..)`을 씁니다. `Option`에 담아 두었다면 `take()`로 꺼냅니다. 베껴도 되는 값이라면 `clone()`을 씁니다.".into()
        },
    },
    Entry {
        id: "takes_out_of_a_captured_value",
        codes: &["E0525"],
        fits: |_| true,
        title: "한 번만 부를 수 있는 클로저입니다",
        means: |_| {
            "이 클로저는 밖에서 가져온 값을 써 버리므로 한 번만 부를 수 있습니다(`FnOnce`). 받는 쪽은 여러 번 부를 수 있는 것(`Fn`, `FnMut`)을 바랍니다.".into()
        },
        advice: |_| {
            "값을 써 버리지 않게 참조나 `clone()`을 넘겨줍니다. 정말 한 번만 부른다면 받는 쪽의 타입을 `FnOnce`로 바꿉니다.".into()
        },
    },
    Entry {
        id: "returns_a_reference_to_its_own",
        codes: &["E0515"],
        fits: |_| true,
        title: "곧 사라질 값의 참조를 돌려줍니다",
        means: |_| {
            "함수 안에서 만든 값은 함수가 끝날 때 사라집니다. 가드도 그때 사라져 잠금이 풀리므로, 가드 너머의 참조를 밖으로 내보낼 수 없습니다.".into()
        },
        advice: |_| {
            "참조 대신 값을 돌려줍니다(`clone()`, `to_string()`, 숫자라면 `*guard`). 잠근 채로 쓰게 하려면 가드 자체를 돌려주거나, 값을 어떻게 쓸지 클로저로 받습니다.".into()
        },
    },
    Entry {
        id: "changes_what_is_shared",
        codes: &["E0594", "E0596"],
        fits: |d| d.says("`Arc`") || d.says("`Rc`"),
        title: "`Arc`는 읽게만 해 줍니다",
        means: |_| {
            "`Arc`의 값은 여러 스레드가 함께 봅니다. 누구나 바꿀 수 있으면 데이터 경합이 되므로 `Arc`만으로는 바꿀 수 없습니다.".into()
        },
        advice: |_| {
            "바꿀 값을 `Mutex`에 넣어 `Arc<Mutex<T>>`로 만들고 `lock()`한 뒤에 바꿉니다. 숫자 하나라면 `Arc<AtomicU64>`도 됩니다.".into()
        },
    },
    Entry {
        id: "changes_through_a_shared_reference",
        codes: &["E0594", "E0596"],
        fits: |d| d.says("behind a `&` reference") || d.says("`Fn` closure"),
        title: "`&`로는 읽기만 할 수 있습니다",
        means: |d| {
            format!(
                "`{}` 값을 `&`로 빌렸으므로 바꿀 수 없습니다. rustc는 `&mut`를 권하지만, 여러 스레드가 함께 쓰는 값에는 `&mut`를 줄 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "함께 쓰는 값이면 필드를 `Mutex`(숫자라면 원자적 타입)로 만듭니다. 그러면 `&self`에서도 `lock()`으로 바꿀 수 있습니다. 이 단계의 함수 선언에 적힌 `&self`는 그대로 둡니다.".into()
        },
    },
    Entry {
        id: "lends_for_reading_only",
        codes: &["E0308"],
        fits: |d| d.says("types differ in mutability"),
        title: "바꿀 수 있게 빌려 주어야 합니다",
        means: |_| "`&`는 읽기만 하는 참조이고, 여기서 받는 것은 바꿀 수 있는 참조(`&mut`)입니다.".into(),
        advice: |d| {
            let compared = d.place().is_some_and(|span| span.before.trim_end().ends_with(['<', '>', '=']));
            if compared {
                return "견주는 것이라면 빌리지 말고, 빌려서 받은 쪽에 `*`를 붙여 값끼리 견줍니다: `|permits| *permits < n`.".into();
            }
            "`&`를 `&mut`로 바꿉니다: `job(&mut guard)`. 빌려 주는 변수도 `let mut guard = …`로 선언되어 있어야 합니다.".into()
        },
    },
    Entry {
        id: "forgets_mut",
        codes: &["E0594", "E0596"],
        fits: |d| d.says("not declared as mutable"),
        title: "바꿀 변수에 `mut`가 없습니다",
        means: |d| {
            format!(
                "Rust의 변수는 `mut`라고 적어야 바꿀 수 있습니다. 가드 너머의 값을 바꾸려면 가드를 담은 변수에도 `mut`가 있어야 합니다. 여기서는 `{}` 변수입니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.name() == "self" {
                return "`self`는 변수가 아니라 메서드의 인수입니다. 받는 쪽을 `&mut self`로 적습니다: `fn stop(&mut self)`. 파이썬의 `__del__`이라면 `impl Drop for 타입` 안의 `fn drop(&mut self)`입니다.".into();
            }
            let proposed = d.spans.iter().find(|span| span.proposed.trim() == "mut");
            if proposed.is_some_and(|span| {
                span.source.iter().any(|line| line.contains("fn ") || line.trim_end().ends_with(','))
            }) {
                return format!("인수의 이름 앞에 `mut`를 적습니다: `mut {}: …`.", d.name());
            }
            format!("`let mut {} = …`로 선언합니다.", d.name())
        },
    },
    Entry {
        id: "assigns_twice",
        codes: &["E0384"],
        fits: |_| true,
        title: "`mut`가 없는 변수에 두 번 넣습니다",
        means: |d| format!("`{}` 변수는 `mut` 없이 선언했으므로 값을 한 번만 넣을 수 있습니다.", d.name()),
        advice: |d| {
            format!(
                "`let mut {0} = …`로 선언합니다. 스레드의 클로저 안에서 바꿀 값이라면 `Mutex`에 넣습니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "lends_to_a_thread_that_may_go_on",
        codes: &["E0597"],
        fits: |d| d.says("borrowed for `'static`"),
        title: "빌린 것을 끝까지 살 스레드에 넘깁니다",
        means: |d| {
            format!(
                "`thread::spawn`의 스레드는 이 함수가 끝난 뒤에도 돌 수 있는데, `{0}` 변수는 함수가 끝날 때 사라집니다. `&{0}`, `{0}.iter()`에서 나온 것은 참조이고, `move`는 그 참조를 옮길 뿐이라 도움이 되지 않습니다.",
                d.name()
            )
        },
        advice: |d| {
            format!(
                "빌리지 말고 꺼내서 넘겨줍니다. 리스트라면 `for … in {0}`, `{0}.into_iter()`처럼 `&` 없이 돌고, 클로저 앞에 `move`를 붙입니다. 꺼낸 것을 뒤에서도 쓴다면 그것을 `clone()`해 둡니다. 빌린 채로 쓰고 싶다면 `thread::scope`의 `scope.spawn`으로 띄웁니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "dies_too_early",
        codes: &["E0597"],
        fits: |_| true,
        title: "빌린 값이 먼저 사라집니다",
        means: |d| {
            format!(
                "`{}` 변수는 블록이 끝날 때 사라지는데, 그것을 빌린 것(참조, 가드, 스레드)이 더 오래 삽니다.",
                d.name()
            )
        },
        advice: |_| {
            "빌려 주는 변수를 더 바깥, 더 앞에서 만듭니다. 스코프의 스레드가 빌리는 값은 `thread::scope` 앞에 둡니다. 블록의 마지막 식에서 만든 가드라면 변수에 담은 뒤 돌려줍니다.".into()
        },
    },
    Entry {
        id: "spawns_what_may_not_live",
        codes: &["E0310", "E0311"],
        fits: |_| true,
        title: "타입이 얼마나 오래 사는지 적혀 있지 않습니다",
        means: |d| {
            format!(
                "`{}` 타입은 무엇이든 될 수 있으므로 곧 사라질 참조를 담고 있을 수도 있습니다. `thread::spawn`의 스레드나 `Box<dyn …>`은 끝까지 살아 있는 것만 받습니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.name().starts_with("impl ") {
                return "`thread::scope`의 `scope.spawn`으로 띄우면 빌린 것이 들어 있어도 됩니다. 단계의 함수 선언은 약속이므로 rustc가 권하는 `'static`을 더하지 않습니다.".into();
            }
            format!(
                "직접 적은 선언이라면 `{0}: Send + 'static`처럼 `'static`을 더합니다. 단계에 처음부터 적힌 선언이라면 그대로 두고 `thread::scope`를 씁니다.",
                d.name()
            )
        },
    },
    Entry {
        id: "drops_the_temporary",
        codes: &["E0716"],
        fits: |_| true,
        title: "이름 없는 값은 그 문장에서 사라집니다",
        means: |_| {
            "식 가운데에서 만든 값은 문장이 끝나면 사라집니다. 그 값을 빌린 참조나 가드를 다음 줄에서 쓸 수 없습니다.".into()
        },
        advice: |d| {
            if d.shows(".lock()") {
                return "잠금을 오래 쥐지 않으려면 그 문장에서 제 것으로 꺼냅니다: `let slot = slots.lock().entry(key).or_default().clone();`(`Arc`라면 주인이 늘 뿐입니다). 잠근 채로 이어 쓸 것이라면 가드를 먼저 변수에 담습니다.".into();
            }
            "가운데 값을 먼저 변수에 담습니다: `let total = Mutex::new(1);` 그다음에 `total.lock()`을 부릅니다.".into()
        },
    },
];
