use std::thread;

use super::answer::transfer::{Account, TransferError, transfer}; // lessons/mutex/src/transfer.rs에 `Account`, `TransferError`, `pub fn transfer`가 있어야 합니다.
use interleave::observe::Counter;
use interleave::{
    Explorer, advise, broken, clock, context_switches, explore, orders, seconds, waiting, while_unwinding,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(u32, u64) -> Account = Account::new; // lessons/mutex/src/transfer.rs
const _: fn(&Account, &Account, u64) -> Result<(), TransferError> = transfer; // lessons/mutex/src/transfer.rs

pub const STEP: Step = Step {
    name: "transfer",
    title: "교착 상태와 잠금 순서",
    hints: [
        "두 계좌를 함께 잠가야 도중의 모습을 감출 수 있습니다. 서로에게 보내는 두 이체가 무엇부터 잠그는지 살펴봅니다.",
        "모든 이체가 같은 차례로 잠그면 서로를 기다리는 고리가 생기지 않습니다. 보내는 쪽과 받는 쪽은 그 차례가 될 수 없습니다.",
        "`from.number`와 `to.number`를 견주어 작은 쪽부터 `lock()`하고, 뺄 때는 `checked_sub`로 모자라는지 확인합니다.",
    ],
    promises: &[
        Promise {
            says: "보내는 계좌에서 받는 계좌로 꼭 그만큼 옮깁니다.", check: orders(moves_the_amount)
        },
        Promise {
            says: "옮기지 못하면 까닭을 돌려주고 잔액은 그대로입니다.", check: orders(says_why_not)
        },
        Promise {
            says: "동시에 이체해도 돈이 늘거나 줄지 않고, 멈추지 않습니다.",
            check: orders(keeps_every_won),
        },
        Promise {
            says: "서로에게, 또는 돌아가며 보내도 멈추지 않습니다.", check: orders(never_stops)
        },
        Promise {
            says: "옮기는 도중에 돈이 사라지거나 늘어 보이지 않습니다.",
            check: orders(money_is_never_on_the_way),
        },
        Promise {
            says: "계좌가 겹치지 않는 이체는 서로 기다리지 않습니다.",
            check: orders(strangers_do_not_wait),
        },
        Promise {
            says: "패닉하는 도중에 불러도 똑같이 옮깁니다.", check: orders(moves_while_unwinding)
        },
    ],
};

/// 어느 둘은 일부만 보면 같아 보입니다.
const NUMBERS: [[u32; 2]; 8] = [
    [2, 3],
    [12, 21],
    [1_001, 2_001],
    [1 << 8, 1 << 16],
    [1 << 24, (1 << 24) + 1],
    [1, 1 + (1 << 16)],
    [0, u32::MAX],
    [u32::MAX - 1, u32::MAX],
];

/// 32비트에 담기지 않는 금액입니다.
const LARGE: u64 = 1 << 32;

/// 셋이 돌아가며 보낼 번호입니다. 어느 둘의 합이나 차로 고른 문 몇 개로는 고리를 막지 못합니다.
const TRIPLES: [[u32; 3]; 4] = [[1, 2, 3], [3, 2, 1], [10, 25, 47], [0, 1 << 16, u32::MAX]];

/// 차례대로도 아니고 가깝지도 않습니다. 아래쪽 비트나 뺀 값으로는 차례를 정할 수 없습니다.
const FAR_APART: [u32; 4] = [9, 0, 3 << 29, 3 << 30];

fn accounts<const N: usize>(balances: [u64; N]) -> [Account; N] {
    std::array::from_fn(|index| Account::new(FAR_APART[index], balances[index]))
}

/// 무엇이 다른지 알아야 하므로, 깨지면 번호도 말합니다.
fn numbered(numbers: &[u32]) -> Explorer {
    let told: Vec<String> = numbers.iter().map(u32::to_string).collect();
    Explorer::new().given(format!("계좌 번호는 {}입니다.", told.join(", ")))
}

fn expect_balances<const N: usize>(accounts: &[Account; N], wanted: [u64; N]) {
    let balances = accounts.each_ref().map(Account::balance);
    assert!(balances == wanted, "잔액은 {wanted:?}원이어야 하는데 {balances:?}원입니다.");
}

/// `from`번째 계좌에서 `to`번째 계좌로 보내고, 답이 `wanted`인지 봅니다.
fn send(accounts: &[Account], from: usize, to: usize, amount: u64, wanted: Result<(), TransferError>) {
    let answer = transfer(&accounts[from], &accounts[to], amount);
    if answer != wanted {
        let [from, to] = [from, to].map(|index| ["가", "나", "다", "라"][index]);
        broken(format!(
            "{from} 계좌에서 {to} 계좌로 {amount}원을 보내면 답은 {wanted:?}인데 지금은 {answer:?}입니다."
        ));
    }
}

/// `(보내는 쪽, 받는 쪽, 금액)` 하나마다 스레드를 하나씩 띄웁니다.
fn all_at_once(accounts: &[Account], orders: &[(usize, usize, u64)]) {
    thread::scope(|scope| {
        for &(from, to, amount) in orders {
            scope.spawn(move || send(accounts, from, to, amount, Ok(())));
        }
    });
    assert!(clock().is_zero(), "계좌가 풀리자마자 옮기지 않고 {}초를 보냅니다.", seconds(clock()));
}

fn moves_the_amount() {
    advise("`from`에서 빼고 `to`에 더합니다. 잠그는 순서를 바꾸어도 보내는 쪽은 그대로입니다.");
    explore(|| {
        let accounts = accounts([10, 10]);
        send(&accounts, 0, 1, 3, Ok(()));
        expect_balances(&accounts, [7, 13]);
        send(&accounts, 1, 0, 13, Ok(()));
        expect_balances(&accounts, [20, 0]);
        send(&accounts, 1, 0, 0, Ok(()));
        expect_balances(&accounts, [20, 0]);
    });
    explore(|| {
        let accounts = accounts([10 + LARGE, 10]);
        send(&accounts, 0, 1, LARGE, Ok(()));
        expect_balances(&accounts, [10, 10 + LARGE]);
    });
    explore(|| {
        let accounts = accounts([u64::MAX, 0]);
        send(&accounts, 0, 1, u64::MAX, Ok(()));
        expect_balances(&accounts, [0, u64::MAX]);
    });
    explore(|| {
        // 실수로 더하면 1원을 잃습니다.
        let accounts = accounts([5, 1 << 53]);
        send(&accounts, 0, 1, 1, Ok(()));
        expect_balances(&accounts, [4, (1 << 53) + 1]);
    });
}

fn moves_while_unwinding() {
    explore(|| {
        let accounts = accounts([10, 10]);
        while_unwinding(|| send(&accounts, 0, 1, 3, Ok(())));
        expect_balances(&accounts, [7, 13]);
        while_unwinding(|| send(&accounts, 0, 1, 8, Err(TransferError::NotEnough)));
        expect_balances(&accounts, [7, 13]);
    });
}

fn says_why_not() {
    advise("바꾸기 전에 모두 확인합니다. 하나라도 어긋나면 두 잔액을 그대로 두고 까닭을 돌려줍니다.");
    explore(|| {
        let accounts = accounts([10, 10]);
        for (from, to) in [(0, 1), (1, 0)] {
            for amount in [11, LARGE, u64::MAX] {
                send(&accounts, from, to, amount, Err(TransferError::NotEnough));
            }
            for amount in [1, 0, 11] {
                send(&accounts, from, from, amount, Err(TransferError::SameAccount));
            }
            expect_balances(&accounts, [10, 10]);
        }
    });
    explore(|| {
        // 실수로는 갈라 볼 수 없는 금액입니다.
        for balance in [1 << 53, u64::MAX - 1] {
            let accounts = accounts([balance, 0]);
            send(&accounts, 0, 1, balance + 1, Err(TransferError::NotEnough));
            expect_balances(&accounts, [balance, 0]);
        }
    });
}

fn keeps_every_won() {
    explore(|| {
        let accounts = accounts([5, 0]);
        thread::scope(|scope| {
            let [a, b] = &accounts;
            let workers = [3, 3].map(|amount| scope.spawn(move || transfer(a, b, amount)));
            let moved = workers.map(|worker| worker.join().unwrap()).into_iter();
            let moved = moved.filter(|answer| *answer == Ok(())).count();
            assert!(moved == 1, "5원에서 3원씩 두 번 보내면 한 번만 되어야 하는데 {moved}번 됩니다.");
        });
        expect_balances(&accounts, [2, 3]);
    });
    explore(|| {
        let accounts = accounts([10, 10, 10]);
        all_at_once(&accounts, &[(0, 1, 3), (0, 2, 4)]);
        expect_balances(&accounts, [3, 13, 14]);
    });
}

fn never_stops() {
    advise("잠겨 있으면 포기하지 않고 기다립니다. 두 계좌는 언제나 같은 순서로 잠급니다.");
    // 네 계좌 가운데 어느 둘이 서로에게 보내도 같습니다.
    for (one, other) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
        numbered(&[FAR_APART[one], FAR_APART[other]]).explore(move || {
            let accounts = accounts([10, 10, 10, 10]);
            all_at_once(&accounts, &[(one, other, 3), (other, one, 5)]);
            let wanted = [0, 1, 2, 3].map(|index| match index {
                _ if index == one => 12,
                _ if index == other => 8,
                _ => 10,
            });
            expect_balances(&accounts, wanted);
        });
    }
    // 번호가 어떻든 같습니다. 자릿수나 위쪽 비트, 실수로 바꾼 값으로는 차례를 정할 수 없습니다.
    for numbers in NUMBERS {
        numbered(&numbers).explore(move || {
            let accounts = numbers.map(|number| Account::new(number, 10));
            all_at_once(&accounts, &[(0, 1, 3), (1, 0, 5)]);
            expect_balances(&accounts, [12, 8]);
        });
    }
    explore(|| {
        let accounts = accounts([10, 10, 10, 10]);
        all_at_once(&accounts, &[(1, 2, 1), (2, 3, 2), (3, 1, 3)]);
        expect_balances(&accounts, [10, 12, 9, 9]);
    });
    for numbers in TRIPLES {
        numbered(&numbers).explore(move || {
            let accounts = numbers.map(|number| Account::new(number, 10));
            all_at_once(&accounts, &[(0, 1, 1), (1, 2, 2), (2, 0, 3)]);
            expect_balances(&accounts, [12, 9, 9]);
        });
    }
    // 하나를 옮기고 나면 잔액의 크고 작음이 바뀝니다. 잔액으로도 차례를 정할 수 없습니다.
    for (one, other) in [(0, 1), (1, 0)] {
        explore(move || {
            let accounts = accounts([10, 10]);
            thread::scope(|scope| {
                scope.spawn(|| send(&accounts, one, other, 1, Ok(())));
                send(&accounts, one, other, 5, Ok(()));
                send(&accounts, other, one, 5, Ok(()));
            });
            let mut wanted = [9, 11];
            wanted.swap(0, one);
            expect_balances(&accounts, wanted);
        });
    }
}

