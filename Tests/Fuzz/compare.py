#!/usr/bin/env python3.11
"""Runs random programs under CPython and under the lab's interpreter, and shows where they differ.

usage: compare.py PROGRAM [--kind values|flow] [--count N] [--seed S] [--seconds T] [--show K]

PROGRAM is the built language-fuzz. Programs S, S+1, … of `programs.py` (values), or of `flow.py`, run in batches: a
batch is one process of each side. A difference is shown with the seed, the first line that differs on either side and
the program's line that printed it. The exit status is 1 if there was one.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import flow
import programs

BATCH = 200
# Addresses differ from run to run.
ADDRESS = re.compile(r"0x[0-9a-f]{8,16}\b")
# Only the lab's last line has what a traceback says besides the error.
SUGGESTION = re.compile(r"(=== .*)\. Did you mean: '.*'\?$")

REFERENCE = r'''
import contextlib, io, signal, sys, warnings
warnings.simplefilter("ignore")
class Late(BaseException): pass
def late(*_): raise Late
signal.signal(signal.SIGALRM, late)
for part in open(sys.argv[1], encoding="utf-8").read().split("\n# ---\n"):
    output = io.StringIO()
    end = "ok"
    signal.alarm(10)
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(part, "program", "exec"), {"__name__": "__main__"})
    except SyntaxError as error:
        end = f"{type(error).__name__}: {error.msg}"
    except Late:
        end = "late"
    except BaseException as error:
        end = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    signal.alarm(0)
    sys.stdout.buffer.write((output.getvalue() + "=== " + end + "\n").encode("utf-8", "replace"))
'''


def blocks(text):
    """What each part printed, with the line that says how it ended."""
    found, lines = [], []
    for line in text.split("\n"):
        lines.append(SUGGESTION.sub(r"\1", ADDRESS.sub("0x…", line)))
        if line.startswith("=== "):
            found.append(lines)
            lines = []
    return found, lines


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=False,
                          # Sets of strings have the order here that they have there with this seed.
                          env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "PYTHONHASHSEED": "0"}).stdout.decode("utf-8", "replace")


def difference(ours, theirs):
    for place in range(max(len(ours), len(theirs))):
        a = ours[place] if place < len(ours) else "(nothing)"
        b = theirs[place] if place < len(theirs) else "(nothing)"
        if a != b:
            return a, b
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--kind", choices=["values", "flow"], default="values")
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=1e9)
    options.add_argument("--show", type=int, default=20)
    options = options.parse_args()
    make = flow.program if options.kind == "flow" else programs.program
    start = time.monotonic()
    done = different = late = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "batch.py"
        while done < options.count and time.monotonic() - start < options.seconds:
            seeds = range(options.seed + done, options.seed + min(done + BATCH, options.count))
            texts = [make(seed) for seed in seeds]
            path.write_text("\n# ---\n".join(texts), encoding="utf-8")
            theirs, _ = blocks(run([sys.executable, "-c", REFERENCE, str(path)]))
            ours, rest = blocks(run([options.program, "run", str(path)]))
            if len(ours) < len(seeds):
                print(f"seed {seeds[len(ours)]}: the process ended")
                ours.append(rest)
            for seed, a, b in zip(seeds, ours, theirs):
                if b[-1] == "=== late":
                    late += 1
                elif found := difference(a, b):
                    different += 1
                    if different <= options.show:
                        print(f"seed {seed}\n  lab    {found[0]}\n  Python {found[1]}")
            done += len(ours)
    print(f"{done} programs from seed {options.seed} in {time.monotonic() - start:.0f} s: {different} differ, {late} took too long")
    return 1 if different else 0


sys.exit(main())
