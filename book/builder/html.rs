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

/// Where it stands, a line does not break.
pub(crate) const JOINER: char = '\u{2060}';

/// Where it stands, a line may break.
const BREAK: &str = "<wbr>";

/// `뮤텍스(Mutex)는` may break before its English name and its particle, and `UTF-8` after its hyphen, even where words are kept whole: a joiner
/// forbids it. Long names in a narrow cell of a table may break after `_`, `::` and `(`, and nowhere else. Both are
/// left out of code blocks, of pictures, and of the tags themselves.
pub(crate) fn joined(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let (mut before, mut rest) = (' ', page);
    let (mut cell, mut code) = (false, false);
    while let Some(letter) = rest.chars().next() {
        let whole = ["pre", "svg", "script", "style"].iter().find(|name| {
            rest.strip_prefix('<')
                .and_then(|rest| rest.strip_prefix(**name))
                .is_some_and(|rest| rest.starts_with([' ', '>']))
        });
        let length = match whole {
            Some(name) => rest.find(&format!("</{name}>")).unwrap_or(rest.len()),
            None if letter == '<' => rest.find('>').map_or(rest.len(), |end| end + 1),
            None => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        if letter == '<' {
            let inline = ["strong", "code", "a", "em", "b"].iter().any(|name| piece == format!("</{name}>"));
            before = if inline { before } else { ' ' };
            cell = piece.starts_with("<td") || (cell && piece != "</td>");
            code = piece.starts_with("<code") || (code && piece != "</code>");
        } else {
            let particle = ('가'..='힣').contains(&letter) && ")]};:!?.".contains(before);
            let names = !code && letter == '(' && before.is_alphanumeric();
            if particle || names || (before == '-' && letter.is_ascii_digit()) {
                out.push(JOINER);
            }
            if cell && code && "_(:".contains(before) && letter.is_alphanumeric() {
                out.push_str(BREAK);
            }
            before = letter;
        }
        out.push_str(piece);
        rest = after;
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_stays_with_its_word() {
        let page = "<p title=\"a)는\"><strong>뮤텍스(Mutex)</strong>는 <code>lock()</code>을. UTF-8 <pre>f()를</pre></p><p>다음</p>";
        let joined = joined(page);
        assert_eq!(joined.matches(JOINER).count(), 4, "{joined}");
        assert!(joined.contains("</strong>\u{2060}는") && joined.contains("</code>\u{2060}을"), "{joined}");
        assert!(joined.contains("UTF-\u{2060}8"), "{joined}");
    }

    #[test]
    fn a_name_in_a_cell_may_break_between_its_words() {
        let page = "<p><code>a_b</code></p><td><code>capture_output</code> <code>String::from</code></td>";
        let broken =
            "<p><code>a_b</code></p><td><code>capture_<wbr>output</code> <code>String::<wbr>from</code></td>";
        assert_eq!(joined(page), broken);
    }
}
