import threading

condition = threading.Condition()
try:
    condition.notify()
except RuntimeError as error:
    print("잠그지 않고 알리면 RuntimeError:", error)

with condition:
    condition.notify()
    print("먼저 온 알림을 받았나:", condition.wait(timeout=0.01))
