pub fn swap(accounts: &mut [u64]) {
    accounts.swap(0, 1);
}
