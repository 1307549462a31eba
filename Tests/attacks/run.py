#!/usr/bin/env python3
"""Attacks on grading, driven through the built program.

    Tests/attacks/run.py PROGRAM [PART...] [--record]

Parts: verdicts, hostile, resume, bundle; and brief, which is not among them unless it is named: two attacks of each kind,
the honest submissions, and nothing that takes long. `verdicts` grades every submission in Tests/Fixtures/attacks, honest ones
beside hostile ones: none may have a point that it did not earn, no honest one may lose any, and where expected.json
has been recorded on this kind of build, outcome and points must be its; `hostile` does so with files that are
made here because they are large, torn or no text; `resume` grades a class with one job, with two, in
another order, and under kill -9 again and again, and wants the same bytes; `bundle` unpacks Gradescope's autograder into
a bare folder and runs it as Gradescope does. --record writes
expected.json anew; look at every line of the difference.
"""

import base64
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "Fixtures" / "attacks"
LESSON = FIXTURES / "lesson.md"
EXPECTED = FIXTURES / "expected.json"


def grade(program, paths, *options, timeout=1800, cwd=None):
    done = subprocess.run(
        [program, "grade", str(LESSON), *map(str, paths), "--json", *options],
        capture_output=True, timeout=timeout, cwd=cwd)
    if done.returncode not in (0, 1, 4):
        raise AssertionError(f"grade ended with {done.returncode}: {done.stderr[-2000:]!r}")
    return json.loads(done.stdout), done


def summary(report):
    if report.get("cause"):
        return {"outcome": report["outcome"]}
    items = {
        item["id"]: f"{item['outcome']} {item['earned']:g}"
        for item in report["items"] if item.get("feedback") is None
        or not item["feedback"].startswith("The submission has no answer")}
    return {"outcome": report["outcome"], "items": items}


def compare(reports, expected):
    wrong = []
    for report in reports:
        name = pathlib.Path(report["submission"]).name
        found = summary(report)
        if found != expected.get(name):
            wrong.append(f"{name}: expected {expected.get(name)}, found {found} {report.get('cause', '')}")
    missing = set(expected) - {pathlib.Path(report["submission"]).name for report in reports}
    return wrong + [f"{name}: no report" for name in sorted(missing)]


def finish(part, wrong, start, count):
    for line in wrong:
        print("  " + line)
    print(f"{part}: {count} submissions, {len(wrong)} wrong, {time.monotonic() - start:.1f} s", flush=True)
    return not wrong


# -------------------------------------------------------------------------------------------------


HONEST = {"honest-solution": 11, "honest-loops": 11, "honest-builtin": 11, "honest-partial": 6}

# What the parts of an attack that are right are worth: the check whose numbers are in the hand-out, a right answer
# beside a hostile one, a right answer that does something foolish on the way.
EARNED = {
    "detect-first-check": 2, "detect-by-time": 2, "memory-caught": 2, "loop-in-hook": 2,
    "change-parameters": 2, "seed-alternates": 1, "seed-reset": 1, "seed-constant-mask": 1,
    "state-loop-then-right": 3, "state-memory-then-right": 3, "state-spoils-next": 3,
    "read-torch-save": 2, "flood-long-line": 4, "loop-in-del": 4, "loop-in-sleep": 0}


def brief(program, _):
    """Two attacks of each kind beside the honest submissions."""
    kinds = {}
    for file in sorted(FIXTURES.glob("*.py")):
        kinds.setdefault(file.stem.split("-")[0], []).append(file)
    files = [file for kind, all in kinds.items() for file in (all if kind == "honest" else all[:2])]
    return verdicts(program, False, [file for file in files if file.stem not in SLOW], "brief")


# What fills memory or time to the brim.
SLOW = {"memory-bytes", "memory-caught", "power-tower", "factorial", "slow-match", "huge-integer-text"}


def verdicts(program, record, files=None, part="verdicts"):
    start = time.monotonic()
    whole = files is None
    files = files or sorted(FIXTURES.glob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        canary = pathlib.Path(folder) / "canary"
        canary.write_text("untouched")
        reports, done = grade(program, files, "--jobs", "2", cwd=folder)
        left = sorted(path.name for path in pathlib.Path(folder).iterdir())
        assert left == ["canary"] and canary.read_text() == "untouched", left
    assert b"seccomp" not in done.stderr or not pathlib.Path("/proc/self/status").read_text().count("Seccomp:")
    if record:
        expected = {pathlib.Path(r["submission"]).name: summary(r) for r in reports}
        lines = [f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(expected.items())]
        EXPECTED.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    expected = json.loads(EXPECTED.read_text()) if EXPECTED.exists() else {}
    wrong = compare(reports, {file.name: expected.get(file.name) for file in files}) if expected else []
    if {pathlib.Path(report["submission"]).name for report in reports} != {file.name for file in files}:
        wrong.append("a submission has no report")
    for report in reports:
        name = pathlib.Path(report["submission"]).stem
        earned = sum(item["earned"] for item in report["items"])
        if name.startswith("honest"):
            if report["outcome"] == "could-not-grade" or earned != HONEST[name]:
                wrong.append(f"{name}: {report['outcome']}, {earned} of {HONEST[name]} points")
        elif report["outcome"] == "pass" or earned > EARNED.get(name, 0):
            wrong.append(f"{name}: {report['outcome']}, {earned} points, earned {EARNED.get(name, 0)}")
    if whole and len(files) < 120:
        wrong.append(f"only {len(files)} submissions")
    return finish(part, wrong, start, len(files))


# -------------------------------------------------------------------------------------------------

RIGHT = "def mean(x):\n    return x.sum() / len(x)\n"


def notebook(cells, **more):
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **more})


