import multiprocessing

greeting = "처음 값"


def say():
    print(f"{multiprocessing.current_process().name}: {greeting}", flush=True)


if __name__ == "__main__":
    greeting = "바꾼 값"
    for method in ["fork", "spawn"]:
        child = multiprocessing.get_context(method).Process(target=say, name=method)
        child.start()
        child.join()
