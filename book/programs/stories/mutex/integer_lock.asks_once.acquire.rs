pub fn acquire(&self) {
    let mut number = self.number.lock();
    if *number == 0 {
        self.released.wait(&mut number);
    }
    *number -= 1;
}
