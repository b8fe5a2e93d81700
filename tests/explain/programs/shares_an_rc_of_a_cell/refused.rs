use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

pub fn count() -> u64 {
    let total = Rc::new(RefCell::new(0));
    thread::scope(|scope| {
        scope.spawn(|| *total.borrow_mut() += 1);
    });
    total.take()
}
