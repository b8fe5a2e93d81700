struct Permit;

fn main() {
    let permit = Permit;
    drop(permit);
    drop(permit);
}
