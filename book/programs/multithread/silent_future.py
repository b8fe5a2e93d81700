from concurrent.futures import ThreadPoolExecutor


def work():
    raise ValueError("깨진 자료입니다.")


with ThreadPoolExecutor() as pool:
    future = pool.submit(work)
print("풀이 끝났고, 아무 오류도 나오지 않았습니다.")
print("담긴 예외:", repr(future.exception()))
