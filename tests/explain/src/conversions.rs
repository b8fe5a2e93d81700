//! Types that are near to each other.

use crate::Diagnostic;
use crate::types::NUMBERS;

/// What leads from one type to another that is near to it.
pub(crate) fn nearly(d: &Diagnostic, wanted: &str, found: &str) -> Option<&'static str> {
    let number = NUMBERS.contains(&found.trim_start_matches('&'));
    let text = ["String", "&String", "&str"].contains(&found);
    let lazy = ["Map<", "Filter<", "Enumerate<", "Rev<", "Zip<", "Chunks<"];
    let many = ["Vec<", "VecDeque<", "HashMap<", "HashSet<", "String", "[", "str"];
    if d.says("consider dereferencing the borrow") {
        Some("`found` 쪽이 아니라 빌린 쪽에 `*`를 붙여 값끼리 견줍니다: `|permits| *permits < n`.")
    } else if wanted.starts_with("Box<dyn") {
        Some("상자에 담습니다: `Err(Box::new(오류))`나 `Err(오류.into())`.")
    } else if found == "&str" && d.says("expected because this is `") {
        Some(
            "문자열이 아니라 선언된 타입의 값과 견줍니다. 열거형이라면 갈래를 적습니다: `errors == Errors::Strict`.",
        )
    } else if wanted == "&String" && found == "&str" {
        Some("앞의 것을 `&str`로 바꾸면 맞습니다: `text.map(String::as_str).unwrap_or(NO_MESSAGE)`.")
    } else if found.starts_with("Cow<") {
        Some("빌린 것일 수도 있는 문자열입니다. 제 것으로 만듭니다: `text.into_owned()`.")
    } else if d.says("compare for equality") {
        Some("비교는 `==`입니다. 참인지 볼 때는 `if got.is_none() {`처럼 `== true` 없이 적습니다.")
    } else if wanted == "Signal" {
        Some(
            "번호가 아니라 이름으로 적습니다. 15는 `Signal::TERM`, 9는 `Signal::KILL`, 2는 `Signal::INT`입니다.",
        )
    } else if wanted == "str" {
        Some(
            "받는 쪽의 타입을 `&str`로 적습니다: `fn acquire(&self, name: &str)`. `str`은 그대로 받지 못합니다.",
        )
    } else if found.starts_with("MutexGuard<")
        && ["Vec<", "VecDeque<", "HashMap<", "String"].iter().any(|kind| wanted.starts_with(kind))
    {
        Some(
            "가드 너머의 값은 빌려서 넘깁니다. 받는 쪽의 인수를 `&[String]`이나 `&VecDeque<u64>`처럼 참조로 적고 `&active`를 건넵니다.",
        )
    } else if wanted.contains("impl Fn") && found.contains("impl Fn") {
        Some(
            "클로저는 저마다 타입이 달라서 한 리스트에 담을 수 없습니다. 차례대로 부릅니다: `second(first(item))`.",
        )
    } else if found == "String" && NUMBERS.contains(&wanted) {
        Some(
            "숫자를 바라는 곳입니다. `format!` 없이 숫자를 그대로 적고, 문자열을 숫자로 읽는 것은 `text.parse::<i32>()`입니다.",
        )
    } else if wanted.starts_with('[') && ["&[", "Vec<", "&Vec<"].iter().any(|kind| found.starts_with(kind)) {
        Some(
            "배열은 길이까지가 타입입니다. 길이가 맞는 것을 안다면 `bytes.try_into().unwrap()`으로 배열을 만듭니다. 읽어서 담을 것이라면 `let mut bytes = [0; 8];`과 `from.read_exact(&mut bytes)?;`입니다.",
        )
    } else if wanted.starts_with("Vec<") && lazy.iter().any(|kind| found.starts_with(kind)) {
        Some(
            "`map`이나 `filter`는 아직 돌지 않은 것입니다. 끝에 `.collect()`를 붙이면 돌면서 리스트에 담습니다.",
        )
    } else if wanted == "&mut String" && found.starts_with("&mut &") {
        Some("빌린 문자열에는 담을 수 없습니다. 변수를 `let mut line = String::new();`로 만듭니다.")
    } else if wanted == "Duration" && d.place().is_some_and(|span| span.before.trim_end().ends_with('<')) {
        Some(
            "`Duration`에는 음수가 없고, 더 큰 것을 빼면 패닉합니다. 남은 시간은 `end.saturating_duration_since(Instant::now())`로 구하고 `is_zero()`로 묻습니다.",
        )
    } else if wanted == "Duration" && (number || found.contains("number") || found == "integer") {
        Some(
            "시간은 `Duration`으로 적습니다: `Duration::from_secs(1)`, 소수라면 `Duration::from_secs_f64(limit)`.",
        )
    } else if found == "floating-point number" {
        Some(
            "소수는 정수에 들어가지 않습니다. 시간이라면 `Duration::from_secs_f64(1.5)`나 `Duration::from_millis(1500)`으로 적습니다.",
        )
    } else if wanted == "&_" {
        Some("앞에 `&`를 붙여 빌려 줍니다.")
    } else if wanted.trim_start_matches('&').starts_with("Atomic") {
        Some("원자적 타입의 값은 메서드로 바꿉니다: `flag.store(true, Ordering::SeqCst);`.")
    } else if wanted.starts_with("&mut Option<_>") {
        Some(
            "변수를 `None`으로 시작해서 타입이 `Option`이 되었습니다. 담을 것과 같은 타입의 빈 값으로 시작합니다: `let mut thrown = VecDeque::new();`.",
        )
    } else if wanted.starts_with('&') && found.trim_start_matches("&mut ").trim_start_matches('&') == "()" {
        Some(
            "`()`는 값이 없다는 뜻입니다. `File`의 `lock()`은 뮤텍스와 달리 가드를 돌려주지 않습니다: `file.lock()?;`라고 부르고 `file`을 이어서 씁니다.",
        )
    } else if found == "&str" && d.says("this expression has type `") {
        Some("나눌 값은 문자열이 아니라 열거형입니다. 갈래에 열거형의 값을 적습니다: `Errors::Replace => …`.")
    } else if d.says("try wrapping the expression in a variant") {
        Some("rustc가 `help`에서 권하는 갈래 가운데 뜻에 맞는 것으로 감쌉니다.")
    } else if wanted == "bool" && many.iter().any(|kind| found.contains(kind)) {
        Some("리스트나 문자열은 그 자체로 참이나 거짓이 아닙니다. 비었는지는 `is_empty()`로 묻습니다.")
    } else if wanted == "ExitStatus" || found == "ExitStatus" {
        Some(
            "`ExitStatus`는 숫자가 아닙니다. 성공했는지는 `status.success()`, 반환 코드는 `status.code() == Some(1)`처럼 묻습니다.",
        )
    } else if d.place().is_some_and(|span| span.before.trim_end().ends_with("..")) {
        Some("`..`는 같은 타입의 값에서 나머지 필드를 가져옵니다. 다른 타입이면 필드를 하나씩 적습니다.")
    } else if found == "WaitTimeoutResult" {
        Some("한도가 지났는지는 `result.timed_out()`으로 묻습니다.")
    } else if wanted == "bool" && number {
        Some("숫자는 참이나 거짓이 아닙니다. 0이 아닌지는 `!= 0`, 0인지는 `== 0`으로 묻습니다.")
    } else if wanted == "&[u8]" && text {
        Some("바이트를 빌려 줍니다: `text.as_bytes()`.")
    } else if wanted == "&[u8]" && number {
        Some(
            "바이트로 바꾸어 빌려 줍니다: 문자열로 적는다면 `number.to_string().as_bytes()`, 여덟 바이트 그대로라면 `&number.to_le_bytes()`입니다.",
        )
    } else if wanted == "&str" && number {
        Some("문자열로 바꾸어 빌려 줍니다: `&number.to_string()`.")
    } else if found.contains("dyn Any") && (wanted.len() == 1 || wanted.starts_with("type parameter")) {
        Some(
            "패닉의 값은 작업의 결과가 아닙니다. `Ok`와 `Err`로 나누지 말고 `catch_unwind`나 `join()`이 돌려준 `Result`를 그대로 담습니다: `results.push((number, result));`.",
        )
    } else if found.contains("dyn Any") {
        Some(
            "패닉의 값은 무엇이 들었는지 모르는 상자입니다. `error.downcast_ref::<&str>()`와 `error.downcast_ref::<String>()`에 차례로 물어봅니다.",
        )
    } else {
        None
    }
}
