use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::task_done::{Queue, TooOften}; // lessons/queue/src/task_done.rs에 `Queue`와 `TooOften`이 있어야 합니다.
use interleave::observe::{Counter, Tally};
use interleave::{Explorer, WAITS, advise, broken, clock, expect_clock, explore, foresee, orders};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(&Queue<Item>, Item) = Queue::put; // lessons/queue/src/task_done.rs
const _: fn(&Queue<Item>) -> Item = Queue::get; // lessons/queue/src/task_done.rs
const _: fn(&Queue<Item>) -> Result<(), TooOften> = Queue::task_done; // lessons/queue/src/task_done.rs
const _: fn(&Queue<Item>) = Queue::join; // lessons/queue/src/task_done.rs

pub const STEP: Step = Step {
    name: "task_done",
    title: "다 끝날 때까지 기다리기",
    hints: [
        "`join`이 돌아오는 조건을 봅니다. 마지막 일을 꺼낸 순간과 그 일이 끝난 순간 사이에 무슨 일이 있는지 생각해 봅니다.",
        "끝나지 않은 일의 수를 따로 셉니다. 언제 늘고 언제 줄어야 하는지는 `put`과 `task_done`의 설명에 있습니다.",
        "`State`에 `unfinished`를 더합니다. `task_done`은 `checked_sub(1)`로 빼고, 0이 되면 `notify_all`로 `join`하는 모두를 깨웁니다.",
    ],
    promises: &[
        Promise {
            says: "꺼낸 일이 아직 끝나지 않았으면 `join`은 기다립니다.",
            check: orders(taken_is_not_done),
        },
        Promise {
            says: "꺼내지 않은 일이 있어도 `join`은 기다립니다.",
            check: orders(waits_for_what_nobody_took),
        },
        Promise {
            says: "할 일이 없으면 `join`은 곧바로 돌아옵니다.", check: orders(nothing_to_wait_for)
        },
        Promise {
            says: "넣은 것보다 `task_done`을 더 부르면 오류이고, 세던 수는 그대로입니다.",
            check: orders(once_too_often_is_an_error),
        },
        Promise {
            says: "일꾼이 여럿이어도 `join`은 모두 끝난 뒤에 돌아옵니다.",
            check: orders(waits_for_all_workers),
        },
        Promise {
            says: "`join`하는 스레드가 여럿이면 모두 돌아옵니다.",
            check: orders(every_joiner_returns),
        },
        Promise {
            says: "기다리는 동안 들어온 일도 기다립니다.",
            check: orders(waits_for_what_comes_meanwhile),
        },
        Promise {
            says: "일이 많아도, 큐가 여럿이어도 저마다 제 일을 셉니다.",
            check: orders(many_and_apart),
        },
        Promise {
            says: "넣으면 `join`하는 스레드가 아니라 꺼내려는 스레드가 이어 갑니다.",
            check: orders(a_put_wakes_a_get),
        },
        Promise {
            says: "패닉하는 도중에 끝났다고 알려도 같습니다.", check: orders(a_panic_changes_nothing)
        },
    ],
};

#[derive(Debug, PartialEq, Eq)]
struct Item(u32);

const SECOND: Duration = Duration::from_secs(1);

fn done(queue: &Queue<Item>) {
    if queue.task_done() != Ok(()) {
        broken("끝나지 않은 일이 있는데도 task_done이 오류를 돌려줍니다.");
    }
}

/// 하나를 꺼내, 걸리는 만큼 일하고, 끝났다고 알립니다.
fn work(queue: &Queue<Item>, takes: Duration) {
    queue.get();
    if !takes.is_zero() {
        thread::sleep(takes);
    }
    done(queue);
}

