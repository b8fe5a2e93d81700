import subprocess

print("checkoutput이라는 이름:", "있음" if hasattr(subprocess, "checkoutput") else "없음")
print(subprocess.check_output(["echo", "안녕"], encoding="utf-8").strip())
try:
    subprocess.check_output(["sh", "-c", "echo 여기까지; exit 3"], encoding="utf-8")
except subprocess.CalledProcessError as error:
    print("실패:", error.returncode, error.output.strip())
