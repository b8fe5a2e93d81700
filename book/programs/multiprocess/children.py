import multiprocessing
import os
import signal
import sys


def work(role):
    if role == "실패":
        # 화면에 나오는 기본 오류 메시지는 꺼 둡니다.
        sys.stderr = open(os.devnull, "w")
        raise ValueError(role)
    if role == "신호":
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    roles = ["성공", "실패", "신호"]
    children = [multiprocessing.Process(target=work, args=(role,)) for role in roles]
    for child in children:
        child.start()
    print("join이 돌려준 것:", [child.join() for child in children])
    print("exitcode:", [child.exitcode for child in children])
