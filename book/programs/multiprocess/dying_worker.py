import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(number):
    if number == 2:
        os._exit(1)
    return number * 10


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        results = pool.map_async(work, [1, 2, 3], chunksize=1)
        results.wait(timeout=2)
        print("Pool.map:", "끝남" if results.ready() else "2초가 지나도 끝나지 않음")
    with ProcessPoolExecutor(2) as pool:
        try:
            print(list(pool.map(work, [1, 2, 3])))
        except BrokenProcessPool as error:
            print("ProcessPoolExecutor:", type(error).__name__)
