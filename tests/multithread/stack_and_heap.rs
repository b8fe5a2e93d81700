use std::collections::{HashMap, HashSet};
use std::thread::{self, ThreadId};
use std::time::Duration;

use super::answer::stack_and_heap::{Page, count}; // lessons/multithread/src/stack_and_heap.rs에 `Page`와 `pub fn count`가 있어야 합니다.
use interleave::observe::{Log, Tally};
use interleave::{
    Explorer, WAITS, advise, broken, demand, expect_all_finished, expect_clock, expect_overlap, explore,
    locks, orders,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(&[Paper]) -> HashMap<&str, u64> = count; // lessons/multithread/src/stack_and_heap.rs

pub const STEP: Step = Step {
    name: "stack_and_heap",
    title: "제 스택, 함께 쓰는 힙",
    hints: [
        "`pages`는 빌린 것이라 `thread::spawn`에 건넬 수 없습니다(E0521). 빌린 것을 쓰는 스레드는 `thread::scope` 안에서 띄웁니다.",
        "스레드마다 `HashMap`을 새로 만들어 제 페이지를 다 셉니다. 함께 쓰는 맵은 `Mutex`에 담고, 다 센 다음 잠가서 더합니다.",
        "`let counts = Mutex::new(HashMap::new());`를 `scope` 앞에 두고, `scope.spawn(|| …)` 안에서 `counts.lock().unwrap()`으로 잠급니다. `move`는 붙이지 않습니다. 끝나면 `counts.into_inner().unwrap()`으로 꺼냅니다.",
    ],
    promises: &[
        Promise { says: "페이지를 읽는 시간이 겹칩니다.", check: orders(reading_overlaps) },
        Promise {
            says: "어떤 순서에서도 모든 페이지의 단어를 빠짐없이 셉니다.",
            check: orders(counts_every_word),
        },
        Promise { says: "페이지는 한 번씩만 읽습니다.", check: orders(reads_once) },
        Promise {
            says: "페이지마다 스레드가 하나씩 있습니다.", check: orders(a_thread_for_each_page)
        },
        Promise {
            says: "함께 쓰는 맵을 단어마다 잠그지 않습니다.", check: orders(merges_once)
        },
        Promise {
            says: "단어는 공백으로만 나누고, 글자 그대로 셉니다.",
            check: orders(words_are_taken_as_they_are),
        },
        Promise { says: "키는 페이지의 글을 빌린 것입니다.", check: orders(copies_nothing) },
        Promise { says: "페이지가 많아도 같습니다.", check: orders(many_pages) },
        Promise { says: "부를 때마다 새로 셉니다.", check: orders(counts_anew) },
    ],
};

const SECOND: Duration = Duration::from_secs(1);

/// 읽는 데 `takes`가 걸리는 페이지입니다.
struct Paper {
    text: String,
    takes: Duration,
    reads: Tally,
    readers: Log<ThreadId>,
}

impl Paper {
    fn new(text: &str, takes: Duration) -> Self {
        Self { text: text.to_owned(), takes, reads: Tally::new(), readers: Log::new() }
    }
}

impl Page for Paper {
    fn read(&self) -> &str {
        self.reads.add(1);
        self.readers.push(thread::current().id());
        if !self.takes.is_zero() {
            thread::sleep(self.takes);
        }
        &self.text
    }
}

/// 세고 나서, 일하는 스레드가 남지 않았는지 봅니다.
#[track_caller]
fn count_all(pages: &[Paper]) -> HashMap<&str, u64> {
    let counts = count(pages);
    expect_all_finished();
    counts
}

fn miscounted(word: &str, wanted: u64, found: u64) -> String {
    format!("단어 {word:?}의 수는 {wanted}인데 {found}입니다.")
}

const EACH_ITS_OWN: &str = "스레드마다 빈 맵에 제 페이지만 세고, 합칠 때 잠근 동안에 `entry`로 더합니다. 함께 쓰는 맵을 베껴 와서 되쓰거나 `extend`로 덮으면 다른 스레드가 센 것이 사라집니다.";

#[track_caller]
fn expect_counts(counts: &HashMap<&str, u64>, wanted: &[(&str, u64)]) {
    for (word, wanted) in wanted {
        match counts.get(word) {
            Some(found) if found == wanted => {}
            Some(found) => broken(miscounted(word, *wanted, *found)),
            None => broken(format!("단어 {word:?}의 수는 {wanted}인데 결과에 없습니다.")),
        }
    }
    if let Some((word, count)) =
        counts.iter().find(|(word, _)| wanted.iter().all(|(known, _)| known != *word))
    {
        broken(format!("단어 {word:?}는 어느 페이지에도 없는데 수가 {count}입니다."));
    }
}

#[track_caller]
fn expect_all_counted(counts: &HashMap<&str, u64>, wanted: &[(&str, u64)]) {
    for (word, wanted) in wanted {
        let found = counts.get(word).copied().unwrap_or(*wanted);
        demand(found == *wanted, EACH_ITS_OWN, || miscounted(word, *wanted, found));
    }
    expect_counts(counts, wanted);
}

#[track_caller]
fn expect_read_once(pages: &[Paper]) {
    for page in pages {
        let reads = page.reads.total();
        if reads != 1 {
            broken(format!("글이 {:?}인 페이지를 {reads}번 읽습니다.", page.text));
        }
    }
}

fn reading_overlaps() {
    advise(
        "읽는 동안 잠금을 쥐지 않고, 모두 띄운 뒤에 기다립니다. 식의 중간에서 만든 가드는 그 문장이 끝날 때까지 남습니다.",
    );
    explore_three(|| {
        let pages = [(); 3].map(|()| Paper::new("봄", SECOND));
        count_all(&pages);
        expect_read_once(&pages);
        expect_overlap("읽는 데 1초 걸리는 페이지 셋을", &[SECOND; 3]);
    });
    explore(|| {
        let pages = [3, 1].map(|seconds| Paper::new("봄", seconds * SECOND));
        count_all(&pages);
        expect_overlap("읽는 데 3초와 1초 걸리는 페이지를", &[3 * SECOND, SECOND]);
    });
}

fn counts_every_word() {
    advise("합칠 때는 있던 수에 더합니다. `insert`와 `extend`는 있던 값을 덮어씁니다.");
    explore_three(|| {
        let pages = ["봄 여름 봄", "여름 봄 가을", "봄"].map(|text| Paper::new(text, Duration::ZERO));
        let counts = count_all(&pages);
        expect_all_counted(&counts, &[("봄", 4), ("여름", 2), ("가을", 1)]);
    });
    explore_three(|| {
        let pages = [(1, "봄"), (1, "봄"), (0, "봄 봄")];
        let pages = pages.map(|(seconds, text)| Paper::new(text, seconds * SECOND));
        expect_all_counted(&count_all(&pages), &[("봄", 4)]);
    });
}

fn reads_once() {
    explore(|| {
        let pages = ["봄 여름", ""].map(|text| Paper::new(text, SECOND));
        count_all(&pages);
        expect_read_once(&pages);
    });
}

fn a_thread_for_each_page() {
    advise("페이지마다 `spawn`을 한 번씩 부릅니다. 하나뿐인 페이지도 제 스레드에서 읽습니다.");
    for count in [1, 3] {
        explore_three(move || readers_of(count));
    }
}

fn readers_of(count: usize) {
    let pages: Vec<Paper> = (0..count).map(|_| Paper::new("봄", SECOND)).collect();
    count_all(&pages);
    let readers: HashSet<_> = pages.iter().flat_map(|page| page.readers.entries()).collect();
    if readers.contains(&thread::current().id()) {
        broken("count를 부른 스레드가 페이지를 읽습니다.");
    }
    if readers.len() != pages.len() {
        broken(format!("페이지 {}장을 스레드 {}개가 읽습니다.", pages.len(), readers.len()));
    }
}

fn merges_once() {
    advise("제 스레드의 맵에 먼저 다 세고, 한 번만 잠그고 합칩니다.");
    let words: Vec<String> = (0..120).map(|number| format!("단어{}", number % 6)).collect();
    let text = words.join("\n");
    few().explore(move || {
        let pages = [(); 3].map(|()| Paper::new(&text, SECOND));
        count_all(&pages);
        // 합칠 때 스레드마다 한 번이면 되고, 만들거나 꺼낼 때 한 번씩 더 잠그는 것은 괜찮습니다.
        let taken = locks();
        assert!(taken <= 8, "단어가 120개씩인 페이지 셋을 스레드 셋이 세면서 {taken}번이나 잠급니다.");
    });
}

fn words_are_taken_as_they_are() {
    advise("`split_whitespace`로 나누고, 나온 글자 그대로를 키로 씁니다. 수는 돌려주는 형으로 셉니다.");
    explore(|| {
        let page = Paper::new("  Rust rust\t러스트\n\nrust,  Rust　", Duration::ZERO);
        let pages = [page];
        expect_counts(&count_all(&pages), &[("Rust", 2), ("rust", 1), ("러스트", 1), ("rust,", 1)]);
        let empty = ["", " \n"].map(|text| Paper::new(text, Duration::ZERO));
        expect_counts(&count_all(&empty), &[]);
        expect_counts(&count_all(&[]), &[]);
    });
    // 세는 일은 순서와 상관없으므로 한 번만 봅니다. 두 바이트에 담기지 않는 수입니다.
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        let many = [66_000, 1].map(|times| Paper::new(&"봄 ".repeat(times), Duration::ZERO));
        expect_counts(&count_all(&many), &[("봄", 66_001)]);
    });
}

