//! What the stand-ins for std, parking_lot and crossbeam are built from.
//!
//! A stand-in calls [`point`] before anything that another thread could see, changes its own state freely (no other
//! thread runs in between), and blocks through [`lock`], [`wait`], [`sleep`] or [`join`]. What it did is told with
//! [`record`]. Each step tells what it looks at and what it changes, so that steps which commute can be known. Every call
//! takes the learner's place, so stand-ins mark their functions `#[track_caller]`.

mod spawned;
mod touched;

use std::any::{Any, TypeId};
use std::panic::Location;
use std::rc::Rc;
use std::time::Duration;

pub use crate::event::{Action, ObjectKind, ThreadIndex, Touch, Value};
use crate::failure::Kind;
use crate::world::{self, At, Effect, Target, Wakes};
pub use crate::world::{Handle, Mode};
pub use spawned::{Outcome, Spawned, join, join_return, spawn, spawn_scoped};
pub use touched::{Touched, bytes, has_changed};

/// True while an order runs on this OS thread. Outside of one, destructors of stand-ins have nothing to do.
pub fn active() -> bool {
    world::try_with(|_| ()).is_some()
}

/// Something is about to happen that other threads can see: any of them may run first.
pub fn point(at: At) {
    world::point(Some(at));
}

/// Another thread may run first, but only code that takes no steps can tell, such as a look at an `Arc`'s count: after a
/// spawn, for example.
pub fn quiet_point(at: At) {
    world::quiet_point(at);
}

/// A [`quiet_point`] where the step just taken let another thread go on. A stand-in ends with it where its caller might go on
/// without another point, by letting go of an `Arc` for example.
pub fn point_if_somebody_woke() {
    if active() {
        world::point_if_somebody_woke();
    }
}

/// Like [`point`], before a look at the object.
pub fn before_read(at: At, object: &Handle) {
    point(at);
    reads(object);
}

/// Like [`point`], before what may change the object.
pub fn before_write(at: At, object: &Handle) {
    point(at);
    writes(object);
}

/// The step that runs now looks at the object, whatever [`record`] tells.
pub fn reads(object: &Handle) {
    access(object, Effect::Read);
}

/// The step that runs now may change the object, whatever [`record`] tells.
pub fn writes(object: &Handle) {
    access(object, Effect::Write);
}

/// The step that runs now changes the object in a way that commutes with other such changes.
pub(crate) fn adds(object: &Handle) {
    access(object, Effect::Add);
}

fn access(object: &Handle, effect: Effect) {
    world::try_with(|world| {
        let object = object.index(world);
        world.access(Target::Object(object), effect);
    });
}

/// Tells what the current thread did. An action tells what it does to its object, too; see [`reads`] and [`writes`].
pub fn record(at: At, action: Action, object: &Handle, value: Option<Value>) {
    world::with(|world| {
        let object = object.index(world);
        world.record(Some(at), action, Some(object), value);
    });
}

/// Tells what the current thread did where the language does not say where, as in a destructor.
pub fn record_unplaced(action: Action, object: &Handle) {
    world::try_with(|world| {
        let object = object.index(world);
        world.record(None, action, Some(object), None);
    });
}

/// Something may have changed that another thread could see: a lock was taken to write, and whether it was written is not
/// known before the lock is given back.
pub fn may_have_changed() {
    world::try_with(world::World::may_have_changed);
}

/// Something changed that another thread could see; without such changes a thread that goes on is said to spin.
pub fn changed() {
    world::try_with(world::World::changed);
}

/// Takes a lock, blocking until `until` (virtual time) at most; false when the time was up.
pub fn lock(handle: &Handle, mode: Mode, at: At, until: Option<Duration>) -> bool {
    world::lock(handle, mode, at, until)
}

/// Takes a lock for a thread that was just woken, and so need not let others run first.
pub fn lock_again(handle: &Handle, mode: Mode, at: At) {
    world::lock_again(handle, mode, at);
}

/// Ends the order because a real lock was left locked by an order that failed before: it lies in a `static`.
pub fn left_locked() -> ! {
    world::fail(Kind::Nondeterministic)
}

/// Takes a lock if it is free.
pub fn try_lock(handle: &Handle, mode: Mode, at: At) -> bool {
    world::point(Some(at));
    let (taken, spins) = world::with(|world| {
        let object = handle.index(world);
        if world.try_take(object, mode) {
            return (true, None);
        }
        world.record(Some(at), Action::TryFailed, Some(object), None);
        (false, world.tried_in_vain(object, at))
    });
    if let Some(kind) = spins {
        world::fail(kind);
    }
    taken
}

/// Tells that a lock was taken, with the value it guards if that is a plain one.
pub fn locked(handle: &Handle, mode: Mode, at: At, value: Option<Value>) {
    let action = if mode.writes() { Action::Lock } else { Action::Read };
    record(at, action, handle, value);
}

/// A lock is about to be given back: other threads may run first and find it taken.
pub fn before_unlock() {
    world::point(None);
}

