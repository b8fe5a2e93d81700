"""How often the interpreter changes from thread to thread, as the test wishes: what a program of the book shows hangs on no luck."""

import os
import sys

sys.setswitchinterval(float(os.environ["SWITCH_INTERVAL"]))
