import threading

permits = threading.BoundedSemaphore(3)
three = threading.Barrier(3)
lock = threading.Lock()
active = []
most = 0


def work():
    global most
    name = threading.current_thread().name
    with permits:
        with lock:
            active.append(name)
            most = max(most, len(active))
        # 셋이 함께 들어와 있어야 지나갑니다.
        three.wait()
        with lock:
            active.remove(name)


threads = [threading.Thread(target=work, name=f"스레드 {number}") for number in range(1, 10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"스레드 {len(threads)}개, 가장 많을 때 {most}개")
