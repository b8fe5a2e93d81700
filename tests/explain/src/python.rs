//! What is written as in Python: its statements, names, methods and lists.

use crate::calls::{self, ARGUMENTS, LISTS, begins, inner};
use crate::modules::{MODULES, module};
use crate::numbers::NUMBERS;
use crate::statements::{MESSAGES, SHAPES, STATEMENTS, YIELD, statement};
use crate::types::sides;
use crate::words::{EXCEPTIONS, NAMES, TYPES, find};
use crate::{Diagnostic, Entry};

/// What follows the place on its line.
fn after(d: &Diagnostic) -> &str {
    let after = |span: &'_ crate::Span| -> Option<usize> { Some(span.before.len() + span.marked.len()) };
    let place = d.place();
    let line = place.and_then(|span| span.source.first()).map_or("", String::as_str);
    place.and_then(after).and_then(|at| line.get(at..)).unwrap_or("").trim_start()
}

fn before(d: &Diagnostic) -> &str {
    d.place().map_or("", |span| span.before.trim())
}

/// The name is the learner's own: it stands elsewhere, and rustc says where.
fn own(d: &Diagnostic) -> bool {
    let places =
        ["available in a different scope", "consider using the method", "consider using the associated"];
    let proposes = |home: &str| d.spans.iter().any(|span| span.proposed.contains(home));
    // What a library has too is no name of the course.
    places.iter().any(|place| d.says(place)) || (proposes("use crate::") && !proposes("use std::"))
}

/// Small words that are no names of variables.
const WORDS: [&str; 12] =
    ["self", "null", "nil", "argv", "environ", "int", "float", "raise", "pass", "yield", "elif", "__name__"];

/// The line makes a text of an error that it has caught: `Err(e) => str(e)`.
fn caught(line: &str) -> bool {
    let given =
        line.split_once("str(").and_then(|(_, rest)| rest.split_once(')')).map_or("", |(name, _)| name);
    line.contains(&format!("Err({given})")) || ["e", "err", "error", "exc"].contains(&given)
}

const ERROR: &str = "오류를 문자열로 바꾸는 것은 `error.to_string()`입니다. `join()`과 `catch_unwind`의 `Err`에 든 패닉의 값은 오류가 아니라 상자이므로 `error.downcast_ref::<&str>()`와 `error.downcast_ref::<String>()`에 차례로 물어봅니다.";

/// What Rust has for a name of Python that is not found.
fn name(d: &Diagnostic) -> Option<&'static str> {
    let name = d.name().split("::").next().unwrap_or("");
    let line = d.place().and_then(|span| span.source.first()).map_or("", String::as_str);
    if own(d) {
        return None;
    }
    if line.contains("isinstance(") {
        return find(NAMES, "isinstance");
    }
    if name == "str" && caught(line) {
        return Some(ERROR);
    }
    if d.code == "E0423" {
        let known = d.says("found builtin type") || name == "print";
        return known.then(|| find(NAMES, name)).flatten();
    }
    if d.message.contains("cannot find type") && !after(d).starts_with("::") {
        return find(TYPES, name).or_else(|| find(EXCEPTIONS, name));
    }
    let reached = d.code != "E0425" || after(d).starts_with('.');
    let small =
        name.starts_with(char::is_lowercase) && !d.message.contains("function") && !WORDS.contains(&name);
    find(EXCEPTIONS, name)
        .or_else(|| reached.then(|| module(name, line)).flatten())
        .or_else(|| (!small).then(|| find(NAMES, name).or_else(|| find(STATEMENTS, name))).flatten())
}

/// The name of an argument that is given by its name: `recv(timeout=limit)`.
fn argument(d: &Diagnostic) -> Option<&str> {
    let opened = before(d).ends_with(['(', ',']);
    if d.code != "E0308" {
        return (opened && after(d).starts_with('=') && !after(d).starts_with("==")).then(|| d.name());
    }
    // The name is that of a variable too: `recv(limit=limit)` assigns, and gives `()`.
    let (name, value) = d.marked().split_once('=')?;
    let given = opened && sides(d).is_some_and(|(_, found)| found == "()") && !value.starts_with('=');
    given.then_some(name.trim()).filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
}

