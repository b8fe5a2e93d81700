import pathlib
import runpy

pathlib.Path("pool.py").write_text("""
if __name__ == "__main__":
    jobs = []

jobs.append("일")
print("끝")
""", encoding="utf-8")

runpy.run_path("pool.py", run_name="__main__")
try:
    runpy.run_path("pool.py", run_name="pool")
except NameError as error:
    print("import하면 NameError:", error)
