//! What may be sent to a thread, and what may be shared with it.

use crate::Entry;

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "shares_an_rc_of_a_cell",
        codes: &["E0277"],
        fits: |d| d.message.contains("Rc<RefCell<") && d.says("between threads safely"),
        title: "`Rc<RefCell<…>>`는 스레드를 넘지 못합니다",
        means: |_| {
            "`Rc`는 주인의 수를, `RefCell`은 빌린 수를 보통 정수로 셉니다. 두 스레드가 함께 세면 둘 다 틀어집니다. `Rc`만 `Arc`로 바꾸면 `RefCell` 때문에 다시 거절됩니다.".into()
        },
        advice: |_| {
            "함께 바꿀 값은 `Mutex`에 담고 `borrow_mut()` 대신 `lock().unwrap()`으로 닿습니다. `thread::scope` 안이라면 빌려 주면 되므로 `Arc`도 필요 없고, `thread::spawn`이라면 `Arc<Mutex<…>>`입니다.".into()
        },
    },
    Entry {
        id: "sends_an_rc",
        codes: &["E0277"],
        fits: |d| d.says("Rc<") && !d.message.contains("Arc<") && d.says("between threads safely"),
        title: "`Rc`는 스레드를 넘지 못합니다",
        means: |_| {
            "`Rc`는 가리키는 곳이 몇인지 세는 숫자를 보통 정수로 셉니다. 두 스레드가 함께 세면 숫자가 틀어지므로, 컴파일러는 다른 스레드로 보내지 못하게 합니다.".into()
        },
        advice: |_| "`Rc`를 `std::sync::Arc`로 바꿉니다. 쓰는 법은 같고, 숫자를 원자적으로 셉니다.".into(),
    },
    Entry {
        id: "sends_a_guard",
        codes: &["E0277"],
        fits: |d| d.says("between threads safely") && d.message.contains("Guard"),
        title: "가드는 잠근 스레드에만 있습니다",
        means: |_| {
            "가드는 잠근 스레드가 풀어야 하므로 다른 스레드로 보낼 수 없습니다. 파이썬의 `Lock`은 아무 스레드나 풀 수 있지만 Rust의 뮤텍스는 그렇지 않습니다.".into()
        },
        advice: |_| {
            "가드가 아니라 `Mutex`의 참조(또는 `Arc`)를 넘겨주고, 스레드 안에서 `lock()`을 부릅니다.".into()
        },
    },
    Entry {
        id: "shares_a_receiver",
        codes: &["E0277"],
        fits: |d| d.says("between threads safely") && d.says("mpsc::Receiver"),
        title: "`mpsc`의 받는 쪽은 하나뿐입니다",
        means: |_| {
            "`std::sync::mpsc`는 보내는 쪽이 여럿이고 받는 쪽은 하나인 채널입니다. 그래서 `Receiver`를 여러 스레드가 함께 쓸 수 없습니다. `move` 없는 클로저는 빌려 가므로 함께 쓰는 것이 됩니다.".into()
        },
        advice: |_| {
            "한 스레드만 받는다면 클로저 앞에 `move`를 붙여 받는 쪽을 넘겨줍니다. 여러 스레드가 나누어 받는다면 `crossbeam::channel`을 씁니다. 그 `Receiver`는 여럿이 함께 받을 수 있고 `clone`도 됩니다. `Mutex<Receiver<_>>`로 감싸도 되지만, 그때는 하나를 받은 뒤 가드를 놓고 나서 일해야 합니다.".into()
        },
    },
    Entry {
        id: "shares_a_cell",
        codes: &["E0277"],
        fits: |d| {
            d.says("between threads safely")
                && ["Cell<", "UnsafeCell"].iter().any(|cell| d.message.contains(cell))
        },
        title: "`Cell`과 `RefCell`은 한 스레드에서만 씁니다",
        means: |_| {
            "`Cell`과 `RefCell`은 빌리는 규칙을 실행할 때 확인하지만 잠그지는 않습니다. 두 스레드가 함께 쓰면 확인 자체가 틀어집니다.".into()
        },
        advice: |_| {
            "`RefCell` 대신 `Mutex`를, 숫자나 참·거짓 하나라면 `Cell` 대신 `AtomicU64`나 `AtomicBool`을 씁니다.".into()
        },
    },
    Entry {
        id: "lends_a_box_to_a_thread",
        codes: &["E0277"],
        fits: |d| {
            let shared = d.message.contains("cannot be shared between threads safely")
                && d.name().contains("+ Send")
                && d.says("for `&Box<dyn");
            shared || (d.message.starts_with("expected a `") && d.quoted(1).starts_with("dyn FnOnce"))
        },
        title: "상자를 넘겨주지 않고 빌려 줍니다",
        means: |d| {
            format!(
                "`{}`에는 `Send`가 적혀 있으므로 상자를 넘겨줄 수 있지만, 여기서 넘긴 것은 상자를 빌린 참조(`&Box<…>`)입니다. `jobs.iter()`나 `for job in &jobs`는 원소를 빌려 줍니다.",
                if d.name().contains("dyn ") { d.name() } else { d.quoted(1) }
            )
        },
        advice: |_| {
            "리스트에서 꺼내 넘겨줍니다: `for job in jobs`나 `jobs.into_iter().enumerate()`로 돌고, 클로저 앞에 `move`를 붙입니다. rustc가 권하는 괄호나 `Sync`는 더하지 않습니다.".into()
        },
    },
    Entry {
        id: "sends_a_bare_closure",
        codes: &["E0277"],
        fits: |d| d.says("between threads safely") && d.message.contains("dyn "),
        title: "타입에 `Send`나 `Sync`가 적혀 있지 않습니다",
        means: |d| {
            let (may, named) = if d.message.contains("cannot be shared") {
                ("여러 스레드가 함께 보아도", "Sync")
            } else {
                ("다른 스레드로 보내도", "Send")
            };
            format!(
                "`{}` 타입은 안에 무엇이 들었는지 가리므로, {may} 되는 것만 담는다고(`{named}`) 타입에 적어야 합니다.",
                d.name()
            )
        },
        advice: |_| {
            "`Box<dyn FnOnce() -> T>`라면 `Box<dyn FnOnce() -> T + Send>`로 적습니다. 여러 스레드가 함께 부르는 `Arc<dyn Fn() -> T>`라면 `Arc<dyn Fn() -> T + Send + Sync>`입니다. 제네릭이라면 `F: FnOnce() -> T + Send`로 적습니다.".into()
        },
    },
    Entry {
        id: "sends_what_must_stay",
        codes: &["E0277"],
        fits: |d| {
            let bare = d.name().starts_with("impl ") && !d.name().contains("Send");
            let shared = d.message.contains("cannot be shared between threads safely")
                && ((bare && !d.name().contains("Sync")) || (d.name().len() == 1 && !d.shows("Send")));
            shared || (bare && d.message.contains("cannot be sent between threads safely"))
        },
        title: "이 스레드에 남아야 하는 값입니다",
        means: |d| {
            if d.name().contains("+ Sync") {
                return format!(
                    "`{}`의 선언에는 여러 스레드가 빌려 함께 써도 된다는 것(`Sync`)만 있고, 넘겨주어도 된다는 것(`Send`)은 없습니다. `move` 클로저는 빌리지 않고 통째로 가져갑니다.",
                    d.name()
                );
            }
            format!(
                "`{}`의 선언에는 다른 스레드로 보낼 수 있다는 것(`Send`)이 없습니다. 부르는 쪽은 보낼 수 없는 것도 건네줄 수 있으므로, 건네받은 스레드에서만 써야 합니다.",
                d.name()
            )
        },
        advice: |d| {
            if d.name().contains("+ Sync") {
                return "참조를 넘겨줍니다: `move` 클로저 앞에서 `let work = &work;`라고 적으면 `move`는 그 참조만 가져갑니다. 단계의 함수 선언은 약속이므로 rustc가 권하는 `Send`를 더하지 않습니다.".into();
            }
            if d.message.contains("cannot be shared") {
                return "이 스레드에서 부르거나, `fork_child`의 클로저에서 부르면 자식 프로세스의 사본이 합니다. 단계의 함수 선언은 약속이므로 rustc가 권하는 `Sync`를 더하지 않습니다.".into();
            }
            "스레드에서는 결과만 채널로 보내고(`sender.send(결과)`), 이 스레드에서 `for 결과 in receiver`로 받아 건넵니다. 단계의 함수 선언은 약속이므로 rustc가 권하는 `Send`를 더하지 않습니다.".into()
        },
    },
    Entry {
        id: "lends_what_may_only_be_given",
        codes: &["E0277"],
        fits: |d| {
            d.message.contains("cannot be shared between threads safely")
                && (d.name().starts_with("impl ") || d.name().len() == 1)
        },
        title: "넘겨줄 수는 있지만 함께 볼 수는 없는 값입니다",
        means: |d| {
            format!(
                "`{}`에는 다른 스레드로 보낼 수 있다는 것(`Send`)만 적혀 있습니다. `move` 없는 클로저는 빌려 가므로, 두 스레드가 함께 볼 수 있다는 것(`Sync`)까지 있어야 합니다.",
                d.name()
            )
        },
        advice: |_| {
            "한 스레드만 쓴다면 클로저 앞에 `move`를 붙여 넘겨줍니다. 단계의 함수 선언은 약속이므로 rustc가 권하는 `Sync`를 더하지 않습니다.".into()
        },
    },
    Entry {
        id: "needs_send_or_sync",
        codes: &["E0277"],
        fits: |d| d.says("between threads safely"),
        title: "스레드를 넘을 수 없는 타입입니다",
        means: |d| {
            format!(
                "`{}` 타입은 다른 스레드로 보내거나(Send) 여러 스레드가 함께 볼(Sync) 수 없습니다.",
                d.name()
            )
        },
        advice: |_| {
            "제네릭 `T`라면 직접 적은 선언에 `T: Send`를, 여럿이 참조로 함께 보면 `T: Sync`도 적습니다. 단계에 처음부터 적힌 선언은 약속이므로 그대로 두고, 그 값을 이 스레드에서 씁니다. 다른 타입이라면 그것을 안에 담은 값이 무엇인지 rustc의 `required because …` 줄에서 찾아 `Arc`, `Mutex`, 원자적 타입으로 바꿉니다.".into()
        },
    },
];
