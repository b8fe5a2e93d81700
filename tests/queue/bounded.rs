use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::bounded::{Empty, Full, Queue}; // lessons/queue/src/bounded.rs에 `Queue`, `Full`, `Empty`가 있어야 합니다.
use interleave::{
    Explorer, WAITS, advise, broken, clock, demand, expect_clock, explore, orders, seconds, while_unwinding,
};
use judge::{Promise, Step};

/// 한도까지 기다리는 두 메서드
#[path = "bounded/limits.rs"]
mod limits;

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
type Placed = Result<(), Full<Item>>;
const _: fn(usize) -> Queue<Item> = Queue::new; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>) -> usize = Queue::qsize; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>, Item) = Queue::put; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>, Item) -> Placed = Queue::try_put; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>, Item, Duration) -> Placed = Queue::put_timeout; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>) -> Item = Queue::get; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>) -> Result<Item, Empty> = Queue::try_get; // lessons/queue/src/bounded.rs
const _: fn(&Queue<Item>, Duration) -> Result<Item, Empty> = Queue::get_timeout; // lessons/queue/src/bounded.rs

pub const STEP: Step = Step {
    name: "bounded",
    title: "가득 차면 기다리는 큐",
    hints: [
        "넣는 쪽은 자리를, 꺼내는 쪽은 항목을 기다립니다. 서로가 서로를 깨웁니다. 채워져 있는 꺼내는 쪽에서 무엇이 빠졌는지 살펴봅니다.",
        "조건 변수를 하나 더 둡니다. 세 가지 꺼내기가 모두 자리를 내므로, 셋 다 넣는 쪽을 깨워야 합니다. `maxsize`가 0일 때도 잊지 않습니다.",
        "`not_full`을 더하고 `wait_while`과 `wait_timeout_while`로 기다립니다. `timed_out()`이면 `Full(item)`을 돌려주고, `try_put`은 한도가 0인 `put_timeout`입니다.",
    ],
    promises: &[
        Promise {
            says: "`maxsize`개까지 담고, 넘치는 값은 `Full`에 담아 돌려줍니다.",
            check: orders(holds_up_to_maxsize),
        },
        Promise { says: "`maxsize`가 0이면 끝없이 담습니다.", check: orders(zero_is_no_bound) },
        Promise {
            says: "가득 찼을 때 부른 `put`은 어떻게 꺼내든 자리가 난 바로 그때 넣습니다.",
            check: orders(a_waiting_put_is_woken),
        },
        Promise {
            says: "비어 있을 때 부른 `get`은 어떻게 넣든 항목이 들어온 바로 그때 꺼냅니다.",
            check: orders(a_waiting_get_is_woken),
        },
        Promise {
            says: "넣는 쪽과 꺼내는 쪽이 여럿이어도 아무도 잠든 채로 남지 않습니다.",
            check: orders(nobody_sleeps_on),
        },
        Promise {
            says: "어느 순간에도 `maxsize`개를 넘지 않고, 한 자리에는 하나만 들어갑니다.",
            check: orders(never_more_than_maxsize),
        },
        Promise {
            says: "한도가 지난 바로 그때 포기합니다. 한도는 아무리 길거나 짧아도 됩니다.",
            check: orders(limits::gives_up_on_time),
        },
        Promise {
            says: "한도 안에 자리나 항목이 생기면 바로 그때 이어 갑니다.",
            check: orders(limits::goes_on_in_time),
        },
        Promise {
            says: "다른 스레드가 먼저 가져가도 한도는 그대로입니다.",
            check: orders(limits::the_limit_never_restarts),
        },
        Promise {
            says: "포기한 스레드는 다른 스레드가 받을 깨움을 가로채지 않습니다.",
            check: orders(limits::giving_up_takes_nothing),
        },
        Promise {
            says: "패닉하는 도중에 넣고 꺼내도 같습니다.", check: orders(a_panic_changes_nothing)
        },
    ],
};

/// 한 번 나오면 그만인 항목입니다. 복사할 수 없습니다.
#[derive(Debug, PartialEq, Eq)]
struct Item(u32);

const SECOND: Duration = Duration::from_secs(1);
/// 몇 밀리초마다 깨어나 묻는 코드는 이 순간에 깨어 있지 않습니다.
const LATER: Duration = Duration::new(1, 7);

