use std::thread;
use std::time::Duration;

use super::answer::shutdown::{Queue, ShutDown, TooOften}; // lessons/queue/src/shutdown.rs에 `Queue`, `ShutDown`, `TooOften`이 있어야 합니다.
use interleave::observe::{Log, Tally};
use interleave::{Explorer, advise, broken, expect_clock, explore, foresee, orders};
use judge::{Promise, Step};

/// 패닉하거나, 버려지면서 큐를 부르거나, 오래 기다리는 경우
#[path = "shutdown/hard_cases.rs"]
mod hard_cases;

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> Queue<Item> = Queue::new; // lessons/queue/src/shutdown.rs
const _: fn(&Queue<Item>, Item) -> Result<(), ShutDown<Item>> = Queue::put; // lessons/queue/src/shutdown.rs
const _: fn(&Queue<Item>) -> Option<Item> = Queue::get; // lessons/queue/src/shutdown.rs
const _: fn(&Queue<Item>) -> Result<(), TooOften> = Queue::task_done; // lessons/queue/src/shutdown.rs
const _: fn(&Queue<Item>) = Queue::join; // lessons/queue/src/shutdown.rs
const _: fn(&Queue<Item>, bool) = Queue::shutdown; // lessons/queue/src/shutdown.rs

pub const STEP: Step = Step {
    name: "shutdown",
    title: "큐의 문 닫기",
    hints: [
        "문이 닫혔다는 표시는 항목과 같은 잠금 안에 있어야 합니다. `put`과 `get`이 무엇을 기다리는지, 조건에 문을 더해 봅니다.",
        "표시를 기다리기 전에만 보면, 이미 잠든 스레드는 모릅니다. 깨어난 다음에 봅니다. 세 조건 변수에서 기다리는 스레드를 모두 깨웁니다.",
        "`State`에 `shut_down`을 더하고, `immediate`면 `mem::take`로 꺼낸 수만큼 `unfinished`에서 뺍니다. 세 번 `notify_all`한 뒤, 가드를 `drop`하고 나서 꺼낸 것을 버립니다.",
    ],
    promises: &[
        Promise {
            says: "닫힌 큐에는 넣지 못하고, 남은 것을 다 꺼내면 `None`입니다.",
            check: orders(drains_then_ends),
        },
        Promise {
            says: "기다리던 `get`은 닫힌 바로 그때 모두 `None`을 받습니다.",
            check: orders(waiting_gets_end),
        },
        Promise {
            says: "기다리던 `put`은 닫힌 바로 그때 모두 값을 돌려받습니다.",
            check: orders(waiting_puts_end),
        },
        Promise {
            says: "`immediate`면 남은 것을 버리고, `get`은 곧바로 `None`입니다.",
            check: orders(immediate_drops_the_rest),
        },
        Promise {
            says: "닫아도 `join`은 남은 일을 기다리고, 버린 일은 기다리지 않습니다.",
            check: orders(join_waits_for_what_is_left),
        },
        Promise {
            says: "닫는 순간과 겹쳐도, 넣은 것은 나오고 넣지 못한 것은 돌아옵니다.",
            check: orders(nothing_is_lost_at_the_door),
        },
        Promise { says: "여러 번, 여럿이 닫아도 됩니다.", check: orders(closing_again_is_fine) },
        Promise {
            says: "버리는 항목의 `Drop`이 큐를 부르거나, 오래 걸리거나, 패닉해도 모두 곧바로 깨어납니다.",
            check: orders(hard_cases::dropping_is_foreign_code),
        },
        Promise {
            says: "닫기 전에는 앞 단계의 큐와 같습니다.", check: orders(open_as_before)
        },
        Promise {
            says: "패닉하는 도중에 불러도 같습니다.", check: orders(hard_cases::a_panic_closes_too)
        },
        Promise {
            says: "오래 걸려도 깨울 때까지 기다립니다.",
            check: orders(hard_cases::waits_as_long_as_it_takes),
        },
    ],
};

/// 버려질 때 할 일을 품은 항목입니다.
#[derive(Debug, Default)]
struct Item(u32, Option<Tally>);

impl Drop for Item {
    fn drop(&mut self) {
        if let Some(dropped) = &self.1 {
            dropped.add(1);
        }
    }
}

const SECOND: Duration = Duration::from_secs(1);

fn put(queue: &Queue<Item>, number: u32) {
    let found = queue.put(Item(number, None));
    if let Err(ShutDown(item)) = found {
        broken(format!("열린 큐에 put({number})을 불렀는데 Err(ShutDown({}))입니다.", item.0));
    }
}

