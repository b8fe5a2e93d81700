pub enum Errors {
    Strict,
    Replace,
}

pub fn strict(errors: Errors) -> bool {
    match errors {
        "strict" => true,
        _ => false,
    }
}
