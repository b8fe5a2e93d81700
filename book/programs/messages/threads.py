import queue
import threading
from concurrent.futures import ThreadPoolExecutor

lock, condition, semaphore = threading.Lock(), threading.Condition(), threading.BoundedSemaphore(1)
jobs, barrier = queue.Queue(maxsize=1), threading.Barrier(2)
fresh, ended = threading.Thread(target=int), threading.Thread(target=int)
ended.start()
ended.join()
executor = ThreadPoolExecutor()
executor.shutdown()

mistakes = {
    "쥐지 않은 Lock을 풂": lock.release,
    "쥐지 않은 RLock을 풂": threading.RLock().release,
    "잠그지 않고 알림": condition.notify,
    "잠그지 않고 기다림": condition.wait,
    "얻은 것보다 많이 돌려줌": semaphore.release,
    "넣은 것보다 많이 끝냄": jobs.task_done,
    "빈 큐에서 바로 꺼냄": jobs.get_nowait,
    "음수를 한도로 줌": lambda: jobs.get(timeout=-1),
    "다시 시작함": ended.start,
    "시작하기 전에 기다림": fresh.join,
    "자기 자신을 기다림": threading.current_thread().join,
    "아무도 오지 않은 배리어": lambda: barrier.wait(timeout=0),
    "닫은 실행기에 맡김": lambda: executor.submit(int),
}
for mistake, make in mistakes.items():
    try:
        make()
    except Exception as error:
        print(f"{mistake}: {type(error).__name__}: {error}".rstrip(": "))
