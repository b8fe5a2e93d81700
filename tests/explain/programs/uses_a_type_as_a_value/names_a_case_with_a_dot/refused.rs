pub enum Outcome {
    Told(u8),
}

pub fn told() -> Outcome {
    Outcome.Told(0)
}
