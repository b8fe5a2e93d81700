import threading

permits = threading.Semaphore(1)
permits.release()
print("Semaphore:", permits.acquire(blocking=False), permits.acquire(blocking=False))

bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print("BoundedSemaphore:", error)
