//! What all guards do alike.

/// `Deref` and what is printed, for a guard with a field `held`.
macro_rules! reads {
    ($($name:ident [$($generic:ident),*]),*) => {$(
        impl<'a, $($generic,)* T: ?Sized> ::std::ops::Deref for $name<'a, $($generic,)* T> {
            type Target = T;

            fn deref(&self) -> &T {
                self.held.get()
            }
        }

        impl<'a, $($generic,)* T: ?Sized + ::std::fmt::Debug> ::std::fmt::Debug for $name<'a, $($generic,)* T> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<'a, $($generic,)* T: ?Sized + ::std::fmt::Display> ::std::fmt::Display for $name<'a, $($generic,)* T> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                (**self).fmt(f)
            }
        }
    )*};
}

/// `DerefMut` for a guard with a field `held`.
macro_rules! writes {
    ($($name:ident [$($generic:ident),*]),*) => {$(
        impl<'a, $($generic,)* T: ?Sized> ::std::ops::DerefMut for $name<'a, $($generic,)* T> {
            fn deref_mut(&mut self) -> &mut T {
                self.held.get_mut()
            }
        }
    )*};
}

/// `unlocked` and its kin, for a guard with fields `lock` and `held` whose lock has `$again(at)`.
macro_rules! gives_back {
    ($name:ident [$($generic:ident $(: $bound:path)?)?], $again:ident) => {
        impl<'a, $($generic $(: $bound)?,)? T: ?Sized> $name<'a, $($generic,)? T> {
            /// Gives the lock back while `f` runs.
            #[track_caller]
            pub fn unlocked<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                let at = model::here();
                model::before_unlock();
                s.held.put_down();
                model::unlocked_at(at);
                let _again = $crate::held::Finally(|| s.held.pick_up(s.lock.$again(at).held));
                f()
            }

            /// See [`Self::unlocked`].
            #[track_caller]
            pub fn unlocked_fair<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                Self::unlocked(s, f)
            }

            /// Gives the lock back and takes it again, so that another thread may come first.
            #[track_caller]
            pub fn bump(s: &mut Self) {
                Self::unlocked(s, || ());
            }

            pub fn unlock_fair(s: Self) {
                drop(s);
            }
        }
    };
}

/// `map` and its kin, for a guard with a field `held` of which the real guard is `$real`.
macro_rules! maps {
    ($name:ident [$($generic:ident)?] $($lock:ident)?, $real:ident, $mapped:ident, &$($mutable:ident)?) => {
        impl<'a, $($generic,)? T: ?Sized> $name<'a, $($generic,)? T> {
            pub fn map<U: ?Sized, F>(s: Self, f: F) -> $mapped<'a, $($generic,)? U>
            where
                F: FnOnce(&$($mutable)? T) -> &$($mutable)? U,
            {
                let held = s.held.map(|inner| parking_lot::$real::map(inner, f));
                $mapped { held, $(raw: ::std::marker::PhantomData::<fn() -> $generic>)? }
            }

            /// # Errors
            /// The guard itself, if `f` gave `None`.
            pub fn try_map<U: ?Sized, F>(s: Self, f: F) -> Result<$mapped<'a, $($generic,)? U>, Self>
            where
                F: FnOnce(&$($mutable)? T) -> Option<&$($mutable)? U>,
            {
                Self::try_map_or_err(s, |value| f(value).ok_or(())).map_err(|(s, ())| s)
            }

            /// # Errors
            /// The guard itself and what `f` gave, if that was an error.
            pub fn try_map_or_err<U: ?Sized, F, E>(s: Self, f: F) -> Result<$mapped<'a, $($generic,)? U>, (Self, E)>
            where
                F: FnOnce(&$($mutable)? T) -> Result<&$($mutable)? U, E>,
            {
                $(let $lock = s.$lock;)?
                match s.held.try_map(|inner| parking_lot::$real::try_map_or_err(inner, f)) {
                    Ok(held) => Ok($mapped { held, $(raw: ::std::marker::PhantomData::<fn() -> $generic>)? }),
                    Err((held, error)) => Err(($name { held, $($lock)? }, error)),
                }
            }
        }
    };
}

pub(crate) use {gives_back, maps, reads, writes};
