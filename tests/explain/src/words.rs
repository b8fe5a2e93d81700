//! The words of Python that people write in these lessons, and what Rust has for each.

/// Statements, by the word they begin with or hang on.
pub(crate) const STATEMENTS: &[(&str, &str)] = &[
    (
        "raise",
        "오류는 값으로 돌려줍니다: `return Err(오류);`. 오류의 필드는 `오류 { 이름: 값 }`처럼 적습니다.",
    ),
    ("except", TRY),
    ("try", TRY),
    (
        "finally",
        "마지막에 꼭 할 일은 값이 사라질 때(`Drop`) 합니다. 오류를 `?`로 넘기지 않고 변수에 담아 두었다가 그 일을 한 다음에 돌려주어도 됩니다.",
    ),
    (
        "with",
        "가드가 있는 동안 잠겨 있습니다: `let guard = lock.lock().unwrap();`. 블록 `{ }`이 끝나거나 `drop(guard)`를 부르면 풀립니다.",
    ),
    ("def", "함수는 `fn 이름(인수: 타입) -> 타입 { … }`으로 적습니다. 메서드의 첫 인수는 `&self`입니다."),
    ("elif", "`else if 조건 { … }`로 적습니다."),
    ("lambda", "`lambda x: 식`은 `|x| 식`이고, 인수가 없으면 `|| 식`입니다."),
    ("is", "`x is None`은 `x.is_none()`, `x is not None`은 `x.is_some()`입니다."),
    ("not", "`not x`는 `!x`입니다. `x not in values`는 `!values.contains(&x)`입니다."),
    ("import", "파일 위쪽에 `use std::thread;`처럼 적습니다."),
    ("class", "필드는 `struct 이름 { … }`에, 메서드는 `impl 이름 { … }`에 적습니다."),
    ("del", "`drop(값);`으로 버립니다. 맵이나 리스트에서 지울 때는 `remove`입니다."),
];

const TRY: &str = "실패할 수 있는 일은 `Result`를 돌려줍니다. 부른 쪽에 넘기려면 `?`를 붙이고, 그 자리에서 다루려면 `match 식 { Ok(값) => …, Err(오류) => … }`로 나눕니다.";

/// Names of the language; those in small letters where they are called.
pub(crate) const NAMES: &[(&str, &str)] = &[
    ("True", "`true`로 적습니다."),
    ("False", "`false`로 적습니다."),
    ("self", "메서드의 첫 인수에 `&self`를 적어야 `self`를 쓸 수 있습니다."),
    ("pass", "할 일이 없는 블록은 `{ }`로 비워 둡니다."),
    ("len", "`len(words)`는 `words.len()`입니다."),
    ("range", "`range(n)`은 `0..n`입니다."),
    ("print", "`print(x)`는 `println!(\"{x}\")`입니다."),
    ("str", "`str(x)`는 `x.to_string()`입니다."),
    ("int", "`int(text)`는 `text.parse::<i64>()`이고 `Result`를 돌려줍니다."),
    ("list", "빈 리스트는 `Vec::new()`이고, 반복자에서 만들 때는 `….collect::<Vec<_>>()`입니다."),
    ("dict", "빈 맵은 `HashMap::new()`입니다(`use std::collections::HashMap;`)."),
    ("set", "빈 집합은 `HashSet::new()`입니다(`use std::collections::HashSet;`)."),
    ("deque", "`VecDeque::new()`입니다(`use std::collections::VecDeque;`)."),
    ("sum", "`sum(numbers)`는 `numbers.iter().sum::<u64>()`입니다."),
    ("min", "`min(a, b)`는 `a.min(b)`, `min(numbers)`는 `numbers.iter().min()`입니다."),
    ("max", "`max(a, b)`는 `a.max(b)`, `max(numbers)`는 `numbers.iter().max()`입니다."),
    ("enumerate", "`enumerate(items)`는 `items.iter().enumerate()`입니다."),
    ("zip", "`zip(a, b)`는 `a.iter().zip(b)`입니다."),
    ("sorted", "`sorted(items)` 대신 리스트를 `items.sort()`로 정렬합니다."),
    ("open", "읽을 때는 `File::open(path)`, 쓸 때는 `File::create(path)`이고 `Result`를 돌려줍니다."),
    ("sleep", "`std::thread::sleep(Duration::from_secs(1))`입니다."),
    ("Thread", "`thread::spawn(|| …)`이나 `thread::scope` 안의 `scope.spawn(|| …)`으로 띄웁니다."),
    ("Lock", "`Mutex::new(값)`입니다. 지킬 값을 안에 넣습니다."),
    (
        "RLock",
        "같은 스레드가 다시 잠그는 잠금은 쓰지 않습니다. `Mutex::new(값)`으로 만들고, 가드를 받는 함수로 나눕니다.",
    ),
    ("Condition", "`Condvar::new()`입니다. 값은 따로 `Mutex`에 넣습니다."),
    ("Event", "`Mutex<bool>`과 `Condvar`로 만들거나 채널로 알립니다."),
];

