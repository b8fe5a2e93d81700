//! The tour says the same with the real crates and, in every order, with the stand-ins.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;

mod tour;

use interleave::{Explorer, Sources};
use std::cell::RefCell;
use std::collections::BTreeSet;

#[test]
fn the_stand_ins_say_what_the_real_crates_say() {
    let mut disagree = Vec::new();
    for ((name, real), (_, modelled)) in model_tour::tour::SECTIONS.iter().zip(tour::SECTIONS) {
        let real = real();
        let checked = Explorer::new().check(|| {
            let modelled = modelled();
            for (modelled, real) in modelled.iter().zip(&real) {
                assert!(modelled == real, "the stand-in says\n{modelled}\nand not\n{real}");
            }
            assert!(modelled.len() == real.len(), "one of them says more than the other");
        });
        if let Err(failure) = checked {
            disagree.push(format!("== {name}\n{}\n{:?}", failure.table(&Sources::new(), true), failure.kind));
        }
    }
    assert!(disagree.is_empty(), "{}", disagree.join("\n\n"));
}

/// Real threads show few of the ways; each of them must be among those of the stand-ins.
#[test]
fn what_real_threads_do_some_order_does() {
    for ((name, real), (_, modelled)) in model_tour::tour::PROGRAMS.iter().zip(tour::PROGRAMS) {
        let ways = RefCell::new(BTreeSet::new());
        let coverage = Explorer::new().preemptions(20).orders(200_000).check(|| {
            ways.borrow_mut().insert(modelled());
        });
        let ways = ways.into_inner();
        let coverage = coverage.unwrap_or_else(|failure| panic!("{name}: {:?}", failure.kind));
        assert!(coverage.complete, "{name}: not every order was run, {coverage:?}");
        assert!(ways.len() > 1, "{name}: comes out in one way only, {ways:?}");
        for _ in 0..200 {
            let way = real();
            assert!(
                ways.contains(&way),
                "{name}: real threads came to\n{way}\nand the stand-ins only to\n{ways:#?}"
            );
        }
    }
}