/// What Rust has for an argument that is given by its name.
const BY_NAME: &[(&str, &str)] = &[
    (
        "timeout",
        "한도를 받는 메서드가 따로 있습니다: `receiver.recv_timeout(limit)`, `condvar.wait_timeout_while(guard, limit, |items| items.is_empty())`, `parking_lot`의 `try_lock_for(limit)`. 자식 프로세스는 이 과정의 `wait_for_end`로 기다립니다.",
    ),
    ("block", "기다리지 않는 메서드가 따로 있습니다: `try_recv()`, `try_send(item)`, `try_lock()`."),
    (
        "key",
        "기준을 받는 메서드가 따로 있습니다: `items.sort_by_key(|item| item.len());`, `items.iter().max_by_key(|item| item.len())`.",
    ),
    ("reverse", "`items.sort();` 다음에 `items.reverse();`라고 적습니다."),
    (
        "target",
        "할 일과 인수를 클로저에 적습니다: `thread::spawn(move || job(&name))`. 파이썬의 `Process`라면 `Command::new(env::current_exe()?)`나 `fork_child(|| 0)?`로 띄웁니다.",
    ),
    ("args", "할 일과 인수를 클로저에 적습니다: `thread::spawn(move || job(&name))`."),
    ("maxsize", "크기를 값으로만 넘깁니다: `mpsc::sync_channel(size)`."),
    ("end", "줄을 바꾸지 않는 것은 `print!(\"{x}\")`입니다."),
    ("shell", "셸을 거치려면 `Command::new(\"/bin/sh\").arg(\"-c\").arg(line)`으로 적습니다."),
    ("cwd", COMMAND),
    ("env", COMMAND),
    ("stdin", COMMAND),
    ("stdout", COMMAND),
    ("stderr", COMMAND),
    ("capture_output", "출력을 가로채는 것은 `command.output()?`입니다."),
    ("check", "실패는 `output.status.success()`로 보고 `Err(…)`를 돌려줍니다."),
    ("text", "출력은 바이트입니다: `String::from_utf8_lossy(&output.stdout)`."),
    ("default", "없을 때의 값은 `unwrap_or(0)`으로 줍니다: `map.get(&key).copied().unwrap_or(0)`."),
];

const COMMAND: &str = "메서드로 하나씩 붙입니다: `command.current_dir(cwd)`, `command.env(\"HOME\", \"/\")`, `command.stdout(Stdio::piped())`.";

/// What Rust has for a method of Python, which may be the name of another method of Rust.
fn method(d: &Diagnostic) -> Option<&'static str> {
    let wanted = sides(d).map_or("", |(wanted, _)| wanted);
    if d.code == "E0308" {
        let list = ["&Vec<", "&VecDeque<"].iter().any(|kind| d.says(&format!("found reference `{kind}")));
        if before(d).ends_with(".append(") && !list {
            return Some(
                "`append`는 `push`입니다(`VecDeque`라면 `push_back`). Rust의 `append`는 다른 리스트를 통째로 옮겨 붙입니다.",
            );
        }
        let value = sides(d).is_some_and(|(_, found)| !NUMBERS.contains(&found) && found != "{integer}");
        return (wanted == "usize" && value && before(d).ends_with(".remove(")).then_some(
            "`Vec`의 `remove`는 자리 번호를 받습니다. 값으로 지우려면 남길 것을 고릅니다: `active.retain(|other| other != name);`.",
        );
    }
    if d.code == "E0061" {
        let extra = d.message.contains("takes 0 arguments but 1");
        let fits = match d.marked() {
            "split" | "min" | "max" => d.message.contains("takes 1 argument but 0"),
            _ => extra,
        };
        return (fits && d.message.starts_with("this method")).then(|| find(ARGUMENTS, d.marked())).flatten();
    }
    calls::method(d).or_else(|| calls::field(d))
}

