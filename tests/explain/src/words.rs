//! The names of Python that people write in these lessons, and what Rust has for each.

/// What a table has for a word.
pub(crate) fn find(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == word).map(|(_, advice)| *advice)
}

/// Names of the language; those in small letters where they are called or given.
pub(crate) const NAMES: &[(&str, &str)] = &[
    ("True", "`true`로 적습니다."),
    ("False", "`false`로 적습니다."),
    ("self", "메서드의 첫 인수에 `&self`를 적어야 `self`를 쓸 수 있습니다."),
    (
        "__name__",
        "프로그램은 `fn main() { … }`에서 시작합니다. `if __name__ == \"__main__\"`은 적지 않습니다.",
    ),
    ("null", "값이 없음은 `None`이고, 있는 값은 `Some(값)`으로 적습니다."),
    ("nil", "값이 없음은 `None`이고, 있는 값은 `Some(값)`으로 적습니다."),
    ("len", "`len(words)`는 `words.len()`입니다."),
    ("range", "`range(n)`은 `0..n`, `range(a, b)`는 `a..b`, `range(0, n, 2)`는 `(0..n).step_by(2)`입니다."),
    ("print", "`print(x)`는 `println!(\"{x}\")`, `print(x, end=\"\")`는 `print!(\"{x}\")`입니다."),
    (
        "input",
        "한 줄은 `io::stdin().read_line(&mut line)?`로 읽습니다. `line`은 `let mut line = String::new();`로 만듭니다.",
    ),
    (
        "str",
        "`str(x)`는 `x.to_string()`, `map(str, xs)`는 `xs.iter().map(|x| x.to_string())`입니다. 바이트라면 `String::from_utf8(bytes)`입니다.",
    ),
    (
        "int",
        "`int(text)`는 `text.parse::<i64>()`이고 `Result`를 돌려줍니다. 숫자끼리는 `n as i64`로 바꿉니다.",
    ),
    (
        "float",
        "`float(text)`는 `text.parse::<f64>()`이고 `Result`를 돌려줍니다. 숫자는 `n as f64`로 바꿉니다.",
    ),
    ("bool", "`bool(n)`은 `n != 0`, `bool(xs)`는 `!xs.is_empty()`입니다."),
    ("bytes", "바이트는 `Vec<u8>`이고 문자열에서는 `text.as_bytes()`로 얻습니다."),
    ("bytearray", "바이트는 `Vec<u8>`입니다: `let mut bytes = vec![0; 8];`."),
    (
        "list",
        "빈 리스트는 `Vec::new()`이고, 반복자에서 만들 때는 `items.iter().collect::<Vec<_>>()`입니다. 베낄 때는 `items.clone()`입니다.",
    ),
    (
        "dict",
        "빈 맵은 `HashMap::new()`이고, 쌍에서 만들 때는 `pairs.into_iter().collect::<HashMap<_, _>>()`입니다.",
    ),
    (
        "set",
        "빈 집합은 `HashSet::new()`이고, 리스트에서 만들 때는 `items.iter().collect::<HashSet<_>>()`입니다.",
    ),
    ("tuple", "튜플은 괄호로 바로 적습니다: `let pair = (1, \"a\");`. 길이를 모르는 것은 `Vec`입니다."),
    (
        "deque",
        "`VecDeque::new()`입니다(`use std::collections::VecDeque;`). 리스트에서 만들 때는 `VecDeque::from(items)`입니다.",
    ),
    ("defaultdict", "`HashMap`의 `entry`가 그 일을 합니다: `*map.entry(key).or_insert(0) += 1;`."),
    ("Counter", "`HashMap`에 셉니다: `*map.entry(key).or_insert(0) += 1;`."),
    ("sum", "`sum(numbers)`는 `numbers.iter().sum::<u64>()`입니다."),
    (
        "min",
        "`min(a, b)`는 `a.min(b)`, `min(numbers)`는 `numbers.iter().min()`이고 빈 리스트라면 `None`입니다.",
    ),
    (
        "max",
        "`max(a, b)`는 `a.max(b)`, `max(numbers)`는 `numbers.iter().max()`이고 빈 리스트라면 `None`입니다.",
    ),
    ("abs", "`abs(n)`은 `n.abs()`입니다."),
    ("round", "`round(x)`는 `x.round()`입니다."),
    ("pow", "`pow(n, 2)`는 `n.pow(2)`입니다."),
    ("divmod", "`divmod(a, b)`는 `(a / b, a % b)`입니다."),
    ("any", "`any(x > 1 for x in xs)`는 `xs.iter().any(|x| *x > 1)`입니다."),
    ("all", "`all(x > 1 for x in xs)`는 `xs.iter().all(|x| *x > 1)`입니다."),
    (
        "map",
        "`map(f, xs)`는 `xs.into_iter().map(f)`이고, 리스트로 만들려면 `.collect::<Vec<_>>()`를 붙입니다.",
    ),
    (
        "filter",
        "`filter(f, xs)`는 `xs.into_iter().filter(f)`이고, 리스트로 만들려면 `.collect::<Vec<_>>()`를 붙입니다.",
    ),
    (
        "enumerate",
        "`enumerate(items)`는 `items.iter().enumerate()`입니다. 원소를 빌리지 않고 가져가려면 `items.into_iter().enumerate()`입니다.",
    ),
    ("zip", "`zip(a, b)`는 `a.iter().zip(b)`입니다."),
    (
        "sorted",
        "`sorted(items)` 대신 리스트를 `items.sort()`로 정렬합니다. 기준이 있으면 `items.sort_by_key(|item| …)`입니다.",
    ),
    ("reversed", "`reversed(items)`는 `items.iter().rev()`입니다."),
    ("iter", "`iter(items)`는 `items.iter()`입니다."),
    ("next", "`next(items)`는 `items.next()`이고 `Option`을 돌려줍니다. 끝나면 `None`입니다."),
    (
        "isinstance",
        "타입은 컴파일할 때 정해져 있어 물을 일이 없습니다. 열거형의 갈래는 `matches!(state, State::Open)`으로 봅니다. 무엇이든 들 수 있는 패닉의 값만 `error.downcast_ref::<&str>()`처럼 묻습니다.",
    ),
    ("getattr", "필드는 `self.count`처럼 바로 적습니다. 이름을 문자열로 골라야 한다면 `HashMap`에 담습니다."),
    (
        "setattr",
        "필드는 `job.count = 1;`처럼 바로 적습니다. 이름을 문자열로 골라야 한다면 `HashMap`에 담습니다.",
    ),
    (
        "hasattr",
        "필드는 컴파일할 때 정해져 있습니다. 없을 수도 있는 값은 `Option`에 담고 `x.is_some()`으로 묻습니다.",
    ),
    ("callable", "부를 수 있는지는 타입이 정합니다. 인수를 `job: impl Fn()`으로 받습니다."),
    ("object", "잠그기만 할 것이라면 `()`로 충분합니다: `Mutex::new(())`."),
    ("partial", "`partial(add, 1)`은 클로저로 적습니다: `|x| add(1, x)`."),
    ("chr", "`chr(n)`은 `char::from_u32(n)`이고 `Option`을 돌려줍니다."),
    ("ord", "`ord(c)`는 `c as u32`입니다."),
    (
        "open",
        "읽을 때는 `File::open(path)?`, 새로 쓸 때는 `File::create(path)?`입니다. `\"r+\"`처럼 둘 다라면 `File::options().read(true).write(true).open(path)?`입니다.",
    ),
    ("exit", EXIT),
    ("quit", EXIT),
    ("sleep", SLEEP),
    ("monotonic", CLOCK),
    ("perf_counter", CLOCK),
    (
        "Thread",
        "`thread::spawn(|| …)`이나 `thread::scope` 안의 `scope.spawn(|| …)`으로 띄웁니다. 인수는 클로저가 가져갑니다: `thread::spawn(move || job(&name))`.",
    ),
    (
        "Timer",
        "`thread::spawn(move || { thread::sleep(limit); job(); })`으로 띄웁니다. 그만둘 수 있어야 하면 채널의 `recv_timeout(limit)`으로 기다립니다.",
    ),
    ("Lock", "`Mutex::new(값)`입니다. 지킬 값을 안에 넣습니다."),
    (
        "RLock",
        "같은 스레드가 다시 잠그는 잠금은 쓰지 않습니다. `Mutex::new(값)`으로 만들고, 가드를 받는 함수로 나눕니다.",
    ),
    ("Condition", "`Condvar::new()`입니다. 값은 따로 `Mutex`에 넣습니다."),
    ("Event", "`Mutex<bool>`과 `Condvar`로 만들거나 채널로 알립니다."),
    (
        "Semaphore",
        "표준 라이브러리에는 세마포어가 없습니다. 남은 허가를 `Mutex<usize>`에 두고 `Condvar`로 기다립니다.",
    ),
    (
        "BoundedSemaphore",
        "표준 라이브러리에는 세마포어가 없습니다. 남은 허가를 `Mutex<usize>`에 두고 `Condvar`로 기다립니다.",
    ),
    (
        "local",
        "스레드마다 따로인 값은 클로저 안에서 만듭니다: `let mut mine = Vec::new();`. 함수를 넘어 써야 하면 `thread_local!`입니다.",
    ),
    ("current_thread", "`thread::current()`이고 이름은 `thread::current().name()`입니다."),
    ("get_ident", "`thread::current().id()`입니다."),
    ("Queue", QUEUE),
    ("SimpleQueue", QUEUE),
    ("JoinableQueue", QUEUE),
    ("LifoQueue", "`Mutex<Vec<T>>`에 `push`로 넣고 `pop`으로 꺼냅니다."),
    (
        "PriorityQueue",
        "`Mutex<BinaryHeap<T>>`에 넣습니다(`use std::collections::BinaryHeap;`). 가장 큰 것이 먼저 나옵니다.",
    ),
    (
        "Pool",
        "프로세스는 이 과정의 `fork_child`로 띄우고 `io::pipe()`로 결과를 받습니다. 스레드라면 `thread::scope`의 `scope.spawn(|| …)`입니다.",
    ),
    ("ThreadPoolExecutor", POOL),
    ("ProcessPoolExecutor", "프로세스는 이 과정의 `fork_child`로 띄우고 `io::pipe()`로 결과를 받습니다."),
    ("as_completed", "스레드마다 결과를 채널로 보내면 먼저 끝난 것부터 나옵니다: `for result in receiver`."),
    (
        "Process",
        "프로그램은 `Command::new(\"ls\").spawn()?`, 함수는 이 과정의 `fork_child`로 자식에서 부릅니다.",
    ),
    ("Pipe", "`let (reader, writer) = io::pipe()?;`입니다. 한 방향이므로 오갈 때는 둘을 만듭니다."),
    ("Manager", "프로세스는 메모리를 나누지 않습니다. 파이프(`io::pipe()`)나 파일로 주고받습니다."),
    (
        "Value",
        "프로세스는 메모리를 나누지 않습니다. 스레드라면 `AtomicU64`나 `Mutex<u64>`, 프로세스라면 파일이나 파이프로 주고받습니다.",
    ),
    ("cpu_count", "`thread::available_parallelism()?`입니다."),
    (
        "Popen",
        "`Command::new(\"ls\").arg(\"-l\").spawn()?`입니다. 출력을 받으려면 앞에 `.stdout(Stdio::piped())`를 붙입니다.",
    ),
    ("PIPE", "`Stdio::piped()`입니다: `Command::new(\"ls\").stdout(Stdio::piped())`."),
    ("DEVNULL", "`Stdio::null()`입니다: `Command::new(\"ls\").stdout(Stdio::null())`."),
    ("fork", "이 과정의 `fork_child(|| { …; 0 })?`입니다. 자식이 할 일을 클로저로 건넵니다."),
    ("getpid", "자기 번호는 `std::process::id()`, 자식의 번호는 `child.id()`입니다."),
    ("waitpid", "자식은 `child.wait()?`으로 기다리고 거둡니다."),
    ("argv", "`std::env::args()`입니다. 첫째는 프로그램의 이름입니다."),
    ("environ", "`std::env::var(\"HOME\")`으로 읽고, 자식에게는 `command.env(\"HOME\", \"/\")`로 줍니다."),
    ("SIGTERM", TERM),
    ("SIGKILL", "`child.kill()?`이 SIGKILL을 보냅니다. 그룹에는 `Signal::KILL`입니다."),
    ("SIGINT", "`Signal::INT`입니다(`use rustix::process::Signal;`)."),
    ("setTimeout", SLEEP),
];

