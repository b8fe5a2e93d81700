pub fn swap(accounts: &mut [u64]) {
    let from = &mut accounts[0];
    let to = &mut accounts[1];
    std::mem::swap(from, to);
}
