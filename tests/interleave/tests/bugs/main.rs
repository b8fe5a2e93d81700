//! Classic concurrency bugs, each beside its right form. The wrong one is found, and how it is told is a snapshot; the
//! right one is accepted, and how much was looked at is in the same snapshot.

#[macro_use]
extern crate model_std as std;

mod atomics;
mod counting;
mod gallery;

mod found {
    crate::gallery::tests! {
        atomics: [
            loads_then_stores,
            checks_then_subtracts,
            compares_then_raises,
            looks_again_after_subtracting,
            ignores_a_failed_exchange,
            initialises_twice,
            raises_the_flag_too_late,
            says_ready_before_it_is,
            reads_two_halves,
            trusts_an_old_neighbour,
        ],
    }
}
