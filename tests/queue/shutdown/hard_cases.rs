//! 패닉하거나, 버려지면서 큐를 부르거나, 오래 기다려도 닫힌 큐가 약속하는 것

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::thread;

use interleave::observe::Tally;
use interleave::{Explorer, WAITS, expect_clock, explore, while_unwinding};

use super::{Item, Queue, SECOND, expect_done, expect_get, expect_refused, put};

/// 사라질 때 닫습니다. 패닉하는 도중에도 사라집니다.
struct ClosesAtTheEnd<'a>(&'a Queue<Item>);

impl Drop for ClosesAtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.shutdown(false);
    }
}

pub fn a_panic_closes_too() {
    calls_while_unwinding();
    explore(|| {
        let queue = Queue::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                let breaks = || {
                    let _closes = ClosesAtTheEnd(&queue);
                    put(&queue, 1);
                    panic!("하던 일이 망가졌습니다.");
                };
                let _ = panic::catch_unwind(AssertUnwindSafe(breaks));
            });
            expect_get("패닉하는 스레드가 1을 넣고 닫으면 먼저", &queue, Some(1));
            expect_get("패닉하는 스레드가 1을 넣고 닫으면 그다음에", &queue, None);
        });
    });
}

/// 열린 큐에서도 닫힌 큐에서도, 평소처럼 기다리고 답합니다.
fn calls_while_unwinding() {
    explore(|| {
        let queue = Queue::new(1);
        while_unwinding(|| put(&queue, 1));
        thread::scope(|scope| {
            scope.spawn(|| {
                while_unwinding(|| expect_get("패닉하는 도중에 1을 넣은 큐에서", &queue, Some(1)));
                while_unwinding(|| expect_get("패닉하는 도중에 1초에 2를 넣을 큐에서", &queue, Some(2)));
                expect_clock("패닉하는 도중에 1초에 넣을 것을 get하면", SECOND);
                while_unwinding(|| expect_done("패닉하는 도중에 둘을 꺼내고", &queue, Ok(())));
                thread::sleep(SECOND);
                while_unwinding(|| expect_done("패닉하는 도중에 둘을 꺼내고 둘째로", &queue, Ok(())));
            });
            thread::sleep(SECOND);
            put(&queue, 2);
            while_unwinding(|| queue.join());
            expect_clock("패닉하는 도중에 2초에 끝나는 일을 join하면", 2 * SECOND);
        });
        while_unwinding(|| expect_done("패닉하는 도중에 모두 끝내고", &queue, Err(super::TooOften)));
        while_unwinding(|| queue.shutdown(true));
        while_unwinding(|| expect_refused("패닉하는 도중에 닫은 큐에", &queue, 3));
        while_unwinding(|| expect_get("패닉하는 도중에 닫은 큐에서", &queue, None));
    });
}

/// 버려질 때 남의 코드를 부르는 항목입니다.
enum Nasty {
    Plain,
    Calls(Arc<Queue<Nasty>>),
    TakesLong,
    Breaks,
}

impl Drop for Nasty {
    fn drop(&mut self) {
        match self {
            Nasty::Plain => {}
            Nasty::Calls(queue) => {
                let _ = queue.put(Nasty::Plain);
                let _ = queue.get();
                let _ = queue.task_done();
                queue.join();
            }
            Nasty::TakesLong => thread::sleep(SECOND),
            Nasty::Breaks => panic!("버려지다가 패닉합니다."),
        }
    }
}

pub fn dropping_is_foreign_code() {
    explore(|| {
        let queue = Arc::new(Queue::new(0));
        let _ = queue.put(Nasty::Calls(Arc::clone(&queue)));
        queue.shutdown(true);
        queue.join();
    });
    type Kind = (&'static str, fn() -> Nasty);
    let kinds: [Kind; 2] = [("패닉하는", || Nasty::Breaks), ("1초 걸리는", || Nasty::TakesLong)];
    for (what, nasty) in kinds {
        explore(move || {
            let (queue, done) = (Queue::new(2), Tally::new());
            std::mem::forget(queue.put(nasty()));
            std::mem::forget(queue.put(Nasty::Plain));
            let returned = |how: &str| {
                expect_clock(&format!("버려지며 {what} 항목을 1초에 버릴 때 기다리던 {how}은"), SECOND);
                done.add(1);
            };
            thread::scope(|scope| {
                scope.spawn(|| {
                    std::mem::forget(queue.put(Nasty::Plain));
                    returned("put");
                });
                scope.spawn(|| {
                    queue.join();
                    returned("join");
                });
                thread::sleep(SECOND);
                // 패닉이 밖으로 나와도, 안에서 잡아도 됩니다.
                let _ = panic::catch_unwind(AssertUnwindSafe(|| queue.shutdown(true)));
            });
            assert!(queue.get().is_none(), "immediate로 닫은 큐에서 항목이 나옵니다.");
            let done = done.total();
            assert!(done == 2, "put과 join이 기다리는데 {done}개만 돌아옵니다.");
        });
    }
}

/// 꺼내려는, 넣으려는, `join`하는 스레드가 저마다 제 큐에서 오래 기다립니다.
pub fn waits_as_long_as_it_takes() {
    for (name, time) in WAITS {
        Explorer::new().preemptions(0).orders(60).random(10).as_far_as_it_goes().explore(move || {
            let [empty, full, busy] = [0, 1, 0].map(Queue::new);
            put(&full, 1);
            put(&busy, 1);
            let woken = |how: &str| expect_clock(&format!("{name} 뒤에 깨우면 기다리던 {how}은"), time);
            thread::scope(|scope| {
                scope.spawn(|| {
                    expect_get("기다리는 동안 닫힌 큐에서", &empty, None);
                    woken("get");
                });
                scope.spawn(|| {
                    expect_refused("기다리는 동안 닫힌 큐에", &full, 2);
                    woken("put");
                });
                scope.spawn(|| {
                    busy.join();
                    woken("join");
                });
                thread::sleep(time);
                empty.shutdown(false);
                full.shutdown(false);
                busy.shutdown(true);
            });
        });
    }
}
