//! What a reader meets who only reads.

use std::path::PathBuf;

use serde_json::json;

use crate::Reader;
use crate::chromium::Result;

fn empty(faults: Vec<String>) -> Result<()> {
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
                "[...document.querySelectorAll('main *')].filter((e) => !e.closest('pre, .table-wrapper, svg, .unseen') && \
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
    let address = reader.address("index.html");
    let browser = reader.browser()?;
    browser.open("data:text/html,<p>", 1280, "light")?;
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
    browser.go(&address)?;
    let seen = browser.value(
        "['main h1', '.contents a', '.turns a'].filter((part) => !document.querySelector(part)?.checkVisibility())\
         .concat(['.find', '.theme'].filter((part) => document.querySelector(part).checkVisibility()))",
    )?;
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": false }))?;
    if seen == json!([]) { Ok(()) } else { Err(format!("wrongly shown or hidden: {seen}")) }
}

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
    let script =
        std::fs::read_to_string(axe().ok_or("axe is not installed")?).map_err(|error| error.to_string())?;
    let mut faults = Vec::new();
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        for (scheme, width) in [("light", 1280), ("dark", 390)] {
            browser.open(&address, width, scheme)?;
            browser.value("document.querySelectorAll('details').forEach((e) => (e.open = true))")?;
            browser.value(&script)?;
            let found = browser.value(
                "axe.run().then((r) => r.violations.filter((v) => ['moderate', 'serious', 'critical'].includes(v.impact))\
                 .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' ')}`))",
            )?;
            faults.extend(
                found
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|what| format!("{page}, {scheme}, {width}: {what}")),
            );
        }
    }
    empty(faults)
}
