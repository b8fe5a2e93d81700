//! Queries that the search was not mended for.

use crate::queries::Query;

/// Written by yet another author before the book was opened, and measured when the search was done: recall among the first ten
/// was .98 at a precision of .88.
pub const UNSEEN: &[Query] = &[
    (
        "데드락",
        "mutex/transfer.html subprocess/communicate.html subprocess.html semaphore/buffer.html glossary.html",
        "교착|데드락|deadlock|잠금 순서|서로(를|가|의| 상대)[^\\n]{0,25}기다",
    ),
    (
        "교착상태 피하는 법",
        "mutex/transfer.html subprocess/communicate.html semaphore.html semaphore/buffer.html",
        "교착|데드락|deadlock|잠금 순서|서로(를|가|의| 상대)[^\\n]{0,25}기다",
    ),
    (
        "파이썬 멀티스레드 느린 이유",
        "multithread.html corrections.html multithread/parallel_sum.html glossary.html multiprocess.html",
        "\\bGIL|인터프리터 잠금|코어(를|마다|가)|^멀티스레드 |쓰지 않은 것과|시간만 (늘|더)|차례로 하게",
    ),
    (
        "러스트에는 GIL이 없나요",
        "multithread.html glossary.html corrections.html multithread/parallel_sum.html",
        "\\bGIL|인터프리터 잠금|free-thread",
    ),
    (
        "뮤텍스와 세마포어의 차이",
        "semaphore.html mutex.html corrections.html glossary.html",
        "^(?!러스트로 다시)[\\s\\S]*((뮤텍스|mutex|\\bLock\\b)[^\\n]{0,120}(세마포어|semaphore)|(세마포어|semaphore)[^\\n]{0,120}(뮤텍스|mutex)|상호 배제 잠금|카운팅 세마포어)|^뮤텍스|^세마포어",
    ),
    (
        "뮤택스",
        "mutex.html mutex/counter.html mutex/integer_lock.html mutex/transfer.html mutex/worker.html mutex/patience.html mutex/cache.html semaphore.html glossary.html corrections.html",
        "뮤텍스|mutex",
    ),
    (
        "쓰레드 만들기",
        "multithread.html multithread/spawn.html python-to-rust.html multithread-sharing.html",
        "thread::(spawn|Builder)|Thread\\(target|스레드(를|마다|는)?[^\\n.|]{0,12}(띄|만들|만드)|띄우고 모으기|^멀티스레드",
    ),
    (
        "Arc Mutex",
        "multithread-sharing.html python-to-rust.html errors/threads.html errors/borrowing.html errors/types.html mutex.html",
        "(?=[\\s\\S]*\\bArc\\b)(?=[\\s\\S]*(Mutex|뮤텍스))|\\bArc(에|는|를|::clone)|^뮤텍스",
    ),
    (
        "Rc cannot be sent between threads safely",
        "errors/threads.html multithread-sharing.html",
        "cannot be (sent|shared)|\\bRc\\b|Send와 Sync|Send나 Sync|Send는 다른|Send인|Send가 아|스레드 안전",
    ),
    (
        "E0373",
        "errors/threads.html multithread-sharing.html multithread/spawn.html multithread/overlap.html errors.html",
        "E0373|may outlive",
    ),
    ("소유권이 뭔가요", "python-to-rust.html glossary.html", "소유권|ownership|주인"),
    (
        "E0382 use of moved value",
        "errors/threads.html python-to-rust.html multithread/spawn.html queue-channels.html multithread/overlap.html multithread/background.html",
        "E0382|moved value|after move|moved here|이미 넘겨준|주인이 (이미 )?바뀌",
    ),
    (
        "mismatched types",
        "errors/types.html errors/results.html errors/python.html subprocess.html",
        "mismatched types|E0308|타입 맞추기",
    ),
    (
        "borrowed value does not live long enough",
        "errors/borrowing.html mutex.html semaphore.html multithread/spawn.html",
        "live long enough|E0597|E0716|while (still )?borrowed|outlive|오래 살|곧 사라질",
    ),
    (
        "threading.Event 스레드 종료",
        "multithread/background.html corrections.html",
        "threading\\.Event|\\bEvent\\b|멈출 줄 아는|스레드를 (멈추|끝내)",
    ),
    (
        "스레드 join 안 하면",
        "multithread-sharing.html multithread/background.html corrections.html python-to-rust.html multithread.html",
        "기다리지 않은 스레드|main이 끝나면|데몬|daemon|join(\\(\\))?[은는이을]",
    ),
    (
        "데몬 스레드",
        "corrections.html multithread/background.html multithread-sharing.html glossary.html",
        "데몬|daemon",
    ),
    (
        "queue.Queue",
        "queue.html queue-channels.html queue/fifo.html queue/bounded.html queue/task_done.html queue/shutdown.html queue/workers.html corrections.html glossary.html",
        "\\bQueue\\b|큐",
    ),
    (
        "mpsc receiver clone",
        "errors/threads.html queue-channels.html queue/workers.html",
        "mpsc|Receiver|꺼내는 끝|채널|\\bchannel\\b",
    ),
    (
        "q.join 안 끝남",
        "queue/task_done.html queue.html corrections.html",
        "task_done|q\\.join|다 끝날 때까지",
    ),
    (
        "큐 maxsize",
        "queue/bounded.html queue.html queue-channels.html queue/pipeline.html glossary.html",
        "maxsize|크기 한도|배압|\\bbounded\\(|sync_channel|큐[^\\n]{0,30}가득|가득 차면 기다리는 큐|한도가 있는 버퍼",
    ),
    (
        "생산자 소비자",
        "queue.html semaphore/buffer.html queue/bounded.html glossary.html",
        "생산자|소비자|producer|consumer|넣는 쪽|꺼내는 쪽",
    ),
    (
        "워커 종료 None",
        "queue.html corrections.html queue-channels.html queue/workers.html queue/shutdown.html glossary.html",
        "None[^\\n]{0,25}(끝을|끝내|끝났다|끝이|넣)|끝내라는 표시|종료 표시|sentinel|shutdown|큐의 문 닫기|채널은 언제 끝|넣는 끝이 모두 사라",
    ),
    (
        "동시성과 병렬성",
        "multithread.html corrections.html multithread/overlap.html multithread/parallel_sum.html glossary.html",
        "병렬성|parallelism|동시성은|동시성: |concurrency\\)은",
    ),
    ("asyncio", "introduction.html", "asyncio|\\basync\\b|await|tokio"),
    ("celery", "", "celery"),
    (
        "경쟁상태",
        "mutex.html mutex/counter.html glossary.html multiprocess.html",
        "경쟁 ?상태|경쟁 ?조건|레이스|\\brace\\b|갱신 손실|lost update|데이터 경합",
    ),
    ("atomic fetch_add", "mutex.html errors/operators.html glossary.html", "fetch_add|원자|atomic"),
    (
        "Condvar wait",
        "mutex/integer_lock.html queue/fifo.html errors/types.html errors/results.html semaphore/counting.html queue/bounded.html glossary.html",
        "condvar|조건 ?변수|threading\\.Condition|with condition",
    ),
    ("고루틴", "", "고루틴|goroutine"),
    ("RwLock", "introduction.html errors/threads.html", "RwLock|함께 읽는 잠금"),
    ("PoisonError", "mutex.html mutex/worker.html messages.html glossary.html", "poison|포이즌|패닉한 적"),
    (
        "os.fork",
        "multiprocess.html multiprocess/fork.html corrections-processes.html glossary.html",
        "os\\.fork|\\bfork",
    ),
    (
        "좀비 프로세스",
        "multiprocess.html multiprocess/farewell.html multiprocess/children.html subprocess.html glossary.html subprocess/timeout.html",
        "좀비|zombie|거두|거둔|거둡|waitpid",
    ),
    (
        "multiprocessing.Pool",
        "multiprocess/pool.html multiprocess.html messages.html",
        "(^|[^A-Za-z])Pool(\\(|의|\\b[^\\n]{0,20}일꾼)|프로세스 풀|ProcessPool",
    ),
    (
        "파이프로 데이터 보내기",
        "multiprocess/pipe.html multiprocess.html subprocess/communicate.html subprocess.html",
        "파이프(?!라인)|\\bpipe\\b|말 주고받기",
    ),
    (
        "공유메모리",
        "multiprocess.html glossary.html introduction.html",
        "공유 ?메모리|shared.memory|메모리를 함께|multiprocessing\\.Value",
    ),
    (
        "프로세스 스레드 차이",
        "multiprocess.html multithread.html glossary.html",
        "^(?!러스트로 다시)[\\s\\S]*(다른 점\\s*스레드\\s*프로세스|프로세스와 스레드|스레드와 프로세스|스레드라면|한 프로세스의 스레드|프로세스는 스레드|프로세스를? (로 )?나누|메모리[^\\n]{0,20}따로|따로 떨어진 메모리|한 프로세스 안에서|전역 변수를 함께)",
    ),
    (
        "subprocess 출력 변수에 저장",
        "subprocess/run.html subprocess.html corrections-processes.html",
        "실행, 출력, 반환 코드|capture_output|check_output|\\.output\\(\\)|stdout=|출력(과|을)[^\\n]{0,20}(받|변수)",
    ),
    (
        "CalledProcessError",
        "subprocess/check.html messages.html subprocess.html corrections-processes.html",
        "CalledProcessError|check=True|check_output|실패를 오류로",
    ),
    (
        "자식 프로세스 타임아웃 kill",
        "subprocess/timeout.html corrections-processes.html multiprocess/farewell.html messages.html subprocess.html",
        "(?=[\\s\\S]*(자식|프로세스|subprocess|child))(?=[\\s\\S]*(timeout|시간 한도|SIGKILL|SIGTERM|\\bkill|terminate))",
    ),
    (
        "shell=True",
        "subprocess/environment.html corrections-processes.html subprocess.html introduction.html",
        "\\bshell\\b|셸|sh -c|/bin/sh",
    ),
    (
        "환경변수 설정",
        "subprocess/environment.html subprocess.html corrections-processes.html",
        "환경 ?변수|\\benv\\b|environ\\b|env_clear",
    ),
    (
        "한글 깨짐 utf-8",
        "subprocess/text.html glossary.html messages.html corrections-processes.html subprocess.html",
        "한글|인코딩|encoding|utf-?8|바이트에서 글자",
    ),
    (
        "BoundedSemaphore release",
        "semaphore/bounded.html semaphore.html messages.html",
        "BoundedSemaphore|too many times|넘치는 신호|허가[^\\n]{0,20}돌려",
    ),
    (
        "ThreadPoolExecutor",
        "queue.html multithread.html multithread/spawn.html corrections.html multithread/failure.html messages.html semaphore/pool.html queue/workers.html",
        "ThreadPoolExecutor|스레드 풀|concurrent\\.futures",
    ),
    (
        "thread::scope",
        "python-to-rust.html multithread.html glossary.html mutex/counter.html errors/threads.html errors/borrowing.html",
        "thread::scope|스코프|scoped",
    ),
    (
        "try_lock",
        "mutex/patience.html mutex/counter.html errors/results.html mutex/cache.html",
        "try_lock|blocking=False|기다림의 한도",
    ),
    (
        "with lock 러스트",
        "mutex.html python-to-rust.html mutex/counter.html mutex/worker.html mutex/cache.html",
        "with [\\w.]*lock|가드(가|는|를|도)?[^\\n.]{0,25}(사라|살|삽|풀|끝)|블록이 끝나|가드의 수명|가드\\(guard\\)|락 가드|잠그고, 일하고|\\bwith(가|는|를|의|와|로|도|처럼| 블록|:)",
    ),
    (
        "parking_lot",
        "mutex.html errors/types.html errors/results.html errors/names.html mutex/integer_lock.html mutex/patience.html",
        "parking_lot",
    ),
    (
        "스택 힙",
        "multithread.html multithread/stack_and_heap.html glossary.html",
        "스택|\\bstack\\b|(^|[\\s,·(:])힙",
    ),
    (
        "스레드 패닉",
        "multithread/failure.html multithread-sharing.html mutex.html messages.html mutex/worker.html python-to-rust.html glossary.html",
        "패닉|panic|스레드의 실패",
    ),
    (
        "cannot borrow as mutable",
        "errors/borrowing.html multithread-sharing.html multithread/parallel_sum.html multithread/stack_and_heap.html",
        "cannot borrow|E0499|E0502|E0596|바꿀 수 있게|바꿀 수 있는 참조",
    ),
    (
        "Barrier",
        "semaphore/rendezvous.html glossary.html messages.html multithread.html mutex.html semaphore.html",
        "barrier|배리어",
    ),
    (
        "threading.get_ident",
        "multithread-sharing.html corrections.html glossary.html",
        "get_ident|ThreadId|스레드 번호|thread::current|current_thread",
    ),
    ("django", "", "django|장고"),
    ("테스트 실행 방법", "introduction.html multithread/spawn.html", "cargo (test|course)|시험을 실행"),
    (
        "노트 틀린 부분",
        "corrections.html corrections-processes.html introduction.html",
        "노트 바로잡기|노트[는에의][^\\n]*(틀|적었|적혀|아닙니다)|노트에서 틀",
    ),
    ("cannot pickle lock", "messages.html multiprocess.html multiprocess/pool.html", "pickle|피클"),
    (
        "unwrap 의미",
        "python-to-rust.html messages.html errors/results.html mutex.html",
        "unwrap(\\(\\))?(은|는|이[ 만]|을|를|도|으로|하|합|해)|Result::unwrap|unwrap\\(\\)`?(은|는)",
    ),
];
