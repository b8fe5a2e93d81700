//! A stand-in for crossbeam.