/// What is done in a way of Python, and how Rust does it.
fn way(d: &Diagnostic) -> Option<(&'static str, &'static str)> {
    let asks = || ["if", "while", "&&", "||", "!", "not"].iter().any(|word| before(d).ends_with(word));
    let message = d.message.as_str();
    match d.code.as_str() {
        "E0308" => {
            let (wanted, found) = sides(d)?;
            if wanted != "bool" || !asks() {
                return None;
            }
            found.starts_with("Option<").then_some((
                "if x:",
                "`if x:`는 안의 값을 쓴다면 `if let Some(x) = x`, 있는지만 본다면 `if x.is_some()`입니다. 가드라면 `is_some()`만 보고 버리므로 잠금이 곧바로 풀립니다. `if not x:`는 `if x.is_none()`입니다.",
            ))
        }
        "E0614" if before(d).ends_with("(*") || before(d).ends_with(", *") => {
            Some(("f(**map)", "맵을 풀어 인수로 넘길 수 없습니다. 인수를 차례대로 하나씩 적습니다."))
        }
        "E0614" if before(d).ends_with('*') && d.marked().starts_with('*') => {
            Some(("n ** 2", "`n ** 2`는 `n.pow(2)`입니다. 소수라면 `x.powi(2)`입니다."))
        }
        "E0608" if message.contains("of type `()`") => Some((
            "results = {}",
            "`{}`는 값이 없는 빈 블록입니다(`()`). 빈 맵은 `HashMap::new()`로 만들고 `map.insert(key, 값);`으로 넣습니다. 빈 리스트는 `Vec::new()`와 `push`입니다.",
        )),
        "E0608" if message.contains("of type `(") => {
            Some(("pair[0]", "튜플의 원소는 `pair.0`, `pair.1`로 꺼내거나 `let (a, b) = pair;`로 나눕니다."))
        }
        "E0277" if message.contains("the type `str` cannot be indexed") && d.marked().starts_with('-') => {
            Some((
                "text[-1]",
                "끝 글자가 무엇인지는 `text.ends_with('\\n')`으로 묻고, 꺼낼 때는 `text.chars().next_back()`이 `Option`을 돌려줍니다.",
            ))
        }
        "E0277" if message.contains("the type `str` cannot be indexed") => Some((
            "text[0]",
            "글자는 `text.chars().next()`나 `text.chars().nth(0)`으로 꺼내고 `Option`을 돌려줍니다. 바이트라면 `text.as_bytes()[0]`입니다.",
        )),
        "E0277" if message.contains("Pattern` is not satisfied") && d.shows("(b\"") => Some((
            "text.replace(b\"…\")",
            "문자열에서 찾고 바꿀 것도 문자열입니다. `b`를 뺍니다: `text.replace(\"\\r\\n\", \"\\n\")`.",
        )),
        "E0277" if message.contains("values of type `str` cannot be known") => Some((
            "str",
            "`str`은 그대로 받거나 담지 못합니다. 받을 때는 `&str`, 담거나 돌려줄 때는 `String`입니다.",
        )),
        "E0369" if begins(inner(d.quoted(0)), LISTS) && message.starts_with("cannot add") => Some((
            "xs + ys",
            "`xs += ys`는 `xs.extend(ys);`입니다. 바이트라면 `bytes.extend_from_slice(&piece);`입니다.",
        )),
        "E0573" if d.name() == "None" => Some((
            "-> None",
            "돌려줄 것이 없는 함수에는 `->`를 적지 않습니다. 없을 수도 있는 값은 `Option<u64>`처럼 적고 `None`이나 `Some(값)`을 돌려줍니다.",
        )),
        "E0658" if message.contains("yield") => Some(("yield", YIELD)),
        "E0658" if message.contains("default values on") => Some((
            "closed: bool = False",
            "필드를 선언할 때는 값을 적지 않습니다. `closed: bool,`이라고 선언하고 `new`에서 `closed: false`로 만듭니다.",
        )),
        "E0423" if message.contains("found module") && after(d).starts_with('.') => Some((
            "모듈.이름",
            "모듈의 이름은 `.`이 아니라 `::`으로 잇습니다: `thread::sleep(limit)`, `mpsc::channel()`.",
        )),
        _ => None,
    }
}

