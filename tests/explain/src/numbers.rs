//! Numbers of another type, and what is no number.

use crate::types::{sides, wrapped};
use crate::{Diagnostic, Entry};

pub(crate) const NUMBERS: [&str; 14] =
    ["u8", "u16", "u32", "u64", "usize", "u128", "i8", "i16", "i32", "i64", "isize", "i128", "f32", "f64"];

/// A number of another type stands behind a time and `*`.
fn multiplies_a_time(d: &Diagnostic) -> bool {
    let times = ["interval", "duration", "limit", "timeout", "delay", "pause", "tick", "second", "time", ")"];
    let before = d.place().map(|span| span.before.trim_end().to_lowercase()).unwrap_or_default();
    let factor = before.strip_suffix('*').map(str::trim_end);
    sides(d).is_some_and(|(wanted, _)| wanted == "u32")
        && factor.is_some_and(|factor| times.iter().any(|time| factor.ends_with(time)))
}

/// The mismatch is between two types of numbers.
pub(crate) fn between_numbers(d: &Diagnostic) -> bool {
    sides(d).is_some_and(|(wanted, found)| [wanted, found].iter().all(|side| NUMBERS.contains(side)))
}

/// What was given is a number of this type.
fn found(d: &Diagnostic, kind: &str) -> bool {
    sides(d).is_some_and(|(_, found)| found == kind)
}

fn float(kind: &str) -> bool {
    ["f32", "f64", "{float}"].contains(&kind)
}

/// The two sides of a calculation with numbers, the left one first: "cannot multiply `usize` by `u64`".
fn calculated(d: &Diagnostic) -> Option<(&str, &str)> {
    let (first, second) = (d.quoted(0).trim_start_matches('&'), d.quoted(1).trim_start_matches('&'));
    let number = |kind: &str| NUMBERS.contains(&kind) || ["{integer}", "{float}"].contains(&kind);
    let (reversed, plain) =
        (["cannot add", "cannot subtract"], ["cannot multiply", "cannot divide", "cannot calculate"]);
    let starts = |words: &[&str]| words.iter().any(|start| d.message.starts_with(start));
    match number(first) && number(second) {
        true if starts(&reversed) => Some((second, first)),
        true if starts(&plain) => Some((first, second)),
        _ => None,
    }
}

/// A type as it is read aloud.
fn called(kind: &str) -> String {
    match kind {
        "{integer}" => "정수".into(),
        "{float}" => "소수".into(),
        kind => format!("`{kind}`"),
    }
}

/// Whether every number of the one type is one of the other: `From` is there for it.
fn fits_always(wanted: &str, found: &str) -> bool {
    let bits = |kind: &str| kind.get(1..).and_then(|bits| bits.parse::<u32>().ok());
    let (signed, unsigned) = (|kind: &str| kind.starts_with('i'), |kind: &str| kind.starts_with('u'));
    match (bits(wanted), bits(found)) {
        (Some(64), Some(found_bits)) if wanted == "f64" => found_bits <= 32,
        (None, Some(found_bits)) => wanted == "usize" && unsigned(found) && found_bits <= 16,
        (Some(wanted_bits), Some(found_bits)) => {
            wanted_bits > found_bits && !float(wanted) && !float(found) && (unsigned(found) || signed(wanted))
        }
        _ => false,
    }
}

/// A variable of another integer type is compared with a length.
fn counts_with_another(d: &Diagnostic) -> bool {
    sides(d).is_some_and(|(wanted, found)| found == "usize" && !float(wanted))
        && d.says("expected because this is `")
}

