import threading

lines = []
lock = threading.Lock()
both_have_begun = threading.Barrier(2)


def mix():
    lines.append("시작")
    # 둘 다 시작한 다음에 끝나는 순서를 일부러 만듭니다.
    both_have_begun.wait()
    lines.append("끝")


def take_turns():
    with lock:
        lines.append("시작")
        lines.append("끝")


for work in [mix, take_turns]:
    lines.clear()
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(work.__name__, lines)
