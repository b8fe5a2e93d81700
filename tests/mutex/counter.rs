use std::thread;

use super::answer::counter::count; // lessons/mutex/src/counter.rs에 `pub fn count`가 있어야 합니다.
use interleave::{
    Explorer, advise, clock, expect_all_finished, explore, orders, peak, seconds, while_unwinding,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize, usize) -> u64 = count; // lessons/mutex/src/counter.rs

pub const STEP: Step = Step {
    name: "counter",
    title: "경쟁 상태와 임계 구역",
    hints: [
        "읽고 나서 쓰기 전까지의 사이에 다른 스레드가 무엇을 할 수 있는지 살펴봅니다.",
        "읽기와 쓰기가 한 임계 구역에 있어야 합니다. 잠금을 풀었다가 다시 잠그면 임계 구역이 둘로 나뉩니다.",
        "가드에 이름을 주거나, `*가드 += 1` 한 문장으로 읽고 더하고 씁니다.",
    ],
    promises: &[
        Promise {
            says: "스레드가 모두 끝난 뒤에, 0부터 새로 센 값을 돌려줍니다.",
            check: orders(counts_anew),
        },
        Promise {
            says: "어떤 순서에서도 더한 값을 잃지 않습니다.", check: orders(never_loses)
        },
        Promise {
            says: "스레드나 횟수가 많아도 더한 값을 잃지 않습니다.", check: orders(many_never_lose)
        },
        Promise {
            says: "깨우는 표시가 남아 있거나 패닉하는 도중에 불러도 똑같이 셉니다.",
            check: orders(counts_in_any_state),
        },
        Promise {
            says: "동시에 불러도 서로의 숫자를 건드리지 않습니다.", check: orders(counts_do_not_mix)
        },
        Promise {
            says: "스레드 `threads`개가 모두 겹쳐서 일할 수 있습니다.",
            check: orders(threads_overlap),
        },
    ],
};

/// 세고 나서, 일하는 스레드나 흘려보낸 시간이 남지 않았는지 봅니다.
#[track_caller]
fn count_all(threads: usize, times: usize) -> u64 {
    let total = count(threads, times);
    expect_all_finished();
    assert!(clock().is_zero(), "다 더하는 데 잠은 필요 없는데 {}초를 보냅니다.", seconds(clock()));
    total
}

fn counts_anew() {
    advise(
        "값은 부를 때마다 0에서 새로 시작하고, 스레드가 모두 끝난 뒤에 읽습니다. `let mut value = *guard;`는 값을 복사합니다. 거기에 더해도 가드 안의 값은 그대로이므로 `*guard += 1`로 더합니다. `move` 클로저도 정수를 복사해 갑니다.",
    );
    explore(|| {
        for (threads, times, wanted) in [(1, 2, 2), (1, 1, 1), (0, 1, 0), (1, 0, 0)] {
            let total = count_all(threads, times);
            assert!(
                total == wanted,
                "count({threads}, {times})는 모두 {wanted}회 더하는데 값은 {total}입니다."
            );
        }
    });
}

fn never_loses() {
    advise("잠겨 있으면 건너뛰지 않고 기다립니다. 세는 정수는 돌려주는 형과 같습니다.");
    for (threads, times) in [(2, 1), (2, 2), (3, 1), (1, 300)] {
        explore(move || {
            let (total, wanted) = (count_all(threads, times), (threads * times) as u64);
            assert!(
                total == wanted,
                "스레드 {threads}개가 {times}회씩 더하면 모두 {wanted}회인데 값은 {total}입니다."
            );
        });
    }
}

fn many_never_lose() {
    advise(
        "잠겨 있으면 몇 번 만에 포기하지 않고 기다립니다. 세는 정수는 돌려주는 형과 같고, 스레드는 `threads`개입니다.",
    );
    // 두 바이트에 담기지 않는 수입니다. 더할 때마다 여러 걸음을 걷는 답은 갈 수 있는 데까지만 봅니다.
    Explorer::new().preemptions(0).orders(1).random(0).as_far_as_it_goes().explore(|| {
        let total = count_all(1, 66_000);
        assert!(total == 66_000, "스레드 하나가 66000회 더하면 66000인데 값은 {total}입니다.");
    });
    // 한 걸음씩 번갈아 가면, 몇 번 더 해 보고 그만두는 답은 더하지 못하고 끝나는 스레드가 있습니다.
    for times in [3, 6, 40] {
        few().turns(3).explore(move || {
            let (total, wanted) = (count_all(4, times), 4 * times as u64);
            assert!(total == wanted, "스레드 4개가 {times}회씩 더하면 {wanted}인데 값은 {total}입니다.");
        });
    }
    for threads in [5, 9, 17, 33, 65] {
        few().turns(2).explore(move || {
            let total = count_all(threads, 2);
            let wanted = 2 * threads as u64;
            assert!(total == wanted, "스레드 {threads}개가 2회씩 더하면 {wanted}인데 값은 {total}입니다.");
        });
    }
    // 칸이나 잠금을 몇 개 두고 나누어 쓰면, 그보다 많은 스레드에서 잃습니다.
    Explorer::new().preemptions(0).orders(1).random(0).turns(1).explore(|| {
        let total = count_all(257, 1);
        assert!(total == 257, "스레드 257개가 1회씩 더하면 257인데 값은 {total}입니다.");
    });
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(3).random(3)
}

fn counts_in_any_state() {
    explore(|| {
        thread::current().unpark();
        let total = count_all(2, 1);
        assert!(total == 2, "unpark의 표시가 남은 채로 세면 2여야 하는데 {total}입니다.");
    });
    explore(|| {
        let total = while_unwinding(|| count(2, 1));
        assert!(total == 2, "패닉하는 도중에 세면 2여야 하는데 {total}입니다.");
    });
}

fn counts_do_not_mix() {
    explore(|| {
        let totals = thread::scope(|scope| {
            let callers = [(); 2].map(|()| scope.spawn(|| count(1, 1)));
            callers.map(|caller| caller.join().unwrap())
        });
        assert!(
            totals == [1, 1],
            "한 번씩 세는 count 둘을 동시에 부르면 [1, 1]이어야 하는데 {totals:?}입니다."
        );
    });
}

fn threads_overlap() {
    for (threads, limits) in
        [(2, Explorer::new()), (3, Explorer::new()), (17, few()), (65, few()), (257, few())]
    {
        let never = format!("스레드 {threads}개를 부탁했는데 {threads}개가 함께 일하는 순간이 없습니다.");
        limits.otherwise(never).exists(move || {
            count(threads, 1);
            peak().alive >= threads
        });
    }
}