/// How to turn the one into the other.
fn converted(d: &Diagnostic) -> String {
    let Some((wanted, found)) = sides(d).or(calculated(d)) else { return String::new() };
    if [wanted, found].contains(&"{float}") {
        return "소수와 정수는 함께 계산하지 않습니다. 정수를 `n as f64`로 바꿉니다. 시간이라면 `interval.mul_f64(1.5)`입니다.".into();
    }
    let short = d.place().is_some_and(|span| span.source.len() == 1) && d.marked().len() < 30;
    let given = if d.code == "E0308" && short { d.marked() } else { "값" };
    if fits_always(wanted, found) {
        return format!("`{wanted}::from({given})`으로 바꿉니다.");
    }
    let operand = if given.contains(' ') { format!("({given})") } else { given.to_owned() };
    if float(found) && !float(wanted) {
        return format!("`{operand} as {wanted}`로 바꾸면 소수점 아래를 버립니다.");
    }
    if float(wanted) {
        return format!("`{operand} as {wanted}`로 바꿉니다.");
    }
    format!(
        "`{operand} as {wanted}`로 바꿉니다. 들어가지 않을 수 있는 값이라면 `{wanted}::try_from({given})`이 `Result`를 돌려줍니다."
    )
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "gives_a_number_for_a_process",
        codes: &["E0308"],
        fits: |d| sides(d).is_some_and(|(wanted, _)| wanted == "Pid"),
        title: "숫자가 아니라 `Pid`를 받습니다",
        means: |_| {
            "신호를 보내는 함수는 아무 숫자나 받지 않습니다. 0이나 음수는 다른 뜻이 되어 엉뚱한 프로세스에 신호가 가므로, `Pid`라는 타입으로 막아 둡니다.".into()
        },
        advice: |_| {
            "`Child`가 있으면 `Pid::from_child(child)`, 숫자만 있으면 `Pid::from_raw(id as i32)`로 만듭니다. 뒤의 것은 `Option`입니다.".into()
        },
    },
    Entry {
        id: "gives_the_result_for_a_code",
        codes: &["E0308"],
        fits: |d| between_numbers(d) && d.shows("fork_child") && !found(d, "u8"),
        title: "클로저의 값은 결과가 아니라 반환 코드입니다",
        means: |_| {
            "`fork_child`에 넘긴 클로저의 값은 자식의 반환 코드이고 `i32`입니다. 부모에게는 0부터 255까지만 전해지므로 결과를 담을 수 없습니다.".into()
        },
        advice: |_| {
            "rustc가 권하는 변환으로 고치지 않습니다. 클로저는 0을 돌려주고, 결과는 파이프에 씁니다: `let (from, mut to) = io::pipe()?;`, 클로저 안에서 `to.write_all(&result.to_le_bytes())`. 한 바이트로 넉넉한 값이면 `i32::from(값)`입니다.".into()
        },
    },
    Entry {
        id: "mixes_number_types",
        codes: &["E0308", "E0277"],
        fits: |d| between_numbers(d) || calculated(d).is_some(),
        title: "타입이 다른 숫자입니다",
        means: |d| {
            let both = match (sides(d), calculated(d)) {
                (Some((wanted, found)), _) => format!("바라는 것은 `{wanted}`, 준 것은 `{found}`입니다."),
                (_, Some((left, right))) => {
                    format!("왼쪽은 {}, 오른쪽은 {}입니다.", called(left), called(right))
                }
                _ => String::new(),
            };
            format!(
                "{both} 파이썬의 `int`와 달리 Rust의 숫자는 크기마다 타입이 다르고, 저절로 바뀌지 않습니다. 길이와 번호는 `usize`입니다."
            )
        },
        advice: |d| {
            if multiplies_a_time(d) {
                return "`Duration`에는 `u32`만 곱합니다. 곱하는 수를 바꿉니다: `interval * beats as u32`. rustc가 시간을 `u64`로 바꾸라고 권해도 시간은 그렇게 바뀌지 않습니다.".into();
            }
            let given = sides(d).map_or("", |(_, found)| found);
            let first = if d.says("expected due to this") {
                format!("변수에 적은 타입을 `{given}`로 바꾸거나 지웁니다. 아니라면 ")
            } else if counts_with_another(d) {
                "번호나 개수라면 변수를 처음부터 `usize`로 선언합니다: `let mut index: usize = 0;`. 아니라면 "
                    .into()
            } else {
                String::new()
            };
            format!("{first}{}", converted(d))
        },
    },
    Entry {
        id: "casts_what_is_no_number",
        codes: &["E0605", "E0606"],
        fits: |_| true,
        title: "`as`로 바꿀 수 없는 값입니다",
        means: |d| format!("`as`는 숫자끼리 바꿉니다. `{}` 타입은 숫자가 아닙니다.", d.name()),
        advice: |d| {
            if wrapped(d.name()) {
                "먼저 값을 꺼냅니다: `match status.code() { Some(code) => code as u8, None => … }`. 없을 수 없는 값이라면 `unwrap()`한 다음에 바꿉니다.".into()
            } else {
                "참조라면 `*`를 붙이고, 문자열이라면 `parse()`로 읽습니다. 다른 타입은 `From`이나 `TryFrom`이 있으면 `into()`, `try_into()`로 바꿉니다.".into()
            }
        },
    },
];
