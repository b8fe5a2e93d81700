struct Semaphore;

struct Permit<'a>(&'a Semaphore);

fn acquire(semaphore: &Semaphore) -> Permit<'_> {
    Permit(semaphore)
}

fn main() {
    let permit = {
        let semaphore = Semaphore;
        acquire(&semaphore)
    };
    drop(permit);
}
