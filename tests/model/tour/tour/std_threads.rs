use std::cell::{Cell, RefCell};
use std::panic::{catch_unwind, resume_unwind};
use std::thread::{self, Builder};

use super::{LONG, SHORT, say};

pub fn spawn() -> Vec<String> {
    let mut said = Vec::new();
    let one = thread::spawn(|| thread::current().name().map(str::to_string));
    say!(said, one.thread().name(), one.join().unwrap());
    let builder = Builder::new().name("worker".to_string()).stack_size(64 * 1024);
    let two =
        builder.spawn(|| (thread::current().id(), thread::current().name().map(str::to_string))).unwrap();
    let id = two.thread().id();
    say!(said, two.thread().name());
    while !two.is_finished() {
        thread::sleep(SHORT);
    }
    let (own, name) = two.join().unwrap();
    say!(said, id == own, id == thread::current().id(), name);
    thread::yield_now();
    std::hint::spin_loop();
    say!(said, thread::available_parallelism().is_ok());
    said
}

pub fn scope() -> Vec<String> {
    let mut said = Vec::new();
    let mut numbers = [1, 2, 3];
    let (head, tail) = numbers.split_at_mut(1);
    let sum = thread::scope(|scope| {
        let one = scope.spawn(|| {
            head[0] = 10;
            scope.spawn(|| 5).join().unwrap()
        });
        let named = Builder::new().name("named".to_string());
        let two = named.spawn_scoped(scope, || tail.iter_mut().for_each(|number| *number += 1)).unwrap();
        say!(said, two.thread().name());
        two.join().unwrap();
        let sum = one.join().unwrap();
        let three = scope.spawn(|| ());
        while !three.is_finished() {
            thread::sleep(SHORT);
        }
        sum
    });
    say!(said, sum, numbers);
    said
}

pub fn panics() -> Vec<String> {
    let mut said = Vec::new();
    let died = thread::spawn(|| resume_unwind(Box::new("oh"))).join();
    say!(said, died.map(|(): ()| ()).unwrap_err().downcast_ref::<&str>());
    let died = catch_unwind(|| {
        thread::scope(|scope| {
            scope.spawn(|| resume_unwind(Box::new(1)));
        });
    });
    say!(said, died.is_err());
    let died = thread::scope(|scope| scope.spawn(|| resume_unwind(Box::new(7))).join().map(|(): ()| ()));
    say!(said, died.unwrap_err().downcast_ref::<i32>(), thread::panicking());
    struct Watcher<'a>(&'a Cell<bool>);
    impl Drop for Watcher<'_> {
        fn drop(&mut self) {
            self.0.set(thread::panicking());
        }
    }
    let seen = Cell::new(false);
    let died = catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _watcher = Watcher(&seen);
        resume_unwind(Box::new(()));
    }));
    say!(said, died.is_err(), seen.get(), thread::panicking());
    said
}

pub fn park() -> Vec<String> {
    let mut said = Vec::new();
    thread::current().unpark();
    thread::park();
    thread::park_timeout(SHORT);
    let main = thread::current();
    let helper = thread::spawn(move || {
        main.unpark();
        thread::park_timeout(LONG);
        1
    });
    thread::park();
    helper.thread().unpark();
    say!(said, helper.join().unwrap());
    said
}

thread_local! {
    static NUMBER: Cell<u32> = const { Cell::new(1) };
    static WORDS: RefCell<Vec<&'static str>> = RefCell::new(vec!["first"]);
}

pub fn locals() -> Vec<String> {
    let mut said = Vec::new();
    NUMBER.set(5);
    say!(
        said,
        NUMBER.get(),
        NUMBER.replace(6),
        NUMBER.with(Cell::get),
        NUMBER.take(),
        NUMBER.try_with(Cell::get).ok()
    );
    WORDS.with_borrow_mut(|words| words.push("second"));
    say!(said, WORDS.with_borrow(Vec::len), WORDS.replace(vec!["third"]), WORDS.take());
    WORDS.set(vec!["fourth"]);
    say!(said, WORDS.with_borrow(Clone::clone));
    say!(said, thread::spawn(|| (NUMBER.get(), WORDS.take())).join().unwrap(), NUMBER.get());
    NUMBER.set(1);
    WORDS.set(vec!["first"]);
    said
}
