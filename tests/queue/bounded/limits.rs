//! 한도까지 기다리는 `put_timeout`과 `get_timeout`이 약속하는 것

use std::thread;
use std::time::Duration;

use interleave::{Explorer, WAITS, advise, broken, clock, expect_clock, explore};

use super::{Empty, Full, Item, LATER, Queue, SECOND, expect, full};

/// 시간이 다 가도록 기다려 보는 한도입니다. 긴 것도 20초가 안 되어서, 조금씩 자며 기다리는 답도 몇천 걸음이면 끝납니다.
const LIMITS: [Duration; 5] = [
    Duration::from_nanos(1),
    Duration::from_micros(999),
    Duration::new(1, 999),
    Duration::from_millis(1500),
    Duration::new(19, 999_999_999),
];

/// 32비트 마이크로초와 밀리초, 64비트 나노초를 0.5초씩 넘는 한도, 시계에 더할 수 없는 한도입니다.
const LONG_LIMITS: [Duration; 5] = [
    Duration::from_secs(2),
    Duration::from_micros((1 << 32) + 500_000),
    Duration::from_millis((1 << 32) + 500),
    Duration::new(18_446_744_074, 209_551_616),
    Duration::MAX,
];

/// 꺼낼 것이나 자리는 천 년 뒤에 생깁니다.
const MILLENNIUM: Duration = WAITS[2].1;

fn waits_as_long_as_it_may() {
    for (limit, in_time) in [(MILLENNIUM / 2, false), (2 * MILLENNIUM, true), (Duration::MAX, true)] {
        Explorer::new().orders(100).random(10).as_far_as_it_goes().explore(move || {
            let (queue, other) = (full(1), Queue::new(1));
            let ends = if in_time { MILLENNIUM } else { limit };
            thread::scope(|scope| {
                scope.spawn(|| {
                    let when =
                        format!("천 년 뒤에 자리가 나는 큐에 한도 {limit:?}로 put_timeout했을 때 Ok인지는");
                    expect(&when, queue.put_timeout(Item(1), limit).is_ok(), in_time);
                    expect_clock(&when, ends);
                });
                scope.spawn(|| {
                    let when = format!("천 년 뒤에 넣을 큐에서 한도 {limit:?}로 get_timeout했을 때 Ok인지는");
                    expect(&when, other.get_timeout(limit).is_ok(), in_time);
                    expect_clock(&when, ends);
                });
                thread::sleep(MILLENNIUM);
                queue.get();
                other.put(Item(2));
            });
        });
    }
}

pub fn gives_up_on_time() {
    advise(
        "끝낼 때를 한 번 정하고, 깨어날 때마다 거기까지 남은 시간만 기다립니다. 너무 긴 한도는 `checked_add`가 `None`이니, 그때는 한도 없이 기다립니다.",
    );
    waits_as_long_as_it_may();
    gives_up_behind_others();
    gives_up_when_late();
    for limit in LIMITS {
        explore(move || {
            let queue = full(1);
            let when = format!("찬 큐에 한도 {limit:?}로 put_timeout하면");
            expect(&when, queue.put_timeout(Item(1), limit), Err(Full(Item(1))));
            expect_clock(&when, limit);
            expect("포기한 뒤에 try_get하면", queue.try_get(), Ok(Item(0)));
            let when = format!("그 뒤에 빈 큐에서 한도 {limit:?}로 get_timeout하면");
            expect(&when, queue.get_timeout(limit), Err(Empty));
            expect_clock(&when, 2 * limit);
            expect("포기한 뒤에 try_put하면", queue.try_put(Item(2)), Ok(()));
            expect("포기한 뒤에 넣은 것을 꺼내면", queue.try_get(), Ok(Item(2)));
        });
    }
}

/// 먼저 기다리는 스레드가 있어도 한도는 부른 때부터 흐릅니다.
fn gives_up_behind_others() {
    explore(|| {
        let (queue, other) = (full(1), Queue::new(1));
        thread::scope(|scope| {
            scope.spawn(|| queue.put(Item(1)));
            scope.spawn(|| other.get());
            thread::sleep(SECOND);
            let when = "먼저 put한 스레드가 기다리는 찬 큐에 한도 1초로 put_timeout하면";
            expect(when, queue.put_timeout(Item(2), SECOND), Err(Full(Item(2))));
            expect_clock(when, 2 * SECOND);
            let when = "먼저 get한 스레드가 기다리는 빈 큐에서 한도 1초로 get_timeout하면";
            expect(when, other.get_timeout(SECOND), Err(Empty));
            expect_clock(when, 3 * SECOND);
            queue.get();
            other.put(Item(3));
        });
    });
}

