use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use super::answer::background::{BeatPanicked, Heartbeat}; // lessons/multithread/src/background.rs에 `BeatPanicked`와 `Heartbeat`가 있어야 합니다.
use interleave::observe::Log;
use interleave::{
    Explorer, advise, broken, clock, demand, expect_all_finished, expect_clock, explore, foresee, orders,
    peak, seconds,
};
use judge::{Promise, Step};

// 컴파일러는 어긋난 줄을 그대로 보여 주므로, 줄 끝에 볼 파일을 적어 둡니다.
const _: fn(Duration, fn()) -> Heartbeat = Heartbeat::start; // lessons/multithread/src/background.rs
const _: fn(&mut Heartbeat) -> Result<(), BeatPanicked> = Heartbeat::stop; // lessons/multithread/src/background.rs

pub const STEP: Step = Step {
    name: "background",
    title: "멈출 줄 아는 스레드",
    hints: [
        "`sleep`하는 스레드는 깨울 수 없습니다. 기다리는 동안에도 멈추라는 알림을 들을 수 있는 것을 찾습니다.",
        "채널의 보내는 쪽을 `Heartbeat`가 갖고, 스레드는 `recv_timeout`으로 기다립니다. 한도가 지나면 박자를 치고, 아니면 끝냅니다. 다음 박자는 방금이 아니라 처음부터 세어야 밀리지 않습니다.",
        "`began.elapsed()`를 `due`에서 `saturating_sub`로 빼면 남은 시간입니다. 박자를 칠 때마다 `due += interval`입니다. 보내는 쪽은 `Option`에 담아 `stop`에서 `take()`로 버리고, `impl Drop for Heartbeat`도 `stop`을 부릅니다.",
    ],
    promises: &[
        Promise { says: "`interval`마다 정확히 박자를 칩니다.", check: orders(beats_on_time) },
        Promise {
            says: "`stop`은 바로 멈추고, 그 뒤에는 박자가 없습니다.", check: orders(stops_at_once)
        },
        Promise {
            says: "`stop`은 치고 있던 박자가 끝난 다음에 돌아옵니다.",
            check: orders(waits_for_the_last_beat),
        },
        Promise {
            says: "시작하자마자 멈춰도, 박자와 같은 때에 멈춰도 멈춥니다.",
            check: orders(no_stop_is_lost),
        },
        Promise { says: "버려지면 멈춥니다.", check: orders(dropping_stops) },
        Promise {
            says: "박자가 패닉하면 끝나고, `stop`이 알려 줍니다.", check: orders(a_panic_is_told)
        },
        Promise {
            says: "여럿이어도 저마다 제 박자를 치고 따로 멈춥니다.", check: orders(two_are_apart)
        },
        Promise {
            says: "누가 스레드를 일찍 깨워도 박자는 제때 칩니다.",
            check: orders(a_stray_wakeup_is_no_beat),
        },
        Promise {
            says: "기다리는 동안 되풀이해 깨어나지 않습니다.", check: orders(wakes_for_beats_only)
        },
        Promise {
            says: "`interval`이 아주 짧거나 길어도, 오래 쳐도 정확합니다.",
            check: orders(short_and_long),
        },
    ],
};

const SECOND: Duration = Duration::from_secs(1);
const TENTH: Duration = Duration::from_millis(100);

/// 부를 때마다 시각을 적고 `takes`만큼 걸리는 박자입니다.
fn beat(log: &Log<Duration>, takes: Duration) -> impl FnMut() + Send + 'static {
    let log = log.clone();
    let (mut last, mut again) = (None, 0);
    move || {
        let now = clock();
        again = if last == Some(now) { again + 1 } else { 0 };
        last = Some(now);
        demand(
            again < 3,
            "`recv_timeout`의 `Err`는 둘입니다. 한도가 지난 `Timeout`이면 박자를 치고, 보내는 쪽이 사라진 `Disconnected`면 멈추라는 뜻이므로 끝냅니다. 남은 시간이 0이면 기다림은 바로 끝나므로, 칠 때마다 다음 박자의 때를 늦춥니다.",
            || format!("{}초에 기다리지 않고 박자를 거듭 칩니다.", seconds(now)),
        );
        log.push(now);
        if !takes.is_zero() {
            thread::sleep(takes);
        }
    }
}

