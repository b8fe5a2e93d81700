# /// script
# requires-python = ">=3.14.1"
# ///
import multiprocessing

if __name__ != "__main__":
    print("  모듈을 읽음", flush=True)


def work():
    pass


if __name__ == "__main__":
    default = multiprocessing.get_start_method()
    print("기본값은 fork입니다." if default == "fork" else "기본값은 fork가 아닙니다.", flush=True)
    for method in ["forkserver", "spawn"]:
        print(f"{method}, 자식 셋:", flush=True)
        for _ in range(3):
            child = multiprocessing.get_context(method).Process(target=work)
            child.start()
            child.join()
