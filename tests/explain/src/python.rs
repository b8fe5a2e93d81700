//! What is written as in Python: its statements, names, methods and lists.

use crate::methods::lock;
use crate::types::sides;
use crate::words::{EXCEPTIONS, METHODS, MODULES, NAMES, STATEMENTS};
use crate::{Diagnostic, Entry};

/// The words of a line of source, without what it quotes and remarks: a word of Python stands alone or before a colon.
fn words(line: &str) -> impl Iterator<Item = String> {
    let code: String = line.split('"').step_by(2).collect();
    let code = code.split("//").next().unwrap_or("").to_owned();
    let words = code.split_whitespace().map(|word| word.trim_end_matches(':').to_owned());
    words.collect::<Vec<_>>().into_iter()
}

/// The statement of Python that stands where the syntax breaks off, and what Rust has for it.
fn statement(d: &Diagnostic) -> Option<(&'static str, &'static str)> {
    let place = d.place()?;
    let line = place.source.first()?;
    if d.message.contains("prefix `f` is unknown") {
        return Some(("f\"…\"", "`f\"{x}\"`는 `format!(\"{x}\")`입니다."));
    }
    if line.trim_start().starts_with("# ") {
        return Some(("#", "설명은 `// 설명`으로 적습니다."));
    }
    let inside = !place.before.trim().is_empty();
    match place.marked.as_str() {
        "in" => {
            return Some((
                "in",
                "`key in values`는 맵이라면 `values.contains_key(key)`, 리스트라면 `values.contains(&key)`입니다.",
            ));
        }
        "for" if inside => {
            return Some((
                "[… for … in …]",
                "빈 리스트(`Vec::new()`)를 만들고 `for`로 돌며 `push`합니다. `?`가 없는 식이라면 `items.iter().map(|item| …).collect()`로도 됩니다.",
            ));
        }
        "if" if inside => {
            return Some(("a if 조건 else b", "`if 조건 { a } else { b }`로 적습니다. 이것도 값입니다."));
        }
        _ => {}
    }
    let known = words(line).find_map(|word| STATEMENTS.iter().find(|(known, _)| *known == word).copied());
    let opens = line.trim_end().ends_with(':');
    known.or_else(|| opens.then_some((":", "블록은 `:`과 들여쓰기가 아니라 `{ }`로 묶습니다.")))
}

/// Calls a function of this name, and not a variable.
fn called(d: &Diagnostic) -> bool {
    d.message.contains("function")
}

/// What Rust has for a name of Python that is not found.
fn name(d: &Diagnostic) -> Option<&'static str> {
    let name = d.name().split("::").next().unwrap_or("");
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(known, _)| *known == name).map(|(_, advice)| *advice)
    };
    if d.code == "E0425" && [format!("({name}="), format!(", {name}=")].iter().any(|given| d.shows(given)) {
        return Some("인수를 이름으로 넘길 수 없습니다. 선언에 적힌 차례대로 값만 적습니다.");
    }
    let module = d.says("module or crate") || d.says("unresolved") || d.shows(&format!("{name}.sleep("));
    let lower = name.starts_with(char::is_lowercase) && !["self", "pass"].contains(&name);
    find(EXCEPTIONS)
        .or_else(|| module.then(|| find(MODULES)).flatten())
        .or_else(|| (!lower || called(d)).then(|| find(NAMES)).flatten())
}