fn expect<T: std::fmt::Debug + PartialEq>(when: &str, found: T, wanted: T) {
    if found != wanted {
        broken(format!("{when} {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn full(maxsize: usize) -> Queue<Item> {
    let queue = Queue::new(maxsize);
    for number in 0..maxsize as u32 {
        expect(
            &format!("{maxsize}개를 담는 큐에 {number}을 try_put하면"),
            queue.try_put(Item(number)),
            Ok(()),
        );
    }
    queue
}

fn holds_up_to_maxsize() {
    advise("담긴 수가 `maxsize`보다 작을 때만 담습니다. 자리가 없으면 값을 `Full`에 담아 돌려줍니다.");
    for maxsize in [1, 2, 3, 5, 9, 17, 33, 65, 257, 1_025] {
        explore(move || {
            let queue = full(maxsize);
            for round in 0..2 {
                let when = format!("{maxsize}개가 찬 큐에 99를");
                expect(&format!("{when} try_put하면"), queue.try_put(Item(99)), Err(Full(Item(99))));
                let found = queue.put_timeout(Item(99), Duration::ZERO);
                expect(&format!("{when} 한도 0으로 put_timeout하면"), found, Err(Full(Item(99))));
                expect(&format!("{when} 넣으려 한 뒤의 qsize는"), queue.qsize(), maxsize);
                expect(&format!("{maxsize}개가 찬 큐에서 get하면"), queue.get(), Item(round));
                queue.put(Item(maxsize as u32 + round));
            }
            for number in 2..maxsize as u32 + 2 {
                let (how, found) = match number % 2 {
                    0 => ("한도 0으로 get_timeout하면", queue.get_timeout(Duration::ZERO)),
                    _ => ("try_get하면", queue.try_get()),
                };
                expect(&format!("남은 것을 {how}"), found, Ok(Item(number)));
            }
            expect("빈 큐에서 try_get하면", queue.try_get(), Err(Empty));
            expect("빈 큐에서 한도 0으로 get_timeout하면", queue.get_timeout(Duration::ZERO), Err(Empty));
            expect("빈 큐의 qsize는", queue.qsize(), 0);
            demand(
                clock().is_zero(),
                "한도가 0이면 자리나 항목이 있는지 한 번만 보고 곧바로 돌아옵니다. 기다릴 때도 자며 되풀이해 묻지 않고, 한도를 `wait_timeout_while`에 넘깁니다.",
                || format!("기다리지 않는 메서드와 한도 0만 부르는 데 {}초를 보냅니다.", seconds(clock())),
            );
        });
    }
}

fn zero_is_no_bound() {
    advise("`maxsize`가 0이면 수를 비교하지 않고 언제나 담습니다.");
    Explorer::new().orders(1).random(0).explore(|| {
        let queue = Queue::new(0);
        for number in 0..20_000 {
            expect("maxsize가 0인 큐에 20000개까지 try_put하면", queue.try_put(Item(number)), Ok(()));
        }
        expect("20000개를 넣은 뒤의 qsize는", queue.qsize(), 20_000);
    });
    // 끝의 둘은 두 바이트나 네 바이트로 자르면 1이 됩니다.
    for maxsize in [0, usize::MAX, usize::MAX - 1, (1 << 16) + 1, (1 << 32) + 1] {
        explore(move || {
            let queue = Queue::new(maxsize);
            for number in 0..30 {
                queue.put(Item(3 * number));
                let when = format!("maxsize가 {maxsize}인 큐에 {}개가 있을 때", 3 * number + 1);
                expect(&format!("{when} try_put하면"), queue.try_put(Item(3 * number + 1)), Ok(()));
                let found = queue.put_timeout(Item(3 * number + 2), Duration::ZERO);
                expect(&format!("{when} 한도 0으로 put_timeout하면"), found, Ok(()));
            }
            expect("90개를 넣은 뒤의 qsize는", queue.qsize(), 90);
            for number in 0..90 {
                expect("차례대로 get하면", queue.get(), Item(number));
            }
        });
    }
}

/// 이름과 함께, 하나를 꺼내는 세 가지입니다.
type Take = (&'static str, fn(&Queue<Item>) -> Item);
const TAKES: [Take; 3] = [
    ("get", |queue| queue.get()),
    ("try_get", |queue| queue.try_get().unwrap()),
    ("get_timeout", |queue| queue.get_timeout(SECOND).unwrap()),
];

/// 이름과 함께, 1을 넣는 세 가지입니다.
type Put = (&'static str, fn(&Queue<Item>));
const PUTS: [Put; 3] = [
    ("put", |queue| queue.put(Item(1))),
    ("try_put", |queue| queue.try_put(Item(1)).unwrap()),
    ("put_timeout", |queue| queue.put_timeout(Item(1), SECOND).unwrap()),
];

fn a_waiting_put_is_woken() {
    for ((how, take), (name, time)) in TAKES.into_iter().zip(WAITS) {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let queue = full(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    leave_a_token(how == "get_timeout");
                    queue.put(Item(1));
                    expect_clock(&format!("가득 찬 큐에서 {name} 뒤에 {how}할 때 기다리던 put은"), time);
                });
                thread::sleep(time);
                take(&queue);
            });
            expect("기다리던 put이 넣은 것을 꺼내면", queue.try_get(), Ok(Item(1)));
        });
    }
}

