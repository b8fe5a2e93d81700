"""표준 입력으로 받은 경우마다 queue.Queue를 부르고, 결과를 한 줄씩 출력합니다. 형식은 cases.txt에 있습니다."""

import faulthandler
import queue
import sys
import threading
import time

# 멈춰 서면 어디인지 말하고 끝냅니다.
faulthandler.dump_traceback_later(60, exit=True)

ShutDown = getattr(queue, "ShutDown", ())


def call(q, name, *given):
    value = int(given[0]) if name.startswith(("put", "try_put")) else None
    try:
        if name == "put":
            return q.put(value)
        if name == "try_put":
            return q.put(value, block=False)
        if name == "put_timeout":
            return q.put(value, timeout=float(given[1]))
        if name == "get":
            return q.get()
        if name == "try_get":
            return q.get(block=False)
        if name == "get_timeout":
            return q.get(timeout=float(given[0]))
        if name == "shutdown_now":
            return q.shutdown(immediate=True)
        if name == "pause":
            return time.sleep(0.1)
        return getattr(q, name)()
    except queue.Full:
        return f"Full({value})"
    except queue.Empty:
        return "Empty"
    except ShutDown:
        return "ShutDown" if value is None else f"ShutDown({value})"
    except ValueError:
        return "TooOften" if name == "task_done" else "ValueError"


def run(q, calls):
    outcomes = (call(q, *one.split()) for one in calls.split(", "))
    return ["ok" if outcome is None else str(outcome) for outcome in outcomes]


def left(q):
    items, tasks = [], 0
    while not q.empty():
        items.append(q.get())
    while call(q, "task_done") is None:
        tasks += 1
    return f"left {len(items)}, unfinished {tasks}"


def outcome(maxsize, calls):
    q = queue.Queue(int(maxsize))
    before, _, together = calls.rpartition(" > ")
    parts = together.split(" & ")
    if len(parts) == 1:
        return " ".join(run(q, calls))
    found = run(q, before) if before else []
    threads = [threading.Thread(target=lambda part=part: found.extend(run(q, part))) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{' '.join(sorted(found))}; {left(q)}"


for line in sys.stdin:
    _, _, maxsize, calls = line.strip().split(" / ")
    print(outcome(maxsize, calls))
