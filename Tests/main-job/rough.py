"""The prompt under rough handling: any command anywhere, random keys, resizes, signals, a closed stdout, an
unwritable home, two programs at once. It must not hang, must leave the terminal as it found it, and lose nothing.

CNNLAB_KEYS says how many random keys are typed (default 3000), CNNLAB_SEED which ones, CNNLAB_LESSONS which lessons
are gone through command by command (default: batchnorm; "all" for all)."""

import os
import pathlib
import random
import re
import signal
import subprocess
import termios
import time

import pexpect

from lessons import LESSONS, PROMPT
from terminal import Home, Terminal

KEYS = int(os.environ.get("CNNLAB_KEYS", "3000"))
SEED = int(os.environ.get("CNNLAB_SEED", "1"))
EITHER = r"(In \[\d+\]: |Answer: |\[y/N\] )$"


def say(text):
    print("  " + text, flush=True)


def ready(terminal, seconds=60):
    """Waits for a prompt at the end of what is shown, when nothing more comes."""
    deadline = time.perf_counter() + seconds
    quiet = 0
    while time.perf_counter() < deadline:
        try:
            terminal.seen += terminal.child.read_nonblocking(65536, timeout=0.05)
            quiet = 0
        except pexpect.TIMEOUT:
            quiet += 1
        shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\x07", "", terminal.seen)
        if quiet >= 2 and re.search(r"(In \[\d+\]: |Answer: |\[y/N\] )", shown[-4000:]):
            terminal.seen = ""
            return shown
        if quiet >= 2 and "Paused after" in shown:
            # The key before met a check that trains.
            terminal.seen = ""
            terminal.send("s")
    raise AssertionError(f"no prompt within {seconds} s; the screen shows:\n{terminal.seen[-3000:]}")


def commands(program):
    chosen = os.environ.get("CNNLAB_LESSONS", "batchnorm").split()
    if chosen == ["all"]:
        chosen = sorted(path.stem for path in LESSONS.glob("*.md"))
    names = None
    count = 0
    for lesson in chosen:
        home = Home()
        terminal = Terminal(program, ["learn", lesson], home)
        ready(terminal)
        terminal.send("\x03")
        ready(terminal)
        terminal.line("%help")
        shown = ready(terminal)
        names = sorted(set(re.findall(r"^ *%(\w+)", shown, re.MULTILINE)) - {"quit", "exit", "edit"})
        assert len(names) > 25, names
        terminal.line("%contents")
        steps = len(re.findall(r"^.? +\d+  ", ready(terminal), re.MULTILINE))
        assert steps > 3, steps
        for step in range(1, steps + 1):
            for name in names:
                # A command may lead elsewhere or ask something: Ctrl-C, and back to the step.
                for text in [f"%goto {step}", f"%{name}" + {"save": " /nowhere/x", "load": " /nowhere/y",
                             "export": " /nowhere/z.md", "time": " 1", "timeit": " 1"}.get(name, "")]:
                    terminal.send("\x03")
                    ready(terminal)
                    terminal.line(text)
                    shown = ready(terminal)
                    if "[y/N]" in shown:
                        terminal.line("n")
                        ready(terminal)
                    count += 1
        terminal.send("\x03")
        ready(terminal)
        terminal.line("%quit")
        assert terminal.ends() == 0
    say(f"{count} commands on every step of {', '.join(chosen)}: each came back to the prompt")


def aborts(program):
    """Keys that abort, in bursts and in the middle of searches, macros and arguments."""
    terminal = Terminal(program, ["repl"], Home())
    ready(terminal)
    for keys in ["a\x18\x07", "\x1b5\x18\x07", "a\x1b\x07b", "\x18)\x18\x07", "\x18e\x18\x07", "\x18(\x18(\x18\x07",
                 "a\x18(bc\x18)\x18e\x18\x07\x18e\x07", "\x18e\x18)\x18e", "\x12a\x18\x07", "\x12ab\x1b\x18e", "\x1b\x02\x18\x02", "\x12a\x07b\x18\x07", "\x12ab\x1b\x07c\x18\x07"]:
        terminal.send(keys * 20)
        terminal.send("\x03")
        ready(terminal)
    terminal.line("1 + 2")
    terminal.expect(r"Out\[1\]: 3")
    terminal.kill()
    say("aborting searches, macros and arguments leaves the prompt as it was")


