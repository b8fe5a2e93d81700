import sys
import threading
import time


def count():
    number = 0
    while number < 3_000_000:
        number += 1


threads = [threading.Thread(target=count) for _ in range(2)]
wall, cpu = time.perf_counter(), time.process_time()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
cores = (time.process_time() - cpu) / (time.perf_counter() - wall)

gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print("GIL:", "켜짐" if gil else "꺼짐")
print("두 스레드가 쓴 코어:", "하나를 넘지 않음" if cores < 1.2 else "하나를 넘음")
