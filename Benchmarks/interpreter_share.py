#!/usr/bin/env python3
"""What the learner's language costs in a training step of the tutorial's CNN.

usage: interpreter_share.py CNNLAB [--instructions]

Two measurements. The first times a step of the CNN at batch 64, and a step that does everything the
same but on one image of 2 x 2 with one channel and one hidden unit, so that next to nothing is computed:
it bounds from above what attribute lookups, calls into layers, argument binding and the loop cost. It holds
the fixed costs of the core as well, the tape and the optimizer's walk among them. With --instructions the second counts, under callgrind,
what the functions of the interpreter and of the binding take of a step's instructions.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import tempfile

import callgrind

PROGRAM = """
import time
import torch
import torch.nn as nn
import torch.nn.functional as F


class CNNWithBNDropout(nn.Module):
    def __init__(self):
        super(CNNWithBNDropout, self).__init__()
        self.conv1 = nn.Conv2d(1, {channels}, 3, padding=1)
        self.bn1 = nn.BatchNorm2d({channels})
        self.dropout = nn.Dropout(0.5)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear({channels} * {side} * {side}, {hidden})
        self.fc2 = nn.Linear({hidden}, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = x.view(-1, {channels} * {side} * {side})
        x = F.relu(self.fc1(x))
        x = self.dropout(x)
        x = self.fc2(x)
        return x


torch.manual_seed(0)
torch.set_num_threads({threads})
images = torch.rand({batch}, 1, 2 * {side}, 2 * {side})
labels = torch.randint(0, 10, ({batch},))
model = CNNWithBNDropout()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
times = []
for step in range({steps}):
    start = time.perf_counter()
    optimizer.zero_grad()
    loss = F.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    times.append(time.perf_counter() - start)
times = sorted(times[{steps} // 3:])
print(1000 * times[len(times) // 2], 1000 * times[0])
"""
FULL = {"channels": 32, "side": 14, "hidden": 128, "batch": 64}
TINY = {"channels": 1, "side": 1, "hidden": 1, "batch": 1}


def program(folder, name, size, steps, threads):
    path = pathlib.Path(folder) / f"{name}-{steps}.py"
    path.write_text(PROGRAM.format(steps=steps, threads=threads, **size))
    return str(path)


def time_share(cnnlab, folder, rounds=5):
    medians = {"full": [], "tiny": []}
    for _ in range(rounds):
        for name, size in (("full", FULL), ("tiny", TINY)):
            command = [cnnlab, "run", program(folder, name, size, 90, 2)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            medians[name].append(float(done.stdout.split()[0]))
    full, tiny = (statistics.median(medians[name]) for name in ("full", "tiny"))
    print(f"a step {full:.3f} ms, the same with next to nothing to compute {tiny:.3f} ms: "
          f"at most {100 * tiny / full:.2f} % of the step")


def instruction_share(cnnlab, folder):
    cnnlab = callgrind.without_debug_information(cnnlab, folder)
    few, more = 4, 8
    counts = [callgrind.by_function([cnnlab, "run", program(folder, "counted", FULL, steps, 1)],
                                    pathlib.Path(folder) / f"{steps}.out") for steps in (few, more)]
    step = {name: (counts[1][name] - counts[0][name]) / (more - few) for name in counts[1]}
    total = sum(step.values())
    groups = {
        "Interpreter": r"\$s11Interpreter",
        "TorchModules": r"\$s12TorchModules",
        "counting references, memory": r"(swift_|bool swift::|void swift::|malloc|free|_int_|cfree)",
    }
    print(f"{total / 1e6:.1f} million instructions a step")
    for title, pattern in groups.items():
        part = sum(count for name, count in step.items() if re.match(pattern, name))
        print(f"  {title:<28} {part:>10.0f}  {100 * part / total:5.2f} %")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cnnlab")
    options.add_argument("--instructions", action="store_true")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        time_share(options.cnnlab, folder)
        if options.instructions:
            instruction_share(options.cnnlab, folder)


main()
