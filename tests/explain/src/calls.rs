//! The methods and fields of Python that people ask a value of Rust for.

use crate::Diagnostic;

/// Methods, with how the types begin that have another for it.
pub(crate) const METHODS: &[(&str, &[&str], &str)] = &[
    ("append", LISTS, "`append(x)`는 `push(x)`입니다. `VecDeque`라면 `push_back(x)`입니다."),
    ("append", FILES, "`write_all(bytes)?`입니다."),
    ("append", TEXT, "문자열에는 `text.push_str(\"끝\");`으로 잇습니다. `String`이고 `mut`여야 합니다."),
    ("appendleft", LISTS, "`appendleft(x)`는 `push_front(x)`입니다. `VecDeque`의 메서드입니다."),
    ("popleft", LISTS, "`popleft()`는 `pop_front()`입니다. `VecDeque`의 메서드이고 `Option`을 돌려줍니다."),
    (
        "pop",
        &["VecDeque<"],
        "`pop(0)`과 `popleft()`는 `pop_front()`, `pop()`은 `pop_back()`입니다. 모두 `Option`을 돌려줍니다.",
    ),
    ("pop", MAPS, "`pop(key)`는 `map.remove(&key)`입니다. `Option`을 돌려줍니다."),
    (
        "push",
        &["VecDeque<"],
        "앞에서 꺼내는 큐라면 뒤에 넣습니다: `items.push_back(x)`. 앞에 넣는 것은 `push_front(x)`입니다.",
    ),
    ("add", LISTS, "리스트에는 `push(x)`로 넣습니다."),
    ("add", SETS, "`insert(item)`입니다."),
    ("discard", SETS, "`set.remove(&item);`입니다. 없어도 괜찮습니다."),
    ("index", LISTS, "`xs.index(x)`는 `xs.iter().position(|item| *item == x)`입니다. `Option`을 돌려줍니다."),
    ("index", TEXT, "`text.find(\"a\")`입니다. `Option`을 돌려줍니다."),
    ("count", LISTS, "`xs.count(x)`는 `xs.iter().filter(|item| **item == x).count()`입니다."),
    ("copy", LISTS, "`clone()`입니다."),
    ("copy", MAPS, "`clone()`입니다."),
    (
        "clone",
        RECEIVERS,
        "`mpsc`의 받는 끝은 하나뿐이라 복제할 수 없습니다. 여럿이 꺼내려면 `crossbeam`의 `channel::unbounded()`를 쓰거나, `Mutex`에 담아 한 번에 하나씩 받습니다.",
    ),
    ("length", LISTS, "`len()`입니다."),
    ("size", LISTS, "`len()`입니다."),
    (
        "sorted",
        LISTS,
        "`items.sort();`가 그 자리에서 정렬합니다. 정렬한 것을 따로 가지려면 먼저 `items.clone()`합니다.",
    ),
    ("map", LISTS, ITERATES),
    ("filter", LISTS, ITERATES),
    ("enumerate", LISTS, "`items.iter().enumerate()`입니다."),
    ("sum", LISTS, "`items.iter().sum::<u64>()`입니다."),
    (
        "join",
        &["Vec<", "["],
        "문자열의 리스트만 이을 수 있습니다. 숫자라면 먼저 바꿉니다: `numbers.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(\", \")`.",
    ),
    ("join", &["str", "String"], "`\", \".join(words)`는 리스트 쪽에서 부릅니다: `words.join(\", \")`."),
    (
        "join",
        &["Child"],
        "`wait()`입니다. 한도가 있으면 이 과정의 `wait_for_end`가 파일에 있는지 봅니다. 출력도 받을 때는 `wait_with_output()`입니다.",
    ),
    ("put", SENDERS, "채널에는 `send(item)`으로 넣습니다."),
    ("put", &["VecDeque<"], "`push_back(item)`입니다."),
    ("put", &["Vec<"], "`push(item)`입니다."),
    (
        "put_nowait",
        SENDERS,
        "기다리지 않고 넣는 것은 `try_send(item)`입니다. 한도가 없는 채널이라면 `send(item)`이 기다리지 않습니다.",
    ),
    ("get", RECEIVERS, "채널에서는 `recv()`로 받습니다. 한도가 있으면 `recv_timeout(limit)`입니다."),
    ("get_nowait", RECEIVERS, "`try_recv()`입니다. 비었으면 `Err`를 돌려줍니다."),
    ("get_nowait", &["VecDeque<"], "`pop_front()`입니다. 비었으면 `None`입니다."),
    (
        "task_done",
        &["VecDeque<", "Sender<", "Receiver<", "Vec<"],
        "끝난 수를 세는 메서드는 없습니다. 남은 수를 `Mutex`에 두고 끝낼 때마다 줄입니다: `*left.lock().unwrap() -= 1;`.",
    ),
    ("close", RECEIVERS, "받는 쪽이 사라지면 닫힙니다: `drop(receiver);`."),
    (
        "close",
        &["Option<"],
        "안의 것을 꺼내 버리면 닫힙니다: `drop(to.take());`. `to`는 바꿀 수 있어야 합니다.",
    ),
    (
        "close",
        &["Child"],
        "자식은 `child.wait()?`으로 거둡니다. 파이프를 닫으려면 `drop(child.stdin.take());`입니다.",
    ),
    ("shutdown", SENDERS, "채널은 보내는 쪽이 모두 사라지면 닫힙니다: `drop(sender);`."),
    ("qsize", QUEUES, "`len()`입니다. `std`의 채널에는 없습니다."),
    ("empty", QUEUES, "`is_empty()`입니다. `std`의 채널이라면 묻지 않고 `try_recv()`로 한 번에 꺼내 봅니다."),
    (
        "full",
        QUEUES,
        "가득 찼는지 묻고 나서 넣으면 그사이 바뀝니다. `try_send(item)`이 `Err`를 돌려주는지 봅니다.",
    ),
    (
        "acquire",
        LOCKS,
        "`lock()`으로 잠그고 가드를 변수에 담습니다: `let guard = lock.lock().unwrap();`. 가드가 사라지면 풀립니다.",
    ),
    (
        "acquire",
        &["Condvar"],
        "조건 변수에는 잠금이 없습니다. 함께 쓰는 `Mutex`를 잠급니다: `let guard = state.lock().unwrap();`.",
    ),
    ("release", LOCKS, "푸는 메서드가 없습니다. `lock()`이 돌려준 가드를 버리면 풀립니다: `drop(guard);`."),
    (
        "release",
        &["Semaphore"],
        "`signal()`이 있는 세마포어라면 그것이 `release()`입니다. `acquire()`가 허가를 돌려주는 세마포어라면 그 허가를 버립니다: `let permit = semaphore.acquire();`, 다 쓰면 `drop(permit);`.",
    ),
    ("acquire", &["Semaphore"], "이 세마포어에서는 `wait()`가 허가를 가져가고 `signal()`이 돌려놓습니다."),
    ("locked", LOCKS, "잠겼는지 묻고 나서 잠그면 그사이 바뀝니다. `try_lock()`으로 한 번에 합니다."),
    (
        "start",
        &["JoinHandle", "ScopedJoinHandle"],
        "`spawn`한 스레드는 이미 돌고 있습니다. 그 줄을 지웁니다.",
    ),
    (
        "start",
        &["Child", "Command"],
        "`command.spawn()?`이 띄우고 `Child`를 돌려줍니다. 띄운 자식은 이미 돌고 있습니다.",
    ),
    (
        "is_alive",
        &["JoinHandle", "ScopedJoinHandle"],
        "`is_finished()`의 반대입니다. 끝나기를 기다릴 때는 `join()`을 부릅니다.",
    ),
    ("result", &["JoinHandle", "ScopedJoinHandle"], "`join().unwrap()`이 스레드가 돌려준 값입니다."),
    ("notify", &["Condvar"], WAKE),
    ("notify_n", &["Condvar"], WAKE),
    ("notifyAll", &["Condvar"], WAKE),
    (
        "terminate",
        &["Child"],
        "`child.kill()`은 SIGKILL을 보냅니다. SIGTERM을 그룹에 보낼 때는 `kill_process_group(Pid::from_child(child), Signal::TERM)`입니다.",
    ),
    (
        "send_signal",
        &["Child"],
        "`kill_process(Pid::from_child(child), Signal::TERM)`입니다. 그룹에 보낼 때는 `kill_process_group`입니다.",
    ),
    ("poll", &["Child"], "`try_wait()`입니다. 되풀이해 묻지 말고, 끝나기를 기다릴 때는 `wait()`를 씁니다."),
    (
        "communicate",
        &["Child"],
        "출력을 모두 받고 기다리는 것은 `wait_with_output()`입니다. 입력도 보낸다면 다른 스레드에서 `stdin.write_all(input)`으로 쓰고 `stdin`을 버립니다.",
    ),
    (
        "decode",
        BYTES,
        "UTF-8이라면 `String::from_utf8(bytes)`입니다. 다른 인코딩은 인코딩의 메서드로 바꿉니다: `encoding.new_decoder_without_bom_handling()`.",
    ),
    ("encode", BYTES, "이미 바이트이므로 그대로 넘깁니다: `to.write_all(&bytes)?`."),
    (
        "truncate",
        FILES,
        "`file.set_len(0)?`입니다. 쓰던 자리는 그대로이므로 `file.rewind()?`로 처음으로 돌아가서 씁니다.",
    ),
    ("encode", TEXT, "`as_bytes()`나 `into_bytes()`입니다. 문자열은 이미 UTF-8입니다."),
    ("strip", TEXT, "`trim()`입니다. 줄바꿈 하나만 뗄 때는 `strip_suffix('\\n')`입니다."),
    (
        "rstrip",
        TEXT,
        "`rstrip()`은 `trim_end()`, `rstrip(\"\\n\")`은 `trim_end_matches('\\n')`입니다. 줄바꿈 하나만 떼고 있었는지도 알려면 `strip_suffix('\\n')`이 `Option`을 돌려줍니다.",
    ),
    ("lstrip", TEXT, "`trim_start()`입니다."),
    ("removesuffix", TEXT, "`strip_suffix(\"\\n\")`입니다. `Option`을 돌려줍니다."),
    ("removeprefix", TEXT, "`strip_prefix(\"-\")`입니다. `Option`을 돌려줍니다."),
    ("startswith", TEXT, "`starts_with(…)`입니다."),
    ("startswith", BYTES, "`starts_with(b\"…\")`입니다."),
    ("endswith", TEXT, "`ends_with(…)`입니다."),
    ("endswith", BYTES, "`ends_with(b\"…\")`입니다."),
    ("upper", TEXT, "`to_uppercase()`입니다."),
    ("lower", TEXT, "`to_lowercase()`입니다."),
    (
        "isdigit",
        TEXT,
        "`text.chars().all(|c| c.is_ascii_digit())`입니다. 숫자로 읽으려면 `text.parse::<u64>()`가 `Result`를 돌려줍니다.",
    ),
    ("splitlines", TEXT, "`lines()`입니다."),
    ("format", TEXT, "`\"{} 번\".format(n)`은 `format!(\"{n} 번\")`입니다."),
    ("title", TEXT, "없는 메서드입니다. 소문자와 대문자는 `to_lowercase()`, `to_uppercase()`입니다."),
    ("readline", FILES, LINES),
    ("readlines", FILES, LINES),
    ("write_text", &["Path", "PathBuf"], "`std::fs::write(path, text)?`입니다."),
    ("read_text", &["Path", "PathBuf"], "`std::fs::read_to_string(path)?`입니다."),
    (
        "recv",
        &["PipeReader", "ChildStdout", "BufReader<"],
        "파이프에서는 바이트를 읽습니다. 한 줄이라면 `from.read_line(&mut line)?`이고, 0을 돌려주면 끝입니다.",
    ),
    ("items", MAPS, "`for (key, value) in &map`으로 돕니다."),
    ("items", LISTS, "쌍의 리스트는 바로 돕니다: `for (name, value) in env`."),
    ("has_key", MAPS, "`contains_key(&key)`입니다."),
    ("update", MAPS, "`extend(other)`입니다. 있던 값에 더하려면 `entry(key).or_insert(0)`에 더합니다."),
    ("setdefault", MAPS, "`entry(key).or_insert(값)`입니다."),
    ("is_set", &["AtomicBool"], "`load(Ordering::SeqCst)`입니다."),
    ("is_set", &["MutexGuard<", "Mutex<"], "`bool`이라면 잠근 가드의 `*guard`입니다."),
    ("set", &["AtomicBool"], "`store(true, Ordering::SeqCst)`입니다."),
    (
        "total_seconds",
        &["Duration"],
        "한도는 `Duration` 그대로 넘깁니다: `recv_timeout(limit)`. 숫자가 필요하면 `limit.as_secs_f64()`입니다.",
    ),
];

