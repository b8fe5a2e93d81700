//! Panics that no engine has made a finding of.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Once;

use report::text::legible;
use report::{Finding, Line, Place, Sources};

use crate::child::{Said, tell};
use crate::runaway::Runaway;

struct Listener {
    sources: Sources,
    last: Option<(String, Place)>,
}

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Runs `work` and hears where it panics last.
pub(crate) fn listening<T>(sources: &Sources, work: impl FnOnce() -> T) -> (T, Option<Place>) {
    let outer = LISTENER.replace(Some(Listener { sources: sources.clone(), last: None }));
    let result = work();
    let heard = LISTENER.replace(outer);
    (result, heard.and_then(|listener| listener.last).map(|(_, place)| place))
}

/// Panics of an answer are told in reports, and not as they happen. An engine's hook must come to lie over this one: it
/// passes on what it does not note itself.
pub(crate) fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if LISTENER.with_borrow(Option::is_none) {
                let at = info.location().map(ToString::to_string).unwrap_or_default();
                let message = legible(info.payload_as_str().unwrap_or(""));
                OWN.set(Some(Runaway::Ours { message, at }));
                before(info);
            }
        }));
    });
}

thread_local! {
    static OWN: RefCell<Option<Runaway>> = const { RefCell::new(None) };
}

/// Runs what is none of the answer's, and says what it panics with.
pub(crate) fn own<T>(work: impl FnOnce() -> T) -> Result<T, Runaway> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let unknown = || Runaway::Ours { message: message(&*payload).into(), at: String::new() };
        OWN.take().unwrap_or_else(unknown)
    })
}

/// Notes where panics happen, and tells the parent of the one that Rust aborts on. Goes over the hooks of engines.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
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
            tell(&Said::Twice(legible(message), self.sources.line(place)));
        }
    }
}

/// What the panic says, at the learner's line if it happened in one.
pub(crate) fn finding(payload: &(dyn Any + Send), place: Option<Line>) -> Finding {
    Finding::of_panic(message(payload), place)
}

fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("")
}