fn list(times: &[Duration]) -> String {
    let times: Vec<String> = times.iter().map(|time| seconds(*time)).collect();
    format!("[{}]초", times.join(", "))
}

#[track_caller]
fn expect_beats(when: &str, log: &Log<Duration>, wanted: &[Duration]) {
    let beats = log.entries();
    if beats != wanted {
        broken(format!("{when} 박자는 {}에 나야 하는데 {}에 났습니다.", list(wanted), list(&beats)));
    }
}

#[track_caller]
fn expect_stopped(answer: Result<(), BeatPanicked>) {
    if answer != Ok(()) {
        broken(format!("stop은 Ok(())를 돌려줘야 하는데 {answer:?}입니다."));
    }
}

/// 멈춘 뒤로 한참 지켜봅니다. 박자도 스레드도 더 없어야 합니다.
#[track_caller]
fn expect_silence(when: &str, log: &Log<Duration>, wanted: &[Duration]) {
    expect_all_finished();
    thread::sleep(100 * SECOND);
    expect_beats(when, log, wanted);
}

fn beats_on_time() {
    advise(
        "시작한 때에 `interval`을 거듭 더한 것이 박자의 때입니다. 다음 박자의 때까지 남은 시간만 기다립니다.",
    );
    for takes in [Duration::ZERO, 3 * TENTH, 9 * TENTH] {
        explore(move || {
            let log = Log::new();
            let mut heartbeat = Heartbeat::start(SECOND, beat(&log, takes));
            thread::sleep(45 * TENTH);
            let when = format!("1초마다 {}초 걸리는 박자를 치면 4.5초까지", seconds(takes));
            expect_beats(&when, &log, &[SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND]);
            let _ = heartbeat.stop();
        });
    }
    // 나노초로 세면 네 바이트에 담기지 않는 간격입니다.
    few().explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(5 * SECOND, beat(&log, Duration::ZERO));
        thread::sleep(6 * SECOND);
        expect_beats("5초마다 치면 6초까지", &log, &[5 * SECOND]);
        let _ = heartbeat.stop();
    });
}

fn stops_at_once() {
    advise(
        "`sleep`은 깨울 수 없습니다. `recv_timeout`이나 `wait_timeout`으로 기다리고, 깨어나면 멈출 때인지 먼저 봅니다.",
    );
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, TENTH));
        thread::sleep(25 * TENTH);
        let answer = heartbeat.stop();
        expect_beats("2.5초에 stop을 부르면", &log, &[SECOND, 2 * SECOND]);
        expect_clock("2.5초에 stop을 부르면 바로 돌아와", 25 * TENTH);
        expect_stopped(answer);
        expect_stopped(heartbeat.stop());
        expect_clock("이미 멈췄는데 stop을 다시 부르면 바로 돌아와", 25 * TENTH);
        expect_silence("2.5초에 멈추면", &log, &[SECOND, 2 * SECOND]);
    });
}

fn waits_for_the_last_beat() {
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, 5 * TENTH));
        thread::sleep(12 * TENTH);
        let answer = heartbeat.stop();
        expect_clock("1초에 시작해 0.5초 걸리는 박자를 1.2초에 멈추면", 15 * TENTH);
        expect_stopped(answer);
        expect_silence("1.2초에 멈추면", &log, &[SECOND]);
    });
}