pub(crate) const LISTS: &[&str] = &["Vec<", "VecDeque<", "[", "&["];
pub(crate) const MAPS: &[&str] = &["HashMap<", "BTreeMap<"];
pub(crate) const SETS: &[&str] = &["HashSet<", "BTreeSet<"];
pub(crate) const TEXT: &[&str] = &["str", "String"];
const BYTES: &[&str] = &["Vec<u8>", "[u8]", "[u8; "];
const FILES: &[&str] = &[
    "File",
    "ChildStdin",
    "ChildStdout",
    "ChildStderr",
    "PipeReader",
    "PipeWriter",
    "Stdin",
    "Stdout",
    "BufReader<",
];
const LOCKS: &[&str] = &["Mutex<", "RwLock<"];
const SENDERS: &[&str] = &["Sender<", "SyncSender<"];
const RECEIVERS: &[&str] = &["Receiver<"];
const QUEUES: &[&str] = &["Vec<", "VecDeque<", "[", "Sender<", "SyncSender<", "Receiver<"];
const ITERATES: &str =
    "리스트에서는 먼저 `iter()`를 부릅니다: `items.iter().map(|item| …).collect::<Vec<_>>()`.";
const LINES: &str = "`BufReader::new(file)`로 감쌉니다. 한 줄은 `reader.read_line(&mut line)?`, 모든 줄은 `for line in reader.lines()`입니다.";
const WAKE: &str = "하나만 깨울 때는 `notify_one()`, 기다리는 스레드를 모두 깨울 때는 `notify_all()`입니다.";