def keys(program):
    """Random keys, with resizes and harmless signals in between; the terminal is compared before and after."""
    source = random.Random(SEED)
    pieces = (
        [chr(c) for c in range(32, 127)] * 2 + ["\r"] * 20 + ["\t"] * 8 + ["\x7f"] * 10
        + ["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[5~", "\x1b[Z", "\x1b\r"] * 4
        + [chr(c) for c in range(1, 27) if c not in (3, 4, 13, 26, 28)] + ["\x1b" + c for c in "bfdulct.y<>_"]
        + ["\x1b[200~", "\x1b[201~", "ä", "漢", "e\u0301", "🙂", "(", "def f(x):\r", "for i in range(3):\r", "%next\r",
           "%back\r", "%hint\r", "%check\r", "%skip\r", "print(1)\r", "\x03", "\x03", "1/0\r", "x = [1,\r"])
    typed = 0
    round_ = 0
    while typed < KEYS:
        round_ += 1
        home = Home()
        lesson = source.choice(sorted(path.stem for path in LESSONS.glob("*.md")))
        # Keys that come after the program's end must not end stty.
        script = (f"trap : INT; stty -a >~/before; '{program}' learn {lesson}; s=$?; trap '' INT; echo status $s; "
                  "stty -a >~/after; echo end")
        shell = Terminal("/bin/sh", ["-c", script],
                         home, columns=source.choice([40, 60, 80, 200]), rows=source.choice([10, 24, 40]))
        shell.expect(PROMPT + "|Answer: ")
        shown = ""
        for _ in range(min(2000, KEYS - typed)):
            shell.send(source.choice(pieces))
            typed += 1
            if source.random() < 0.01:
                shell.child.setwinsize(source.randint(2, 50), source.randint(10, 220))
            if source.random() < 0.3:
                try:
                    shown = shown[-20000:] + shell.child.read_nonblocking(65536, timeout=0)
                except (pexpect.TIMEOUT, pexpect.EOF):
                    pass
            if not shell.child.isalive():
                break
        # Out of whatever was going on.
        deadline = time.perf_counter() + 120
        while not re.search(r"status (\d+)[\s\S]*end", shown) and time.perf_counter() < deadline:
            for key in ["\x1b[201~", "\x03", "\x03", "\x15", "%quit\r", "\x04"]:
                try:
                    shell.send(key)
                    time.sleep(0.05)
                    shown += shell.child.read_nonblocking(1 << 20, timeout=0.05)
                except pexpect.TIMEOUT:
                    pass
                except (pexpect.EOF, OSError):
                    break
            if not shell.child.isalive():
                try:
                    shown += shell.child.read_nonblocking(1 << 20, timeout=0.2)
                except (pexpect.TIMEOUT, pexpect.EOF):
                    pass
                break
        found = re.search(r"status (\d+)([\s\S]*)end", shown)
        assert found, f"round {round_} (seed {SEED}) did not end:\n{shown[-3000:]}"
        assert found.group(1) in ("0", "130"), f"round {round_}: status {found.group(1)}\n{shown[-3000:]}"
        # All but the first line, which has the size.
        before, after = ((pathlib.Path(home.folder) / name).read_text().split(";", 3)[3] for name in ["before", "after"])
        assert before == after, f"the terminal is left in another state:\n{before}\n{after}"
        shell.kill()
        listed = subprocess.run([program, "progress", "--json"], env=home.environment(), capture_output=True, timeout=60)
        assert listed.returncode == 0, listed
    say(f"{typed} random keys in {round_} lessons, with resizes: each ended in order, progress readable")


