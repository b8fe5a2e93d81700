use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write, pipe};
use std::path::Path;

use super::answer::pool::map; // lessons/multiprocess/src/pool.rs
use judge::{Promise, Step};
#[cfg(target_os = "linux")]
use process::beside_a_thread;
use process::{
    Surroundings, advise, another_keeps, calling, case, demand, expect, folder, foresee, program, real,
};

pub const STEP: Step = Step {
    name: "pool",
    title: "프로세스 풀",
    hints: [
        "일감을 자식 수만큼의 몫으로 나누고, 모두 시작한 다음에 결과를 읽습니다. 자식마다 결과 파이프가 하나씩 있습니다.",
        "`move` 클로저로 쓰는 쪽을 넘기면 부모의 것은 `fork_child`가 돌아올 때 닫힙니다. 끝까지 읽어 온 결과가 몫보다 적으면, 그다음 일감을 하다 죽은 것입니다.",
        "몫마다 남은 일감의 `Vec`을 두고, 받은 만큼 `drain`합니다. 남았으면 첫 일감이 죽은 횟수를 늘리고, 두 번째면 뺍니다. 남은 몫이 없을 때까지 새 자식으로 되풀이합니다.",
    ],
    promises: &[
        Promise { says: "결과는 일감의 차례대로입니다.", check: real(keeps_the_order) },
        Promise {
            says: "자식들이 함께 하고, 하나가 여럿을 맡습니다.", check: real(shares_the_work)
        },
        Promise { says: "결과가 많아도 멈추지 않습니다.", check: real(takes_many_results) },
        Promise {
            says: "죽은 자식의 일감은 한 번만 더 해 봅니다.", check: real(tries_once_more)
        },
        Promise {
            says: "하나가 죽어도 나머지는 모두 한 번씩 합니다.", check: real(finishes_the_rest)
        },
    ],
};

fn mapped(items: &[u64], workers: usize, work: impl Fn(u64) -> u64) -> Vec<Option<u64>> {
    let before = Surroundings::now();
    let call = format!("일감 {}개, 자식 {workers}개", items.len());
    let found = calling(&call, || map(items, workers, work)).unwrap_or_else(|error| {
        advise(
            "일감이 자식보다 적거나 하나도 없어도 결과를 돌려줍니다. 오류는 파이프나 자식을 만들지 못했을 때만 돌려줍니다.",
        );
        panic!("{call}: 자식을 만들 수 있는데 오류입니다: {error}")
    });
    demand(
        found.len() >= items.len(),
        "자식의 메모리는 부모의 사본입니다. 자식이 리스트에 넣은 것은 부모에게 보이지 않으니, 파이프에 써서 보냅니다. 죽은 일감의 자리에는 `None`을 둡니다.",
        || format!("일감은 {}개인데 결과는 {}개입니다.", items.len(), found.len()),
    );
    assert!(found.len() == items.len(), "일감은 {}개인데 결과는 {}개입니다.", items.len(), found.len());
    let change = before.change();
    assert!(change.is_none(), "{}", change.unwrap_or_default());
    found
}

fn keeps_the_order() {
    advise(
        "결과마다 어느 일감의 것인지 정해져 있어야 합니다. 자식이 맡은 몫의 차례대로 읽어 제자리에 넣습니다.",
    );
    case(|| {
        for count in [0, 1, 2, 3, 5, 9, 17] {
            for workers in [1, 2, 3, 5] {
                let items: Vec<u64> = (0..count).map(|index| (index * 7) % 10).collect();
                let found = mapped(&items, workers, |item| item * item + 1);
                let wanted: Vec<_> = items.iter().map(|item| Some(item * item + 1)).collect();
                demand(
                    found.is_empty() || found.iter().any(Option::is_some),
                    "자식의 메모리는 부모의 사본이라, 자식이 리스트에 넣은 것은 부모에게 보이지 않습니다. 결과를 파이프에 써서 보냅니다. 썼다면 부모가 파이프를 끝까지 읽는지 봅니다.",
                    || format!("일감 {items:?}, 자식 {workers}개: 받은 결과가 하나도 없습니다."),
                );
                expect(format!("일감 {items:?}, 자식 {workers}개"), wanted, found);
            }
        }
        let found = mapped(&[0, u64::MAX, 10], 2, |item| item);
        demand(
            found == [Some(0), Some(u64::MAX), Some(10)],
            "반환 코드로는 0부터 255까지만 옵니다. 결과는 `to_le_bytes`로 여덟 바이트를 파이프에 쓰고, `from_le_bytes`로 되돌립니다.",
            || format!("큰 수가 그대로 오지 않습니다: {found:?}"),
        );
        let found = mapped(&[0, u64::MAX, 10], 2, |item| item / 10);
        demand(
            found == [Some(0), Some(u64::MAX / 10), Some(1)],
            "앞의 결과를 두었다가 쓰지 않고, 부를 때마다 받은 `work`를 합니다.",
            || format!("같은 일감에 다른 `work`를 주었는데 결과가 {found:?}입니다."),
        );
        let count = std::cell::Cell::new(0);
        let found = mapped(&[7, 7, 7, 7], 1, |_| {
            count.set(count.get() + 1);
            count.get()
        });
        demand(
            found == [Some(1), Some(2), Some(3), Some(4)],
            "자식 하나가 제 몫의 일감을 차례로 합니다. 일감마다 자식을 새로 시작하거나, 같은 일감을 한 번으로 합치지 않습니다.",
            || {
                format!(
                    "자식 하나에 같은 일감 넷을 맡기면 자식이 센 1부터 4까지가 와야 하는데 {found:?}입니다."
                )
            },
        );
    });
    #[cfg(target_os = "linux")]
    case(|| {
        advise(
            "`fork_child`가 돌려준 오류는 `?`로 그대로 돌려줍니다. `unwrap`하거나 `None`으로 바꾸지 않습니다.",
        );
        let found = beside_a_thread(|| map(&[1, 2, 3], 2, |item| item));
        assert!(found.is_err(), "스레드가 둘이라 자식을 만들 수 없는데 오류가 아니라 {found:?}입니다.");
    });
}

