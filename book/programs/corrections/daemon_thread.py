import threading

started = threading.Event()


def daemon():
    try:
        started.set()
        threading.Event().wait()
    finally:
        print("데몬: 정리했습니다")


def worker(daemon):
    threading.main_thread().join()
    print("일꾼: main이 끝났고, 데몬은", "살아 있습니다" if daemon.is_alive() else "끝났습니다")


daemon = threading.Thread(target=daemon, daemon=True)
daemon.start()
started.wait()
threading.Thread(target=worker, args=(daemon,)).start()
print("main: 끝냅니다")
