//! Writing and reading small pieces of HTML.

/// The text as it stands between tags or in a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}

/// The text escaped, with what stands in backquotes as code.
pub(crate) fn with_code(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(index, piece)| match index % 2 {
            1 => format!("<code>{}</code>", escaped(piece)),
            _ => escaped(piece),
        })
        .collect()
}

/// The text that mdBook's escaping came from.
pub(crate) fn unescaped(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_string(), |text, (entity, letter)| text.replace(entity, letter))
}

/// `text` with every piece between `start` and `end` replaced by what `change` makes of it; the marks stay.
pub(crate) fn between(
    text: &str,
    start: &str,
    end: &str,
    mut change: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        let from = at + start.len();
        let Some(length) = rest[from..].find(end) else { break };
        out.push_str(&rest[..from]);
        let inner = &rest[from..from + length];
        out.push_str(change(inner).as_deref().unwrap_or(inner));
        rest = &rest[from + length..];
    }
    out + rest
}

/// Everything below a folder whose name ends so, sorted.
pub(crate) fn files(folder: &std::path::Path, ending: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
