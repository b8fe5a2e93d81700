//! Errors of the syntax, and warnings that these lessons take for errors.

use crate::threads::waits;
use crate::{Entry, Span};

pub(crate) const ENTRIES: &[Entry] = &[
    Entry {
        id: "leaves_a_bracket_open",
        codes: &[],
        fits: |d| d.message.contains("unclosed delimiter"),
        title: "닫지 않은 괄호가 있습니다",
        means: |d| {
            let open = d.spans.iter().find(|span| span.label.contains("unclosed delimiter"));
            let first = open.or(d.spans.first()).map_or(1, |span| span.line);
            format!(
                "{first}번 줄에서 연 괄호가 파일 끝까지 닫히지 않습니다. rustc가 마지막 줄을 가리켜도 고칠 곳은 대개 더 위입니다."
            )
        },
        advice: |_| {
            "편집기의 들여쓰기를 다시 맞추면(`cargo fmt`는 괄호가 맞아야 됩니다) 안으로 밀린 첫 줄이 보입니다. `spawn(|| { … })`은 `})`로 닫습니다.".into()
        },
    },
    Entry {
        id: "closes_the_wrong_bracket",
        codes: &[],
        fits: |d| d.message.contains("closing delimiter"),
        title: "괄호의 짝이 맞지 않습니다",
        means: |_| "연 괄호와 닫은 괄호의 종류나 개수가 다릅니다.".into(),
        advice: |_| {
            "`spawn(|| { … });`처럼 클로저의 `{`를 먼저 닫고 함수의 `(`를 닫습니다: `});`. `if`, `for`, `while`의 줄이 `:`이 아니라 `{`로 끝나는지도 봅니다.".into()
        },
    },
    Entry {
        id: "writes_a_string_in_single_quotes",
        codes: &[],
        fits: |d| {
            let quoted =
                || d.place().is_some_and(|span| span.before.contains('\'') && !span.before.contains('"'));
            d.message.contains("character literal")
                || d.message.contains("unterminated character")
                || (d.message.starts_with("prefix `") && quoted())
        },
        title: "작은따옴표는 글자 하나입니다",
        means: |_| "Rust에서 `'a'`는 글자 하나(`char`)이고 문자열은 큰따옴표로 적습니다.".into(),
        advice: |_| "`\"hello\"`로 바꿉니다.".into(),
    },
    Entry {
        id: "writes_and_as_in_python",
        codes: &[],
        fits: |d| d.message.contains("is not a logical operator"),
        title: "`and`와 `or`는 `&&`와 `||`입니다",
        means: |_| "Rust의 논리 계산은 기호로 적습니다.".into(),
        advice: |_| {
            "`and`는 `&&`, `or`는 `||`, `not`은 `!`로 바꿉니다. 값이 없을 때 다른 값을 고르는 `x or y`는 `x.unwrap_or(y)`입니다.".into()
        },
    },
    Entry {
        id: "counts_up_as_in_c",
        codes: &[],
        fits: |d| d.message.contains("increment operator") || d.message.contains("decrement operator"),
        title: "`++`가 없습니다",
        means: |_| "파이썬과 마찬가지로 Rust에도 `++`와 `--`가 없습니다.".into(),
        advice: |_| "`number += 1;`로 적습니다.".into(),
    },
    Entry {
        id: "leaves_out_a_semicolon",
        codes: &[],
        fits: |d| d.message.contains("expected") && (d.message.contains("`;`") || d.says("add `;` here")),
        title: "앞 줄이 `;`으로 끝나지 않았습니다",
        means: |_| {
            "Rust의 문장은 줄이 아니라 `;`으로 끝납니다. 컴파일러는 다음 줄까지 한 문장으로 읽다가 막혔습니다.".into()
        },
        advice: |d| {
            let wants = |span: &&Span| {
                ["expected `;`", "help: add `;` here", "add `;` here"].contains(&span.label.as_str())
            };
            let place = d.spans.iter().find(wants).or(d.place().filter(|_| d.says("add `;` here")));
            match place.and_then(|span| Some((span.line, span.source.first()?.trim()))) {
                Some((line, text)) => format!("{line}번 줄의 끝에 `;`을 붙입니다: `{text};`."),
                None => "rustc가 가리키는 곳의 앞 줄 끝에 `;`을 붙입니다.".into(),
            }
        },
    },
    Entry {
        id: "breaks_off",
        codes: &[],
        fits: |d| d.message.starts_with("expected") || d.message.contains("unexpected"),
        title: "문법이 맞지 않습니다",
        means: |_| {
            "컴파일러가 여기까지는 읽었고, 다음에 와야 할 것이 아닌 것을 만났습니다. 무엇이 와야 하는지는 `expected` 뒤에 있습니다.".into()
        },
        advice: |d| {
            if d.message == "expected `:`, found `=`" {
                return "블록이어야 할 `{ }`를 구조체로 읽고 있습니다. 그 블록을 여는 `{` 앞을 봅니다. `else {`, `else if 조건 {`처럼 적혀 있어야 합니다. 구조체를 만드는 자리라면 `=`가 아니라 `이름: 값`입니다.".into();
            }
            "가리킨 곳 바로 앞에 쉼표(`,`), `;`, 닫는 괄호가 빠졌는지 봅니다. 블록은 `{ }`로 묶습니다.".into()
        },
    },
    Entry {
        id: "lets_the_guard_go",
        codes: &["let_underscore_lock"],
        fits: |_| true,
        title: "`_`는 가드를 잡아 두지 않습니다",
        means: |_| {
            "`let _ = …`는 값을 받자마자 버립니다. 가드가 그 줄에서 사라지므로 잠금도 그 줄에서 풀립니다."
                .into()
        },
        advice: |_| {
            "`let _guard = …`처럼 이름을 줍니다. 이름이 `_`로 시작하면 쓰지 않아도 경고가 없고, 블록 끝까지 삽니다. 정말 바로 풀려면 `drop(lock.lock())`이라고 적습니다.".into()
        },
    },
    Entry {
        id: "throws_the_guard_away",
        codes: &["unused_must_use"],
        fits: |d| d.message.contains("Guard") || waits(d),
        title: "돌려받은 가드를 버립니다",
        means: |_| {
            "`wait`와 `wait_while`은 다시 잠근 가드를 돌려주고, `lock()`도 가드를 돌려줍니다. 받지 않으면 그 줄에서 잠금이 풀립니다. rustc가 권하는 `let _ = …`도 그 줄에서 버리므로 다시 거절됩니다.".into()
        },
        advice: |_| {
            "돌려받은 가드로 이어서 합니다: `guard = condvar.wait(guard).unwrap();`, `let mut guard = condvar.wait_while(guard, …).unwrap();`. 다시 잠그지 않습니다. 잠가 두기만 하려면 `let _guard = lock.lock().unwrap();`으로 잡아 둡니다.".into()
        },
    },
    Entry {
        id: "ignores_the_result",
        codes: &["unused_must_use"],
        fits: |_| true,
        title: "돌려받은 값을 버립니다",
        means: |_| {
            "여기서 돌려받는 값은 실패를 알리거나(`Result`) 잡고 있어야 뜻이 있습니다(가드, 스코프). 이 과정에서는 말없이 버리는 것을 오류로 봅니다.".into()
        },
        advice: |_| {
            "실패하면 패닉해도 된다면 `unwrap()`, 넘기려면 `?`를 붙입니다. 일부러 버린다면 `let _ = …;`로 적습니다. 가드라면 `let _guard = …;`로 잡아 둡니다.".into()
        },
    },
    Entry {
        id: "writes_unsafe",
        codes: &["unsafe_code"],
        fits: |_| true,
        title: "`unsafe`는 쓰지 않습니다",
        means: |_| {
            "이 과정의 검사는 안전한 Rust가 하는 일을 모두 봅니다. `unsafe`로 하는 일은 볼 수 없어서 막아 두었습니다.".into()
        },
        advice: |_| "`Mutex`, 원자적 타입, 채널, `thread::scope`만으로 모두 풀 수 있습니다.".into(),
    },
];
