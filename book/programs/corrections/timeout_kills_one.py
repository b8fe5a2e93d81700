import os
import signal
import subprocess
import time


def alive(pid):
    with open(f"/proc/{pid}/stat") as state:
        return state.read().rsplit(")", 1)[1].split()[0] != "Z"


try:
    subprocess.run(["sh", "-c", "sleep 60 & echo $!; wait"], stdout=subprocess.PIPE, timeout=2)
except subprocess.TimeoutExpired as error:
    grandchild = int(error.stdout)
    print("자식을 끝낸 뒤에도 손자는:", "살아 있음" if alive(grandchild) else "끝남")
    os.kill(grandchild, signal.SIGKILL)

group = subprocess.Popen(["sh", "-c", "sleep 60 & echo $!; wait"], stdout=subprocess.PIPE, start_new_session=True)
grandchild = int(group.stdout.readline())
os.killpg(group.pid, signal.SIGKILL)
group.wait()
while os.path.exists(f"/proc/{grandchild}") and alive(grandchild):
    time.sleep(0.01)
print("그룹째 끝내면 손자도: 끝남")
