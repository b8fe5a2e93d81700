//! Notes the panics of explored code instead of letting them print.

use std::panic::PanicHookInfo;
use std::sync::Once;

use crate::event::Place;
use crate::failure::Kind;
use crate::world::{self, PanicNote, World};

/// Puts our hook before the one in place; panics outside of an order still go there.
pub(crate) fn install_hook() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if world::try_with(|world| note(world, info)).is_none() {
                before(info);
            }
        }));
    });
}

fn note(world: &mut World, info: &PanicHookInfo<'_>) {
    let thread = world.current;
    *world.panics_of(thread) += 1;
    let message = info.payload_as_str().unwrap_or("").to_string();
    let at = info.location().map(Place::from);
    world.record_panic();
    world.panics.push(PanicNote { message, thread, at });
}

/// The panic that brought the closure down: the one of a joined thread if its `Err` was unwrapped, else the closure's own.
pub(crate) fn first_cause(world: &mut World) -> Kind {
    let own = world.panics.iter().rposition(|note| note.thread == 0);
    let passed_on = own.is_none_or(|own| {
        let message = &world.panics[own].message;
        message.contains("Any { .. }") || message == SCOPED
    });
    let cause = if passed_on { world.panics.iter().find(|note| note.thread != 0) } else { None };
    let cause = cause.or(own.map(|own| &world.panics[own])).or(world.panics.last());
    match cause {
        Some(note) => Kind::Panic { message: note.message.clone(), thread: note.thread, at: note.at.clone() },
        None => Kind::Panic { message: String::new(), thread: 0, at: None },
    }
}

/// What `thread::scope` panics with when a thread that was not joined by hand panicked.
pub(crate) const SCOPED: &str = "a scoped thread panicked";
