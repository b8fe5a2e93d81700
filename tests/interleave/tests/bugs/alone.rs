//! One thread is enough: it waits for itself.

use std::sync::{Mutex, OnceLock, RwLock};

pub mod locks_the_same_lock_again {
    use super::*;

    fn add(total: &Mutex<u64>) {
        *total.lock().unwrap() += 1;
    }

    pub fn wrong() {
        let total = Mutex::new(0);
        let mut guard = total.lock().unwrap();
        *guard += 1;
        add(&total);
    }

    pub fn right() {
        let total = Mutex::new(0);
        *total.lock().unwrap() += 1;
        add(&total);
    }
}

/// Both guards live to the end of the statement.
pub mod locks_twice_in_one_line {
    use super::*;

    pub fn wrong() {
        let total = Mutex::new(1);
        println!("{} {}", total.lock().unwrap(), total.lock().unwrap());
    }

    pub fn right() {
        let total = Mutex::new(1);
        let now = *total.lock().unwrap();
        println!("{now} {now}");
    }
}

/// The guard in a scrutinee lives to the end of the `match`.
pub mod keeps_the_guard_in_the_match {
    use super::*;

    pub fn wrong() {
        let jobs = Mutex::new(vec![1]);
        match jobs.lock().unwrap().pop() {
            Some(job) => jobs.lock().unwrap().push(job + 1),
            None => println!("할 일이 없습니다"),
        }
    }

    pub fn right() {
        let jobs = Mutex::new(vec![1]);
        let job = jobs.lock().unwrap().pop();
        match job {
            Some(job) => jobs.lock().unwrap().push(job + 1),
            None => println!("할 일이 없습니다"),
        }
    }
}

/// Somebody else's code runs under our lock, and comes back to us.
pub mod calls_back_while_holding {
    use super::*;

    fn check(change: fn(&Mutex<u64>, &dyn Fn())) {
        let value = Mutex::new(0);
        change(&value, &|| println!("{}", value.lock().unwrap()));
    }

    pub fn wrong() {
        check(|value, changed| {
            let mut value = value.lock().unwrap();
            *value += 1;
            changed();
        });
    }

    pub fn right() {
        check(|value, changed| {
            *value.lock().unwrap() += 1;
            changed();
        });
    }
}

/// A destructor is code, too, and here it runs while the list is locked.
pub mod drops_what_locks {
    use super::*;

    struct Visitor<'a>(&'a Mutex<Vec<u32>>);

    impl Drop for Visitor<'_> {
        fn drop(&mut self) {
            self.0.lock().unwrap().pop();
        }
    }

    pub fn wrong() {
        let visits = Mutex::new(Vec::new());
        let visitor = Visitor(&visits);
        let mut list = visits.lock().unwrap();
        list.push(1);
        drop(visitor);
    }

    pub fn right() {
        let visits = Mutex::new(Vec::new());
        let _visitor = Visitor(&visits);
        let mut list = visits.lock().unwrap();
        list.push(1);
    }
}

pub mod asks_to_write_while_reading {
    use super::*;

    pub fn wrong() {
        let names = RwLock::new(vec!["가"]);
        let read = names.read().unwrap();
        if read.len() == 1 {
            names.write().unwrap().push("나");
        }
    }

    pub fn right() {
        let names = RwLock::new(vec!["가"]);
        let alone = names.read().unwrap().len() == 1;
        if alone {
            names.write().unwrap().push("나");
        }
    }
}

/// The value is made from itself.
pub mod initialises_itself {
    use super::*;

    pub fn wrong() {
        let config: OnceLock<u32> = OnceLock::new();
        config.get_or_init(|| *config.get_or_init(|| 1) + 1);
    }

    pub fn right() {
        let (base, config) = (OnceLock::new(), OnceLock::new());
        config.get_or_init(|| *base.get_or_init(|| 1) + 1);
    }
}
