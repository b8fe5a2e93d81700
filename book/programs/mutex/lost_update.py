import threading

visits = 0
both_have_read = threading.Barrier(2)


def visit():
    global visits
    before = visits
    # 둘 다 읽은 다음에 쓰는 순서를 일부러 만듭니다.
    both_have_read.wait()
    visits = before + 1


threads = [threading.Thread(target=visit) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"두 번 왔는데 {visits}번입니다.")
