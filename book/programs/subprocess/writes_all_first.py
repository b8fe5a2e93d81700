import subprocess
import threading

SIZE = 1_000_000
child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
writing = threading.Thread(target=lambda: child.stdin.write(bytes(SIZE)))
writing.start()
writing.join(timeout=1)
print("읽지 않고 쓰기만 하면:", "1초가 지나도 다 쓰지 못함" if writing.is_alive() else "다 씀")
received = child.stdout.read(SIZE)
writing.join()
child.stdin.close()
print(f"읽으며 쓰면: {len(received):,}바이트를 받고 끝남 (반환 코드 {child.wait()})")
