//! Queries that the search was not mended for.

use crate::queries::Query;

/// The other part of a hundred by one more author, who wrote them before the book was opened and then read every section that they
/// found. Recall among the first ten was .83 at a precision of .84 before the search was mended for the kinds of the first part,
/// and .88 at .84 after.
pub const UNSEEN: &[Query] = &[
    (
        "mpsc",
        "queue-channels.html queue/workers.html queue.html errors/threads.html multithread/overlap.html multithread/background.html queue/pipeline.html glossary.html",
        "mpsc|채널|\\bchannel|Receiver|Sender",
    ),
    (
        "semaphor",
        "semaphore.html semaphore/counting.html semaphore/permit.html semaphore/pool.html semaphore/bounded.html semaphore/rendezvous.html semaphore/buffer.html glossary.html corrections.html",
        "세마포어|semaphore",
    ),
    (
        "소유권이",
        "python-to-rust.html glossary.html errors/threads.html queue/pipeline.html",
        "소유권|ownership|주인|moved value|넘겨준|가져갔|가져갑",
    ),
    (
        "unwrap",
        "python-to-rust.html messages.html errors/results.html multithread/failure.html mutex.html mutex/worker.html",
        "unwrap(\\(\\))?(은|는|이|을|를|과|와|도|합|하|로)|unwrap 메서드|Result::unwrap|unwrap_or|Result나 Option|Result와 Option|unwrap\\(\\) 없이",
    ),
    (
        "wait_with_output",
        "subprocess/run.html subprocess/communicate.html subprocess.html multiprocess/children.html errors/threads.html",
        "wait_with_output",
    ),
    (
        "lock()",
        "mutex.html mutex/counter.html mutex/worker.html mutex/integer_lock.html mutex/transfer.html mutex/cache.html mutex/patience.html errors/methods.html errors/results.html glossary.html",
        "뮤텍스|잠그|잠금|잠가|lock\\(\\)(은|는|이|을|를|의|에|도|과|와|하)|lock\\.lock\\(\\)|lock\\(\\), join",
    ),
    (
        "체널",
        "queue-channels.html queue.html queue/workers.html queue/pipeline.html multithread/overlap.html multithread/background.html glossary.html errors/threads.html",
        "채널|channel",
    ),
    (
        "Mutx",
        "mutex.html mutex/counter.html mutex/worker.html mutex/integer_lock.html mutex/transfer.html mutex/cache.html mutex/patience.html glossary.html multithread-sharing.html",
        "뮤텍스|mutex",
    ),
    (
        "MutexGuar",
        "mutex.html mutex/cache.html mutex/counter.html mutex/worker.html python-to-rust.html errors/threads.html errors/borrowing.html errors/types.html errors/names.html errors/operators.html errors/syntax.html errors/methods.html errors/results.html glossary.html multithread-sharing.html",
        "MutexGuard|가드",
    ),
    ("try_recv", "queue-channels.html messages.html multithread/overlap.html queue/workers.html", "try_recv"),
    ("E0282", "errors/types.html errors/python.html errors.html", "E0282"),
    (
        "빌림",
        "python-to-rust.html errors/borrowing.html errors/threads.html errors/types.html errors/names.html errors/methods.html glossary.html",
        "빌리|빌려|빌린|빌렸|빌릴|빌립|borrow",
    ),
    (
        "라이프타임",
        "glossary.html errors/names.html python-to-rust.html errors/borrowing.html",
        "수명|lifetime|라이프타임|live long enough|오래 살|outlive|E0597|E0106",
    ),
    (
        "패닉이",
        "multithread/failure.html python-to-rust.html mutex/worker.html glossary.html messages.html multithread-sharing.html mutex.html queue/workers.html errors.html",
        "패닉|panic",
    ),
    (
        "데몬스레드",
        "corrections.html multithread/background.html multithread-sharing.html glossary.html",
        "데몬|daemon",
    ),
    ("os.cpu_count", "", ""),
    (
        "블로킹",
        "queue.html queue/fifo.html queue/bounded.html queue-channels.html mutex/patience.html semaphore/bounded.html multithread/overlap.html",
        "블로킹|block(ing)?=|기다리지 않|try_(lock|recv|acquire|put)|잠들어 기다|기다리는 큐",
    ),
    (
        "'static",
        "python-to-rust.html errors/threads.html errors/borrowing.html",
        "^(?!바이트에서 글자로|멈출 줄 아는|스레드의 실패)[\\s\\S]*('static|오래 살|outlive|escapes|곧 사라질)",
    ),
    (
        "notify_one",
        "mutex/integer_lock.html queue/fifo.html queue/bounded.html queue/task_done.html semaphore/counting.html semaphore/permit.html semaphore/buffer.html",
        "notify_one|notify_all|notify\\(|하나만 깨|모두 깨|하나를 깨|깨웁",
    ),
    (
        "소비자는",
        "queue.html queue/bounded.html semaphore/buffer.html glossary.html",
        "소비자|consumer|생산자|꺼내는 쪽|일꾼|(받는|꺼내는) (쪽|끝)",
    ),
    (
        "스레드 개수 정하기",
        "queue/workers.html multithread/parallel_sum.html semaphore.html semaphore/pool.html multithread/spawn.html queue.html",
        "max_workers|workers개|threads개|스레드의 수|일꾼 (다섯|여럿)|일꾼의 수|개수를 제한|한 번에 셋|스레드 (열|스무) ?개|조각마다 스레드|정해진 수까지",
    ),
    (
        "자식 프로세스 출력 읽기",
        "subprocess/run.html subprocess/communicate.html subprocess.html subprocess/text.html subprocess/check.html subprocess/timeout.html multiprocess/children.html",
        "^(?=[\\s\\S]*(자식|subprocess|Command|파이프))(?=[\\s\\S]*(출력|stdout|output|읽))",
    ),
    (
        "스레드 이름 붙이기",
        "multithread/spawn.html multithread-sharing.html corrections.html",
        "이름을 가진 스레드|Builder|current_?thread|getName|스레드의 이름|스레드는 누구|이름은 사람이|\\.name\\(",
    ),
    (
        "Arc::clone vs clone",
        "python-to-rust.html glossary.html multithread-sharing.html mutex/cache.html errors/threads.html multithread/background.html",
        "Arc::clone|Arc[를에의]?[^\\n]{0,20}(clone|복제)|복제|같은 칸",
    ),
    (
        "큐 크기 제한",
        "queue/bounded.html queue.html queue-channels.html queue/pipeline.html semaphore/buffer.html glossary.html",
        "maxsize|크기 한도|bounded\\(|sync_channel|가득 (차|찼)|size개까지|배압|한도가 (있는 버퍼|없)|한도를 두",
    ),
    (
        "recv 에러",
        "messages.html queue-channels.html multithread/background.html multithread/overlap.html queue/workers.html subprocess/timeout.html",
        "RecvError|RecvTimeoutError|\\brecv|채널이 닫히|closed channel",
    ),
    (
        "스레드 반환값",
        "multithread/spawn.html python-to-rust.html multithread.html glossary.html multithread/failure.html multithread-sharing.html errors/threads.html",
        "반환값|join[^\\n]{0,40}(결과|값|돌려|Err)|스레드[^\\n]{0,30}(결과|값)[을를]? ?(돌려|받|모|꺼)|결과를 모|JoinHandle|핸들",
    ),
    (
        "타임아웃 걸기",
        "mutex/patience.html subprocess/timeout.html queue/bounded.html semaphore/bounded.html multithread/background.html glossary.html corrections-processes.html subprocess.html errors/python.html",
        "timeout|timed_out|한도(가 지|까지|만큼| 안에|를 다시|는 길|는 일)|기다림의 한도|시간 한도|시간 제한|마감|try_lock_for|한도가 다할",
    ),
    (
        "환경 변수 넘기기",
        "subprocess/environment.html subprocess.html subprocess/run.html glossary.html corrections-processes.html",
        "환경 변수|environ|\\benvs?\\b|env_clear",
    ),
    ("std semaphore", "semaphore.html errors/names.html semaphore/counting.html", "세마포어|semaphore"),
    (
        "현재 실행파일 경로",
        "multiprocess/children.html multiprocess.html",
        "current_exe|자기 자신을|sys\\.executable",
    ),
    (
        "receiver clone 안됨",
        "queue-channels.html errors/threads.html queue/workers.html",
        "Receiver|받는 쪽은? 하나|꺼내는 끝|받는 끝",
    ),
    (
        "sleep 함수",
        "multithread/background.html multithread.html multithread/overlap.html mutex/patience.html multiprocess/farewell.html python-to-rust.html",
        "thread::sleep|time\\.sleep\\(1\\)|sleep하는|자는 (동안|스레드)|잠만 자|Duration::from",
    ),
    (
        "명령어 못 찾음",
        "messages.html subprocess/run.html corrections-processes.html subprocess/environment.html",
        "\\b127\\b|FileNotFound|NotFound|No such file|없는 명령|프로그램이 없|시작하지 못",
    ),
    (
        "출력 순서가 다름",
        "mutex/worker.html subprocess/run.html multithread/overlap.html multithread/spawn.html glossary.html introduction.html semaphore/pool.html",
        "섞이|섞일|섞인|섞여|차례대로|순서대로|실행 순서|순서를 되살|끝난 차례|한 줄씩|그 순간의 목록|줄의 차례",
    ),
    (
        "mut 빌림 두번",
        "errors/borrowing.html python-to-rust.html multithread/parallel_sum.html multithread/stack_and_heap.html errors.html",
        "E0499|more than once|&mut|바꾸려고 빌|바꿀 수 있는 참조|E0502|두 번 넣",
    ),
    (
        "PoisonError 처리",
        "mutex/worker.html messages.html mutex.html glossary.html errors/results.html",
        "poison|포이즌|패닉한 적|잠근 채로 패닉|패닉했다는 표시",
    ),
    (
        "try except 러스트",
        "python-to-rust.html errors/python.html errors/results.html multithread/failure.html glossary.html errors.html",
        "예외[^\\n]{0,80}(Rust|Result|패닉)|(Rust|Result|패닉)[^\\n]{0,80}예외|오류는 값|Result(를|는|에|째)|catch_unwind|raise",
    ),
    (
        "가드 언제 풀려",
        "mutex/cache.html mutex.html mutex/counter.html mutex/worker.html glossary.html errors/syntax.html queue-channels.html queue/workers.html",
        "가드[^\\n]{0,60}(풀|사라|끝|삽|살아|drop|버|놓)|풀리는 때|잠금이 풀|반드시 풀기",
    ),
    (
        "with ThreadPoolExecutor as",
        "multithread.html multithread/spawn.html multithread/failure.html queue.html queue/workers.html semaphore/pool.html corrections.html messages.html glossary.html",
        "ThreadPoolExecutor|스레드 풀",
    ),
    ("CUDA 커널", "", ""),
    (
        "왜 Arc가 필요한가요",
        "multithread-sharing.html python-to-rust.html multithread/stack_and_heap.html errors/threads.html errors/borrowing.html glossary.html",
        "\\bArc\\b",
    ),
    (
        "뮤텍스 lock 하고 unlock은 어디서 하나요",
        "mutex.html mutex/cache.html mutex/worker.html mutex/counter.html errors/methods.html glossary.html",
        "unlock|가드[^\\n]{0,60}(풀|사라|삽|살아|drop)|잠금[을이][^\\n]{0,20}(풀|놓)|풀리|풉니다|release\\(\\)|반드시 풀",
    ),
    (
        "스레드에서 패닉 나면 어떻게 되나요",
        "multithread/failure.html multithread-sharing.html mutex/worker.html messages.html glossary.html python-to-rust.html queue/workers.html mutex.html",
        "패닉|panic",
    ),
    (
        "for 루프가 채널에서 영원히 기다려요",
        "multithread/overlap.html queue-channels.html queue/workers.html queue/pipeline.html",
        "sender|(넣는|받는|꺼내는) 끝|보내는 쪽|채널|받는 반복",
    ),
    (
        "숫자가 매번 다르게 나와요",
        "mutex.html mutex/counter.html multithread/stack_and_heap.html introduction.html glossary.html",
        "경쟁 상태|갱신 손실|실행할 때마다 다|더한 값|잃습|잃는|천 번에 한 번|race",
    ),
    (
        "스레드와 프로세스 중 뭘 써야 하나",
        "multiprocess.html multithread.html glossary.html corrections-processes.html multithread/parallel_sum.html corrections.html",
        "^(?!러스트로 다시)(?=[\\s\\S]*(스레드|thread))(?=[\\s\\S]*(프로세스|process))",
    ),
    (
        "자식에게 입력을 보내고 결과 받기",
        "subprocess/communicate.html multiprocess/pipe.html subprocess.html subprocess/timeout.html",
        "stdin|표준 입력|입력(을|이|의)|communicate|물음|묻는 줄|파이프|^자식 프로세스 자식 프로세스",
    ),
    (
        "외부 명령이 실패했는지 확인하려면",
        "subprocess/check.html subprocess.html subprocess/run.html messages.html corrections-processes.html multiprocess.html",
        "반환 코드|return ?code|check=True|check_output|CalledProcess|종료 상태|종료 코드|exitcode|자식의 실패|시작하지 못",
    ),
    (
        "큐가 가득 차면 어떻게 되나",
        "queue/bounded.html queue.html queue-channels.html queue/pipeline.html semaphore/buffer.html glossary.html messages.html",
        "가득|\\bFull\\b|배압|maxsize|크기 한도|자리(가|를)",
    ),
    (
        "closure may outlive the current function, but it borrows",
        "errors/threads.html multithread-sharing.html multithread/spawn.html multithread/overlap.html",
        "may outlive|E0373|오래 살",
    ),
    (
        "no method named `lock` found",
        "errors/methods.html errors/results.html errors/python.html errors.html",
        "no method named|없는 메서드|E0599",
    ),
    (
        "how to kill a child process",
        "multiprocess/farewell.html subprocess/timeout.html glossary.html subprocess.html multiprocess.html corrections-processes.html",
        "kill|SIGTERM|terminate|끝내 달|자식(을|과)[^\\n]{0,20}끝내",
    ),
    (
        "rust equivalent of queue.Queue",
        "queue-channels.html queue.html introduction.html queue/fifo.html queue/bounded.html glossary.html",
        "\\bQueue\\b|채널|channel|큐",
    ),
    (
        "같은 스레드에서 lock 두번 하면 멈춤",
        "mutex/transfer.html mutex/cache.html mutex/integer_lock.html glossary.html queue/shutdown.html",
        "두 번 잠그|다시 잠그|다시 잠가|재진입|\\bRLock|자기 자신을 기다|자기가 쥔 잠금|혼자 멈추|교착|acquire\\(\\)를 두 번",
    ),
    (
        "파이썬 Pool.map 같은 것 러스트에 있나요",
        "multiprocess/pool.html multiprocess.html introduction.html queue/workers.html multithread/parallel_sum.html glossary.html multithread/spawn.html",
        "\\bPool\\b|PoolExecutor|프로세스 풀|스레드 풀|rayon|일꾼",
    ),
    (
        "벡터에 handle 모아서 join 하기",
        "multithread/spawn.html multithread.html multithread/parallel_sum.html glossary.html errors/threads.html errors/borrowing.html errors/results.html errors/types.html",
        "핸들|handle|join",
    ),
    ("FastAPI 엔드포인트 만드는 방법", "", ""),
    ("웹소켓 서버는 어떻게 만들어요", "", ""),
    ("리액트 useState", "", ""),
];
