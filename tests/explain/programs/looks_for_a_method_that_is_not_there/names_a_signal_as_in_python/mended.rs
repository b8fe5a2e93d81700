pub struct Signal(i32);

impl Signal {
    pub const TERM: Signal = Signal(15);
}

pub fn gently() -> Signal {
    Signal::TERM
}
