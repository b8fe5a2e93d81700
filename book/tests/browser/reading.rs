//! What a reader meets who only reads.

use std::path::PathBuf;

use serde_json::json;

use crate::Reader;
use crate::chromium::{Browser, Result};

pub fn empty(faults: Vec<String>) -> Result<()> {
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

pub fn keeps_to_itself(reader: &mut Reader) -> Result<()> {
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 1280, "light")?;
        let outside = browser
            .requests()
            .into_iter()
            .filter(|url| !url.starts_with("file:") && !url.starts_with("data:"));
        faults.extend(outside.chain(browser.errors()).map(|fault| format!("{page}: {fault}")));
    }
    empty(faults)
}

pub fn stays_in_place(reader: &mut Reader) -> Result<()> {
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        for width in [390, 1280] {
            browser.open(&address, width, "light")?;
            let shift = browser.value(
                "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += \
                 shift.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 50); })",
            )?;
            if shift.as_f64().is_none_or(|shift| shift > 0.01) {
                faults.push(format!("{page} at {width}: {shift}"));
            }
        }
    }
    empty(faults)
}

pub fn fits(reader: &mut Reader) -> Result<()> {
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 1280, "light")?;
        for width in [360, 390, 1280] {
            browser.resize(width)?;
            let wide = browser.value(
                "[...document.querySelectorAll('main *')].filter((e) => !e.closest('pre, .play .code, .table-wrapper, svg, .unseen') && \
                 e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 120)).concat(\
                 document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])",
            )?;
            faults.extend(
                wide.as_array().into_iter().flatten().map(|what| format!("{page} at {width}: {what}")),
            );
        }
    }
    empty(faults)
}

pub fn without_scripts(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex.html");
    let browser = reader.browser()?;
    browser.open("data:text/html,<p>", 1280, "light")?;
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
    browser.go(&address)?;
    let seen = browser.value(
        "['main h1', '.contents a', '.turns a', '.guess summary', '.play .absent'].filter((part) => !document.querySelector(part)?.checkVisibility())\
         .concat(['.find', '.theme', '.play .code'].filter((part) => document.querySelector(part).checkVisibility()))",
    )?;
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": false }))?;
    if seen == json!([]) { Ok(()) } else { Err(format!("wrongly shown or hidden: {seen}")) }
}

/// On paper there is no bar, and nothing is folded away but the model solution.
pub fn prints(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex/counter.html");
    let browser = reader.browser()?;
    browser.open(&address, 800, "light")?;
    browser.call("Emulation.setEmulatedMedia", json!({ "media": "print" }))?;
    let seen = browser.value(
        "['.bar', '.contents', '.turns', '.outline', '.play .code', '.play button'].filter((part) => document.querySelector(part)?.checkVisibility())\
         .concat(['.play .asks', '.play .absent'].filter((part) => !document.querySelector(part).checkVisibility()))\
         .concat([...document.querySelectorAll('details')].filter((e) => e.matches('.solution') === e.lastElementChild.checkVisibility()).map((e) => e.innerText))",
    )?;
    browser.call("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
    if seen == json!([]) { Ok(()) } else { Err(format!("wrongly shown or hidden: {seen}")) }
}

/// On a narrow screen only code scrolls sideways.
pub fn wraps(reader: &mut Reader) -> Result<()> {
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 390, "light")?;
        let wide = browser.value(
            "(document.querySelectorAll('details').forEach((e) => (e.open = true)), [...document.querySelectorAll('pre')]\
             .filter((e) => e.scrollWidth > e.clientWidth && !e.querySelector('.language-rust, .language-python') && !e.closest('.compiler'))\
             .map((e) => e.textContent.slice(0, 80)))",
        )?;
        faults.extend(wide.as_array().into_iter().flatten().map(|what| format!("{page}: {what}")));
        // What is reached by keys has a name.
        let nameless = browser.value("[...document.querySelectorAll('main [tabindex=\"0\"]:not([aria-label])')].map((e) => e.outerHTML.slice(0, 80))")?;
        faults
            .extend(nameless.as_array().into_iter().flatten().map(|what| format!("{page}: no name: {what}")));
    }
    empty(faults)
}

