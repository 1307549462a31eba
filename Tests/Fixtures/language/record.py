#!/usr/bin/env python3.11
"""Runs every program here under CPython 3.11 and records what it prints and where it fails.

usage: record.py [--check] [NAME.py ...]

A program may be cut by lines `# ---` into parts that run one after the other, each in a namespace of
its own. What all parts print goes to NAME.out. A part that ends in an exception gets the note
`### "Type: message"` at the line of its innermost frame. Python is started with PYTHONHASHSEED=0, whose order of
strings in sets is the lab's. With --check nothing is written and any
difference is reported. Files named refused_*.py show what the lab's Python refuses on purpose; CPython
is not asked about them.
"""

import contextlib
import io
import os
import pathlib
import re
import sys
import traceback
import types
import warnings

FOLDER = pathlib.Path(__file__).parent
NOTE = re.compile(r'\s*### ".*"$|\s*###$')


def parts(lines):
    """Yields (index of the first line, text) of each part."""
    start = 0
    for index, line in enumerate(lines + ["# ---"]):
        if line.startswith("# ---"):
            yield start, "\n".join(lines[start:index]) + "\n"
            start = index + 1


def run(text, name, offset):
    """Runs one part; returns the (line, message) of the exception that ended it, or None."""
    try:
        code = compile("\n" * offset + text, name, "exec", dont_inherit=True)
        # What asks for the module of a class, as help() does, finds this one.
        module = types.ModuleType("__main__")
        kept = sys.modules["__main__"]
        sys.modules["__main__"] = module
        try:
            exec(code, module.__dict__)
        finally:
            sys.modules["__main__"] = kept
    except SyntaxError as error:
        return error.lineno, f"{type(error).__name__}: {error.msg}"
    except BaseException as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == name]
        message = "".join(traceback.format_exception_only(error)).strip()
        return frames[-1].lineno, message
    return None


def record(path, check):
    lines = path.read_text(encoding="utf-8").split("\n")
    clean = [NOTE.sub("", line) for line in lines]
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        failures = [run(text, path.name, offset) for offset, text in parts(clean)]
    for failure in failures:
        if failure:
            line, message = failure
            clean[line - 1] += f'  ### "{message}"'
    result = path.with_suffix(".out")
    new = ("\n".join(clean), output.getvalue())
    old = ("\n".join(lines), result.read_text(encoding="utf-8") if result.exists() else None)
    if new != old:
        print(("differs: " if check else "recorded: ") + path.name)
        if not check:
            path.write_text(new[0], encoding="utf-8")
            result.write_text(new[1], encoding="utf-8")
        return 1
    return 0


def main(arguments):
    warnings.simplefilter("ignore")
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, __file__, *arguments], {**os.environ, "PYTHONHASHSEED": "0"})
    assert sys.version_info[:2] == (3, 11), "the reference is CPython 3.11"
    check = "--check" in arguments
    names = [a for a in arguments if a != "--check"]
    paths = [FOLDER / name for name in names] or sorted(FOLDER.glob("*.py"))
    changed = 0
    for path in paths:
        if path.name == "record.py" or path.name.startswith("refused_"):
            continue
        changed += record(path, check)
    return 1 if check and changed else 0


sys.exit(main(sys.argv[1:]))
