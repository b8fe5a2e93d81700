//! Compares what was printed with what was wanted, line by line.

/// Ends the order, unless exactly these lines were printed so far, whatever their order. The sentence says which are missing,
/// which are too many, and what was printed in the order in which it was.
///
/// # Panics
/// Outside of an order.
/// ```
/// use model_std::println;
///
/// let failure = interleave::Explorer::new()
///     .check(|| {
///         println!("작업 0 시작");
///         interleave::expect_lines(&["작업 0 시작", "작업 0 끝"]);
///     })
///     .unwrap_err();
/// assert!(failure.to_string().starts_with("빠진 줄: \"작업 0 끝\"\n출력된 차례: \"작업 0 시작\""));
/// ```
#[track_caller]
pub fn expect_lines(wanted: &[impl AsRef<str>]) {
    let printed = crate::output();
    let wanted: Vec<&str> = wanted.iter().map(AsRef::as_ref).collect();
    let printed: Vec<&str> = printed.iter().map(String::as_str).collect();
    if let Some(message) = difference(&wanted, &printed) {
        crate::broken(message);
    }
}

/// What is wrong with the lines, in Korean; `None` if nothing is.
fn difference(wanted: &[&str], printed: &[&str]) -> Option<String> {
    let mut extra = printed.to_vec();
    let mut missing = wanted.to_vec();
    missing.retain(|line| match extra.iter().position(|other| other == line) {
        Some(place) => {
            extra.remove(place);
            false
        }
        None => true,
    });
    let mut said = Vec::new();
    missing.retain(|line| {
        let Some(place) = extra.iter().position(|other| are_alike(line, other)) else { return true };
        let other = extra.remove(place);
        let letter = line.chars().zip(other.chars()).take_while(|(one, other)| one == other).count() + 1;
        said.push(format!(
            "기대한 줄은 {line:?}인데 실제 줄은 {other:?}입니다. {letter}번째 글자부터 다릅니다."
        ));
        false
    });
    if !missing.is_empty() {
        said.push(format!("빠진 줄: {}", listed(&missing)));
    }
    if !extra.is_empty() {
        said.push(format!("더 나온 줄: {}", listed(&extra)));
    }
    if said.is_empty() {
        return None;
    }
    said.push(match printed {
        [] => "출력된 줄이 없습니다.".to_string(),
        _ => format!("출력된 차례: {}", listed(printed)),
    });
    Some(said.join("\n"))
}

fn listed(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{line:?}")).collect::<Vec<_>>().join(", ")
}

/// Whether one looks like a slip of the other: most of it is the same from the front and from the back.
fn are_alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let longest = one.len().max(other.len());
    let shortest = one.len().min(other.len());
    let front = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    // Numbers tell lines apart: one that names another thread or job is another line.
    let digits =
        |line: &[char]| line.iter().filter(|letter| letter.is_numeric()).copied().collect::<String>();
    digits(&one) == digits(&other) && (front + back).min(shortest) * 4 >= longest * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_in_the_order_in_which_they_were_printed() {
        let wanted = ["작업 0 시작", "작업 0 끝", "작업 1 시작", "작업 1 끝"];
        assert_eq!(difference(&wanted, &["작업 1 시작", "작업 1 끝", "작업 0 시작", "작업 0 끝"]), None);
        assert_eq!(
            difference(&wanted, &["작업 1 시작", "작업 0 시작", "작업 0 끝", "끝"]).as_deref(),
            Some(
                "빠진 줄: \"작업 1 끝\"\n더 나온 줄: \"끝\"\n\
                 출력된 차례: \"작업 1 시작\", \"작업 0 시작\", \"작업 0 끝\", \"끝\""
            )
        );
        assert_eq!(difference(&["하나"], &[]).as_deref(), Some("빠진 줄: \"하나\"\n출력된 줄이 없습니다."));
    }

    #[test]
    fn the_letter_at_which_two_lines_differ_is_told() {
        assert_eq!(
            difference(&["작업 0 끝: 결과 0"], &["작업 0 끝:결과 0"]).as_deref(),
            Some(
                "기대한 줄은 \"작업 0 끝: 결과 0\"인데 실제 줄은 \"작업 0 끝:결과 0\"입니다. 8번째 글자부터 \
                 다릅니다.\n출력된 차례: \"작업 0 끝:결과 0\""
            )
        );
    }
}