/// `from`에서 `to`로 보내는 동안 두 잔액을 이 차례로 봅니다.
fn look_while_moving(first: usize, second: usize, amount: u64, wanted: Result<(), TransferError>) {
    let (accounts, fails) = (accounts([10, 10]), wanted.is_err());
    thread::scope(|scope| {
        scope.spawn(|| send(&accounts, 0, 1, amount, wanted));
        let seen = [first, second].map(|index| accounts[index].balance());
        let sum: u64 = seen.iter().sum();
        let whole = match (first, fails) {
            (_, true) => sum == 20,
            (0, _) => sum >= 20,
            _ => sum <= 20,
        };
        let [one, other] = [first, second].map(|index| ["보내는 쪽", "받는 쪽"][index]);
        assert!(
            whole,
            "{amount}원을 보내는 동안 {one}이 {}원인 것을 보고 나서 {other}을 보니 {}원입니다.",
            seen[0], seen[1]
        );
    });
}

fn money_is_never_on_the_way() {
    advise("두 계좌를 모두 잠근 동안에 두 잔액을 함께 바꿉니다.");
    for (first, second) in [(0, 1), (1, 0)] {
        explore(move || look_while_moving(first, second, 3, Ok(())));
        explore(move || look_while_moving(first, second, 11, Err(TransferError::NotEnough)));
    }
}