fn a_waiting_get_is_woken() {
    for ((how, put), (name, time)) in PUTS.into_iter().zip(WAITS) {
        for maxsize in [0, 1] {
            Explorer::new().as_far_as_it_goes().explore(move || {
                let queue = Queue::new(maxsize);
                thread::scope(|scope| {
                    scope.spawn(|| {
                        leave_a_token(how == "put_timeout");
                        expect("1을 넣었을 때 기다리던 get은", queue.get(), Item(1));
                        expect_clock(&format!("빈 큐에 {name} 뒤에 {how}할 때 기다리던 get은"), time);
                    });
                    thread::sleep(time);
                    put(&queue);
                });
            });
        }
    }
}

/// 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
fn leave_a_token(token: bool) {
    if token {
        thread::current().unpark();
    }
}

/// 사라질 때 하나를 꺼내고 둘을 넣습니다. 패닉하는 도중에도 사라집니다.
struct MovesAtTheEnd<'a>(&'a Queue<Item>);

impl Drop for MovesAtTheEnd<'_> {
    fn drop(&mut self) {
        expect("패닉하는 도중에 1초에 올 것을 get하면", self.0.get(), Item(1));
        expect_clock("패닉하는 도중에 1초에 올 것을 get하면", SECOND);
        self.0.put(Item(2));
        expect("패닉하는 도중에 한도 9초로 put_timeout하면", self.0.put_timeout(Item(3), 9 * SECOND), Ok(()));
        expect_clock("패닉하는 도중에 2초에 날 자리에 put_timeout하면", 2 * SECOND);
    }
}

fn a_panic_changes_nothing() {
    a_panic_wakes_too();
    explore(|| {
        let queue = Queue::new(1);
        thread::scope(|scope| {
            scope.spawn(|| {
                let breaks = || {
                    let _moves = MovesAtTheEnd(&queue);
                    panic!("하던 일이 망가졌습니다.");
                };
                let _ = panic::catch_unwind(AssertUnwindSafe(breaks));
            });
            thread::sleep(SECOND);
            queue.put(Item(1));
            thread::sleep(SECOND);
            expect("패닉하는 스레드가 넣은 첫째를 get하면", queue.get(), Item(2));
            expect("패닉하는 스레드가 넣은 둘째를 get하면", queue.get(), Item(3));
        });
    });
}

/// 패닉하는 도중에 넣거나 꺼내도, 기다리던 스레드를 깨웁니다.
fn a_panic_wakes_too() {
    for (how, take) in TAKES {
        few().explore(move || {
            let queue = full(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    queue.put(Item(1));
                    expect_clock(
                        &format!("패닉하는 도중인 스레드가 1초에 {how}할 때 기다리던 put은"),
                        SECOND,
                    );
                });
                thread::sleep(SECOND);
                while_unwinding(|| take(&queue));
            });
        });
    }
    for (how, put) in PUTS {
        few().explore(move || {
            let queue = Queue::new(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    expect("패닉하는 도중인 스레드가 1을 넣었을 때 기다리던 get은", queue.get(), Item(1));
                    expect_clock(
                        &format!("패닉하는 도중인 스레드가 1초에 {how}할 때 기다리던 get은"),
                        SECOND,
                    );
                });
                thread::sleep(SECOND);
                while_unwinding(|| put(&queue));
            });
        });
    }
}

fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(20).random(5)
}

