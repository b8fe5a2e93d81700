import os

visits = 0
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    visits += 99
    os.write(writing, str(visits).encode())
    os._exit(7)

said = os.read(reading, 100).decode()
_, status = os.waitpid(child, 0)
print("자식이 보낸 값:", said)
print("부모의 값:", visits)
print("자식의 반환 코드:", os.waitstatus_to_exitcode(status))