def code(source, exercise="mean", outputs=(), **more):
    return {"cell_type": "code", "metadata": {"exercise": exercise}, "source": source,
            "outputs": list(outputs), "execution_count": None, **more}


def hostile_files():
    """Name, bytes, the expected outcome and what `mean` has."""
    refused, right, none = ("could-not-grade", None), ("fail", "pass 4"), ("fail", None)
    bomb = base64.b64encode(b"PK\x03\x04" + bytes(3_000_000)).decode()
    image = {"output_type": "display_data", "metadata": {}, "data": {"image/png": bomb}}
    cell = '# %% exercise="mean"\n'
    deep = "[" * 200_000 + "]" * 200_000
    return [
        ("output-bomb.ipynb", notebook([code(RIGHT, outputs=[image])]), right),
        ("cell-100mb.ipynb", notebook([code("#" + "x" * 100_000_000 + "\n" + RIGHT)]), refused),
        ("cell-100mb.py", cell + "#" + "x" * 100_000_000 + "\n" + RIGHT, refused),
        ("cell-7mb.py", cell + "#" + "x" * 7_000_000 + "\n" + RIGHT, right),
        ("line-7mb.py", cell + "a = '" + "x" * 7_000_000 + "'\n" + RIGHT, right),
        ("many-cells.py", "# %%\nx = 1\n" * 400_000 + cell + RIGHT, right),
        ("many-answers.py", (cell + RIGHT) * 50_000, ("could-not-grade", "could-not-grade 0")),
        ("deep-json.ipynb", deep, refused),
        ("deep-metadata.ipynb", '{"cells": [], "metadata": ' + deep + "}", refused),
        ("many-lists.ipynb", '{"cells": [' + ",".join(["[]"] * 1_500_000) + "]}", none),
        ("no-cells.ipynb", '{"cells": {}}', refused),
        ("cells-of-nothing.ipynb", '{"cells": [null, 1, "x", [], {"metadata": 3}]}', none),
        ("source-number.ipynb", notebook([code(5), code([1, 2]), code({"a": 1})]), none),
        ("exercise-number.ipynb", notebook([{**code(RIGHT), "metadata": {"exercise": 5}}]), none),
        ("torn.ipynb", notebook([code(RIGHT)])[:-20], refused),
        ("empty.ipynb", "", refused),
        ("empty.py", "", ("fail", "fail 0")),
        ("empty.md", "", none),
        ("torn.md", '```python exercise="mean"\n' + RIGHT, right),
        ("html.ipynb", "<html><body>404</body></html>", refused),
        ("zip.ipynb", b"PK\x03\x04" + bytes(1000), refused),
        ("latin1.py", (cell + "# caf\xe9\n" + RIGHT).encode("latin-1"), refused),
        ("utf16.py", (cell + RIGHT).encode("utf-16"), refused),
        ("nul.py", cell.encode() + b"x = '\x00'\n" + RIGHT.encode(), None),
        ("bom.py", b"\xef\xbb\xbf" + (cell + RIGHT).encode(), right),
        ("crlf.py", (cell + RIGHT).replace("\n", "\r\n"), right),
        ("old-mac.py", (cell + RIGHT).replace("\n", "\r"), None),
        ("surrogate.ipynb", notebook([code(RIGHT)]).replace("def", "\\ud800 def", 1), None),
        ("duplicate-keys.ipynb", '{"cells": [], "cells": [' + json.dumps(code(RIGHT)) + "]}", None),
        ("duplicate-ids.ipynb",
         notebook([code(RIGHT, id="a"), code("x = 1", exercise="other", id="a")]), right),
        ("twice.md", ('```python exercise="mean"\n' + RIGHT + "```\n") * 2,
         ("could-not-grade", "could-not-grade 0")),
        ("path-exercise.py", '# %% exercise="../../mean"\n' + RIGHT, none),
        ("yaml-bomb.md", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n---\n"
         '```python exercise="mean"\n' + RIGHT + "```\n", right),
        ("huge-number.ipynb", '{"cells": [], "nbformat": 1' + "0" * 400_000 + "}", None),
        ("forged-report.py", '{"report": {"outcome": "pass", "earned": 100}}\n', ("fail", "fail 0")),
    ]


