//! What readers ask, and the pages that must answer.

use serde_json::{Value, json};

use crate::Reader;
use crate::as_typed::AS_TYPED;
use crate::asked::{NEWEST, SINCE};
use crate::chromium::Result;
use crate::latest::LATEST;
use crate::once_unseen::{ONCE_UNSEEN, SHOWN};
use crate::unseen::UNSEEN;

/// A query, the pages of which it must find one, and what a result must speak of (a regular expression).
pub type Query = (&'static str, &'static str, &'static str);

const QUERIES: &[Query] = &[
    ("뮤텍스", "mutex.html", "뮤텍스"),
    ("뮤텍스를", "mutex.html", "뮤텍스"),
    ("뮤텍", "mutex.html", "뮤텍"),
    ("포어", "semaphore.html", "포어"),
    ("교착상태", "mutex/transfer.html", "교착 ?상태"),
    ("교착 상태에서", "mutex/transfer.html", "교착 ?상태"),
    ("락", "mutex.html", "잠금|잠그|(^|[^가-힣])락"),
    ("큐", "queue.html", "(^|[^가-힣])큐"),
    ("데드락", "mutex/transfer.html", "교착 상태|데드락"),
    ("semaphore", "semaphore.html", "세마포어|[Ss]emaphore"),
    ("ㅁㅌㅅ", "mutex.html", "뮤텍스|멀티스"),
    ("스레드풀", "glossary.html", "스레드 ?풀"),
    ("스레드 풀", "glossary.html", "스레드 ?풀"),
    ("프로세스 간 통신", "multiprocess.html", "프로세스 ?간 ?통신"),
    ("잠그기", "mutex.html", "잠[그가긴갔금글급]"),
    ("기다리다", "mutex/patience.html", "기다[리려린림릴립렸]"),
    ("mutex 잠금", "mutex.html", "(?=[^]*([Mm]utex|뮤텍스))(?=[^]*잠금)"),
    ("코루틴", "", ""),
    ("조건변수", "mutex/integer_lock.html", "조건 변수"),
    ("ㄱㅊㅅㅌ", "mutex/transfer.html", "교착 상태"),
    ("임계구역은", "mutex/counter.html", "임계 구역"),
    ("race condition", "mutex/counter.html", "경쟁 상태|race condition"),
    ("퍼밋", "semaphore.html", "허가|퍼밋"),
    ("컨디션 변수", "mutex/integer_lock.html", "조건 변수|컨디션 변수"),
    ("파이프가", "subprocess/run.html", "파이프"),
    ("GIL", "multithread.html", "GIL|전역 인터프리터"),
    ("서브프로세스", "subprocess.html", "자식 프로세스|서브프로세스|subprocess"),
    ("잠갔다", "mutex.html", "잠[그가긴갔금글급]"),
    ("ㅅㅁㅍㅇ", "semaphore.html", "세마포어"),
    ("병렬", "multithread.html", "병렬"),
    ("데몬 스레드는", "corrections.html", "데몬 스레드"),
    ("스핀", "glossary.html", "바쁜 대기|스핀"),
    ("쓰레드", "multithread.html", "스레드|쓰레드"),
    ("좀비", "multiprocess.html", "좀비"),
    ("프로세스간 통신", "multiprocess.html", "프로세스 ?간 ?통신"),
    ("대기열", "queue.html", "큐|대기열"),
    ("소유권", "glossary.html", "소유권"),
    ("클로저를", "python-to-rust.html", "클로저"),
    ("이체", "mutex/transfer.html", "이체"),
    ("교착상태를", "mutex/transfer.html", "교착 상태"),
    ("깨우기", "mutex/integer_lock.html", "깨[우움워울운웁웠]"),
    ("세마포", "semaphore.html", "세마포"),
    ("여러 프로세스", "corrections-processes.html", "프로세스"),
    ("시간 제한", "mutex/patience.html", "한도|시간 ?제한"),
    ("타임아웃", "mutex/patience.html", "한도|타임아웃|timeout"),
];

/// The search was never changed for the sake of these.
const HELD_OUT: &[Query] = &[
    ("가드는", "mutex/cache.html", "가드"),
    ("데이터경합", "mutex.html", "데이터 경합|데이터경합"),
    ("ㅅㄹㄷ", "multithread.html", "스레드"),
    ("condvar", "mutex/integer_lock.html", "조건 변수|[Cc]ondvar"),
    ("허가를 돌려주는", "semaphore.html", "허가"),
    ("쉘", "corrections-processes.html", "셸|쉘|[Ss]hell"),
    ("리턴 코드", "subprocess.html", "반환 코드|리턴 코드"),
    ("동시 실행", "multithread.html", "동시성|동시 실행"),
    ("임계 영역", "mutex/counter.html", "임계 구역|임계 영역"),
    ("돌려받다", "mutex/patience.html", "돌려받"),
    ("멈춥니다", "subprocess/communicate.html", "멈[추춥춘췄춤춰]"),
    ("빌리기", "python-to-rust.html", "빌[리려린릴림립]"),
    ("보내는 쪽이", "queue-channels.html", "보내"),
    ("자료구조", "corrections.html", "자료 ?구조"),
    ("자식은", "subprocess.html", "자식"),
    ("RLock", "mutex/transfer.html", "RLock|재진입 잠금"),
    ("패닉하면", "mutex/cache.html", "패닉"),
    ("배리어", "glossary.html", "배리어|[Bb]arrier|장벽"),
    ("블록체인", "", ""),
    ("메모리를 공유", "multiprocess.html", "메모리"),
    ("끝나기를 기다", "subprocess.html", "끝나[^]*기다"),
    ("잠금 순서", "mutex/transfer.html", "(?=[^]*잠[금그])(?=[^]*순서)"),
    ("환경변수", "subprocess/environment.html", "환경 ?변수"),
    ("인코딩을", "subprocess/text.html", "인코딩|encoding"),
    ("ㅍㅇㅍ", "subprocess.html", "파이프"),
    ("join", "multithread.html", "join"),
    ("일꾼이", "queue/workers.html", "일꾼"),
    ("깨어났는데", "queue/fifo.html", "깨[어우]"),
    ("프로세스 그룹으로", "subprocess/timeout.html", "그룹"),
    ("공유메모리", "multiprocess.html", "공유 ?메모리"),
    ("표준 오류", "subprocess.html", "표준[^]*오류|stderr"),
    ("재진입", "mutex/transfer.html", "재진입|RLock"),
    ("비트코인", "", ""),
];

/// As a Python developer types them, in either language: names of modules, words of messages, loanwords, nouns written together.
const FRESH: &[Query] = &[
    ("E0382", "errors/threads.html", "E0382"),
    ("E0373", "errors/threads.html", "E0373"),
    ("e0507", "errors/borrowing.html", "E0507"),
    ("error[E0277]", "errors/methods.html", "E0277"),
    ("borrow of moved value", "errors/threads.html", "moved|옮[긴겼기]"),
    ("Sync", "multithread-sharing.html", "[Ss]ync"),
    ("queue.Queue", "queue.html", "queue.?Queue"),
    ("queue.Empty", "queue.html", "Empty"),
    ("put_nowait", "queue.html", "nowait"),
    ("maxsize", "queue.html", "maxsize"),
    ("데드락", "mutex/transfer.html", "교착|데드락"),
    ("교착", "mutex/transfer.html", "교착"),
    ("데드락 해결", "mutex/transfer.html", "교착|데드락"),
    ("세마포어", "semaphore.html", "세마포어"),
    ("BoundedSemaphore", "semaphore.html", "BoundedSemaphore"),
    ("GIL", "multithread.html", "GIL|전역 인터프리터"),
    ("join", "multithread.html", "join"),
    ("스레드 join 안하면", "multithread-sharing.html", "join|기다리지 않은"),
    ("daemon", "multithread/background.html", "[Dd]aemon|데몬"),
    ("daemon=True", "multithread/background.html", "daemon"),
    ("fork", "multiprocess/fork.html", "fork|포크"),
    ("popen", "subprocess.html", "Popen"),
    ("좀비", "multiprocess.html", "좀비"),
    ("좀비프로세스", "multiprocess.html", "좀비"),
    ("스레드 안전", "multithread-sharing.html", "안전"),
    ("스레드세이프", "multithread-sharing.html", "안전|Send"),
    ("threading.Lock", "mutex.html", "Lock"),
    ("RLock", "mutex/transfer.html", "RLock|재진입"),
    ("with lock", "mutex.html", "with lock"),
    (
        "Condition notify",
        "mutex/integer_lock.html",
        "(?=[^]*(Condition|조건 변수|[Cc]ondvar))(?=[^]*(notify|알[리림립려]|깨))",
    ),
    ("조건변수 while", "mutex/integer_lock.html", "조건 변수|while"),
    ("Event", "multithread/background.html", "Event"),
    ("get_ident", "multithread-sharing.html", "get_ident|스레드 번호"),
    ("ThreadPoolExecutor", "queue.html", "ThreadPoolExecutor"),
    ("task_done", "queue/task_done.html", "task_done"),
    ("생산자 소비자 패턴", "queue.html", "생산자|소비자"),
    ("shutdown", "queue/shutdown.html", "shutdown"),
    ("subprocess.run", "subprocess.html", "subprocess|run"),
    ("CalledProcessError", "subprocess/check.html", "CalledProcessError"),
    ("check=True", "subprocess/check.html", "check ?= ?True|check"),
    ("capture_output", "subprocess/run.html", "capture_output"),
    ("communicate 멈춤", "subprocess/communicate.html", "communicate|멈[추춥춘췄춤춰]"),
    ("shell=True", "corrections-processes.html", "shell"),
    ("TimeoutExpired", "subprocess/timeout.html", "TimeoutExpired"),
    ("returncode", "subprocess.html", "returncode|반환 코드"),
    ("환경변수", "subprocess/environment.html", "환경 ?변수"),
    ("작업 디렉터리", "subprocess/environment.html", "작업 ?(폴더|디렉터리)|일할 폴더|cwd"),
    ("한글 깨짐", "subprocess/text.html", "인코딩|cp949|깨[진지져집]"),
    ("cp949", "subprocess/text.html", "cp949"),
    ("SIGTERM", "multiprocess/farewell.html", "SIGTERM"),
    ("kill", "multiprocess/farewell.html", "kill"),
    ("multiprocessing.Pool", "multiprocess/pool.html", "Pool|풀"),
    ("Pipe", "multiprocess/pipe.html", "[Pp]ipe|파이프"),
    ("피클", "multiprocess.html", "피클|pickle"),
    ("__main__", "multiprocess.html", "__main__"),
    ("공유메모리", "multiprocess.html", "공유 ?메모리"),
    ("파일락", "multiprocess/shared.html", "파일 ?(잠[금그긴]|락)|flock"),
    ("Arc 클론", "multithread-sharing.html", "(?=[^]*Arc)(?=[^]*([Cc]lone|클론|복제))"),
    ("레이스컨디션", "mutex/counter.html", "경쟁 상태|레이스"),
    ("스레드 예외 처리", "multithread/failure.html", "예외|패닉"),
    ("poison", "mutex.html", "포이즌|[Pp]oison"),
    ("멀티코어", "multithread.html", "코어"),
    ("병렬처리", "multithread.html", "병렬"),
    ("락 순서", "mutex/transfer.html", "(?=[^]*(잠[금그긴]|락))(?=[^]*(순서|차례))"),
    ("백프레셔랑 큐", "queue.html", "배압|백프레셔"),
    ("E0499", "errors/borrowing.html", "E0499"),
    ("use of moved value", "errors/threads.html", "moved|옮"),
    ("Mutex poisoned", "mutex.html", "[Pp]oison|포이즌"),
    ("lock.acquire", "mutex.html", "acquire"),
    ("threading.Condition", "mutex/integer_lock.html", "Condition|조건 변수|[Cc]ondvar"),
    (
        "wait notify 놓침",
        "queue/fifo.html",
        "놓친|(?=[^]*(wait|기다|대기))(?=[^]*(notify|알[리림립려]|깨|놓친))",
    ),
    ("로스트 업데이트", "mutex/counter.html", "갱신 손실|업데이트"),
    ("락 타임아웃", "mutex/patience.html", "한도|타임아웃|timeout"),
    ("커넥션풀 제한", "semaphore.html", "세마포어|한도|허가|제한"),
    ("동시 실행 개수 제한", "semaphore.html", "수까지|개수|한도|동시"),
    ("워커 풀", "queue/workers.html", "일꾼|워커|[Ww]orker"),
    ("큐 가득 참", "queue/bounded.html", "(?=[^]*큐)(?=[^]*가득)"),
    ("None 넣어서 종료", "queue.html", "None"),
    ("FIFO", "queue.html", "FIFO|큐"),
    ("LIFO", "queue.html", "Lifo"),
    ("우선순위 큐", "queue.html", "Priority|우선순위"),
    ("표준입력", "subprocess/communicate.html", "표준 ?입력|stdin"),
    ("stderr", "subprocess.html", "stderr|표준[^]*오류"),
    ("프로세스 죽이기", "multiprocess/farewell.html", "프로세스"),
    ("자식프로세스 기다리기", "subprocess.html", "자식[^]*기다"),
    ("파이프 데드락", "subprocess/communicate.html", "(?=[^]*파이프)(?=[^]*(교착|멈))"),
    ("os.fork", "multiprocess/fork.html", "fork"),
    ("os.waitpid", "multiprocess.html", "waitpid"),
    ("spawn forkserver", "multiprocess.html", "spawn|forkserver"),
    ("pickle 에러", "multiprocess.html", "피클|pickle"),
    ("ProcessPoolExecutor", "multiprocess/pool.html", "ProcessPoolExecutor|프로세스 풀"),
    ("flock", "multiprocess/shared.html", "flock|파일 ?잠금"),
    ("전역변수 공유", "multiprocess.html", "전역|static|(?=[^]*(공유|함께))(?=[^]*변수)"),
    ("스레드 강제 종료", "multithread/background.html", "멈추|종료"),
    ("thread::spawn", "multithread/spawn.html", "spawn"),
    ("move 클로저", "errors/threads.html", "move|클로저"),
    ("Rc Arc 차이", "multithread-sharing.html", "(?=[^]*Rc)(?=[^]*Arc)"),
    ("atomic", "mutex.html", "원자|[Aa]tomic"),
    ("컨텍스트 스위칭", "glossary.html", "문맥 전환|컨텍스트"),
    ("asyncio", "introduction.html", "asyncio"),
];

/// Written by somebody who had seen neither the search nor the lists above: typos, words run together, half of each language,
/// the compiler's sentences. When they were first asked, recall was .70 at a precision of .81; the search has been mended for
/// them since, so the next measurement needs a list of its own.
const RENEWED: &[Query] = &[
    ("쓰레드 여러개 돌리기", "multithread/spawn.html", "스레드"),
    ("뮤택스", "mutex.html", "뮤텍스|[Mm]utex"),
    ("파이썬 GIL 느린 이유", "multithread.html", "GIL"),
    ("데드락 걸렸을때", "mutex/transfer.html", "교착|데드락"),
    ("세마포어 뮤텍스 차이", "semaphore.html", "(?=[^]*세마포어)(?=[^]*뮤텍스)"),
    ("cannot borrow as mutable", "errors/borrowing.html", "borrow|빌[리린]"),
    ("does not live long enough", "errors/borrowing.html", "live long enough|오래 살|E0597"),
    ("closure may outlive the current function", "errors/threads.html", "outlive|오래 살|E0373"),
    ("Rc cannot be sent between threads safely", "multithread-sharing.html", "Rc|sent between threads|Send"),
    ("서브프로세스 타임아웃", "subprocess/timeout.html", "한도|timeout|TimeoutExpired"),
    ("subprocess 한글 깨짐", "subprocess/text.html", "인코딩|cp949|깨[진지져집]"),
    ("쓰레드 강제종료", "multithread/background.html", "멈추|종료"),
    ("스레드 리턴값", "multithread/spawn.html", "(?=[^]*스레드)(?=[^]*(결과|돌려|값))"),
    ("queue join 안끝남", "queue/task_done.html", "join|끝나"),
    ("큐 가득차면", "queue/bounded.html", "가득"),
    ("프로듀서 컨슈머", "queue.html", "생산자|소비자"),
    ("Arc Mutex 같이 쓰는 이유", "multithread-sharing.html", "(?=[^]*Arc)(?=[^]*(Mutex|뮤텍스))"),
    ("lock().unwrap()", "mutex.html", "lock|unwrap"),
    ("PoisonError", "mutex/worker.html", "[Pp]oison|포이즌"),
    ("while condvar.wait", "mutex/integer_lock.html", "wait|조건 변수|[Cc]ondvar"),
    ("notify_one notify_all 차이", "mutex/integer_lock.html", "notify_one|notify_all|깨[우운움울]"),
    ("스퓨리어스 웨이크업", "glossary.html", "spurious|가짜 깨어남"),
    ("fork 락", "corrections-processes.html", "(?=[^]*fork)(?=[^]*(잠[금그근긴갔]|락))"),
    (
        "멀티프로세싱 변수 공유",
        "multiprocess.html",
        "(?=[^]*(프로세스|multiprocess))(?=[^]*(변수|공유|함께))",
    ),
    ("파일 락 걸기", "multiprocess/shared.html", "파일[^]*(잠[금그근긴갔]|락)|flock"),
    ("returncode -9", "subprocess.html", "returncode|반환 코드|-9"),
    ("자식 프로세스 죽이기", "multiprocess/farewell.html", "자식[^]*(프로세스|끝[내낸])|kill"),
    ("SIGTERM SIGKILL", "multiprocess/farewell.html", "SIGTERM|SIGKILL"),
    ("환경변수 추가", "subprocess/environment.html", "환경 ?변수"),
    ("shell=True 위험", "corrections-processes.html", "shell|셸"),
    ("UnicodeDecodeError", "corrections-processes.html", "UnicodeDecodeError|인코딩"),
    ("broken pipe", "subprocess/communicate.html", "[Bb]roken ?[Pp]ipe"),
    ("파이프 64KB", "subprocess.html", "64 ?K|파이프"),
    ("스레드풀 만들기", "semaphore/pool.html", "스레드 ?풀|[Tt]hread ?[Pp]ool"),
    ("동시성 병렬성차이", "multithread.html", "동시성|병렬성"),
    ("멀티코어 활용", "multithread.html", "코어|프로세서"),
    ("데몬쓰레드", "corrections.html", "데몬"),
    ("쓰레드 예외처리", "multithread/failure.html", "예외|패닉|실패"),
    ("join unwrap panic", "multithread/failure.html", "join|패닉|panic"),
    ("mpsc channel", "queue-channels.html", "채널|channel|mpsc"),
    ("채널 닫기", "queue/workers.html", "(?=[^]*채널)(?=[^]*(닫|끝))"),
    ("try_lock timeout", "mutex/patience.html", "try_lock|timeout|한도"),
    ("계좌이체", "mutex/transfer.html", "계좌|이체"),
    ("캐시 중복계산", "mutex/cache.html", "계산"),
    ("베리어", "glossary.html", "배리어|[Bb]arrier"),
    ("커넥션풀", "semaphore.html", "커넥션|풀"),
    ("error[E0382]", "errors/threads.html", "E0382"),
    ("lambda pickle 에러", "multiprocess.html", "pickle|피클"),
    ("spawn fork 차이", "multiprocess.html", "spawn|fork"),
    ("if __name__ == \"__main__\"", "corrections.html", "__main__"),
    ("thread id", "multithread-sharing.html", "번호|ident|ThreadId|thread id"),
    ("러스트 소유권", "python-to-rust.html", "소유권|주인|owner"),
    ("fetch_add", "mutex.html", "fetch_add|원자"),
    ("경쟁상테", "mutex/counter.html", "경쟁 상태"),
    ("RwLock", "introduction.html", "RwLock"),
    ("세미콜론 빠짐", "errors/syntax.html", "세미콜론|;"),
    ("with문 락 해제", "mutex.html", "with|풀"),
    ("프로세스 여러개 실행", "multiprocess/children.html", "프로세스|실행"),
    ("move 안붙이면", "errors/threads.html", "move|옮"),
    ("파이썬 스레드 세마포어 예제", "semaphore.html", "세마포어|[Ss]emaphore"),
];

/// Loads the records, with a page beside them that short queries must not find.
const LOAD: &str = "new Promise((done, fail) => { const script = document.createElement('script'); \
    script.src = document.documentElement.dataset.root + document.documentElement.dataset.records; script.onerror = fail; \
    script.onload = () => { const page = bookRecords.pages.push(['decoy.html', '함정']) - 1; \
    bookRecords.sections.push([page, '', '함정', '나락으로 떨어져도 시큐리티는 지킵니다. 손잡이 blocked', '']); done(); }; document.head.append(script); })";

/// The pages that a query finds, and how many of its first ten sections speak of it.
fn found(reader: &mut Reader, (query, _, about): &Query) -> Result<(Vec<String>, u64, u64)> {
    let script = format!(
        "(() => {{ const {{ hits }} = bookSearch.find({query}, bookRecords); const about = new RegExp({about}, 'i'); \
         const texts = hits.slice(0, 10).map((hit) => bookRecords.sections[hit.index]); \
         return [hits.map((hit) => bookRecords.pages[bookRecords.sections[hit.index][0]][0]), \
         texts.filter((text) => about.test(bookRecords.pages[text[0]][1] + ' ' + text.slice(2).join(' '))).length, texts.length]; }})()",
        query = json!(query),
        about = json!(about),
    );
    let answer = reader.browser()?.value(&script)?;
    let pages = answer[0].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string);
    Ok((pages.collect(), answer[1].as_u64().unwrap_or(0), answer[2].as_u64().unwrap_or(0)))
}

