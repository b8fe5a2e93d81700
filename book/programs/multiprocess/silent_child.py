import multiprocessing
import os


def fails():
    # 자식이 화면에 내는 오류 메시지를 끕니다.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raise ValueError("없는 페이지")


if __name__ == "__main__":
    child = multiprocessing.Process(target=fails)
    child.start()
    print("join이 돌려준 것:", child.join())
    print("exitcode:", child.exitcode)
