import subprocess
import sys

talks = [sys.executable, "-c", "print('x' * 200_000)"]
child = subprocess.Popen(talks, stdout=subprocess.PIPE)
try:
    child.wait(timeout=1)
except subprocess.TimeoutExpired:
    print("읽지 않고 기다리면: 1초가 지나도 끝나지 않음")
output, _ = child.communicate()
print(f"읽으며 기다리면: {len(output):,}바이트를 받고 끝남 (반환 코드 {child.returncode})")
