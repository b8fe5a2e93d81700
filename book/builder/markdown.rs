//! Mends a chapter's Markdown where CommonMark or mdBook fail Korean, and puts quotations and figures in their places.

use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use mdbook_driver::book::{Book, BookItem};
use mdbook_markdown::pulldown_cmark::{Event, Tag, TagEnd};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::{figure, guess, measured, play, quote, story};

/// Mends every chapter of a book.
#[derive(Clone, Debug)]
pub struct Mender {
    figures: PathBuf,
}

impl Mender {
    /// `figures` is the folder of the recorded orders.
    pub fn new(figures: PathBuf) -> Self {
        Mender { figures }
    }

    /// One chapter's text, mended.
    ///
    /// # Errors
    /// If it asks for a quotation or a figure that is not there.
    pub fn mend(&self, text: &str) -> Result<String> {
        self.blocks(&strong(&quotations(text)?))
    }

    /// Admonitions get Korean titles, figure lines their figures.
    fn blocks(&self, text: &str) -> Result<String> {
        let mut out = String::with_capacity(text.len());
        let mut fence: Option<&str> = None;
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let bare = line.trim();
            let question = bare.strip_prefix("```").and_then(|rest| rest.strip_prefix(guess::LANGUAGE));
            if let Some(asked) = question.filter(|_| fence.is_none()) {
                let asking: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "```").collect();
                out += &guess::draw(asked, &asking).with_context(|| format!("{bare} 자리의 물음"))?;
                continue;
            }
            match fence {
                Some(mark) if bare.starts_with(mark) => fence = None,
                None => fence = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark)),
                Some(_) => {}
            }
            let kind = bare.strip_prefix("> [!").and_then(|rest| rest.strip_suffix(']'));
            if fence.is_none()
                && let Some((class, title)) = kind.and_then(admonition)
            {
                out += &format!(
                    "<aside class=\"note {class}\" aria-label=\"{title}\">\n<p class=\"title\">{title}</p>\n\n"
                );
                while let Some(quoted) = lines.next_if(|line| line.starts_with('>')) {
                    let quoted = &quoted[1..];
                    out += quoted.strip_prefix(' ').unwrap_or(quoted);
                    out.push('\n');
                }
                out += "\n</aside>\n";
                continue;
            }
            let asked = bare.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")?.split_once(' '));
            match asked.filter(|_| fence.is_none()) {
                Some(("figure", name)) => out += &figure::draw(&self.figures, name)?,
                Some(("story", name)) => {
                    out += &story::draw(name).with_context(|| format!("{bare} 자리에 넣을 것이 없습니다"))?;
                }
                Some(("play", name)) => out += &play::draw(&self.figures.with_file_name("plays"), name)?,
                Some(("measured", name)) => out += &measured::draw(name)?,
                _ => out += line,
            }
            out.push('\n');
        }
        Ok(out)
    }
}

impl Preprocessor for Mender {
    fn name(&self) -> &str {
        "book"
    }

    fn run(&self, _: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let mut done = Ok(());
        book.for_each_mut(|item| {
            let BookItem::Chapter(chapter) = item else { return };
            match self.mend(&chapter.content).with_context(|| format!("‘{}’ 쪽", chapter.name)) {
                Ok(mended) => chapter.content = mended,
                Err(error) => done = Err(error),
            }
        });
        done.map(|()| book)
    }
}

/// The preprocessor as a program, for the stock `mdbook`.
///
/// # Errors
/// If the standard input is not what mdBook sends.
pub fn serve_mdbook(word: Option<&str>) -> Result<ExitCode> {
    if word == Some("supports") {
        return Ok(ExitCode::SUCCESS);
    }
    let (context, book) = mdbook_preprocessor::parse_input(io::stdin())?;
    let book = Mender::new(context.root.join("figures")).run(&context, book)?;
    serde_json::to_writer(io::stdout(), &book)?;
    Ok(ExitCode::SUCCESS)
}

/// The text with every quotation in its place, and what it is in the fence around it.
fn quotations(text: &str) -> Result<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(fence) = out.last_mut().filter(|fence| *fence == "```rust")
            && let Some(marks) = quote::marks(line)
        {
            *fence += &format!(",{marks}");
        }
        out.push(quote::asked(line).unwrap_or_else(|| Ok(line.to_string()))?);
    }
    Ok(out.join("\n"))
}

fn admonition(kind: &str) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        "NOTE" => ("note-plain", "참고"),
        "TIP" => ("note-tip", "요령"),
        "IMPORTANT" => ("note-important", "중요"),
        "WARNING" => ("note-warning", "주의"),
        "CAUTION" => ("note-caution", "경고"),
        _ => return None,
    })
}

/// `**뮤텍스(Mutex)**는` is bold in Korean, and is not in CommonMark: a closing mark after a `)` must not stand before a letter.
/// Whatever the parser leaves of paired marks becomes tags.
fn strong(text: &str) -> String {
    let mut marks: Vec<(usize, &str)> = Vec::new();
    let mut stars: Vec<usize> = Vec::new();
    let mut in_code = false;
    let mut options = MarkdownOptions::default();
    options.smart_punctuation = false;
    for (event, Range { start, end }) in new_cmark_parser(text, &options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let found = text[start..end].match_indices('*').map(|(index, _)| start + index);
                stars.extend(found.filter(|&at| !text[..at].ends_with('\\')));
            }
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::DefinitionListDefinition,
            ) => pair(&mut stars, &mut marks),
            _ => {}
        }
    }
    pair(&mut stars, &mut marks);
    let mut out = text.to_string();
    marks.sort_unstable();
    for (at, tag) in marks.into_iter().rev() {
        out.replace_range(at..at + 2, tag);
    }
    out
}

fn pair(stars: &mut Vec<usize>, marks: &mut Vec<(usize, &str)>) {
    let mut doubles = Vec::new();
    let mut index = 0;
    while index + 1 < stars.len() {
        if stars[index] + 1 == stars[index + 1] {
            doubles.push(stars[index]);
            index += 1;
        }
        index += 1;
    }
    for pair in doubles.chunks_exact(2) {
        marks.extend([(pair[0], "<strong>"), (pair[1], "</strong>")]);
    }
    stars.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_holds_before_a_particle() {
        for (markdown, mended) in [
            ("**뮤텍스(Mutex)**는 하나뿐입니다.", "<strong>뮤텍스(Mutex)</strong>는 하나뿐입니다."),
            (
                "이것은 **\"잠금\"**이고 **`lock()`**을 부릅니다.",
                "이것은 <strong>\"잠금\"</strong>이고 <strong>`lock()`</strong>을 부릅니다.",
            ),
            ("**그대로**는 그대로입니다.", "**그대로**는 그대로입니다."),
            ("`2**10`과 2\\*\\*3", "`2**10`과 2\\*\\*3"),
            ("```python\nf(**a)는\n```", "```python\nf(**a)는\n```"),
        ] {
            assert_eq!(strong(markdown), mended);
        }
    }

    #[test]
    fn an_admonition_has_a_korean_title() {
        let mender = Mender::new(PathBuf::new());
        let mended = mender.mend("앞\n\n> [!NOTE]\n> 한 줄\n>\n> 두 줄\n\n뒤\n").unwrap();
        assert!(mended.contains("<p class=\"title\">참고</p>\n\n한 줄\n\n두 줄\n\n</aside>"), "{mended}");
    }
}
