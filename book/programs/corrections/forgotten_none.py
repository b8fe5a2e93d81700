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
print("None도 센 일:", jobs.unfinished_tasks)
print("Queue.join:", "돌아오지 않음" if joining.is_alive() else "돌아옴")
