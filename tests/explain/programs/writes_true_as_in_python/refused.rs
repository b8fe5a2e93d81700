pub fn ready() -> bool {
    True
}
