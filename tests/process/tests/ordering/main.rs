//! Classic mistakes of processes: each is found in some order of their system calls, and the right form in none.

#[cfg(target_os = "linux")]
mod classics;
#[cfg(target_os = "linux")]
mod family;
#[cfg(target_os = "linux")]
mod trials;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    trials::main()
}

#[cfg(not(target_os = "linux"))]
fn main() {}
