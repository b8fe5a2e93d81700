pub fn add(bytes: &mut Vec<u8>, piece: &[u8]) {
    bytes.extend_from_slice(piece);
}
