//! Queries that the search had not been mended for when they were measured.

use crate::queries::Query;

/// Written by yet another author before the book was opened, and measured when the search was done: recall among the first ten
/// was .98 at a precision of .88.
pub const ONCE_UNSEEN: &[Query] = &[
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

/// A part, drawn at random, of a hundred by the author of [`UNSEEN`](crate::unseen::UNSEEN): the search was mended for the kinds of
/// these. Recall among the first ten was .80 at a precision of .81 before and .93 at .82 after.
pub const SHOWN: &[Query] = &[
    (
        "데드락이",
        "mutex/transfer.html subprocess/communicate.html subprocess.html semaphore.html semaphore/buffer.html semaphore/permit.html semaphore/rendezvous.html glossary.html",
        "교착|데드락|deadlock|잠금 순서|서로(를|가|의| 상대)[^\\n]{0,25}기다|자기 자신을 기다|혼자 멈추",
    ),
    (
        "Arc",
        "multithread-sharing.html python-to-rust.html multithread/stack_and_heap.html errors/borrowing.html errors/types.html errors/threads.html mutex/cache.html glossary.html",
        "\\bArc\\b",
    ),
    ("E0502 해결", "errors/borrowing.html errors.html", "E0502|also borrowed as|바꾸는 동안"),
    (
        "stdin",
        "glossary.html subprocess.html subprocess/communicate.html multiprocess/children.html subprocess/run.html",
        "stdin|표준 입력|입력을|입력이|input",
    ),
    (
        "into_inner",
        "mutex/counter.html mutex/worker.html multithread/stack_and_heap.html errors/borrowing.html errors/results.html errors/methods.html",
        "into_inner",
    ),
    (
        "thread::spaw",
        "multithread/spawn.html multithread.html python-to-rust.html errors/threads.html multithread/stack_and_heap.html multithread-sharing.html errors/borrowing.html",
        "thread::(spawn|scope|Builder)|scope\\.spawn|스레드(를|마다)?[^\\n.|]{0,14}(띄|만들)|띄우고 모으기",
    ),
    (
        "SendError",
        "messages.html queue-channels.html queue/pipeline.html",
        "SendError|send[가의는를]?[^\\n]{0,14}Err|send의 실패|(받는|꺼내는) 끝이[^\\n]{0,8}사라|closed channel",
    ),
    ("available_parallelism", "", ""),
    (
        "자식프로세스",
        "subprocess.html subprocess/run.html subprocess/check.html subprocess/communicate.html subprocess/timeout.html subprocess/environment.html multiprocess.html multiprocess/children.html multiprocess/farewell.html glossary.html corrections-processes.html",
        "자식|child|subprocess",
    ),
    (
        "멀티프로세싱",
        "multiprocess.html multiprocess/children.html multiprocess/pool.html multiprocess/pipe.html multiprocess/fork.html multiprocess/shared.html multiprocess/farewell.html glossary.html corrections-processes.html introduction.html",
        "멀티프로세[스싱]|multiprocess|프로세스 풀|여러 프로세스|프로세스 여럿",
    ),
    (
        "임계구역",
        "mutex.html mutex/counter.html semaphore/pool.html glossary.html multiprocess/shared.html",
        "임계 ?구역|임계 ?영역|critical section|크리티컬",
    ),
    ("turbofish", "", ""),
    (
        "concurrent.futures",
        "corrections.html corrections-processes.html multithread.html multithread/spawn.html multithread/overlap.html multithread/parallel_sum.html multithread/failure.html multiprocess.html multiprocess/pool.html semaphore/pool.html queue.html queue/workers.html messages.html",
        "concurrent\\.futures|PoolExecutor|as_completed|\\bfutures?\\b",
    ),
    ("trio", "", ""),
    (
        "락 두 번 잡기",
        "mutex/transfer.html mutex/cache.html mutex/integer_lock.html glossary.html queue/shutdown.html",
        "두 번 잠그|다시 잠그|다시 잠가|재진입|\\bRLock|자기 자신을 기다|둘을 (한꺼번에 |함께 )?잠|잠금 둘|두 계좌를|자기가 쥔 잠금|혼자 멈추|acquire\\(\\)를 두 번|두 번 부르는|고리가 생",
    ),
    (
        "value moved closure",
        "errors/threads.html python-to-rust.html multithread/spawn.html multithread/overlap.html multithread/parallel_sum.html queue-channels.html multithread/stack_and_heap.html errors/borrowing.html",
        "moved value|value moved|move(가|는|를|을| 클로저)|E0382|E0507|E0525|moved here",
    ),
    (
        "프로세스 강제 종료",
        "multiprocess/farewell.html subprocess/timeout.html glossary.html corrections-processes.html multiprocess.html subprocess.html",
        "kill|SIGTERM|terminate|강제로 끝낸|끝내 달|프로세스 그룹|그룹(에|째)",
    ),
    (
        "permit 반환",
        "semaphore/permit.html semaphore.html semaphore/pool.html semaphore/bounded.html glossary.html",
        "허가|permit",
    ),
    ("static mut", "errors/names.html multiprocess/fork.html", "(?<!')\\bstatic\\b"),
    (
        "race condition 예제",
        "mutex.html mutex/counter.html introduction.html glossary.html multithread/stack_and_heap.html semaphore/pool.html",
        "경쟁 ?상태|race|갱신 손실|lost update|레이스|데이터 경합|더한 값|끼어들|두 번 더했는데|천 번에 한 번",
    ),
    (
        "None 센티널",
        "queue.html queue/workers.html queue-channels.html queue/shutdown.html corrections.html glossary.html errors/results.html",
        "sentinel|센티널|종료 표시|None(은|을|도|이|하나)?[^\\n]{0,25}(끝을|끝내|끝났|끝이|넣)|끝내라는 표시|shutdown|is None|put\\(None|끝을 알리|채널은 언제",
    ),
    (
        "벡터 나눠서 처리",
        "multithread/parallel_sum.html multithread.html errors/borrowing.html multiprocess/pool.html introduction.html",
        "chunks|split_at|조각|나누어 (계산|맡|주)|나눠 맡|나눕|나누는 일|몫",
    ),
    (
        "main 먼저 끝남",
        "multithread-sharing.html corrections.html glossary.html multithread/background.html",
        "main이 끝나|main: 끝|데몬|daemon|기다리지 않은 스레드|끝나기를 기다렸다가",
    ),
    (
        "String &str",
        "errors/types.html errors/python.html multithread/failure.html subprocess/text.html python-to-rust.html",
        "&str|문자열|`String`|String(은|이|의|째)",
    ),
    ("actix-web 라우터", "", ""),
    ("도커 이미지 빌드", "", ""),
    (
        "파이썬 threading.Thread 는 러스트에서 뭐예요",
        "python-to-rust.html multithread.html multithread/spawn.html introduction.html",
        "threading\\.Thread 여섯|thread::(spawn|scope|Builder)|scope\\.spawn|Rust의 스레드|^멀티스레드 |^띄우고 모으기|threading\\.Thread[^\\n]{0,60}Rust",
    ),
    (
        "러스트에도 GIL 있나요",
        "multithread.html glossary.html corrections.html multithread/parallel_sum.html",
        "\\bGIL|인터프리터 잠금|free-thread",
    ),
    (
        "명령 실행 결과를 문자열로 받는 법",
        "subprocess/text.html subprocess.html subprocess/run.html subprocess/check.html",
        "^(?=[\\s\\S]*(명령|자식|Command|subprocess|파이프|바이트))(?=[\\s\\S]*(문자열|from_utf8|encoding|인코딩|글자|출력|output))",
    ),
    (
        "세마포어와 뮤텍스 차이가 뭔가요",
        "semaphore.html mutex.html corrections.html glossary.html",
        "^(?!러스트로 다시)[\\s\\S]*((뮤텍스|mutex|\\bLock\\b)[^\\n]{0,150}(세마포어|semaphore)|(세마포어|semaphore)[^\\n]{0,150}(뮤텍스|mutex)|상호 배제 잠금|카운팅 세마포어)",
    ),
    (
        "동시에 3개까지만 실행하고 싶어요",
        "semaphore.html semaphore/pool.html semaphore/counting.html semaphore/permit.html semaphore/bounded.html glossary.html queue/workers.html",
        "세마포어|semaphore|허가|한 번에 셋|개수를 제한|정해진 수까지|max_workers|workers개",
    ),
    (
        "thread 'main' panicked at",
        "messages.html multithread/failure.html python-to-rust.html glossary.html multithread-sharing.html errors.html",
        "패닉|panic",
    ),
    (
        "`Rc<RefCell<i32>>` cannot be sent between threads",
        "errors/threads.html multithread-sharing.html multithread/stack_and_heap.html",
        "\\bRc\\b|RefCell|cannot be (sent|shared)|Send와 Sync",
    ),
    (
        "called `Result::unwrap()` on an `Err` value",
        "messages.html multithread/failure.html mutex/worker.html python-to-rust.html",
        "Result::unwrap|unwrap(\\(\\))?(은|이|을|합)|Err[^\\n]{0,20}패닉",
    ),
    (
        "테스트 통과가 안 돼요",
        "introduction.html errors.html",
        "시험(이|은|을|의)|cargo (test|course)|힌트를 봅|막히면",
    ),
    (
        "자기 자신을 자식으로 다시 실행하기",
        "multiprocess/children.html multiprocess.html",
        "current_exe|자기 자신을[^\\n]{0,30}실행|자신을 다른 역할|역할마다",
    ),
    (
        "expected `()`, found integer",
        "errors/types.html errors/results.html",
        "expected `\\(\\)`|found `\\(\\)`|쓰지 않을 값|돌려줄 값이 없|found `?integer",
    ),
    ("김치찌개 끓이는 법", "", ""),
    ("SQL 조인 쿼리 짜는 법", "", ""),
    ("아두이노로 LED 깜빡이기", "", ""),
];
