//! {{title}}({{topic}}): 위에서부터 한 단계씩 풉니다.

// 검사는 `unsafe`로 하는 일을 보지 못합니다. 이 단계들은 모두 안전한 Rust로 풉니다.
#![forbid(unsafe_code)]
