"""부모와 자식들: 복사된 값은 자식에서만 바뀌고, 결과는 파이프로, 끝은 반환 코드로 옵니다."""

import multiprocessing
import os
import sys


def rehearse():
    visits = 0
    # 버퍼까지 복사되므로, 먼저 내보내지 않으면 앞의 출력이 두 번 나옵니다.
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        visits += 99
        print(f"자식이 본 값: {visits}", flush=True)
        os._exit(7)
    _, status = os.waitpid(child, 0)
    print(f"부모가 본 값: {visits}, 자식의 반환 코드: {os.waitstatus_to_exitcode(status)}")


def add(theirs, ours):
    # 복사해 온 부모의 쪽을 쥐고 있으면 물음의 끝이 오지 않습니다.
    ours.close()
    total = 0
    while True:
        try:
            total += theirs.recv()
        except EOFError:
            break
        theirs.send(total)


def converse(context):
    ours, theirs = context.Pipe()
    adder = context.Process(target=add, args=(theirs, ours))
    adder.start()
    theirs.close()
    for number in [3, 4, 5]:
        ours.send(number)
        print(f"파이프로 보낸 수 {number}, 받은 합 {ours.recv()}")
    ours.close()
    adder.join()
    print(f"대화를 마친 자식의 반환 코드: {adder.exitcode}")


def square(number, to):
    if number == 4:
        os._exit(3)
    to.send(number * number)


def compute(context, number):
    """Pool은 죽은 자식의 결과를 영영 기다리므로, 여기서는 Process와 Pipe로 한 번 더 해 봅니다."""
    for _ in range(2):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=square, args=(number, theirs))
        child.start()
        theirs.close()
        try:
            return str(ours.recv())
        except EOFError:
            pass
        finally:
            child.join()
    return "실패"


if __name__ == "__main__":
    rehearse()
    context = multiprocessing.get_context("fork")
    sys.stdout.flush()
    converse(context)
    sys.stdout.flush()
    print("자식들이 구한 제곱:", ", ".join(compute(context, number) for number in range(1, 6)))
