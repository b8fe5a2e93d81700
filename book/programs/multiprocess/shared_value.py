import multiprocessing


def visit(visits, both_have_read):
    before = visits.value
    both_have_read.wait()
    visits.value = before + 1


if __name__ == "__main__":
    visits = multiprocessing.Value("i", 0)
    both_have_read = multiprocessing.Barrier(2)
    children = [multiprocessing.Process(target=visit, args=(visits, both_have_read)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"두 프로세스가 왔는데 {visits.value}번입니다.")
