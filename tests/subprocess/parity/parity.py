"""표준 입력으로 받은 경우마다 subprocess.run을 부르고, 결과를 한 줄씩 출력합니다.

스레드가 아니라 프로세스로 나눕니다. 스레드로 나누어 부르면 입력이 도중에 끊기는 일이 있었습니다.
"""

import ast
import subprocess
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor

STREAMS = {"PIPE": subprocess.PIPE, "DEVNULL": subprocess.DEVNULL, "STDOUT": subprocess.STDOUT}


def shown(value):
    if value is None:
        return "None"
    value = value.encode() if isinstance(value, str) else value
    if len(value) > 1024:
        return f"{len(value)}:{zlib.adler32(value)}"
    return value.hex() or "-"


def given(text):
    if isinstance(text, int):
        return (bytes(range(251)) * (text // 251 + 1))[:text]
    return bytes.fromhex(text)


def outcome(case):
    args, options = case
    for name in ("stdin", "stdout", "stderr"):
        if name in options:
            options[name] = STREAMS[options[name]]
    encoding = options.get("encoding") or "utf-8"
    if "input" in options:
        options["input"] = given(options["input"])
        if {"text", "encoding", "errors"} & options.keys():
            options["input"] = options["input"].decode(encoding)
    try:
        done = subprocess.run(args, **options)
        return f"{done.returncode} {shown(done.stdout)} {shown(done.stderr)}"
    except subprocess.CalledProcessError as error:
        return f"CalledProcessError {error.returncode} {shown(error.stdout)} {shown(error.stderr)}"
    except subprocess.TimeoutExpired as error:
        return f"TimeoutExpired {shown(error.stdout or b'')} {shown(error.stderr or b'')}"
    except UnicodeDecodeError as error:
        return f"UnicodeDecodeError {error.start}"
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    with ProcessPoolExecutor(4) as workers:
        for line in workers.map(outcome, ast.literal_eval(sys.stdin.read())):
            print(line, flush=True)
