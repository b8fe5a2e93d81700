# /// script
# requires-python = ">=3.14"
# ///
import multiprocessing

method = multiprocessing.get_start_method()
print("fork입니다." if method == "fork" else "fork가 아닙니다.")
