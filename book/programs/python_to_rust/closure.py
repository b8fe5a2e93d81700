import threading

names = ["가람", "나래"]
lengths = []
worker = threading.Thread(target=lambda: lengths.append(len(names)))
worker.start()
worker.join()
print(lengths[0])
