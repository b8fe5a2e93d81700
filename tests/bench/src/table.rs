//! The results as a page for the README and the book.

use serde_json::Value;

use crate::tools::median;

pub fn page(topic: &str, all: &Value) -> String {
    let parts = [
        answers(&all["orders"], &all["threads"]),
        repeats(topic, &all["repeats"]),
        waits(&all["builds"]),
        guide(topic, &all["guide"]),
        mutants(topic, &all["mutants"]),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("\n")
}

fn rows(part: &Value) -> &[Value] {
    part["rows"].as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn machine(part: &Value) -> String {
    let machine = &part["machine"];
    let (cpu, date, load) = (text(&machine["cpu"]), text(&machine["date"]), text(&machine["load"]));
    format!("{cpu} 코어 {}개, {date}, 시작할 때 부하 {load}", number(&machine["cores"]))
}

fn thousands(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

/// One answer as both ways saw it.
struct Row<'a> {
    orders: &'a Value,
    threads: &'a Value,
}

impl Row<'_> {
    /// Whether the broken promise is one that a single run cannot show to be broken.
    fn is_unasked(&self) -> bool {
        let unasked = self.threads["unasked"].as_array().map_or(&[][..], Vec::as_slice);
        unasked.contains(&self.orders["promise"])
    }

    fn caught(&self) -> u64 {
        number(&self.threads["caught"])
    }

    fn line(&self, runs: u64) -> String {
        let Row { orders, threads } = self;
        let different = match number(&orders["different_reports"]) {
            0 | 1 => String::new(),
            many => format!(" (보고 {many}가지)"),
        };
        let time = |value: &Value| format!("{:.1}", value.as_f64().unwrap_or_default());
        let caught = match (self.is_unasked(), self.caught(), number(&threads["hung"])) {
            (true, 0, _) => "물을 수 없음".to_string(),
            (_, caught, 0) => thousands(caught),
            (_, caught, hung) => format!("{} (멈춤 {})", thousands(caught), thousands(hung)),
        };
        let caught = if threads.is_null() || runs == 0 { "–".to_string() } else { caught };
        format!(
            "| {} | `{}` | {} | {}{different} | {} | {} | {} | {caught} |\n",
            text(&orders["step"]),
            text(&orders["answer"]),
            reason(text(&orders["kind"])),
            number(&orders["found"]),
            thousands(number(&orders["orders"])),
            time(&orders["median_ms"]),
            time(&orders["max_ms"]),
        )
    }
}

fn reason(kind: &str) -> &str {
    match kind {
        "Solved" => "없음",
        "Panic" => "약속과 다른 결과",
        "Deadlock" => "교착 상태",
        "Spin" => "바쁜 대기",
        "Unjoined" => "기다리지 않은 스레드",
        "NeverHappens" => "겹칠 수 없음",
        "TooLong" => "한도를 넘음",
        other => other,
    }
}

fn answers(orders: &Value, threads: &Value) -> Option<String> {
    if orders.is_null() {
        return None;
    }
    let same = |orders: &Value| {
        let there = |row: &&Value| row["step"] == orders["step"] && row["answer"] == orders["answer"];
        rows(threads).iter().find(there).unwrap_or(&Value::Null)
    };
    let all: Vec<Row> = rows(orders).iter().map(|row| Row { orders: row, threads: same(row) }).collect();
    let (wrong, solved): (Vec<&Row>, Vec<&Row>) =
        all.iter().partition(|row| row.orders["wrong"] == Value::Bool(true));
    let runs = number(&threads["runs"]);
    let mut page = head(orders, threads);
    page += &summary(&wrong, number(&orders["runs"]), runs);
    for (title, rows) in [("틀린 답", wrong), ("풀이", solved)] {
        page += &format!(
            "\n| 단계 | {title} | 깨지는 까닭 | 엔진 | 순서 | 중앙값 ms | 최대 ms | 보통 스레드 |\n"
        );
        page += "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n";
        page.extend(rows.iter().map(|row| row.line(runs)));
    }
    Some(page)
}

fn head(orders: &Value, threads: &Value) -> String {
    let judged = number(&orders["runs"]);
    let head = format!(
        "## 틀린 답을 얼마나 확실히 찾는가\n\n\
         같은 답 파일과 같은 약속 파일을 두 가지로 컴파일해 돌립니다. 모두 `cargo test`와 같은 dev 프로필입니다.\n\n\
         - **엔진**: 모든 순서를 살피는 검사를 {judged}번, 매번 새 프로세스에서 합니다. 찾은 횟수, 깨진 약속을 살피는 데 돌려 본 \
         순서의 수, 첫 약속부터 답이 나올 때까지 쓴 프로세서 시간입니다. 보고가 매번 같지 않으면 괄호에 적습니다. ({})\n",
        machine(orders),
    );
    if threads.is_null() {
        return head + "\n";
    }
    let (runs, second) = (number(&threads["runs"]), number(&threads["second_ms"]));
    format!(
        "{head}\
         - **보통 스레드**: 엔진 없이 진짜 std, parking_lot, crossbeam으로 약속을 차례로 한 번씩 확인하는 일을 {}번 합니다. 약속이 하나라도 \
         깨지거나 멈추면 잡은 것으로 셉니다. 코드의 1초는 {second}밀리초로 줄이고, 시각은 1초 단위로 내려 견주며, 약속 하나가 40초 동안 \
         끝나지 않으면 멈춘 것으로 봅니다. 자는 답은 30개, 바삐 기다리는 답은 2개, 늘 멈추는 답은 100개 프로세스로 나누어 돌립니다. (마지막 단계를 잴 때: {})\n\
         - **물을 수 없음**: 그런 순서가 있다는 약속이나 몇 시간을 기다리는 약속이 깨지는 답입니다. 한 번 돌려서는 알 수 없습니다.\n\
         - **–**: 보통 스레드로는 아직 재지 않았습니다.\n\
         - 아래의 풀이는 옳은 답이므로, 보통 스레드가 잡은 횟수는 기계가 늦어서 생긴 잘못입니다. 틀린 답의 횟수에도 그만큼 섞여 있을 수 있습니다.\n\n",
        thousands(runs),
        machine(threads),
    )
}

fn summary(wrong: &[&Row], judged: u64, runs: u64) -> String {
    let always = wrong.iter().filter(|row| number(&row.orders["found"]) == judged).count();
    let slowest = wrong.iter().filter_map(|row| row.orders["max_ms"].as_f64()).fold(0.0, f64::max);
    let middle = median(wrong.iter().filter_map(|row| row.orders["median_ms"].as_f64()).collect());
    let ran: Vec<&&Row> = wrong.iter().filter(|row| !row.threads.is_null()).collect();
    let unasked = ran.iter().filter(|row| row.is_unasked()).count();
    let asked: Vec<u64> = ran.iter().filter(|row| !row.is_unasked()).map(|row| row.caught()).collect();
    let count = |which: &dyn Fn(u64) -> bool| asked.iter().filter(|&&caught| which(caught)).count();
    let found = format!(
        "틀린 답 {}개 가운데 엔진이 {judged}번 모두 찾은 것은 {always}개이고, 가장 오래 걸린 것이 {slowest:.0}밀리초, 가운데가 {middle:.1}밀리초입니다.",
        wrong.len(),
    );
    if ran.is_empty() {
        return format!("{found} 보통 스레드로는 아직 재지 않았습니다.\n");
    }
    format!(
        "{found} 보통 스레드로 잰 {}개 가운데 {}번 모두 잡은 것은 {}개, 잡기도 놓치기도 한 것은 {}개(그 가운데 100번에 한 번도 못 잡은 것 {}개), 한 번도 못 잡은 것은 {}개, \
         물을 수 없는 것은 {unasked}개입니다.\n",
        ran.len(),
        thousands(runs),
        count(&|caught| caught == runs),
        count(&|caught| caught > 0 && caught < runs),
        count(&|caught| caught > 0 && caught * 100 < runs),
        count(&|caught| caught == 0),
    )
}

fn repeats(topic: &str, repeats: &Value) -> Option<String> {
    if repeats.is_null() {
        return None;
    }
    let mut page = format!(
        "## 보고는 늘 같은가\n\n손대지 않은 단원의 `cargo test -p lesson-{topic}`가 출력한 것을 처음 것과 한 바이트까지 견줍니다. ({})\n\n\
         | 어떻게 | 횟수 | 처음과 다른 보고 |\n| --- | ---: | ---: |\n",
        machine(repeats)
    );
    for row in rows(repeats) {
        page += &format!(
            "| {} | {} | {} |\n",
            text(&row["how"]),
            number(&row["times"]),
            number(&row["different"])
        );
    }
    Some(page)
}

fn waits(builds: &Value) -> Option<String> {
    if builds.is_null() {
        return None;
    }
    let mut page = format!(
        "## 얼마나 기다리는가\n\n저장소를 복사해 잰 벽시계 시간입니다. ({})\n\n| 무엇을 | 횟수 | 중앙값 초 | 최대 초 |\n| --- | ---: | ---: | ---: |\n",
        machine(builds)
    );
    page += &times(builds);
    let ratio = builds["cold_ratio"].as_f64().unwrap_or_default();
    page += &format!(
        "\n새로 받은 저장소의 첫 시험은 shuttle만 빌드할 때의 {ratio:.2}배입니다(각각 가장 빠른 것끼리).\n"
    );
    Some(page)
}

fn times(part: &Value) -> String {
    let line = |row: &Value| {
        let seconds = |value: &Value| format!("{:.3}", value.as_f64().unwrap_or_default());
        let (median, max) = (seconds(&row["median"]), seconds(&row["max"]));
        format!("| {} | {} | {median} | {max} |\n", text(&row["what"]), number(&row["times"]))
    };
    rows(part).iter().map(line).collect()
}

fn guide(topic: &str, guide: &Value) -> Option<String> {
    if guide.is_null() {
        return None;
    }
    let mut page = format!(
        "## 길잡이가 더하는 것\n\n저장소를 복사해 가상 터미널에서 잰 벽시계 시간입니다. ({})\n\n| 무엇을 | 횟수 | 중앙값 초 | 최대 초 |\n| --- | ---: | ---: | ---: |\n",
        machine(guide)
    );
    page += &times(guide);
    let built = &guide["built"];
    page += &format!(
        "\n기다리는 {}초 동안 쓴 프로세서 시간은 {}밀리초이고, 메모리는 {:.1}MB입니다.\n\
         빈 target에서 `cargo test -p lesson-{topic}`는 크레이트 {}개를 컴파일합니다. 길잡이를 빌드한 뒤에 다시 하면 {}개, 길잡이를 먼저 빌드하고 하면 {}개입니다.\n",
        number(&guide["idle_seconds"]),
        number(&guide["idle_ticks"]) * 10,
        guide["memory"].as_f64().unwrap_or_default(),
        number(&built["alone"]),
        number(&built["after_the_guide"]),
        number(&built["behind_the_guide"]),
    );
    Some(page)
}

fn mutants(topic: &str, mutants: &Value) -> Option<String> {
    if mutants.is_null() {
        return None;
    }
    let mut page = format!(
        "## 약속은 풀이의 작은 잘못을 알아채는가\n\n풀이를 한 곳씩 바꾸어, 컴파일되는 것을 모두 판정합니다. 약속을 모두 지킨 것은 풀이와 같은 프로그램이어야 합니다. \
         왜 같은지는 `tests/{topic}/mutants.txt`에 적혀 있습니다. ({})\n\n\
         | 단계 | 바꾼 것 | 컴파일된 것 | 걸린 것 | 풀이와 같은 것 | 놓친 것 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
        machine(mutants)
    );
    for row in rows(mutants) {
        let through = row["through"].as_array().map_or(0, Vec::len);
        let [made, compiled, rejected, same] =
            ["made", "compiled", "rejected", "same"].map(|name| number(&row[name]));
        page +=
            &format!("| {} | {made} | {compiled} | {rejected} | {same} | {through} |\n", text(&row["step"]));
    }
    Some(page)
}
