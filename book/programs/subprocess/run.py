import subprocess

done = subprocess.run(
    ["sh", "-c", "echo 결과; echo 경고 >&2; exit 3"],
    capture_output=True,
    encoding="utf-8",
)
print("반환 코드:", done.returncode)
print("표준 출력:", done.stdout.strip())
print("표준 오류:", done.stderr.strip())
