import threading


def with_statement(lock):
    with lock:
        raise ValueError


def acquire_alone(lock):
    lock.acquire()
    raise ValueError
    lock.release()


for work in [with_statement, acquire_alone]:
    lock = threading.Lock()
    try:
        work(lock)
    except ValueError:
        print(f"{work.__name__}: {'잠긴 채로 남음' if lock.locked() else '풀림'}")
