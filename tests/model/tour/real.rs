//! The tour, compiled with the real libraries. `agree.rs` compiles the same file with the stand-ins.

pub mod tour;
