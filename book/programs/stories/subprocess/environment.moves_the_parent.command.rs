pub fn command(
    args: Args<'_>,
    shell: bool,
    cwd: Option<&Path>,
    env: Option<&[(&str, &str)]>,
) -> io::Result<Command> {
    let words = match &args {
        Args::List(words) => *words,
        Args::Line(line) => std::slice::from_ref(line),
    };
    let mut command = if shell { Command::new("/bin/sh") } else { Command::new(words[0]) };
    if shell {
        command.arg("-c").args(words);
    } else {
        command.args(&words[1..]);
    }
    if let Some(env) = env {
        command.env_clear().envs(env.iter().copied());
    }
    if let Some(cwd) = cwd {
        if !cwd.metadata().map_err(|error| named(cwd, error))?.is_dir() {
            return Err(named(cwd, io::ErrorKind::NotADirectory.into()));
        }
        std::env::set_current_dir(cwd)?;
    }
    Ok(command)
}