fn taken_is_not_done() {
    foresee(
        "`join`은 끝나지 않은 일이 0이 될 때까지 기다립니다. 0으로 만든 `task_done`이 모두 깨웁니다(`notify_all`).",
    );
    advise(
        "끝나지 않은 일이 0이 아닌 동안 기다립니다. `wait_while`은 조건이 참인 동안 기다립니다. 수는 넣을 때 1을 더하고 `task_done`에서 뺍니다. 큐가 비었다고 일이 끝난 것은 아닙니다.",
    );
    for (token, (name, time)) in [false, false, true].into_iter().zip(WAITS) {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let queue = Queue::<Item>::new();
            queue.put(Item(1));
            thread::scope(|scope| {
                scope.spawn(|| {
                    queue.get();
                    thread::sleep(time);
                    done(&queue);
                });
                // 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
                if token {
                    thread::current().unpark();
                }
                queue.join();
                expect_clock(&format!("{name} 걸리는 일 하나를 join하면"), time);
            });
        });
    }
}

fn waits_for_what_nobody_took() {
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                work(&queue, SECOND);
            });
            queue.join();
            expect_clock("1초 뒤에 꺼내 1초 동안 하는 일을 join하면", 2 * SECOND);
        });
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        (1..=2).for_each(|number| queue.put(Item(number)));
        thread::scope(|scope| {
            scope.spawn(|| {
                work(&queue, SECOND);
                thread::sleep(SECOND);
                work(&queue, SECOND);
            });
            queue.join();
            expect_clock("1초짜리 일 둘을 1초 쉬며 하나씩 하는 것을 join하면", 3 * SECOND);
        });
    });
}

fn nothing_to_wait_for() {
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.join();
        queue.put(Item(1));
        work(&queue, Duration::ZERO);
        queue.join();
        queue.join();
        expect_clock("할 일이 없을 때 join을 세 번 하면", Duration::ZERO);
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| queue.join());
            queue.join();
        });
    });
}

fn expect(when: &str, queue: &Queue<Item>, wanted: Result<(), TooOften>) {
    let found = queue.task_done();
    if found != wanted {
        broken(format!("{when} task_done의 결과는 {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn once_too_often_is_an_error() {
    advise(
        "수는 꺼낼 때가 아니라 넣을 때(`put`) 늘립니다. 빼기 전에 0인지 보고, 0이면 수를 그대로 두고 오류를 돌려줍니다.",
    );
    an_error_changes_nothing();
    explore(|| {
        let queue = Queue::<Item>::new();
        expect("아무것도 넣지 않고 부르면", &queue, Err(TooOften));
        queue.put(Item(1));
        queue.get();
        expect("한 번 넘치게 부른 다음, 하나를 넣고 꺼낸 뒤에 부르면", &queue, Ok(()));
        expect("그 뒤에 한 번 더 부르면", &queue, Err(TooOften));
        expect("그 뒤에 또 부르면", &queue, Err(TooOften));
        // 파이썬처럼, 꺼내기 전에 끝났다고 알릴 수도 있습니다.
        queue.put(Item(2));
        expect("둘째를 넣고 꺼내기 전에 부르면", &queue, Ok(()));
        queue.join();
        let item = queue.get();
        assert!(item == Item(2), "둘째로 2를 넣었는데 {}이 나옵니다.", item.0);
        expect("둘째를 꺼낸 뒤에 한 번 더 부르면", &queue, Err(TooOften));
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        expect("아무것도 넣지 않고 부르면", &queue, Err(TooOften));
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| work(&queue, SECOND));
            queue.join();
            expect_clock("오류가 난 뒤에 넣은 1초짜리 일을 join하면", SECOND);
        });
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        let answers = thread::scope(|scope| {
            let calls = [(); 2].map(|()| scope.spawn(|| queue.task_done()));
            calls.map(|call| call.join().unwrap())
        });
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!(
            done == 1,
            "하나를 넣고 둘이 함께 task_done을 부르면 하나만 Ok여야 하는데 {done}개가 Ok입니다."
        );
    });
}

/// 오류를 돌려준 `task_done`은 그사이에도 수를 바꾸지 않습니다.
fn an_error_changes_nothing() {
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            let early = scope.spawn(|| queue.task_done());
            queue.put(Item(1));
            scope.spawn(|| {
                queue.get();
                thread::sleep(SECOND);
                let _ = queue.task_done();
            });
            queue.join();
            let returned = clock();
            if early.join().unwrap() == Err(TooOften) && returned < SECOND {
                broken(
                    "다른 스레드의 task_done이 오류를 받는 동안, 1초짜리 일이 끝나지 않았는데 join이 돌아옵니다.",
                );
            }
        });
    });
}