/// The first key leads past the bar; on a narrow screen the contents open and close; the switch is kept.
pub fn by_keys(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex.html");
    let browser = reader.browser()?;
    browser.open(&address, 390, "light")?;
    browser.press("Tab", 9)?;
    browser.until("document.activeElement.matches('.skip-link') && document.activeElement.getBoundingClientRect().top >= 0")?;
    browser.press("Tab", 9)?;
    browser.until("document.activeElement.matches('.menu')")?;
    browser.value("document.activeElement.click()")?;
    browser.until("document.querySelector('.contents a').checkVisibility()")?;
    browser.press("Escape", 27)?;
    browser.until("!document.querySelector('.contents a').checkVisibility()")?;
    browser.value("document.querySelector('.theme [value=dark]').click()")?;
    browser.until("localStorage.getItem('book-theme') === 'dark'")?;
    browser.go(&address)?;
    browser.until("getComputedStyle(document.documentElement).colorScheme === 'dark' && document.querySelector('.theme [value=dark]').checked")?;
    browser.value("document.querySelector('.theme [value=\"\"]').click()")?;
    Ok(())
}

/// A choice needs no mouse, is marked once the answer is open, and is still there when the reader comes back.
pub fn guesses(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex.html");
    let browser = reader.browser()?;
    browser.open(&address, 390, "light")?;
    browser.value("document.querySelector('.guess input').focus()")?;
    browser.press(" ", 32)?;
    browser.until("document.querySelector('.guess input').checked")?;
    browser.press("Tab", 9)?;
    browser.until("document.activeElement.matches('.guess summary')")?;
    browser.value("document.activeElement.click()")?;
    browser.until("document.querySelector('.guess .said').textContent === '고른 답과 다릅니다.'")?;
    let marks = browser.value(
        "[...document.querySelector('.guess').querySelectorAll('label')].map((e) => getComputedStyle(e.querySelector('span'), '::after').content)",
    )?;
    if marks != json!(["\" ✗ 고른 답\"", "\" ✓ 맞는 답\"", "none"]) {
        return Err(format!("the choices are marked {marks}"));
    }
    browser.value("document.querySelector('.guess .right input').click()")?;
    browser.until("document.querySelector('.guess .said').textContent === '고른 답이 맞습니다.'")?;
    let kept = "document.querySelector('.guess .right input').checked && !document.querySelector('.guess details').open";
    // What a page keeps goes its own way to where the next page reads it: on a busy machine that may be faster.
    for _ in 0..20 {
        browser.go(&address)?;
        browser.until("document.readyState === 'complete'")?;
        if browser.value(kept)? == json!(true) {
            browser.value("localStorage.clear()")?;
            return Ok(());
        }
    }
    Err("the guess was not kept".into())
}

/// How to bring axe where [`axe`] looks for it, in the version that `package.json` names.
pub const GET_AXE: &str = "axe가 없습니다: mkdir -p target/axe && cp book/tests/browser/package.json target/axe && \
                           npm install --prefix target/axe --no-package-lock";

/// The script of axe, where npm put it.
pub fn axe() -> Option<PathBuf> {
    let own = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).parent()?.join("axe");
    let plain = book::root().join("target/axe");
    [own, plain]
        .into_iter()
        .map(|folder| folder.join("node_modules/axe-core/axe.min.js"))
        .find(|file| file.is_file())
}

pub fn is_accessible(reader: &mut Reader) -> Result<()> {
    let script = std::fs::read_to_string(axe().ok_or(GET_AXE)?).map_err(|error| error.to_string())?;
    let index = reader.address("index.html");
    let (pages, browser) = (reader.pages(), reader.browser()?);
    browser.open(&index, 1280, "light")?;
    browser.value("document.querySelector('main h1').outerHTML = '<h1><img src=\"\"></h1>'")?;
    if audit(browser, &script)?.is_empty() {
        return Err("axe does not see an image without a text".into());
    }
    let mut faults = Vec::new();
    for (scheme, width) in [("light", 1280), ("dark", 390)] {
        let mut note = |page: &str, found: Vec<String>| {
            faults.extend(found.into_iter().map(|what| format!("{page}, {scheme}, {width}: {what}")));
        };
        for page in &pages {
            browser.open(&index.replace("index.html", page), width, scheme)?;
            browser.value("document.querySelectorAll('details').forEach((e) => (e.open = true))")?;
            note(page, audit(browser, &script)?);
        }
        browser.open(&format!("{index}?search=%EC%9E%A0%EA%B8%88"), width, scheme)?;
        browser.until("document.querySelectorAll('#found a').length > 0")?;
        note("search", audit(browser, &script)?);
    }
    empty(faults)
}

/// What axe has against the open page.
fn audit(browser: &mut Browser, script: &str) -> Result<Vec<String>> {
    browser.value(script)?;
    let found = browser.value(
        "axe.run().then((r) => r.violations\
         .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' ')}`))",
    )?;
    let found = found.as_array().into_iter().flatten();
    Ok(found.map(|what| what.as_str().unwrap_or_default().to_string()).collect())
}
