//! Reads our own Rust text without compiling it.

/// The public modules that a file declares, each with the first line of its documentation.
pub fn modules(source: &str) -> Vec<(String, String)> {
    let mut title = None;
    let mut found = Vec::new();
    for line in source.lines() {
        if let Some(words) = line.strip_prefix("/// ") {
            title.get_or_insert(words);
        } else if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            found.push((name.to_string(), title.take().unwrap_or_default().to_string()));
        } else {
            title = None;
        }
    }
    found
}

/// The string literals that follow every `field:` of the source, alone or in a list.
pub fn texts(source: &str, field: &str) -> Vec<String> {
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
    let mut rest = source.strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let letter = rest.chars().next()?;
        rest = &rest[letter.len_utf8()..];
        match letter {
            '"' => return Some((text, rest)),
            '\\' => {
                let escaped = rest.chars().next()?;
                rest = &rest[escaped.len_utf8()..];
                match escaped {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    '\n' => rest = rest.trim_start(),
                    other => text.push(other),
                }
            }
            other => text.push(other),
        }
    }
}

/// One function, or one method, with its body and without what stands around it.
pub fn function(source: &str, name: &str) -> Option<String> {
    let head = |line: &str| {
        let line = line.trim_start();
        let line = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("fn ");
        let rest = line.and_then(|line| line.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(['(', '<']))
    };
    let mut lines = source.lines().skip_while(|line| !head(line)).peekable();
    let first = lines.peek()?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let end = format!("{indent}}}");
    let mut code: Vec<&str> = lines.by_ref().take_while(|line| **line != end).collect();
    code.push(&end);
    let code = code.into_iter().map(|line| line.strip_prefix(indent).unwrap_or(line));
    Some(code.collect::<Vec<_>>().join("\n"))
}

/// What stands in `pub mod name { … }`, but for `use super::*;`.
pub fn module(source: &str, name: &str) -> Option<String> {
    let head = format!("pub mod {name} {{");
    let lines = source.lines().skip_while(|line| *line != head).skip(1).take_while(|line| *line != "}");
    let lines = lines.filter(|line| line.trim() != "use super::*;");
    let code: Vec<&str> = lines.map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    (!code.is_empty()).then(|| code.join("\n").trim().to_owned())
}

/// The code without its documentation.
pub fn without_docs(source: &str) -> String {
    let is_doc = |line: &&str| ["//!", "///"].iter().any(|mark| line.trim_start().starts_with(mark));
    let lines = source.lines().filter(|line| !is_doc(line));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The modules whose `item` the source names, in order: `counter` for `counter::STEP`.
pub fn owners<'a>(source: &'a str, item: &str) -> Vec<&'a str> {
    let ends = source.match_indices(&format!("::{item}")).map(|(end, _)| &source[..end]).collect::<Vec<_>>();
    let word = |before: &'a str| {
        let other = |letter: char| !letter.is_alphanumeric() && letter != '_';
        &before[before.rfind(other).map_or(0, |index| index + 1)..]
    };
    ends.into_iter().map(word).collect()
}

/// What binds who writes to who calls: the lines that begin a public item, and those that document the file.
pub fn contract(source: &str) -> Vec<String> {
    let lines = source.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with("pub ") || line.starts_with("//!"));
    lines.map(|line| line.trim_end_matches('{').trim().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_single_texts_are_read() {
        let source = r#"title: "잠금",
            hints: [
                "첫째 \"힌트\"",
                "둘째 \
                 힌트",
            ],
            promises: &[Promise { says: "하나", check }, Promise { says:
                "둘", check: || assert!(true, "셋") }]"#;
        assert_eq!(texts(source, "title"), ["잠금"]);
        assert_eq!(texts(source, "hints"), ["첫째 \"힌트\"", "둘째 힌트"]);
        assert_eq!(texts(source, "says"), ["하나", "둘"]);
        assert!(texts(source, "nothing").is_empty(), "nothing has that name");
        assert!(texts("hints: [\"끝나지 않는", "hints").is_empty(), "the text is not closed");
    }

    #[test]
    fn a_module_has_the_title_above_it() {
        let found =
            modules("//! 큐\n\n/// 막힘\npub mod block;\n\n/// 딴것\nuse a::b;\npub mod bare;\nmod own;\n");
        assert_eq!(found, [("block".into(), "막힘".into()), ("bare".into(), String::new())]);
    }

    #[test]
    fn a_function_ends_where_it_began() {
        let source = "impl A {\n    pub fn go(&self) {\n        if x {\n        }\n    }\n}\nfn gone() {}\n";
        assert_eq!(function(source, "go").unwrap(), "pub fn go(&self) {\n    if x {\n    }\n}");
        assert_eq!(function(source, "g"), None);
    }
}