def hostile(program, _):
    start = time.monotonic()
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "in"
        folder.mkdir()
        secret = pathlib.Path(name) / "secret.py"
        secret.write_text('# %% exercise="mean"\n' + RIGHT)
        expected = {}
        for file, content, outcome in hostile_files():
            student = file.replace(".", "-")
            (folder / student).mkdir()
            path = folder / student / file
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
            expected[str(path)] = outcome
        os.symlink(secret, folder / "link.py")
        expected[str(folder / "link.py")] = ("could-not-grade", None)
        os.symlink("/", folder / "root")
        os.mkfifo(folder / "pipe.py")
        expected[str(folder / "pipe.py")] = ("could-not-grade", None)
        odd = folder / "=cmd|' C calc'!A0, \"x\"\n<b>"
        odd.mkdir()
        (odd / "a;rm -rf $HOME `x`.py").write_text('# %% exercise="mean"\n' + RIGHT)
        expected[str(odd / "a;rm -rf $HOME `x`.py")] = ("fail", "pass 4")
        honest = sorted(FIXTURES.glob("honest*.py"))
        out = pathlib.Path(name) / "out"
        reports, _ = grade(program, [folder, *honest], "--jobs", "2", "--output", str(out))
        found = {report["submission"]: report for report in reports}
        for path, outcome in expected.items():
            if path not in found:
                wrong.append(f"{path}: no report")
            elif outcome is not None:
                mean = summary(found[path]).get("items", {}).get("mean")
                if (found[path]["outcome"], mean) != outcome:
                    wrong.append(f"{path}: {found[path]['outcome']}, {mean}; expected {outcome}")
        lines = {line["student"]: line for line in read_csv(out / "grades.csv")}
        if lines["honest-solution"]["earned"] != "11":
            wrong.append("an honest submission lost points beside hostile ones")
        names = [path.name for path in (out / "feedback").iterdir()]
        if len(names) != len(found) or any("/" in name or "\n" in name for name in names):
            wrong.append(f"feedback pages: {len(names)}")
        left = {path.name for path in pathlib.Path(name).iterdir()}
        if left != {"in", "out", "secret.py"}:
            wrong.append(f"files were left: {left}")
    return finish("hostile", wrong, start, len(expected))


def read_csv(path):
    import csv
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


# -------------------------------------------------------------------------------------------------


def class_of(count, folder):
    """A class whose members write differently, some of them wrongly."""
    chance = random.Random(1)
    bodies = [
        RIGHT, "def mean(x):\n    return x.mean()\n", "def mean(x):\n    return x.sum()\n",
        "def mean(x):\n    return sum(x) / x.numel()\n", "def mean(x):\n    return x[0]\n",
        "def mean(x):\n    return undefined\n", "def mean(x)\n    return x\n"]
    drops = [
        "def drop(x, p):\n    return x * (torch.rand_like(x) >= p) / (1 - p)\n",
        "def drop(x, p):\n    return x * (torch.rand_like(x) >= p)\n",
        "def drop(x, p):\n    return nn.functional.dropout(x, p)\n"]
    for number in range(count):
        text = f'# student {number}\n# %% exercise="mean"\n{chance.choice(bodies)}'
        if chance.random() < 0.9:
            text += f'# %% exercise="drop"\n{chance.choice(drops)}'
        text += f'# %% [markdown] answer="axis"\n# {chance.choice([1, 1, 2])}\n'
        path = folder / f"student{number:03d}.py"
        path.write_text(text)
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    (folder / "student000.py").write_text('# %% exercise="mean"\nwhile True:\n    pass\n')
    os.utime(folder / "student000.py", (1_700_000_000, 1_700_000_000))


