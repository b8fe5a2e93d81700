#[derive(Debug)]
pub enum State {
    Open,
    Closed,
}

pub fn is_open(state: &State) -> bool {
    *state == State::Open
}
