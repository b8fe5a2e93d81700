//! Made-up lessons for the tests of the judge.

use std::io::Write;
use std::process::{Command, abort, exit};
use std::time::Duration;
use std::{io, thread};

use interleave::{explore, orders};
use judge::{Promise, Step, Topic};
use report::{Check, Engine, Looked};

#[path = "../lessons/steps/src/counter.rs"]
mod counter;
#[path = "../lessons/steps/src/divide.rs"]
mod divide;
#[path = "../lessons/steps/src/semaphore.rs"]
mod semaphore;
#[path = "../lessons/steps/src/stumble.rs"]
mod stumble;

const fn step(name: &'static str, title: &'static str, promises: &'static [Promise]) -> Step {
    let hints = [
        "어느 줄에서 값이 바뀌는지 봅니다.",
        "읽은 값을 쓰기 전에 다른 스레드가 끼어들 수 있는지 봅니다. 그 사이에 잠금을 놓았다면 값은 이미 지나간 값입니다.",
        "가드를 변수에 담아, 읽고 쓰는 동안 쥐고 있습니다.",
    ];
    Step { name, title, hints, promises }
}

const COUNTER: Step = step(
    "counter",
    "경쟁 상태와 임계 구역",
    &[Promise {
        says: "더한 만큼 셉니다.",
        check: orders(|| {
            explore(|| assert!(counter::count(3) == 3, "세 번 더하면 3이어야 합니다."));
        }),
    }],
);

const LATE: Step = step(
    "late",
    "늦게 오는 답",
    &[Promise {
        says: "늦더라도 답이 옵니다.", check: orders(|| thread::sleep(Duration::from_millis(150)))
    }],
);

const MISCOUNTS: Step = step(
    "miscounts",
    "잘못 세는 답",
    &[
        Promise {
            says: "0번 더하면 0입니다.",
            check: orders(|| assert!(counter::count(0) == 0, "0이어야 합니다.")),
        },
        Promise {
            says: "두 일꾼이 한꺼번에 더해도, 그리고 몇 번을 더하더라도, 어떤 순서에서도 더한 값을 하나도 잃지 않고 모두 셉니다.",
            check: orders(|| {
                explore(|| {
                    let total = counter::count(3);
                    assert!(total == 4, "두 일꾼이 두 번씩 더하면 4여야 하는데 {total}입니다.");
                });
            }),
        },
        Promise { says: "두 일꾼이 겹쳐 일할 수 있습니다.", check: orders(|| {}) },
    ],
);

const DIVIDE: Step = step(
    "divide",
    "나누는 답",
    &[Promise {
        says: "나눌 사람이 없으면 남긴다고 말합니다.", check: orders(|| _ = divide::share(3, 0))
    }],
);

const STUMBLE: Step = step(
    "stumble",
    "넘어지는 답",
    &[Promise {
        says: "패닉을 정리하며 다시 패닉이 나지 않습니다.",
        check: orders(|| _ = explore(stumble::stumble)),
    }],
);

const SEMAPHORE: Step = step(
    "semaphore",
    "허가를 세는 답",
    &[
        Promise {
            says: "허가보다 많은 스레드가 들어오지 않습니다.",
            check: orders(|| _ = semaphore::semaphore(3)),
        },
        Promise { says: "돌려준 허가를 다음 스레드가 씁니다.", check: orders(|| {}) },
    ],
);

pub const SOLVED: Topic = Topic { name: "steps", title: "걸음", steps: &[COUNTER, LATE] };
pub const BEGUN: Topic =
    Topic { name: "steps", title: "걸음", steps: &[COUNTER, MISCOUNTS, SEMAPHORE, LATE] };
pub const UNTOUCHED: Topic = Topic { name: "steps", title: "걸음", steps: &[SEMAPHORE, LATE, COUNTER] };
pub const PANICS: Topic = Topic { name: "steps", title: "걸음", steps: &[DIVIDE, STUMBLE] };

macro_rules! fault {
    ($name:literal, $check:expr) => {
        step($name, "달아나는 답", &[Promise { says: "달아나지 않습니다.", check: orders(|| $check) }])
    };
}