fn expect_get(when: &str, queue: &Queue<Item>, wanted: Option<u32>) {
    let found = queue.get().map(|item| item.0);
    if found != wanted {
        broken(format!("{when} get하면 {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn expect_refused(when: &str, queue: &Queue<Item>, number: u32) {
    match queue.put(Item(number, None)) {
        Ok(()) => {
            broken(format!("{when} put({number})을 부르면 Err(ShutDown({number}))이어야 하는데 Ok입니다."))
        }
        Err(ShutDown(item)) if item.0 != number => {
            broken(format!("{when} put({number})을 불렀는데 돌려받은 값은 {}입니다.", item.0))
        }
        Err(_) => {}
    }
}

fn expect_done(when: &str, queue: &Queue<Item>, wanted: Result<(), TooOften>) {
    let found = queue.task_done();
    if found != wanted {
        broken(format!("{when} task_done의 결과는 {wanted:?}이어야 하는데 {found:?}입니다."));
    }
}

fn drains_then_ends() {
    advise("닫혔어도 남은 것이 있으면 먼저 꺼내 줍니다. 비어 있고 닫혔을 때만 `None`입니다.");
    for maxsize in [0, 3] {
        explore(move || {
            let queue = Queue::new(maxsize);
            (1..=3).for_each(|number| put(&queue, number));
            queue.shutdown(false);
            expect_refused("세 개가 남은 채로 닫힌 큐에", &queue, 4);
            for number in 1..=3 {
                expect_get("1, 2, 3을 넣고 닫은 큐에서 차례로", &queue, Some(number));
                expect_refused("닫힌 뒤 하나를 꺼낸 큐에", &queue, 5);
            }
            expect_get("남은 것을 다 꺼낸 뒤에", &queue, None);
            expect_get("남은 것을 다 꺼낸 뒤에 또", &queue, None);
            expect_clock("닫힌 큐에서 모두 꺼내면", Duration::ZERO);
        });
    }
}

/// 크기가 1인 큐에서 `waiters`개가 기다리고, 1초에 닫습니다.
const TELLS_ALL: &str = "닫는 곳이, 넣으려고 기다리는 스레드와 꺼내려고 기다리는 스레드를 모두 깨워야 합니다. 닫았다고 적은 다음에 조건 변수마다 `notify_all`을 부르고, 기다리는 조건에 닫혔는지도 넣습니다.";

fn close_on(waiters: u32, filled: bool, immediate: bool, wait: impl Fn(&Queue<Item>, u32) + Sync) {
    let queue = Queue::new(1);
    if filled {
        put(&queue, 0);
    }
    thread::scope(|scope| {
        for number in 1..=waiters {
            let (queue, wait) = (&queue, &wait);
            scope.spawn(move || {
                wait(queue, number);
                expect_clock("1초에 닫을 때 기다리던 스레드가 돌아오면", SECOND);
            });
        }
        thread::sleep(SECOND);
        queue.shutdown(immediate);
    });
    if filled && !immediate {
        expect_get("0을 넣고 닫은 큐에서", &queue, Some(0));
    }
    expect_get("기다리던 스레드가 모두 돌아온 뒤에", &queue, None);
}

fn for_some_waiters(f: impl Fn(u32, bool)) {
    for immediate in [false, true] {
        for (waiters, orders) in [(1, 150), (2, 150), (3, 150), (9, 150), (65, 2)] {
            let explorer = Explorer::new().preemptions(1).orders(orders).random(orders / 15);
            explorer.explore(|| f(waiters, immediate));
        }
    }
}

fn waiting_gets_end() {
    foresee(TELLS_ALL);
    for_some_waiters(|waiters, immediate| {
        close_on(waiters, false, immediate, |queue, _| {
            expect_get("비어서 기다리는 동안 닫힌 큐에서", queue, None);
        });
    });
    explore(|| {
        let queue = Queue::new(0);
        thread::scope(|scope| {
            scope.spawn(|| expect_get("언제 닫히든 빈 큐에서", &queue, None));
            queue.shutdown(false);
        });
    });
}

fn waiting_puts_end() {
    advise(
        "닫힌 뒤의 `put`은 값을 `ShutDown`에 담아 돌려줍니다. `immediate`면 남은 항목도 모두 꺼내 버립니다: `mem::take(&mut state.items)`. 수만 줄이면 항목은 큐에 남습니다.",
    );
    foresee(TELLS_ALL);
    // 꺼내고 곧바로 닫으면, 깨어난 하나뿐 아니라 나머지도 깨어나야 합니다.
    explore(|| {
        let queue = Queue::new(1);
        put(&queue, 0);
        thread::scope(|scope| {
            for number in 1..=2 {
                let queue = &queue;
                scope.spawn(move || {
                    let _ = queue.put(Item(number, None));
                    expect_clock("1초에 하나를 꺼내고 닫을 때 기다리던 put은", SECOND);
                });
            }
            thread::sleep(SECOND);
            drop(queue.get());
            queue.shutdown(false);
        });
    });
    for_some_waiters(|waiters, immediate| {
        close_on(waiters, true, immediate, |queue, number| {
            expect_refused("가득 차서 기다리는 동안 닫힌 큐에", queue, number);
        });
    });
}

fn immediate_drops_the_rest() {
    advise("남은 것을 모두 꺼내 버리고, 버린 개수만큼 끝난 것으로 셉니다. 기다리던 스레드는 모두 깨웁니다.");
    explore(|| {
        let (queue, dropped) = (Queue::new(0), Tally::new());
        for number in 0..3 {
            let _ = queue.put(Item(number, Some(dropped.clone())));
        }
        drop(queue.get());
        queue.shutdown(true);
        let count = dropped.total();
        assert!(
            count == 3,
            "하나를 꺼내고 둘을 남긴 채 immediate로 닫으면 모두 3개가 버려져야 하는데 {count}개입니다."
        );
        expect_get("immediate로 닫은 뒤에", &queue, None);
        expect_refused("immediate로 닫은 큐에", &queue, 9);
    });
    explore(|| {
        let queue = Queue::new(0);
        (0..2_000).for_each(|number| put(&queue, number));
        queue.shutdown(true);
        expect_get("2000개를 넣고 immediate로 닫은 뒤에", &queue, None);
        queue.join();
        expect_done("2000개를 모두 버린 뒤에 부른", &queue, Err(TooOften));
    });
}

fn join_waits_for_what_is_left() {
    foresee(
        "버린 일은 `task_done`을 부를 수 없습니다. 버린 개수만큼 끝나지 않은 일의 수를 줄이고, 0이 되면 `join`하는 스레드를 모두 깨웁니다.",
    );
    advise("끝나지 않은 일의 수는 `task_done`에서 하나씩 줄이고, 버릴 때는 버린 개수만큼 줄입니다.");
    // 꺼낸 일이 아무리 많아도, 닫힌 뒤에 하나씩 끝내면 마지막에 돌아옵니다.
    Explorer::new().preemptions(0).orders(2).random(1).explore(|| {
        let queue = Queue::new(0);
        (0..300).for_each(|number| put(&queue, number));
        (0..300).for_each(|_| drop(queue.get()));
        thread::scope(|scope| {
            scope.spawn(|| {
                queue.join();
                expect_clock("300개를 꺼내고 닫은 뒤 1초에 모두 끝낼 때 join은", SECOND);
            });
            queue.shutdown(false);
            thread::sleep(SECOND);
            (0..300).for_each(|_| expect_done("300개를 꺼내고 닫은 뒤에", &queue, Ok(())));
            expect_done("300개를 모두 끝낸 뒤에", &queue, Err(TooOften));
        });
    });
    for (immediate, count, takes) in [(false, 2, 2), (true, 2, 1), (true, 1, 1)] {
        explore(move || {
            let queue = Queue::new(0);
            (1..=count).for_each(|number| put(&queue, number));
            thread::scope(|scope| {
                scope.spawn(|| {
                    while let Some(item) = queue.get() {
                        thread::sleep(SECOND);
                        expect_done(&format!("{}번 일을 마치고 부른", item.0), &queue, Ok(()));
                    }
                });
                thread::sleep(SECOND / 2);
                queue.shutdown(immediate);
                queue.join();
                let when = format!("1초짜리 일 {count}개 가운데 첫째를 하는 0.5초에 닫고 join하면");
                expect_clock(&format!("{when} (immediate = {immediate})"), takes * SECOND);
            });
        });
    }
    // 한 일꾼이 일하는 동안 다른 일꾼은 닫힌 큐에서 `None`을 받습니다.
    Explorer::new().preemptions(1).orders(150).random(10).explore(|| {
        let queue = Queue::new(0);
        put(&queue, 1);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while queue.get().is_some() {
                        thread::sleep(SECOND);
                        expect_done("다른 일꾼이 `None`을 받은 뒤에 부른", &queue, Ok(()));
                    }
                });
            }
            queue.shutdown(false);
            queue.join();
            expect_clock("일꾼 둘 가운데 하나가 1초 동안 일하는 큐를 닫고 join하면", SECOND);
        });
    });
    for joiners in [1, 2, 9] {
        Explorer::new().preemptions(1).orders(150).random(10).explore(move || {
            let queue = Queue::new(0);
            put(&queue, 1);
            thread::scope(|scope| {
                for _ in 0..joiners {
                    scope.spawn(|| {
                        queue.join();
                        expect_clock(
                            "아무도 꺼내지 않은 일을 1초에 immediate로 버릴 때 join하던 스레드는",
                            SECOND,
                        );
                    });
                }
                thread::sleep(SECOND);
                queue.shutdown(true);
            });
        });
    }
    explore(|| {
        let queue = Queue::new(0);
        put(&queue, 1);
        put(&queue, 2);
        drop(queue.get());
        queue.shutdown(true);
        expect_done("하나를 꺼내고 하나를 버린 뒤에 부른", &queue, Ok(()));
        expect_done("하나를 꺼내고 하나를 버린 뒤에 두 번째로 부른", &queue, Err(TooOften));
        queue.join();
    });
    explore(|| {
        let queue = Queue::new(0);
        put(&queue, 1);
        expect_done("꺼내기 전에 부른", &queue, Ok(()));
        put(&queue, 2);
        queue.shutdown(true);
        queue.join();
        expect_done("모두 버린 뒤에 부른", &queue, Err(TooOften));
    });
}

