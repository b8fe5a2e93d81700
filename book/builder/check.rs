//! Reads the built pages as a stranger would, and lists what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use scraper::{ElementRef, Html, Selector};

use crate::html::files;
use crate::read;

/// Bytes a page may cost with its styles and scripts, without its figures and players.
pub const HEAVIEST: usize = 150 * 1024;

struct Page {
    address: String,
    html: Html,
    bytes: usize,
}

/// Everything wrong with the book built in `output`, one sentence each.
///
/// # Errors
/// If a page cannot be read.
pub fn faults(output: &Path) -> Result<Vec<String>> {
    let mut pages = BTreeMap::new();
    for path in files(output, ".html") {
        let address = path.strip_prefix(output)?.to_string_lossy().replace('\\', "/");
        let text = read(&path)?;
        pages.insert(
            PathBuf::from(&address),
            Page { address, bytes: text.len(), html: Html::parse_document(&text) },
        );
    }
    let mut faults = Vec::new();
    for page in pages.values() {
        ids(page, &mut faults);
        texts(page, &mut faults);
        links(page, &pages, output, &mut faults);
        weight(page, output, &mut faults);
    }
    Ok(faults)
}

fn select<'a>(page: &'a Page, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("the selectors of this file are well formed");
    page.html.select(&selector).collect()
}

fn ids(page: &Page, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for element in select(page, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        if !seen.insert(id.to_string()) {
            faults.push(format!("{}: id가 둘입니다: {id}", page.address));
        }
        if !id.is_ascii() || id.is_empty() {
            faults.push(format!(
                "{}: id는 ASCII여야 합니다. 제목 뒤에 {{#이름}}을 붙입니다: {id}",
                page.address
            ));
        }
    }
}

fn texts(page: &Page, faults: &mut Vec<String>) {
    let code = ["code", "pre", "script", "style"];
    for node in page.html.tree.nodes() {
        let Some(text) = node.value().as_text() else { continue };
        let quoted = node
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|element| code.contains(&element.value().name()));
        let after_word = node
            .prev_sibling()
            .and_then(ElementRef::wrap)
            .is_some_and(|before| ["strong", "em", "code", "a"].contains(&before.value().name()));
        let loose = |particle: &str| text.strip_prefix(particle).is_some_and(|rest| rest.starts_with(' '));
        if after_word
            && !quoted
            && [" 은", " 는", " 을", " 를", " 의", " 에서", " 으로", " 에"].into_iter().any(loose)
        {
            faults.push(format!("{}: 조사 앞이 떨어져 있습니다: {}", page.address, text.trim()));
        }
        // Smart quotes close `"따옴표"와` with the wrong mark.
        for mark in ["**", "{{", "[!", "\u{201c}", "\u{201d}"] {
            if !quoted && text.contains(mark) {
                faults.push(format!("{}: 글에 {mark}가 남았습니다: {}", page.address, text.trim()));
            }
        }
    }
    for block in select(page, "pre code") {
        let text: String = block.text().collect();
        if text.contains("{{#") || text.trim().is_empty() {
            faults.push(format!("{}: 인용한 파일이 없습니다: {}", page.address, text.trim()));
        }
    }
    for (tag, fault) in [("main h1", "제목이 하나가 아닙니다"), ("main", "본문이 하나가 아닙니다")]
    {
        if select(page, tag).len() != 1 {
            faults.push(format!("{}: {fault}", page.address));
        }
    }
    if select(page, "html[lang=ko]").is_empty() {
        faults.push(format!("{}: 한국어라고 적혀 있지 않습니다", page.address));
    }
    for script in select(page, "script[src]:not([defer])") {
        faults.push(format!(
            "{}: 다 읽을 때까지 그리지 못하게 하는 스크립트: {}",
            page.address,
            script.attr("src").unwrap_or_default()
        ));
    }
    for image in select(page, "img:not([alt]), figure svg:not([aria-hidden]):not([aria-label])") {
        let mut around = image.ancestors().filter_map(ElementRef::wrap);
        if around.any(|element| element.attr("aria-hidden") == Some("true")) {
            continue;
        }
        let image = image.html().chars().take(80).collect::<String>();
        faults.push(format!("{}: 그림을 말로 옮긴 alt가 없습니다: {image}", page.address));
    }
}

fn links(page: &Page, pages: &BTreeMap<PathBuf, Page>, output: &Path, faults: &mut Vec<String>) {
    for (selector, attribute) in [("[href]", "href"), ("[src]", "src")] {
        for element in select(page, selector) {
            let link = element.attr(attribute).unwrap_or_default();
            let outside = link.contains("://") || link.starts_with("mailto:") || link.starts_with("data:");
            if outside && element.value().name() != "a" {
                faults.push(format!("{}: 바깥에 요청합니다: {link}", page.address));
            }
            // The page for unknown addresses is read from any depth, through its <base>.
            if outside || element.value().name() == "base" {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => PathBuf::from(&page.address),
                path => resolved(&page.address, path.split('?').next().unwrap_or(path)),
            };
            match pages.get(&target) {
                None if output.join(&target).is_file() => {}
                None => faults.push(format!("{}: 없는 곳을 가리킵니다: {link}", page.address)),
                Some(_) if anchor.is_empty() => {}
                Some(other)
                    if other
                        .html
                        .tree
                        .nodes()
                        .any(|node| node.value().as_element().and_then(|e| e.id()) == Some(anchor)) => {}
                Some(_) => faults.push(format!("{}: 없는 앵커를 가리킵니다: {link}", page.address)),
            }
        }
    }
}

fn resolved(from: &str, path: &str) -> PathBuf {
    let mut out: PathBuf = Path::new(from).parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => drop(out.pop()),
            Component::Normal(name) => out.push(name),
            _ => {}
        }
    }
    if path.ends_with('/') { out.join("index.html") } else { out }
}

fn weight(page: &Page, output: &Path, faults: &mut Vec<String>) {
    let figures: usize = select(page, "figure, .play").iter().map(|figure| figure.html().len()).sum();
    let mut bytes = page.bytes.saturating_sub(figures);
    for element in select(page, "link[rel=stylesheet], script[src]") {
        let name = element.attr("href").or(element.attr("src")).unwrap_or_default();
        let file = output.join(resolved(&page.address, name));
        bytes += file.metadata().map_or(0, |file| file.len() as usize);
    }
    if bytes > HEAVIEST {
        faults.push(format!("{}: {bytes}바이트로 너무 무겁습니다", page.address));
    }
}