/// An engine that panics where no answer runs: while a check begins, or in the watch beside it.
const fn panics(at_once: bool) -> Check {
    const IDLE: Engine = Engine { prepare: || {}, run: |_| Ok(()), signs: || 0, looked: || Looked::NOTHING };
    const BEFORE: Engine = Engine { prepare: || panic!("엔진을 차리지 못했습니다"), ..IDLE };
    const BESIDE: Engine = Engine {
        signs: || panic!("신호를 세지 못했습니다"),
        run: |_| loop {
            thread::park()
        },
        ..IDLE
    };
    Check { engine: if at_once { &BEFORE } else { &BESIDE }, run: || {} }
}

/// The judge itself panics.
pub const OURS: Topic = Topic {
    name: "ours",
    title: "패닉하는 검사",
    steps: &[
        step("before", "차리다가", &[Promise { says: "달아나지 않습니다.", check: panics(true) }]),
        step("beside", "지켜보다가", &[Promise { says: "달아나지 않습니다.", check: panics(false) }]),
    ],
};

/// Each step runs away in its own manner.
pub const FAULTS: Topic = Topic {
    name: "faults",
    title: "달아나는 답",
    steps: &[
        fault!("exits_with_7", exit(7)),
        fault!(
            "waits_for_nobody",
            _ = explore(|| loop {
                thread::park()
            })
        ),
        fault!("loops", _ = explore(forever)),
        fault!("loops_in_another_thread", thread::spawn(forever).join().unwrap()),
        fault!("recurses", _ = explore(|| println!("{}", deeper(1)))),
        fault!("recurses_before_any_order", println!("{}", deeper(1))),
        fault!("exits_with_0", _ = explore(|| exit(0))),
        fault!("aborts", _ = explore(|| abort())),
        fault!("panics_twice", _ = explore(stumble::stumble)),
        fault!("panics_twice_before_any_order", stumble::stumble()),
        fault!("allocates", _ = explore(|| hoard(1 << 20))),
        fault!(
            "allocates_little_by_little",
            _ = explore(|| {
                let mut text = String::new();
                while text.len() < usize::MAX {
                    text.push('.');
                }
            })
        ),
        fault!("allocates_at_once", drop(vec![1u8; 1 << 40])),
        fault!("floods_stdout", _ = explore(|| while writeln!(io::stdout(), "끝이 없습니다").is_ok() {})),
        fault!("floods_stderr", while writeln!(io::stderr(), "끝이 없습니다").is_ok() {}),
        fault!("forges", forge()),
    ],
};

/// Passes, but leaves a thread and a process behind.
pub const LEAVES: Topic = Topic {
    name: "faults",
    title: "남기는 답",
    steps: &[
        fault!("leaves_a_thread", drop(thread::spawn(forever))),
        fault!("leaves_a_process", drop(Command::new("sleep").arg("1000").spawn().unwrap())),
    ],
};

fn forever() {
    loop {
        std::hint::spin_loop();
    }
}

#[expect(unconditional_recursion, reason = "it is meant to overflow its stack")]
fn deeper(depth: u64) -> u64 {
    let kept = std::hint::black_box([depth; 16]);
    deeper(depth + 1) + kept[depth as usize % 16]
}

fn hoard(size: usize) {
    let mut kept = Vec::new();
    loop {
        kept.push(vec![1u8; size]);
    }
}

/// Says what a child says that has found nothing wrong, with every word it can find in its process.
fn forge() {
    let mut words: Vec<String> = std::env::args().chain(std::env::vars().map(|(_, value)| value)).collect();
    words.push(io::read_to_string(io::stdin()).unwrap_or_default());
    let said = r#"{"Done":["Solved"]}"#;
    for word in words {
        let mut record = word.into_bytes();
        record.extend((said.len() as u32).to_le_bytes());
        record.extend(said.as_bytes());
        let _ = io::stdout().write_all(&record);
        let _ = io::stderr().write_all(&record);
    }
    let _ = io::stdout().flush();
    exit(0);
}
