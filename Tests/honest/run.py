#!/usr/bin/env python3
"""Honest answers to every exercise, driven through the built program.

    Tests/honest/run.py PROGRAM [LESSON...]

Tests/Fixtures/honest has a script for each lesson. Its cells answer the lesson's exercises and say what they earn:
at least five right answers in different styles, which must have full marks, and five partly right ones, which must
have exactly the points that the cell states. They are handed in as submissions, the first answers of all exercises
in one, the second in the next, and graded as a class is.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = ROOT / "Tests" / "Fixtures" / "honest"
HEADER = re.compile(r'^# %% exercise="([^"]*)" points=([0-9.]+) style="([^"]*)"\n', re.M)
LEAST = 5


def answers(path):
    """By exercise: style, stated points and code of each answer."""
    text = path.read_text()
    found = {}
    heads = list(HEADER.finditer(text))
    for head, after in zip(heads, heads[1:] + [None]):
        exercise, points, style = head.groups()
        code = text[head.end():after.start() if after else len(text)]
        found.setdefault(exercise, []).append((style, float(points), code))
    return found


def grade(program, lesson, given):
    """The reports of submissions that answer each exercise, by number."""
    count = max(map(len, given.values()))
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            cells = [f'# %% exercise="{exercise}"\n{all[number][2]}' for exercise, all in given.items() if number < len(all)]
            (pathlib.Path(name) / f"honest{number:02d}.py").write_text("".join(cells))
        done = subprocess.run(
            [program, "grade", str(lesson), name, "--json"], capture_output=True, timeout=1800)
        if done.returncode not in (0, 1, 4):
            sys.exit(f"grade ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
        return sorted(json.loads(done.stdout), key=lambda report: report["submission"])


def judge(program, lesson):
    """What is wrong with a lesson's answers or their marks, and how many answers there were."""
    given = answers(FIXTURES / f"{lesson.stem}.py")
    wrong, count, full = [], 0, {}
    for number, report in enumerate(grade(program, lesson, given)):
        for item in report["items"]:
            if item["kind"] != "exercise":
                continue
            full[item["id"]] = item["points"]
            if number >= len(given.get(item["id"], [])):
                continue
            style, points, _ = given[item["id"]][number]
            count += 1
            if item["outcome"] == "could-not-grade" or item["earned"] != points:
                reasons = [f"{part['name']}: {part['reason']}" for part in item["parts"] if part["outcome"] != "pass"]
                wrong.append(
                    f"{item['id']}, {style}: {item['earned']:g} of {item['points']:g}, stated {points:g}; " + "; ".join(reasons))
    for exercise, points in full.items():
        stated = [stated for _, stated, _ in given.get(exercise, [])]
        for kind, found in [("right", stated.count(points)), ("partly right", len(stated) - stated.count(points))]:
            if found < LEAST:
                wrong.append(f"{exercise}: {found} {kind} answers, {LEAST} are the least")
    wrong += [f"{exercise}: the lesson has no such exercise" for exercise in given if exercise not in full]
    return wrong, count


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    lessons = [path for path in sorted((ROOT / "lessons").glob("*.md")) if not sys.argv[2:] or path.stem in sys.argv[2:]]
    failed = 0
    for lesson in lessons:
        start = time.monotonic()
        wrong, count = judge(program, lesson)
        for line in wrong:
            print("  " + line)
        print(f"{lesson.stem}: {count} answers, {len(wrong)} wrong, {time.monotonic() - start:.1f} s", flush=True)
        failed += bool(wrong)
    sys.exit(1 if failed else 0)


main()
