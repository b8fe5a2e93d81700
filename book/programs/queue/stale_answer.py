import queue
import threading

jobs = queue.Queue()
jobs.put("하나뿐인 일")
both_have_looked = threading.Barrier(2)
said = []


def work():
    if not jobs.empty():
        both_have_looked.wait()
        try:
            said.append(jobs.get_nowait())
        except queue.Empty:
            said.append("Empty 예외")


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(said))
