//! The statements and expressions of Python at which the syntax of Rust breaks off.

use crate::modules::MODULES;
use crate::words::{EXCEPTIONS, find};
use crate::{Diagnostic, Span};

/// What was written, and what Rust has for it.
type Told = (&'static str, String);

/// What rustc says of a mistake that comes from Python, what was written, and what Rust has for it.
pub(crate) const MESSAGES: &[(&str, &str, &str)] = &[
    (
        "negative integers cannot be used to index",
        "list[-1]",
        "마지막 원소는 `list.last().unwrap()`이나 `list[list.len() - 1]`입니다. 음수 번호는 없습니다.",
    ),
    (
        "comparison operators cannot be chained",
        "1 < n < 3",
        "비교를 둘로 나누어 `1 < n && n < 3`으로 적습니다.",
    ),
    ("invalid comparison operator `<>`", "<>", "`a <> b`는 `a != b`입니다."),
    ("parameter defaults are not supported", "인수의 기본값", DEFAULT),
    (
        "incorrect use of `await`",
        "await",
        "이 과정에서는 `async`를 쓰지 않습니다. 스레드라면 `thread::spawn(job)`으로 띄우고 `join().unwrap()`으로 받고, 자식 프로세스라면 `fork_child(…)?`로 띄우고 `wait()?`로 기다립니다.",
    ),
    (
        "format argument must be a string literal",
        "print(x)",
        "`println!`의 첫 인수는 따옴표로 적은 문자열입니다: `println!(\"{x}\")`. `end=\"\"`는 `print!`, `flush=True`는 `io::stdout().flush()?`입니다.",
    ),
    (
        "named argument never used",
        "print(x, end=\"\")",
        "`print(x, end=\"\")`는 `print!(\"{x}\")`, `flush=True`는 `io::stdout().flush()?`입니다. 이름을 준 인수는 `{이름}`으로 쓸 때만 적습니다.",
    ),
    ("argument never used", "print(a, b)", SEVERAL),
    ("multiple unused formatting arguments", "print(a, b)", SEVERAL),
    ("field access isn't supported", "f\"{self.x}\"", FIELDS),
    ("unknown format trait `f`", "f\"{x:.2f}\"", "`f\"{x:.2f}\"`는 `format!(\"{x:.2}\")`입니다."),
    ("invalid format string: expected `}`, found", "f\"{식}\"", FIELDS),
    (
        "found keyword `struct`",
        "struct",
        "`struct.pack(\"<Q\", n)`은 `n.to_le_bytes()`, `struct.unpack`은 `u64::from_le_bytes(bytes)`입니다. 여기서 `bytes`는 `[u8; 8]`입니다.",
    ),
    (
        "expected identifier, found keyword `self`",
        "Permit(self, n)",
        "구조체의 필드는 이름과 값을 함께 적습니다: `Permit { semaphore: self, n }`. 변수의 이름이 필드와 같을 때만 이름 하나로 됩니다.",
    ),
    ("expected `,`, found `%`", "\"%d\" % n", FORMATS),
    (
        "found keyword `type`",
        "type(x)",
        "타입은 컴파일할 때 정해져 있어 물을 일이 없습니다. 열거형의 갈래는 `matches!(state, State::Open)`으로 봅니다.",
    ),
];

const DEFAULT: &str = "인수에는 기본값이 없습니다. 없을 수도 있는 인수는 `limit: Option<Duration>`으로 받고 부르는 쪽이 `None`을 적습니다.";
const SEVERAL: &str =
    "`print(\"합\", n)`은 `println!(\"합 {n}\")`입니다. 값을 넣을 자리마다 `{ }`를 적습니다.";
const FORMATS: &str = "값은 문자열 안의 `{ }`에 적습니다: `println!(\"작업 {n} 시작\")`.";
const FIELDS: &str =
    "`{ }` 안에는 변수의 이름만 적습니다. 필드나 식은 뒤에 적습니다: `format!(\"{}개\", self.count)`.";

/// Statements, by the word they begin with or hang on.
pub(crate) const STATEMENTS: &[(&str, &str)] = &[
    (
        "raise",
        "오류는 값으로 돌려줍니다: `return Err(오류);`. 오류의 필드는 `오류 { 이름: 값 }`처럼 적습니다.",
    ),
    ("except", TRY),
    ("try", TRY),
    (
        "finally",
        "마지막에 꼭 할 일은 값이 사라질 때(`Drop`) 합니다. 오류를 `?`로 넘기지 않고 변수에 담아 두었다가 그 일을 한 다음에 돌려주어도 됩니다.",
    ),
    (
        "with",
        "가드가 있는 동안 잠겨 있습니다: `let guard = lock.lock().unwrap();`. 블록 `{ }`이 끝나거나 `drop(guard)`를 부르면 풀립니다.",
    ),
    ("def", "함수는 `fn 이름(인수: 타입) -> 타입 { … }`으로 적습니다. 메서드의 첫 인수는 `&self`입니다."),
    ("elif", "`else if 조건 { … }`로 적습니다."),
    (
        "lambda",
        "`lambda x: 식`은 `|x| 식`이고, 인수가 없으면 `|| 식`입니다. 정렬의 `key=lambda w: len(w)`는 `words.sort_by_key(|word| word.len());`입니다.",
    ),
    (
        "is",
        "`x is None`은 `x.is_none()`, `x is not None`은 `x.is_some()`입니다. 다른 값이라면 `==`로 비교하고, 두 참조가 같은 것을 가리키는지는 `std::ptr::eq(a, b)`로 봅니다.",
    ),
    (
        "not",
        "`not x`는 `!x`입니다. `x not in values`는 리스트라면 `!values.contains(&x)`, 맵이라면 `!values.contains_key(&x)`입니다.",
    ),
    (
        "import",
        "파일 위쪽에 `use std::thread;`처럼 적습니다. `from queue import Queue`는 `use 모듈::이름;`입니다.",
    ),
    ("class", "필드는 `struct 이름 { … }`에, 메서드는 `impl 이름 { … }`에 적습니다."),
    (
        "del",
        "`del map[key]`는 `map.remove(&key);`, `del xs[0]`은 `xs.remove(0);`, `del x`는 `drop(x);`입니다.",
    ),
    ("assert", "`assert n == 1, \"까닭\"`은 `assert!(n == 1, \"까닭\");`입니다."),
    ("pass", "할 일이 없는 블록은 `{ }`로 비워 둡니다."),
    ("global", SHARED),
    ("nonlocal", SHARED),
    ("yield", YIELD),
    ("print", "`print(x)`는 `println!(\"{x}\")`입니다."),
    ("switch", CASE),
    ("case", CASE),
];

const TRY: &str = "실패할 수 있는 일은 `Result`를 돌려줍니다. 부른 쪽에 넘기려면 `?`를 붙이고, 그 자리에서 다루려면 `match 식 { Ok(값) => …, Err(오류) => … }`로 나눕니다. 패닉은 스레드의 `join()`이 돌려주는 `Err`나 `catch_unwind`로 받습니다.";
const SHARED: &str = "바깥에서 `let mut total = 0;`으로 만든 변수를 블록 안에서 그대로 바꿉니다: `total += 1;`. 여러 스레드가 바꾼다면 `Mutex`에 담습니다.";
pub(crate) const YIELD: &str = "이 과정에서는 값을 하나씩 채널로 보냅니다: `sender.send(item).unwrap();`. 받는 쪽은 `for item in receiver`로 돕니다.";
const CASE: &str = "`match n { 1 => …, 2 => …, _ => … }`로 나눕니다.";

/// Expressions, by what they look like.
pub(crate) const SHAPES: &[(&str, &str)] = &[
    ("f\"…\"", "`f\"{x}\"`는 `format!(\"{x}\")`입니다. 출력할 때는 `f` 없이 `println!(\"{x}\")`로 적습니다."),
    (
        "print(x, file=f)",
        "쓸 곳이 있으면 `write!(f, \"{x}\")`나 줄을 바꾸는 `writeln!(f, \"{x}\")`로 적고, 실패할 수 있으므로 `?`를 붙이거나 마지막 식으로 둡니다.",
    ),
    (
        "f\"{self.x}\"",
        "`f\"{self.count}개\"`는 `format!(\"{}개\", self.count)`입니다. `{ }` 안에는 변수의 이름만 적고, 필드와 식은 뒤에 적습니다.",
    ),
    ("#", "설명은 `// 설명`으로 적습니다."),
    (
        "\"\"\"",
        "함수의 설명은 함수 위에 `/// 설명`으로 적습니다. 여러 줄의 문자열은 `\"` 하나로 열고 닫습니다.",
    ),
    (
        "@",
        "데코레이터는 없습니다. `@staticmethod`는 `self`를 받지 않는 함수이고 `Job::new()`처럼 부릅니다. `@property`는 보통 메서드로 적습니다.",
    ),
    ("//", "정수의 `a // b`는 `a / b`입니다. `//` 뒤는 설명이 됩니다."),
    (
        "in",
        "`key in values`는 맵이라면 `values.contains_key(key)`, 리스트라면 `values.contains(&key)`입니다.",
    ),
    (
        "[… for … in …]",
        "빈 리스트(`Vec::new()`)를 만들고 `for`로 돌며 `push`합니다. `?`가 없는 식이라면 `items.iter().map(|item| …).collect()`로도 됩니다.",
    ),
    ("{k: v for …}", "`items.iter().map(|item| (키, 값)).collect::<HashMap<_, _>>()`로 만듭니다."),
    (
        "sum(… for …)",
        "`sum(x for x in xs)`는 `xs.iter().sum::<u64>()`, 식이 있으면 `xs.iter().map(|x| x * 2).sum::<u64>()`입니다.",
    ),
    (
        "any(… for …)",
        "`any(x > 1 for x in xs)`는 `xs.iter().any(|x| *x > 1)`, `all(…)`은 `xs.iter().all(|x| *x > 1)`입니다.",
    ),
    ("a if 조건 else b", "`if 조건 { a } else { b }`로 적습니다. 이것도 값입니다."),
    (
        "list[a:b]",
        "`list[1:]`는 `&list[1..]`, `list[a:b]`는 `&list[a..b]`입니다. 음수 번호는 없어서 `list[:-1]`은 `&list[..list.len() - 1]`이고, 끝의 줄바꿈을 뗄 때는 `text.strip_suffix('\\n')`입니다.",
    ),
    ("list[::n]", "`list[::2]`는 `list.iter().step_by(2)`, `list[::-1]`은 `list.iter().rev()`입니다."),
    ("{\"a\": 1}", "`{\"a\": 1}`은 `HashMap::from([(\"a\", 1)])`이고, 빈 딕셔너리는 `HashMap::new()`입니다."),
    (
        "for a, b in …",
        "둘 이상을 한 번에 받을 때는 괄호로 묶습니다: `let (a, b) = pair;`, `for (i, word) in words.iter().enumerate()`.",
    ),
    (
        "first, *rest = …",
        "첫 원소와 나머지는 `let (first, rest) = list.split_first().unwrap();`으로 나눕니다.",
    ),
    ("x: int = 1", "변수를 처음 만들 때는 앞에 `let`을 붙입니다: `let mut total: u64 = 0;`."),
    (
        "x := 값",
        "값을 먼저 변수에 담습니다: `let n = count();`. `Option`이라면 `if let Some(job) = jobs.pop()`, `while let Some(job) = jobs.pop()`으로 적습니다.",
    ),
    ("\"a\" + b", "`+`로 잇지 않고 따옴표 안에 이름을 적습니다: `println!(\"작업 {i} 끝: {result}\")`."),
    (
        "fn f(x)",
        "인수마다 타입을 적습니다: `fn count(&self, limit: u64) -> usize`. 리스트는 `Vec<u64>`나 `&[u64]`, 문자열은 `&str`입니다.",
    ),
    ("인수의 기본값", DEFAULT),
    ("State.Open", "열거형의 갈래는 `.`이 아니라 `::`으로 적습니다: `State::Open => …`."),
    (":", "블록은 `:`과 들여쓰기가 아니라 `{ }`로 묶습니다: `if n == 1 { … }`, `for item in items { … }`."),
];

fn shape(name: &'static str) -> Option<Told> {
    find(SHAPES, name).map(|advice| (name, advice.into()))
}

/// A letter of a name.
fn letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A line without what it quotes and remarks.
fn code(line: &str) -> String {
    let code = line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
    code.split("//").next().unwrap_or("").trim().to_owned()
}

/// What follows a word of Python that stands by itself, and not as a name that is declared, asked or called.
fn after<'a>(code: &'a str, word: &str) -> Option<&'a str> {
    code.match_indices(word).find_map(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + word.len()..]);
        let parted = !before.ends_with(|c| letter(c) || c == '.' || c == ':');
        let next = after.trim_start();
        let opens = |c: char| letter(c) || "\"'([{-!*&".contains(c);
        let goes_on = after.starts_with(' ') && next.starts_with(opens);
        (parted && (next.is_empty() || next == ":" || goes_on)).then_some(next)
    })
}