const EXIT: &str = "`std::process::exit(1)`입니다. 함수에서 나가는 것은 `return`이고, 나눠 띄운 자식은 `fork_child(|| 0)?`처럼 클로저의 값을 반환 코드로 끝냅니다.";
const SLEEP: &str = "`std::thread::sleep(Duration::from_secs(1))`입니다. 무엇이 끝나기를 기다린다면 자며 묻지 말고 `join`, `wait`, `recv_timeout(limit)`을 씁니다.";
const CLOCK: &str = "`std::time::Instant::now()`이고, 지난 시간은 `start.elapsed()`입니다.";
const QUEUE: &str = "채널로 만듭니다: `let (sender, receiver) = mpsc::channel();`. 넣을 때는 `sender.send(item)`, 꺼낼 때는 `receiver.recv()`이고, 크기를 정하려면 `mpsc::sync_channel(size)`입니다.";
const POOL: &str = "`thread::scope(|scope| { … })` 안에서 `scope.spawn(|| …)`으로 띄우고 `join().unwrap()`으로 결과를 받습니다.";
const TERM: &str = "`Signal::TERM`입니다(`use rustix::process::Signal;`). 그룹에 보낼 때는 `kill_process_group(Pid::from_child(child), Signal::TERM)`입니다.";

/// Types, where a type stands.
pub(crate) const TYPES: &[(&str, &str)] = &[
    ("int", "정수는 `i64`(음수가 없으면 `u64`)이고, 길이와 번호는 `usize`입니다."),
    ("float", "실수는 `f64`입니다."),
    ("bytes", "바이트는 받을 때 `&[u8]`, 담거나 돌려줄 때 `Vec<u8>`입니다."),
    ("list", LIST),
    ("List", LIST),
    ("Iterable", "`impl Iterator<Item = T>`나 `&[T]`로 받습니다."),
    ("dict", MAP),
    ("Dict", MAP),
    ("set", "집합은 `HashSet<T>`입니다(`use std::collections::HashSet;`)."),
    ("tuple", "튜플은 원소의 타입을 괄호로 묶습니다: `(u64, String)`."),
    ("Tuple", "튜플은 원소의 타입을 괄호로 묶습니다: `(u64, String)`."),
    ("Optional", "없을 수도 있는 값은 `Option<T>`이고, 있으면 `Some(값)`, 없으면 `None`입니다."),
    ("Union", "여럿 가운데 하나는 `enum`으로 선언하고 `match`로 나눕니다."),
    (
        "Callable",
        "부를 것은 `impl Fn(u64) -> u64`로 받습니다. 스레드에 넘긴다면 `impl Fn(u64) -> u64 + Send`입니다.",
    ),
    ("object", "무엇이든 받는 타입 대신 타입 인수를 둡니다: `fn put<T>(item: T)`."),
    ("Queue", QUEUE),
    ("Lock", "`Mutex<T>`입니다. 지킬 값의 타입을 안에 적습니다."),
    ("Thread", "띄운 스레드의 핸들은 `thread::JoinHandle<T>`입니다. `T`는 스레드가 돌려주는 값입니다."),
    ("Process", "띄운 프로세스는 `std::process::Child`입니다."),
    ("Popen", "띄운 프로세스는 `std::process::Child`입니다."),
];

