import threading

visits = 0
lock = threading.Lock()


def visit():
    global visits
    with lock:
        before = visits
        visits = before + 1


threads = [threading.Thread(target=visit) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"두 번 왔고 {visits}번입니다.")
