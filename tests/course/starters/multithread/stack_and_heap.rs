//! 제 스택, 함께 쓰는 힙
//!
//! 지역 변수는 스레드마다 따로 있는 스택(stack)에 놓이고, 힙(heap)은 모두 함께 씁니다. 파이썬의 이름은 저마다 힙의 객체를
//! 가리키고, 그 모습을 Rust로 옮기면 지금 코드의 `Rc<RefCell<…>>`입니다. 파이썬은 이 객체를 다른 스레드에 건네도 말리지 않습니다.
//! **함께 쓰는 것이 적을수록 기다릴 일도 적습니다. 제 스택에서 세고, 다 센 다음 한 번만 합칩니다.**
//!
//! - [`thread::scope`](std::thread::scope): `thread::scope(|scope| …)` 안에서 `scope.spawn`으로 띄운 스레드는 블록을 나가기 전에
//!   모두 끝납니다. 그래서 바깥의 변수를 빌려도 됩니다. `thread::spawn`에 `pages`를 빌려주면 E0521이 납니다.
//! - [`Mutex`](std::sync::Mutex): 여럿이 바꾸는 값을 담습니다. `lock().unwrap()`은 값에 닿게 해 주는 가드를 돌려줍니다.
//!
//! `Rc`를 스레드에 건네면 E0277입니다. 주인의 수를 세는 방법이 스레드 하나에만 맞기 때문입니다. 맵을 그냥 빌려 바꾸면 E0499,
//! `Arc`에 담아 바꾸면 E0596입니다. 바꿀 값은 `Mutex`에 담습니다. `scope` 안에서는 `move` 없이 빌리므로 `Arc`도 필요 없습니다.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// 단어를 셀 페이지입니다. 복사할 수 없습니다.
pub trait Page: Sync {
    /// 적힌 글을 가져옵니다. 오래 걸릴 수 있습니다.
    fn read(&self) -> &str;
}

/// 페이지마다 스레드를 하나씩 띄워 단어를 세고, 모두 더한 수를 돌려줍니다. 단어는 `split_whitespace`로 나눕니다.
///
/// - 페이지는 한 번씩만 읽고, 읽는 시간이 겹칩니다.
/// - 함께 쓰는 맵을 단어마다 잠그지 않습니다. 스레드마다 한 번이면 됩니다.
/// - 키는 페이지의 글을 빌린 것입니다. 글을 복사하지 않습니다.
/// - 부를 때마다 새로 셉니다. 스레드를 남기지 않고, 끝났는지 되풀이해 묻지 않습니다.
///
/// 지금 코드는 스레드 하나에서 셉니다. 함께 읽게 고치세요.
pub fn count(pages: &[impl Page]) -> HashMap<&str, u64> {
    let counts = Rc::new(RefCell::new(HashMap::new()));
    for page in pages {
        for word in page.read().split_whitespace() {
            *counts.borrow_mut().entry(word).or_insert(0) += 1;
        }
    }
    counts.take()
}
