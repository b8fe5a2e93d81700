import multiprocessing
import signal
import time


def polite(ready):
    ready.set()
    time.sleep(60)


def stubborn(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    polite(ready)


if __name__ == "__main__":
    for work in [polite, stubborn]:
        ready = multiprocessing.Event()
        child = multiprocessing.Process(target=work, args=(ready,))
        child.start()
        ready.wait()
        child.terminate()
        child.join(timeout=None if work is polite else 0.5)
        if child.is_alive():
            child.kill()
            child.join()
        print(work.__name__, child.exitcode)