fn no_stop_is_lost() {
    advise("잠들기 전에 멈추라는 표시부터 봅니다. 표시는 잠근 채 바꾸고 알립니다.");
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, Duration::ZERO));
        let answer = heartbeat.stop();
        expect_clock("시작하자마자 stop을 부르면 바로 돌아와", Duration::ZERO);
        expect_stopped(answer);
        expect_silence("시작하자마자 멈추면", &log, &[]);
    });
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, Duration::ZERO));
        thread::sleep(2 * SECOND);
        expect_stopped(heartbeat.stop());
        expect_clock("박자를 칠 바로 그때 stop을 부르면", 2 * SECOND);
        let beats = log.entries();
        let both = [&[SECOND][..], &[SECOND, 2 * SECOND]];
        assert!(
            both.contains(&&beats[..]),
            "2초에 멈추면 박자는 한 번이나 두 번인데 {}에 났습니다.",
            list(&beats)
        );
        expect_silence("2초에 멈추면", &log, &beats);
    });
}

fn dropping_stops() {
    foresee(
        "버려진 뒤에도 스레드가 남습니다. `Heartbeat`가 사라질 때 불리는 `Drop`에서 멈추고 기다립니다. `impl Drop for Heartbeat`의 `drop`에서 `stop`을 부르면 됩니다.",
    );
    explore(|| {
        let log = Log::new();
        let heartbeat = Heartbeat::start(SECOND, beat(&log, TENTH));
        thread::sleep(15 * TENTH);
        drop(heartbeat);
        expect_clock("1.5초에 버리면 바로 멈춰", 15 * TENTH);
        expect_silence("1.5초에 버리면", &log, &[SECOND]);
    });
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, TENTH));
        expect_stopped(heartbeat.stop());
        drop(heartbeat);
        expect_silence("멈춘 다음에 버리면", &log, &[]);
    });
    explore(|| {
        let log = Log::new();
        let unwound = panic::catch_unwind(AssertUnwindSafe(|| {
            let _heartbeat = Heartbeat::start(SECOND, beat(&log, TENTH));
            thread::sleep(11 * TENTH);
            panic!("박자를 세던 쪽이 망가졌습니다.");
        }));
        assert!(unwound.is_err(), "Heartbeat를 가진 쪽의 패닉이 사라집니다.");
        expect_clock("박자가 끝나는 1.1초에 패닉으로 버려지면", 11 * TENTH);
        expect_silence("1.1초에 패닉으로 버려지면", &log, &[SECOND]);
    });
}

/// 둘째 박자에서 `payload`로 패닉합니다.
fn breaks_at_two(log: &Log<Duration>, payload: fn()) -> impl FnMut() + Send + 'static {
    let log = log.clone();
    move || {
        log.push(clock());
        if log.entries().len() == 2 {
            payload();
        }
    }
}

fn a_panic_is_told() {
    advise(
        "스레드 안의 패닉은 `join`이 돌려주는 `Err`에 있습니다. `stop`이 그것을 알리고, `Drop`은 다시 패닉하지 않습니다.",
    );
    let payloads: [fn(); 3] =
        [|| panic!("박자를 놓쳤습니다."), || panic!("박자 {}", seconds(clock())), || panic::panic_any(2)];
    for payload in payloads {
        explore(move || {
            let log = Log::new();
            let mut heartbeat = Heartbeat::start(SECOND, breaks_at_two(&log, payload));
            thread::sleep(35 * TENTH);
            expect_beats("2초의 박자가 패닉하면", &log, &[SECOND, 2 * SECOND]);
            let Ok(answer) = panic::catch_unwind(AssertUnwindSafe(|| heartbeat.stop())) else {
                broken("박자의 패닉이 stop 밖으로 나옵니다.");
            };
            let told = Err(BeatPanicked);
            assert!(answer == told, "패닉한 박자를 멈추면 {told:?}여야 하는데 {answer:?}입니다.");
            expect_stopped(heartbeat.stop());
            expect_clock("패닉한 박자를 3.5초에 멈추면 바로 돌아와", 35 * TENTH);
            expect_all_finished();
        });
    }
    explore(|| {
        let mut heartbeat = Heartbeat::start(SECOND, || {
            thread::sleep(5 * TENTH);
            panic!("박자를 놓쳤습니다.");
        });
        thread::sleep(12 * TENTH);
        let answer = heartbeat.stop();
        expect_clock("1초에 시작한 박자가 1.5초에 패닉할 때 1.2초에 멈추면", 15 * TENTH);
        assert!(answer.is_err(), "stop이 기다리던 박자가 패닉했는데 {answer:?}를 돌려줍니다.");
    });
    explore(|| {
        let log = Log::new();
        let heartbeat = Heartbeat::start(SECOND, breaks_at_two(&log, || panic!("박자를 놓쳤습니다.")));
        thread::sleep(35 * TENTH);
        let dropped = panic::catch_unwind(AssertUnwindSafe(|| drop(heartbeat)));
        assert!(dropped.is_ok(), "패닉한 박자를 버리면 버리는 쪽도 패닉합니다.");
        expect_all_finished();
    });
}

