pub struct Permit {
    holder: Option<String>,
}

pub fn free() -> Permit {
    Permit { holder: None }
}

pub fn held(name: &str) -> Permit {
    Permit { holder: Some(name.to_string()) }
}
