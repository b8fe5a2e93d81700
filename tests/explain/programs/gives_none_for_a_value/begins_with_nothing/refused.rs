pub struct Permit {
    holder: String,
}

pub fn free() -> Permit {
    Permit { holder: None }
}
