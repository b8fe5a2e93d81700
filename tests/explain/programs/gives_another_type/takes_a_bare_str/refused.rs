pub fn tell(name: String) {
    acquire(&name);
}

fn acquire(name: str) {
    println!("{name} 획득");
}
