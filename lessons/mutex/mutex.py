"""스레드 스무 개가 작업을 하나씩 맡아 두 줄씩 출력합니다. --unsafe를 붙이면 잠그지 않습니다."""

import sys
import threading
import time

BROKEN = 13


def check(number):
    # 시작 줄과 끝 줄 사이에 잠깐 잡니다. 그사이 다른 스레드가 시작하므로, 잠그지 않으면 줄이 섞입니다.
    time.sleep(0.01)
    if number == BROKEN:
        raise ValueError(f"자료 {BROKEN}이 깨져 있습니다.")
    return f"자료 {number} 확인"


def say(line):
    # print는 줄바꿈을 따로 써서, 잠그지 않으면 한 줄 안에 다른 줄이 끼어듭니다.
    sys.stdout.write(line + "\n")


def run(jobs, thread_safe):
    lock = threading.Lock()

    def work(number, job):
        if thread_safe:
            lock.acquire()
        try:
            say(f"작업 {number} 시작")
            say(f"작업 {number} 끝: {job(number)}")
        finally:
            if thread_safe:
                lock.release()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    threading.excepthook = lambda failure: print(failure.exc_value, file=sys.stderr)
    run([check] * 20, thread_safe="--unsafe" not in sys.argv)
