"""내려받기 셋과 덧셈 셋을 한 번은 하나씩, 한 번은 함께 합니다."""

import queue
import threading
import time

SITES = {"봄": 0.3, "여름": 0.2, "가을": 0.1}
NUMBERS = range(1, 3_000_001)


def download(site):
    time.sleep(SITES[site])
    return f"{site} 소식"


def show(site, answer):
    print(f"{site}: {answer}")


def fetch_all(sites):
    answers = queue.Queue()
    threads = [
        threading.Thread(target=lambda site=site: answers.put((site, download(site)))) for site in sites
    ]
    for thread in threads:
        thread.start()
    for _ in threads:
        show(*answers.get())
    for thread in threads:
        thread.join()


def total(numbers, count):
    totals = [0] * count

    def work(index, part):
        totals[index] = sum(part)

    # 나머지는 앞의 조각에 하나씩 나누어 줍니다.
    length, extra = divmod(len(numbers), count)
    begin, threads = 0, []
    for index in range(count):
        end = begin + length + (index < extra)
        threads.append(threading.Thread(target=work, args=(index, numbers[begin:end])))
        begin = end
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(totals)


if __name__ == "__main__":
    print("내려받기를 하나씩")
    for site in SITES:
        show(site, download(site))
    print("내려받기를 함께")
    fetch_all(SITES)

    # GIL이 있는 파이썬에서는 스레드 셋도 계산은 번갈아 합니다.
    for how, count in [("하나씩", 1), ("함께", 3)]:
        print(f"덧셈을 {how}: {total(NUMBERS, count)}")
