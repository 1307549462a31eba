"""Runs the lessons in real PyTorch: every cell, and every solution, mistake and starter against the
checks. Nothing of CNNLab is needed but the lesson files, the prelude of the checks and lab.py.

    python Tests/Fixtures/lessons/run_in_pytorch.py [--outputs] lessons/*.md
    python Tests/Fixtures/lessons/run_in_pytorch.py --against PROGRAM [--report FILE] lessons/*.md

With --outputs the output of each cell is printed. With --against what each cell prints is held against what PROGRAM,
a built cnnlab, prints in the notebook that it exports: line by line, pictures and cells marked varies=true left out. The report
lists what differs.
"""

import contextlib
import datetime
import difflib
import io
import json
import pathlib
import re
import subprocess
import sys
import textwrap
import traceback

import torch

torch.set_num_threads(2)
ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "python"))
PRELUDE = textwrap.dedent(
    (ROOT / "Sources/Lessons/Checks/Prelude.swift").read_text().split('#"""')[1].split('"""#')[0])


class Fence:
    def __init__(self, info, text, line):
        words = info.split(None, 1)
        self.language = words[0] if words else ""
        rest = words[1] if len(words) > 1 else ""
        self.options = {}
        for key, text_value, word in re.findall(r'([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))', rest):
            self.options[key] = text_value.replace('\\"', '"') if not word else word
        self.text = text
        self.line = line

    def __getitem__(self, key):
        return self.options.get(key)


def read(path):
    fences, opening = [], None
    for number, line in enumerate(pathlib.Path(path).read_text().split("\n"), 1):
        if opening is None and line.startswith("```"):
            opening = (line[3:], [], number)
        elif opening is not None and line.startswith("```"):
            fences.append(Fence(opening[0], "\n".join(opening[1]), opening[2]))
            opening = None
        elif opening is not None:
            opening[1].append(line)
    return fences


class Student:
    def __init__(self, namespace):
        object.__setattr__(self, "_namespace", namespace)

    def __getattribute__(self, name):
        return object.__getattribute__(self, "_namespace")[name]


def run(source, namespace, name):
    """Runs a cell as the notebook does; returns what it prints, with its last value."""
    import ast
    tree = ast.parse(source, name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(tree, name, "exec"), namespace)
        if last is not None:
            value = eval(compile(last, name, "eval"), namespace)
            if value is not None and not source.rstrip().endswith(";"):
                print(repr(value))
    return out.getvalue()


def answered(setup, answer):
    torch.manual_seed(0)
    namespace = {"__name__": "__main__"}
    for cell in setup:
        run(cell.text, namespace, f"<setup {cell.line}>")
    torch.manual_seed(0)
    run(answer, namespace, "<answer>")
    return namespace


def check(setup, answer, fence, helpers="", tail=""):
    """The reason why a check rejects an answer, or None; with a tail, the observations."""
    try:
        namespace = answered(setup, answer)
    except Exception as error:
        return f"the answer raises {type(error).__name__}: {error}"
    own = {"student": Student(namespace), "__name__": "check"}
    torch.manual_seed(0)
    try:
        exec(PRELUDE, own)
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(helpers, "<helpers>", "exec"), own)
            exec(compile(fence.text, "<check>", "exec"), own)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        if type(error).__name__ == "CheckFailed":
            return str(error)
        if isinstance(error, KeyError) or any(f.filename == "<answer>" for f in frames):
            return f"the answer raises {type(error).__name__}: {error}"
        return f"CRASH of the check: {type(error).__name__}: {error}"
    return own["_observations"] if tail else None


