# /// script
# requires-python = ">=3.12"
# ///
import os
import threading
import warnings

leave = threading.Event()
threading.Thread(target=leave.wait).start()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    child = os.fork()
    if child == 0:
        os._exit(0)
os.waitpid(child, 0)
leave.set()
print(caught[0].category.__name__, str(caught[0].message).replace(str(os.getpid()), "…"), sep="\n")
