pub fn both(one: bool, two: bool) -> bool {
    one && two
}
