use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::fifo::Queue; // lessons/queue/src/fifo.rs에 `Queue`가 있어야 합니다.
use interleave::observe::Log;
use interleave::{Explorer, WAITS, advise, broken, expect_clock, explore, orders};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn() -> Queue<Item> = Queue::new; // lessons/queue/src/fifo.rs
const _: fn(&Queue<Item>, Item) = Queue::put; // lessons/queue/src/fifo.rs
const _: fn(&Queue<Item>) -> Item = Queue::get; // lessons/queue/src/fifo.rs

pub const STEP: Step = Step {
    name: "fifo",
    title: "비면 기다리는 큐",
    hints: [
        "`get`이 할 일이 없을 때 잠들고, `put`이 깨워야 합니다. 파일 맨 위의 세 타입 가운데 아직 쓰지 않은 것이 있습니다.",
        "`wait`는 가드를 가져갔다가 돌려줍니다. 깨어난 다음에는 항목이 있는지 처음부터 다시 확인해야 합니다.",
        "`Queue`에 `Condvar`를 더합니다. `get`은 `loop` 안에서 `pop_front`가 `None`이면 `wait`하고, `put`은 넣은 뒤에 `notify_one`을 부릅니다.",
    ],
    promises: &[
        Promise { says: "넣은 차례대로 빠짐없이 나옵니다.", check: orders(keeps_the_order) },
        Promise {
            says: "비어 있을 때 부른 `get`은 항목이 들어온 바로 그때 꺼냅니다.",
            check: orders(a_waiting_get_is_woken),
        },
        Promise {
            says: "기다리는 스레드가 여럿이면, 항목마다 하나씩 꺼내 갑니다.",
            check: orders(every_item_finds_a_waiter),
        },
        Promise {
            says: "깨어났는데 항목이 없으면 다시 기다립니다.", check: orders(a_woken_get_asks_again)
        },
        Promise {
            says: "여럿이 함께 넣고 꺼내도 한 번씩만 나오고, 넣은 스레드의 차례를 지킵니다.",
            check: orders(everyone_at_once),
        },
        Promise {
            says: "큐가 여럿이어도, 패닉하는 스레드가 넣어도 평소와 같습니다.",
            check: orders(queues_are_apart),
        },
    ],
};

/// 한 번 나오면 그만인 항목입니다. 복사할 수 없습니다.
#[derive(Debug, PartialEq, Eq)]
struct Item(u32);

const SECOND: Duration = Duration::from_secs(1);
/// 몇 밀리초마다 깨어나 묻는 코드는 이 순간에 깨어 있지 않습니다.
const LATER: Duration = Duration::new(1, 7);

fn take(queue: &Queue<Item>, count: usize) -> Vec<u32> {
    (0..count).map(|_| queue.get().0).collect()
}

fn keeps_the_order() {
    advise("뒤에 넣고(`push_back`) 앞에서 꺼냅니다(`pop_front`). 몇 개든 버리거나 덮지 않습니다.");
    for count in [3, 1, 2, 5, 9, 17, 33, 65] {
        explore(move || {
            let (queue, wanted) = (Queue::<Item>::new(), Vec::from_iter(1..=count));
            for &number in &wanted {
                queue.put(Item(number));
            }
            let found = take(&queue, wanted.len());
            if found != wanted {
                broken(format!("1부터 {count}까지 넣고 꺼내면 {wanted:?}이어야 하는데 {found:?}입니다."));
            }
        });
    }
    // 몇 개든 기다리지 않고 넣습니다.
    for count in [20_000, 66_000] {
        // 뒤의 것은 두 바이트에 담기지 않습니다. 걸음이 많은 답은 갈 수 있는 데까지만 봅니다.
        Explorer::new().orders(1).random(0).as_far_as_it_goes().explore(move || {
            let queue = Queue::<Item>::new();
            (0..count).for_each(|number| queue.put(Item(number)));
            for wanted in 0..count {
                let found = queue.get().0;
                if found != wanted {
                    broken(format!(
                        "0부터 {count}개를 넣고 꺼내면 {wanted}이 나올 차례에 {found}이 나옵니다."
                    ));
                }
            }
        });
    }
    explore(|| {
        let queue = Queue::<Item>::new();
        let mut found = Vec::new();
        for number in 0..20 {
            queue.put(Item(2 * number));
            queue.put(Item(2 * number + 1));
            found.push(queue.get().0);
        }
        found.extend(take(&queue, 20));
        assert!(
            found.iter().copied().eq(0..40),
            "둘을 넣고 하나를 꺼내기를 되풀이하면 0부터 39까지 차례대로여야 하는데 {found:?}입니다."
        );
    });
}

fn a_waiting_get_is_woken() {
    for (name, time) in WAITS {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let queue = Queue::<Item>::new();
            thread::scope(|scope| {
                scope.spawn(|| {
                    thread::sleep(time);
                    queue.put(Item(1));
                });
                let item = queue.get();
                expect_clock(&format!("비어 있던 큐에 {name} 뒤에 넣은 것을 꺼내면"), time);
                assert!(item == Item(1), "1을 넣었는데 {}이 나옵니다.", item.0);
            });
        });
    }
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| queue.put(Item(1)));
            let item = queue.get();
            assert!(item == Item(1), "1을 넣었는데 {}이 나옵니다.", item.0);
        });
        expect_clock("곧바로 넣은 것을 꺼내면", Duration::ZERO);
    });
}