fn never_more_than_maxsize() {
    advise("수를 확인하고 담는 일을 한 번 잠근 동안에 합니다. 안의 뮤텍스는 `lock`으로 기다립니다.");
    explore(|| {
        let queue = Queue::new(1);
        let found = thread::scope(|scope| {
            let puts = [1, 2].map(|number| {
                let queue = &queue;
                scope.spawn(move || queue.try_put(Item(number)).is_ok())
            });
            puts.map(|put| put.join().unwrap())
        });
        let placed = found.iter().filter(|placed| **placed).count();
        expect("한 자리에 둘이 함께 try_put했을 때 Ok의 수는", placed, 1);
        expect("한 자리에 둘이 함께 try_put한 뒤의 qsize는", queue.qsize(), 1);
    });
    explore(|| {
        let queue = Queue::new(2);
        let put = || expect("두 자리에 둘이 함께 try_put하면", queue.try_put(Item(1)), Ok(()));
        thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(put))));
        let take = || expect("둘이 든 큐에서 둘이 함께 try_get하면", queue.try_get(), Ok(Item(1)));
        thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(take))));
    });
    explore(|| {
        let queue = full(1);
        thread::scope(|scope| {
            let takes = [(); 2].map(|()| scope.spawn(|| queue.try_get().is_ok()));
            let taken = takes.map(|take| take.join().unwrap()).into_iter().filter(|taken| *taken).count();
            expect("하나 있는 것을 둘이 함께 try_get했을 때 Ok의 수는", taken, 1);
        });
    });
    what_fails_is_never_seen();
    Explorer::new().preemptions(2).orders(1_500).random(50).explore(|| {
        let queue = full(1);
        thread::scope(|scope| {
            for number in [1, 2] {
                let queue = &queue;
                scope.spawn(move || {
                    queue.put(Item(number));
                    sees_one_at_most(queue);
                });
            }
            for _ in 0..3 {
                sees_one_at_most(&queue);
                queue.get();
            }
        });
    });
}

/// 넣지 못한 것은 잠깐도 담기지 않고, 다른 스레드가 잠갔다고 수를 틀리게 말하지 않습니다.
fn what_fails_is_never_seen() {
    type TryIn = fn(&Queue<Item>) -> Result<(), Full<Item>>;
    let at_once: TryIn = |queue| queue.try_put(Item(9));
    let no_longer: TryIn = |queue| queue.put_timeout(Item(9), Duration::ZERO);
    for (how, try_in) in [("try_put", at_once), ("한도 0인 put_timeout", no_longer)] {
        explore(move || {
            let queue = full(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    expect(&format!("찬 큐에 9를 {how}하면"), try_in(&queue), Err(Full(Item(9))));
                });
                sees_one_at_most(&queue);
            });
        });
    }
    explore(|| {
        let queue = Queue::new(2);
        queue.put(Item(0));
        thread::scope(|scope| {
            scope.spawn(|| queue.put(Item(1)));
            let size = queue.qsize();
            assert!(
                (1..=2).contains(&size),
                "하나가 든 큐에 다른 스레드가 하나를 더 넣는 동안 qsize는 1이나 2인데 {size}입니다."
            );
        });
    });
}

fn sees_one_at_most(queue: &Queue<Item>) {
    let size = queue.qsize();
    assert!(size <= 1, "maxsize가 1인 큐의 qsize가 {size}입니다.");
}

/// 생산자 `producers`개와 소비자 `consumers`개가 자리 하나로 주고받습니다.
fn through_one_seat(producers: u32, consumers: u32, items: u32) {
    let queue = Queue::new(1);
    thread::scope(|scope| {
        for _ in 0..consumers {
            scope.spawn(|| (0..items / consumers).map(|_| queue.get()).for_each(|_item| {}));
        }
        for _ in 0..producers {
            scope.spawn(|| (0..items / producers).for_each(|number| queue.put(Item(number))));
        }
    });
    expect_clock("모두 넣고 꺼내면", Duration::ZERO);
}

/// `count`개가 기다리는 큐에 쉬지 않고 그만큼 넣거나, 그만큼 꺼냅니다.
fn wake_all(count: u32, puts_wait: bool) {
    let queue = if puts_wait { full(count as usize) } else { Queue::new(count as usize) };
    thread::scope(|scope| {
        for number in 0..count {
            let queue = &queue;
            scope.spawn(move || {
                if puts_wait {
                    queue.put(Item(number));
                } else {
                    queue.get();
                }
            });
        }
        thread::sleep(SECOND);
        for number in 0..count {
            if puts_wait {
                queue.get();
            } else {
                queue.put(Item(number));
            }
        }
    });
}

fn nobody_sleeps_on() {
    for puts_wait in [false, true] {
        explore(move || wake_all(2, puts_wait));
        Explorer::new().preemptions(0).orders(50).random(20).explore(move || wake_all(5, puts_wait));
        Explorer::new().preemptions(0).orders(2).random(1).explore(move || wake_all(65, puts_wait));
    }
    Explorer::new().preemptions(1).orders(1_500).random(200).explore(|| through_one_seat(2, 2, 4));
    Explorer::new().preemptions(0).orders(300).random(100).explore(|| through_one_seat(1, 3, 3));
    Explorer::new().preemptions(0).orders(300).random(100).explore(|| through_one_seat(3, 1, 3));
    Explorer::new().preemptions(0).orders(30).random(20).explore(|| through_one_seat(5, 9, 45));
}
