mod run {
    pub fn run(args: &[&str]) -> usize {
        args.len()
    }
}

pub mod check {
    pub fn check_output(args: &[&str]) -> usize {
        run(args)
    }
}