/// 느린 컴퓨터에서는 남은 한도를 셈하는 동안에도 시간이 가서, 한도를 지나 있을 수 있습니다.
fn gives_up_when_late() {
    Explorer::new().orders(200).random(20).late().explore(|| {
        let (queue, other) = (full(1), Queue::<Item>::new(1));
        thread::scope(|scope| {
            scope.spawn(|| {
                let found = queue.put_timeout(Item(1), SECOND);
                expect("자리가 나지 않는 큐에 한도 1초로 put_timeout하면", found, Err(Full(Item(1))));
                let found = other.get_timeout(SECOND);
                expect("아무도 넣지 않는 큐에서 한도 1초로 get_timeout하면", found, Err(Empty));
            });
            (0..2).for_each(|_| thread::sleep(2 * SECOND));
        });
    });
}

pub fn goes_on_in_time() {
    for limit in LONG_LIMITS {
        explore(move || {
            let queue = full(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    thread::sleep(LATER);
                    queue.get();
                });
                let when = format!("1.000000007초에 꺼낼 찬 큐에 한도 {limit:?}로 put_timeout하면");
                expect(&when, queue.put_timeout(Item(1), limit), Ok(()));
                expect_clock(&when, LATER);
            });
            expect("한도 안에 넣은 것을 꺼내면", queue.try_get(), Ok(Item(1)));
        });
        explore(move || {
            let queue = Queue::new(1);
            thread::scope(|scope| {
                scope.spawn(|| {
                    thread::sleep(LATER);
                    queue.put(Item(1));
                });
                let when = format!("1.000000007초에 넣을 빈 큐에서 한도 {limit:?}로 get_timeout하면");
                expect(&when, queue.get_timeout(limit), Ok(Item(1)));
                expect_clock(&when, LATER);
            });
        });
    }
}

/// 1초에 깨어난 `waited`가 빈손이면 2초에, 아니면 1초에 돌아왔는지 봅니다.
fn expect_limit(what: &str, stolen: bool, (gave_up, at): (bool, Duration)) {
    let wanted = if stolen { 2 * SECOND } else { SECOND };
    let how =
        if stolen { "1초에 깨어났지만 다른 스레드에 빼앗긴" } else { "1초에 깨어난" };
    let told = |gave_up: bool| if gave_up { "포기하고" } else { "성공하고" };
    if (gave_up, at) != (stolen, wanted) {
        broken(format!(
            "{how} 한도 2초의 {what}은 {wanted:?}에 {} 돌아와야 하는데 {at:?}에 {} 돌아옵니다.",
            told(stolen),
            told(gave_up)
        ));
    }
}

pub fn the_limit_never_restarts() {
    explore(|| {
        let queue = Queue::new(1);
        thread::scope(|scope| {
            let waiter = scope.spawn(|| (queue.get_timeout(2 * SECOND).is_err(), clock()));
            thread::sleep(SECOND);
            queue.put(Item(1));
            let stolen = queue.try_get().is_ok();
            expect_limit("get_timeout", stolen, waiter.join().unwrap());
        });
    });
    explore(|| {
        let queue = full(1);
        thread::scope(|scope| {
            let waiter = scope.spawn(|| (queue.put_timeout(Item(1), 2 * SECOND).is_err(), clock()));
            thread::sleep(SECOND);
            queue.get();
            let stolen = queue.try_put(Item(2)).is_ok();
            expect_limit("put_timeout", stolen, waiter.join().unwrap());
        });
    });
}

pub fn giving_up_takes_nothing() {
    explore(|| {
        let queue = Queue::new(1);
        thread::scope(|scope| {
            scope.spawn(|| queue.get());
            let hasty = scope.spawn(|| queue.get_timeout(SECOND).is_ok());
            thread::sleep(SECOND);
            queue.put(Item(1));
            if hasty.join().unwrap() {
                queue.put(Item(2));
            }
        });
    });
    explore(|| {
        let queue = full(1);
        thread::scope(|scope| {
            scope.spawn(|| queue.put(Item(1)));
            let hasty = scope.spawn(|| queue.put_timeout(Item(2), SECOND).is_ok());
            thread::sleep(SECOND);
            queue.get();
            if hasty.join().unwrap() {
                queue.get();
            }
        });
    });
}
