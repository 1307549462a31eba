#!/usr/bin/env python3
"""Times the lab's Python against CPython: each program of this folder, both sides in turn.

usage: run.py CNNLAB [--rounds N] [--scale S] [--instructions] [NAME ...]

A program defines `work(n)`. Both sides must give the same answer; the time is that of `work` alone,
taken within the program: the median of the rounds, and the ratio of the best, which says more where the
machine's speed changes. With --instructions the lab's side also runs
under `valgrind --tool=callgrind` for m, 2m and 3m: the second step must cost what the first one costs, a
growth of 1.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

import callgrind  # noqa: E402: a neighbour of this folder

SIZES = {"loops": 20000, "calls": 60000, "attributes": 200000, "lists": 60000, "dicts": 120000,
         "strings": 80000, "methods": 6000, "generators": 60000}
TAIL = """
import time
_start = time.perf_counter()
_answer = work({n})
print(time.perf_counter() - _start)
print(_answer)
"""


def program(name, n, folder):
    path = folder / f"{name}-{n}.py"
    path.write_text((FOLDER / f"{name}.py").read_text() + TAIL.format(n=n))
    return str(path)


def run(command, name, n, folder):
    done = subprocess.run([*command, program(name, n, folder)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name} failed under {command[0]}:\n{done.stderr}")
    return done


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cnnlab")
    options.add_argument("names", nargs="*")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--scale", type=float, default=1)
    options.add_argument("--instructions", action="store_true")
    options = options.parse_args()
    sides = {"lab": [options.cnnlab, "run"], "python3": ["python3"]}
    slowest = 0
    print(f"{'program':<12}{'cnnlab ms':>11}{'python3 ms':>12}{'ratio':>7}{'of best':>9}" + ("  growth" if options.instructions else ""))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        counted = callgrind.without_debug_information(options.cnnlab, folder) if options.instructions else None
        for name in options.names or SIZES:
            n = int(SIZES[name] * options.scale)
            times = {side: [] for side in sides}
            for _ in range(options.rounds):
                answers = set()
                for side, command in sides.items():
                    time, answer = run(command, name, n, folder).stdout.split("\n", 1)
                    times[side].append(float(time))
                    answers.add(answer)
                if len(answers) > 1:
                    sys.exit(f"{name}: the answers differ: {answers}")
            lab, peer = (statistics.median(times[side]) * 1000 for side in sides)
            best = min(times["lab"]) / min(times["python3"])
            slowest = max(slowest, lab / peer)
            line = f"{name:<12}{lab:>11.1f}{peer:>12.1f}{lab / peer:>7.2f}{best:>9.2f}"
            if options.instructions:
                small = n // 10
                one, two, three = (callgrind.count([counted, "run", program(name, k * small, folder)]) for k in (1, 2, 3))
                line += f"{(three - two) / (two - one):>8.2f}"
            print(line, flush=True)
    print(f"slowest: {slowest:.2f} times CPython")


main()