const LIST: &str = "리스트는 담거나 돌려줄 때 `Vec<T>`, 빌려 받을 때 `&[T]`입니다.";
const MAP: &str = "딕셔너리는 `HashMap<K, V>`입니다(`use std::collections::HashMap;`).";

/// Exceptions that stand for an error of the system, or of the step.
pub(crate) const EXCEPTIONS: &[(&str, &str)] = &[
    ("EOFError", "`io::Error`를 돌려주는 함수라면 `Err(io::ErrorKind::UnexpectedEof.into())`입니다."),
    ("BrokenPipeError", "`io::ErrorKind::BrokenPipe`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("FileNotFoundError", "`io::ErrorKind::NotFound`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("FileExistsError", "`io::ErrorKind::AlreadyExists`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("NotADirectoryError", "`io::ErrorKind::NotADirectory`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("PermissionError", "`io::ErrorKind::PermissionDenied`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("InterruptedError", "`io::ErrorKind::Interrupted`입니다. 오류의 `error.kind()`와 비교합니다."),
    ("BlockingIOError", "`io::ErrorKind::WouldBlock`입니다. 오류의 `error.kind()`와 비교합니다."),
    (
        "TimeoutError",
        "이 단계의 파일에 한도를 넘긴 오류가 있으면 그것을, 없으면 `io::ErrorKind::TimedOut`을 씁니다.",
    ),
    ("ValueError", VALUE),
    ("TypeError", VALUE),
    ("UnicodeDecodeError", VALUE),
    ("OSError", IO),
    ("IOError", IO),
    ("ConnectionError", IO),
    ("ProcessLookupError", IO),
    ("ChildProcessError", IO),
    ("RuntimeError", OWN),
    ("KeyError", ABSENT),
    ("IndexError", ABSENT),
    ("AttributeError", ABSENT),
    ("StopIteration", "끝은 오류가 아니라 `None`입니다."),
    ("AssertionError", "`assert!(조건, \"까닭\");`이나 `panic!(\"까닭\");`입니다."),
    ("ZeroDivisionError", "`a.checked_div(b)`가 `Option`을 돌려줍니다. 0으로 나누면 패닉입니다."),
    ("KeyboardInterrupt", "Ctrl-C는 오류가 되지 않고 프로그램을 끝냅니다. 자식은 `Drop`에서 거둡니다."),
    ("Exception", OWN),
    ("BaseException", OWN),
    ("NotImplementedError", "`todo!()`입니다."),
    (
        "CalledProcessError",
        "반환 코드는 `output.status.code()`로 보고, 0이 아니면 이 단계의 오류 타입을 `Err(…)`에 담습니다.",
    ),
    (
        "TimeoutExpired",
        "한도가 지난 것은 `recv_timeout(limit)`의 `Err`로 알고, 이 단계의 오류 타입을 `Err(…)`에 담습니다.",
    ),
    (
        "Empty",
        "빈 채널에서는 `try_recv()`와 `recv_timeout(limit)`이 `Err`를 돌려줍니다. 직접 만든 큐라면 `Option`의 `None`입니다.",
    ),
    ("Full", "가득 찬 채널에서는 `try_send(item)`이 `Err`를 돌려줍니다."),
];

const OWN: &str = "이 단계의 파일에 선언된 오류 타입을 `Err(…)`에 담아 돌려줍니다.";
const ABSENT: &str = "없을 수 있는 것은 `Option`으로 돌려줍니다: 맵은 `map.get(&key)`, 리스트는 `list.get(index)`이고 없으면 `None`입니다.";
const VALUE: &str =
    "이 단계의 파일에 선언된 오류 타입을, 없으면 `io::ErrorKind::InvalidData.into()`를 `Err(…)`에 담습니다.";
const IO: &str = "운영 체제의 오류는 `io::Error`이고, 갈래는 `error.kind()`로 봅니다.";
