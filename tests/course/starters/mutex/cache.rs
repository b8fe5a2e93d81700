//! 가드의 수명
//!
//! 파이썬에서는 `with lock:` 아래로 들여 쓴 만큼 잠깁니다. 그 안에서 오래 걸리는 일을 하면 모두가 기다립니다.
//! Rust에는 들여쓰기 대신 가드의 수명이 있습니다. 이름을 준 가드는 블록 끝까지, 이름 없는 가드는 그 문장 끝까지 삽니다.
//! `match`에 바로 쓴 가드는 이름이 없어도 `match`가 끝날 때까지 삽니다.

use std::collections::HashMap;

use parking_lot::Mutex;

/// 계산한 값을 키마다 기억합니다.
pub struct Cache {
    values: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { values: Mutex::new(HashMap::new()) }
    }

    /// `key`의 값을 돌려줍니다. 없으면 `compute`를 불러 계산하고 기억합니다.
    ///
    /// - 서로 다른 키의 계산은 겹칩니다. 1초 걸리는 계산 둘은 함께 1초입니다.
    /// - 같은 키는 한 번만 계산합니다. 계산하는 동안 온 스레드는 잠들어 기다렸다가 그 값을 받습니다.
    /// - `compute`가 패닉하면 부른 스레드만 패닉합니다. 기다리던 스레드 하나가 제 `compute`로 대신 계산합니다.
    ///
    /// 지금 코드는 한 번에 하나만 계산합니다. 서로 다른 키의 계산이 겹치게 고치세요.
    pub fn get_or_compute(&self, key: &str, compute: impl FnOnce() -> String) -> String {
        let mut values = self.values.lock();
        values.entry(key.to_owned()).or_insert_with(compute).clone()
    }
}