fn takes_many_results() {
    advise("자식이 끝나기를 기다리기 전에 파이프를 끝까지 읽습니다.");
    case(|| {
        // 파이프 둘에 다 담기지 않습니다.
        let items: Vec<u64> = (0..16_500).collect();
        let found = mapped(&items, 2, |item| item);
        assert!(found.iter().flatten().eq(&items), "일감 16,500개의 결과가 그대로 오지 않습니다.");
    });
}

/// `count`개의 프로세스가 모두 부를 때까지 아무도 돌아오지 못합니다.
fn meet(file: &Path, count: usize, gate: (&impl Fn() -> bool, &impl Fn(usize))) {
    let mut note = File::options().append(true).create(true).open(file).expect("파일을 열 수 있습니다.");
    note.lock().expect("잠글 수 있습니다.");
    note.write_all(b"x").expect("쓸 수 있습니다.");
    let arrived = note.metadata().expect("길이를 알 수 있습니다.").len() as usize;
    drop(note);
    if arrived == count {
        gate.1(count);
    }
    assert!(gate.0(), "문이 닫혔습니다.");
}

fn shares_the_work() {
    advise(
        "자식을 모두 시작한 다음에 결과를 읽습니다. 일감마다가 아니라 몫마다 자식 하나이고, 일감이 넉넉하면 자식은 `workers`개입니다.",
    );
    for (count, workers) in [(2, 2), (8, 4), (9, 9), (120, 120)] {
        case(move || {
            foresee(
                "자식들은 `workers`개가 모두 시작해야 이어 갑니다. 자식이 모자라는지, 하나를 끝까지 기다린 뒤에 다음을 시작하는지 봅니다. 몫의 길이는 올림 나눗셈(`div_ceil`)입니다.",
            );
            let file = folder("모임").join("온 자식");
            let (through, open) = pipe().expect("파이프를 만들 수 있습니다.");
            let wait = || (&through).read_exact(&mut [0]).is_ok();
            let let_in = |count| (&open).write_all(&vec![0; count]).expect("쓸 수 있습니다.");
            let items: Vec<u64> = (0..count).collect();
            let is_first = std::cell::Cell::new(true);
            mapped(&items, workers, |item| {
                // 저마다 첫 일감에서 모두를 기다립니다.
                if is_first.replace(false) {
                    meet(&file, workers, (&wait, &let_in));
                }
                item
            });
        });
    }
    for workers in [2, 9, 17] {
        case(move || {
            let found = mapped(&[0; 40], workers, |_| std::process::id().into());
            let pids: BTreeSet<u64> = found.iter().flatten().copied().collect();
            assert!(
                !pids.contains(&std::process::id().into()),
                "`work`를 부모에서 실행합니다. 자식에서 실행합니다."
            );
            let advice = if pids.len() == 40 {
                "일감마다가 아니라 몫마다 자식 하나입니다."
            } else {
                "몫의 크기는 올림으로 정합니다(`items.len().div_ceil(workers)`). 내림하면 남은 일감을 맡을 자식이 더 생깁니다."
            };
            demand(pids.len() <= workers, advice, || {
                format!(
                    "일감 40개를 자식 {workers}개까지만 맡아야 하는데 {}개가 나누어 했습니다.",
                    pids.len()
                )
            });
        });
    }
}

fn note(file: &Path, item: u64) -> usize {
    let path = file.with_file_name(item.to_string());
    let mut file = File::options().append(true).create(true).open(path).expect("파일을 열 수 있습니다.");
    file.write_all(b"x").expect("쓸 수 있습니다.");
    file.metadata().map_or(0, |metadata| metadata.len() as usize)
}

fn times(file: &Path, item: u64) -> usize {
    fs::read(file.with_file_name(item.to_string())).map_or(0, |bytes| bytes.len())
}

