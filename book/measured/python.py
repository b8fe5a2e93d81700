"""파이썬에서 걸리는 시간을 한 번씩 잽니다. 첫째 인수는 되풀이하는 수를 나누는 수입니다."""

import json
import multiprocessing
import queue
import subprocess
import sys
import threading
import time

LESS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
NUMBERS = 4_000_000 // LESS


def part(start, stop):
    total = 0
    for number in range(start, stop):
        total += number * number % 7
    return total


def in_parts(kind, parts):
    size = NUMBERS // parts
    workers = [kind(target=part, args=(at * size, (at + 1) * size)) for at in range(parts)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def lock_and_release(times):
    lock = threading.Lock()
    for _ in range(times):
        with lock:
            pass


def start_and_join(times):
    for _ in range(times):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()


def hand_over(times):
    items = queue.Queue()
    reader = threading.Thread(target=lambda: [items.get() for _ in range(times)])
    reader.start()
    for number in range(times):
        items.put(number)
    reader.join()


def run_a_child(times):
    for _ in range(times):
        subprocess.run(["true"], check=True)


def start_a_process(method):
    context = multiprocessing.get_context(method)

    def run(times):
        for _ in range(times):
            process = context.Process(target=int)
            process.start()
            process.join()

    # 첫 자식과 함께 뜨는 것(forkserver의 서버)은 세지 않습니다.
    run(1)
    return run


def took(work, *arguments):
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def each(work, times):
    times = max(1, times // LESS)
    return took(work, times) / times


if __name__ == "__main__":
    # 코어마다 나뉘는지를 재므로, 시작하는 방법은 가장 가벼운 것으로 정합니다.
    processes = multiprocessing.get_context("fork")
    # 처음 도는 동안에는 인터프리터가 코드를 다듬습니다.
    part(0, NUMBERS // 4)
    print(
        json.dumps(
            {
                "one": took(in_parts, threading.Thread, 1),
                "threads": took(in_parts, threading.Thread, 2),
                "processes": took(in_parts, processes.Process, 2),
                "lock": each(lock_and_release, 1_000_000),
                "spawn": each(start_and_join, 2_000),
                "queue": each(hand_over, 50_000),
                "child": each(run_a_child, 100),
                "fork": each(start_a_process("fork"), 100),
                "forkserver": each(start_a_process("forkserver"), 100),
                "spawned": each(start_a_process("spawn"), 10),
            }
        )
    )
