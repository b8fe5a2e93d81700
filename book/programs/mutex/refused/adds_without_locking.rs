use std::sync::Mutex;

fn main() {
    let mut visits = Mutex::new(0);
    visits += 1;
}
