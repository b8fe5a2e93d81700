use std::sync::Mutex

struct State {
    items: Mutex<Vec<u64>>,
}
