pub mod text {
    pub enum Errors {
        Strict,
        Replace,
    }

    pub fn is_strict(errors: &Errors) -> bool {
        matches!(errors, Errors::Strict)
    }
}
