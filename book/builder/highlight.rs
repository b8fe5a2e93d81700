//! Colours for code, put in at build time: no page waits for a script, and print has them too.

use crate::html::{escaped, unescaped};

const RUST: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false",
    "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return",
    "self", "Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];
const PYTHON: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "False", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "None",
    "nonlocal", "not", "or", "pass", "raise", "return", "True", "try", "while", "with", "yield",
];

/// The inside of a `<code>` with its words in coloured spans; `None` for a language not known here.
pub(crate) fn highlight(language: &str, code: &str) -> Option<String> {
    // Markup inside, as around hidden lines, is left alone.
    if code.contains('<') {
        return None;
    }
    let code = unescaped(code);
    Some(match language {
        "rust" => Lexer { rest: &code, rust: true, out: String::new() }.run(RUST),
        "python" => Lexer { rest: &code, rust: false, out: String::new() }.run(PYTHON),
        _ => return None,
    })
}

/// What rustc says, with its headlines, marks and places told apart. The sentences may wrap; its drawings must not.
pub(crate) fn compiler(message: &str) -> String {
    let lines = message.lines().map(|line| {
        let bare = line.trim_start();
        let gutter = bare.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
        let class = match gutter.strip_prefix('|') {
            Some(drawn) if marks(drawn, '^') => "e",
            Some(drawn) if marks(drawn, '-') || drawn.trim_start().starts_with(['|', '_']) => "t",
            Some(_) => "",
            None if line.starts_with("error") || line.starts_with("warning") => "e l",
            None if bare.starts_with("--&gt;") => "c",
            None if bare.starts_with("help:") || bare.starts_with("= help") => "s l",
            None if bare.starts_with('+') || bare.contains(" + ") => "s",
            None if bare.is_empty() => "",
            None => "l",
        };
        match class {
            "" => line.to_owned(),
            class => format!("<i class=\"{class}\">{line}</i>"),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a line of a drawing is one that points.
fn marks(drawn: &str, mark: char) -> bool {
    drawn.trim_start_matches([' ', '|']).starts_with(mark)
}

struct Lexer<'a> {
    rest: &'a str,
    rust: bool,
    out: String,
}

impl Lexer<'_> {
    fn run(mut self, keywords: &[&str]) -> String {
        while let Some(first) = self.rest.chars().next() {
            let second = self.rest.chars().nth(1);
            match first {
                '/' if self.rust && second == Some('/') => self.take("c", line_end(self.rest)),
                '#' if !self.rust => self.take("c", line_end(self.rest)),
                '/' if self.rust && second == Some('*') => self.take("c", after(self.rest, "*/")),
                '#' if second == Some('[') || self.rest.starts_with("#![") => {
                    self.take("a", after(self.rest, "]"))
                }
                '@' if !self.rust => self.take("a", line_end(self.rest)),
                '"' if self.rest.starts_with("\"\"\"") => {
                    self.take("s", 3 + after(&self.rest[3..], "\"\"\""))
                }
                '"' => self.take("s", string_end(self.rest, '"')),
                '\'' if !self.rust => self.take("s", string_end(self.rest, '\'')),
                '\'' => match character(self.rest) {
                    Some(end) => self.take("s", end),
                    None => self.take("a", 1 + word(&self.rest[1..])),
                },
                '0'..='9' => self.take("n", number(self.rest)),
                first if first.is_alphabetic() || first == '_' => {
                    let end = word(self.rest);
                    let (name, next) = (&self.rest[..end], &self.rest[end..]);
                    let class = match name {
                        "r" | "b" | "f" | "br"
                            if next.starts_with(['"', '\'']) && !(self.rust && next.starts_with('\'')) =>
                        {
                            "s"
                        }
                        name if keywords.contains(&name) => "k",
                        _ if self.rust && next.starts_with('!') && !next.starts_with("!=") => "m",
                        name if name.starts_with(|letter: char| letter.is_uppercase()) => "t",
                        _ if next.starts_with('(') => "f",
                        _ => "",
                    };
                    self.take(class, end);
                }
                first => self.take("", first.len_utf8()),
            }
        }
        self.out
    }

    fn take(&mut self, class: &str, length: usize) {
        let (piece, rest) = self.rest.split_at(length);
        let piece = escaped(piece);
        match class {
            "" => self.out += &piece,
            class => self.out += &format!("<i class=\"{class}\">{piece}</i>"),
        }
        self.rest = rest;
    }
}

fn line_end(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn after(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

fn word(text: &str) -> usize {
    text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len())
}

fn number(text: &str) -> usize {
    let end = word(text);
    match text[end..].strip_prefix('.') {
        Some(rest) if rest.starts_with(|letter: char| letter.is_ascii_digit()) => end + 1 + word(rest),
        _ => end,
    }
}

fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '\\' if !escaped => escaped = true,
            letter if letter == quote && !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The end of a character literal; `None` if the quote begins a lifetime.
fn character(text: &str) -> Option<usize> {
    let inner = &text[1..];
    let letter = inner.chars().next()?;
    let length = if letter == '\\' { inner[1..].find('\'')? + 1 } else { letter.len_utf8() };
    inner[length..].starts_with('\'').then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_language_are_told_apart() {
        let rust = highlight("rust", "let c: &amp;'a str = &quot;//&quot;; // 끝").unwrap();
        assert_eq!(
            rust,
            "<i class=\"k\">let</i> c: &amp;<i class=\"a\">'a</i> str = <i class=\"s\">&quot;//&quot;</i>; <i class=\"c\">// 끝</i>"
        );
        let python = highlight("python", "def f(): return '#'").unwrap();
        assert_eq!(
            python,
            "<i class=\"k\">def</i> <i class=\"f\">f</i>(): <i class=\"k\">return</i> <i class=\"s\">'#'</i>"
        );
        assert_eq!(highlight("text", "let"), None);
    }
}
