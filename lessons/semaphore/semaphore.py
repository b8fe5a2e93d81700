"""스레드 열 개가 허가 세 장을 나눠 씁니다. 들어가고 나올 때마다 안에 있는 스레드의 목록을 출력합니다."""

import sys
import threading
import time


class ThreadPool:
    """들어와 있는 스레드의 목록입니다. 수를 제한하는 것은 바깥의 세마포어입니다."""

    def __init__(self):
        self.active = []
        self.lock = threading.Lock()

    # 바꾸기와 출력이 한 잠금 안에 있어야, 출력한 목록이 그 순간의 목록입니다.
    def acquire(self, name):
        with self.lock:
            self.active.append(name)
            self.say("획득", name)

    def release(self, name):
        with self.lock:
            self.active.remove(name)
            self.say("반환", name)

    def say(self, what, name):
        sys.stdout.write(f"{what}: {name} | 스레드 풀: [{', '.join(self.active)}]\n")


def run(threads, permits, work):
    semaphore = threading.BoundedSemaphore(permits)
    pool = ThreadPool()

    def worker():
        name = threading.current_thread().name
        with semaphore:
            pool.acquire(name)
            work()
            pool.release(name)

    workers = [threading.Thread(target=worker, name=f"스레드 {number}") for number in range(1, threads + 1)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()


if __name__ == "__main__":
    run(10, 3, lambda: time.sleep(0.1))
