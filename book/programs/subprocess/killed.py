import subprocess

done = subprocess.run(["sh", "-c", "kill -KILL $$"])
print("반환 코드:", done.returncode)
