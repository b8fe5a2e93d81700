use std::thread;

use super::answer::transfer::{Account, TransferError, transfer}; // lessons/mutex/src/transfer.rs에 `Account`, `TransferError`, `pub fn transfer`가 있어야 합니다.
use interleave::{broken, clock, exists, explore, peak};
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
            says: "보내는 계좌에서 받는 계좌로 꼭 그만큼 옮깁니다.", check: moves_the_amount
        },
        Promise {
            says: "옮기지 못하면 까닭을 돌려주고 잔액은 그대로입니다.", check: says_why_not
        },
        Promise {
            says: "동시에 이체해도 돈이 늘거나 줄지 않고, 멈추지 않습니다.", check: keeps_every_won
        },
        Promise {
            says: "서로에게, 또는 돌아가며 보내도 멈추지 않습니다.", check: never_stops
        },
        Promise {
            says: "옮기는 도중에 돈이 사라져 보이지 않습니다.", check: money_is_never_on_the_way
        },
        Promise {
            says: "계좌가 겹치지 않는 이체는 동시에 나아갑니다.", check: strangers_do_not_wait
        },
    ],
};

fn accounts<const N: usize>(balances: [u64; N]) -> [Account; N] {
    let mut number = 0;
    balances.map(|balance| {
        number += 1;
        Account::new(number, balance)
    })
}

fn expect_balances<const N: usize>(accounts: &[Account; N], wanted: [u64; N]) {
    let balances = accounts.each_ref().map(Account::balance);
    assert!(balances == wanted, "잔액이 {wanted:?}이어야 하는데 {balances:?}입니다.");
}

/// `from`번째 계좌에서 `to`번째 계좌로 보내고, 답이 `wanted`인지 봅니다.
fn send(accounts: &[Account], from: usize, to: usize, amount: u64, wanted: Result<(), TransferError>) {
    let answer = transfer(&accounts[from], &accounts[to], amount);
    if answer != wanted {
        let (from, to) = (from + 1, to + 1);
        broken(format!(
            "{from}번 계좌에서 {to}번 계좌로 {amount}원을 보내면 {wanted:?}여야 하는데 {answer:?}입니다."
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
    let late = clock().as_secs_f64();
    assert!(late == 0.0, "계좌가 풀리자마자 옮기지 않고 {late}초를 보냅니다.");
}

fn moves_the_amount() {
    explore(|| {
        let accounts = accounts([10, 10]);
        send(&accounts, 0, 1, 3, Ok(()));
        expect_balances(&accounts, [7, 13]);
        send(&accounts, 1, 0, 13, Ok(()));
        expect_balances(&accounts, [20, 0]);
    });
}

fn says_why_not() {
    explore(|| {
        let accounts = accounts([10, 10]);
        for (from, to) in [(0, 1), (1, 0)] {
            send(&accounts, from, to, 11, Err(TransferError::NotEnough));
            send(&accounts, from, from, 1, Err(TransferError::SameAccount));
            expect_balances(&accounts, [10, 10]);
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
    explore(|| {
        let accounts = accounts([10, 10]);
        all_at_once(&accounts, &[(0, 1, 3), (1, 0, 5)]);
        expect_balances(&accounts, [12, 8]);
    });
    explore(|| {
        let accounts = accounts([10, 10, 10]);
        all_at_once(&accounts, &[(0, 1, 1), (1, 2, 2), (2, 0, 3)]);
        expect_balances(&accounts, [12, 9, 9]);
    });
}

fn money_is_never_on_the_way() {
    for (from, to) in [(0, 1), (1, 0)] {
        explore(move || {
            let accounts = accounts([10, 10]);
            thread::scope(|scope| {
                scope.spawn(|| send(&accounts, from, to, 3, Ok(())));
                let (first, second) = (accounts[from].balance(), accounts[to].balance());
                assert!(
                    first + second >= 20,
                    "보낸 계좌가 {first}원인 것을 본 다음 받는 계좌를 보니 {second}원입니다. 3원이 사라져 보입니다."
                );
            });
        });
    }
}

fn strangers_do_not_wait() {
    exists(|| {
        let accounts = accounts([10, 10, 10, 10]);
        all_at_once(&accounts, &[(0, 1, 3), (2, 3, 3)]);
        peak().holding >= 2
    });
}
