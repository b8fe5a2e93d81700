fn returncode(status: ExitStatus) -> i32 {
    status.code().unwrap()
}
