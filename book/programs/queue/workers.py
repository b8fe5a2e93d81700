import queue
import threading

WORKERS = 5


def work(jobs, done):
    while True:
        job = jobs.get()
        try:
            if job is None:
                return
            done.append(job * job)
        finally:
            jobs.task_done()


def main():
    jobs, done = queue.Queue(), []
    threads = [threading.Thread(target=work, args=(jobs, done)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for number in range(20):
        jobs.put(number)
    for _ in threads:
        jobs.put(None)
    jobs.join()
    for thread in threads:
        thread.join()
    print(f"{len(done)}건, 합 {sum(done)}")


if __name__ == "__main__":
    main()
