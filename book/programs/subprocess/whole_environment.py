import os
import subprocess

os.environ["KEPT"] = "부모의 값"
ask = ["sh", "-c", "echo ${KEPT-없음} ${ADDED-없음}"]


def answer(**options):
    return subprocess.run(ask, stdout=subprocess.PIPE, encoding="utf-8", **options).stdout.strip()


print("정하지 않으면:", answer())
print("env로 통째로:", answer(env={"ADDED": "새 값"}))
print("부모의 것에 더하면:", answer(env={**os.environ, "ADDED": "새 값"}))
