import multiprocessing


def answer(theirs, ours, closes):
    if closes:
        ours.close()
    try:
        while True:
            theirs.send(f"{theirs.recv()}에 답합니다")
    except EOFError:
        return


if __name__ == "__main__":
    processes = multiprocessing.get_context("fork")
    for closes in [True, False]:
        ours, theirs = processes.Pipe()
        child = processes.Process(target=answer, args=(theirs, ours, closes))
        child.start()
        theirs.close()
        ours.send("물음")
        print(ours.recv())
        ours.close()
        # 닫은 자식은 물음의 끝을 보고 끝납니다.
        child.join(timeout=None if closes else 1)
        ended = "끝나지 않음" if child.is_alive() else "끝남"
        print("복사본을", "닫으면:" if closes else "쥐고 있으면:", ended)
        child.kill()
        child.join()
