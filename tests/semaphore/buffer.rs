use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

use super::answer::buffer::Buffer; // lessons/semaphore/src/buffer.rs에 `Buffer`가 있어야 합니다.
use interleave::observe::{Counter, Log, Tally};
use interleave::{Explorer, WAITS, advise, broken, expect_clock, explore, orders};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> Buffer<Unique> = Buffer::new; // lessons/semaphore/src/buffer.rs
const _: fn(&Buffer<Unique>, Unique) = Buffer::put; // lessons/semaphore/src/buffer.rs
const _: fn(&Buffer<Unique>) -> Unique = Buffer::take; // lessons/semaphore/src/buffer.rs

pub const STEP: Step = Step {
    name: "buffer",
    title: "세마포어 둘과 뮤텍스 하나",
    hints: [
        "멈춘 순서의 표에서 `items` 잠금을 쥔 스레드가 무엇을 기다리는지, 그것을 줄 스레드가 무엇을 기다리는지 봅니다.",
        "잠금을 쥔 채로 세마포어를 기다리면 안 됩니다. 기다림이 끝난 다음에 잠급니다.",
        "`put`은 `free.wait()`, 잠그고 넣기, `filled.signal()`의 차례입니다. `take`는 `filled.wait()`, 잠그고 꺼내기, `free.signal()`의 차례입니다.",
    ],
    promises: &[
        Promise { says: "넣은 차례로 나옵니다.", check: orders(first_in_first_out) },
        Promise {
            says: "비었으면 들어오는 바로 그때까지 기다립니다.", check: orders(take_waits_for_a_put)
        },
        Promise {
            says: "가득 찼으면 자리가 나는 바로 그때까지 기다립니다.",
            check: orders(put_waits_for_a_take),
        },
        Promise { says: "`size`개까지만 담습니다.", check: orders(never_more_than_the_size) },
        Promise {
            says: "생산자와 소비자가 함께 움직여도 멈추지 않습니다.", check: orders(both_sides_go_on)
        },
        Promise {
            says: "여럿이 넣고 꺼내도 저마다 한 번씩만, 넣은 차례로 나옵니다.",
            check: orders(each_comes_out_once),
        },
        Promise {
            says: "기다리던 스레드는 자리나 값이 생긴 만큼 이어 갑니다.",
            check: orders(as_many_go_on_as_can),
        },
        Promise {
            says: "패닉하는 스레드가 넣고 꺼내도 같습니다.", check: orders(a_panic_changes_nothing)
        },
        Promise {
            says: "남은 것은 버퍼와 함께 한 번만 사라집니다.", check: orders(what_is_left_is_dropped)
        },
        Promise { says: "여러 개를 만들어도 따로입니다.", check: orders(they_are_apart) },
        Promise { says: "스레드가 많아도 같습니다.", check: orders(crowds) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

/// 복사할 수 없는 것입니다.
#[derive(Debug, PartialEq, Eq)]
struct Unique(usize);

fn expect_taken(when: &str, taken: usize, wanted: usize) {
    if taken != wanted {
        broken(format!("{when} 기대한 것은 {wanted}, 나온 것은 {taken}입니다."));
    }
}

fn first_in_first_out() {
    for size in [1, 2, 3, 5, 17, 300] {
        Explorer::new().given(format!("크기는 {size}입니다.")).explore(move || {
            let buffer = Buffer::new(size);
            for round in 0..2 {
                for number in 0..size {
                    buffer.put(Unique(round * size + number));
                }
                for number in 0..size {
                    let wanted = round * size + number;
                    let when = format!("{size}개까지 담는 버퍼에 0부터 넣고 꺼내면 {}번째로", wanted + 1);
                    expect_taken(&when, buffer.take().0, wanted);
                }
            }
            expect_clock("기다릴 까닭이 없으면", Duration::ZERO);
        });
    }
    Explorer::new()
        .preemptions(0)
        .orders(1)
        .random(0)
        .as_far_as_it_goes()
        .given("크기는 5000입니다.")
        .explore(|| {
            let buffer = Buffer::new(5_000);
            (0..5_000).for_each(|number| buffer.put(Unique(number)));
            for wanted in 0..5_000 {
                expect_taken("5000개까지 담는 버퍼에 0부터 넣고 꺼내면", buffer.take().0, wanted);
            }
        });
}

fn take_waits_for_a_put() {
    for (size, (name, time)) in [1, 2, 3].into_iter().zip(WAITS) {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let buffer = Buffer::new(size);
            thread::scope(|scope| {
                scope.spawn(|| {
                    leave_a_token(size == 3);
                    let taken = buffer.take();
                    expect_clock(&format!("빈 버퍼에 {name} 뒤에 넣으면 take는"), time);
                    expect_taken("빈 버퍼에 7을 넣으면", taken, 7);
                });
                thread::sleep(time);
                buffer.put(7);
                expect_clock("빈자리에 넣으므로 put은", time);
            });
        });
    }
}

fn put_waits_for_a_take() {
    advise(
        "크기만큼 담겨 있으면 자리가 날 때까지 기다립니다. 버리거나 밀어내지 않습니다. 세마포어의 수는 든 것, 빈자리와 늘 맞아야 합니다. 꺼낼 때는 언제나 `filled`를 한 번 기다리고, 꺼낸 다음에 `free`에 한 번 신호합니다.",
    );
    for (size, (name, time)) in [1, 2, 3].into_iter().zip(WAITS) {
        Explorer::new().as_far_as_it_goes().explore(move || {
            let buffer = Buffer::new(size);
            (0..size).for_each(|number| buffer.put(number));
            thread::scope(|scope| {
                scope.spawn(|| {
                    leave_a_token(size == 3);
                    buffer.put(size);
                    expect_clock(&format!("가득 찬 버퍼에서 {name} 뒤에 꺼내면 put은"), time);
                });
                thread::sleep(time);
                for wanted in 0..=size {
                    expect_taken("0부터 차례로 넣고 꺼내면", buffer.take(), wanted);
                }
                expect_clock("넣은 것을 꺼내므로 take는", time);
            });
        });
    }
}

/// 다른 일이 남긴 표시가 있으면 `park`는 한 번 그냥 지나갑니다.
fn leave_a_token(token: bool) {
    if token {
        thread::current().unpark();
    }
}

/// 깨어날 때마다 다른 스레드가 먼저 넣는 일이 `times`번 거듭됩니다.
fn overtaken(times: usize) {
    let (buffer, held) = (Buffer::new(1), Counter::new());
    let put = || {
        buffer.put(());
        if held.add(1) > 0 {
            broken("1개까지 담는 버퍼가 찼는데 put이 하나를 더 넣습니다.");
        }
    };
    let take = || {
        held.subtract(1);
        buffer.take();
    };
    thread::scope(|scope| {
        put();
        scope.spawn(put);
        scope.spawn(|| {
            for _ in 0..times {
                thread::sleep(SECOND);
                take();
                put();
            }
        });
        thread::sleep(SECOND * 2 * u32::try_from(times).unwrap());
        take();
    });
}

fn never_more_than_the_size() {
    for size in [1, 2, 5] {
        some().given(format!("크기는 {size}입니다.")).explore(move || {
            let (buffer, put) = (Buffer::new(size), Tally::new());
            thread::scope(|scope| {
                scope.spawn(|| {
                    for number in 0..size + 2 {
                        buffer.put(number);
                        put.add(1);
                    }
                });
                for taken in 0..=2 {
                    thread::sleep(SECOND);
                    let (put, wanted) = (put.total(), (size + taken) as u64);
                    if put != wanted {
                        broken(format!(
                            "{size}개까지 담는 버퍼에서 {taken}개를 꺼내면 모두 {wanted}개가 들어가야 하는데 {put}개입니다."
                        ));
                    }
                    buffer.take();
                }
            });
        });
    }
}

/// 생산자마다 `each`개씩 넣고, 소비자들이 나누어 꺼냅니다. 저마다 한 번씩 나왔는지, 생산자마다 차례대로인지 봅니다.
fn pass_on(size: usize, producers: usize, consumers: usize, each: usize) {
    let (buffer, out) = (Buffer::new(size), Log::new());
    let share = producers * each / consumers;
    thread::scope(|scope| {
        for producer in 0..producers {
            let buffer = &buffer;
            scope.spawn(move || (0..each).for_each(|number| buffer.put(Unique(producer * 100 + number))));
        }
        for _ in 0..consumers {
            scope.spawn(|| (0..share).for_each(|_| out.push(buffer.take().0)));
        }
    });
    let mut taken = out.entries();
    if consumers == 1 {
        for producer in 0..producers {
            let one: Vec<usize> = taken.iter().copied().filter(|number| number / 100 == producer).collect();
            if !one.is_sorted() {
                broken(format!("한 생산자가 차례로 넣은 것이 {one:?}의 차례로 나옵니다."));
            }
        }
    }
    taken.sort();
    let wanted: Vec<usize> =
        (0..producers).flat_map(|producer| (0..each).map(move |number| producer * 100 + number)).collect();
    if taken != wanted {
        broken(format!("{wanted:?}을 넣으면 저마다 한 번씩 나와야 하는데 {taken:?}이 나옵니다."));
    }
    expect_clock("기다릴 까닭이 없으면", Duration::ZERO);
}

fn both_sides_go_on() {
    some().explore(|| pass_on(1, 1, 1, 2));
    some().explore(|| pass_on(1, 1, 1, 3));
    some().explore(|| pass_on(2, 1, 1, 3));
}

fn each_comes_out_once() {
    some().explore(|| pass_on(2, 2, 1, 1));
    some().explore(|| pass_on(1, 2, 1, 2));
    some().explore(|| pass_on(1, 1, 2, 2));
    some().explore(|| pass_on(2, 1, 2, 2));
    some().explore(|| pass_on(1, 2, 2, 1));
}

fn as_many_go_on_as_can() {
    some().explore(|| {
        let (buffer, taken) = (Buffer::new(2), Tally::new());
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    buffer.take();
                    taken.add(1);
                });
            }
            thread::sleep(SECOND);
            buffer.put(0);
            buffer.put(1);
            thread::sleep(SECOND);
            let passed = taken.total();
            if passed != 2 {
                broken(format!(
                    "셋이 꺼내려고 기다릴 때 둘을 넣으면 둘이 이어 가야 하는데 {passed}개입니다."
                ));
            }
            buffer.put(2);
        });
    });
    some().explore(|| {
        let (buffer, put) = (Buffer::new(2), Tally::new());
        buffer.put(0);
        buffer.put(1);
        thread::scope(|scope| {
            for number in 2..5 {
                let (buffer, put) = (&buffer, &put);
                scope.spawn(move || {
                    buffer.put(number);
                    put.add(1);
                });
            }
            thread::sleep(SECOND);
            expect_taken("0과 1을 넣고 꺼내면 먼저", buffer.take(), 0);
            expect_taken("0과 1을 넣고 꺼내면 다음에", buffer.take(), 1);
            thread::sleep(SECOND);
            let passed = put.total();
            if passed != 2 {
                broken(format!(
                    "셋이 넣으려고 기다릴 때 둘을 꺼내면 둘이 이어 가야 하는데 {passed}개입니다."
                ));
            }
            buffer.take();
        });
    });
}

