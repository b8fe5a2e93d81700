use std::sync::atomic::{AtomicBool, Ordering};

use super::{Touch, Value};

/// Of a larger value it is not looked whether it has changed.
const LARGEST: usize = 256;

/// What a guard's holder has done so far with the value under the lock.
#[derive(Debug, Default)]
pub struct Touched {
    looked: AtomicBool,
    wrote: bool,
    /// The bytes of the value before the first write, where they were looked at.
    before: Option<u64>,
}

impl Touched {
    /// Nothing was done yet.
    #[must_use]
    pub const fn new() -> Self {
        Touched { looked: AtomicBool::new(false), wrote: false, before: None }
    }

    /// The value is about to be read.
    pub fn look(&self) {
        if !self.wrote {
            self.looked.store(true, Ordering::Relaxed);
        }
    }

    /// The value is about to be written, which other threads may see.
    pub fn write<T: ?Sized>(&mut self, value: &T) {
        if !self.wrote {
            self.before = bytes(value);
        }
        self.wrote = true;
        super::may_have_changed();
    }

    /// The same where the value is not at hand.
    pub fn write_unseen(&mut self) {
        self.wrote = true;
        self.before = None;
        super::may_have_changed();
    }

    /// The value to tell when the lock is given back: one that was only looked at is known already.
    pub fn written<T: ?Sized>(&self, value: &T) -> Option<Value> {
        if !self.wrote {
            return None;
        }
        if has_changed(self.before, value) {
            super::changed();
        }
        super::value(value)
    }

    /// What was done, for [`super::release`].
    #[must_use]
    pub fn touch(&self) -> Touch {
        Touch { looked: self.looked.load(Ordering::Relaxed), wrote: self.wrote }
    }
}

/// The bytes of a value as one number: equal ones have not changed, but for what they point to. `None` of one too large to look
/// at each time.
pub fn bytes<T: ?Sized>(value: &T) -> Option<u64> {
    // SAFETY: so many bytes belong to the value.
    unsafe { bytes_at(std::ptr::from_ref(value).cast(), size_of_val(value)) }
}

/// Whether a value is another than when its [`bytes`] were looked at, or may be.
pub fn has_changed<T: ?Sized>(before: Option<u64>, value: &T) -> bool {
    before.is_none() || bytes(value) != before
}

/// Not generic, so that it is optimised wherever a lock is taken. The mixing is that of the FxHash of Firefox.
///
/// # Safety
/// There are `size` bytes at `place`.
unsafe fn bytes_at(place: *const u8, size: usize) -> Option<u64> {
    if size > LARGEST {
        return None;
    }
    let mix = |sum: u64, part: u64| (sum.rotate_left(5) ^ part).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
    let words = size / 8;
    // SAFETY: the caller says so. Padding holds whatever it holds: a volatile read takes it for a number, which is only compared.
    let word = |index: usize| unsafe { place.cast::<[u8; 8]>().add(index).read_volatile() };
    // SAFETY: the same.
    let byte = |index: usize| unsafe { place.add(index).read_volatile() };
    let sum = (0..words).fold(size as u64, |sum, index| mix(sum, u64::from_ne_bytes(word(index))));
    Some((8 * words..size).fold(sum, |sum, index| mix(sum, byte(index).into())))
}