/// 다른 계좌를 누가 기다리는 동안에도 단숨에 옮기는 순서가 있어야 합니다.
fn strangers_do_not_wait() {
    for strangers in [[0, 1, 2, 3], [2, 3, 0, 1], [0, 2, 1, 3], [0, 3, 1, 2]] {
        for numbers in [FAR_APART, [1, 2, 3, 4], [8, 16, 64, 32]] {
            goes_at_once(numbers, strangers);
        }
    }
}

fn goes_at_once(numbers: [u32; 4], [one, other, from, to]: [usize; 4]) {
    let never =
        "다른 두 계좌의 이체끼리 기다리는 동안에는, 계좌가 겹치지 않는 이체도 단숨에 끝나지 못합니다.";
    numbered(&numbers).otherwise(never).exists(move || {
        let (accounts, moved) = (numbers.map(|number| Account::new(number, 10)), Counter::new());
        thread::scope(|scope| {
            scope.spawn(|| send(&accounts, one, other, 3, Ok(())));
            scope.spawn(|| send(&accounts, other, one, 3, Ok(())));
            scope.spawn(|| {
                let (others_wait, before) = (waiting() > 0, context_switches());
                send(&accounts, from, to, 3, Ok(()));
                moved.set(u64::from(others_wait && context_switches() == before));
            });
        });
        moved.get() == 1
    });
}
