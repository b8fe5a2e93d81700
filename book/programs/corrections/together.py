import subprocess

children = [subprocess.Popen(["cat"], stdin=subprocess.PIPE) for _ in range(2)]
running = sum(child.poll() is None for child in children)
print(f"함께 실행 중인 자식: {running}개")
for child in children:
    child.communicate()
