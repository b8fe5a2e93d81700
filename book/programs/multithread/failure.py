import threading

failures = []
threading.excepthook = lambda failure: failures.append(failure)


def work():
    raise ValueError("깨진 자료입니다.")


thread = threading.Thread(target=work, name="일꾼")
thread.start()
print("join이 돌려준 것:", thread.join())
print("남은 기록:", failures[0].thread.name, failures[0].exc_value)
