"""A person at a terminal: types, waits for what should appear, and says what was on the screen if not."""

import atexit
import os
import re
import shutil
import tempfile
import time

import pexpect

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>]|\r")


class Home:
    """A fresh home: settings, history and progress of nobody. It is gone when the tests end."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="cnnlab-main-job-")
        atexit.register(shutil.rmtree, self.folder, ignore_errors=True)

    def environment(self):
        kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        return {**kept, "HOME": self.folder, "TERM": "xterm", "NO_COLOR": "1", "LANG": "C.UTF-8"}


class Terminal:
    def __init__(self, program, arguments, home, columns=100, rows=40):
        self.seen = ""
        self.started = time.perf_counter()
        self.child = pexpect.spawn(
            program, arguments, env=home.environment(), dimensions=(rows, columns),
            encoding="utf-8", codec_errors="replace", timeout=60)
        self.child.delaybeforesend = 0

    def send(self, text):
        self.child.send(text)

    def line(self, text):
        """Types a line and presses Enter."""
        self.send(text + "\r")

    def paste(self, text):
        """Pastes as terminals with bracketed paste do."""
        self.send("\x1b[200~" + text + "\x1b[201~")

    def expect(self, pattern, seconds=60):
        """Waits until the pattern appears in what is shown from here on; returns the seconds it took."""
        start = time.perf_counter()
        while True:
            shown = ESCAPES.sub("", self.seen)
            match = re.search(pattern, shown)
            if match:
                self.seen = shown[match.end():]
                self.match = match
                return time.perf_counter() - start
            left = seconds - (time.perf_counter() - start)
            try:
                if left <= 0:
                    raise pexpect.TIMEOUT("")
                self.seen = shown + self.child.read_nonblocking(65536, timeout=min(left, 5))
            except pexpect.TIMEOUT:
                if time.perf_counter() - start >= seconds:
                    raise AssertionError(
                        f"{pattern!r} did not appear within {seconds} s; the screen shows:\n{shown[-3000:]}")
            except pexpect.EOF:
                raise AssertionError(f"the program ended before {pattern!r}; it showed:\n{shown[-3000:]}")

    def settle(self, quiet=0.25):
        """Waits until nothing more is written for a while, and forgets what was."""
        while True:
            try:
                self.child.read_nonblocking(65536, timeout=quiet)
            except pexpect.TIMEOUT:
                self.seen = ""
                return

    def ends(self, seconds=30):
        """Waits for the end; returns the exit status."""
        deadline = time.perf_counter() + seconds
        while self.child.isalive() and time.perf_counter() < deadline:
            try:
                self.child.read_nonblocking(65536, timeout=0.2)
            except (pexpect.TIMEOUT, pexpect.EOF):
                pass
        if self.child.isalive():
            self.child.close(force=True)
            raise AssertionError(f"the program did not end within {seconds} s")
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus

    def kill(self):
        self.child.close(force=True)
