//! What a thread of the order does: it takes the step, and gives control back where it cannot go on.

use std::time::Duration;

use super::{At, Effect, Handle, Mode, State, Target, Waiting, Wakes, World, with};
use crate::coroutine::suspend;
use crate::event::{Action, ThreadIndex};
use crate::failure::Kind;

/// Ends the order with this failure. The thread never comes back.
pub(crate) fn fail(kind: Kind) -> ! {
    with(|world| {
        world.failure.get_or_insert(kind);
        world.next = None;
    });
    loop {
        suspend();
    }
}

/// Does what `step` decided: nothing, a switch, or the end of the order.
fn act(step: Step) {
    match step {
        Step::Go => {}
        Step::Switch => suspend(),
        Step::Fail(kind) => fail(kind),
        Step::Abandon => {
            with(|world| world.next = None);
            loop {
                suspend();
            }
        }
    }
}

pub(super) enum Step {
    Go,
    Switch,
    Fail(Kind),
    /// The order is like one that was run already.
    Abandon,
}

/// A step that other threads can see is about to happen: any thread may run first.
pub(crate) fn point(at: Option<At>) {
    act(with(|world| world.point(at)));
}

/// Nothing happened that others can see, but code that takes no steps may tell who runs first.
pub(crate) fn quiet_point(at: At) {
    act(with(|world| world.quiet_point(Some(at))));
}

/// Where the step just taken let another thread go on, it may do so at once.
pub(crate) fn point_if_somebody_woke() {
    act(with(World::point_if_somebody_woke));
}

/// A look at the clock: who may be late may be so before it.
pub(crate) fn idle(at: At) {
    act(with(|world| match world.rules.late {
        true => world.point(Some(at)),
        false => world.step(Some(at)).map_or(Step::Go, Step::Fail),
    }));
}

pub(crate) fn yield_now(at: At) {
    act(with(|world| world.yield_now(at)));
}

/// Takes the lock, waiting until `until` at most. False when the time was up.
pub(crate) fn lock(handle: &Handle, mode: Mode, at: At, until: Option<Duration>) -> bool {
    match with(|world| world.arrives_at_lock(handle, mode, at, until)) {
        Some(step) => act(step),
        None => point(Some(at)),
    }
    take(handle, mode, at, until)
}

/// Takes the lock without letting others run first: its thread was just woken.
pub(crate) fn lock_again(handle: &Handle, mode: Mode, at: At) {
    if let Some(step) = with(|world| world.arrives_at_lock(handle, mode, at, None)) {
        act(step);
    }
    take(handle, mode, at, None);
}

fn take(handle: &Handle, mode: Mode, at: At, until: Option<Duration>) -> bool {
    let mut waited = with(|world| world.is_reduced());
    loop {
        let step = with(|world| {
            let object = handle.index(world);
            world.start_lock(object, mode, at, until, waited)
        });
        match step {
            Ok(taken) => return taken,
            Err(step) => {
                waited = true;
                act(step);
            }
        }
    }
}

/// Blocks until one of the objects is notified (true) or the time is up (false).
///
/// `named` is what the story says the thread waits for.
pub(crate) fn wait(
    named: Option<&Handle>,
    handles: &[&Handle],
    action: Action,
    at: At,
    until: Option<Duration>,
) -> bool {
    let step = with(|world| {
        let named = world.begins_to_wait(named, action, at);
        let me = world.current;
        for handle in handles {
            let object = handle.index(world);
            world.access(Target::Object(object), Effect::Write);
            world.objects[object].wake_waiters.push(me);
        }
        world.block(named.map_or(Waiting::Time, Waiting::Wake), at, until)
    });
    act(step);
    with(|world| {
        let me = world.current;
        world.halfway.take_if(|thread| *thread == me);
        // Whoever was woken looks again, and acts on what it finds.
        if let Some(named) = named {
            let named = named.index(world);
            world.access(Target::Object(named), Effect::Write);
        }
        for handle in handles {
            let object = handle.index(world);
            world.access(Target::Object(object), Effect::Write);
            world.objects[object].wake_waiters.retain(|&waiter| waiter != me);
        }
        !std::mem::take(&mut world.tasks[me].timed_out)
    })
}

/// Whether a wait that may end by itself does, and when. Where it is at once it has ended already, and others may have gone on.
pub(crate) fn wakes_by_itself(handle: &Handle, action: Action, at: At, until: Option<Duration>) -> Wakes {
    let wakes = with(|world| world.wakes_by_itself(until));
    if wakes == Wakes::AtOnce {
        act(with(|world| {
            world.begins_to_wait(Some(handle), action, at);
            let me = world.current;
            world.next_runnable(Some(me))
        }));
    }
    wakes
}

pub(crate) fn join(thread: ThreadIndex, at: At) {
    let step = with(|world| {
        if world.is_reduced() {
            return world.arrive(Waiting::Join(thread), at);
        }
        if world.tasks[thread].state == State::Finished {
            return Step::Go;
        }
        world.record(Some(at), Action::WaitJoin(thread), None, None);
        world.block(Waiting::Join(thread), at, None)
    });
    act(step);
    with(|world| world.joined(thread, at));
}

/// Waits until the thread's closure has returned, as the end of a scope does: not for the destructors of its locals.
pub(crate) fn join_return(thread: ThreadIndex, at: At) {
    let step = with(|world| {
        if world.is_reduced() {
            return world.arrive(Waiting::Return(thread), at);
        }
        world.record(Some(at), Action::WaitJoin(thread), None, None);
        world.block(Waiting::Return(thread), at, None)
    });
    act(step);
    with(|world| world.joined(thread, at));
}

pub(crate) fn sleep(duration: Duration, at: At) {
    let step = with(|world| {
        if let Some(kind) = world.nap(at) {
            return Step::Fail(kind);
        }
        world.record(Some(at), Action::Sleep(duration), None, None);
        let until = world.clock.saturating_add(duration);
        world.block(Waiting::Time, at, Some(until))
    });
    act(step);
    with(|world| {
        let me = world.current;
        world.tasks[me].timed_out = false;
        world.record(Some(at), Action::Awake, None, None);
    });
}

/// Computes on one of the processors for so long, waiting for a free one before.
pub(crate) fn compute(duration: Duration, at: At) {
    while let Some(step) = with(|world| {
        if world.rules.processors.is_none_or(|processors| world.computing < processors) {
            world.access(Target::Processors, Effect::Write);
            world.computing += 1;
            return None;
        }
        world.record(Some(at), Action::WaitProcessor, None, None);
        Some(world.block(Waiting::Processor, at, None))
    }) {
        act(step);
    }
    let step = with(|world| {
        world.record(Some(at), Action::Compute(duration), None, None);
        let until = world.clock.saturating_add(duration);
        world.block(Waiting::Time, at, Some(until))
    });
    act(step);
    with(|world| {
        let me = world.current;
        world.tasks[me].timed_out = false;
        world.record(Some(at), Action::Computed, None, None);
        world.access(Target::Processors, Effect::Write);
        world.computing -= 1;
        world.changed();
        world.rouse_all(|waiting| matches!(waiting, Waiting::Processor));
    });
}
