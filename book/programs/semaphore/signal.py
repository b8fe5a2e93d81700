import threading

# 허가가 0장이므로, 누군가 신호할 때까지 아무도 지나가지 못합니다.
ready = threading.Semaphore(0)


def serve():
    ready.acquire()
    print("설정을 읽은 다음에 시작합니다")


thread = threading.Thread(target=serve)
thread.start()
print("설정을 읽습니다")
ready.release()
thread.join()
