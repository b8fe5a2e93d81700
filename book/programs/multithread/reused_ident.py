import threading

seen = set()
for _ in range(100):
    thread = threading.Thread(target=lambda: seen.add(threading.get_ident()))
    thread.start()
    thread.join()
print("스레드 100개의 번호가", "모두 다릅니다." if len(seen) == 100 else "겹칩니다.")