/// The last bracket that is still open.
fn open(before: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    for (at, c) in before.char_indices() {
        match c {
            '(' | '[' | '{' => open.push((at, c)),
            ')' | ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// Divides as in Python: what follows `//` is an expression and no remark.
fn divides(line: &str) -> bool {
    let Some((left, right)) = line.split_once("//") else { return false };
    let (left, right) = (left.trim_end(), right.trim().trim_end_matches([';', ')', '}']));
    let counts = !left.trim().is_empty() && left.ends_with(|c| letter(c) || c == ')' || c == ']');
    counts && !right.is_empty() && right.chars().all(|c| c.is_ascii_alphanumeric() || "_.()[]".contains(c))
}

/// What the mark and what stands before it show.
fn marked(place: &Span, line: &str) -> Option<Told> {
    let before = place.before.as_str();
    let code = code(line);
    let declares = code.trim_start_matches("pub ").trim_start_matches("async ").starts_with("fn ");
    match place.marked.as_str() {
        "for" if !before.trim().is_empty() => {
            let (at, bracket) = open(before).unwrap_or((0, '['));
            let called = before[..at].rsplit(|c| !letter(c)).next().unwrap_or("");
            shape(match (bracket, called) {
                ('(', "sum") => "sum(… for …)",
                ('(', "any" | "all") => "any(… for …)",
                ('{', _) => "{k: v for …}",
                _ => "[… for … in …]",
            })
        }
        "if" if !before.trim().is_empty() && line.contains(" else ") => shape("a if 조건 else b"),
        "in" => shape("in"),
        ":" if line.contains(":=") => shape("x := 값"),
        "=" if before.ends_with(':') => shape("x := 값"),
        "=" if declares => shape("인수의 기본값"),
        ")" | "[" if declares => shape("fn f(x)"),
        ":" if before.trim().chars().all(letter) && code.contains(" = ") => shape("x: int = 1"),
        ":" => match open(before) {
            Some((_, '[')) => shape("list[a:b]"),
            Some((at, '{')) if before[..at].trim_end().ends_with(['=', '(', ',']) => {
                shape(if line.contains(" for ") { "{k: v for …}" } else { "{\"a\": 1}" })
            }
            _ => None,
        },
        "," if line.contains(", *") => shape("first, *rest = …"),
        "," if !before.contains('=') && ["for ", "let "].iter().any(|word| code.starts_with(word)) => {
            shape("for a, b in …")
        }
        "," if before.trim().chars().all(|c| letter(c) || c == '.') && code.contains(" = ") => {
            shape("for a, b in …")
        }
        "+" if ["print!(", "println!(", "format!(", "write!(", "panic!("]
            .iter()
            .any(|name| before.contains(name)) =>
        {
            shape("\"a\" + b")
        }
        "@" if before.trim().is_empty() => shape("@"),
        _ if before.ends_with("::") && matches!(open(before), Some((_, '['))) => shape("list[::n]"),
        path if path.starts_with(char::is_uppercase) && path.contains('.') && line.contains("=>") => {
            shape("State.Open")
        }
        _ => None,
    }
}

/// `raise TooOften()` as it stands in Rust.
fn raised(rest: &str) -> Option<String> {
    let rest = rest.trim_end_matches(['}', ' ']).trim_end_matches(';').trim_end();
    let name = rest.split(|c| !letter(c)).next().filter(|name| name.starts_with(char::is_uppercase))?;
    // The others are names that a step has of its own.
    if let Some(advice) =
        find(EXCEPTIONS, name).filter(|_| name.ends_with("Error") && name != "CalledProcessError")
    {
        return Some(format!("`raise`는 오류를 값으로 돌려주는 `return Err(…);`입니다. {advice}"));
    }
    let error = match rest.strip_prefix(name)? {
        "" | "()" => name.to_owned(),
        given if given.starts_with('(') && given.ends_with(')') && !given.contains('=') => rest.to_owned(),
        _ => format!("{name} {{ … }}"),
    };
    Some(format!(
        "오류는 값으로 돌려줍니다: `return Err({error});`. 필드가 있는 오류는 `{name} {{ 이름: 값 }}`으로 만듭니다."
    ))
}

/// What Rust has for `with`, by what is held.
fn held(rest: &str) -> Option<String> {
    let has = |names: &[&str]| names.iter().any(|name| rest.contains(name));
    if has(&["open("]) {
        return Some(
            "`let file = File::open(path)?;`로 열고, 변수가 사라질 때 닫힙니다. 쓸 때는 `File::create(path)?`입니다.".into(),
        );
    }
    if has(&["Pool", "Executor", "TaskGroup"]) {
        return Some(
            "`thread::scope(|scope| { … })` 안에서 `scope.spawn(|| …)`으로 띄웁니다. 블록이 끝날 때 모두 기다립니다.".into(),
        );
    }
    if let Some((lock, rest)) = rest.split_once(".lock()") {
        let name = rest
            .split_once(" as ")
            .map_or("_guard", |(_, name)| name.split(|c| !letter(c)).next().unwrap_or(""));
        let lock = lock.trim();
        return Some(format!(
            "가드를 변수에 담아 둡니다: `let mut {name} = {lock}.lock().unwrap();`(`parking_lot`이라면 `unwrap()` 없이). 블록 `{{ }}`이 끝나거나 `drop({name})`를 부르면 풀립니다."
        ));
    }
    has(&["acquire", "semaphore"]).then(|| "받은 허가를 변수에 담아 둡니다: `let permit = semaphore.acquire();`. 블록 `{ }`이 끝나거나 `drop(permit)`을 부르면 돌아갑니다.".into())
}

/// What the words of the line show.
fn worded(line: &str) -> Option<Told> {
    let code = code(line);
    let (word, advice, rest) =
        STATEMENTS.iter().find_map(|(word, advice)| after(&code, word).map(|rest| (*word, *advice, rest)))?;
    let own = match word {
        "with" => held(rest),
        "raise" => raised(rest),
        "import" => {
            let module = code.strip_prefix("from ").unwrap_or(rest).split(|c| !letter(c)).next();
            module
                .and_then(|module| find(MODULES, module))
                .map(|has| format!("`import`는 `use`이고 파일 위쪽에 적습니다. {has}"))
        }
        _ => None,
    };
    Some((word, own.unwrap_or_else(|| advice.into())))
}

/// The keyword that rustc quotes is no keyword in Python: `struct.pack(…)`, `type(x)`. Where an item of Rust begins, the
/// line before it has no end.
fn is_a_name(d: &Diagnostic, line: &str) -> bool {
    let used = |ends: &str| ["struct", "type"].iter().any(|word| line.contains(&format!("{word}{ends}")));
    !["`struct`", "`type`"].iter().any(|word| d.message.ends_with(word))
        || used(".")
        || used("(")
        || line.contains("import ")
}

/// The statement of Python that stands where the syntax breaks off, and what Rust has for it.
pub(crate) fn statement(d: &Diagnostic) -> Option<Told> {
    let place = d.place()?;
    let line = place.source.first()?;
    let known = MESSAGES.iter().find(|(says, ..)| d.message.contains(says));
    // An argument too many beside places for others is a mistake of Rust.
    if line.contains("ln!(f,") || line.contains("print!(f,") {
        return shape("print(x, file=f)");
    }
    if let Some((says, what, advice)) = known
        && !(says.starts_with("argument") && line.contains('{'))
        && is_a_name(d, line)
    {
        return Some((what, (*advice).into()));
    }
    // `} finally {` is read as a struct, and only what stands in it is refused.
    let as_struct = d.spans.iter().find(|span| span.label == "while parsing this struct");
    let word = as_struct.and_then(|span| STATEMENTS.iter().find(|(word, _)| *word == span.marked));
    if let Some((word, advice)) = word {
        return Some((word, (*advice).into()));
    }
    let start = line.trim_start();
    if d.message.contains("is not a logical operator") {
        return None;
    }
    if d.message.starts_with("prefix `f` is unknown") {
        let reaches = line
            .split('{')
            .skip(1)
            .any(|held| held.split(['}', ':']).next().is_some_and(|name| !name.chars().all(letter)));
        return shape(if reaches { "f\"{self.x}\"" } else { "f\"…\"" });
    }
    if start.starts_with('#') && !start.starts_with("#[") && !start.starts_with("#!") {
        return shape("#");
    }
    if line.contains("\"\"\"") || start.starts_with("'''") {
        return shape("\"\"\"");
    }
    if d.spans.iter().flat_map(|span| &span.source).any(|line| divides(line)) {
        return shape("//");
    }
    let begins = start.trim_start_matches(['}', ' ']).split(|c| !letter(c)).next().unwrap_or("");
    let opens = ["if", "for", "while", "else", "loop", "match"].contains(&begins);
    let block = code(line).ends_with(':') || (place.marked == ":" && opens);
    marked(place, line).or_else(|| worded(line)).or_else(|| block.then(|| shape(":")).flatten())
}