def signals(program):
    home = Home()
    for name, status in [("HUP", 129), ("TERM", 143)]:
        for busy in [False, True]:
            shell = Terminal("/bin/sh", ["-c", f"'{program}' repl; echo status $?; stty -a; echo end"], home)
            shell.expect(PROMPT)
            shell.line("kept = 1")
            shell.expect(PROMPT)
            if busy:
                shell.line("while True: pass")
                shell.line("")
                time.sleep(0.5)
            target = child_of(shell.child.pid)
            os.kill(target, getattr(signal, "SIG" + name))
            shell.expect(rf"status {status}")
            shell.expect(r"(?<![-\w])icanon\b[\s\S]*(?<![-\w])echo\b[\s\S]*end")
            shell.kill()
    say("HUP and TERM end it in order, at the prompt and in a running cell")

    shell = Terminal("/bin/bash", ["--norc", "-i"], home)
    shell.line(f"'{program}' repl")
    shell.expect(PROMPT)
    shell.send("1 + 2")
    time.sleep(0.3)
    shell.send("\x1a")
    shell.expect(r"Stopped")
    shell.line("stty -a; echo shown")
    shell.expect(r"(?<![-\w])icanon\b[\s\S]*shown")
    shell.line("fg")
    shell.expect(r"1 \+ 2")
    shell.send("\r")
    shell.expect(r"Out\[1\]: 3")
    shell.expect(PROMPT)
    for _ in range(8):
        shell.send("\x1a")
        shell.expect(r"Stopped")
        shell.expect(r"[#$] $")
        shell.line("fg")
        shell.expect(PROMPT)
        shell.settle()
        modes = termios.tcgetattr(shell.child.child_fd)[3]
        assert not modes & (termios.ICANON | termios.ECHO), "the shell's modes are left after fg"
    shell.line("import time; time.sleep(30)")
    time.sleep(0.5)
    shell.send("\x1a")
    shell.expect(r"Stopped")
    shell.line("fg")
    time.sleep(0.5)
    shell.send("\x03")
    shell.expect(r"KeyboardInterrupt")
    shell.expect(PROMPT)
    shell.kill()
    say("Ctrl-Z and fg keep the line and the running cell")

    done = subprocess.run(
        ["/bin/sh", "-c", f"yes 'print(1)' | '{program}' repl | head -1"], env=home.environment(),
        capture_output=True, text=True, timeout=60)
    assert done.stdout == "1\n" and "Fatal" not in done.stderr, done
    done = subprocess.run(
        ["/bin/sh", "-c", f"echo 'print(1)' | '{program}' repl >&-"], env=home.environment(), timeout=60)
    assert done.returncode in (0, 1), done
    say("a closed stdout ends it in order")


def child_of(pid):
    """The process that a shell waits for."""
    for _ in range(100):
        text = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if text:
            return int(text[0])
        time.sleep(0.02)
    raise AssertionError("the shell has no child")


def homes(program):
    home = Home()
    environment = {**home.environment(), "HOME": "/proc/nowhere"}
    terminal = Terminal.__new__(Terminal)
    terminal.seen = ""
    terminal.started = time.perf_counter()
    terminal.child = pexpect.spawn(
        program, ["learn", "batchnorm"], env=environment, dimensions=(40, 100), encoding="utf-8", timeout=60)
    terminal.expect(r"this\s+visit\s+is\s+not\s+saved")
    terminal.expect(PROMPT)
    terminal.send("\x03")
    terminal.line("6 * 7")
    terminal.expect(r"Out\[1\]: 42")
    terminal.kill()
    say("an unwritable home is said once, and the lesson goes on")

    for command in ["repl", "learn", "learn batchnorm"]:
        closed = subprocess.run(
            ["sh", "-c", f'"$0" {command} >&-', program], input="6 * 7\n", env=home.environment(),
            stderr=subprocess.PIPE, text=True, timeout=60)
        assert closed.returncode == 1, (command, closed.returncode)
        assert "cannot write the output" in closed.stderr, (command, closed.stderr)
    say("a closed standard output is said on the other channel")

    both = [Terminal(program, ["learn", "batchnorm"], home)]
    ready(both[0])
    both.append(Terminal(program, ["learn", "batchnorm"], home))
    both[1].expect(r"open\s+in\s+another\s+window")
    for turn in range(6):
        terminal = both[turn % 2]
        if turn == 1:
            ready(terminal)
        terminal.send("\x03")
        ready(terminal)
        terminal.line(f"%bookmark mark{turn}")
        ready(terminal)
    for terminal in both:
        terminal.send("\x03")
        terminal.line("%quit")
        assert terminal.ends() == 0
    last = Terminal(program, ["learn", "batchnorm"], home)
    ready(last)
    last.send("\x03")
    ready(last)
    last.line("%contents")
    for turn in range(6):
        last.expect(f'"mark{turn}": step 1')
    last.kill()
    say("two programs on the same lesson: what both did is kept")
