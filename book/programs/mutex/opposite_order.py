import threading

left, right = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
answers = []


def move(first, second):
    with first:
        # 둘 다 하나씩 얻은 다음에 나머지를 시도하는 순서를 일부러 만듭니다.
        both.wait()
        answers.append(second.acquire(blocking=False))
        both.wait()


threads = [threading.Thread(target=move, args=pair) for pair in [(left, right), (right, left)]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("나머지 잠금을 얻었나:", answers)
