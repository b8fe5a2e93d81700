//! What may be typed after `cargo course`, and its help.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};

use catalog::Course;
use report::text::{columns, hang};

const HELP: &str = "\
{about}

예:
  cargo course                       저장할 때마다 확인하며 다음 단계로 안내합니다
  cargo course list                  여섯 주제와 모든 단계의 상태를 봅니다
  cargo course check mutex counter   한 단계를 확인합니다
  cargo course hint mutex counter    힌트를 하나씩 더 봅니다
  cargo course reset mutex counter   처음 코드로 되돌립니다. 쓰던 코드는 보관됩니다

사용법: {usage}

{all-args}

종료 코드: 0 뜻대로 됨, 1 아직 풀지 않았거나 고칠 것이 있음, 2 명령을 알 수 없음, 3 실행할 수 없음";

const NAMES: &str = "이름";
const CHOICES: &str = "선택";

const PART: &str = "{about}\n\n{before-help}사용법: {usage}\n\n{all-args}";

/// The names in the tree become the values that are offered when a word is completed. While running, a name that is
/// not among them is answered by us, with the nearest one.
pub fn command(course: &Course, offer_names: bool) -> Command {
    let named = |arg: Arg, names: Vec<String>| {
        if offer_names { arg.value_parser(PossibleValuesParser::new(names)) } else { arg }
    };
    let topics: Vec<String> = course.topics.iter().map(|topic| topic.name.clone()).collect();
    let steps: Vec<String> = course.steps().map(|step| step.name.clone()).collect();
    let topic = || {
        let help = format!("주제: {}", topics.join(", "));
        named(
            Arg::new("topic")
                .display_order(1)
                .value_name("주제")
                .help(help)
                .help_heading(NAMES)
                .hide_possible_values(true),
            topics.clone(),
        )
    };
    let step = || {
        let help = "단계: cargo course list가 보여 주는 이름";
        named(
            Arg::new("step")
                .display_order(2)
                .value_name("단계")
                .help(help)
                .help_heading(NAMES)
                .hide_possible_values(true),
            steps.clone(),
        )
    };
    let part = |name: &'static str, about: &'static str, usage: &'static str, examples: &'static str| {
        let command = Command::new(name).about(about).override_usage(usage).help_template(PART);
        let command = command.before_help(format!("예:\n{examples}")).disable_help_flag(true);
        command.subcommand_help_heading("명령").disable_help_subcommand(true)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help).help_heading(CHOICES)
    };
    let number = |help: &'static str| {
        Arg::new("number").display_order(3).value_name("번호").help_heading(NAMES).help(help)
    };
    Command::new("course")
        .bin_name("cargo course")
        .about("러스트로 다시 배우는 동시성의 길잡이입니다. 명령을 붙이지 않으면 다음 단계에서 저장을 기다립니다.")
        .override_usage("cargo course [선택] [명령]")
        .help_template(HELP)
        .subcommand_help_heading("명령")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .args([help(), version()])
        .arg(
            Arg::new("color")
                .display_order(8)
                .long("color")
                .global(true)
                .value_name("언제")
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true)
                .default_value("auto")
                .hide_default_value(true)
                .help_heading(CHOICES)
                .help("색을 쓸 때: auto, always, never. NO_COLOR도 따릅니다"),
        )
        .subcommand(part(
            "list",
            "여섯 주제와 모든 단계가 어디까지 왔는지 봅니다",
            "cargo course list",
            "  cargo course list",
        ))
        .subcommand(
            part(
                "check",
                "풀었는지 확인합니다. 모두 풀었으면 종료 코드가 0, 아니면 1입니다",
                "cargo course check [--json] [주제 [단계]]",
                "  cargo course check\n  cargo course check mutex counter\n  cargo course check --json",
            )
            .args([topic(), step(), flag("json", "결과를 JSON으로 씁니다")]),
        )
        .subcommand(
            part(
                "hint",
                "힌트를 봅니다. 번호가 없으면 부를 때마다 하나씩 늘어납니다",
                "cargo course hint <주제> [단계 [번호]]",
                "  cargo course hint mutex\n  cargo course hint mutex counter\n  cargo course hint mutex counter 2",
            )
            .args([topic().required(true), step(), number("1, 2, 3")]),
        )
        .subcommand(
            part(
                "solution",
                "풀이를 보고 쓴 답과 견줍니다. 풀기 전이라면 먼저 묻습니다",
                "cargo course solution [--yes] <주제> <단계>",
                "  cargo course solution mutex counter",
            )
            .args([topic().required(true), step().required(true), flag("yes", "묻지 않고 보여 줍니다")]),
        )
        .subcommand(
            part(
                "reset",
                "처음 코드로 되돌립니다. 쓰던 코드는 .saved 폴더에 보관됩니다. 주제 전체라면 먼저 묻습니다",
                "cargo course reset [--yes] <주제> [단계]",
                "  cargo course reset mutex counter\n  cargo course reset mutex",
            )
            .args([topic().required(true), step(), flag("yes", "묻지 않고 되돌립니다")]),
        )
        .subcommand(
            part(
                "saved",
                "되돌리면서 보관한 코드를 보고, 되살립니다",
                "cargo course saved [restore <주제> [단계 [번호]]]",
                "  cargo course saved\n  cargo course saved restore mutex counter\n  cargo course saved restore mutex",
            )
            .subcommand(
                part(
                    "restore",
                    "보관한 코드를 제자리에 되살립니다. 번호가 없으면 마지막 것, 단계가 없으면 그 주제를 마지막으로 되돌리기 전의 것입니다",
                    "cargo course saved restore <주제> [단계 [번호]]",
                    "  cargo course saved restore mutex counter 2\n  cargo course saved restore mutex",
                )
                .args([topic().required(true), step(), number("cargo course saved가 보여 주는 번호")]),
            ),
        )
        .subcommand(
            part(
                "python",
                "같은 프로그램의 파이썬 판을 실행합니다",
                "cargo course python <주제> [인자]...",
                "  cargo course python mutex\n  cargo course python mutex --unsafe",
            )
            .args([
                topic().required(true),
                Arg::new("rest")
                    .value_name("인자")
                    .help_heading(NAMES)
                    .help("프로그램에 그대로 넘길 말")
                    .num_args(0..)
                    .trailing_var_arg(true)
                    .allow_hyphen_values(true),
            ]),
        )
        .subcommand(
            part(
                "explain",
                "컴파일 오류의 뜻과 고치는 방법을 봅니다",
                "cargo course explain [--all] [코드 [번호]]",
                "  cargo course explain E0382\n  cargo course explain E0382 2\n  cargo course explain",
            )
            .args([
                Arg::new("code").value_name("코드").help_heading(NAMES).help("rustc가 error[ ] 안에 적은 코드"),
                number("여러 경우가 있는 코드에서, 보고 싶은 경우"),
                flag("all", "그 코드의 모든 경우를 예제와 함께 보여 줍니다"),
            ]),
        )
        .subcommand(
            part(
                "book",
                "책을 띄웁니다. 주제나 단계를 적으면 그 페이지를 브라우저로 엽니다",
                "cargo course book [--port 번호] [주제 [단계]]",
                "  cargo course book\n  cargo course book mutex counter\n  cargo course book --port 3001",
            )
            .args([
                topic(),
                step(),
                Arg::new("port").long("port").value_name("번호").help_heading(CHOICES).help("책을 띄울 포트. 적지 않으면 3000입니다"),
            ]),
        )
        .subcommand(part(
            "doctor",
            "도구와 폴더를 살펴보고, 고칠 것이 있으면 할 일을 말합니다",
            "cargo course doctor",
            "  cargo course doctor",
        ))
        .subcommand(
            part(
                "completions",
                "셸의 자동 완성 설정을 씁니다",
                "cargo course completions <셸>",
                "  source <(cargo course completions bash)\n  source <(cargo course completions zsh)\n  cargo course completions fish | source",
            )
            .arg(
                Arg::new("shell")
                    .value_name("셸")
                    .help_heading(NAMES)
                    .help("bash, zsh, fish")
                    .required(true)
                    .hide_possible_values(true)
                    .value_parser(["bash", "zsh", "fish"]),
            ),
        )
        .mut_subcommands(|part| part.mut_subcommands(|inner| inner.arg(help())).arg(help()))
}

/// Columns that a name and its description need beside each other.
const ROOM_BESIDE: usize = 70;

/// Help, broken at spaces only: a description goes on below where it began.
pub fn laid_out(help: &str, width: usize) -> String {
    let line = |line: &str| {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let Some((name, rest)) = text.split_once("  ") else { return hang(line, 0, indent, width) };
        let says = rest.trim_start();
        if width < ROOM_BESIDE {
            return format!("{}{name}\n{}", " ".repeat(indent), hang(says, indent + 4, indent + 4, width));
        }
        hang(line, 0, columns(line) - columns(says), width)
    };
    help.trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
}

fn version() -> Arg {
    let arg = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    arg.display_order(9).help("길잡이의 버전을 봅니다").help_heading(CHOICES)
}

fn help() -> Arg {
    Arg::new("help")
        .display_order(9)
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help("이 도움말을 봅니다")
        .help_heading(CHOICES)
}
