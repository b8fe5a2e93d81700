//! The player of orders, played: by keys, to an end, back, and in every way on every page.

use serde_json::json;

use crate::Reader;
use crate::chromium::Result;
use crate::reading::empty;

const SAID: &str = "document.querySelector('.play .said').textContent";

/// The lost update of the first player, found by keys alone.
pub fn by_keys(reader: &mut Reader) -> Result<()> {
    let address = reader.address("mutex/counter.html");
    let browser = reader.browser()?;
    browser.open(&address, 390, "light")?;
    browser.value("document.querySelector('.play .threads [data-thread=\"1\"]').focus()")?;
    let press = |browser: &mut crate::chromium::Browser, thread: usize| {
        browser.press(&thread.to_string(), 48 + u32::try_from(thread).unwrap_or(0))
    };
    // Both read, and then both write.
    for thread in [1, 1, 2, 2, 1, 1, 2, 2, 0, 0] {
        press(browser, thread)?;
    }
    browser.until(&format!("{SAID}.includes('갱신 손실')"))?;
    let steps = browser.value("document.querySelectorAll('.play .taken li').length")?;
    browser.press("Backspace", 8)?;
    browser.until(&format!(
        "{SAID}.includes('물러났습니다') && document.querySelectorAll('.play .taken li').length < {steps}"
    ))?;
    let focus = browser.value(
        "document.activeElement.closest('.play') !== null || document.activeElement === document.body",
    )?;
    if focus != json!(true) {
        return Err("the focus left the player".into());
    }
    browser.value("document.querySelector('.play [value=right]').click()")?;
    browser.until("document.querySelector('.play .goal').textContent.includes('깨지는 순서는 없습니다')")?;
    Ok(())
}

/// On every page, whoever goes on: an order comes to its end, breaks only the wrong code, and a hint leads to a break.
pub fn in_every_way(reader: &mut Reader) -> Result<()> {
    let script = "[...document.querySelectorAll('.play')].flatMap((play) => { const faults = []; \
        const open = () => [...play.querySelectorAll('.threads button:not([aria-disabled=true])')]; \
        const [, anew, hint] = play.querySelectorAll('.controls button'); let seed = 1; \
        const random = (count) => (seed = (seed * 48271) % 2147483647) % count; \
        for (const form of ['wrong', 'right']) { play.querySelector(`[value=${form}]`).click(); \
        for (let round = 0; round < 40; round++) { anew.click(); let steps = 0; \
        while (open().length && steps++ < 300) open()[random(open().length)].click(); \
        const said = play.querySelector('.said').textContent; \
        if (!/깨졌습니다|깨지지 않았습니다/.test(said)) faults.push(`${play.id} ${form}: ${said}`); \
        if (form === 'right' && /깨졌습니다/.test(said)) faults.push(`${play.id}: the right code breaks: ${said}`); } } \
        play.querySelector('[value=wrong]').click(); let steps = 0; \
        while (open().length && steps++ < 300) { hint.click(); \
        const next = play.querySelector('.hinted'); \
        if (!next) { faults.push(`${play.id}: ${play.querySelector('.said').textContent}`); break; } next.click(); } \
        if (!play.classList.contains('broke')) faults.push(`${play.id}: the hints lead to no break`); \
        return faults; })";
    let (mut players, mut faults) = (0, Vec::new());
    for page in reader.pages() {
        let address = reader.address(&page);
        let browser = reader.browser()?;
        browser.open(&address, 1280, "light")?;
        players += browser.value("document.querySelectorAll('.play').length")?.as_u64().unwrap_or(0);
        let found = browser.value(script)?;
        faults.extend(found.as_array().into_iter().flatten().map(|fault| format!("{page}: {fault}")));
        faults.extend(browser.errors().into_iter().map(|error| format!("{page}: {error}")));
    }
    if players < 10 {
        faults.push(format!("there are only {players} players"));
    }
    empty(faults)
}
