import threading

permits = threading.Semaphore(2)
both = threading.Barrier(2)
answers = []


def needs_two():
    permits.acquire()
    # 둘 다 한 장을 얻은 다음에 둘째 장을 시도하는 순서를 일부러 만듭니다.
    both.wait()
    answers.append(permits.acquire(blocking=False))


threads = [threading.Thread(target=needs_two) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("둘째 장을 얻었나:", answers)
