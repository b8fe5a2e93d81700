#[derive(PartialEq)]
pub enum Errors {
    Strict,
    Replace,
}

pub fn is_strict(errors: Errors) -> bool {
    errors == Errors::Strict
}
