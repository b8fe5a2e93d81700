pub fn add(bytes: &mut Vec<u8>, piece: &[u8]) {
    let mut all = std::mem::take(bytes);
    all += piece;
    *bytes = all;
}
