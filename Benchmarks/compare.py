"""Times CNNLab against PyTorch: `make bench-compare`, or
    python3 Benchmarks/compare.py --cnnlab .build/release/cnnlab --torch PYTHON [--groups steps,small] [--json FILE]

The two run in turn, round after round, so that what else the machine does falls on both. Answers are compared
before times are. Without --torch (a Python that has PyTorch) CNNLab is timed alone. Of the group `soak` it is the
memory that is compared, and CNNLab's must not grow. Needs the standard library only.
"""

import argparse
import contextlib
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GROUPS = ["steps", "networks", "evaluations", "small", "loader", "soak"]
# Seconds between two looks at the memory of a soak, and how far it may grow after the first.
LOOK, GROWTH = 3, 0.02


@contextlib.contextmanager
def script(group, options, seconds, compiled=False):
    """The path of the cases, set to a group."""
    with open(os.path.join(HERE, "cases.py")) as file:
        source = file.read()
    source = (f"THREADS, GROUP, SECONDS = {options.threads}, {group!r}, {seconds}\n"
              f"COMPILE, CLOCK = {compiled}, {'cpu' if options.cpu else 'wall'!r}\n" + source)
    path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"cases-{os.getpid()}.py")
    with open(path, "w") as file:
        file.write(source)
    try:
        yield path
    finally:
        os.unlink(path)


def run(command, group, options, seconds, compiled=False):
    """The cases of a group as one program sees them: name -> (answers, times)."""
    with script(group, options, seconds, compiled) as path:
        done = subprocess.run(command + [path], capture_output=True, text=True)
    if done.returncode != 0:
        sys.stderr.write(f"{command[0]}, {group}: exit status {done.returncode}\n{done.stderr[-2000:]}\n")
    cases = {}
    for line in done.stdout.splitlines():
        if line.startswith("case "):
            name, answers, times = line[5:].split("|")
            cases[name.strip()] = (
                [float(a) for a in answers.split()], [float(t) for t in times.split()])
    return cases


def resident(process):
    """Megabytes that a process has in memory, 0 once it has ended."""
    try:
        with open(f"/proc/{process.pid}/status") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS:")), 0)
    except OSError:
        return 0


def soak(command, options):
    """Megabytes in memory every few seconds while ten thousand steps run, the first after `LOOK` seconds."""
    seen = []
    with script("soak", options, 0) as path:
        process = subprocess.Popen(command + [path], stdout=subprocess.DEVNULL)
        while True:
            try:
                process.wait(LOOK)
                break
            except subprocess.TimeoutExpired:
                seen.append(resident(process))
    if process.returncode != 0:
        sys.exit(f"{command[0]}, soak: exit status {process.returncode}")
    return [megabytes for megabytes in seen if megabytes > 0]


def compare_soaks(programs, options):
    """Rows of a table, what was seen of each program, and whether CNNLab's memory stayed as it was."""
    rows = ["| soak, 10,000 steps | first look, MB | last | peak |", "|---|---|---|---|"]
    seen, stays = {}, True
    for program, (command, compiled) in programs.items():
        if compiled:
            continue
        seen[program] = found = soak(command, options)
        if not found:
            sys.exit(f"{program}, soak: over before the first look")
        rows.append(f"| {program} | {found[0]:.1f} | {found[-1]:.1f} | {max(found):.1f} |")
        if program == "CNNLab" and max(found) > (1 + GROWTH) * found[0]:
            stays = False
    return rows, seen, stays


def agree(a, b):
    return len(a) == len(b) and all(
        abs(x - y) <= 2e-3 * max(1.0, abs(x), abs(y)) for x, y in zip(a, b))


