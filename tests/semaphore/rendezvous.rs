use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use super::answer::rendezvous::{Barrier, Rendezvous}; // lessons/semaphore/src/rendezvous.rs에 `Barrier`와 `Rendezvous`가 있어야 합니다.
use interleave::observe::Counter;
use interleave::{Explorer, WAITS, advise, broken, clock, expect_clock, explore, foresee, orders, seconds};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn() -> Rendezvous = Rendezvous::new; // lessons/semaphore/src/rendezvous.rs
const _: fn(&Rendezvous) = Rendezvous::first; // lessons/semaphore/src/rendezvous.rs
const _: fn(&Rendezvous) = Rendezvous::second; // lessons/semaphore/src/rendezvous.rs
const _: fn(usize) -> Barrier = Barrier::new; // lessons/semaphore/src/rendezvous.rs
const _: fn(&Barrier) = Barrier::wait; // lessons/semaphore/src/rendezvous.rs

pub const STEP: Step = Step {
    name: "rendezvous",
    title: "순서를 정하는 신호",
    hints: [
        "`Rendezvous`에서는 둘 다 먼저 기다리면 아무도 신호하지 못합니다. 왔다는 신호를 먼저 합니다.",
        "`Barrier`에서 빨리 지나간 스레드가 다음 모임에 와서, 아직 문을 지나지 못한 스레드의 신호를 가져갈 수 있습니다. 문이 하나라서 생기는 일입니다.",
        "문을 둘(`doors: [Semaphore; 2]`, 처음 값은 `[Semaphore::new(0), Semaphore::new(0)]`)로 하고 모임마다 번갈아 씁니다. 몇 번째 모임인지는 `came`을 0으로 되돌리지 않고 `*came / self.size`로 압니다.",
    ],
    promises: &[
        Promise {
            says: "만남: 먼저 온 쪽은 다른 쪽이 오는 바로 그때 지나갑니다.",
            check: orders(the_first_waits_for_the_second),
        },
        Promise {
            says: "만남: 다른 쪽이 오기 전에는 지나가지 못하고, 몇 번이고 만납니다.",
            check: orders(both_have_come),
        },
        Promise {
            says: "모임: 마지막 스레드가 오는 바로 그때 모두 지나갑니다.",
            check: orders(all_wait_for_the_last),
        },
        Promise {
            says: "모임: 모두 오기 전에는 아무도 지나가지 못합니다.",
            check: orders(nobody_passes_early),
        },
        Promise {
            says: "모임: 같은 스레드들이 몇 번이고 다시 모입니다.", check: orders(meets_again)
        },
        Promise {
            says: "패닉하는 도중에 와도 같습니다.", check: orders(a_panic_changes_nothing)
        },
        Promise { says: "여러 개를 만들어도 따로입니다.", check: orders(they_are_apart) },
        Promise { says: "스레드가 많아도, 여러 번 모여도 같습니다.", check: orders(crowds) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

fn the_first_waits_for_the_second() {
    foresee(
        "둘 다 기다리기부터 하면 아무도 신호하지 못합니다. 저마다 왔다는 신호를 먼저 보내고, 그다음에 상대의 신호를 기다립니다.",
    );
    advise(
        "저마다 왔다고 먼저 알린 뒤에 상대를 기다립니다. 제가 보낸 신호를 제가 받지 않게, 세마포어 둘을 0에서 시작합니다.",
    );
    type Side = (&'static str, fn(&Rendezvous));
    let (first, second): (Side, Side) = (("first", Rendezvous::first), ("second", Rendezvous::second));
    for (early, late) in [(first, second), (second, first)] {
        for (token, (name, time)) in [false, false, true].into_iter().zip(WAITS) {
            Explorer::new().as_far_as_it_goes().explore(move || {
                let meeting = Rendezvous::new();
                let when = format!("{}가 오고 {name} 뒤에 {}가 오면", early.0, late.0);
                thread::scope(|scope| {
                    scope.spawn(|| {
                        leave_a_token(token);
                        early.1(&meeting);
                        expect_clock(&format!("{when} {}는", early.0), time);
                    });
                    thread::sleep(time);
                    late.1(&meeting);
                    expect_clock(&format!("{when} {}는", late.0), time);
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

/// 두 스레드가 `times`번 만나며, 지나갈 때마다 상대가 왔는지 봅니다.
fn meet(times: u64) {
    let (meeting, firsts, seconds) = (Rendezvous::new(), Counter::new(), Counter::new());
    let passes = |who: &str, other: &str, round: u64, came: &Counter| {
        if came.get() < round {
            broken(format!("{round}번째 만남에 {other}가 아직 오지 않았는데 {who}가 지나갑니다."));
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 1..=times {
                firsts.add(1);
                meeting.first();
                passes("first", "second", round, &seconds);
            }
        });
        for round in 1..=times {
            seconds.add(1);
            meeting.second();
            passes("second", "first", round, &firsts);
        }
    });
    expect_clock("기다릴 까닭이 없으면", Duration::ZERO);
}

fn both_have_come() {
    advise(
        "만날 때마다 두 쪽이 신호를 하나씩 보내고 하나씩 받습니다. 남는 신호가 없어야 다음에도 기다립니다.",
    );
    for times in [1, 2, 3] {
        some().explore(move || meet(times));
    }
}

fn all_wait_for_the_last() {
    foresee(
        "마지막에 온 스레드가, 먼저 와서 기다리는 스레드의 수만큼 문을 열어야 합니다. 왔다고 세는 일이 기다리기보다 먼저인지, 마지막인지를 알아보는 조건이 맞는지 봅니다.",
    );
    advise(
        "온 스레드를 세고, 마지막에 온 스레드가 나머지를 모두 지나가게 합니다. 그때까지는 한도 없이 기다립니다.",
    );
    for (size, (name, time)) in [2, 1, 3].into_iter().zip(WAITS) {
        some().as_far_as_it_goes().explore(move || {
            let barrier = Barrier::new(size);
            thread::scope(|scope| {
                for _ in 1..size {
                    scope.spawn(|| {
                        leave_a_token(size == 3);
                        barrier.wait();
                        let when = format!("스레드 {size}개의 모임에 마지막 스레드가 {name} 뒤에 오면");
                        expect_clock(&when, time);
                    });
                }
                thread::sleep(time);
                barrier.wait();
                expect_clock(&format!("스레드 {size}개의 모임에 마지막으로 {name} 뒤에 오면"), time);
            });
        });
    }
}

/// 사라질 때 모입니다. 패닉하는 도중에도 사라집니다.
struct MeetsAtTheEnd<'a>(&'a Barrier, &'a Rendezvous, &'a Rendezvous);

impl Drop for MeetsAtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.wait();
        expect_clock("마지막 스레드가 1초에 오는 모임에 패닉하는 도중에 오면", SECOND);
        self.1.first();
        expect_clock("상대가 2초에 오는 만남에 패닉하는 도중에 오면", 2 * SECOND);
        self.2.second();
        expect_clock("상대가 3초에 오는 만남에 패닉하는 도중에 오면", 3 * SECOND);
    }
}

fn a_panic_changes_nothing() {
    explore(|| {
        let (barrier, meeting, other) = (Barrier::new(2), Rendezvous::new(), Rendezvous::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let failed = catch_unwind(AssertUnwindSafe(|| {
                    let _meets = MeetsAtTheEnd(&barrier, &meeting, &other);
                    panic!("일이 실패했습니다.");
                }));
                assert!(failed.is_err());
            });
            thread::sleep(SECOND);
            barrier.wait();
            thread::sleep(SECOND);
            meeting.second();
            thread::sleep(SECOND);
            other.first();
        });
    });
}

/// 스레드 `size`개가 `times`번 모입니다. `nap`이면 스레드마다 오는 때가 다릅니다.
fn gather(size: usize, times: usize, nap: bool) {
    let barrier = Barrier::new(size);
    let came: Vec<Counter> = (0..times).map(|_| Counter::new()).collect();
    thread::scope(|scope| {
        for number in 0..size {
            let (barrier, came) = (&barrier, &came);
            scope.spawn(move || {
                for (round, came) in came.iter().enumerate() {
                    if nap {
                        thread::sleep(SECOND * u32::try_from((number + round) % size).unwrap());
                    }
                    came.add(1);
                    barrier.wait();
                    let here = came.get();
                    if here < size as u64 {
                        broken(format!(
                            "스레드 {size}개가 모이는 {}번째 모임에 {here}개만 왔는데 한 스레드가 지나갑니다.",
                            round + 1
                        ));
                    }
                    if nap {
                        let wanted = SECOND * u32::try_from((size - 1) * (round + 1)).unwrap();
                        let last = format!("스레드 {size}개가 모이는 {}번째 모임에 마지막 스레드가 오면", round + 1);
                        expect_clock(&last, wanted);
                    }
                }
            });
        }
    });
    if !nap && !clock().is_zero() {
        broken(format!("기다릴 까닭이 없는데 {}초를 보냅니다.", seconds(clock())));
    }
}

fn nobody_passes_early() {
    for size in [1, 2, 3, 4] {
        some().given(format!("스레드는 {size}개입니다.")).explore(move || gather(size, 1, false));
    }
}

fn meets_again() {
    advise(
        "다음 모임에 먼저 온 스레드가 지난 모임의 문으로 지나가지 못하게, 문을 번갈아 씁니다. 온 수를 세는 일과 마지막인지 견주는 일은 한 번 잠근 동안에 합니다. 따로 하면 둘이 모두 마지막이 됩니다.",
    );
    some().explore(|| gather(1, 3, false));
    some().explore(|| gather(2, 2, false));
    some().explore(|| gather(2, 3, false));
    some().explore(|| gather(3, 2, false));
    some().explore(|| gather(3, 3, true));
}

fn they_are_apart() {
    some().explore(|| {
        let (one, other) = (Barrier::new(2), Barrier::new(2));
        let (meeting, unused) = (Rendezvous::new(), Rendezvous::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                one.wait();
                expect_clock("모임 둘 가운데 첫째에 상대가 1초에 오면", SECOND);
                other.wait();
                expect_clock("모임 둘 가운데 첫째를 지나 둘째에 상대가 2초에 오면", 2 * SECOND);
                meeting.first();
                unused.first();
            });
            scope.spawn(|| {
                thread::sleep(SECOND);
                one.wait();
                expect_clock("모임 둘 가운데 첫째에 둘이 모이면", SECOND);
                thread::sleep(SECOND);
                other.wait();
                meeting.second();
                unused.second();
            });
        });
        expect_clock("모임 둘과 만남 둘을 차례로 지나면", 2 * SECOND);
    });
    few().explore(|| {
        let barriers = [Barrier::new(2), Barrier::new(2)];
        thread::scope(|scope| {
            for (barrier, late) in barriers.iter().zip([1, 2]) {
                for time in [Duration::ZERO, late * SECOND] {
                    scope.spawn(move || {
                        thread::sleep(time);
                        barrier.wait();
                        let when =
                            format!("두 모임이 함께 열릴 때, 마지막 스레드가 {late}초에 오는 모임에 오면");
                        expect_clock(&when, late * SECOND);
                    });
                }
            }
        });
    });
    // 기다리기 시작하는 어느 순간에 다른 모임이 열려도 그대로 기다립니다.
    some().explore(|| {
        let (one, third, other) = (Barrier::new(1), Barrier::new(1), Barrier::new(2));
        thread::scope(|scope| {
            scope.spawn(|| {
                one.wait();
                other.wait();
                expect_clock("다른 모임을 한 번 지나온 스레드가, 상대가 1초에 오는 모임에 오면", SECOND);
            });
            third.wait();
            thread::sleep(SECOND);
            other.wait();
        });
    });
}

fn crowds() {
    few().explore(|| gather(5, 3, true));
    few().explore(|| gather(9, 2, false));
    few().explore(|| gather(17, 2, true));
    one().explore(|| gather(65, 2, false));
    one().explore(|| gather(257, 1, false));
    few().explore(|| gather(3, 9, false));
    few().explore(|| meet(17));
    one().explore(|| gather(2, 300, false));
    one().explore(|| meet(300));
    // 두 바이트로 세면 넘칩니다. 한 번에 걸음이 많은 풀이는 갈 수 있는 데까지만 갑니다.
    one().as_far_as_it_goes().explore(|| {
        let barrier = Barrier::new(1);
        (0..65_537).for_each(|_| barrier.wait());
    });
}

/// 순서가 아주 많아서, 선점이 적은 순서부터 봅니다.
fn some() -> Explorer {
    Explorer::new().orders(700).random(60)
}

/// 아주 여러 번이면 순서 하나면 됩니다.
fn one() -> Explorer {
    Explorer::new().preemptions(0).orders(1).random(0)
}

/// 더 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(60).random(20)
}
