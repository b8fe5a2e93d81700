import fcntl
import multiprocessing


def visit(path):
    with open(path, "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        visits = int(file.read() or 0) + 1
        file.seek(0)
        file.write(str(visits))


def visit_without_locking(path, both_have_read):
    with open(path, "r+") as file:
        visits = int(file.read() or 0) + 1
        both_have_read.wait()
        file.seek(0)
        file.write(str(visits))


def count(visit, *more):
    open("visits", "w").close()
    children = [multiprocessing.Process(target=visit, args=("visits", *more)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return open("visits").read()


if __name__ == "__main__":
    print("잠그면:", count(visit))
    print("잠그지 않으면:", count(visit_without_locking, multiprocessing.Barrier(2)))
