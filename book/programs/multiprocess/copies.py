import os
import sys


def change(value):
    value.append("자식이 넣은 것")
    return len(value)


value = ["처음 값"]
print("한 번만 나와야 하는 줄")
sys.stdout.flush()
child = os.fork()
if child == 0:
    os._exit(change(value))
_, status = os.waitpid(child, 0)
print("status와 반환 코드:", status, os.waitstatus_to_exitcode(status))
print("부모의 값:", value)
