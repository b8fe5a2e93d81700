static mut TOTAL: u64 = 0;

pub fn add() {
    TOTAL += 1;
}
