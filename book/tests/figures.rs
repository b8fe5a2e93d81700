//! Every figure of the book is an order that was run, and is what a run gives today.
//!
//! `INSTA_UPDATE=always cargo test -p book --test figures` records them anew.

#[macro_use]
extern crate model_std as std;
extern crate model_crossbeam as crossbeam;
extern crate model_parking_lot as parking_lot;
extern crate std as real;

use book::{Recording, Shape, home, recordings, root};
use interleave::{Explorer, Failure, Sources};
use judge::{Promise, Step};
use libtest_mimic::{Arguments, Failed, Trial};
use real::process::ExitCode;
use real::{env, fs};

/// A wrong answer beside the spec of its step.
macro_rules! answers {
    ($($answer:ident: $step:ident = $file:literal against $spec:literal;)*) => {
        $(#[path = "."]
        mod $answer {
            #[path = "."]
            mod answer {
                #[path = $file]
                pub mod $step;
            }
            #[path = $spec]
            pub mod spec;
        })*
    };
}

answers! {
    asks_once: integer_lock = "../../tests/mutex/wrong/integer_lock/asks_once.rs" against "../../tests/mutex/integer_lock.rs";
    deadlocks: transfer = "../../tests/mutex/wrong/transfer/locks_from_then_to.rs" against "../../tests/mutex/transfer.rs";
    half_each: permit = "../../tests/semaphore/wrong/permit/takes_one_by_one.rs" against "../../tests/semaphore/permit.rs";
    looks_then_sleeps: fifo = "../../tests/queue/wrong/fifo/looks_then_sleeps.rs" against "../../tests/queue/fifo.rs";
    holds: cache = "../../tests/mutex/wrong/cache/holds_while_computing.rs" against "../../tests/mutex/cache.rs";
}

/// Bugs of the engine's own gallery.
#[allow(dead_code, reason = "only a few of them are drawn")]
#[path = "../../tests/interleave/tests/bugs"]
mod bugs {
    pub mod pace;
}

/// What those bugs ask of the gallery they come from.
mod gallery {
    pub fn promise(holds: bool, says: &str) {
        assert!(holds, "{says}");
    }
}

#[path = "../runs/queue/back_pressure.rs"]
mod back_pressure;
#[path = "../runs/multithread/computing.rs"]
mod computing;
#[path = "../runs/multithread/one_after_another.rs"]
mod one_after_another;
#[path = "../runs/multithread/overlap.rs"]
mod overlap;
#[path = "../../solutions/semaphore/src/pool.rs"]
mod pool;

struct Figure {
    name: &'static str,
    program: &'static str,
    shape: Shape,
    order: fn() -> Failure,
    /// What it shows; empty where the failure says so itself.
    caption: &'static str,
}

