import threading

lock = threading.Lock()
inside = []


def work():
    lock.acquire(timeout=0.01)
    inside.append("일꾼")


with lock:
    inside.append("main")
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    print("임계 구역 안:", inside)
