fn main() -> std::process::ExitCode {
    course::main()
}
