//! How the stand-ins name what they share.

use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{At, Shared, World};
use crate::event::{ObjectIndex, ObjectKind};

/// Names a shared object to the engine. The stand-ins keep one in each lock, channel and so on.
///
/// It may live in a `static`: in each order it is registered anew when first used.
#[derive(Debug)]
pub struct Handle {
    kind: ObjectKind,
    born: At,
    /// Where it was registered last: the order's number, and its index there.
    seat: AtomicU64,
    /// Where it was registered first. No other handle was, so it names this one.
    identity: AtomicU64,
}

/// Bits of a seat that are the index; the others are the number of the order.
const INDEX_BITS: u32 = 24;

impl Handle {
    /// For something of this kind, made here.
    #[track_caller]
    pub const fn new(kind: ObjectKind) -> Self {
        let (seat, identity) = (AtomicU64::new(0), AtomicU64::new(0));
        Handle { kind, born: Location::caller(), seat, identity }
    }

    pub(crate) fn index(&self, world: &mut World) -> ObjectIndex {
        let seat = self.seat.load(Ordering::Relaxed);
        if seat >> INDEX_BITS == world.run {
            return (seat & ((1 << INDEX_BITS) - 1)) as usize;
        }
        self.register(world)
    }

    /// Finds the object that was registered before another order, one inside of this one, used the handle; or registers
    /// it.
    #[cold]
    fn register(&self, world: &mut World) -> ObjectIndex {
        let identity = self.identity.load(Ordering::Relaxed);
        let known = if identity == 0 {
            None
        } else {
            world.objects.iter().position(|object| object.identity == identity)
        };
        let index = known.unwrap_or(world.objects.len());
        let seat = world.run << INDEX_BITS | index as u64;
        self.seat.store(seat, Ordering::Relaxed);
        if known.is_none() {
            let identity = if identity == 0 { seat } else { identity };
            self.identity.store(identity, Ordering::Relaxed);
            let object = world.new_object(identity, self.kind, self.born);
            world.objects.push(object);
        }
        index
    }
}

impl World {
    fn new_object(&mut self, identity: u64, kind: ObjectKind, born: At) -> Shared {
        let Some(mut object) = self.spare_objects.pop() else {
            let (holders, lock_waiters, wake_waiters) = (Vec::new(), Vec::new(), Vec::new());
            return Shared { identity, kind, born, holders, lock_waiters, wake_waiters };
        };
        object.holders.clear();
        object.lock_waiters.clear();
        object.wake_waiters.clear();
        Shared { identity, kind, born, ..object }
    }
}
