import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading


def fails(mistake, make):
    try:
        make()
    except Exception as error:
        print(f"{mistake}: {type(error).__name__}: {error}".rstrip(": "), flush=True)


def python(code, **more):
    return subprocess.run([sys.executable, "-c", code], check=True, **more)


def sends_to_nobody():
    reading, writing = os.pipe()
    os.close(reading)
    os.write(writing, b"?")


def asks_a_closed_end():
    here, there = multiprocessing.Pipe()
    there.close()
    here.recv()


def has_a_child_of_its_own():
    fails("daemon=True인 프로세스가 자식을 만듦", multiprocessing.get_context("fork").Process(target=int).start)


if __name__ == "__main__":
    fails("없는 프로그램", lambda: subprocess.run(["no-such-program"]))
    fails("없는 폴더", lambda: subprocess.run(["true"], cwd="no-such-folder"))
    for mistake, code, more in [
        ("반환 코드가 0이 아님", "exit(3)", {}),
        ("신호로 끝남", f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})", {}),
        ("시간 한도를 넘음", "import time; time.sleep(60)", {"timeout": 0.2}),
    ]:
        try:
            python(code, **more)
        except subprocess.SubprocessError as error:
            # 경로와 잰 시간은 실행할 때마다 다릅니다.
            error.cmd = "python3"
            if isinstance(error, subprocess.TimeoutExpired):
                error.timeout = more["timeout"]
            print(f"{mistake}: {type(error).__name__}: {error}", flush=True)
    fails("함께 쓸 수 없는 인수", lambda: subprocess.run(["true"], capture_output=True, stdout=subprocess.PIPE))
    fails("다른 인코딩의 바이트", lambda: "가".encode("cp949").decode("utf-8"))
    fails("읽는 쪽이 닫힌 파이프", sends_to_nobody)
    fails("상대가 닫은 연결", asks_a_closed_end)
    fails("잠금을 보냄", lambda: pickle.dumps(threading.Lock()))
    child = multiprocessing.get_context("fork").Process(target=has_a_child_of_its_own, daemon=True)
    child.start()
    child.join()
