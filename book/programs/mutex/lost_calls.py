import threading

TIMES = 300_000
visits = 0


def visit():
    global visits
    for _ in range(TIMES):
        visits += int(1)


def count():
    global visits
    visits = 0
    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return visits


# 운 좋게 맞았으면 다시 셉니다.
while count() == 4 * TIMES:
    pass
print("네 스레드가 30만 번씩 더했는데 120만이 되지 않습니다.")