fn nothing_is_lost_at_the_door() {
    for maxsize in [0, 1] {
        Explorer::new().preemptions(2).orders(1_500).random(100).explore(move || {
            let (queue, placed, found) = (Queue::new(maxsize), Log::new(), Log::new());
            thread::scope(|scope| {
                scope.spawn(|| {
                    for number in 1..=2 {
                        if queue.put(Item(number, None)).is_ok() {
                            placed.push(number);
                        }
                    }
                });
                scope.spawn(|| {
                    while let Some(item) = queue.get() {
                        found.push(item.0);
                    }
                });
                queue.shutdown(false);
            });
            let (placed, found) = (placed.entries(), found.entries());
            assert!(placed == found, "put이 Ok를 돌려준 것은 {placed:?}인데 나온 것은 {found:?}입니다.");
        });
    }
}

fn closing_again_is_fine() {
    for order in [[false, false], [false, true], [true, false], [true, true]] {
        explore(move || {
            let queue = Queue::new(0);
            put(&queue, 1);
            for immediate in order {
                queue.shutdown(immediate);
            }
            let left = if order.contains(&true) { None } else { Some(1) };
            expect_get(&format!("shutdown을 {order:?}로 두 번 부른 뒤에"), &queue, left);
            expect_get("그 뒤에", &queue, None);
        });
    }
    explore(|| {
        let queue = Queue::new(0);
        put(&queue, 1);
        thread::scope(|scope| {
            scope.spawn(|| queue.shutdown(true));
            queue.shutdown(true);
        });
        queue.join();
        expect_done("둘이 함께 immediate로 닫은 뒤에", &queue, Err(TooOften));
        let other = Queue::new(0);
        put(&other, 1);
        expect_get("다른 큐를 닫았을 때 열린 큐에서", &other, Some(1));
    });
}

