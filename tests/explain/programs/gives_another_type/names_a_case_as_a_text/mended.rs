pub enum Errors {
    Strict,
    Replace,
}

pub fn strict(errors: Errors) -> bool {
    match errors {
        Errors::Strict => true,
        Errors::Replace => false,
    }
}
