//! {{title}}의 단계들이 실행하는 작은 프로그램들

use process::Role;

pub const PROGRAMS: &[Role] = &[];