fn load(reader: &mut Reader) -> Result<()> {
    let address = reader.address("index.html");
    let browser = reader.browser()?;
    browser.open(&address, 1280, "light")?;
    browser.value(LOAD)?;
    Ok(())
}

pub fn finds(reader: &mut Reader) -> Result<()> {
    load(reader)?;
    let mut faults = Vec::new();
    for query in QUERIES {
        let (pages, relevant, shown) = found(reader, query)?;
        let wanted = query.1;
        if wanted.is_empty() != pages.is_empty()
            || !wanted.is_empty() && !pages.iter().any(|page| page == wanted)
        {
            faults.push(format!("{}: {wanted:?} is not among {pages:?}", query.0));
        }
        if relevant < shown || pages.iter().any(|page| page == "decoy.html") {
            faults.push(format!("{}: {relevant} of {shown} speak of it: {pages:?}", query.0));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

pub fn finds_held_out(reader: &mut Reader) -> Result<()> {
    measure(reader, "held out", HELD_OUT, ANYWHERE, (0.9, 0.9))
}

pub fn finds_fresh(reader: &mut Reader) -> Result<()> {
    measure(reader, "fresh", FRESH, ANYWHERE, (0.92, 0.95))
}

pub fn finds_renewed(reader: &mut Reader) -> Result<()> {
    measure(reader, "renewed", RENEWED, ANYWHERE, (0.92, 0.95))
}

pub fn finds_newest(reader: &mut Reader) -> Result<()> {
    measure(reader, "newest", NEWEST, 10, (0.92, 0.95))?;
    measure(reader, "since", SINCE, 10, (0.85, 0.8))?;
    measure(reader, "latest", LATEST, 10, (0.92, 0.85))?;
    measure(reader, "as typed", AS_TYPED, 10, (0.95, 0.88))?;
    measure(reader, "once unseen", ONCE_UNSEEN, 10, (0.95, 0.85))?;
    measure(reader, "shown", SHOWN, 10, (0.9, 0.78))?;
    measure(reader, "unseen", UNSEEN, 10, (0.85, 0.8))
}

const ANYWHERE: usize = usize::MAX;

/// How many of the queries find a page of theirs among so many results, and how many of the first results speak of what was asked.
fn measure(
    reader: &mut Reader,
    name: &str,
    queries: &[Query],
    among: usize,
    (least_recall, least_precision): (f64, f64),
) -> Result<()> {
    load(reader)?;
    let (mut met, mut relevant, mut shown) = (0, 0, 0);
    let mut missed = Vec::new();
    for query in queries {
        let (pages, about, first) = found(reader, query)?;
        relevant += about;
        shown += first;
        let wanted = |page: &String| query.1.split(' ').any(|wanted| wanted == page);
        match pages.iter().take(among).any(wanted) || pages.is_empty() && query.1.is_empty() {
            true => met += 1,
            false => missed.push(format!("{} missed {} and found {pages:?}", query.0, query.1)),
        }
        if about < first {
            missed.push(format!("{}: {about} of {first} speak of it", query.0));
        }
    }
    let recall = met as f64 / queries.len() as f64;
    let precision = relevant as f64 / shown as f64;
    let told = format!("recall {recall:.2}, precision {precision:.2}\n{}", missed.join("\n"));
    eprintln!("{name}: {told}");
    if recall >= least_recall && precision >= least_precision { Ok(()) } else { Err(told) }
}

/// The first query of a reader who has opened the search, in a page that has just been loaded: all texts were folded in idle
/// moments, and none is left for the first key. How many milliseconds it took is told for who asks, and is no promise.
pub fn is_quick(reader: &mut Reader) -> Result<()> {
    let address = reader.address("index.html");
    let browser = reader.browser()?;
    let mut slowest = (0.0, "");
    for query in FIRST {
        let mut best = f64::MAX;
        for _ in 0..3 {
            browser.open(&address, 1280, "light")?;
            browser.press("/", 191)?;
            browser.until("'ready' in document.querySelector('dialog.search').dataset")?;
            let script = format!(
                "(() => {{ const left = bookRecords.sections.length - bookRecords.kept.filter((section) => section.view).length; \
                 const began = performance.now(); bookSearch.find({}, bookRecords); return [left, performance.now() - began]; }})()",
                json!(query)
            );
            let took = browser.value(&script)?;
            if took[0] != json!(0) {
                return Err(format!("{} texts were left to fold", took[0]));
            }
            best = best.min(took[1].as_f64().unwrap_or(f64::MAX));
        }
        if best > slowest.0 {
            slowest = (best, query);
        }
    }
    eprintln!("the slowest first query ({}) took {:.1} ms", slowest.1, slowest.0);
    Ok(())
}

/// One query of each kind of reading.
const FIRST: &[&str] = &[
    "스레드",
    "데드락",
    "교착 상태에서",
    "기다리다",
    "ㅁㅌㅅ",
    "캐시 중복계산",
    "뮤택스",
    "블록체인",
    "semaphore",
];
