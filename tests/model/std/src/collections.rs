//! [`std::collections`], where hash maps and sets iterate in the same sequence on every run: an order that depends on
//! luck could not be told twice.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};
use std::ops::{BitAnd, BitOr, BitXor, Deref, DerefMut, Index, Sub};

pub use std::collections::*;

use crate::hash::RandomState;

/// [`std::collections::hash_map`]
pub mod hash_map {
    pub use super::HashMap;
    pub use crate::hash::RandomState;
    pub use std::collections::hash_map::*;
    pub use std::hash::DefaultHasher;
}

/// [`std::collections::hash_set`]
pub mod hash_set {
    pub use super::HashSet;
    pub use std::collections::hash_set::*;
}

/// [`std::collections::HashMap`]
#[derive(Clone)]
pub struct HashMap<K, V, S = RandomState>(std::collections::HashMap<K, V, S>);

/// [`std::collections::HashSet`]
#[derive(Clone)]
pub struct HashSet<T, S = RandomState>(std::collections::HashSet<T, S>);

macro_rules! wraps {
    ([$($param:ident),*], $name:ident, $item:ty, [$($key:tt)*]) => {
        impl<$($param),*> $name<$($param),*, RandomState> {
            pub fn new() -> Self {
                Self::default()
            }

            pub fn with_capacity(capacity: usize) -> Self {
                Self::with_capacity_and_hasher(capacity, RandomState::new())
            }
        }

        impl<$($param),*, S> $name<$($param),*, S> {
            pub const fn with_hasher(hasher: S) -> Self {
                Self(std::collections::$name::with_hasher(hasher))
            }

            pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> Self {
                Self(std::collections::$name::with_capacity_and_hasher(capacity, hasher))
            }
        }

        impl<$($param),*, S: Default> Default for $name<$($param),*, S> {
            fn default() -> Self {
                Self(std::collections::$name::default())
            }
        }

        impl<$($param),*, S> Deref for $name<$($param),*, S> {
            type Target = std::collections::$name<$($param),*, S>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl<$($param),*, S> DerefMut for $name<$($param),*, S> {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }

        impl<$($param),*, S> std::fmt::Debug for $name<$($param),*, S>
        where
            std::collections::$name<$($param),*, S>: std::fmt::Debug,
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<$($param),*, S> PartialEq for $name<$($param),*, S>
        where
            std::collections::$name<$($param),*, S>: PartialEq,
        {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }

        impl<$($param),*, S> Eq for $name<$($param),*, S> where std::collections::$name<$($param),*, S>: Eq {}

        impl<$($param),*, S> FromIterator<$item> for $name<$($param),*, S>
        where
            $($key)*: Eq + Hash,
            S: BuildHasher + Default,
        {
            fn from_iter<I: IntoIterator<Item = $item>>(items: I) -> Self {
                Self(items.into_iter().collect())
            }
        }

        impl<$($param),*, S> Extend<$item> for $name<$($param),*, S>
        where
            $($key)*: Eq + Hash,
            S: BuildHasher,
        {
            fn extend<I: IntoIterator<Item = $item>>(&mut self, items: I) {
                self.0.extend(items);
            }
        }

        impl<$($param),*, const N: usize> From<[$item; N]> for $name<$($param),*, RandomState>
        where
            $($key)*: Eq + Hash,
        {
            fn from(items: [$item; N]) -> Self {
                items.into_iter().collect()
            }
        }

        impl<$($param),*, S> IntoIterator for $name<$($param),*, S> {
            type Item = $item;
            type IntoIter = <std::collections::$name<$($param),*, S> as IntoIterator>::IntoIter;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, $($param),*, S> IntoIterator for &'a $name<$($param),*, S> {
            type Item = <&'a std::collections::$name<$($param),*, S> as IntoIterator>::Item;
            type IntoIter = <&'a std::collections::$name<$($param),*, S> as IntoIterator>::IntoIter;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }
    };
}

wraps!([K, V], HashMap, (K, V), [K]);
wraps!([T], HashSet, T, [T]);

macro_rules! operators {
    ($($operator:ident $call:ident),*) => {$(
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> $operator<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;

            fn $call(self, other: &HashSet<T, S>) -> HashSet<T, S> {
                HashSet((&self.0).$call(&other.0))
            }
        }
    )*};
}

operators!(BitAnd bitand, BitOr bitor, BitXor bitxor, Sub sub);

impl<'a, T: Eq + Hash + Copy + 'a, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<K, V, S> HashMap<K, V, S> {
    pub fn into_keys(self) -> hash_map::IntoKeys<K, V> {
        self.0.into_keys()
    }

    pub fn into_values(self) -> hash_map::IntoValues<K, V> {
        self.0.into_values()
    }
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = hash_map::IterMut<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<K, Q, V, S> Index<&Q> for HashMap<K, V, S>
where
    K: Eq + Hash + Borrow<Q>,
    Q: Eq + Hash + ?Sized,
    S: BuildHasher,
{
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        &self.0[key]
    }
}
