"""Runs the lessons in real PyTorch: every cell, and every solution, mistake and starter against the
checks. Nothing of CNNLab is needed but the lesson files, the prelude of the checks and lab.py.

    python Tests/Fixtures/lessons/run_in_pytorch.py [--outputs] lessons/*.md

With --outputs the output of each cell is printed, to be held beside what CNNLab prints.
"""

import contextlib
import io
import pathlib
import re
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


def main(paths, outputs):
    bad = 0
    for path in paths:
        fences = read(path)
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
                reasons = [check(before, fence.text, one, helpers) for one in checks]
                passed = all(reason is None for reason in reasons)
                crashed = any(reason and reason.startswith("CRASH") for reason in reasons)
                if crashed or passed != (kind == "solution"):
                    bad += 1
                    print(f"{path}:{fence.line}: WRONG: {kind} {fence['name']}: {reasons}")
                elif outputs:
                    print(f"    {name} {kind} {fence['name']}: {reasons}")
    print("all as it should be" if bad == 0 else f"{bad} things are wrong")
    return bad


if __name__ == "__main__":
    arguments = sys.argv[1:]
    files = [argument for argument in arguments if not argument.startswith("--")]
    sys.exit(1 if main(files, "--outputs" in arguments) else 0)