/// Gives a lock back, letting others run first.
pub fn unlock(handle: &Handle, mode: Mode) {
    before_unlock();
    release(handle, mode, None, Touch::default());
}

/// Gives a lock back. `value` is the plain value it guards, if it was written.
pub fn release(handle: &Handle, mode: Mode, value: Option<Value>, touch: Touch) {
    world::try_with(|world| {
        let object = handle.index(world);
        world.release(object, mode);
        world.record(None, Action::Unlock, Some(object), value);
        world.touched(touch);
    });
}

/// Changes how the current thread holds a lock, without giving it back in between.
pub fn convert(handle: &Handle, from: Mode, to: Mode) {
    world::with(|world| {
        let object = handle.index(world);
        world.convert(object, from, to);
    });
}

/// Says that the lock just given back was given back here, and not at the end of a scope.
pub fn unlocked_at(at: At) {
    world::with(|world| world.place_unlock(at));
}

/// Whether anybody holds the lock.
pub fn is_held(handle: &Handle) -> bool {
    world::with(|world| {
        let object = handle.index(world);
        world.is_held(object)
    })
}

/// Whether the current thread holds the lock.
pub fn is_held_by_me(handle: &Handle) -> bool {
    world::with(|world| {
        let object = handle.index(world);
        world.holds(object)
    })
}

/// Blocks until one of the objects is notified (true) or virtual time reaches `until` (false).
///
/// The caller checks its condition again afterwards: another thread may have been faster.
pub fn wait(handles: &[&Handle], action: Action, at: At, until: Option<Duration>) -> bool {
    world::wait(handles.first().copied(), handles, action, at, until)
}

/// How a wait that may end by itself ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woke {
    /// Another thread woke it.
    Notified,
    /// Nobody did.
    ByItself,
    /// Its limit passed.
    TimedOut,
}

impl Woke {
    /// What a story tells of it.
    pub fn action(self) -> Action {
        match self {
            Woke::Notified => Action::Woken,
            Woke::ByItself => Action::WokeByItself,
            Woke::TimedOut => Action::TimedOut,
        }
    }
}

/// The real buffers take the memory for all that they may hold at once, each with a stamp beside it.
///
/// # Panics
/// If no machine has as much, as the real ones do.
#[track_caller]
pub fn room_for<T>(capacity: usize) {
    let bytes = capacity.checked_mul(size_of::<T>() + size_of::<usize>());
    assert!(bytes.is_some_and(|bytes| bytes <= 1 << 40), "capacity overflow");
}

/// Like [`wait`] on one object, but the wait may also end by itself, as those of std's condition variables and `park` may: at
/// once, or, where it has a limit, halfway to it.
pub fn wait_or_wake(handle: &Handle, action: Action, at: At, until: Option<Duration>) -> Woke {
    let (limit, ending) = match world::wakes_by_itself(handle, action, at, until) {
        Wakes::AtOnce => return Woke::ByItself,
        Wakes::Later(time) => (Some(time), Woke::ByItself),
        Wakes::NotByItself => (until, Woke::TimedOut),
    };
    if world::wait(Some(handle), &[handle], action, at, limit) { Woke::Notified } else { ending }
}

/// Like [`wait`], but the story says that the thread waits for `named`, of which the handles are one side only.
pub fn wait_beside(
    named: &Handle,
    handles: &[&Handle],
    action: Action,
    at: At,
    until: Option<Duration>,
) -> bool {
    world::wait(Some(named), handles, action, at, until)
}

/// Wakes up to `count` threads that wait on the object, and says how many. Which ones is explored.
pub fn notify(handle: &Handle, count: usize) -> usize {
    let woken = world::try_with(|world| {
        let object = handle.index(world);
        world.notify(object, count)
    });
    woken.unwrap_or(0)
}

/// How many threads wait on the object.
pub fn waiting(handle: &Handle) -> usize {
    world::with(|world| {
        let object = handle.index(world);
        world.waiting(object)
    })
}

/// Wakes this very thread if it waits on the object.
pub fn wake(handle: &Handle, thread: ThreadIndex) -> bool {
    let woken = world::try_with(|world| {
        let object = handle.index(world);
        world.wake(object, thread)
    });
    woken.unwrap_or(false)
}

/// One of `count` things that a library leaves open; each is explored.
pub fn choose(count: usize) -> usize {
    world::try_with(|world| world.choose(count)).unwrap_or(0)
}

/// The number of the order that runs now; none has the number of another, or 0, which it is outside of an order.
pub fn order() -> u64 {
    world::try_with(|world| world.run()).unwrap_or(0)
}

/// A number that no other call in this order gets, the same in every run of the same order.
pub fn fresh_number() -> u64 {
    world::try_with(world::World::fresh_number).unwrap_or(0)
}

/// Virtual time since the order began.
pub fn now() -> Duration {
    world::with(|world| world.now())
}

