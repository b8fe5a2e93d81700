//! Checks the promises of a step and notes where panics happen.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Once;

use interleave::{Place, Sources, legible};

use crate::case::Case;
use crate::child::tell;
use crate::finding::{Finding, shown};

/// Checks one promise after the other until one is broken.
pub(crate) fn check(case: &Case, full: bool, started: impl Fn(usize)) -> Finding {
    listen_to_panics();
    let outer = LISTENER.replace(Some(Listener { sources: case.desk.sources.clone(), last: None }));
    let mut finding = Finding::default();
    for (index, promise) in case.step.promises.iter().enumerate() {
        started(index);
        if let Err(payload) = catch_unwind(AssertUnwindSafe(promise.check)) {
            let last =
                LISTENER.with_borrow(|listener| listener.as_ref().and_then(|listener| listener.last.clone()));
            let place = last.map(|(_, place)| place);
            finding = Finding::of_payload(index, payload, place, &case.desk.sources, full);
            break;
        }
    }
    LISTENER.replace(outer);
    finding
}

struct Listener {
    sources: Sources,
    last: Option<(String, Place)>,
}

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Panics of an answer are told in reports, and not as they happen. The engine's hook must come to lie over this one:
/// it passes on what it does not note itself.
pub(crate) fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if LISTENER.with_borrow(Option::is_none) {
                before(info);
            }
        }));
    });
}

/// Notes where panics happen, and tells the parent of the one that Rust aborts on.
fn listen_to_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // The engine puts its own hook in place when it first runs; ours goes over it.
        interleave::explore(|| {});
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            LISTENER.with_borrow_mut(|listener| {
                if let Some(listener) = listener {
                    listener.note(info);
                }
            });
            before(info);
        }));
    });
}

impl Listener {
    fn note(&mut self, info: &PanicHookInfo<'_>) {
        let message = info.payload_as_str().unwrap_or("");
        if !message.starts_with("panic in a destructor")
            && !message.starts_with("panic in a function that cannot")
        {
            self.last = info.location().map(|location| (message.to_string(), Place::from(location)));
            return;
        }
        if let Some((message, place)) = &self.last {
            let place = shown(place, &self.sources).unwrap_or_default();
            tell(&["twice", &legible(message), &place]);
        }
    }
}
