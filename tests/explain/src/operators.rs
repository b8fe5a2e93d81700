//! What can be compared, calculated with and looked behind.

use crate::methods::{lock, wrapped};
use crate::{Diagnostic, Entry, Span};

/// The variable that holds a guard, one side of what is compared or calculated.
fn guard(d: &Diagnostic) -> Option<&str> {
    let holds = |span: &&Span| span.label.split('<').next().is_some_and(|path| path.ends_with("MutexGuard"));
    let side = d.spans.iter().find(holds)?.marked.as_str();
    side.chars().all(|c| c.is_alphanumeric() || c == '_').then_some(side)
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "indexes_what_is_no_list",
        codes: &["E0608"],
        fits: |_| true,
        title: "번호로 꺼낼 수 없는 값입니다",
        means: |d| {
            format!("`[번호]`는 리스트와 배열, 맵에만 붙습니다. `{}` 타입은 그런 것이 아닙니다.", d.name())
        },
        advice: |d| {
            if wrapped(d.name()) {
                return "`Result`나 `Option`에서 먼저 꺼냅니다: `unwrap()`이나 `?`, `if let`.".into();
            }
            if lock(d.name()) {
                return "먼저 잠급니다: `list.lock().unwrap()[0]`.".into();
            }
            if d.name().starts_with('(') {
                return "튜플은 점으로 꺼냅니다: `pair.0`, `pair.1`.".into();
            }
            "`split`이나 `map`이 돌려주는 반복자라면 리스트에 모읍니다: `let parts: Vec<_> = line.split(' ').collect();`. 직접 선언한 타입이라면 그 안의 리스트를 꺼내 씁니다.".into()
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
            "잠근 다음 `*`로 값에 닿습니다: `*total.lock().unwrap() += 1;`(`parking_lot`이라면 `*total.lock() += 1;`). 이미 잠갔다면 다시 잠그지 말고 그 가드를 씁니다: `*guard -= amount;`.".into()
        },
    },
    Entry {
        id: "adds_to_an_atomic",
        codes: &["E0368", "E0369", "E0600"],
        fits: |d| (0..3).any(|side| d.quoted(side).trim_start_matches('&').starts_with("Atomic")),
        title: "원자적 타입은 메서드로 바꿉니다",
        means: |d| {
            format!(
                "`{}` 타입에는 `+`도 `==`도 `!`도 없습니다. 읽고 바꾸는 일이 나뉘지 않게 메서드로 합니다.",
                d.quoted(1)
            )
        },
        advice: |_| {
            "더할 때는 `total.fetch_add(1, Ordering::SeqCst);`, 읽을 때는 `total.load(Ordering::SeqCst)`, 넣을 때는 `flag.store(true, Ordering::SeqCst);`입니다. `mut`도 `*`도 필요 없습니다.".into()
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
        advice: |d| {
            if d.quoted(1).ends_with("io::Error") {
                return "오류의 갈래를 비교합니다: `error.kind() == io::ErrorKind::BrokenPipe`.".into();
            }
            if let Some(guard) = guard(d) {
                return format!("가드 너머의 값을 비교합니다. 앞에 `*`를 붙입니다: `*{guard}`.");
            }
            "번호처럼 가려 주는 필드가 있으면 그것을 비교합니다: `from.number == to.number`. 가드라면 `*guard == 값`으로, 갈래를 볼 때는 `matches!(state, State::Open)`으로 비교합니다. `#[derive(PartialEq)]`는 모든 필드를 비교할 수 있을 때만 붙고, 뮤텍스를 품은 타입에는 붙지 않습니다.".into()
        },
    },
    Entry {
        id: "sorts_what_has_no_order",
        codes: &["E0277"],
        fits: |d| d.message.contains(": Ord` is not satisfied"),
        title: "차례를 정할 수 없는 타입입니다",
        means: |d| {
            format!(
                "정렬하거나 큰 쪽을 고르려면 차례가 있어야 합니다. 이 조건을 채우지 못합니다: `{}`.",
                d.name()
            )
        },
        advice: |_| {
            "무엇으로 정렬할지를 건네는 메서드를 씁니다: `pair.sort_by_key(|account| account.number);`. 둘뿐이라면 `let (first, second) = if from.number < to.number { (from, to) } else { (to, from) };`로 나눕니다.".into()
        },
    },
    Entry {
        id: "calculates_a_time_with_a_number",
        codes: &["E0277", "E0369", "E0368"],
        fits: |d| {
            let numbers = ["{float}", "{integer}", "f64", "u64", "u32", "usize"];
            let sides = [d.quoted(0), d.quoted(1)];
            d.message.starts_with("cannot ")
                && sides.contains(&"Duration")
                && sides.iter().any(|side| numbers.contains(side))
        },
        title: "시간과 숫자를 함께 계산합니다",
        means: |_| "`Duration`은 숫자가 아니라 시간입니다. 더하고 빼는 것은 시간끼리만 합니다.".into(),
        advice: |_| {
            "시간에서 시작합니다: `let mut next = Duration::ZERO;`, `next += interval;`. 초로 적은 숫자는 `Duration::from_secs_f64(limit)`으로 바꾸고, 소수를 곱할 때는 `interval.mul_f64(1.5)`입니다.".into()
        },
    },
    Entry {
        id: "adds_to_the_guard",
        codes: &["E0369", "E0277"],
        fits: |d| {
            let starts = ["cannot add", "cannot subtract", "cannot multiply", "cannot divide"];
            d.code == "E0369" || starts.iter().any(|start| d.message.starts_with(start))
        },
        title: "값이 아니라 감싼 것에 계산합니다",
        means: |d| {
            let plain = |side: &str| side.starts_with('{') || crate::numbers::NUMBERS.contains(&side);
            let whole = if plain(d.quoted(1)) { d.quoted(0) } else { d.quoted(1) };
            format!("`{whole}` 타입은 숫자가 아니라 숫자를 감싸거나 가리키는 것입니다.")
        },
        advice: |d| {
            if let Some(guard) = guard(d) {
                return format!("가드 너머의 값에 닿게 앞에 `*`를 붙입니다: `*{guard}`.");
            }
            "가드나 참조라면 `*guard + 1`처럼 `*`로 값에 닿습니다. `Result`나 `Option`이라면 먼저 꺼냅니다."
                .into()
        },
    },
    Entry {
        id: "raises_the_guard",
        codes: &["E0368", "E0067"],
        fits: |_| true,
        title: "`+=`로 계산해 넣을 수 없는 타입입니다",
        means: |d| {
            if d.code == "E0067" {
                return "왼쪽은 값을 넣을 수 있는 자리여야 합니다. 함수나 메서드가 돌려준 것은 그런 자리가 아닙니다.".into();
            }
            format!(
                "`{}` 타입에는 이 계산을 할 수 없습니다. 가드나 참조라면 바꿀 값은 그 너머에 있습니다.",
                d.quoted(1)
            )
        },
        advice: |d| {
            if d.quoted(1).starts_with("Vec<") {
                return "리스트에 이어 붙일 때는 `bytes.extend_from_slice(&piece)`, 하나를 담을 때는 `items.push(item)`입니다.".into();
            }
            if d.code == "E0067" {
                return "뮤텍스에 든 값이라면 필드를 잠가서 가드가 가리키는 자리에 넣습니다: `*from.balance.lock().unwrap() -= amount;`(`parking_lot`이라면 `unwrap()` 없이).".into();
            }
            "`*guard += 1;`처럼 앞에 `*`를 붙입니다. 가드를 담은 변수에는 `mut`가 있어야 합니다.".into()
        },
    },
    Entry {
        id: "negates_the_guard",
        codes: &["E0600"],
        fits: |_| true,
        title: "`!`나 `-`를 붙일 수 없는 값입니다",
        means: |d| format!("`{}` 타입에는 `{}` 계산이 없습니다.", d.quoted(1), d.quoted(0)),
        advice: |d| {
            if d.quoted(1).contains("AtomicBool") {
                return format!(
                    "원자적 타입은 메서드로 읽습니다: `!{}.load(Ordering::SeqCst)`.",
                    d.marked().trim_start_matches('!')
                );
            }
            if d.quoted(0) == "-" {
                return "`u32`처럼 `u`로 시작하는 타입에는 음수가 없습니다. 프로세스 그룹에 신호를 보낼 때는 번호를 음수로 적지 않고 `kill_process_group(Pid::from_child(child), Signal::TERM)`을 부릅니다.".into();
            }
            if ["VecDeque<", "Vec<", "HashMap<", "HashSet<", "String"]
                .iter()
                .any(|kind| d.quoted(1).contains(kind))
            {
                return "리스트는 그 자체로 참이나 거짓이 아닙니다. 비었는지는 `items.is_empty()`로 묻습니다.".into();
            }
            "`while !*ready`처럼 `*`로 가드 너머의 값에 닿습니다.".into()
        },
    },
];