/// Every sentence that a word of Python is told, and the word.
pub(crate) fn dictionary() -> impl Iterator<Item = (&'static str, &'static str)> {
    let tables = [NAMES, TYPES, EXCEPTIONS, STATEMENTS, SHAPES, ARGUMENTS, BY_NAME, MODULES];
    let by_type = calls::METHODS.iter().chain(calls::FIELDS).map(|(word, _, advice)| (*word, *advice));
    let messages = MESSAGES.iter().map(|(_, what, advice)| (*what, *advice));
    tables.into_iter().flatten().copied().chain(by_type).chain(messages)
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "writes_a_statement_of_python",
        codes: &[],
        fits: |d| statement(d).is_some(),
        title: "파이썬의 문법입니다",
        means: |d| format!("Rust에는 없는 파이썬의 문법입니다: `{}`.", statement(d).unwrap_or_default().0),
        advice: |d| statement(d).unwrap_or_default().1,
    },
    Entry {
        id: "gives_by_name",
        codes: &["E0425", "E0308", "E0423"],
        fits: |d| argument(d).is_some(),
        title: "인수를 이름으로 넘길 수 없습니다",
        means: |d| {
            format!(
                "파이썬의 `{}=…`처럼 이름을 붙여 넘기는 인수가 없습니다. 선언에 적힌 차례대로 값만 적습니다.",
                argument(d).unwrap_or_default()
            )
        },
        advice: |d| {
            find(BY_NAME, argument(d).unwrap_or_default())
                .unwrap_or(
                    "이름과 `=`을 지우고, 선언에 적힌 인수를 모두 차례대로 적습니다. 기본값도 없습니다.",
                )
                .into()
        },
    },
    Entry {
        id: "writes_true_as_in_python",
        codes: &["E0425", "E0433", "E0412", "E0432", "E0405", "E0423", "E0424"],
        fits: |d| name(d).is_some(),
        title: "파이썬의 이름입니다",
        means: |d| format!("파이썬에서 쓰는 이름입니다: `{}`. Rust에는 다른 이름이 있습니다.", d.name()),
        advice: |d| name(d).unwrap_or_default().into(),
    },
    Entry {
        id: "calls_a_method_of_python",
        codes: &["E0599", "E0308", "E0609", "E0061"],
        fits: |d| method(d).is_some(),
        title: "파이썬의 메서드입니다",
        means: |_| {
            "파이썬에서 부르던 이름이고, Rust의 이 타입에서는 다른 이름이나 다른 방법으로 합니다.".into()
        },
        advice: |d| method(d).unwrap_or_default().into(),
    },
    Entry {
        id: "does_it_as_in_python",
        codes: &["E0277", "E0308", "E0369", "E0423", "E0573", "E0608", "E0614", "E0658"],
        fits: |d| way(d).is_some(),
        title: "파이썬의 방식입니다",
        means: |d| {
            format!("파이썬에서 `{}`로 하던 일이고, Rust에서는 다르게 합니다.", way(d).unwrap_or_default().0)
        },
        advice: |d| way(d).unwrap_or_default().1.into(),
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
        codes: &["E0594", "E0282", "E0283", "E0308"],
        fits: |d| {
            d.message.contains("in an index of")
                || ["for `HashMap<", "for `BTreeMap<"].iter().any(|kind| d.message.contains(kind))
                || (before(d).ends_with('[') && sides(d).is_some_and(|(wanted, _)| wanted.starts_with('&')))
        },
        title: "맵의 `[]`로는 읽기만 합니다",
        means: |_| {
            "`map[key]`는 있는 값을 읽을 뿐이라 `map[key] = 값`이나 `map[key] += 1`로 바꾸지 못합니다. 맵에 무엇을 담는지도 `insert`나 `entry`로 넣을 때 정해집니다.".into()
        },
        advice: |_| {
            "더할 때는 `*map.entry(key).or_insert(0) += 1;`, 넣을 때는 `map.insert(key, 값);`으로 적습니다. 읽을 때는 `map[&key]`나 `map.get(&key)`입니다."
                .into()
        },
    },
    Entry {
        id: "adds_strings_as_in_python",
        codes: &["E0369"],
        fits: |d| {
            ["add", "multiply", "calculate the remainder of"]
                .iter()
                .any(|what| d.message.starts_with(&format!("cannot {what} `")))
                && (0..2).any(|side| ["&str", "String", "&String"].contains(&d.quoted(side)))
        },
        title: "문자열을 계산합니다",
        means: |_| "빌린 문자열(`&str`)에는 `+`도 `*`도 없습니다. 숫자와도 이어지지 않습니다.".into(),
        advice: |d| {
            let left = d.quoted(1).rsplit("::").next().unwrap_or_default();
            if left.starts_with(char::is_uppercase) && left != "String" {
                return "왼쪽은 문자열이 아니라 직접 선언한 타입입니다. 열거형이라면 `match`로 나누어 안의 값을 꺼냅니다.".into();
            }
            "이을 때는 `format!(\"{name}: {count}\")`, 되풀이할 때는 `\"-\".repeat(n)`을 씁니다.".into()
        },
    },
];
