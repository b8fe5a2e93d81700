import queue
import threading

jobs, done = queue.Queue(), []


def work():
    while not jobs.empty():
        done.append(jobs.get())


worker = threading.Thread(target=work)
worker.start()
# 일꾼이 먼저 확인하는 순서를 일부러 만듭니다.
worker.join()
for number in range(3):
    jobs.put(number)
print(f"한 일 {len(done)}건, 남은 일 {jobs.qsize()}건")