fn tries_once_more() {
    advise(
        "끝까지 읽은 결과의 수가 몫보다 적으면 그다음 일감을 하다 죽은 것입니다. 그 일감이 죽은 횟수를 셉니다.",
    );
    case(|| {
        let file = folder("횟수").join("기록");
        let found = mapped(&[1, 2, 3, 4], 2, |item| {
            if note(&file, item) == 1 && item == 3 {
                std::process::exit(5);
            }
            item * 10
        });
        expect("3을 하던 자식이 처음에만 죽음", vec![Some(10), Some(20), Some(30), Some(40)], found);
    });
    for count in [1, 2, 3] {
        case(move || {
            let file = folder("횟수").join("기록");
            let items = [3, 8, 3, 9, 3];
            let parent = std::process::id();
            let found = mapped(&items, count, |item| {
                assert!(std::process::id() != parent, "`work`를 부모에서 실행합니다. 자식에서 실행합니다.");
                // 끝없이 다시 해 보는 풀이도 끝나게 합니다.
                if note(&file, item) < 20 && item == 3 {
                    std::process::abort();
                }
                item * 10
            });
            let tried = times(&file, 3);
            let advice = if tried < 6 {
                "죽은 횟수는 일감의 값이 아니라 자리마다 셉니다. 값이 같은 일감도 저마다 두 번까지 해 봅니다."
            } else {
                "두 번 죽은 일감은 그만둡니다. 결과는 하나 할 때마다 바로 파이프에 씁니다. 모아 두었다가 보내면, 죽을 때 다 한 일감의 결과까지 잃어 다시 하게 됩니다."
            };
            demand(tried == 6, advice, || {
                format!("죽는 일감 셋을 두 번씩, 모두 6번 해 보아야 하는데 {tried}번 했습니다.")
            });
            expect("3을 하는 자식은 언제나 죽음", vec![None, Some(80), None, Some(90), None], found);
        });
    }
    case(|| {
        let file = folder("번호").join("기록");
        mapped(&[1, 2, 3, 4], 2, |item| {
            if item == 3 && note(&file, item) < 20 {
                let pids = File::options().append(true).create(true).open(file.with_file_name("번호들"));
                let mut pids = pids.expect("열 수 있습니다.");
                pids.write_all(format!("{}\n", std::process::id()).as_bytes()).expect("쓸 수 있습니다.");
                panic!("3을 하던 자식의 패닉");
            }
            item
        });
        let pids = fs::read_to_string(file.with_file_name("번호들")).unwrap_or_default();
        let pids: Vec<&str> = pids.lines().collect();
        let advice = "`work`의 패닉을 붙잡지 않습니다. 패닉한 자식은 죽게 두고, 일감은 새 자식에게 맡깁니다.";
        demand(pids.windows(2).all(|two| two[0] != two[1]), advice, || {
            "패닉한 일감을 같은 자식에서 다시 합니다. 새 자식에서 다시 합니다.".into()
        });
        assert!(pids.len() == 2, "패닉하는 일감 3을 두 번 해 보아야 하는데 {}번 했습니다.", pids.len());
    });
}

fn finishes_the_rest() {
    advise(
        "죽은 일감만 빼고, 아직 하지 않은 일감을 새 자식에게 맡깁니다. 이미 받은 결과는 다시 하지 않습니다.",
    );
    case(|| {
        let file = folder("횟수").join("기록");
        let items: Vec<u64> = (0..12).collect();
        let found = mapped(&items, 2, |item| {
            if note(&file, item) == 1 && item == 0 {
                std::process::exit(0);
            }
            std::process::id().into()
        });
        let lost = found.iter().filter(|found| found.is_none()).count();
        assert!(lost == 0, "0을 하던 자식이 처음에만 `exit(0)`으로 끝남: 빠진 결과가 {lost}개입니다.");
        let pids: BTreeSet<u64> = found.iter().flatten().copied().collect();
        assert!(
            pids.len() <= 4,
            "자식 둘 가운데 하나가 한 번 죽었는데, 일감을 한 자식이 모두 {}개입니다. 남은 일감도 한 자식이 여럿을 맡습니다.",
            pids.len()
        );
    });
    case(|| {
        let file = folder("횟수").join("기록");
        let items: Vec<u64> = (0..10).collect();
        let found = mapped(&items, 3, |item| {
            note(&file, item);
            if item == 0 || item == 4 {
                std::process::abort();
            }
            item + 1
        });
        let wanted: Vec<_> = items.iter().map(|&item| (item != 0 && item != 4).then_some(item + 1)).collect();
        expect("0과 4를 하는 자식은 언제나 죽음", &wanted, &found);
        for &item in items.iter().filter(|&&item| item != 0 && item != 4) {
            let tried = times(&file, item);
            assert!(tried == 1, "죽지 않은 일감 {item}은 한 번만 해야 하는데 {tried}번 했습니다.");
        }
    });
    case(|| {
        let work = |item| if item == 2 { std::process::exit(1) } else { item };
        let found = another_keeps(&program("say", &["", "3"]), || mapped(&[1, 2, 3], 2, work));
        expect("부른 쪽에 다른 자식이 있고, 2를 하는 자식은 죽음", vec![Some(1), None, Some(3)], found);
    });
}