def spread(times):
    """Median, best, and half the distance of the quartiles."""
    ordered = sorted(times)
    n = len(ordered)
    return (statistics.median(ordered), ordered[0], (ordered[3 * n // 4] - ordered[n // 4]) / 2)


def machine():
    model = platform.processor() or platform.machine()
    flags = ""
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    model = line.split(":", 1)[1].strip()
                if line.startswith("flags"):
                    flags = "AVX-512" if "avx512f" in line else "AVX2" if "avx2" in line else "no AVX2"
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} processors, {flags}, {platform.system()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cnnlab", default=os.path.join(HERE, "../.build/release/cnnlab"))
    parser.add_argument("--torch", help="a Python that has PyTorch")
    parser.add_argument("--groups", default=",".join(GROUPS))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0, help="for a case and round")
    parser.add_argument("--cpu", action="store_true",
                        help="processor time instead of the clock's; with --threads 1, for busy machines")
    parser.add_argument("--compile", action="store_true", help="torch.compile as well (group steps)")
    parser.add_argument("--json", help="where to write all times")
    parser.add_argument("--markdown", help="where to write the tables")
    options = parser.parse_args()

    programs = {"CNNLab": ([options.cnnlab, "run"], False)}
    if options.torch:
        programs["PyTorch"] = ([options.torch], False)
        if options.compile:
            programs["compiled"] = ([options.torch], True)
    when = datetime.date.today().isoformat()
    header = f"{when}, {machine()}, {options.threads} thread{'s' * (options.threads > 1)}, "
    header += f"{'processor time' if options.cpu else 'wall clock'}, float32, {options.rounds} rounds in turn"
    print(header)
    text = [header, ""]
    results = {"date": when, "machine": machine(), "threads": options.threads, "groups": {}}
    stays = True
    for group in options.groups.split(","):
        if group == "soak":
            rows, results["groups"][group], stays = compare_soaks(programs, options)
            print("\n".join(rows), flush=True)
            text += rows + [""]
            continue
        shown = [p for p, (_, compiled) in programs.items() if group == "steps" or not compiled]
        times, answers = {}, {}
        seconds = options.seconds / 5 if group == "small" else options.seconds
        for _ in range(options.rounds):
            for program in shown:
                command, compiled = programs[program]
                for name, (answer, found) in run(
                        command, group, options, seconds, compiled).items():
                    times.setdefault(name, {}).setdefault(program, []).extend(found)
                    answers.setdefault(name, {})[program] = answer
        rows = ["| " + group + " | " + " | ".join(f"{p}, ms (best, ±)" for p in shown)
                + " | PyTorch / CNNLab |", "|---" * (len(shown) + 2) + "|"]
        for name, found in times.items():
            cells = []
            for program in shown:
                if program in found:
                    median, best, half = spread(found[program])
                    cells.append(f"{median:.4g} ({best:.4g}, ±{half:.2g})")
                else:
                    cells.append("")
            ratio = ""
            known = answers[name]
            if "PyTorch" in known and "CNNLab" in known and not agree(known["CNNLab"], known["PyTorch"]):
                ratio = f"ANSWERS DIFFER: {known['CNNLab']} {known['PyTorch']}"
            elif "PyTorch" in found and "CNNLab" in found:
                own = found["CNNLab"]
                ratio = "; ".join(
                    f"{label} {spread(found[p])[0] / spread(own)[0]:.2f} (best {min(found[p]) / min(own):.2f})"
                    for p, label in [("PyTorch", "eager"), ("compiled", "compiled")] if p in found)
            rows.append("| " + " | ".join([name] + cells + [ratio]) + " |")
        print("\n".join(rows), flush=True)
        text += rows + [""]
        results["groups"][group] = {
            name: {p: {"answer": answers[name].get(p), "times": t} for p, t in found.items()}
            for name, found in times.items()}
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=1)
    if options.markdown:
        with open(options.markdown, "w") as file:
            file.write("\n".join(text))
    if not stays:
        sys.exit(f"CNNLab's memory grew by more than {GROWTH:.0%} during the soak")


if __name__ == "__main__":
    main()
