//! Types that are near to each other, and what leads from one to the other.

use crate::Diagnostic;
use crate::numbers::NUMBERS;
use crate::types::wrapped;

/// What a type is like.
enum Side {
    Any,
    Is(&'static [&'static str]),
    Begins(&'static [&'static str]),
    Holds(&'static [&'static str]),
    /// A number, or a reference to one; also one that is written out: "integer".
    Number,
    /// A type parameter, whose label is `T`, or its kind.
    Parameter,
    /// A list of what is in no `Result` and no `Option`.
    Bare,
}

use Side::{Any, Bare, Begins, Holds, Is, Number, Parameter};

impl Side {
    fn fits(&self, kind: &str) -> bool {
        match self {
            Any => true,
            Is(names) => names.contains(&kind),
            Begins(starts) => starts.iter().any(|start| kind.starts_with(start)),
            Holds(parts) => parts.iter().any(|part| kind.contains(part)),
            Number => {
                let written = ["integer", "floating-point number"].contains(&kind);
                written || NUMBERS.contains(&kind.trim_start_matches('&'))
            }
            Bare => kind.strip_prefix("Vec<").is_some_and(|item| !wrapped(item)),
            Parameter => kind.len() == 1 || kind.starts_with("type parameter"),
        }
    }
}

/// What else has to be so.
enum When {
    Always,
    /// rustc says it.
    Says(&'static str),
    /// It stands before the place.
    Before(&'static str),
    /// It is in what is marked.
    Marked(&'static str),
}

use When::{Always, Before, Marked, Says};

impl When {
    fn is_so(&self, d: &Diagnostic) -> bool {
        match self {
            Always => true,
            Says(words) => d.says(words),
            Before(end) => d.place().is_some_and(|span| span.before.trim_end().ends_with(end)),
            Marked(part) => d.marked().contains(part),
        }
    }
}

/// What is wanted, what was given, when, and what to do. The particular stands before the general.
const NEAR: &[(Side, Side, When, &str)] = &[
    (
        Any,
        Any,
        Says("consider dereferencing the borrow"),
        "`found` 쪽이 아니라 빌린 쪽에 `*`를 붙여 값끼리 견줍니다: `|permits| *permits < n`.",
    ),
    (Begins(&["Box<dyn"]), Any, Always, "상자에 담습니다: `Err(Box::new(오류))`나 `Err(오류.into())`."),
    (
        Any,
        Is(&["fn item"]),
        Always,
        "함수의 이름만 적었습니다. 괄호를 붙여 부른 결과를 적습니다: `Condvar::new()`.",
    ),
    (
        Any,
        Is(&["closure"]),
        Always,
        "값을 바라는 곳에 클로저를 적었습니다. `||`를 지우고 값을 적거나, 클로저를 받는 메서드를 씁니다: `unwrap_or_else(|| …)`.",
    ),
    (
        Any,
        Is(&["&str"]),
        Says("expected because this is `"),
        "문자열이 아니라 선언된 타입의 값과 견줍니다. 열거형이라면 갈래를 적습니다: `errors == Errors::Strict`.",
    ),
    (
        Is(&["&String"]),
        Is(&["&str"]),
        Always,
        "앞의 것을 `&str`로 바꾸면 맞습니다: `text.map(String::as_str).unwrap_or(NO_MESSAGE)`.",
    ),
    (
        Any,
        Begins(&["Cow<"]),
        Always,
        "빌린 것일 수도 있는 문자열입니다. 제 것으로 만듭니다: `text.into_owned()`.",
    ),
    (
        Any,
        Any,
        Says("compare for equality"),
        "비교는 `==`입니다. 참인지 볼 때는 `if got.is_none() {`처럼 `== true` 없이 적습니다.",
    ),
    (
        Is(&["Signal"]),
        Any,
        Always,
        "번호가 아니라 이름으로 적습니다. 15는 `Signal::TERM`, 9는 `Signal::KILL`, 2는 `Signal::INT`입니다.",
    ),
    (
        Is(&["str"]),
        Any,
        Always,
        "받는 쪽의 타입을 `&str`로 적습니다: `fn acquire(&self, name: &str)`. `str`은 그대로 받지 못합니다.",
    ),
    (
        Begins(&["Vec<", "VecDeque<", "HashMap<", "String"]),
        Begins(&["MutexGuard<"]),
        Says("because of return type"),
        "가드는 값이 아니라서 값으로 돌려줄 수 없습니다. 스레드가 모두 끝났다면 가드 없이 뮤텍스를 열어 꺼냅니다: `counts.into_inner().unwrap()`(`parking_lot`이라면 `unwrap()` 없이). 사본이면 되는 곳에는 `guard.clone()`을 씁니다.",
    ),
    (
        Begins(&["Vec<", "VecDeque<", "HashMap<", "String"]),
        Begins(&["MutexGuard<"]),
        Always,
        "가드 너머의 값은 빌려서 넘깁니다. 받는 쪽의 인수를 `&[String]`이나 `&VecDeque<u64>`처럼 참조로 적고 `&active`를 건넵니다.",
    ),
    (
        Holds(&["impl Fn"]),
        Holds(&["impl Fn"]),
        Always,
        "클로저는 저마다 타입이 달라서 한 리스트에 담을 수 없습니다. 차례대로 부릅니다: `second(first(item))`.",
    ),
    (
        Number,
        Is(&["String"]),
        Always,
        "숫자를 바라는 곳입니다. `format!` 없이 숫자를 그대로 적고, 문자열을 숫자로 읽는 것은 `text.parse::<i32>()`입니다.",
    ),
    (
        Begins(&["["]),
        Begins(&["&[", "Vec<", "&Vec<"]),
        Always,
        "배열은 길이까지가 타입입니다. 길이가 맞는 것을 안다면 `bytes.try_into().unwrap()`으로 배열을 만듭니다. 읽어서 담을 것이라면 `let mut bytes = [0; 8];`과 `from.read_exact(&mut bytes)?;`입니다.",
    ),
    (
        Begins(&["Vec<"]),
        Begins(&["Map<", "Filter<", "Enumerate<", "Rev<", "Zip<", "Chunks<"]),
        Always,
        "`map`이나 `filter`는 아직 돌지 않은 것입니다. 끝에 `.collect()`를 붙이면 돌면서 리스트에 담습니다.",
    ),
    (
        Begins(&["Vec<Option<"]),
        Bare,
        Always,
        "원소마다 감싸서 담습니다: `results.push(Some(값));`. 이어 쓴다면 `.map(|item| Some(work(*item)))`입니다.",
    ),
    (Begins(&["Vec<Result<"]), Bare, Always, "원소마다 감싸서 담습니다: `results.push(Ok(값));`."),
    (
        Begins(&["Vec<"]),
        Begins(&["&[", "&mut ["]),
        Always,
        "빌린 리스트를 제 것으로 복사합니다: `items.to_vec()`.",
    ),
    (
        Is(&["&mut String"]),
        Begins(&["&mut &"]),
        Always,
        "빌린 문자열에는 담을 수 없습니다. 변수를 `let mut line = String::new();`로 만듭니다.",
    ),
    (
        Is(&["String"]),
        Begins(&["Vec<u8>", "&[u8]", "&Vec<u8>"]),
        Always,
        "바이트를 문자열로 바꿉니다: `String::from_utf8_lossy(&bytes).into_owned()`. 틀린 바이트를 오류로 보려면 `String::from_utf8(bytes)`가 `Result`를 돌려줍니다.",
    ),
    (
        Is(&["Vec<u8>"]),
        Is(&["String", "&String", "&str"]),
        Always,
        "바이트로 바꿉니다: `text.into_bytes()`. 빌린 문자열이라면 `text.as_bytes().to_vec()`입니다.",
    ),
    (Is(&["String"]), Number, Always, "문자열로 바꿉니다: `n.to_string()`이나 `format!(\"{n}\")`."),
    (
        Is(&["String", "&str"]),
        Is(&["char"]),
        Always,
        "작은따옴표로 적은 것은 글자 하나(`char`)입니다. 문자열은 큰따옴표로 적고, 글자를 바꾸려면 `c.to_string()`입니다.",
    ),
    (
        Is(&["Duration"]),
        Any,
        Before("<"),
        "`Duration`에는 음수가 없고, 더 큰 것을 빼면 패닉합니다. 남은 시간은 `end.saturating_duration_since(Instant::now())`로 구하고 `is_zero()`로 묻습니다.",
    ),
    (
        Is(&["Duration"]),
        Number,
        Marked(".as_"),
        "이미 시간이므로 숫자로 바꾸지 않습니다. `.as_secs()` 같은 것을 떼고 그대로 적습니다: `receiver.recv_timeout(limit)`.",
    ),
    (
        Is(&["Duration"]),
        Number,
        Always,
        "시간은 `Duration`으로 적습니다: `Duration::from_secs(1)`, 소수라면 `Duration::from_secs_f64(limit)`.",
    ),
    (
        Is(&["Duration"]),
        Is(&["Instant"]),
        Always,
        "`Instant`는 시각이고 `Duration`은 길이입니다. 지난 길이는 `start.elapsed()`, 남은 길이는 `end.saturating_duration_since(Instant::now())`입니다.",
    ),
    (
        Is(&["Instant"]),
        Is(&["Duration"]),
        Always,
        "`Instant`는 시각이고 `Duration`은 길이입니다. 한도가 끝나는 시각은 `Instant::now() + limit`이고, 길이끼리 비교한다면 `start.elapsed() > limit`입니다.",
    ),
    (
        Number,
        Is(&["Child", "&Child", "&mut Child"]),
        Always,
        "자식의 번호는 `child.id()`입니다. 신호를 보내는 함수라면 `Pid::from_child(&child)`입니다.",
    ),
    (
        Number,
        Begins(&["[u8; ", "&[u8", "Vec<u8>"]),
        Always,
        "바이트를 수로 읽습니다: `u64::from_le_bytes(bytes)`. 받는 것은 길이가 정해진 `[u8; 8]`이므로 조각이라면 `bytes.try_into().unwrap()`으로 먼저 바꿉니다.",
    ),
    (Begins(&["[u8; "]), Number, Always, "수를 바이트로 바꿉니다: `n.to_le_bytes()`."),
    (
        Number,
        Is(&["Duration"]),
        Says("expected because this is `"),
        "시간은 시간끼리 비교합니다. 앞의 `.as_secs()`를 떼거나(`start.elapsed() > limit`), 숫자를 `Duration::from_secs(2)`처럼 시간으로 적습니다.",
    ),
    (
        Number,
        Is(&["Duration"]),
        Always,
        "시간에서 숫자를 얻는 것은 메서드입니다: `limit.as_secs()`는 `u64`, `limit.as_secs_f64()`는 `f64`, `limit.as_millis()`는 `u128`입니다.",
    ),
    (
        Any,
        Is(&["floating-point number"]),
        Always,
        "소수는 정수에 들어가지 않습니다. 시간이라면 `Duration::from_secs_f64(1.5)`나 `Duration::from_millis(1500)`으로 적습니다.",
    ),
    (Is(&["&_"]), Any, Always, "앞에 `&`를 붙여 빌려 줍니다."),
    (
        Begins(&["Atomic"]),
        Number,
        Always,
        "원자적 타입의 값은 `AtomicUsize::new(0)`처럼 만들고 메서드로 바꿉니다: `total.store(1, Ordering::SeqCst);`.",
    ),
    (
        Begins(&["Atomic", "&Atomic"]),
        Any,
        Always,
        "원자적 타입의 값은 메서드로 바꿉니다: `flag.store(true, Ordering::SeqCst);`.",
    ),
    (
        Begins(&["&mut Option<_>"]),
        Any,
        Always,
        "변수를 `None`으로 시작해서 타입이 `Option`이 되었습니다. 담을 것과 같은 타입의 빈 값으로 시작합니다: `let mut thrown = VecDeque::new();`.",
    ),
    (
        Begins(&["&"]),
        Is(&["()", "&()", "&mut ()"]),
        Always,
        "`()`는 값이 없다는 뜻입니다. `File`의 `lock()`은 뮤텍스와 달리 가드를 돌려주지 않습니다: `file.lock()?;`라고 부르고 `file`을 이어서 씁니다.",
    ),
    (
        Any,
        Is(&["&str"]),
        Says("this expression has type `"),
        "나눌 값은 문자열이 아니라 열거형입니다. 갈래에 열거형의 값을 적습니다: `Errors::Replace => …`.",
    ),
    (
        Any,
        Any,
        Says("try wrapping the expression in a variant"),
        "rustc가 `help`에서 권하는 갈래 가운데 뜻에 맞는 것으로 감쌉니다.",
    ),
    (
        Is(&["bool"]),
        Holds(&["Vec<", "VecDeque<", "HashMap<", "HashSet<", "String", "[", "str"]),
        Always,
        "리스트나 문자열은 그 자체로 참이나 거짓이 아닙니다. 비었는지는 `is_empty()`로 묻습니다.",
    ),
    (Is(&["ExitStatus"]), Any, Always, STATUS),
    (Any, Is(&["ExitStatus"]), Always, STATUS),
    (
        Any,
        Any,
        Before(".."),
        "`..`는 같은 타입의 값에서 나머지 필드를 가져옵니다. 다른 타입이면 필드를 하나씩 적습니다.",
    ),
    (Any, Is(&["WaitTimeoutResult"]), Always, "한도가 지났는지는 `result.timed_out()`으로 묻습니다."),
    (
        Is(&["bool"]),
        Number,
        Always,
        "숫자는 참이나 거짓이 아닙니다. 0이 아닌지는 `!= 0`, 0인지는 `== 0`으로 묻습니다.",
    ),
    (Is(&["&[u8]"]), Is(&["String", "&String", "&str"]), Always, "바이트를 빌려 줍니다: `text.as_bytes()`."),
    (
        Is(&["&[u8]"]),
        Number,
        Always,
        "바이트로 바꾸어 빌려 줍니다: 문자열로 적는다면 `number.to_string().as_bytes()`, 여덟 바이트 그대로라면 `&number.to_le_bytes()`입니다.",
    ),
    (Is(&["&str"]), Number, Always, "문자열로 바꾸어 빌려 줍니다: `&number.to_string()`."),
    (
        Parameter,
        Holds(&["dyn Any"]),
        Always,
        "패닉의 값은 작업의 결과가 아닙니다. `Ok`와 `Err`로 나누지 말고 `catch_unwind`나 `join()`이 돌려준 `Result`를 그대로 담습니다: `results.push((number, result));`.",
    ),
    (
        Any,
        Holds(&["dyn Any"]),
        Always,
        "패닉의 값은 무엇이 들었는지 모르는 상자입니다. `error.downcast_ref::<&str>()`와 `error.downcast_ref::<String>()`에 차례로 물어봅니다.",
    ),
    (Number, Begins(&["MutexGuard<"]), Always, "가드 너머의 값에는 `*`로 닿습니다: `*guard`."),
    (Is(&["bool"]), Begins(&["MutexGuard<"]), Always, "가드 너머의 값에는 `*`로 닿습니다: `if *ready {`."),
    (
        Begins(&["Mutex<", "RwLock<"]),
        Any,
        Always,
        "잠글 값은 뮤텍스에 담아 만듭니다: `Mutex::new(값)`. 이미 있는 뮤텍스의 값을 바꾸려던 것이라면 잠근 다음 `*guard = 값;`으로 넣습니다.",
    ),
    (
        Begins(&["Arc<"]),
        Begins(&["Rc<"]),
        Always,
        "`Rc`는 스레드를 넘지 못합니다. 만드는 곳을 `Arc::new(값)`으로 바꿉니다.",
    ),
    (Begins(&["Arc<"]), Any, Always, "여럿이 함께 가질 값은 `Arc`에 담아 만듭니다: `Arc::new(값)`."),
];

const STATUS: &str = "`ExitStatus`는 숫자가 아닙니다. 성공했는지는 `status.success()`, 반환 코드는 `status.code() == Some(1)`처럼 묻습니다.";

/// What leads from one type to another that is near to it.
pub(crate) fn nearly(d: &Diagnostic, wanted: &str, found: &str) -> Option<&'static str> {
    let row =
        NEAR.iter().find(|(want, give, when, _)| want.fits(wanted) && give.fits(found) && when.is_so(d));
    row.map(|(.., advice)| *advice)
}
