import threading

everyone = threading.Barrier(3)
sizes = {}


def download(page):
    text = page * 2
    # 셋이 모두 여기까지 와야 셋이 함께 지나갑니다.
    everyone.wait()
    sizes[page] = len(text)


threads = [threading.Thread(target=download, args=(page,)) for page in ["봄", "여름", "가을비"]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(sizes.items()))