const FIGURES: &[Figure] = &[
    Figure {
        name: "mutex/deadlock",
        program: "tests/mutex/wrong/transfer/locks_from_then_to.rs",
        shape: Shape::Lanes,
        order: || broken(&deadlocks::spec::STEP),
        caption: "두 스레드가 잠금을 하나씩 쥐고 상대의 잠금을 기다립니다.",
    },
    Figure {
        name: "mutex/asks-once",
        program: "tests/mutex/wrong/integer_lock/asks_once.rs",
        shape: Shape::Lanes,
        order: || broken(&asks_once::spec::STEP),
        caption: "",
    },
    Figure {
        name: "mutex/holds-while-computing",
        program: "tests/mutex/wrong/cache/holds_while_computing.rs",
        shape: Shape::Chart,
        order: || broken(&holds::spec::STEP),
        caption: "잠금을 쥔 채로 계산하면, 서로 다른 키의 계산도 차례를 기다립니다.",
    },
    Figure {
        name: "multithread/one-after-another",
        program: "book/runs/multithread/one_after_another.rs",
        shape: Shape::Chart,
        order: || plain(one_after_another::run),
        caption: "띄우자마자 기다리면 1초짜리 셋에 3초가 걸립니다.",
    },
    Figure {
        name: "multithread/overlap",
        program: "book/runs/multithread/overlap.rs",
        shape: Shape::Chart,
        order: || plain(overlap::run),
        caption: "모두 띄운 다음 기다리면 1초짜리 셋이 1초에 끝납니다.",
    },
    Figure {
        name: "multithread/one-processor",
        program: "book/runs/multithread/computing.rs",
        shape: Shape::Chart,
        order: || recorded(&Explorer::new().processors(1), computing::run),
        caption: "프로세서가 하나면 1초짜리 계산 둘에 2초가 걸립니다. 한 스레드가 계산하는 동안 다른 스레드는 기다립니다.",
    },
    Figure {
        name: "multithread/two-processors",
        program: "book/runs/multithread/computing.rs",
        shape: Shape::Chart,
        order: || recorded(&Explorer::new().processors(2), computing::run),
        caption: "프로세서가 둘이면 1초짜리 계산 둘이 1초에 끝납니다.",
    },
    Figure {
        name: "queue/one-at-a-time",
        program: "tests/interleave/tests/bugs/pace.rs",
        shape: Shape::Chart,
        order: || failing(bugs::pace::keeps_the_guard_in_the_while_let::wrong),
        caption: "일꾼이 둘이어도 가드를 쥔 채로 일하면 한 번에 하나씩 합니다.",
    },
    Figure {
        name: "queue/back-pressure",
        program: "book/runs/queue/back_pressure.rs",
        shape: Shape::Chart,
        order: || plain(back_pressure::run),
        caption: "자리가 하나면 빠른 생산자도 1초에 하나씩만 넣습니다.",
    },
    Figure {
        name: "queue/looks-then-sleeps",
        program: "tests/queue/wrong/fifo/looks_then_sleeps.rs",
        shape: Shape::Lanes,
        order: || broken(&looks_then_sleeps::spec::STEP),
        caption: "비었다고 확인한 다음 잠들기 전에 항목이 들어옵니다. 알림은 기다리는 스레드가 없어 사라집니다.",
    },
    Figure {
        name: "semaphore/half-each",
        program: "tests/semaphore/wrong/permit/takes_one_by_one.rs",
        shape: Shape::Lanes,
        order: || broken(&half_each::spec::STEP),
        caption: "두 스레드가 허가를 한 장씩 쥐고 나머지 한 장을 기다립니다.",
    },
    Figure {
        name: "semaphore/pool",
        program: "solutions/semaphore/src/pool.rs",
        shape: Shape::Chart,
        order: || plain(|| pool::run(10, 3, |_name| std::thread::sleep(std::time::Duration::from_secs(1)))),
        caption: "허가가 셋이면 한꺼번에 셋씩만 일합니다. 스레드 열의 1초짜리 일은 4초에 끝납니다.",
    },
];

/// The order that breaks the first broken promise of a step.
fn broken(step: &Step) -> Failure {
    let broken = |promise: &Promise| interleave::catch(|| promise.check.call()).err();
    let payload = step.promises.iter().find_map(broken);
    *payload.expect("a wrong answer breaks a promise").downcast::<Failure>().expect("the engine found it")
}

/// The simplest order in which a program fails.
fn failing(run: fn()) -> Failure {
    Explorer::new().check(run).expect_err("a wrong program fails")
}

/// The first order of a program that breaks nothing.
fn plain(run: fn()) -> Failure {
    recorded(&Explorer::new(), run)
}

/// The same, under the rules of an explorer.
fn recorded(explorer: &Explorer, run: fn()) -> Failure {
    let order = explorer.clone().preemptions(0).orders(1).random(0).check(|| {
        run();
        interleave::broken("여기까지 기록합니다.");
    });
    order.expect_err("it ends by being recorded")
}

fn record(figure: &Figure) -> Result<(), Failed> {
    let failure = (figure.order)();
    let sources = Sources::new().file(figure.program, figure.program, &root().join(figure.program));
    let caption = match figure.caption {
        "" => failure.headline(&sources),
        caption => caption.to_string(),
    };
    let recording =
        Recording { program: figure.program.into(), caption, shape: figure.shape, failure }.portable();
    let text = serde_json::to_string(&recording)?.replace("},{\"thread\"", "},\n{\"thread\"") + "\n";
    let path = home().join("figures").join(figure.name).with_extension("json");
    if env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::create_dir_all(path.parent().expect("a figure lies in its topic's folder"))?;
        fs::write(&path, &text)?;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    match kept == text {
        true => Ok(()),
        false => Err(format!(
            "{} 파일은 지금 실행한 순서와 다릅니다. INSTA_UPDATE=always로 다시 기록합니다.",
            path.display()
        )
        .into()),
    }
}

fn main() -> ExitCode {
    let mut trials: Vec<Trial> =
        FIGURES.iter().map(|figure| Trial::test(figure.name, move || record(figure))).collect();
    trials.push(Trial::test("every recording is a figure of this list", || {
        let stray = recordings(&home().join("figures")).into_iter().map(|(name, _)| name);
        let stray: Vec<String> =
            stray.filter(|name| FIGURES.iter().all(|figure| figure.name != name)).collect();
        if stray.is_empty() { Ok(()) } else { Err(format!("{stray:?}").into()) }
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
