"""생산자와 소비자 사이에서 항목 하나를 건네는 데 걸리는 시간을 한 번씩 잽니다. 인수는 생산자의 수와 항목의 수를 나누는 수입니다."""

import json
import queue
import sys
import threading
import time

PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
LESS = int(sys.argv[2]) if len(sys.argv) > 2 else 1
EACH = 40_000 // LESS // PAIRS


def put_all(items):
    for item in range(EACH):
        items.put(item)


def get_all(items):
    for _ in range(EACH):
        items.get()


if __name__ == "__main__":
    items = queue.Queue()
    threads = [
        threading.Thread(target=work, args=(items,)) for _ in range(PAIRS) for work in (put_all, get_all)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps((time.perf_counter() - began) / (EACH * PAIRS)))
