"""Counts instructions under `valgrind --tool=callgrind`."""

import collections
import pathlib
import re
import subprocess


def without_debug_information(program, folder):
    """A copy of the program that valgrind can read: it gives up on the debug information of Swift 6."""
    copy = pathlib.Path(folder) / pathlib.Path(program).name
    subprocess.run(["objcopy", "--strip-debug", str(program), str(copy)], check=True)
    return str(copy)


def count(command, output="/dev/null"):
    """The instructions that a command takes in all."""
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", *command],
                          capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def by_function(command, output):
    """The instructions that each function takes itself, under its mangled name."""
    count(command, output)
    names, own = {}, collections.Counter()
    present, inherited = None, False
    for line in pathlib.Path(output).read_text().splitlines():
        if named := re.match(r"(c?fn)=\((\d+)\)(?: (.*))?$", line):
            if named[3]:
                names[named[2]] = named[3]
            if named[1] == "fn":
                present = named[2]
        elif line.startswith("calls="):
            inherited = True
        elif cost := re.match(r"[-+*\d]\S* (\d+)$", line):
            if inherited:
                inherited = False
            elif present:
                own[present] += int(cost[1])
    total = collections.Counter()
    for function, instructions in own.items():
        total[names[function]] += instructions
    return total