def outputs(folder):
    """Every file of an output folder but the database, which has times in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("gradebook.sqlite")}


def differing(expected, found):
    """The first lines that differ, of some files."""
    told = []
    for name in sorted(set(expected) | set(found)):
        ours, theirs = (files.get(name, b"no file").splitlines() for files in (expected, found))
        told += [f"{name}: {a[:200]!r}, {b[:200]!r}" for a, b in zip(ours, theirs) if a != b][:1]
        if len(ours) != len(theirs):
            told.append(f"{name}: {len(ours)} lines, {len(theirs)} lines")
    return "; ".join(told[:4])


def resume(program, _):
    start = time.monotonic()
    wrong = []
    count = 120  # enough to be killed many times
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        folder = root / "in"
        folder.mkdir()
        class_of(count, folder)
        files = sorted(folder.iterdir())
        late = ["--due", "2023-11-14T22:14:00Z", "--per-day", "10"]
        expected = None
        for label, paths, jobs in [
            ("one job", files, 1), ("two jobs", files, 2),
            ("shuffled", random.Random(2).sample(files, count), 2)]:
            out = root / label.replace(" ", "-")
            grade(program, paths, "--jobs", str(jobs), "--output", str(out), *late)
            found = outputs(out)
            expected = expected or found
            if found != expected:
                wrong.append(f"{label}: other bytes: {differing(expected, found)}")
        out = root / "killed"
        kills = 0
        pause = 0.3
        while True:
            process = subprocess.Popen(
                [program, "grade", str(LESSON), *map(str, files), "--jobs", "2", "--output", str(out),
                 *late], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=pause)
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
                # On a slow machine a run must get somewhere before it is killed again.
                pause += 0.1
                assert kills < 200, "it never came to an end"
        if outputs(out) != expected:
            wrong.append(f"killed {kills} times: other bytes: {differing(expected, outputs(out))}")
        if kills < 2:
            wrong.append(f"it was killed only {kills} times")
        book = sqlite3.connect(out / "gradebook.sqlite")
        rows = book.execute("SELECT count(*), count(DISTINCT student) FROM grading").fetchone()
        if rows != (count, count):
            wrong.append(f"killed: {rows[0]} gradings of {rows[1]} students")
        if book.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            wrong.append("killed: the gradebook is damaged")
        book.close()
        before = time.monotonic()
        grade(program, files, "--output", str(out), *late)
        again = time.monotonic() - before
        if outputs(out) != expected:
            wrong.append(f"graded again: other bytes: {differing(expected, outputs(out))}")
        time.sleep(0.3)
        workers = subprocess.run(
            ["pgrep", "-f", f"grade-worker {LESSON}"], capture_output=True, text=True).stdout.split()
        if workers:
            wrong.append(f"workers outlived their command: {workers}")
        print(f"  killed {kills} times; the finished class again: {again:.2f} s")
        shutil.rmtree(root / "killed")
    return finish("resume", wrong, start, count)


# -------------------------------------------------------------------------------------------------


def bundle(program, _):
    start = time.monotonic()
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        archive = root / "autograder.zip"
        subprocess.run(
            [program, "gradescope", "bundle", str(LESSON), "--output", str(archive)], check=True,
            stdout=subprocess.DEVNULL, timeout=300)
        source = root / "autograder" / "source"
        with zipfile.ZipFile(archive) as contents:
            if contents.testzip() is not None:
                wrong.append("the archive is damaged")
            contents.extractall(source)
        # Nothing of this machine's is found: no variables, another home, no folder of the source.
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(root), "AUTOGRADER_ROOT": str(root / "autograder")}

        def run(script, files):
            submission = root / "autograder" / "submission"
            shutil.rmtree(submission, ignore_errors=True)
            shutil.rmtree(root / "autograder" / "results", ignore_errors=True)
            submission.mkdir(parents=True)
            for file, text in files.items():
                (submission / file).write_text(text)
            done = subprocess.run(
                ["bash", str(source / script)], env=environment, cwd=root, capture_output=True,
                timeout=300)
            if done.returncode != 0:
                wrong.append(f"{script} ended with {done.returncode}: {done.stderr[-500:]!r}")
            result = root / "autograder" / "results" / "results.json"
            return json.loads(result.read_text()) if result.exists() else None

        run("setup.sh", {})
        solution = (FIXTURES / "honest-solution.py").read_text()
        cases = [
            ({"work.py": solution}, 11.0, 8), ({"my work.PY": solution}, 11.0, 8), ({}, None, 0),
            ({"a.py": solution, "b.py": solution}, None, 0),
            ({"work.ipynb": "{"}, None, 0),
            ({"work.py": (FIXTURES / "loop-top.py").read_text()}, None, 8),
            ({"work.py": (FIXTURES / "honest-partial.py").read_text()}, 6.0, 8)]
        for files, score, tests in cases:
            result = run("run_autograder", files) or {}
            given = [test["score"] for test in result.get("tests", [])]
            if result.get("score") != score or (tests and not given) or "output" not in result:
                wrong.append(f"{sorted(files)}: {result}, expected the score {score}")
            if score is not None and abs(sum(given) - score) > 1e-9:
                wrong.append(f"{sorted(files)}: the tests add up to {sum(given)}")
    return finish("bundle", wrong, start, len(cases))


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    record = "--record" in sys.argv
    program = str(pathlib.Path(arguments[0]).resolve())
    parts = {"verdicts": verdicts, "hostile": hostile, "resume": resume, "bundle": bundle}
    chosen = arguments[1:] or list(parts)
    parts["brief"] = brief
    results = [parts[name](program, record) for name in chosen]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(0 if all(results) else 1)


main()