/// Fields, with how the types begin that are asked for them.
pub(crate) const FIELDS: &[(&str, &[&str], &str)] = &[
    ("returncode", &["Child"], EXIT),
    ("exitcode", &["Child"], EXIT),
    (
        "returncode",
        &["Output"],
        "`output.status.code()`입니다. 신호로 끝났으면 `None`이고, 신호의 번호는 `output.status.signal()`입니다.",
    ),
    (
        "returncode",
        &["ExitStatus"],
        "`status.code()`입니다. 신호로 끝났으면 `None`이고, 신호의 번호는 `status.signal()`입니다.",
    ),
    (
        "daemon",
        &["JoinHandle", "ScopedJoinHandle"],
        "데몬 스레드가 따로 없습니다. `main`이 끝나면 `thread::spawn`한 스레드도 함께 끝납니다. 끝까지 하게 하려면 `join()`합니다.",
    ),
    (
        "name",
        &["JoinHandle", "ScopedJoinHandle"],
        "`handle.thread().name()`이고 `Option`을 돌려줍니다. 이름은 `thread::Builder::new().name(name)`으로 붙입니다.",
    ),
    ("length", LISTS, "`len()`입니다."),
    ("errno", &["Error"], "`error.raw_os_error()`입니다. 갈래는 `error.kind()`로 봅니다."),
    ("strerror", &["Error"], "`error.to_string()`입니다. 갈래는 `error.kind()`로 봅니다."),
];

