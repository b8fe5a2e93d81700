"""스레드 다섯이 큐에서 스무 항목을 꺼내 처리합니다. 끝은 스레드마다 하나씩 넣는 None으로 알립니다."""

import os
import sys

# 이 파일의 이름이 모듈과 같아서, 이 폴더에서 찾으면 자기 자신을 가져옵니다.
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder) != HERE]

import queue
import threading

WORKERS = 5
ITEMS = 20


def say(line):
    # print는 줄바꿈을 따로 써서, 한 줄 안에 다른 줄이 끼어들 수 있습니다.
    sys.stdout.write(line + "\n")


def work(number, items):
    while True:
        item = items.get()
        try:
            if item is None:
                return
            say(f"스레드 {number}: 처리 완료 {item}")
        finally:
            # None도 꺼낸 것이므로 끝났다고 알립니다. 하나라도 빠뜨리면 join이 돌아오지 않습니다.
            items.task_done()


def main():
    items = queue.Queue()
    threads = [threading.Thread(target=work, args=(number, items)) for number in range(1, WORKERS + 1)]
    for thread in threads:
        thread.start()
    for item in range(ITEMS):
        items.put(item)
    items.join()
    say(f"{ITEMS}개를 모두 처리했습니다.")
    for _ in threads:
        items.put(None)
    items.join()
    for thread in threads:
        thread.join()
    say(f"스레드 {WORKERS}개가 모두 끝났습니다.")


if __name__ == "__main__":
    main()