/// Exceptions that stand for an error of the system, or of the step.
pub(crate) const EXCEPTIONS: &[(&str, &str)] = &[
    ("EOFError", "`io::Error`를 돌려주는 함수라면 `Err(io::ErrorKind::UnexpectedEof.into())`입니다."),
    ("BrokenPipeError", "`io::ErrorKind::BrokenPipe`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("FileNotFoundError", "`io::ErrorKind::NotFound`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("NotADirectoryError", "`io::ErrorKind::NotADirectory`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("PermissionError", "`io::ErrorKind::PermissionDenied`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("InterruptedError", "`io::ErrorKind::Interrupted`입니다. 오류의 `error.kind()`와 비교합니다."),
    (
        "TimeoutError",
        "이 단계의 파일에 한도를 넘긴 오류가 있으면 그것을, 없으면 `io::ErrorKind::TimedOut`을 씁니다.",
    ),
    ("ValueError", VALUE),
    ("TypeError", VALUE),
    ("OSError", IO),
    ("IOError", IO),
    ("ProcessLookupError", IO),
    ("ChildProcessError", IO),
    ("UnicodeDecodeError", VALUE),
    ("RuntimeError", OWN),
    ("KeyError", OWN),
    ("IndexError", OWN),
    ("Exception", OWN),
    ("NotImplementedError", "`todo!()`입니다."),
    (
        "Empty",
        "빈 채널에서는 `try_recv()`와 `recv_timeout(limit)`이 `Err`를 돌려줍니다. 직접 만든 큐라면 `Option`의 `None`입니다.",
    ),
];

const OWN: &str = "이 단계의 파일에 선언된 오류 타입을 `Err(…)`에 담아 돌려줍니다.";
const VALUE: &str =
    "이 단계의 파일에 선언된 오류 타입을, 없으면 `io::ErrorKind::InvalidData.into()`를 `Err(…)`에 담습니다.";
const IO: &str = "운영 체제의 오류는 `io::Error`이고, 갈래는 `error.kind()`로 봅니다.";

/// Modules.
pub(crate) const MODULES: &[(&str, &str)] = &[
    (
        "threading",
        "`std::thread`입니다: `use std::thread;`를 적고 `thread::scope`의 `scope.spawn(|| …)`이나 `thread::spawn(move || …)`으로 띄웁니다. `Lock`은 `std::sync::Mutex`, `Condition`은 `std::sync::Condvar`입니다.",
    ),
    (
        "queue",
        "채널(`std::sync::mpsc`, `crossbeam::channel`)이거나, `Mutex<VecDeque<T>>`와 `Condvar`로 만든 것입니다.",
    ),
    ("subprocess", "`std::process::Command`입니다: `Command::new(\"ls\").arg(\"-l\").output()`."),
    (
        "multiprocessing",
        "표준 라이브러리에 없습니다. 프로그램은 `std::process::Command`로 실행하고, 함수를 자식에서 부를 때는 이 과정의 `fork_child`를 씁니다.",
    ),
    (
        "time",
        "`time.sleep(1)`은 `std::thread::sleep(Duration::from_secs(1))`, `time.monotonic()`은 `std::time::Instant::now()`입니다.",
    ),
    (
        "os",
        "환경 변수와 폴더는 `std::env`, 파일은 `std::fs`, 프로세스는 `std::process`에 있습니다. `os.fork()`는 이 과정의 `fork_child`입니다.",
    ),
    ("sys", "`sys.argv`는 `std::env::args()`, `sys.exit(1)`은 `std::process::exit(1)`입니다."),
    ("fcntl", "`std::fs::File`의 메서드입니다: `file.lock()?;`, `file.lock_shared()?;`, `file.unlock()?;`."),
    ("asyncio", "이 과정에서는 스레드로 합니다: `thread::scope`의 `scope.spawn(|| …)`."),
    (
        "concurrent",
        "이 과정에서는 스레드로 합니다: `thread::scope`의 `scope.spawn(|| …)`으로 띄우고 `join`으로 결과를 받습니다.",
    ),
    ("collections", "`std::collections`입니다. `deque`는 `VecDeque`, 딕셔너리는 `HashMap`입니다."),
];

/// Methods, with words of the types that have another for it; of any type where there are none.
pub(crate) const METHODS: &[(&str, &[&str], &str)] = &[
    ("append", &[], "`push`입니다. `VecDeque`라면 `push_back`, 파일이라면 `write_all`입니다."),
    ("appendleft", &[], "`push_front`입니다."),
    ("popleft", &[], "`pop_front()`입니다. `Option`을 돌려줍니다."),
    ("put", &["Sender<"], "채널에는 `send(item)`으로 넣습니다."),
    ("put", &["VecDeque<"], "`push_back(item)`입니다."),
    ("get", &["Receiver<"], "채널에서는 `recv()`로 받습니다. 한도가 있으면 `recv_timeout(limit)`입니다."),
    ("qsize", &[], "`len()`입니다."),
    ("empty", &[], "`is_empty()`입니다."),
    ("acquire", &["Mutex<"], "`lock()`으로 잠그고 가드를 변수에 담습니다. 가드가 사라지면 풀립니다."),
    ("locked", &["Mutex<"], "잠겼는지 묻고 나서 잠그면 그사이 바뀝니다. `try_lock()`으로 한 번에 합니다."),
    ("start", &["JoinHandle"], "`spawn`한 스레드는 이미 돌고 있습니다. 그 줄을 지웁니다."),
    ("is_alive", &["JoinHandle"], "`is_finished()`의 반대입니다. 끝나기를 기다릴 때는 `join()`을 부릅니다."),
    ("result", &["JoinHandle"], "`join().unwrap()`이 스레드가 돌려준 값입니다."),
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
    ("join", &["Child"], "`wait()`입니다. 한도가 있으면 `wait_for_end(…)`가 파일에 있는지 봅니다."),
    ("poll", &["Child"], "`try_wait()`입니다. 되풀이해 묻지 말고, 끝나기를 기다릴 때는 `wait()`를 씁니다."),
    ("communicate", &["Child"], "`wait_with_output()`입니다. 표준 출력과 표준 오류를 함께 읽고 기다립니다."),
    (
        "decode",
        &["Vec<u8>", "[u8]"],
        "UTF-8이라면 `String::from_utf8(bytes)`입니다. 다른 인코딩은 인코딩의 메서드로 바꿉니다: `encoding.new_decoder_without_bom_handling()`.",
    ),
    ("encode", &["str", "String"], "`as_bytes()`나 `into_bytes()`입니다. 문자열은 이미 UTF-8입니다."),
    ("strip", &["str", "String"], "`trim()`입니다. 줄바꿈 하나만 뗄 때는 `strip_suffix('\\n')`입니다."),
    ("startswith", &[], "`starts_with(…)`입니다."),
    ("endswith", &[], "`ends_with(…)`입니다."),
    ("upper", &[], "`to_uppercase()`입니다."),
    ("lower", &[], "`to_lowercase()`입니다."),
    ("readline", &[], "`BufReader`로 감싸고 `read_line(&mut line)`을 부릅니다."),
    ("items", &["Map<"], "`for (key, value) in &map`으로 돕니다."),
    ("update", &["Map<"], "`extend(other)`입니다. 있던 값에 더하려면 `entry(key).or_insert(0)`에 더합니다."),
    ("setdefault", &["Map<"], "`entry(key).or_insert(값)`입니다."),
    ("add", &["Set<"], "`insert(item)`입니다."),
    ("is_set", &[], "원자적 타입이라면 `load(…)`, 뮤텍스에 든 `bool`이라면 잠근 가드의 `*guard`입니다."),
    (
        "release",
        &["Semaphore"],
        "받은 허가를 버리면 돌아갑니다: `let permit = semaphore.acquire();`, 다 쓰면 `drop(permit);`.",
    ),
];

const WAKE: &str = "하나만 깨울 때는 `notify_one()`, 기다리는 스레드를 모두 깨울 때는 `notify_all()`입니다.";
