//! Fields that are not there.

use crate::Diagnostic;

/// Whether the field is looked for in what holds another value, and not in a type of the learner's own.
fn within(d: &Diagnostic) -> bool {
    let kinds = ["Mutex<", "RwLock<", "Option<", "Result<", "Arc<", "Guard<"];
    kinds.iter().any(|kind| d.quoted(1).contains(kind))
}

/// The field that is not there: "no field `x` on type …", "struct `S` has no field named `x`".
pub(crate) fn field(d: &Diagnostic) -> &str {
    d.quoted(usize::from(d.code == "E0560"))
}

/// The type whose field is looked for behind a guard, without its path: `State` of `MutexGuard<'_, task_done::State<T>>`.
fn guarded(d: &Diagnostic) -> Option<&str> {
    let inner = d.quoted(1).split_once("Guard<")?.1.split_once(", ")?.1;
    inner.split(['<', '>']).next()?.rsplit("::").next()
}

/// The field belongs to a type of the learner's own, or to what a guard of it leads to.
pub(crate) fn undeclared(d: &Diagnostic) -> bool {
    let own = !within(d) || guarded(d).is_some();
    let others = d.quoted(1).ends_with("Child");
    let listed = ["available field", "a field with a similar name exists"].iter().any(|words| d.says(words));
    d.code == "E0560" || (listed && own && !others)
}

/// Where to declare it.
pub(crate) fn declare(d: &Diagnostic) -> String {
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
