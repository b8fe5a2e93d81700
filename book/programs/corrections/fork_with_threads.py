import os
import threading
import warnings

warnings.simplefilter("ignore")
lock = threading.Lock()
locked, leave = threading.Event(), threading.Event()


def hold():
    with lock:
        locked.set()
        leave.wait()


threading.Thread(target=hold).start()
locked.wait()
child = os.fork()
if child == 0:
    # 자식에는 이 스레드뿐이므로, 잠금을 풀 스레드가 없습니다.
    os._exit(0 if lock.acquire(timeout=1) else 1)
_, status = os.waitpid(child, 0)
leave.set()
print("자식은", "잠갔습니다" if os.waitstatus_to_exitcode(status) == 0 else "끝내 잠그지 못했습니다")
