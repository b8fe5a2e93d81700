use std::process::Command;

pub fn prepare(command: &mut Command, env: &[(&str, &str)]) {
    command.envs(env);
}
