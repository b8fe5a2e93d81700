import multiprocessing
import pickle

if __name__ == "__main__":
    for method in ["fork", "spawn"]:
        child = multiprocessing.get_context(method).Process(target=lambda: None)
        try:
            child.start()
            child.join()
            print(f"{method}: 반환 코드 {child.exitcode}")
        except (pickle.PicklingError, AttributeError):
            print(f"{method}: lambda는 피클할 수 없습니다")
