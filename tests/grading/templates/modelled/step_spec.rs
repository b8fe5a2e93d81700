use super::answer::{{step}}::{{step}}; // lessons/{{topic}}/src/{{step}}.rs에 `pub fn {{step}}`가 있어야 합니다.
use interleave::{explore, orders};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(usize) -> usize = {{step}}; // lessons/{{topic}}/src/{{step}}.rs

pub const STEP: Step = Step {
    name: "{{step}}",
    title: "{{title}}",
    hints: ["채울 것: 어디를 볼지", "채울 것: 무엇을 바꿀지", "채울 것: 거의 답"],
    promises: &[Promise { says: "채울 것: 학습자가 읽을 약속", check: orders(keeps_its_promise) }],
};

fn keeps_its_promise() {
    explore(|| {
        let found = {{step}}(1);
        assert!(found == 1, "채울 것: 1을 주면 1이어야 하는데 {found}입니다.");
    });
}
