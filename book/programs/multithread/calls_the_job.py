import threading

ran_in = []


def job(name):
    ran_in.append(threading.current_thread().name)


threads = [
    threading.Thread(target=job("봄"), name="1번"),
    threading.Thread(target=job, args=("여름",), name="2번"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("작업을 실행한 스레드:", ran_in)