/// 사라질 때 하나를 꺼내고 하나를 넣습니다. 패닉하는 도중에도 사라집니다.
struct MovesAtTheEnd<'a>(&'a Buffer<usize>);

impl Drop for MovesAtTheEnd<'_> {
    fn drop(&mut self) {
        expect_taken("패닉하는 도중에 꺼내면", self.0.take(), 1);
        self.0.put(2);
    }
}

fn a_panic_changes_nothing() {
    explore(|| {
        let buffer = Buffer::new(1);
        thread::scope(|scope| {
            scope.spawn(|| {
                let failed = catch_unwind(AssertUnwindSafe(|| {
                    let _end = MovesAtTheEnd(&buffer);
                    buffer.put(1);
                    panic!("일이 실패했습니다.");
                }));
                assert!(failed.is_err());
                buffer.put(3);
            });
            thread::sleep(SECOND);
            expect_taken("패닉하는 스레드가 넣은 다음에 꺼내면", buffer.take(), 2);
            expect_taken("패닉을 잡은 스레드가 넣은 다음에 꺼내면", buffer.take(), 3);
        });
    });
}

/// 사라질 때 셉니다.
struct Counted(Tally);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.add(1);
    }
}

fn what_is_left_is_dropped() {
    explore(|| {
        let (buffer, dropped) = (Buffer::new(3), Tally::new());
        let expect_dropped = |when: &str, wanted: u64| {
            let dropped = dropped.total();
            assert!(dropped == wanted, "{when} {wanted}개가 사라져야 하는데 {dropped}개입니다.");
        };
        (0..3).for_each(|_| buffer.put(Counted(dropped.clone())));
        expect_dropped("셋을 넣기만 하면", 0);
        let taken = buffer.take();
        expect_dropped("하나를 꺼내 쥐고 있으면", 0);
        drop(taken);
        expect_dropped("꺼낸 하나를 버리면", 1);
        drop(buffer);
        expect_dropped("둘이 남은 버퍼가 사라지면 모두", 3);
    });
}

fn they_are_apart() {
    explore(|| {
        let (one, other) = (Buffer::new(1), Buffer::new(2));
        one.put(1);
        other.put(2);
        other.put(3);
        expect_taken("버퍼 둘에 1과 2를 따로 넣고 첫째에서 꺼내면", one.take(), 1);
        expect_taken("버퍼 둘에 1과 2를 따로 넣고 둘째에서 꺼내면", other.take(), 2);
        expect_clock("기다릴 까닭이 없으면", Duration::ZERO);
    });
}

fn crowds() {
    few().explore(|| pass_on(3, 5, 5, 3));
    few().explore(|| pass_on(1, 9, 1, 2));
    few().explore(|| pass_on(1, 1, 9, 18));
    few().explore(|| pass_on(17, 2, 3, 33));
    few().explore(|| overtaken(33));
    two().explore(|| pass_on(33, 60, 60, 2));
}

/// 순서가 아주 많아서, 선점이 적은 순서부터 봅니다.
fn some() -> Explorer {
    Explorer::new().orders(700).random(60)
}

/// 아주 많으면 순서 두 가지면 됩니다.
fn two() -> Explorer {
    Explorer::new().preemptions(0).orders(2).random(1)
}

/// 더 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(60).random(20)
}
