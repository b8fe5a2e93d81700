//! How many arguments are given.

use crate::threads::waits;
use crate::{Diagnostic, Entry};

/// What to give to the function that is called, by its name and by what is missing or too much.
fn arguments(d: &Diagnostic) -> &'static str {
    let limit = d.says("unexpected argument of type `Duration`");
    if d.says("`std::sync::atomic::Ordering` is missing") {
        return "원자적 타입의 메서드는 마지막 인수로 순서를 받습니다: `total.fetch_add(1, Ordering::SeqCst)`, `total.load(Ordering::SeqCst)`. 파일 위쪽에 `use std::sync::atomic::Ordering;`을 적습니다.";
    }
    match d.marked() {
        "wait" if d.says("unexpected argument of type") && d.says("MutexGuard<") => {
            "이 `wait`는 조건 변수의 것이 아니고 인수를 받지 않습니다. 가드를 쥔 채 기다리면 아무도 바꾸지 못하므로, 가드를 먼저 놓고(`drop(guard)`) `wait()`라고 부릅니다."
        }
        "wait" | "wait_while" if d.says("&mut ") && d.says("MutexGuard<") => {
            "`parking_lot`의 조건 변수는 가드를 빌려서 잠금을 풀고 잠듭니다: `condvar.wait(&mut guard);`."
        }
        "wait" | "wait_while" if d.says("MutexGuard<") => {
            "`std`의 조건 변수는 가드를 넘겨받아 잠금을 풀고 잠들었다가 돌려줍니다: `guard = condvar.wait(guard).unwrap();`."
        }
        "wait" if limit => {
            "`Child`의 `wait`에는 한도가 없고, 한도를 지우면 언제까지나 기다립니다. 이 과정의 `wait_for_end`로 기다립니다(단계 파일의 위쪽에 쓰는 법이 있습니다). 한도를 받지 않는 것이라면 다른 스레드에서 부르고 채널의 `recv_timeout(limit)`으로 기다립니다."
        }
        "join" if limit => {
            "`join`에는 한도가 없고, 한도를 지우면 언제까지나 기다립니다. 스레드가 채널로 끝을 알리게 하고 `recv_timeout(limit)`으로 기다립니다."
        }
        "sum" if d.message.starts_with("this function") => {
            "여기의 `sum`은 파이썬의 것이 아니라 이 파일의 함수입니다. 파이썬의 `sum(numbers)`는 `numbers.iter().sum::<u64>()`입니다."
        }
        "map" if d.message.starts_with("this function") => {
            "여기의 `map`은 파이썬의 것이 아니라 이 파일의 함수입니다. 파이썬의 `map(work, items)`는 `items.iter().map(|item| work(*item)).collect::<Vec<_>>()`입니다."
        }
        "recv" if limit => "한도까지 기다리는 것은 `recv_timeout(limit)`입니다.",
        "lock" if limit => {
            "`lock`에는 한도가 없습니다. `parking_lot::Mutex`의 `try_lock_for(limit)`이 한도까지 기다리고, 얻지 못하면 `None`을 돌려줍니다."
        }
        "lock" | "lock_shared" if d.says("unexpected argument of type `{closure") => {
            "파이썬의 `with`처럼 할 일을 넘기지 않습니다. `lock`을 부르고(파일이라면 `file.lock()?;`, 뮤텍스라면 `let guard = lock.lock().unwrap();`) 할 일을 다음 줄부터 적습니다."
        }
        "send" | "push" | "push_back" => {
            "값을 하나만 받습니다. 둘을 함께 담으려면 튜플로 묶습니다: `sender.send((site, answer))`. rustc의 제안대로 하나를 지우지 않습니다."
        }
        "File::open" | "File::create" => {
            "파이썬의 `open(path, \"r+\")`처럼 방식을 넘기지 않고 함수로 고릅니다. 읽기는 `File::open(path)?`, 새로 쓰기는 `File::create(path)?`, 읽고 쓰기는 `File::options().read(true).write(true).open(path)?`입니다."
        }
        "Condvar::new" => {
            "조건 변수는 잠금을 품지 않으므로 `Condvar::new()`로 만들어 잠금과 나란히 둡니다. 기다릴 때 가드를 건넵니다: `guard = condvar.wait(guard).unwrap();`(`parking_lot`이라면 `condvar.wait(&mut guard);`)."
        }
        "wait_for" => {
            "`parking_lot`의 `wait_for`는 한도까지 기다립니다: `condvar.wait_for(&mut guard, limit);`. 파이썬의 `wait_for(조건)`은 `wait_while`이고 조건이 거꾸로입니다: `condvar.wait_while(&mut guard, |number| *number == 0);`."
        }
        "read_to_end" | "read_to_string" | "read_line" => {
            "읽은 것을 돌려주지 않고 건넨 곳에 담습니다: `let mut bytes = Vec::new();`와 `from.read_to_end(&mut bytes)?;`. 문자열이라면 `String::new()`와 `read_to_string`이고, 돌려주는 것은 읽은 바이트의 수입니다."
        }
        "read" => {
            "`read`는 건넨 버퍼에 한 번 읽은 만큼만 담습니다. 끝까지 읽으려면 `let mut bytes = Vec::new();`와 `from.read_to_end(&mut bytes)?;`입니다."
        }
        "get" if d.says("unexpected argument #2") => {
            "없을 때의 값은 `get`이 받지 않습니다: `map.get(key).copied().unwrap_or(0)`. 세는 것이라면 `*map.entry(key).or_insert(0) += 1;`입니다. rustc의 제안대로 하나를 지우지 않습니다."
        }
        "thread::spawn" | "spawn" => {
            "인수를 따로 넘기는 자리(`args=`)가 없습니다. 클로저가 쓰는 값을 가져갑니다: `thread::spawn(move || job(&name))`."
        }
        "channel" | "mpsc::channel" => {
            "`mpsc::channel()`에는 한도가 없습니다. 한도를 두려면 `mpsc::sync_channel(size)`이고, crossbeam이라면 `channel::bounded(size)`입니다. rustc의 제안대로 지우면 한도가 사라집니다."
        }
        "fork_child" => {
            "자식이 할 일을 클로저로 건넵니다: `fork_child(|| { …; 0 })?`. 파이썬의 `os.fork()`처럼 돌아온 값이 0인지로 나누지 않습니다. 클로저의 값이 자식의 반환 코드입니다."
        }
        _ => "선언에 적힌 차례대로 모두 넘겨줍니다. 선언은 rustc가 `defined here`로 보여 줍니다.",
    }
}

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "gives_the_wrong_number_of_arguments",
        codes: &["E0061", "E0057"],
        fits: |_| true,
        title: "인수의 개수가 다릅니다",
        means: |_| {
            "Rust의 함수는 적힌 개수만큼 인수를 받고, 기본값도 이름으로 넘기는 인수도 없습니다.".into()
        },
        advice: |d| arguments(d).into(),
    },
    Entry {
        id: "takes_nothing_in_the_closure",
        codes: &["E0593"],
        fits: |_| true,
        title: "클로저가 받는 것이 다릅니다",
        means: |_| {
            "넘겨준 클로저나 함수는 부르는 쪽이 건네는 것을 빠짐없이, 그것만 받아야 합니다. 조건 변수의 `wait_while`은 잠근 값을 빌려서 건네고, `spawn`은 아무것도 건네지 않습니다.".into()
        },
        advice: |d| {
            if waits(d) {
                "건네받은 값을 봅니다: `condvar.wait_while(permits, |permits| *permits == 0)`. `|_|`로 받고 밖의 가드를 보면 가드를 이미 넘겨준 뒤라 다시 거절됩니다.".into()
            } else if d.message.contains("expected to take 0") {
                "인수를 넘길 때는 클로저가 쓰는 값을 가져가게 합니다: `thread::spawn(move || job(&name))`."
                    .into()
            } else {
                "받은 것을 쓰지 않는다면 `|_| …`로 적습니다.".into()
            }
        },
    },
];
