use crate::Errors::Strict;

pub mod text {
    pub enum Errors {
        Strict,
        Replace,
    }
}
