# import, raise, assert, pass and del.
# ---
import  ### "SyntaxError: invalid syntax"
# ---
import a.b as  ### "SyntaxError: invalid syntax"
# ---
import a as b.c  ### "SyntaxError: invalid syntax"
# ---
from a import  ### "SyntaxError: invalid syntax"
# ---
from a import b,  ### "SyntaxError: trailing comma not allowed without surrounding parentheses"
# ---
from a import (b  ### "SyntaxError: '(' was never closed"
# ---
from a import (b c)  ### "SyntaxError: invalid syntax"
# ---
from . import  ### "SyntaxError: invalid syntax"
# ---
from a import *, b  ### "SyntaxError: invalid syntax"
# ---
from __future__ import nope  ### "SyntaxError: future feature nope is not defined"
# ---
import a,  ### "SyntaxError: invalid syntax"
# ---
import a; import  ### "SyntaxError: invalid syntax"
# ---
raise x from  ### "SyntaxError: invalid syntax"
# ---
assert  ### "SyntaxError: invalid syntax"
# ---
assert x,  ### "SyntaxError: invalid syntax"
# ---
assert (x,  ### "SyntaxError: '(' was never closed"
# ---
del  ### "SyntaxError: invalid syntax"
# ---
pass 5  ### "SyntaxError: invalid syntax"
