import subprocess

# 첫 줄을 쓴 다음, 답을 받아야 다음 줄을 쓰는 자식입니다.
child = subprocess.Popen(
    ["sh", "-c", "echo 하나; read answer; echo 둘"],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
    encoding="utf-8",
)
for line in child.stdout:
    print("받은 줄:", line.rstrip("\n"))
    if line == "하나\n":
        child.stdin.write("계속\n")
        child.stdin.close()
print("반환 코드:", child.wait())