const EXIT: &str = "`child.wait()?.code()`입니다. 신호로 끝났으면 `None`입니다. 기다리지 않고 보려면 `child.try_wait()?`입니다.";

/// Arguments of which Rust's method of that name takes another number.
pub(crate) const ARGUMENTS: &[(&str, &str)] = &[
    ("min", "`min(xs)`는 `xs.iter().min()`이고 빈 리스트라면 `None`입니다."),
    ("max", "`max(xs)`는 `xs.iter().max()`이고 빈 리스트라면 `None`입니다."),
    (
        "pop",
        "`pop(0)`은 `remove(0)`입니다. 앞에서 자주 꺼내면 `VecDeque`의 `pop_front()`가 빠릅니다. `pop()`은 마지막을 꺼내고 `Option`을 돌려줍니다.",
    ),
    (
        "split",
        "`text.split()`은 `text.split_whitespace()`입니다. 리스트로 만들려면 `.collect::<Vec<_>>()`를 붙입니다.",
    ),
    ("count", "`xs.count(x)`는 `xs.iter().filter(|item| **item == x).count()`입니다."),
    ("sort", "`xs.sort(key=f)`는 `xs.sort_by_key(f);`, 거꾸로는 `xs.sort(); xs.reverse();`입니다."),
    ("readline", LINES),
];

