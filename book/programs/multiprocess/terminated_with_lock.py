import multiprocessing
import time


def hold(lock, held):
    lock.acquire()
    try:
        held.set()
        time.sleep(60)
    finally:
        lock.release()


if __name__ == "__main__":
    lock, held = multiprocessing.Lock(), multiprocessing.Event()
    child = multiprocessing.Process(target=hold, args=(lock, held))
    child.start()
    held.wait()
    child.terminate()
    child.join()
    print("끝난 자식의 잠금:", "풀림" if lock.acquire(block=False) else "잠긴 채로 남음")
