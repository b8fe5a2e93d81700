import os

with open("bell", "w") as file:
    # 버퍼에만 있고, 아직 파일에 쓰지 않았습니다.
    file.write("땡!")
    if os.fork() == 0:
        file.close()
        os._exit(0)
    os.wait()
print(open("bell").read())
