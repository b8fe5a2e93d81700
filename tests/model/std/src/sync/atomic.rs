//! [`std::sync::atomic`]: every operation is a step, in one order that all threads agree on, whatever its `Ordering`.

use std::fmt;
use std::sync::atomic::Ordering as RealOrdering;

pub use std::sync::atomic::*;

use interleave::model::{self, Action, Handle, ObjectKind};

/// [`std::sync::atomic::fence`]
#[track_caller]
pub fn fence(_order: Ordering) {
    model::point(model::here());
}

macro_rules! atomic {
    ($name:ident $(<$target:ident>)?, $value:ty, $plain:expr; $($fetch:ident),*) => {
        #[doc = concat!("[`std::sync::atomic::", stringify!($name), "`]")]
        pub struct $name$(<$target>)? {
            handle: Handle,
            inner: std::sync::atomic::$name$(<$target>)?,
        }

        impl$(<$target>)? $name$(<$target>)? {
            #[track_caller]
            pub const fn new(value: $value) -> Self {
                $name { handle: Handle::new(ObjectKind::Atomic), inner: std::sync::atomic::$name::new(value) }
            }

            #[track_caller]
            fn step<R>(&self, act: impl FnOnce(&std::sync::atomic::$name$(<$target>)?) -> (Action, R)) -> R {
                let at = model::here();
                model::point(at);
                let before = self.inner.load(RealOrdering::SeqCst);
                let (action, result) = act(&self.inner);
                let after = self.inner.load(RealOrdering::SeqCst);
                if before != after {
                    model::changed();
                }
                let plain: fn($value) -> Option<model::Value> = $plain;
                model::record(at, action, &self.handle, plain(after));
                result
            }

            #[track_caller]
            pub fn load(&self, _order: Ordering) -> $value {
                self.step(|inner| (Action::Load, inner.load(RealOrdering::SeqCst)))
            }

            #[track_caller]
            pub fn store(&self, value: $value, _order: Ordering) {
                self.step(|inner| (Action::Store, inner.store(value, RealOrdering::SeqCst)));
            }

            #[track_caller]
            pub fn swap(&self, value: $value, _order: Ordering) -> $value {
                self.step(|inner| (Action::Update, inner.swap(value, RealOrdering::SeqCst)))
            }

            /// # Errors
            /// The value found, if it was not `current`.
            #[track_caller]
            pub fn compare_exchange(
                &self,
                current: $value,
                new: $value,
                _success: Ordering,
                _failure: Ordering,
            ) -> Result<$value, $value> {
                self.step(|inner| {
                    let result = inner.compare_exchange(current, new, RealOrdering::SeqCst, RealOrdering::SeqCst);
                    (if result.is_ok() { Action::Update } else { Action::CompareFailed }, result)
                })
            }

            /// Never fails by itself.
            ///
            /// # Errors
            /// The value found, if it was not `current`.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.compare_exchange(current, new, success, failure)
            }

            /// # Errors
            /// The value found, if `f` gave `None` for it.
            #[track_caller]
            pub fn fetch_update<F>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: F,
            ) -> Result<$value, $value>
            where
                F: FnMut($value) -> Option<$value>,
            {
                let mut before = self.load(fetch_order);
                while let Some(next) = f(before) {
                    match self.compare_exchange(before, next, set_order, fetch_order) {
                        Ok(value) => return Ok(value),
                        Err(found) => before = found,
                    }
                }
                Err(before)
            }

            /// # Errors
            /// The value found, if `f` gave `None` for it.
            #[track_caller]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                self.fetch_update(set_order, fetch_order, f)
            }

            #[track_caller]
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($value) -> $value,
            ) -> $value {
                let updated = self.fetch_update(set_order, fetch_order, |value| Some(f(value)));
                updated.unwrap_or_else(|found| found)
            }

            pub fn get_mut(&mut self) -> &mut $value {
                self.inner.get_mut()
            }

            pub fn into_inner(self) -> $value {
                self.inner.into_inner()
            }

            $(
                #[track_caller]
                pub fn $fetch(&self, value: $value, _order: Ordering) -> $value {
                    self.step(|inner| (Action::Update, inner.$fetch(value, RealOrdering::SeqCst)))
                }
            )*
        }

        impl$(<$target>)? fmt::Debug for $name$(<$target>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.inner.fmt(f)
            }
        }

        impl$(<$target>)? Default for $name$(<$target>)? {
            #[track_caller]
            fn default() -> Self {
                Self::new(Default::default())
            }
        }

        impl$(<$target>)? From<$value> for $name$(<$target>)? {
            #[track_caller]
            fn from(value: $value) -> Self {
                Self::new(value)
            }
        }
    };
}

macro_rules! integers {
    ($($name:ident $value:ty),*) => {$(
        atomic!($name, $value, |value| i128::try_from(value).ok().map(model::Value::Number);
            fetch_add, fetch_sub, fetch_and, fetch_nand, fetch_or, fetch_xor, fetch_max, fetch_min);
    )*};
}

integers!(AtomicU8 u8, AtomicU16 u16, AtomicU32 u32, AtomicU64 u64, AtomicUsize usize);
integers!(AtomicI8 i8, AtomicI16 i16, AtomicI32 i32, AtomicI64 i64, AtomicIsize isize);
atomic!(AtomicBool, bool, |value| Some(value.into()); fetch_and, fetch_nand, fetch_or, fetch_xor);
atomic!(AtomicPtr<T>, *mut T, |_| None;);

impl AtomicBool {
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}