fn two_are_apart() {
    advise("스레드마다 제 표시를 가집니다. `static`은 모두가 함께 씁니다.");
    explore(|| {
        let (one, other) = (Log::new(), Log::new());
        let mut slow = Heartbeat::start(2 * SECOND, beat(&one, Duration::ZERO));
        let mut quick = Heartbeat::start(15 * TENTH, beat(&other, Duration::ZERO));
        thread::sleep(35 * TENTH);
        expect_stopped(slow.stop());
        thread::sleep(15 * TENTH);
        expect_stopped(quick.stop());
        expect_beats("2초마다 치다가 3.5초에 멈추면", &one, &[2 * SECOND]);
        let wanted = [15 * TENTH, 3 * SECOND, 45 * TENTH];
        expect_beats("1.5초마다 치다가 5초에 멈추면", &other, &wanted);
        expect_all_finished();
    });
    explore(|| {
        // 늦게 잠든 쪽을 먼저 멈춥니다. 먼저 잠든 쪽이 그 알림을 가져가면 안 됩니다.
        let (one, other) = (Log::new(), Log::new());
        let mut slow = Heartbeat::start(10 * SECOND, beat(&one, Duration::ZERO));
        let mut quick = Heartbeat::start(SECOND, beat(&other, Duration::ZERO));
        thread::sleep(15 * TENTH);
        expect_stopped(quick.stop());
        expect_clock("둘 가운데 1초마다 치는 쪽을 1.5초에 멈추면", 15 * TENTH);
        expect_stopped(slow.stop());
        expect_clock("이어서 10초마다 치는 쪽을 멈추면", 15 * TENTH);
        expect_all_finished();
    });
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, Duration::ZERO));
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(25 * TENTH);
                expect_stopped(heartbeat.stop());
                expect_clock("다른 스레드가 2.5초에 멈추면", 25 * TENTH);
            });
        });
        expect_silence("다른 스레드가 2.5초에 멈추면", &log, &[SECOND, 2 * SECOND]);
    });
}

fn a_stray_wakeup_is_no_beat() {
    explore(|| {
        let log = Log::new();
        let own = log.clone();
        let mut heartbeat = Heartbeat::start(SECOND, move || {
            own.push(clock());
            thread::current().unpark();
        });
        thread::sleep(25 * TENTH);
        let wanted = [SECOND, 2 * SECOND];
        expect_beats("beat가 제 스레드에 unpark를 남겨도", &log, &wanted);
        expect_stopped(heartbeat.stop());
        expect_silence("unpark를 남기는 박자를 2.5초에 멈추면", &log, &wanted);
    });
}

