"""노트의 run과 check_output을 인수마다 한 번씩 써 봅니다. 유닉스의 echo, cat, sh, sleep을 실행합니다."""

import os
import sys

# 이 파일의 이름이 모듈과 같아서, 이 폴더에서 찾으면 자기 자신을 가져옵니다.
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder) != HERE]

import subprocess
from subprocess import DEVNULL, PIPE, STDOUT, check_output, run


def shown(value):
    if value is None:
        return "없음"
    if isinstance(value, bytes):
        value = value.decode()
    return value.rstrip().replace("\n", " / ")


def tell(title, completed):
    code, out, err = completed.returncode, completed.stdout, completed.stderr
    print(f"{title}: 반환 코드 {code}, 출력 {shown(out)}, 오류 {shown(err)}", flush=True)


def capture(*args, **more):
    return run(*args, capture_output=True, text=True, **more)


def main():
    both = "echo 출력; echo 오류 >&2"
    tell("args", capture(["echo", "빈칸 있는 인수", "$HOME"]))
    tell("stdin", capture(["cat"], stdin=DEVNULL))
    tell("input", capture(["cat"], input="하나\n둘\n"))
    tell("stdout", run(["echo", "안 보임"], stdout=DEVNULL))
    tell("stderr", run(both, stdout=PIPE, stderr=STDOUT, shell=True, text=True))
    tell("shell", capture(both, shell=True))
    tell("cwd", capture(["pwd"], cwd="/"))
    tell("env", capture(["/usr/bin/env"], env={"이름": "값"}))
    tell("신호", capture("kill -9 $$", shell=True))
    tell("encoding", capture(["printf", r"\307\321\261\333"], encoding="cp949"))
    tell("errors", capture(["printf", r"\307!"], errors="replace"))

    try:
        capture("echo 먼저; exec sleep 60", shell=True, timeout=0.3)
    except subprocess.TimeoutExpired as expired:
        print(f"timeout: 한도가 지났습니다. 그때까지의 출력 {shown(expired.stdout)}")

    try:
        capture("echo 까닭 >&2; exit 3", shell=True, check=True)
    except subprocess.CalledProcessError as failed:
        print(f"check: 반환 코드 {failed.returncode}, 오류 {shown(failed.stderr)}")

    print(f"check_output: {shown(check_output('echo 돌려줌', shell=True, encoding='UTF-8'))}")


if __name__ == "__main__":
    main()
