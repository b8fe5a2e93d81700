import threading


def say():
    me = threading.current_thread()
    seen.append((me.name, threading.get_ident()))


seen = []
threads = [threading.Thread(target=say, name=name) for name in ["봄", "봄"]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for name, ident in seen:
    print(name, ident == threading.get_ident())
