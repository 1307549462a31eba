#!/usr/bin/env python3
"""How fast the prompt answers, at a pseudo-terminal: from the key to what it shows.

    Benchmarks/prompt.py PROGRAM [--json FILE]

Each figure is the median of several tries, in milliseconds, beside what is wanted. Needs nothing but Python.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import select
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import time

WANTED = {"first prompt": 100, "key on a 200-line cell, at its end": 16, "key on a 200-line cell, in its middle": 16,
          "completion": 30, "figure": 30}


class Prompt:
    def __init__(self, program, home, columns=100, rows=40):
        self.text = b""
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        for name in ["XDG_STATE_HOME", "NO_COLOR", "CNNLAB_PLAIN"]:
            environment.pop(name, None)
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(program, [program, "repl"], environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait(self, pattern, since=None, seconds=60):
        """Milliseconds until the pattern is shown."""
        start = since or time.perf_counter()
        while not re.search(pattern, self.text):
            left = seconds - (time.perf_counter() - start)
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                sys.exit(f"{pattern} did not appear; the screen shows:\n{self.text[-2000:].decode(errors='replace')}")
            self.text += os.read(self.terminal, 1 << 16)
        self.text = b""
        return 1000 * (time.perf_counter() - start)

    def send(self, text):
        os.write(self.terminal, text.encode())

    def quiet(self):
        """Waits until nothing more is shown."""
        while select.select([self.terminal], [], [], 0.15)[0]:
            os.read(self.terminal, 1 << 16)
        self.text = b""

    def time(self, keys, pattern):
        self.quiet()
        start = time.perf_counter()
        self.send(keys)
        return self.wait(pattern, since=start)

    def run(self, cell):
        self.quiet()
        self.send("\x1b[200~" + cell + "\x1b[201~\r")
        self.wait(rb"Out\[\d+\]")

    def close(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def measure(program, home, tries):
    found = {name: [] for name in WANTED}
    for _ in range(tries):
        prompt = Prompt(program, home)
        found["first prompt"].append(prompt.wait(rb"In \[", since=prompt.started))
        prompt.close()
    prompt = Prompt(program, home)
    prompt.wait(rb"In \[")
    prompt.run("import torch\nimport matplotlib.pyplot as plt\n1")
    cell = "\n".join(f"value_{i} = torch.rand({i + 1}, 3).sum()  # line {i}" for i in range(200))
    prompt.quiet()
    prompt.send("\x1b[200~" + cell + "\x1b[201~")
    prompt.quiet()
    for number in range(tries):
        found["key on a 200-line cell, at its end"].append(prompt.time("Z", rb"Z"))
    prompt.send("\x1b[A" * 20)
    for number in range(tries):
        found["key on a 200-line cell, in its middle"].append(prompt.time("Q", rb"Q"))
    prompt.quiet()
    prompt.send("\x03")
    for number in range(tries):
        prompt.quiet()
        prompt.send("torch.nn.functional.cross_en")
        found["completion"].append(prompt.time("\t", rb"tropy"))
        prompt.quiet()
        prompt.send("\x03")
    curve = "plt.plot([i ** 0.5 for i in range(200)], label='a'); plt.plot(range(15)); plt.title('T'); plt.show(); 7"
    for number in range(tries):
        prompt.quiet()
        prompt.send(curve)
        found["figure"].append(prompt.time("\r", rb"Out\[\d+\]"))
    prompt.close()
    return {name: statistics.median(values) for name, values in found.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--tries", type=int, default=9)
    parser.add_argument("--json")
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="cnnlab-prompt-")
    try:
        found = measure(os.path.realpath(options.program), home, options.tries)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    for name, value in found.items():
        print(f"{name:40} {value:7.1f} ms   wanted: within {WANTED[name]} ms")
    if options.json:
        with open(options.json, "w") as file:
            json.dump(found, file, indent=2)


main()
