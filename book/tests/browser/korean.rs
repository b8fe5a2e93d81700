//! What stock pages do to Korean, and these must not.

use serde_json::{Value, json};

use crate::Reader;
use crate::chromium::{Browser, Result};
use crate::reading::empty;

fn told(found: &Value) -> Vec<String> {
    found.as_array().into_iter().flatten().map(ToString::to_string).collect()
}

/// A word, and a word with the particle behind its code or bold, stands on one line.
pub fn words_stay_whole(reader: &mut Reader) -> Result<()> {
    let script = "(() => { const split = []; const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT); \
        const lines = (range) => new Set([...range.getClientRects()].filter((r) => r.width).map((r) => Math.round(r.bottom / 8))).size; \
        while (walker.nextNode()) { const node = walker.currentNode; if (node.parentElement.closest('pre, code, svg, .unseen')) continue; \
        const range = document.createRange(); \
        for (const word of node.data.matchAll(/[가-힣]{2,}/g)) { range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length); \
        if (lines(range) > 1) split.push(word[0]); } \
        const before = node.previousSibling; \
        if (/^[가-힣]/.test(node.data) && before?.nodeType === 1 && /^(CODE|STRONG|A|B|EM)$/.test(before.tagName)) { \
        const last = [...before.getClientRects()].at(-1); range.setStart(node, 0); range.setEnd(node, 1); const first = range.getClientRects()[0]; \
        if (first && first.top > last.bottom) split.push(before.textContent + ' ' + node.data.slice(0, 8)); } } return split; })()";
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 1280, "light")?;
        for width in [390, 1280] {
            browser.resize(width)?;
            let split = browser.value(script)?;
            faults.extend(told(&split).into_iter().map(|word| format!("{page} at {width}: {word}")));
        }
    }
    empty(faults)
}

/// Faces that draw a paragraph, as the browser tells them.
fn faces(browser: &mut Browser, selector: &str) -> Result<Vec<String>> {
    browser.call("DOM.enable", json!({}))?;
    browser.call("CSS.enable", json!({}))?;
    let root = browser.call("DOM.getDocument", json!({}))?["root"]["nodeId"].clone();
    let node = browser.call("DOM.querySelector", json!({ "nodeId": root, "selector": selector }))?;
    let fonts = browser.call("CSS.getPlatformFontsForNode", json!({ "nodeId": node["nodeId"] }))?;
    let fonts = fonts["fonts"].as_array().into_iter().flatten();
    Ok(fonts.map(|font| font["familyName"].as_str().unwrap_or_default().to_string()).collect())
}

/// Hangul and its punctuation come from one face, and in code a syllable is two columns wide, as stories need it.
pub fn faces_fit(reader: &mut Reader) -> Result<()> {
    let address = reader.address("index.html");
    let browser = reader.browser()?;
    browser.open(&address, 1280, "light")?;
    let faces = faces(browser, "main p")?;
    if faces.len() != 1 {
        return Err(format!("a paragraph is drawn with {faces:?}"));
    }
    let widths = browser.value(
        "['가가가가가', '뮤텍스잠금', 'aaaaaaaaaa', '*|.#(0)=> '].map((text) => { const span = document.createElement('span'); span.textContent = text; \
         document.querySelector('pre code').append(span); const width = span.getBoundingClientRect().width; span.remove(); return width; })",
    )?;
    let widths: Vec<f64> = widths.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    match widths.iter().all(|width| (width - widths[0]).abs() < 0.5) {
        true => Ok(()),
        false => Err(format!("columns of code differ: {widths:?}")),
    }
}

/// Everything around the text is Korean, for eyes and for screen readers.
pub fn interface_is_korean(reader: &mut Reader) -> Result<()> {
    let script = "[...document.querySelectorAll('*')].flatMap((e) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => e.getAttribute(name)))\
        .concat([...document.querySelectorAll('body > *:not(script), .column > nav')].filter((e) => !e.matches('.page')).flatMap((e) => { \
        const texts = []; const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT); while (walker.nextNode()) texts.push(walker.currentNode.data); return texts; }))\
        .filter((text) => text && /[A-Za-z]/.test(text) && !/[가-힣]/.test(text))";
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 1280, "light")?;
        faults.extend(told(&browser.value(script)?).into_iter().map(|text| format!("{page}: {text}")));
        let set = browser.value(
            "[document.documentElement.lang, ...[...document.querySelectorAll('main p')].map((p) => { const style = getComputedStyle(p); \
             return parseFloat(style.lineHeight) / parseFloat(style.fontSize); }).filter((height) => height < 1.5)]",
        )?;
        if set != json!(["ko"]) {
            faults.push(format!("{page}: language and tight lines: {set}"));
        }
    }
    empty(faults)
}
