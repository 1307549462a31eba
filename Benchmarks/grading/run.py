#!/usr/bin/env python3
"""How long a class takes.

    Benchmarks/grading/run.py PROGRAM [--students N] [--nbgrader PYTHON]

A class of 200 hands in a lesson without training. Reported are the time, that of the processors (which other work on the machine
disturbs less), the memory at its highest (all processes, what
they share counted once), and how the time falls with the jobs. With --nbgrader, a Python that has nbgrader and ipykernel,
its autograder grades a few submissions of an equivalent notebook in the same run. The marks are checked.
"""

import argparse
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LESSON = ROOT / "Tests" / "Fixtures" / "attacks" / "lesson.md"

MEANS = [
    ("def mean(x):\n    return x.sum() / len(x)\n", 4), ("def mean(x):\n    return x.mean()\n", 4),
    ("def mean(x):\n    return x.sum()\n", 0), ("def mean(x):\n    return x.sum() / 3\n", 2)]
SHIFTS = [
    ("class Shift(nn.Module):\n    def __init__(self, size):\n        super().__init__()\n"
     "        self.b = nn.Parameter(torch.zeros(size))\n\n    def forward(self, x):\n        return x + self.b\n", 3)]
DROPS = [
    ("def drop(x, p):\n    return x * (torch.rand_like(x) >= p) / (1 - p)\n", 3),
    ("def drop(x, p):\n    return x * (torch.rand_like(x) >= p)\n", 0)]


def write_class(folder, count):
    chance = random.Random(0)
    marks = {}
    for number in range(count):
        mean, shift, drop = (chance.choice(options) for options in (MEANS, SHIFTS, DROPS))
        path = folder / f"student{number:03d}.py"
        # No answer is like another: what was said of an answer before is not worked out again.
        own = f"# by {number}\n"
        path.write_text(
            f'# student {number}\n# %% exercise="mean"\n{own}{mean[0]}\n# %% exercise="shift"\n{own}{shift[0]}\n'
            f'# %% exercise="drop"\n{own}{drop[0]}\n# %% [markdown] answer="axis"\n# 1\n')
        marks[str(path)] = mean[1] + shift[1] + drop[1] + 1
    return marks


def proportional_memory(root):
    """Bytes of a process and all below it; pages that several share are counted once."""
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        try:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/children") as file:
                    waiting += [int(child) for child in file.read().split()]
            with open(f"/proc/{process}/smaps_rollup") as file:
                for line in file:
                    if line.startswith("Pss:"):
                        total += int(line.split()[1]) * 1024
        except (OSError, ProcessLookupError):
            continue
    return total


def timed(command, **options):
    start, before = time.perf_counter(), processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    peak = [0]
    done = threading.Event()

    def watch():
        while not done.is_set():
            peak[0] = max(peak[0], proportional_memory(process.pid))
            done.wait(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, errors = process.communicate()
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors.decode()[-2000:]}")
    return seconds, processor_seconds() - before, peak[0], output


def processor_seconds():
    """Of all processes that were waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


NBGRADER_TESTS = {
    "mean": "assert abs(float(mean([1.0, 2.0, 6.0])) - 3) < 1e-6",
    "shift": "assert Shift(3)([1, 2, 3]) == [1, 2, 3]"}


def nbgrader(python, count, folder):
    """Seconds a submission that nbgrader's autograder takes for a notebook with two small tests."""
    course = folder / "course"

    def cell(kind, source, **grading):
        metadata = {"nbgrader": {"schema_version": 3, "task": False, "locked": False, **grading}}
        more = {"outputs": [], "execution_count": None} if kind == "code" else {}
        return {"cell_type": kind, "id": grading["grade_id"], "metadata": metadata, "source": source, **more}

    cells = [
        cell("code", "def mean(x):\n    return sum(x) / len(x)\n", grade_id="mean", grade=False, solution=True),
        cell("code", NBGRADER_TESTS["mean"], grade_id="t1", grade=True, solution=False, points=2),
        cell("code", "class Shift:\n    def __init__(self, size):\n        self.b = [0] * size\n"
             "    def __call__(self, x):\n        return [a + b for a, b in zip(x, self.b)]\n",
             grade_id="shift", grade=False, solution=True),
        cell("code", NBGRADER_TESTS["shift"], grade_id="t2", grade=True, solution=False, points=2)]
    notebook = json.dumps({
        "nbformat": 4, "nbformat_minor": 5, "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}})
    source = course / "source" / "lab"
    source.mkdir(parents=True)
    (source / "lab.ipynb").write_text(notebook)
    for number in range(count):
        place = course / "submitted" / f"s{number}" / "lab"
        place.mkdir(parents=True)
        (place / "lab.ipynb").write_text(notebook)
    run = [python, "-m", "nbgrader"]
    # It starts alembic and kernels by their names.
    environment = {**os.environ, "PATH": f"{pathlib.Path(python).parent}:{os.environ['PATH']}"}
    subprocess.run([*run, "generate_assignment", "lab", "--create"], cwd=course, check=True, capture_output=True, env=environment)
    start, before = time.perf_counter(), processor_seconds()
    done = subprocess.run([*run, "autograde", "lab", "--create"], cwd=course, capture_output=True, text=True, env=environment)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"nbgrader failed: {done.stderr[-2000:]}")
    graded = len(list((course / "autograded").glob("*/lab/lab.ipynb")))
    if graded != count:
        sys.exit(f"nbgrader graded {graded} of {count}")
    return seconds / count, (processor_seconds() - before) / count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--nbgrader")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        marks = write_class(folder / "in", options.students)
        best = None
        for jobs in (1, 2):
            out = folder / f"out{jobs}"
            seconds, processor, memory, output = timed(
                [program, "grade", str(LESSON), str(folder / "in"), "--jobs", str(jobs), "--output", str(out), "--json"])
            earned = {report["submission"]: report["earned"] for report in json.loads(output)}
            if earned != marks:
                sys.exit(f"wrong marks: {[k for k in marks if earned.get(k) != marks[k]][:5]}")
            print(f"{options.students} submissions, {jobs} jobs: {seconds:.2f} s, {processor:.2f} s of processors, {memory / 1e6:.0f} MB at most")
            best = min(best or (seconds, processor), (seconds, processor))
            if jobs == 2:
                again, known, _, _ = timed(
                    [program, "grade", str(LESSON), str(folder / "in"), "--output", str(out), "--json"])
                print(f"{options.students} submissions that the gradebook knows: {again:.2f} s, {known:.2f} s of processors")
        if options.nbgrader:
            theirs = nbgrader(options.nbgrader, 6, folder)
            ours = [value / options.students for value in best]
            for each, own, what in zip(theirs, ours, ["", " of processors"]):
                print(f"nbgrader: {each:.2f} s{what} a submission; cnnlab: {own * 1000:.1f} ms; {each / own:.0f} times")


main()