def printed_by(program, path):
    """What each cell of the lesson prints in CNNLab, in order."""
    made = subprocess.run([program, "export", path, "--to", "ipynb"], capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    cells = [cell for cell in json.loads(made.stdout)["cells"] if cell["cell_type"] == "code"]
    texts = []
    for cell in cells:
        text = ""
        for output in cell["outputs"]:
            if output["output_type"] == "stream" and output["name"] == "stdout":
                text += "".join(output["text"])
            elif output["output_type"] == "execute_result":
                text += "".join(output["data"]["text/plain"]) + "\n"
        texts.append(("".join(cell["source"]).strip(), text))
    return texts


class Comparison:
    """What differs between the cells' outputs here and in CNNLab."""

    def __init__(self, program):
        self.program = program
        self.rows = []
        self.differences = []

    def lesson(self, path):
        self.path = path
        self.left = printed_by(self.program, path)
        self.cells = self.lines = self.unequal = 0

    def cell(self, fence, text):
        source = fence.text.strip()
        while self.left and self.left[0][0] != source:
            self.left.pop(0)
        if not self.left:
            self.differences.append(f"{self.path}:{fence.line}: the cell is not in the notebook")
            return
        other = self.left.pop(0)[1]
        if fence["varies"] == "true":
            return
        here, there = text.rstrip().splitlines(), other.rstrip().splitlines()
        self.cells += 1
        self.lines += max(len(here), len(there))
        found = [
            line for line in difflib.unified_diff(here, there, "PyTorch", "CNNLab", n=0, lineterm="")
            if line[0] in "+-" and not line.startswith(("+++", "---"))
        ]
        if found:
            self.unequal += max(sum(line[0] == sign for line in found) for sign in "+-")
            place = f"{self.path}:{fence.line}" + (f" ({fence['name']})" if fence["name"] else "")
            self.differences.append("\n".join([place] + ["    " + line for line in found]))

    def end(self, answers):
        self.rows.append((pathlib.Path(self.path).stem, self.cells, self.lines, self.unequal, answers))

    def report(self, bad):
        lines = [
            "# The lessons in PyTorch", "",
            "Every cell of every lesson run unchanged in PyTorch with `python/lab.py`, and what it prints held against",
            "CNNLab's, line by line; every starter, solution and mistake put through the checks there. Written by", "`Tests/Fixtures/lessons/run_in_pytorch.py --against cnnlab --report FILE lessons/*.md`.", "",
            f"{datetime.date.today()}, PyTorch {torch.__version__.split('+')[0]}, {torch.get_num_threads()} threads. "
            + ("Every answer has the same verdict." if bad == 0 else f"{bad} things are wrong."), "",
            "| lesson | cells | lines | lines that differ | answers judged |", "|---|---|---|---|---|",
        ]
        lines += [f"| {' | '.join(str(part) for part in row)} |" for row in self.rows]
        lines += [
            "", "## What differs", "",
            "`-` is PyTorch, `+` is CNNLab. What differs is rounding: the two add the terms of a sum in another order, so that the",
            "last bit of a float32 may differ. A training magnifies that, until a digit of 500 falls on the other side (0.002 of an",
            "accuracy, 0.2 points); where it is chaotic, as at rates at which a network without BatchNorm breaks or with batches of 2,",
            "whole numbers differ. The sentences of the lessons are about what holds on both sides.", "", "```",
        ]
        lines += self.differences or ["nothing"]
        return "\n".join(lines + ["```"]) + "\n"


def main(paths, outputs, comparison=None):
    bad = 0
    for path in paths:
        fences = read(path)
        if comparison:
            comparison.lesson(path)
        answers = 0
        marks = ("exercise", "check", "hint", "solution", "mistake", "probe", "helpers", "question", "output")
        namespace, setup, setups = {"__name__": "__main__"}, [], {}
        torch.manual_seed(0)
        for fence in fences:
            if fence["exercise"]:
                setups[fence["exercise"]] = list(setup)
            if fence.language != "python" or any(fence[mark] for mark in marks):
                continue
            try:
                text = run(fence.text, namespace, f"{path}:{fence.line}")
                if outputs:
                    print(f"--- {path}:{fence.line} {fence['name'] or ''}\n{text}", end="")
                if comparison:
                    comparison.cell(fence, text)
                if fence["raises"]:
                    print(f"{path}:{fence.line}: {fence['raises']} was expected")
                    bad += 1
            except Exception as error:
                if type(error).__name__ != fence["raises"]:
                    print(f"{path}:{fence.line}: {type(error).__name__}: {error}")
                    bad += 1
            if fence["setup"] == "true":
                setup.append(fence)
        for name, before in setups.items():
            checks = [fence for fence in fences if fence["check"] == name]
            helpers = "".join(fence.text for fence in fences if fence["helpers"] == name)
            for fence in fences:
                kind = next((k for k in ("exercise", "solution", "mistake") if fence[k] == name), None)
                if kind is None:
                    continue
                answers += 1
                reasons = [check(before, fence.text, one, helpers) for one in checks]
                passed = all(reason is None for reason in reasons)
                crashed = any(reason and reason.startswith("CRASH") for reason in reasons)
                if crashed or passed != (kind == "solution"):
                    bad += 1
                    print(f"{path}:{fence.line}: WRONG: {kind} {fence['name']}: {reasons}")
                elif outputs:
                    print(f"    {name} {kind} {fence['name']}: {reasons}")
        if comparison:
            comparison.end(answers)
    print("all as it should be" if bad == 0 else f"{bad} things are wrong")
    return bad


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("--outputs", action="store_true")
    parser.add_argument("--against", metavar="PROGRAM")
    parser.add_argument("--report", metavar="FILE")
    parser.add_argument("lessons", nargs="+")
    options = parser.parse_args()
    comparison = Comparison(options.against) if options.against else None
    bad = main(options.lessons, options.outputs, comparison)
    if comparison:
        text = comparison.report(bad)
        if options.report:
            pathlib.Path(options.report).write_text(text)
        else:
            print(text)
    sys.exit(1 if bad else 0)
