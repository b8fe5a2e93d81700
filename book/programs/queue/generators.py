def first(items):
    for item in items:
        print(f"첫 단계 {item}")
        yield item * 10


def second(items):
    for item in items:
        print(f"둘째 단계 {item}")
        yield item + 1


print(list(second(first([1, 2, 3]))))
