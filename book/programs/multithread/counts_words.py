import threading

counts = {"봄": 0}
both_have_read = threading.Barrier(2)


def one():
    # 더할 값을 부르는 동안 다른 스레드로 바뀌는 순서를 일부러 만듭니다.
    both_have_read.wait()
    return 1


def count(word):
    counts[word] += one()


threads = [threading.Thread(target=count, args=("봄",)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"두 번 세었는데 {counts['봄']}번입니다.")