fn copies_nothing() {
    advise("단어를 복사하지 않고, 페이지에서 빌린 `&str`을 그대로 키로 씁니다.");
    few().explore(|| {
        let pages = ["봄 여름", "봄 가을"].map(|text| Paper::new(text, Duration::ZERO));
        for word in count_all(&pages).into_keys() {
            let lies_in = |page: &Paper| page.text.as_bytes().as_ptr_range().contains(&word.as_ptr());
            assert!(
                pages.iter().any(lies_in),
                "페이지의 글이 아니라 복사한 글을 가리키는 키가 있습니다: {word:?}"
            );
        }
    });
}

fn many_pages() {
    advise("몇 장이든 페이지마다 스레드 하나가 읽고 셉니다. 글이 같아도 저마다 세어 더합니다.");
    for count in [0, 1, 2, 4, 5, 9, 17, 33, 65] {
        few().explore(move || {
            // 글이 길고 모두 같아도 저마다 셉니다.
            let text = "봄 봄 여름\n".repeat(50);
            let pages: Vec<Paper> = (0..count).map(|_| Paper::new(&text, SECOND)).collect();
            let counts = count_all(&pages);
            let number = 50 * count as u64;
            let wanted = [("봄", 2 * number), ("여름", number)];
            expect_counts(&counts, if count == 0 { &[] } else { &wanted });
            expect_overlap(&format!("읽는 데 1초 걸리는 페이지 {count}장을"), &vec![SECOND; count]);
        });
    }
    let odd = Duration::from_nanos(1_234_567_891);
    for (_, wait) in WAITS {
        explore(move || {
            let pages = [odd, wait].map(|takes| Paper::new("봄", takes));
            expect_counts(&count_all(&pages), &[("봄", 2)]);
            expect_overlap("페이지 둘을", &[odd, wait]);
        });
    }
    explore(move || {
        let pages = [Paper::new("봄", odd)];
        count_all(&pages);
        expect_overlap("페이지 하나를", &[odd]);
    });
}

fn counts_anew() {
    explore(|| {
        let pages = [Paper::new("봄", Duration::ZERO)];
        expect_counts(&count_all(&pages), &[("봄", 1)]);
        expect_counts(&count_all(&pages), &[("봄", 1)]);
    });
    explore(|| {
        thread::scope(|scope| {
            for word in ["봄", "여름"] {
                scope.spawn(move || {
                    let pages = [Paper::new(word, SECOND)];
                    expect_counts(&count(&pages), &[(word, 1)]);
                    expect_clock("함께 부른 다른 count와 상관없이", SECOND);
                });
            }
        });
    });
}

/// 스레드가 셋이면 순서가 아주 많아서, 선점 한 번까지를 모두 보고 나머지는 골라 봅니다.
fn explore_three(f: impl Fn()) {
    Explorer::new().preemptions(1).orders(1_000).random(50).explore(f);
}

/// 스레드가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(30).random(5)
}
