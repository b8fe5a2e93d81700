//! Reads the texts of a spec without compiling it: hints are wanted most while the code does not compile.

/// The string literals that follow every `field:` of the source, alone or in a list.
pub fn after(source: &str, field: &str) -> Vec<String> {
    let mut found = Vec::new();
    let name = format!("{field}:");
    for (start, _) in source.match_indices(&name) {
        let rest = source[start + name.len()..].trim_start();
        let (mut rest, list) = match rest.strip_prefix('[') {
            Some(list) => (list.trim_start(), true),
            None => (rest, false),
        };
        while let Some((text, after)) = literal(rest) {
            found.push(text);
            rest = after.trim_start().trim_start_matches(',').trim_start();
            if !list {
                break;
            }
        }
    }
    found
}

/// The literal at the start of the source, and what comes after it.
fn literal(source: &str) -> Option<(String, &str)> {
    let body = source.strip_prefix('"')?;
    let mut text = String::new();
    let mut letters = body.char_indices();
    while let Some((index, letter)) = letters.next() {
        match letter {
            '"' => return Some((text, &body[index + 1..])),
            '\\' => match letters.next()?.1 {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                '\n' => {
                    let rest = letters.as_str().trim_start();
                    let skipped = letters.as_str().len() - rest.len();
                    while letters.as_str().len() > rest.len() && skipped > 0 {
                        letters.next();
                    }
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn 목록과_한_글을_모두_읽는다() {
        let source = r#"title: "잠금",
            hints: [
                "첫째 \"힌트\"",
                "둘째 \
                 힌트",
            ],
            promises: &[Promise { says: "하나", check }, Promise { says:
                "둘", check: || assert!(true, "셋") }]"#;
        assert_eq!(after(source, "title"), ["잠금"], "제목입니다.");
        assert_eq!(after(source, "hints"), ["첫째 \"힌트\"", "둘째 힌트"], "힌트입니다.");
        assert_eq!(after(source, "says"), ["하나", "둘"], "약속입니다.");
        assert!(after(source, "nothing").is_empty(), "없는 이름입니다.");
        assert!(after("hints: [\"끝나지 않는", "hints").is_empty(), "닫히지 않은 글입니다.");
    }
}