/// 일 `items`개를 스레드 `workers`개가 하나씩, 첫째는 1초, 둘째는 2초 동안 합니다.
fn work_together(workers: u32) {
    let (queue, finished) = (Queue::<Item>::new(), Counter::new());
    (0..workers).for_each(|number| queue.put(Item(number)));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let item = queue.get();
                thread::sleep(item.0 * SECOND);
                finished.add(1);
                done(&queue);
            });
        }
        queue.join();
        let finished = finished.get();
        assert!(
            finished == u64::from(workers),
            "일 {workers}개를 넣었는데 {finished}개만 끝났을 때 join이 돌아옵니다."
        );
        expect_clock(
            &format!("{}초짜리가 마지막으로 끝나는 일들을 join하면", workers - 1),
            (workers - 1) * SECOND,
        );
    });
}

fn waits_for_all_workers() {
    explore(|| work_together(2));
    Explorer::new().preemptions(1).orders(1_000).random(50).explore(|| work_together(3));
    Explorer::new().preemptions(0).orders(20).random(20).explore(|| work_together(9));
    Explorer::new().preemptions(0).orders(2).random(1).explore(|| work_together(65));
    // 넣는 중에 꺼내 끝내도, 둘이 함께 끝내도 마지막이 깨웁니다.
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| work(&queue, Duration::ZERO));
            queue.put(Item(1));
            queue.join();
        });
        expect("하나를 넣고 꺼내 끝낸 뒤에 한 번 더 부르면", &queue, Err(TooOften));
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        (0..2).for_each(|number| queue.put(Item(number)));
        thread::scope(|scope| {
            scope.spawn(|| work(&queue, Duration::ZERO));
            scope.spawn(|| work(&queue, Duration::ZERO));
            queue.join();
        });
    });
}

fn every_joiner_returns() {
    for (joiners, orders) in [(2, 300), (3, 300), (9, 300), (65, 2)] {
        Explorer::new().preemptions(1).orders(orders).random(orders / 6).explore(move || {
            let (queue, returned) = (Queue::<Item>::new(), Tally::new());
            queue.put(Item(1));
            thread::scope(|scope| {
                for _ in 0..joiners {
                    scope.spawn(|| {
                        queue.join();
                        expect_clock("1초에 끝나는 일을 여럿이 join하면", SECOND);
                        returned.add(1);
                    });
                }
                thread::sleep(SECOND);
                queue.get();
                done(&queue);
            });
            let returned = returned.total();
            assert!(returned == joiners, "{joiners}개가 join하는데 {returned}개만 돌아옵니다.");
        });
    }
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    queue.join();
                    expect_clock("꺼내지 않은 일을 1초에 끝났다고 알리면 join하는 둘은", SECOND);
                });
            }
            thread::sleep(SECOND);
            done(&queue);
        });
    });
}

fn waits_for_what_comes_meanwhile() {
    advise("깨어날 때마다 남은 수를 다시 봅니다. 처음에 본 수는 이미 옛것입니다.");
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                queue.get();
                thread::sleep(SECOND);
                // 하던 일이 다음 일을 낳습니다.
                queue.put(Item(2));
                done(&queue);
                work(&queue, SECOND);
            });
            queue.join();
            expect_clock("1초 뒤에 1초짜리 일을 하나 더 넣는 일을 join하면", 2 * SECOND);
        });
    });
    // 줄어든 수만 세면, 기다리는 동안 늘어난 만큼을 모릅니다.
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                (2..=3).for_each(|number| queue.put(Item(number)));
                (0..3).for_each(|_| work(&queue, SECOND));
            });
            queue.join();
            expect_clock("1초에 둘을 더 넣고 1초짜리 일 셋을 하나씩 하는 것을 join하면", 4 * SECOND);
        });
    });
}