/// A type without its path.
fn named(kind: &str) -> &str {
    let path = kind.split(['<', '[', '(']).next().unwrap_or("");
    path.rfind("::").map_or(kind, |at| &kind[at + 2..])
}

fn lent(kind: &str) -> &str {
    kind.trim_start_matches('&').trim_start_matches("'static ").trim_start_matches("mut ")
}

/// What a type is behind references, guards and `Arc`, without its path.
pub(crate) fn inner(kind: &str) -> &str {
    let mut kind = lent(kind);
    for held in ["Guard<'_, ", "Arc<"] {
        if let Some((path, rest)) = kind.split_once(held)
            && path.chars().all(|c| c.is_alphanumeric() || "_:".contains(c))
        {
            let raw = rest.split_once("RawMutex, ").or(rest.split_once("RawRwLock, "));
            kind = lent(raw.map_or(rest, |(_, rest)| rest));
        }
    }
    named(kind)
}

/// Whether a type begins so; a whole name is a whole name: `str` is not `strange`.
pub(crate) fn begins(kind: &str, known: &[&str]) -> bool {
    let name = kind.split(['<', ' ']).next().unwrap_or("");
    known.iter().any(|begins| match begins.ends_with(char::is_alphanumeric) && !begins.contains('<') {
        true => name == *begins,
        false => kind.starts_with(begins),
    })
}

type Row = (&'static str, &'static [&'static str], &'static str);

/// What the table has for the first name that rustc quotes, of the type that it quotes second.
fn of_type(table: &[Row], d: &Diagnostic) -> Option<&'static str> {
    let (whole, within) = (named(lent(d.quoted(1))), inner(d.quoted(1)));
    let row = table
        .iter()
        .find(|(name, kinds, _)| *name == d.name() && (begins(within, kinds) || begins(whole, kinds)));
    row.map(|(.., advice)| *advice)
}

/// What Rust has for a method of Python that the type has not.
pub(crate) fn method(d: &Diagnostic) -> Option<&'static str> {
    // Threads in a list are waited for one by one, which is told elsewhere.
    let threads = d.name() == "join" && d.quoted(1).contains("JoinHandle<");
    (d.code == "E0599" && !threads).then(|| of_type(METHODS, d)).flatten()
}

/// What Rust has for a field of Python that the type has not.
pub(crate) fn field(d: &Diagnostic) -> Option<&'static str> {
    (d.code == "E0609").then(|| of_type(FIELDS, d)).flatten()
}
