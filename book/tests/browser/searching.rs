//! Searching as a reader does it: by key, by link, while an IME composes.

use serde_json::json;

use crate::Reader;
use crate::chromium::{Browser, Result};

const RESULTS: &str = "document.querySelectorAll('#found a').length > 0";
const SAID: &str = "document.querySelector('dialog .said').textContent";

fn ask(browser: &mut Browser, query: &str) -> Result<()> {
    browser.call("Input.insertText", json!({ "text": query }))?;
    browser.until(&format!("{SAID} !== ''"))
}

fn expect(browser: &mut Browser, script: &str, says: &str) -> Result<()> {
    match browser.value(script)? {
        serde_json::Value::Bool(true) => Ok(()),
        _ => Err(format!("{says}\n{}", browser.value("document.querySelector('dialog').innerText")?)),
    }
}

pub fn by_keys(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex/counter.html");
    let browser = reader.browser()?;
    browser.open(&address, 1280, "light")?;
    browser.press("/", 191)?;
    browser.until("document.querySelector('dialog.search').open")?;
    ask(browser, "세마포어")?;
    browser.until(RESULTS)?;
    let chosen = "[...document.querySelectorAll('#found a')].findIndex((e) => e.getAttribute('aria-selected') === 'true')";
    expect(browser, &format!("{chosen} === 0"), "the first result is chosen")?;
    browser.press("ArrowDown", 40)?;
    expect(browser, &format!("{chosen} === 1"), "an arrow chooses the next")?;
    browser.press("ArrowUp", 38)?;
    let active = "document.activeElement.getAttribute('aria-activedescendant') === 'found-0'";
    expect(browser, active, "a screen reader is told which")?;
    browser.press("Enter", 13)?;
    browser.until("location.pathname.endsWith('semaphore.html') && document.readyState === 'complete'")?;
    browser.press("/", 191)?;
    browser.until("document.querySelector('dialog.search').open")?;
    browser.call("Input.insertText", json!({ "text": "코루틴" }))?;
    browser.until(&format!("{SAID}.includes('찾지 못했습니다')"))?;
    // The key can be switched off, and stays so.
    browser.value("document.querySelector('.slash input').click()")?;
    browser.press("Escape", 27)?;
    browser.until("!document.querySelector('dialog.search').open")?;
    browser.go(&address)?;
    browser.press("/", 191)?;
    expect(browser, "!document.querySelector('dialog.search').open", "the key was switched off")?;
    browser.value("localStorage.clear()")?;
    Ok(())
}

pub fn while_composing(reader: &mut Reader) -> Result<()> {
    let address = reader.address("index.html");
    let browser = reader.browser()?;
    browser.open(&address, 1280, "light")?;
    browser.press("/", 191)?;
    for text in ["ㅁ", "뮤", "뮤ㅌ", "뮤테"] {
        let composed = json!({ "text": text, "selectionStart": text.chars().count(), "selectionEnd": text.chars().count() });
        browser.call("Input.imeSetComposition", composed)?;
        browser.until(&format!("document.querySelector('dialog input').value === '{text}'"))?;
    }
    browser.until("[...document.querySelectorAll('#found a')].some((e) => e.href.includes('mutex.html'))")?;
    let composing = "document.querySelector('dialog input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, \
                     bubbles: true, cancelable: true }))";
    browser.value(composing)?;
    expect(
        browser,
        "document.querySelector('dialog.search').open && location.pathname.endsWith('index.html')",
        "Enter ended the search",
    )
}

pub fn marks(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex.html?mark=%EA%B5%90%EC%B0%A9%EC%83%81%ED%83%9C");
    let browser = reader.browser()?;
    browser.open(&address, 1280, "light")?;
    browser.until("document.querySelectorAll('main mark').length > 0")?;
    expect(
        browser,
        "[...document.querySelectorAll('main mark')].every((e) => e.textContent.replace(/\\s/g, '') === '교착상태')",
        "wrong words are marked",
    )?;
    browser.press("Escape", 27)?;
    browser.until("document.querySelectorAll('main mark').length === 0")
}

pub fn by_link(reader: &mut Reader) -> Result<()> {
    let address = reader.address("index.html?search=%EB%8D%B0%EB%93%9C%EB%9D%BD");
    let browser = reader.browser()?;
    browser.open(&address, 390, "dark")?;
    browser.until(RESULTS)?;
    expect(browser, &format!("{SAID}.includes('‘교착 상태’입니다')"), "the book's own word is told")
}
