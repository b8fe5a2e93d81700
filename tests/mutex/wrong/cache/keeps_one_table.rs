//! 표를 전역 변수에 둡니다. 파이썬의 클래스 변수처럼 썼더니 캐시를 새로 만들어도 앞의 값이 남아 있습니다.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use parking_lot::Mutex;

static VALUES: LazyLock<Mutex<HashMap<String, Arc<Mutex<Option<String>>>>>> = LazyLock::new(Mutex::default);

pub struct Cache {}

impl Cache {
    pub fn new() -> Self {
        Self {}
    }

    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let value = Arc::clone(VALUES.lock().entry(key.to_owned()).or_default());
        value.lock().get_or_insert_with(compute).clone()
    }
}
