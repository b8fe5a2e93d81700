pub struct Closed;

pub fn next(items: &mut Vec<u64>, closed: bool) -> Option<u64> {
    if closed {
        return None;
    }
    items.pop()
}
