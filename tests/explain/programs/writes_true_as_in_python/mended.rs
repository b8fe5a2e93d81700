pub fn ready() -> bool {
    true
}
