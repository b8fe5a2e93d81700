use std::sync::Mutex;

pub struct State {
    pub ready: bool,
}

pub fn is_ready(state: &Mutex<State>) -> bool {
    state.ready
}
