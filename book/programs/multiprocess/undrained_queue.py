import multiprocessing


def fill(box):
    box.put("가" * 1_000_000)


if __name__ == "__main__":
    box = multiprocessing.Queue()
    child = multiprocessing.Process(target=fill, args=(box,))
    child.start()
    child.join(timeout=1)
    print("꺼내지 않고 join하면:", "끝나지 않음" if child.is_alive() else "끝남")
    print(f"꺼내면: {len(box.get()):,}글자")
    child.join()
    print("꺼낸 다음 join하면: 끝남, 반환 코드", child.exitcode)
