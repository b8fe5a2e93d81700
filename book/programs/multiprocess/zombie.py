import os
import time


def state(child):
    try:
        with open(f"/proc/{child}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return "없음"


child = os.fork()
if child == 0:
    os._exit(0)
while state(child) != "Z":
    time.sleep(0.01)
print("끝난 자식의 상태:", state(child))
os.waitpid(child, 0)
print("거둔 다음:", state(child))
