import queue
import threading


def work(jobs):
    while True:
        job = jobs.get()
        if job is None:
            return
        if job % 2 == 1:
            continue
        print(f"{job}번 일을 했습니다.")
        jobs.task_done()


jobs = queue.Queue()
for job in [0, 1, 2, None]:
    jobs.put(job)
thread = threading.Thread(target=work, args=(jobs,))
thread.start()
thread.join()
print(f"큐에 남은 것 {jobs.qsize()}개, 끝나지 않은 일 {jobs.unfinished_tasks}개")