/// `waiters`개가 기다리는 큐에 쉬지 않고 그만큼 넣습니다.
fn wake_all(waiters: u32) {
    let (queue, found) = (Queue::<Item>::new(), Log::new());
    thread::scope(|scope| {
        for _ in 0..waiters {
            scope.spawn(|| found.push(queue.get().0));
        }
        thread::sleep(SECOND);
        for number in 0..waiters {
            queue.put(Item(number));
        }
    });
    let mut found = found.entries();
    found.sort();
    assert!(
        found.iter().copied().eq(0..waiters),
        "스레드 {waiters}개가 기다리는 큐에 {waiters}개를 넣었는데 꺼낸 것은 {found:?}입니다."
    );
    expect_clock(&format!("기다리는 스레드 {waiters}개가 모두 꺼내면"), SECOND);
}

fn every_item_finds_a_waiter() {
    explore(|| wake_all(2));
    Explorer::new().preemptions(1).orders(1_000).random(50).explore(|| wake_all(3));
    for (waiters, orders) in [(5, 20), (9, 20), (17, 20), (65, 2)] {
        Explorer::new().preemptions(0).orders(orders).random(orders / 2).explore(move || wake_all(waiters));
    }
}

fn a_woken_get_asks_again() {
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            let waiters = [(); 2].map(|()| scope.spawn(|| queue.get().0));
            // 다른 스레드가 넣으므로, get이 패닉하면 그 패닉이 그대로 보입니다.
            scope.spawn(|| {
                queue.put(Item(1));
                thread::sleep(SECOND);
                queue.put(Item(2));
            });
            let mut found = waiters.map(|waiter| waiter.join().unwrap());
            found.sort();
            assert!(found == [1, 2], "1과 2를 넣었는데 두 스레드가 꺼낸 것은 {found:?}입니다.");
        });
    });
    // 깨어날 때마다 다른 스레드가 먼저 꺼내 가도 포기하지 않습니다.
    Explorer::new().preemptions(0).orders(30).random(10).explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| queue.get());
            scope.spawn(|| {
                for number in 0..33 {
                    thread::sleep(SECOND);
                    queue.put(Item(number));
                    queue.get();
                }
            });
            thread::sleep(100 * SECOND);
            queue.put(Item(33));
        });
    });
    explore(|| {
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(LATER);
                queue.put(Item(1));
            });
            // 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
            thread::current().unpark();
            queue.get();
            expect_clock("깨움 표시가 남은 스레드가 1.000000007초에 넣은 것을 꺼내면", LATER);
        });
    });
}

/// 생산자 둘이 `each`개씩 넣고, 소비자 둘이 `each`개씩 꺼냅니다.
fn two_and_two(each: u32) {
    let queue = Queue::<Item>::new();
    let found = thread::scope(|scope| {
        let consumers = [(); 2].map(|()| scope.spawn(|| take(&queue, each as usize)));
        for producer in 0..2 {
            let queue = &queue;
            scope.spawn(move || (0..each).for_each(|number| queue.put(Item(10 * producer + number))));
        }
        consumers.map(|consumer| consumer.join().unwrap())
    });
    for seen in &found {
        for producer in 0..2 {
            let own = seen.iter().filter(|&&number| number / 10 == producer);
            assert!(own.is_sorted(), "한 스레드가 차례대로 넣은 것이 {seen:?}로 나옵니다.");
        }
    }
    let mut all = found.concat();
    all.sort();
    let wanted: Vec<u32> = (0..each).chain(10..10 + each).collect();
    assert!(all == wanted, "넣은 것은 {wanted:?}인데 나온 것은 {all:?}입니다.");
    expect_clock("둘이 넣고 둘이 꺼내면", Duration::ZERO);
}

fn everyone_at_once() {
    Explorer::new().preemptions(2).orders(2_000).random(100).explore(|| two_and_two(1));
    Explorer::new().preemptions(1).orders(1_000).random(200).explore(|| two_and_two(2));
}

fn queues_are_apart() {
    explore(|| {
        let (one, other) = (Queue::<Item>::new(), Queue::<Item>::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let item = one.get();
                assert!(item == Item(1), "첫째 큐에는 1을 넣었는데 {}이 나옵니다.", item.0);
            });
            scope.spawn(|| {
                let item = other.get();
                assert!(item == Item(2), "둘째 큐에는 2를 넣었는데 {}이 나옵니다.", item.0);
            });
            one.put(Item(1));
            other.put(Item(2));
        });
    });
    explore(|| {
        struct Farewell<'a>(&'a Queue<Item>);
        impl Drop for Farewell<'_> {
            fn drop(&mut self) {
                self.0.put(Item(1));
            }
        }
        let queue = Queue::<Item>::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                let breaks = || {
                    let _farewell = Farewell(&queue);
                    panic!("하던 일이 망가졌습니다.");
                };
                let _ = panic::catch_unwind(AssertUnwindSafe(breaks));
            });
            let item = queue.get();
            assert!(item == Item(1), "패닉하면서 1을 넣었는데 {}이 나옵니다.", item.0);
        });
    });
}
