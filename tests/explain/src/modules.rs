//! The modules of Python that people reach for in these lessons, and what Rust has for what is in them.

use crate::words::find;

/// Modules, and what is in them by the path as it is written in Python.
pub(crate) const MODULES: &[(&str, &str)] = &[
    (
        "threading",
        "`std::thread`입니다: `use std::thread;`를 적고 `thread::scope`의 `scope.spawn(|| …)`이나 `thread::spawn(move || …)`으로 띄웁니다. `Lock`은 `std::sync::Mutex`, `Condition`은 `std::sync::Condvar`입니다.",
    ),
    (
        "threading.Thread",
        "`thread::spawn(move || job(&name))`이나 `thread::scope` 안의 `scope.spawn(|| …)`으로 띄웁니다. 띄우면 바로 돌기 시작합니다.",
    ),
    ("threading.Lock", "`Mutex::new(값)`입니다. 지킬 값을 안에 넣고 `lock.lock().unwrap()`으로 닿습니다."),
    (
        "threading.RLock",
        "같은 스레드가 다시 잠그는 잠금은 쓰지 않습니다. `Mutex::new(값)`으로 만들고, 가드를 받는 함수로 나눕니다.",
    ),
    ("threading.Condition", "`Condvar::new()`입니다. 값은 따로 `Mutex`에 넣습니다."),
    ("threading.Event", "`Mutex<bool>`과 `Condvar`로 만들거나 채널로 알립니다."),
    ("threading.current_thread", "`thread::current()`이고 이름은 `thread::current().name()`입니다."),
    (
        "queue",
        "채널(`std::sync::mpsc`, `crossbeam::channel`)이거나, `Mutex<VecDeque<T>>`와 `Condvar`로 만든 것입니다.",
    ),
    (
        "queue.Queue",
        "채널은 `let (sender, receiver) = mpsc::channel();`, 크기를 정하면 `mpsc::sync_channel(size)`입니다. 직접 만들려면 `Mutex<VecDeque<T>>`와 `Condvar`를 씁니다.",
    ),
    ("queue.Empty", "빈 채널에서는 `try_recv()`와 `recv_timeout(limit)`이 `Err`를 돌려줍니다."),
    ("queue.Full", "가득 찬 채널에서는 `try_send(item)`이 `Err`를 돌려줍니다."),
    ("subprocess", "`std::process::Command`입니다: `Command::new(\"ls\").arg(\"-l\").output()`."),
    (
        "subprocess.run",
        "`Command::new(\"ls\").arg(\"-l\").output()?`입니다. 출력을 가로채지 않으려면 `status()?`입니다.",
    ),
    (
        "subprocess.check_output",
        "`Command::new(\"ls\").output()?.stdout`입니다. 반환 코드는 `output.status.success()`로 봅니다.",
    ),
    (
        "subprocess.Popen",
        "`Command::new(\"ls\").stdout(Stdio::piped()).spawn()?`입니다. `Child`를 돌려줍니다.",
    ),
    ("subprocess.PIPE", "`Stdio::piped()`입니다: `Command::new(\"ls\").stdout(Stdio::piped())`."),
    ("subprocess.DEVNULL", "`Stdio::null()`입니다: `Command::new(\"ls\").stdout(Stdio::null())`."),
    (
        "multiprocessing",
        "표준 라이브러리에 없습니다. 프로그램은 `std::process::Command`로 실행하고, 함수를 자식에서 부를 때는 이 과정의 `fork_child`를 씁니다.",
    ),
    ("multiprocessing.Pool", "이 과정의 `fork_child`로 띄우고 `io::pipe()`로 결과를 받습니다."),
    (
        "multiprocessing.Pipe",
        "`let (reader, writer) = io::pipe()?;`입니다. 한 방향이므로 오갈 때는 둘을 만듭니다.",
    ),
    (
        "multiprocessing.Queue",
        "프로세스 사이에는 파이프를 씁니다: `let (reader, writer) = io::pipe()?;`. 바이트가 오갑니다.",
    ),
    (
        "multiprocessing.Lock",
        "프로세스 사이의 잠금은 파일에 겁니다: `file.lock()?;`. 파일을 닫거나 `file.unlock()?;`하면 풀립니다.",
    ),
    (
        "multiprocessing.Value",
        "프로세스는 메모리를 나누지 않습니다. 파일이나 파이프(`io::pipe()`)로 주고받습니다.",
    ),
    (
        "time",
        "`time.sleep(1)`은 `std::thread::sleep(Duration::from_secs(1))`, `time.monotonic()`은 `std::time::Instant::now()`입니다.",
    ),
    (
        "time.sleep",
        "`std::thread::sleep(Duration::from_secs(1))`입니다. 무엇이 끝나기를 기다린다면 자며 묻지 말고 `join`, `wait`, `recv_timeout(limit)`을 씁니다. 자식이 끝나기를 기다리는 것은 이 과정의 `wait_for_end`입니다.",
    ),
    ("time.monotonic", CLOCK),
    ("time.time", CLOCK),
    ("time.perf_counter", CLOCK),
    (
        "os",
        "환경 변수와 폴더는 `std::env`, 파일은 `std::fs`, 프로세스는 `std::process`에 있습니다. `os.fork()`는 이 과정의 `fork_child`입니다.",
    ),
    ("os.fork", "이 과정의 `fork_child(|| { …; 0 })?`입니다. 자식이 할 일을 클로저로 건넵니다."),
    ("os.getpid", "자기 번호는 `std::process::id()`, 자식의 번호는 `child.id()`입니다."),
    ("os.waitpid", "자식은 `child.wait()?`으로 기다리고 거둡니다."),
    (
        "os.kill",
        "자식에게 SIGKILL은 `child.kill()?`, SIGTERM은 `kill_process(Pid::from_child(&child), Signal::TERM)?`입니다.",
    ),
    ("os.killpg", "`kill_process_group(Pid::from_child(&child), Signal::TERM)?`입니다."),
    (
        "os.environ",
        "`std::env::var(\"HOME\")`으로 읽고, 자식에게는 `command.env(\"HOME\", \"/\")`로 줍니다. 모두는 `std::env::vars()`입니다.",
    ),
    ("os.getenv", "`std::env::var(\"HOME\")`이고 `Result`를 돌려줍니다."),
    ("os.getcwd", "`std::env::current_dir()?`입니다."),
    ("os.cpu_count", "`std::thread::available_parallelism()?`입니다."),
    ("os.pipe", "`let (reader, writer) = std::io::pipe()?;`입니다."),
    (
        "os.path",
        "경로는 `std::path::Path`입니다: `Path::new(\"a\").join(\"b\")`, `path.exists()`, `path.is_dir()`.",
    ),
    ("os.remove", "`std::fs::remove_file(path)?`입니다."),
    ("os.rename", "`std::fs::rename(from, to)?`입니다."),
    (
        "os.WEXITSTATUS",
        "`status.code()`입니다. 신호로 끝났으면 `None`이고, 신호의 번호는 `status.signal()`입니다.",
    ),
    ("os._exit", "`std::process::exit(1)`입니다. `fork_child`에서는 클로저의 값이 자식의 반환 코드입니다."),
    ("sys", "`sys.argv`는 `std::env::args()`, `sys.exit(1)`은 `std::process::exit(1)`입니다."),
    (
        "sys.argv",
        "인수는 `std::env::args()`입니다. `sys.argv[0]`이나 `sys.executable`처럼 이 프로그램의 경로는 `std::env::current_exe()?`입니다.",
    ),
    ("sys.executable", "이 프로그램의 경로는 `std::env::current_exe()?`입니다."),
    (
        "sys.exit",
        "`std::process::exit(1)`입니다. `Drop`이 불리지 않으므로, 함수에서는 `return`으로 나갑니다.",
    ),
    (
        "sys.stdin",
        "`std::io::stdin()`입니다: `io::stdin().read_line(&mut line)?`, 줄마다는 `for line in io::stdin().lines()`.",
    ),
    ("sys.stdout", "`std::io::stdout()`입니다: `io::stdout().flush()?`. 쓸 때는 `println!(\"{x}\")`입니다."),
    ("sys.stderr", "`eprintln!(\"{x}\")`입니다."),
    ("signal", TERM),
    ("signal.SIGTERM", TERM),
    ("signal.SIGINT", "`Signal::INT`입니다(`use rustix::process::Signal;`)."),
    ("signal.SIGKILL", "`child.kill()?`이 SIGKILL을 보냅니다. 그룹에는 `Signal::KILL`입니다."),
    ("fcntl", "`std::fs::File`의 메서드입니다: `file.lock()?;`, `file.lock_shared()?;`, `file.unlock()?;`."),
    ("asyncio", "이 과정에서는 스레드로 합니다: `thread::scope`의 `scope.spawn(|| …)`."),
    (
        "concurrent",
        "이 과정에서는 스레드로 합니다: `thread::scope`의 `scope.spawn(|| …)`으로 띄우고 `join`으로 결과를 받습니다.",
    ),
    ("collections", "`std::collections`입니다. `deque`는 `VecDeque`, 딕셔너리는 `HashMap`입니다."),
    ("contextlib", "값이 사라질 때 할 일은 `impl Drop for 이름`의 `fn drop(&mut self) { … }`에 적습니다."),
    (
        "functools",
        "`partial(f, 1)`은 클로저 `|x| f(1, x)`이고, `reduce`는 `xs.iter().fold(0, |sum, x| sum + x)`입니다.",
    ),
    ("itertools", "이어 붙이기는 `a.iter().chain(b)`, 나누기는 `list.chunks(n)`입니다."),
    (
        "pickle",
        "피클이 없습니다. 숫자는 `n.to_le_bytes()`로 적고 `u64::from_le_bytes(bytes)`로 읽습니다. 문자열이라면 `format!(\"{n}\\n\")`으로 한 줄씩 보냅니다.",
    ),
    (
        "json",
        "표준 라이브러리에 없습니다. 이 과정에서는 `format!(\"{n}\\n\")`으로 한 줄씩 적고 `line.trim().parse::<u64>()`로 읽습니다.",
    ),
    ("random", "표준 라이브러리에 없고, 이 과정의 단계들은 쓰지 않습니다. 검사가 순서를 모두 바꾸어 봅니다."),
    ("logging", "`eprintln!(\"{x}\")`로 표준 오류에 적습니다."),
    ("math", "숫자의 메서드입니다: `x.sqrt()`, `n.div_ceil(2)`, `n.pow(2)`."),
    ("traceback", "스레드의 패닉은 `join()`의 `Err`로, 오류는 `println!(\"{error}\")`로 봅니다."),
    ("weakref", "`Arc::downgrade(&shared)`가 `Weak`를 주고, `weak.upgrade()`가 `Option`을 돌려줍니다."),
    ("copy", "`value.clone()`입니다."),
    ("copy.copy", "`value.clone()`입니다."),
    ("copy.deepcopy", "`value.clone()`입니다."),
    (
        "shlex",
        "`text.split_whitespace()`로 나눕니다. 인수는 처음부터 리스트로 두는 것이 낫습니다: `command.args([\"-l\", \"/\"])`.",
    ),
    ("pathlib", "경로는 `std::path::Path`입니다: `Path::new(\"a\").join(\"b\")`."),
    (
        "codecs",
        "UTF-8은 `String::from_utf8(bytes)`입니다. 다른 인코딩은 단계의 파일에 있는 인코딩의 메서드로 바꿉니다.",
    ),
    ("tempfile", "표준 라이브러리에 없습니다. 폴더는 `std::env::temp_dir()`입니다."),
    ("unittest", "검사는 `cargo course check`가 합니다. 직접 볼 때는 `assert_eq!(n, 1);`입니다."),
];

const CLOCK: &str = "`std::time::Instant::now()`이고, 지난 시간은 `start.elapsed()`입니다.";
const TERM: &str = "`Signal::TERM`입니다(`use rustix::process::Signal;`). 그룹에 보낼 때는 `kill_process_group(Pid::from_child(child), Signal::TERM)`입니다.";

/// What Rust has for a module, as the line has it: `time.sleep(1)`, `threading::Lock`.
pub(crate) fn module(name: &str, line: &str) -> Option<&'static str> {
    let general = find(MODULES, name)?;
    let dotted = line.contains(&format!("{name}."));
    let member = [".", "::"].iter().find_map(|joint| {
        let rest = line.split(&format!("{name}{joint}")).nth(1)?;
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
    });
    let known = member.and_then(|member| find(MODULES, &format!("{name}.{member}")));
    // A variable may have such a name: `queue.push(1)`.
    known.or_else(|| (!dotted || !["queue", "time", "signal", "copy"].contains(&name)).then_some(general))
}
