"""Runs Python's threads under every order that matters, with frontrun, and prints what the pages say of them.

The functions are those of the book's programs, taken from their files as they are; what starts the threads there is left out.
frontrun does not see who waits for a semaphore or a queue: those pages have programs that meet at a barrier.
"""

import ast
import pathlib
import sys
import threading

import frontrun

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "programs"


def definitions(name, **instead):
    """The names that a program defines before it starts its threads; `instead` takes the place of some."""
    path = PROGRAMS / name
    kept = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and node.targets[0].id in ("thread", "threads", "worker"):
            break
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.Assign)):
            kept.append(node)
    program = compile(ast.Module(kept, []), str(path), "exec")

    def fresh():
        names = {"__name__": "program"}
        exec(program, names)
        names.update(instead)
        return names

    return fresh


class Locks:
    def __init__(self):
        self.left, self.right = threading.Lock(), threading.Lock()


def left_first(locks):
    with locks.left, locks.right:
        pass


def right_first(locks):
    with locks.right, locks.left:
        pass


def two(function):
    return [function, function]


def nothing(state):
    return True


CASES = [
    # What is explored, the state, the threads, what must hold at the end, and whether it does in every order.
    ("visits += int(1)", definitions("mutex/lost_calls.py", TIMES=1), two(lambda all: all["visit"]()), lambda all: all["visits"] == 2, False),
    ("with lock", definitions("mutex/with_lock.py"), two(lambda all: all["visit"]()), lambda all: all["visits"] == 2, True),
    ("counts[word] += one()", definitions("multithread/counts_words.py", one=lambda: 1), two(lambda all: all["count"]("봄")), lambda all: all["counts"]["봄"] == 2, False),
    ("with left, right / with right, left", Locks, [left_first, right_first], nothing, False),
    ("with left, right", Locks, two(left_first), nothing, True),
]

wrong = 0
for name, setup, workers, invariant, holds in CASES:
    result = frontrun.explore(setup=setup, workers=workers, invariant=invariant)
    # Neither is said of a search that could not be finished.
    told = {True: "모든 순서에서 맞습니다", False: "틀리는 순서가 있습니다", None: result.inconclusive_reason}[result.property_holds]
    wrong += result.property_holds is not holds
    print(f"{name}: {told}")
sys.exit(wrong)
