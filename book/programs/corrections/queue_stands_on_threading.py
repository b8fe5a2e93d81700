import sys
import threading

print("threading을 가져온 뒤:", "queue도 가져옴" if "queue" in sys.modules else "queue는 가져오지 않음")

import queue

jobs = queue.Queue()
print("Queue의 잠금:", type(jobs.mutex) is type(threading.Lock()) and "threading.Lock")
print("Queue의 조건 변수:", type(jobs.not_empty) is threading.Condition and "threading.Condition")
