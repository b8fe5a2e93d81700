import subprocess


def say(command, shell=False):
    done = subprocess.run(command, shell=shell, capture_output=True, encoding="utf-8")
    print(f"{command!r}{', shell=True' if shell else ''}")
    print(f"    {done.stdout!r}, 반환 코드 {done.returncode}")


say(["echo", "안녕", "$HOME"])
say("echo hello | tr l L", shell=True)
say(["echo", "안녕"], shell=True)
say("echo " + "이름; echo 끼어든 명령", shell=True)
say("없는-명령", shell=True)
try:
    say(["없는-명령"])
except FileNotFoundError as error:
    print("FileNotFoundError:", error.filename)
