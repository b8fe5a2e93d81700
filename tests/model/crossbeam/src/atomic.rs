//! [`crossbeam::atomic`] run by the engine.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Mutex, PoisonError};

use interleave::model::{self, Action, Handle, ObjectKind};
use model_std::sync::atomic::{self, Ordering};

use crate::open;

/// [`crossbeam::atomic::AtomicCell`]: every operation is a step.
pub struct AtomicCell<T> {
    handle: Handle,
    value: Mutex<T>,
}

impl<T> UnwindSafe for AtomicCell<T> {}
impl<T> RefUnwindSafe for AtomicCell<T> {}

impl<T> AtomicCell<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        AtomicCell { handle: Handle::new(ObjectKind::Atomic), value: Mutex::new(value) }
    }

    #[track_caller]
    fn step<R>(&self, act: impl FnOnce(&mut T) -> (Action, R)) -> R {
        let at = model::here();
        model::point(at);
        let mut value = open(&self.value);
        let before = model::bytes(&*value);
        let (action, result) = act(&mut value);
        let (after, changed) = (model::value(&*value), model::has_changed(before, &*value));
        drop(value);
        if changed && matches!(action, Action::Store | Action::Update) {
            model::changed();
        }
        model::record(at, action, &self.handle, after);
        result
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    pub const fn is_lock_free() -> bool {
        crossbeam::atomic::AtomicCell::<T>::is_lock_free()
    }

    #[track_caller]
    pub fn store(&self, value: T) {
        drop(self.step(|held| (Action::Store, std::mem::replace(held, value))));
    }

    #[track_caller]
    pub fn swap(&self, value: T) -> T {
        self.step(|held| (Action::Update, std::mem::replace(held, value)))
    }

    #[track_caller]
    pub fn as_ptr(&self) -> *mut T {
        model::unsupported(
            "AtomicCell::as_ptr",
            "대신 `load`, `store`, `swap`, `fetch_update`를 씁니다.",
            model::here(),
        )
    }
}

impl<T: Default> AtomicCell<T> {
    #[track_caller]
    pub fn take(&self) -> T {
        self.swap(T::default())
    }
}

impl<T: Copy> AtomicCell<T> {
    #[track_caller]
    pub fn load(&self) -> T {
        self.step(|held| (Action::Load, *held))
    }
}

impl<T: Copy + Eq> AtomicCell<T> {
    #[deprecated(note = "Use `compare_exchange` instead")]
    #[track_caller]
    pub fn compare_and_swap(&self, current: T, new: T) -> T {
        self.compare_exchange(current, new).unwrap_or_else(|found| found)
    }

    /// # Errors
    /// The value found, if it was not `current`.
    #[track_caller]
    pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T> {
        self.step(|held| match *held {
            found if found == current => {
                *held = new;
                (Action::Update, Ok(found))
            }
            found => (Action::CompareFailed, Err(found)),
        })
    }

    /// # Errors
    /// The value found, if `f` gave `None` for it.
    #[track_caller]
    pub fn fetch_update<F>(&self, mut f: F) -> Result<T, T>
    where
        F: FnMut(T) -> Option<T>,
    {
        let mut before = self.load();
        while let Some(next) = f(before) {
            match self.compare_exchange(before, next) {
                Ok(value) => return Ok(value),
                Err(found) => before = found,
            }
        }
        Err(before)
    }
}

macro_rules! fetches {
    ($($value:ty: $($fetch:ident $how:expr),*;)*) => {$(
        impl AtomicCell<$value> {
            $(
                #[track_caller]
                pub fn $fetch(&self, value: $value) -> $value {
                    let how: fn($value, $value) -> $value = $how;
                    self.step(|held| {
                        let next = how(*held, value);
                        (Action::Update, std::mem::replace(held, next))
                    })
                }
            )*
        }
    )*};
}

macro_rules! integers {
    ($($value:ident)*) => {fetches! {$(
        $value: fetch_add $value::wrapping_add, fetch_sub $value::wrapping_sub, fetch_and |a, b| a & b,
            fetch_nand |a, b| !(a & b), fetch_or |a, b| a | b, fetch_xor |a, b| a ^ b,
            fetch_max $value::max, fetch_min $value::min;
    )*}};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
fetches! {
    bool: fetch_and |a, b| a & b, fetch_nand |a, b| !(a & b), fetch_or |a, b| a | b, fetch_xor |a, b| a ^ b;
}

impl<T: Default> Default for AtomicCell<T> {
    #[track_caller]
    fn default() -> Self {
        AtomicCell::new(T::default())
    }
}

impl<T> From<T> for AtomicCell<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        AtomicCell::new(value)
    }
}

impl<T: Copy + fmt::Debug> fmt::Debug for AtomicCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtomicCell").field("value", &*open(&self.value)).finish()
    }
}

/// [`crossbeam::atomic::AtomicConsume`]
pub trait AtomicConsume {
    type Val;

    #[track_caller]
    fn load_consume(&self) -> Self::Val;
}

macro_rules! consumes {
    ($($atomic:ident $value:ty),*) => {$(
        impl AtomicConsume for atomic::$atomic {
            type Val = $value;

            #[track_caller]
            fn load_consume(&self) -> $value {
                self.load(Ordering::Acquire)
            }
        }
    )*};
}

consumes!(AtomicBool bool, AtomicU8 u8, AtomicU16 u16, AtomicU32 u32, AtomicU64 u64, AtomicUsize usize);
consumes!(AtomicI8 i8, AtomicI16 i16, AtomicI32 i32, AtomicI64 i64, AtomicIsize isize);
