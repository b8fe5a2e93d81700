import queue

jobs = queue.Queue(maxsize=1)
jobs.put("하나")
try:
    jobs.put("둘", timeout=0.01)
except queue.Full:
    print("가득 참")
print(jobs.get())
try:
    jobs.get(block=False)
except queue.Empty:
    print("비어 있음")
