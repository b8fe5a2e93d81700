import threading
import time

stopped = threading.Event()
looked = threading.Event()


def sleep_then_look():
    while not stopped.is_set():
        looked.set()
        time.sleep(60)


def wait_for_the_word():
    while not stopped.wait(60):
        pass


sleeping = threading.Thread(target=sleep_then_look, daemon=True)
waiting = threading.Thread(target=wait_for_the_word)
sleeping.start()
waiting.start()
looked.wait()
stopped.set()
waiting.join()
print("wait로 기다린 스레드: 끝남")
print("sleep으로 자는 스레드:", "아직 자고 있음" if sleeping.is_alive() else "끝남")
