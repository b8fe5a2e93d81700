//! Finishes the pages that mdBook wrote: contents and outline in the page itself, blocks with captions and colours, nothing
//! unused beside them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;
use mdbook_driver::book::{Book, BookItem, Chapter};

use crate::blocks::captioned;
use crate::html::{between, escaped, files, joined};
use crate::{read, search, write};

/// Finishes all pages of a built book and says how many there are.
pub(crate) fn finish(output: &Path, book: &Book) -> Result<usize> {
    let _ = fs::remove_file(output.join("toc.html"));
    let pages = files(output, ".html");
    for path in &pages {
        let own = path.strip_prefix(output)?.to_string_lossy().replace('\\', "/");
        let up = "../".repeat(own.matches('/').count());
        let current = if own == "index.html" { first(book).unwrap_or_default() } else { own };
        let text = read(path)?;
        let text = between(&text, "<!-- contents -->", "<!-- /contents -->", |_| {
            Some(contents(book, &up, &current))
        });
        let headings = headings(&text);
        let text = between(&text, "<!-- outline -->", "<!-- /outline -->", |_| Some(outline(&headings)));
        let text = captioned(&text);
        let text = if path.ends_with("glossary.html") { with_row_ids(&text) } else { text };
        let text = between(&text, "<main", "</main>", |main| Some(joined(main)));
        let text = if path.ends_with("404.html") {
            with_styles(&text.replace("<title>Page not found", "<title>없는 페이지"), output)?
        } else {
            text
        };
        write(path, &text)?;
    }
    let records = search::write_records(output, &pages)?;
    let mut linked = String::new();
    for path in &pages {
        let text = read(path)?.replace("data-records=\"\"", &format!("data-records=\"{records}\""));
        write(path, &text)?;
        linked += &text;
    }
    sweep(output, &linked)?;
    Ok(pages.len() - 1)
}

/// The page for unknown addresses is read from any depth and any host: it carries its styles with it.
fn with_styles(page: &str, output: &Path) -> Result<String> {
    let mut styles = String::new();
    for path in files(output, ".css") {
        if page.contains(&*path.file_name().unwrap_or_default().to_string_lossy()) {
            styles += &read(&path)?;
        }
    }
    let rest: Vec<&str> = page.lines().filter(|line| !line.starts_with("<link rel=\"stylesheet\"")).collect();
    Ok(rest.join("\n").replace("</head>", &format!("<style>\n{styles}</style>\n</head>")))
}

/// Deletes mdBook's own styles, scripts and fonts, which no page here asks for.
fn sweep(output: &Path, linked: &str) -> Result<()> {
    for ending in [".css", ".js", ".woff2", ".txt", ".png", ".svg"] {
        for path in files(output, ending) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !linked.contains(&name) {
                fs::remove_file(&path)?;
            } else if ending == ".js" {
                write(&path, &without_comments(&read(&path)?))?;
            }
        }
    }
    for folder in ["css", "fonts", "FontAwesome"] {
        let _ = fs::remove_dir(output.join(folder));
    }
    Ok(())
}

/// The comments of a script are for who reads its source, and each page would carry them.
fn without_comments(script: &str) -> String {
    let code = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.fold(String::new(), |text, line| text + line + "\n")
}

fn first(book: &Book) -> Option<String> {
    book.iter().find_map(|item| match item {
        BookItem::Chapter(chapter) => address(chapter),
        _ => None,
    })
}

fn address(chapter: &Chapter) -> Option<String> {
    Some(chapter.path.as_ref()?.with_extension("html").to_string_lossy().replace('\\', "/"))
}

/// The list of all pages, the current one marked.
fn contents(book: &Book, up: &str, current: &str) -> String {
    let mut out = String::from("<ol>");
    for item in &book.items {
        if let BookItem::PartTitle(title) = item {
            let _ = write!(out, "</ol><h2>{}</h2><ol>", escaped(title));
        }
        entry(item, up, current, &mut out);
    }
    // A part at the very beginning leaves an empty list before it.
    (out + "</ol>").replace("<ol></ol>", "")
}

fn entry(item: &BookItem, up: &str, current: &str, out: &mut String) {
    let BookItem::Chapter(chapter) = item else { return };
    let name = escaped(&chapter.name);
    let _ = match address(chapter) {
        Some(path) => {
            let here = if path == current { " aria-current=\"page\"" } else { "" };
            write!(out, "<li><a href=\"{up}{path}\"{here}>{name}</a>")
        }
        None => write!(out, "<li><span>{name}</span>"),
    };
    if !chapter.sub_items.is_empty() {
        *out += "<ol>";
        chapter.sub_items.iter().for_each(|item| entry(item, up, current, out));
        *out += "</ol>";
    }
    *out += "</li>";
}

/// The ids and texts of a page's second-level headings.
fn headings(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    between(page, "<h2 id=\"", "</h2>", |inner| {
        let (id, rest) = inner.split_once('"')?;
        let text = rest.split_once("\">").map_or(rest, |(_, text)| text);
        let text = text.trim_end_matches("</a>").to_string();
        found.push((id.to_string(), text));
        None
    });
    found
}

fn outline(headings: &[(String, String)]) -> String {
    if headings.len() < 2 {
        return String::new();
    }
    let mut out =
        String::from("<nav class=\"outline\" aria-label=\"이 페이지의 차례\"><p>이 페이지에서</p><ol>");
    for (id, text) in headings {
        let _ = write!(out, "<li><a href=\"#{id}\">{text}</a></li>");
    }
    out + "</ol></nav>"
}

/// A row of the glossary can be pointed at by its term's first English name.
fn with_row_ids(page: &str) -> String {
    between(page, "<tbody>", "</tbody>", |rows| {
        let rows = rows.split("<tr>").map(|row| {
            let english =
                row.split("<td>").nth(3).unwrap_or("").split([',', '<']).next().unwrap_or("").trim();
            match english {
                "" => row.to_owned(),
                english => format!("<tr id=\"{}\">{row}", english.to_lowercase().replace(' ', "-")),
            }
        });
        Some(rows.collect())
    })
}
