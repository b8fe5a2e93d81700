pub enum Errors {
    Strict,
    Replace,
}

pub fn strict(errors: Errors) -> bool {
    match errors {
        Strict => true,
        Replace => false,
    }
}
