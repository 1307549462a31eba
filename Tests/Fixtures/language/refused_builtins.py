exec("1")  ### "NotImplementedError: exec() is not in the lab's Python: code is run by typing it"
# ---
eval("1")  ### "NotImplementedError: eval() is not in the lab's Python: code is run by typing it"
# ---
compile("1", "f", "exec")  ### "NotImplementedError: compile() is not in the lab's Python"
# ---
open("f")  ### "NotImplementedError: open() is not in the lab's Python: it has no files"
# ---
__import__("os")  ### "NotImplementedError: __import__() is not in the lab's Python"
# ---
globals()  ### "NotImplementedError: globals() is not in the lab's Python"
# ---
breakpoint()  ### "NotImplementedError: breakpoint() is not in the lab's Python"
# ---
import os  ### "ModuleNotFoundError: No module named 'os'"
# ---
from subprocess import run  ### "ModuleNotFoundError: No module named 'subprocess'"
# ---
print("x", file=5)  ### "NotImplementedError: print(file=…) is not in the lab's Python"
# ---
print("x", flush=True)
input("?")  ### "EOFError: input() has nobody to ask here"
# ---
complex(1, 2)  ### "NotImplementedError: complex() is not in the lab's Python"
