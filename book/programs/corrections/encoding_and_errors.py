import subprocess
import sys

writes_cp949 = [sys.executable, "-c", "import sys; sys.stdout.buffer.write('가나'.encode('cp949'))"]


def read(**options):
    return subprocess.run(writes_cp949, stdout=subprocess.PIPE, **options).stdout


print("정하지 않으면:", read())
print("cp949:", read(encoding="cp949"))
print("utf-8, replace:", read(encoding="utf-8", errors="replace"))
try:
    read(encoding="utf-8")
except UnicodeDecodeError as error:
    print(f"utf-8: {error.start}번째 바이트에서 UnicodeDecodeError, {error.reason}")
