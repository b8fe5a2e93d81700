//! Writes what the search script reads: the text of every section, and the glossary's other words for each term.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use scraper::{ElementRef, Html, Node, Selector};
use serde::Serialize;

use crate::{checksum, html, read, write};

#[derive(Default, Serialize)]
struct Records {
    /// Address and title of each page.
    pages: Vec<(String, String)>,
    /// Page, anchor, heading and text of each section.
    sections: Vec<(usize, String, String, String)>,
    /// Each term with its other names.
    terms: Vec<(String, Vec<String>)>,
}

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
        self.sections.push((number, String::new(), title, String::new()));
        self.walk(number, main);
        if address.ends_with("glossary.html") {
            main.select(&selector("tbody tr")).for_each(|row| self.term(row));
        }
    }

    fn walk(&mut self, page: usize, element: ElementRef<'_>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.say(text),
                Node::Element(tag) => {
                    let Some(child) = ElementRef::wrap(child) else { continue };
                    match tag.name() {
                        "h1" => {}
                        "h2" | "h3" | "h4" => {
                            let anchor = tag.id().unwrap_or_default().to_string();
                            self.sections.push((page, anchor, text(child), String::new()));
                        }
                        // Stories and transcripts hold the same few words over and over.
                        "pre"
                            if child
                                .select(&selector("code.language-text, code.language-console"))
                                .next()
                                .is_some() => {}
                        // A result shall not tell what the reader is asked.
                        "figure" | "svg" | "script" | "nav" | "fieldset" => {}
                        name => {
                            self.walk(page, child);
                            if matches!(name, "p" | "li" | "td" | "th" | "pre" | "dt" | "dd" | "summary") {
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
        let Some((.., said)) = self.sections.last_mut() else { return };
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

    /// A row of the glossary: 용어, 같은 말, 영어, 뜻.
    fn term(&mut self, row: ElementRef<'_>) {
        let cells: Vec<String> = row.select(&selector("td")).map(text).collect();
        let [term, other, english, ..] = cells.as_slice() else { return };
        let names = |cell: &str| -> Vec<String> {
            let names = cell.split([',', '·', '/', ';']).map(|name| name.trim().to_string());
            names.filter(|name| !name.is_empty() && name != "-" && name != "—").collect()
        };
        let mut terms = names(term).into_iter();
        let Some(first) = terms.next() else { return };
        let mut others: Vec<String> = terms.collect();
        others.extend(names(other));
        others.extend(names(english));
        if !others.is_empty() {
            self.terms.push((first, others));
        }
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("the selectors of this file are well formed")
}

fn text(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    for piece in element.text() {
        let _ = write!(out, "{piece}");
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
