import threading

lock = threading.Lock()
try:
    lock.release()
except RuntimeError as error:
    print("잠그지 않은 Lock을 풀면:", error)

lock.acquire()
other = threading.Thread(target=lock.release)
other.start()
other.join()
print("다른 스레드가 푼 Lock:", "잠김" if lock.locked() else "풀림")

permits = threading.Semaphore(1)
permits.release()
print("얻지 않은 Semaphore(1)을 돌려주면 허가:", sum(permits.acquire(blocking=False) for _ in range(3)))