fn a_put_wakes_a_get() {
    // 깨어난 스레드보다 먼저 온 스레드가 꺼내 갔으면 다시 기다립니다.
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| work(&queue, Duration::ZERO));
            }
            queue.put(Item(1));
            thread::sleep(SECOND);
            queue.put(Item(2));
            queue.join();
            expect_clock("둘이 꺼내려고 기다리는 큐에 0초와 1초에 하나씩 넣고 join하면", SECOND);
        });
    });
    // join하는 스레드와 꺼내려는 스레드가 함께 기다립니다.
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                queue.get();
                thread::sleep(2 * SECOND);
                queue.put(Item(2));
                thread::sleep(SECOND);
                done(&queue);
            });
            scope.spawn(|| {
                thread::sleep(SECOND);
                work(&queue, Duration::ZERO);
                expect_clock("join하는 스레드와 함께 기다리다가 2초에 넣은 것을 꺼내면", 2 * SECOND);
            });
            queue.join();
            expect_clock("3초와 2초에 끝나는 두 일을 join하면", 3 * SECOND);
        });
    });
    Explorer::new().preemptions(0).orders(20).random(20).explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            for _ in 0..9 {
                scope.spawn(|| {
                    work(&queue, SECOND);
                    expect_clock("아홉이 기다리는 큐에 1초에 아홉을 넣고 저마다 1초씩 일하면", 2 * SECOND);
                });
            }
            thread::sleep(SECOND);
            (0..9).for_each(|number| queue.put(Item(number)));
            queue.join();
            expect_clock("1초에 넣은 1초짜리 일 아홉을 join하면", 2 * SECOND);
        });
    });
}

/// 사라질 때 끝났다고 알리고, 하나를 더 넣고 기다립니다. 패닉하는 도중에도 사라집니다.
struct EndsAtTheEnd<'a>(&'a Queue<Item>);

impl Drop for EndsAtTheEnd<'_> {
    fn drop(&mut self) {
        done(self.0);
        self.0.put(Item(2));
        self.0.join();
        expect_clock("패닉하는 도중에 넣은, 2초에 끝나는 일을 join하면", 2 * SECOND);
    }
}

fn a_panic_changes_nothing() {
    explore(|| {
        let queue = Queue::<Item>::new();
        queue.put(Item(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                let breaks = || {
                    let _ends = EndsAtTheEnd(&queue);
                    queue.get();
                    thread::sleep(SECOND);
                    panic!("하던 일이 망가졌습니다.");
                };
                let _ = panic::catch_unwind(AssertUnwindSafe(breaks));
            });
            scope.spawn(|| {
                thread::sleep(2 * SECOND);
                work(&queue, Duration::ZERO);
            });
            queue.join();
        });
        expect("패닉하는 스레드가 끝낸 뒤에 한 번 더 부르면", &queue, Err(TooOften));
    });
}

fn many_and_apart() {
    // 두 바이트로 세면 0이 됩니다. 한 번에 걸음이 많은 풀이는 갈 수 있는 데까지만 갑니다.
    Explorer::new().preemptions(0).orders(1).random(0).as_far_as_it_goes().explore(|| {
        let queue = Queue::<Item>::new();
        (0..1 << 16).for_each(|number| queue.put(Item(number)));
        expect("65536개를 넣은 뒤에 부르면", &queue, Ok(()));
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        (0..300).for_each(|number| queue.put(Item(number)));
        for number in 0..300 {
            let item = queue.get();
            assert!(item.0 == number, "300개를 차례대로 넣었는데 {number} 대신 {}이 나옵니다.", item.0);
            expect(&format!("300개를 넣고 {}번째로 부르면", number + 1), &queue, Ok(()));
        }
        queue.join();
        expect("300개를 모두 마친 뒤에 한 번 더 부르면", &queue, Err(TooOften));
    });
    explore(|| {
        let (one, other) = (Queue::<Item>::new(), Queue::<Item>::new());
        other.put(Item(1));
        one.join();
        expect("첫째 큐는 비었고 둘째 큐에만 일이 있을 때 첫째에서 부르면", &one, Err(TooOften));
        thread::scope(|scope| {
            scope.spawn(|| work(&other, SECOND));
            other.join();
            expect_clock("둘째 큐의 1초짜리 일을 join하면", SECOND);
        });
    });
}
