//! Notes the panics of explored code instead of letting them print.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::HashMap;
use std::panic::PanicHookInfo;
use std::sync::Once;

use crate::calls::frame;
use crate::event::{Place, ThreadIndex};
use crate::failure::Kind;
use crate::world::{self, At, PanicNote, World};

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
    let message = info.payload_as_str().unwrap_or("").to_string();
    let at = info.location().map(|location| caller(location.into(), world.place_now()));
    world.note_panic(message, at);
}

/// Whether a place lies in the standard library, a downloaded crate or a stand-in, and so in nobody's own code here.
pub(crate) fn is_in_a_library(place: &Place) -> bool {
    let path = place.file.replace('\\', "/");
    let parts = ["/rustc/", "/lib/rustlib/src/", "/registry/src/", "tests/model/", "tests/interleave/src/"];
    parts.iter().any(|part| path.contains(part))
}

thread_local! {
    /// The same panic comes in order after order, after the same step, and asking who called takes long.
    static CALLERS: RefCell<HashMap<(Place, Option<At>), Place>> = RefCell::default();
}

/// The place itself, or who called into the library where it lies: not every function there tells its caller.
fn caller(place: Place, after: Option<At>) -> Place {
    if !is_in_a_library(&place) {
        return place;
    }
    let found = |place: Place| {
        let trace = world::read_notes(&Backtrace::force_capture());
        let mut frames = trace.lines().filter_map(frame);
        let panics = frames.find(|frame| *frame == place);
        let caller = panics.and_then(|_| frames.find(|frame| !is_in_a_library(frame)));
        caller.unwrap_or(place)
    };
    CALLERS.with_borrow_mut(|callers| {
        callers.entry((place.clone(), after)).or_insert_with(|| found(place)).clone()
    })
}

/// The panic that brought the closure down: its own, or the one it was told of by a join and passed on.
pub(crate) fn first_cause(world: &World) -> Kind {
    let own = world.panics.iter().rposition(|note| note.thread == 0);
    let mut cause = own.or_else(|| behind(world, world.events(), 0)).or(world.panics.len().checked_sub(1));
    while let Some(earlier) = cause.and_then(|note| passed_on(world, note)) {
        cause = Some(earlier);
    }
    kind(cause.map(|cause| &world.panics[cause]))
}

/// The panic that came last.
pub(crate) fn last(world: &World) -> Kind {
    kind(world.panics.last())
}

fn kind(note: Option<&PanicNote>) -> Kind {
    let (message, thread, at) =
        note.map_or_else(Default::default, |note| (note.message.clone(), note.thread, note.at.clone()));
    Kind::Panic { message, thread, at, advice: String::new() }
}

/// The earlier panic of another thread that this one only passes on.
fn passed_on(world: &World, index: usize) -> Option<usize> {
    let note = &world.panics[index];
    let (row, thread) = (note.row, note.thread);
    if !note.message.contains("Any { .. }") && note.message != SCOPED {
        return None;
    }
    let unseen = if note.message == SCOPED { world.dead(true).next() } else { None };
    let earlier = unseen.map_or_else(|| behind(world, row, thread), |dead| last_panic_of(world, dead));
    earlier.filter(|&earlier| earlier < index)
}

/// The panic that `thread` may know of before the event at `row`: that of the thread it joined last, or the first.
fn behind(world: &World, row: usize, thread: ThreadIndex) -> Option<usize> {
    let dead = world.dead_joined_before(row, thread).or_else(|| world.dead(false).next());
    last_panic_of(world, dead?)
}

fn last_panic_of(world: &World, thread: ThreadIndex) -> Option<usize> {
    world.panics.iter().rposition(|note| note.thread == thread)
}

/// What `thread::scope` panics with when a thread that was not joined by hand panicked.
pub(crate) const SCOPED: &str = "a scoped thread panicked";
