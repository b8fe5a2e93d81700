//! Writes what the search script reads: the text of every section, and the glossary's other words for each term.

use std::path::{Path, PathBuf};

use anyhow::Result;
use scraper::{ElementRef, Html, Node, Selector};
use serde::Serialize;

use crate::{checksum, html, read, write};

#[derive(Default, Serialize)]
struct Records {
    /// Address and title of each page.
    pages: Vec<(String, String)>,
    sections: Vec<Section>,
    /// Each term with its other names, and its English ones.
    terms: Vec<(String, Vec<String>, Vec<String>)>,
}

/// Page, anchor, heading, what it says, and the code that it shows.
type Section = (usize, String, String, String, String);

/// Writes the records as a script, which a page may load from `file://` too, and returns its name.
pub(crate) fn write_records(output: &Path, pages: &[PathBuf]) -> Result<String> {
    let mut records = Records::default();
    for path in pages {
        let own = path.strip_prefix(output)?.to_string_lossy().replace('\\', "/");
        if own != "index.html" && own != "404.html" {
            records.add(&own, &Html::parse_document(&read(path)?));
        }
    }
    let script = format!("window.bookRecords={};", serde_json::to_string(&records)?);
    // The name changes with the content, so that no stale copy is read.
    let name = format!("records-{:08x}.js", checksum(&script) >> 32);
    write(&output.join(&name), &script)?;
    Ok(name)
}

impl Records {
    fn add(&mut self, address: &str, page: &Html) {
        let Some(main) = page.select(&selector("main")).next() else { return };
        let title =
            main.select(&selector("h1")).next().map_or_else(|| address.to_string(), |heading| text(heading));
        let number = self.pages.len();
        self.pages.push((address.to_string(), title.clone()));
        self.begin(number, String::new(), title);
        self.walk(number, main);
        main.select(&selector("tbody tr[id]")).for_each(|row| self.term(number, row));
    }

    fn begin(&mut self, page: usize, anchor: String, heading: String) {
        self.sections.push((page, anchor, heading, String::new(), String::new()));
    }

    fn walk(&mut self, page: usize, element: ElementRef<'_>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.say(text),
                Node::Element(tag) => {
                    let Some(child) = ElementRef::wrap(child) else { continue };
                    match tag.name() {
                        // What a block is, not what it says.
                        "p" if tag.attr("class") == Some("kind") => {}
                        "span" if tag.attr("class") == Some("numbers") => {}
                        // The glossary's rows are sections of their own.
                        "h1" => {}
                        "tr" if tag.id().is_some() => {}
                        "h2" | "h3" | "h4" => {
                            let anchor = tag.id().unwrap_or_default().to_string();
                            self.begin(page, anchor, text(child));
                        }
                        // Stories and transcripts hold the same few words over and over; a compiler's sentence is asked for.
                        "pre"
                            if child
                                .select(&selector("code.language-text, code.language-console"))
                                .next()
                                .is_some() =>
                        {
                            let said: String = child.text().collect();
                            for sentence in said.lines().filter_map(compilers) {
                                self.say(sentence);
                                self.say(" ");
                            }
                        }
                        "pre" => {
                            let code: String = child.text().collect();
                            if let Some((.., shown)) = self.sections.last_mut() {
                                add(shown, &code);
                                add(shown, " ");
                            }
                        }
                        "div" if tag.attr("class") == Some("story") => {}
                        // A result shall not tell what the reader is asked.
                        "figure" | "svg" | "script" | "nav" | "fieldset" | "section" => {}
                        name => {
                            self.walk(page, child);
                            if matches!(name, "p" | "li" | "td" | "th" | "dt" | "dd" | "summary") {
                                self.say(" ");
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((.., said, _)) = self.sections.last_mut() {
            add(said, text);
        }
    }

    /// A row of the glossary, 용어, 같은 말, 영어, 뜻: names for other sections' words, and a section of its own.
    fn term(&mut self, page: usize, row: ElementRef<'_>) {
        let cells: Vec<String> = row.select(&selector("td")).map(text).collect();
        let [term, other, english, means] = cells.as_slice() else { return };
        let names = |cell: &str| -> Vec<String> {
            cell.split(',').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
        };
        let anchor = row.attr("id").unwrap_or_default().to_string();
        self.begin(page, anchor, term.clone());
        self.say(&[other.as_str(), english, means].join(" "));
        self.terms.push((term.clone(), names(other), names(english)));
    }
}

/// Adds a text with single spaces.
fn add(said: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            // It joins words on the page, and would part them in a search.
            html::JOINER => {}
            letter if !letter.is_whitespace() => said.push(letter),
            _ if said.ends_with(' ') || said.is_empty() => {}
            _ => said.push(' '),
        }
    }
}

/// What a line of the compiler's says: the error itself, or what stands beside the marks under the code.
fn compilers(line: &str) -> Option<&str> {
    if line.starts_with("error") {
        return Some(line);
    }
    let marked = line.trim_start().strip_prefix('|')?.trim_start();
    let says = marked.trim_start_matches(['^', '-']);
    (says.len() < marked.len() && says.starts_with(' ') && says.contains(char::is_alphabetic))
        .then(|| says.trim())
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("the selectors of this file are well formed")
}

/// The text of one line.
fn text(element: ElementRef<'_>) -> String {
    let said: String = element.text().collect();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