fn wakes_for_beats_only() {
    advise("다음 박자의 때까지 한 번에 기다립니다. 짧게 나누어 기다리지 않습니다.");
    few().explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(86_400 * SECOND, beat(&log, Duration::ZERO));
        thread::sleep(35 * 8_640 * SECOND);
        let beats = log.entries().len();
        assert!(beats == 3, "하루마다 치면 사흘 반 동안 박자가 3번인데 {beats}번입니다.");
        let woken = peak().timers;
        // 박자 셋과 여기에서 잔 한 번입니다.
        assert!(woken <= 4, "박자를 세 번 치는 동안 깨어난 것이 {}번입니다.", woken - 1);
        expect_stopped(heartbeat.stop());
    });
}

fn short_and_long() {
    advise(
        "간격은 `Duration` 그대로 쓰고, 박자의 때는 `due += interval`로 이어 갑니다. 밀리초의 정수나 실수로 바꾸면 짧은 것은 0이 되고 긴 것은 어긋나거나 넘칩니다.",
    );
    for nanoseconds in [1_234_567_891, 86_400_000_000_000 / 4, 999, 1] {
        explore(move || {
            let (log, interval) = (Log::new(), Duration::from_nanos(nanoseconds));
            let mut heartbeat = Heartbeat::start(interval, beat(&log, Duration::ZERO));
            // 1나노초의 절반은 0이므로, 그때는 둘째 박자와 같은 때에 멈춥니다.
            thread::sleep(2 * interval + interval / 2);
            expect_stopped(heartbeat.stop());
            let beats = log.entries();
            let wanted = [interval, 2 * interval];
            let fits = beats == wanted || ((interval / 2).is_zero() && beats == wanted[..1]);
            assert!(
                fits,
                "{}초마다 두 번 치면 {}인데 {}에 났습니다.",
                seconds(interval),
                list(&wanted),
                list(&beats)
            );
        });
    }
    Explorer::new().preemptions(0).orders(1).random(0).explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(SECOND, beat(&log, 3 * TENTH));
        thread::sleep(1_200 * SECOND + 5 * TENTH);
        let wanted: Vec<Duration> = (1..=1_200).map(|number| number * SECOND).collect();
        let beats = log.entries();
        assert!(beats == wanted, "20분 동안 박자가 1200번인데 {}번이거나, 때가 밀립니다.", beats.len());
        let _ = heartbeat.stop();
    });
    beats_for_long();
    explore(|| {
        let log = Log::new();
        let mut heartbeat = Heartbeat::start(86_400 * SECOND, beat(&log, Duration::ZERO));
        thread::sleep(SECOND);
        expect_stopped(heartbeat.stop());
        expect_clock("하루마다 치는 박자를 1초에 멈추면", SECOND);
        expect_beats("하루마다 치는 박자를 1초에 멈추면", &log, &[]);
        expect_all_finished();
    });
}

/// 두 바이트로 세면 넘치고, 실수로 곱하면 1나노초씩 어긋나는 박자입니다.
fn beats_for_long() {
    for (interval, count) in [(SECOND, 65_540), (86_400 * SECOND - Duration::from_nanos(1), 150)] {
        Explorer::new().preemptions(0).orders(1).random(0).as_far_as_it_goes().explore(move || {
            let log = Log::new();
            let mut heartbeat = Heartbeat::start(interval, beat(&log, Duration::ZERO));
            thread::sleep(interval * count + interval / 2);
            let wrong = log.entries().into_iter().zip(1..).find(|(beat, number)| *beat != interval * *number);
            if let Some((beat, number)) = wrong {
                let wanted = seconds(interval * number);
                broken(format!("{number}번째 박자는 {wanted}초인데 {}초에 났습니다.", seconds(beat)));
            }
            let beats = log.entries().len();
            assert!(beats == count as usize, "박자가 {count}번 나야 하는데 {beats}번 났습니다.");
            let _ = heartbeat.stop();
        });
    }
}

/// 박자가 많으면 선점이 없는 순서 가운데 몇 가지를 봅니다.
fn few() -> Explorer {
    Explorer::new().preemptions(0).orders(10).random(2)
}
