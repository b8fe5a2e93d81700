# /// script
# requires-python = ">=3.13"
# ///
import threading
from queue import Queue, ShutDown

jobs, done = Queue(), []


def work():
    try:
        while True:
            done.append(jobs.get())
            jobs.task_done()
    except ShutDown:
        return


threads = [threading.Thread(target=work) for _ in range(5)]
for thread in threads:
    thread.start()
for number in range(20):
    jobs.put(number)
jobs.shutdown()
for thread in threads:
    thread.join()
print(f"{len(done)}건을 마치고 스레드 {len(threads)}개가 모두 끝났습니다.")
