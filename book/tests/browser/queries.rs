//! What readers ask, and the pages that must answer.

use serde_json::{Value, json};

use crate::Reader;
use crate::chromium::Result;

/// A query, a page that it must find, and what a result must speak of (a regular expression).
type Query = (&'static str, &'static str, &'static str);

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
    ("서브프로세스", "subprocess.html", "자식 프로세스|서브프로세스"),
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

/// Loads the records, with a page beside them that short queries must not find.
const LOAD: &str = "new Promise((done, fail) => { const script = document.createElement('script'); \
    script.src = document.documentElement.dataset.root + document.documentElement.dataset.records; script.onerror = fail; \
    script.onload = () => { const page = bookRecords.pages.push(['decoy.html', '함정']) - 1; \
    bookRecords.sections.push([page, '', '함정', '나락으로 떨어져도 시큐리티는 지킵니다. 손잡이 blocked']); done(); }; document.head.append(script); })";

/// The pages that a query finds, and how many of its first ten sections speak of it.
fn found(reader: &mut Reader, (query, _, about): &Query) -> Result<(Vec<String>, u64, u64)> {
    let script = format!(
        "(() => {{ const {{ hits }} = bookSearch.find({query}, bookRecords); const about = new RegExp({about}); \
         const texts = hits.slice(0, 10).map((hit) => bookRecords.sections[hit.index]); \
         return [hits.map((hit) => bookRecords.pages[bookRecords.sections[hit.index][0]][0]), \
         texts.filter((text) => about.test(bookRecords.pages[text[0]][1] + ' ' + text[2] + ' ' + text[3])).length, texts.length]; }})()",
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
    load(reader)?;
    let (mut met, mut relevant, mut shown) = (0, 0, 0);
    let mut missed = Vec::new();
    for query in HELD_OUT {
        let (pages, about, first) = found(reader, query)?;
        relevant += about;
        shown += first;
        match pages.iter().any(|page| page == query.1) || pages.is_empty() && query.1.is_empty() {
            true => met += 1,
            false => missed.push(format!("{} missed {} and found {pages:?}", query.0, query.1)),
        }
        if about < first {
            missed.push(format!("{}: {about} of {first} speak of it", query.0));
        }
    }
    let recall = met as f64 / HELD_OUT.len() as f64;
    let precision = relevant as f64 / shown as f64;
    let told = format!("recall {recall:.2}, precision {precision:.2}\n{}", missed.join("\n"));
    eprintln!("held out: {told}");
    if recall >= 0.9 && precision >= 0.9 { Ok(()) } else { Err(told) }
}

/// The first query folds every section and scans it. It is held against the least that any search must do, one walk over
/// the letters on the same machine, so that a slow machine is no fault; the milliseconds are told for who asks.
pub fn is_quick(reader: &mut Reader) -> Result<()> {
    load(reader)?;
    let queries: Vec<&str> = QUERIES.iter().chain(HELD_OUT).map(|(query, ..)| *query).collect();
    let script = "(queries) => { const best = (work) => Math.min(...Array.from({ length: 7 }, () => { const began = performance.now(); \
        work(); return performance.now() - began; })); \
        const walk = best(() => bookRecords.sections.reduce((sum, [, , head, text]) => { for (const c of (head + text).normalize('NFC')) sum += c.codePointAt(0); \
        return sum; }, 0)); \
        const first = queries.map((query) => [best(() => { bookRecords.views = undefined; bookSearch.find(query, bookRecords); }), query]); \
        return [walk, ...first.sort((a, b) => b[0] - a[0])[0]]; }";
    let took = reader.browser()?.value(&format!("({script})({})", json!(queries)))?;
    let (walk, slowest) = (took[0].as_f64().unwrap_or(0.0), took[1].as_f64().unwrap_or(f64::MAX));
    let told = format!(
        "the slowest first query ({}) took {slowest:.1} ms, a walk over the letters {walk:.1} ms",
        took[2]
    );
    eprintln!("{told}");
    if slowest < walk * SLOWEST { Ok(()) } else { Err(told) }
}

/// Walks over the letters that a first query may cost.
const SLOWEST: f64 = 60.0;
