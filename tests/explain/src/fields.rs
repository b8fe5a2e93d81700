//! Fields that are not there.

use crate::methods::wrapped;
use crate::{Diagnostic, Entry};

/// Whether the field is looked for in what holds another value, and not in a type of the learner's own.
fn within(d: &Diagnostic) -> bool {
    let kinds = ["Mutex<", "RwLock<", "Option<", "Result<", "Arc<", "Guard<"];
    kinds.iter().any(|kind| d.quoted(1).contains(kind))
}

/// The field that is not there: "no field `x` on type …", "struct `S` has no field named `x`".
fn field(d: &Diagnostic) -> &str {
    d.quoted(usize::from(d.code == "E0560"))
}

/// The type whose field is looked for behind a guard, without its path: `State` of `MutexGuard<'_, task_done::State<T>>`.
fn guarded(d: &Diagnostic) -> Option<&str> {
    let inner = d.quoted(1).split_once("Guard<")?.1.split_once(", ")?.1;
    inner.split(['<', '>']).next()?.rsplit("::").next()
}

/// The field belongs to a type of the learner's own, or to what a guard of it leads to.
fn undeclared(d: &Diagnostic) -> bool {
    let own = !within(d) || guarded(d).is_some();
    let others = d.quoted(1).ends_with("Child");
    let listed = ["available field", "a field with a similar name exists"].iter().any(|words| d.says(words));
    d.code == "E0560" || (listed && own && !others)
}

/// Where to declare it.
fn declare(d: &Diagnostic) -> String {
    if let Some(kind) = guarded(d) {
        return format!(
            "`{kind}`의 `{{ }}` 안에 `{}: 타입,`으로 더하고, `{kind} {{ … }}`로 만드는 곳에서 처음 값을 적습니다. 이름을 잘못 적었다면 rustc가 알려 주는 필드에서 고릅니다.",
            field(d)
        );
    }
    if d.says("`state`") {
        return format!(
            "뮤텍스에 든 `State`의 필드라면 가드로 닿습니다: `self.state.lock().unwrap().{0}`, 이미 잠갔다면 `state.{0}`. 어디에도 없는 필드라면 `State`에 `이름: 타입,`으로 더하고 `new`에서 처음 값을 적습니다.",
            field(d)
        );
    }
    "구조체의 `{ }` 안에 `이름: 타입,`으로 더하고, 만드는 곳(`new`)에서 처음 값을 적습니다. 이름을 잘못 적었다면 rustc가 알려 주는 필드에서 고릅니다.".into()
}

/// What is marked stands where an argument ends.
fn given(d: &Diagnostic) -> bool {
    let after = d.place().and_then(|span| {
        let columns = span.before.chars().count() + span.marked.chars().count();
        span.source.first()?.chars().nth(columns)
    });
    after.is_some_and(|next| [')', ','].contains(&next))
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "forgets_to_declare_the_field",
        codes: &["E0609", "E0560"],
        fits: undeclared,
        title: "선언하지 않은 필드입니다",
        means: |d| {
            format!(
                "`{}` 필드는 여기의 구조체에 선언되어 있지 않습니다. 파이썬의 `self.x = …`처럼 쓰면서 만들 수 없습니다.",
                field(d)
            )
        },
        advice: declare,
    },
    Entry {
        id: "asks_the_lock_for_a_field",
        codes: &["E0609", "E0610"],
        fits: |_| true,
        title: "그 타입에는 없는 필드입니다",
        means: |d| {
            format!(
                "`{}` 필드는 `{}` 타입에 없습니다. 그 안에 든 값의 필드일 수 있습니다.",
                d.quoted(0),
                d.quoted(1)
            )
        },
        advice: |d| {
            if d.quoted(1).ends_with("Child") {
                return "자식의 번호는 메서드입니다: `child.id()`. 신호를 보낼 때는 `Pid::from_child(child)`로 만듭니다.".into();
            }
            if d.quoted(1) == "std::io::Error" {
                return "`io::Error`에는 밖에서 바꿀 필드가 없습니다. 말을 붙이려면 새로 만듭니다: `io::Error::new(error.kind(), format!(\"{program}: {error}\"))`.".into();
            }
            if wrapped(d.quoted(1)) {
                return format!(
                    "값을 먼저 꺼냅니다: 실패를 부른 쪽에 넘기려면 `check()?.{}`, 실패할 까닭이 없을 때만 `unwrap()`입니다.",
                    d.name()
                );
            }
            if d.says("one of the expressions' fields") {
                return "그 필드는 다른 필드 안에 있습니다. rustc가 `+`로 권하는 대로 그 앞의 이름까지 적습니다.".into();
            }
            "뮤텍스라면 `state.lock().unwrap().ready`처럼 잠근 뒤에 읽습니다.".into()
        },
    },
    Entry {
        id: "takes_a_method_for_a_field",
        codes: &["E0615"],
        fits: |_| true,
        title: "필드가 아니라 메서드입니다",
        means: |d| {
            format!(
                "`{}` 메서드를 부르려면 괄호가 있어야 합니다. 메서드를 값처럼 넘길 수는 없습니다.",
                d.name()
            )
        },
        advice: |d| {
            if given(d) {
                return format!(
                    "나중에 부를 것으로 넘기려면 클로저로 감쌉니다: `|items| self.{0}(items)`. 지금 부르려던 것이라면 괄호를 붙입니다: `{0}()`.",
                    d.name()
                );
            }
            format!("괄호를 붙여 부릅니다: `{}()`.", d.name())
        },
    },
];
