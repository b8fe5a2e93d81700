//! 한도까지 기다리는 `acquire_timeout`이 약속하는 것

use std::thread;
use std::time::Duration;

use interleave::observe::Tally;
use interleave::{Explorer, broken, expect_clock, explore};

use super::{AWHILE, SECOND, empty, expect, expect_value, release, some};

pub fn gives_up_on_time() {
    for limit in [AWHILE, Duration::from_micros(1_250_250)] {
        explore(move || {
            let semaphore = empty();
            thread::scope(|scope| {
                scope.spawn(|| {
                    let when = format!("5초에 돌아오는 허가에 acquire_timeout({limit:?})은");
                    expect(&when, semaphore.acquire_timeout(limit), false, limit);
                    let now = semaphore.acquire_timeout(Duration::ZERO);
                    expect("그때 acquire_timeout(0초)은", now, false, limit);
                });
                thread::sleep(5 * SECOND);
                release(&semaphore);
            });
            expect_value("포기한 다음에 돌아온 허가는 남아 있어서", &semaphore, 1);
        });
    }
}

pub fn long_and_short_limits() {
    explore(|| {
        let (semaphore, hour) = (empty(), 3600 * SECOND);
        thread::scope(|scope| {
            scope.spawn(|| {
                let first = semaphore.acquire_timeout(5 * hour);
                expect("10시간 뒤에 돌아오는 허가에 acquire_timeout(5시간)은", first, false, 5 * hour);
                let second = semaphore.acquire_timeout(6 * hour);
                expect("이어서 acquire_timeout(6시간)은", second, true, 10 * hour);
            });
            thread::sleep(10 * hour);
            release(&semaphore);
        });
    });
    for days in [7, 50, 1_000_000] {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let (semaphore, limit) = (empty(), Duration::from_secs(days * 86_400) + Duration::from_nanos(1));
            let when = format!("돌아오지 않는 허가에 한도 {days}일 1나노초로 기다리면");
            expect(&when, semaphore.acquire_timeout(limit), false, limit);
        });
    }
    // 느린 컴퓨터에서는 남은 한도를 셈하는 동안에도 시간이 가서, 한도를 지나 있을 수 있습니다.
    Explorer::new().orders(200).random(20).late().explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| {
                if semaphore.acquire_timeout(SECOND) {
                    broken("돌아오지 않는 허가에 acquire_timeout(1초)은 false여야 하는데 true입니다.");
                }
            });
            thread::sleep(2 * SECOND);
        });
    });
    explore(|| {
        let (semaphore, instant) = (empty(), Duration::from_nanos(1));
        let first = semaphore.acquire_timeout(instant);
        expect("돌아오지 않는 허가에 acquire_timeout(1나노초)은", first, false, instant);
    });
}

pub fn limit_never_restarts() {
    some().explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| {
                // 3초에 돌아올 때 얻거나, 그때 main에 빼앗기고 4초에 포기합니다.
                match semaphore.acquire_timeout(4 * SECOND) {
                    true => expect_clock("3초에 돌아온 허가를 얻었으면", 3 * SECOND),
                    false => expect_clock("3초에 얻지 못하면 4초까지만 기다려야 하므로", 4 * SECOND),
                }
            });
            thread::sleep(3 * SECOND);
            release(&semaphore);
            semaphore.try_acquire();
        });
    });
}

pub fn giving_up_harms_nobody() {
    // 한도가 지나는 바로 그때 돌아옵니다. 누가 얻든, 허가는 사라지지 않습니다.
    some().explore(|| {
        let semaphore = empty();
        let got = Tally::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                if semaphore.acquire_timeout(SECOND) {
                    got.add(1);
                    release(&semaphore);
                }
            });
            scope.spawn(|| {
                let long = semaphore.acquire_timeout(9 * SECOND);
                expect("1초에 돌아오는 허가를 한도 1초와 9초인 둘이 기다리면 9초인 쪽은", long, true, SECOND);
                release(&semaphore);
            });
            thread::sleep(SECOND);
            release(&semaphore);
        });
        expect_value("모두 돌려놓고 나면", &semaphore, 1);
    });
    some().explore(|| {
        let semaphore = empty();
        thread::scope(|scope| {
            scope.spawn(|| {
                let short = semaphore.acquire_timeout(SECOND);
                expect("2초에 돌아오는 허가를 둘이 기다리면, 한도가 1초인 쪽은", short, false, SECOND);
            });
            scope.spawn(|| {
                let long = semaphore.acquire_timeout(9 * SECOND);
                expect("2초에 돌아오는 허가를 둘이 기다리면, 한도가 9초인 쪽은", long, true, 2 * SECOND);
            });
            thread::sleep(2 * SECOND);
            release(&semaphore);
        });
        expect_value("한쪽만 얻고 나면", &semaphore, 0);
    });
    explore(|| {
        let semaphore = empty();
        let first = semaphore.acquire_timeout(SECOND);
        expect("돌아오지 않는 허가에 acquire_timeout(1초)은", first, false, SECOND);
        release(&semaphore);
        expect_value("포기한 뒤에 돌아오면", &semaphore, 1);
        expect("그때 try_acquire()는", semaphore.try_acquire(), true, SECOND);
        expect_value("그것을 가져가면", &semaphore, 0);
    });
}
