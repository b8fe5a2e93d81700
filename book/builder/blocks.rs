//! Says what each block of code is: code, output, a compiler's message, a command; and which code is wrong.
//!
//! What a fence says behind its language, `rust,wrong,from-12`, comes here as classes: `wrong` is an answer that breaks a
//! promise, `both` a bug beside its mended form, `refused` does not compile, `right` is the solution, and `from-12` numbers
//! the lines as the file does from which they come, so that a story's line numbers can be found beside them.

use std::fmt::Write;

use crate::{highlight, html};

/// The page with a caption above every block, and colours in it.
pub(crate) fn captioned(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    const START: &str = "<pre><code class=\"language-";
    const END: &str = "</code></pre>";
    while let Some(at) = rest.find(START) {
        let (before, block) = rest.split_at(at);
        let Some(length) = block.find(END) else { break };
        out.push_str(before);
        match block[START.len()..length].split_once("\">") {
            Some((classes, code)) => out += &block_of(classes, code),
            None => out.push_str(&block[..length + END.len()]),
        }
        rest = &block[length + END.len()..];
    }
    out + rest
}

fn block_of(classes: &str, code: &str) -> String {
    let mut classes = classes.split([',', ' ']);
    let language = classes.next().unwrap_or_default();
    let marks: Vec<&str> = classes.collect();
    let (kind, caption) = kind(language, &marks, code);
    let coloured = match kind {
        "compiler" => Some(highlight::compiler(code)),
        _ => highlight::highlight(language, code),
    };
    let code_inside = coloured.as_deref().unwrap_or(code);
    let first: Option<usize> =
        marks.iter().find_map(|mark| mark.strip_prefix("from-")).and_then(|number| number.parse().ok());
    let mut numbers = String::new();
    if let Some(first) = first {
        numbers += "<span class=\"numbers\" aria-hidden=\"true\">";
        for number in first..first + code.trim_end().lines().count() {
            let _ = writeln!(numbers, "{number}");
        }
        numbers += "</span>";
    }
    let dense = if columns(code) + if numbers.is_empty() { 0 } else { 6 } > ROOM { " dense" } else { "" };
    format!(
        "<div class=\"block {kind}{dense}\"><p class=\"kind\">{caption}</p><pre>{numbers}<code class=\"language-{language}\">{code_inside}</code></pre></div>"
    )
}

/// Columns that fit beside the contents at the usual size, in the narrowest place that a block stands in.
const ROOM: usize = 84;

/// The columns of the longest line: a Korean letter has two, and a character that HTML names has one.
fn columns(code: &str) -> usize {
    let width = |line: &str| {
        let plain = html::unescaped(line);
        plain.chars().map(|letter| if letter >= '\u{1100}' { 2 } else { 1 }).sum()
    };
    code.lines().map(width).max().unwrap_or(0)
}

fn kind(language: &str, marks: &[&str], code: &str) -> (&'static str, &'static str) {
    let marked = |mark: &str| marks.contains(&mark);
    match language {
        _ if marked("wrong") => ("wrong", "틀린 답"),
        _ if marked("refused") => ("refused", "컴파일되지 않는 코드"),
        _ if marked("both") => ("code", "틀린 코드(<code>wrong</code>)와 맞는 코드(<code>right</code>)"),
        _ if marked("right") => ("right", "풀이"),
        "rust" => ("code", "코드 · Rust"),
        "python" => ("code", "코드 · 파이썬"),
        "sh" => ("command", "명령"),
        _ if code.starts_with("error") || code.starts_with("warning") => ("compiler", "컴파일러"),
        _ => ("output", "출력"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_says_what_it_is() {
        let page =
            "<p>앞</p><pre><code class=\"language-rust wrong from-7\">a();\nb();\n</code></pre><p>뒤</p>";
        let told = captioned(page);
        assert!(told.contains("<div class=\"block wrong\"><p class=\"kind\">틀린 답</p>"), "{told}");
        assert!(
            told.contains("aria-hidden=\"true\">7\n8\n</span>") && told.ends_with("</div><p>뒤</p>"),
            "{told}"
        );
        for (block, kind) in [
            ("text\">error[E0382]: …", "컴파일러"),
            ("text\">끝", "출력"),
            ("sh\">cargo test", "명령"),
            ("rust,both\">mod a {}", "틀린 코드(<code>wrong</code>)와 맞는 코드(<code>right</code>)"),
        ] {
            let told = captioned(&format!("<pre><code class=\"language-{block}</code></pre>"));
            assert!(told.contains(&format!("<p class=\"kind\">{kind}</p>")), "{told}");
        }
    }
}
