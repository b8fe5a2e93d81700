pub fn share(coins: u64, people: u64) -> u64 {
    coins / people
}
