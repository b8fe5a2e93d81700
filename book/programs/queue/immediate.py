# /// script
# requires-python = ">=3.13"
# ///
from queue import Queue, ShutDown

jobs = Queue()
for number in range(3):
    jobs.put(number)
print(jobs.get())
jobs.shutdown(immediate=True)
try:
    jobs.get()
except ShutDown:
    print("남은 둘은 버려졌습니다.")
jobs.task_done()
jobs.join()
print("버린 것은 끝난 일이라서 join이 돌아옵니다.")