/// What Rust has for a method of Python.
fn method(d: &Diagnostic) -> Option<&'static str> {
    let wanted = sides(d).map_or("", |(wanted, _)| wanted);
    if wanted.starts_with("&mut ") && d.shows(".append(") {
        return Some(
            "`append`는 `push`입니다(`VecDeque`라면 `push_back`). Rust의 `append`는 다른 리스트를 통째로 옮겨 붙입니다.",
        );
    }
    let locked = lock(d.message.rsplit("for ").next().unwrap_or(""));
    let mut known = METHODS.iter().filter(|(method, ..)| *method == d.name());
    let wrapped = d.message.contains("enum `Result") || d.message.contains("enum `Option");
    let known = known.find(|(_, kinds, _)| {
        (kinds.is_empty() && !locked) || kinds.iter().any(|kind| d.message.contains(kind))
    });
    known.filter(|_| d.code == "E0599" && !wrapped).map(|(.., advice)| *advice)
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "writes_a_statement_of_python",
        codes: &[],
        fits: |d| statement(d).is_some(),
        title: "파이썬의 문법입니다",
        means: |d| format!("Rust에는 없는 파이썬의 문법입니다: `{}`.", statement(d).unwrap_or_default().0),
        advice: |d| statement(d).unwrap_or_default().1.into(),
    },
    Entry {
        id: "writes_true_as_in_python",
        codes: &["E0425", "E0433", "E0412", "E0432", "E0405"],
        fits: |d| name(d).is_some(),
        title: "파이썬의 이름입니다",
        means: |d| format!("파이썬에서 쓰는 이름입니다: `{}`. Rust에는 다른 이름이 있습니다.", d.name()),
        advice: |d| name(d).unwrap_or_default().into(),
    },
    Entry {
        id: "calls_a_method_of_python",
        codes: &["E0599", "E0308"],
        fits: |d| method(d).is_some(),
        title: "파이썬의 메서드입니다",
        means: |_| {
            "파이썬에서 부르던 이름이고, Rust의 이 타입에서는 다른 이름이나 다른 방법으로 합니다.".into()
        },
        advice: |d| method(d).unwrap_or_default().into(),
    },
    Entry {
        id: "makes_a_list_as_in_python",
        codes: &["E0599", "E0369", "E0308"],
        fits: |d| {
            d.message.contains("found for array `[")
                || d.message.starts_with("cannot multiply `[")
                || sides(d).is_some_and(|(wanted, found)| {
                    wanted.starts_with("Vec<") && found.starts_with('[') && found.contains("; ")
                })
        },
        title: "배열은 파이썬의 리스트가 아닙니다",
        means: |_| {
            "`[…]`는 길이가 정해진 배열이라 늘어나지 않고 곱해지지도 않습니다. 파이썬의 리스트는 `Vec`입니다."
                .into()
        },
        advice: |_| {
            "빈 리스트는 `Vec::new()`, 값이 있는 리스트는 `vec![1, 2]`, `[None] * n`은 `vec![None; n]`입니다."
                .into()
        },
    },
    Entry {
        id: "adds_in_a_map_as_in_python",
        codes: &["E0594", "E0282", "E0283"],
        fits: |d| {
            d.message.contains("in an index of")
                || ["for `HashMap<", "for `BTreeMap<"].iter().any(|kind| d.message.contains(kind))
        },
        title: "맵의 `[]`로는 읽기만 합니다",
        means: |_| {
            "`map[key]`는 있는 값을 읽을 뿐이라 `map[key] = 값`이나 `map[key] += 1`로 바꾸지 못합니다. 맵에 무엇을 담는지도 `insert`나 `entry`로 넣을 때 정해집니다.".into()
        },
        advice: |_| {
            "더할 때는 `*map.entry(key).or_insert(0) += 1;`, 넣을 때는 `map.insert(key, 값);`으로 적습니다."
                .into()
        },
    },
    Entry {
        id: "adds_strings_as_in_python",
        codes: &["E0369"],
        fits: |d| {
            (d.message.starts_with("cannot add `") || d.message.starts_with("cannot multiply `"))
                && (0..2).any(|side| ["&str", "String", "&String"].contains(&d.quoted(side)))
        },
        title: "문자열을 계산합니다",
        means: |_| "빌린 문자열(`&str`)에는 `+`도 `*`도 없습니다. 숫자와도 이어지지 않습니다.".into(),
        advice: |_| {
            "이을 때는 `format!(\"{name}: {count}\")`, 되풀이할 때는 `\"-\".repeat(n)`을 씁니다.".into()
        },
    },
];