fn open_as_before() {
    explore(|| {
        let queue = Queue::new(1);
        put(&queue, 1);
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(SECOND);
                expect_get("1을 넣은 큐에서", &queue, Some(1));
            });
            put(&queue, 2);
            expect_clock("가득 찬 큐에서 1초에 꺼낼 때 기다리던 put은", SECOND);
        });
        expect_get("1을 꺼낸 뒤에", &queue, Some(2));
        thread::scope(|scope| {
            scope.spawn(|| expect_get("비어서 기다리다가", &queue, Some(3)));
            put(&queue, 3);
        });
        expect_done("셋을 꺼내고", &queue, Ok(()));
        expect_done("셋을 꺼내고 둘째로", &queue, Ok(()));
        expect_done("셋을 꺼내고 셋째로", &queue, Ok(()));
        expect_done("셋을 꺼내고 넷째로", &queue, Err(TooOften));
        queue.join();
    });
    // 자리 둘이 잇달아 나면, 기다리던 둘이 모두 넣습니다.
    Explorer::new().preemptions(0).orders(50).random(20).explore(|| {
        let queue = Queue::new(2);
        (1..=2).for_each(|number| put(&queue, number));
        thread::scope(|scope| {
            for number in 3..=4 {
                let queue = &queue;
                scope.spawn(move || put(queue, number));
            }
            thread::sleep(SECOND);
            (1..=2).for_each(|_| drop(queue.get()));
        });
    });
    // 여럿이 함께 마치고, 여럿이 함께 join해도 모두 돌아옵니다.
    Explorer::new().preemptions(1).orders(1_000).random(50).explore(|| {
        let queue = Queue::new(0);
        (1..=2).for_each(|number| put(&queue, number));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| queue.join());
                scope.spawn(|| expect_done("둘이 함께 마치고 부른", &queue, Ok(())));
            }
        });
    });
}
