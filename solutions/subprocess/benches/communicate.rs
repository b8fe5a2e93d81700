//! `cargo bench -p solution-subprocess`: 64 MiB there and back through `cat`, by the solution, by Python's `communicate`, and by the
//! crate `subprocess`, side by side.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LENGTH: usize = 64 << 20;
const ROUNDS: usize = 5;

const PYTHON: &str = "
import subprocess, sys, time
data = bytes(int(sys.argv[1]))
started = time.perf_counter()
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
out, err = child.communicate(data)
assert len(out) == len(data)
print(time.perf_counter() - started)
";

fn solution(input: &[u8]) -> Duration {
    let started = Instant::now();
    let mut command = Command::new("cat");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("cat is there");
    let output = solution_subprocess::communicate::communicate(child, input).expect("cat takes and gives");
    assert!(output.stdout.len() == input.len());
    started.elapsed()
}

fn rival(input: &[u8]) -> Duration {
    let started = Instant::now();
    let exec = subprocess::Exec::cmd("cat").stdin(input.to_vec()).stdout(subprocess::Redirection::Pipe);
    let capture = exec.stderr(subprocess::Redirection::Pipe).capture().expect("cat takes and gives");
    assert!(capture.stdout.len() == input.len());
    started.elapsed()
}

fn python(input: &[u8]) -> Option<Duration> {
    let output = Command::new("python3").args(["-c", PYTHON, &input.len().to_string()]).output().ok()?;
    let seconds: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}

fn main() {
    let input = vec![0; LENGTH];
    let mut best = [None::<Duration>; 3];
    for _ in 0..ROUNDS {
        // One after the other in each round, so that a busy machine is busy for all of them.
        for (best, took) in best.iter_mut().zip([Some(solution(&input)), python(&input), Some(rival(&input))])
        {
            *best = [*best, took].into_iter().flatten().min();
        }
    }
    let speed = |took: Duration| (LENGTH >> 20) as f64 / took.as_secs_f64();
    let ours = best[0].map(speed).unwrap_or_default();
    let mut out = std::io::stdout();
    for (name, took) in ["solution", "python communicate", "crate subprocess"].into_iter().zip(best) {
        let _ = match took.map(speed) {
            Some(speed) => {
                writeln!(out, "{name:<20} {speed:>7.0} MiB/s each way   solution is {:.2} x", ours / speed)
            }
            None => writeln!(out, "{name:<20} could not be run"),
        };
    }
}
