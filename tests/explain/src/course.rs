//! Errors that are not in the learner's file but come from it: a name that the checks need is gone or looks different.

use crate::{Diagnostic, Entry};

/// The step's file that an error outside of it comes from: the checks of a step call what is in it, and so does the
/// program of a topic, `lessons/mutex/src/main.rs`.
pub(crate) fn step_file(d: &Diagnostic) -> Option<String> {
    let mut parts = d.place()?.file.rsplit('/');
    let (file, folder, above) = (parts.next()?.strip_suffix(".rs")?, parts.next()?, parts.next()?);
    if above == "tests" {
        return Some(format!("lessons/{folder}/src/{file}.rs"));
    }
    // `lesson_mutex::worker::run`
    let mut path = d.name().split("::");
    let topic = path.next()?.strip_prefix("lesson_")?;
    let step = path.next()?;
    (file == "main" && folder == "src").then(|| format!("lessons/{topic}/src/{step}.rs"))
}

fn file(d: &Diagnostic) -> String {
    step_file(d).unwrap_or_default()
}

fn elsewhere(d: &Diagnostic) -> bool {
    step_file(d).is_some()
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "lacks_what_the_checks_call",
        codes: &["E0432", "E0425", "E0433", "E0412", "E0603"],
        fits: elsewhere,
        title: "검사가 부르는 이름이 없습니다",
        means: |d| {
            let name = d.name().rsplit("::").next().unwrap_or("");
            let name = d
                .spans
                .iter()
                .find_map(|span| span.label.strip_prefix("no `")?.split('`').next())
                .unwrap_or(name);
            format!(
                "{} 파일에 있어야 할 이름입니다: `{name}`. 지웠거나, 이름을 바꾸었거나, `pub`이 없습니다.",
                file(d)
            )
        },
        advice: |d| {
            format!("{}에서 그 이름을 되돌립니다. rustc가 권하는 다른 이름은 쓰지 않습니다.", file(d))
        },
    },
    Entry {
        id: "looks_different_from_what_the_checks_call",
        codes: &["E0308", "E0061", "E0277", "E0599", "E0631"],
        fits: elsewhere,
        title: "함수나 타입의 선언이 처음과 다릅니다",
        means: |d| {
            format!(
                "검사는 {}에 처음 적혀 있던 선언대로 부릅니다. 인수나 돌려주는 타입, 메서드의 이름이 바뀌었습니다.",
                file(d)
            )
        },
        advice: |d| format!("{}의 `pub` 선언을 처음대로 되돌리고, 안쪽만 고칩니다.", file(d)),
    },
];