/// Sleeps in virtual time.
pub fn sleep(duration: Duration, at: At) {
    world::sleep(duration, at);
}

/// A step that only this thread can see, such as a look at the clock: counted, so that doing nothing else is found.
pub fn idle(at: At) {
    world::idle(at);
}

/// Lets others go first.
pub fn yield_now(at: At) {
    world::yield_now(at);
}

/// Appends to what the order has printed.
pub fn print(text: &str, at: At) {
    world::point(Some(at));
    if let Some(kind) = world::with(|world| world.print(text, at)) {
        world::fail(kind);
    }
}

/// Keeps what was written to standard error for the reader of a report. No thread can see it, so it is no step.
pub fn aside(text: &str) {
    world::with(|world| world.aside(text));
}

/// Ends the order because `todo!()` was reached.
pub fn todo(job: String, at: At) -> ! {
    world::fail(Kind::Todo { job, at: Some(at.into()) })
}

/// Ends the order because the code would have ended the process.
pub fn exit(at: At) -> ! {
    world::fail(Kind::Exit { at: Some(at.into()) })
}

/// Ends the order because the stand-ins lack `what`; `instead` says in Korean what to use.
pub fn unsupported(what: &str, instead: &str, at: At) -> ! {
    let (what, instead) = (what.to_string(), instead.to_string());
    world::fail(Kind::Unsupported { what, instead, at: Some(at.into()) })
}

/// Index of the thread that runs now.
pub fn current() -> ThreadIndex {
    world::with(|world| world.current)
}

/// Index of the thread that runs now; `None` outside of an order.
pub fn try_current() -> Option<ThreadIndex> {
    world::try_with(|world| world.current)
}

/// The name a thread was given.
pub fn name_of(thread: ThreadIndex) -> Option<String> {
    world::with(|world| world.name(thread))
}

/// Whether the thread's closure has returned; the destructors of its locals may still run.
pub fn has_returned(thread: ThreadIndex) -> bool {
    world::with(|world| world.has_returned(thread))
}

/// Whether a panic unwinds the current thread.
pub fn panicking() -> bool {
    world::try_with(|world| {
        let me = world.current;
        *world.panics_of(me) > 0
    })
    .unwrap_or_else(std::thread::panicking)
}

/// A panic of the current thread ended in a `catch_unwind`.
pub fn caught() {
    world::try_with(|world| {
        let me = world.current;
        let panics = world.panics_of(me);
        *panics = panics.saturating_sub(1);
    });
}

/// The current thread starts to unwind without going through the panic hook.
pub fn resumes_panic() {
    world::try_with(|world| {
        let me = world.current;
        *world.panics_of(me) += 1;
    });
}

/// What `std::thread::scope` panics with; the story looks behind it.
pub const SCOPED_THREAD_PANICKED: &str = crate::panics::SCOPED;

/// The current thread's value for the `thread_local!` at `key`, made by `init` when first asked for; `None` once the thread
/// has begun to drop it.
pub fn local<T: 'static>(key: usize, init: impl FnOnce() -> T) -> Option<Rc<T>> {
    let there = world::with(|world| world.local(key)).ok()?;
    let value = there.unwrap_or_else(|| {
        let value: Rc<dyn Any> = Rc::new(init());
        set_local(current(), key, Rc::clone(&value), std::mem::needs_drop::<T>());
        value
    });
    Some(value.downcast().expect("a key belongs to one thread_local of one type"))
}

/// Gives a thread its value for `key`; once it is `destroyed`, [`local`] makes no other.
pub fn set_local(thread: ThreadIndex, key: usize, value: Rc<dyn Any>, destroyed: bool) {
    let local = world::Local { key, value, destroyed };
    world::with(|world| world.set_local(thread, local));
}

/// The value, where it is a plain number or a truth value: what a story can show.
pub fn value<T: ?Sized>(value: &T) -> Option<Value> {
    // SAFETY: the type is that of the value, and none of the types that are read has a lifetime.
    unsafe { value_of(typeid::of::<T>(), std::ptr::from_ref(value).cast()) }
}

/// Not generic, so that it is optimised wherever `value` is called from: that is at every lock.
///
/// # Safety
/// `value` points to a value of the type that is `id`, if that is one without lifetimes.
unsafe fn value_of(id: TypeId, value: *const ()) -> Option<Value> {
    macro_rules! read {
        ($($plain:ty),*) => {
            $(if id == TypeId::of::<$plain>() {
                // SAFETY: the caller says that this is the type.
                return i128::try_from(unsafe { *value.cast::<$plain>() }).ok().map(Value::Number);
            })*
        };
    }
    read!(u64, u32, i32, i64, usize, isize, u8, u16, i8, i16);
    // SAFETY: the caller says that this is the type.
    (id == TypeId::of::<bool>()).then(|| Value::Truth(unsafe { *value.cast::<bool>() }))
}

/// The place of the caller of the caller's function, which must be `#[track_caller]`.
#[track_caller]
pub fn here() -> At {
    Location::caller()
}
