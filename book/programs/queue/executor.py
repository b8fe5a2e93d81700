from concurrent.futures import ThreadPoolExecutor


def square(number):
    return number * number


with ThreadPoolExecutor(max_workers=5) as pool:
    print(sum(pool.map(square, range(20))))
