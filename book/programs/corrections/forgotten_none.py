import queue
import threading

jobs = queue.Queue()


def work():
    while True:
        job = jobs.get()
        if job is None:
            return
        jobs.task_done()


worker = threading.Thread(target=work)
worker.start()
jobs.put("일")
jobs.put(None)
worker.join()
joining = threading.Thread(target=jobs.join, daemon=True)
joining.start()
joining.join(timeout=1)
print("task_done을 기다리는 일:", jobs.unfinished_tasks)
print("Queue.join:", "돌아오지 않음" if joining.is_alive() else "돌아옴")
