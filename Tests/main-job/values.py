"""What the prompt shows of values, and what it does with keys that come while a cell runs."""

import pathlib
import re
import time

from lessons import PROMPT
from terminal import Home, Terminal

FIXTURE = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "display" / "display.txt"


def say(text):
    print("  " + text, flush=True)


class DumbHome(Home):
    def environment(self):
        return {**super().environment(), "TERM": "dumb"}


def values(program):
    """Values are laid out as IPython lays them out; Tests/Fixtures/display/display.py wrote what is expected."""
    setup, *cases = FIXTURE.read_text().split("#" * 20 + "\n")
    home = DumbHome()
    folder = pathlib.Path(home.folder)
    # So wide that no label has to stand above its value.
    terminal = Terminal(program, ["repl"], home, columns=2000, rows=50)
    terminal.child.setecho(False)
    terminal.expect(r"In \[1\]: ")

    def run(text, number):
        (folder / "cell.py").write_text(text)
        terminal.line(f"%load {folder}/cell.py")
        terminal.expect(rf"(?s)(.*?)In \[{number + 1}\]: ")
        return terminal.match.group(1)

    run(setup, 1)
    cut = 0
    for number, case in enumerate(cases, 2):
        source, wanted = case.split("#" * 10 + "\n")
        shown = run(source, number).partition(f"Out[{number}]: ")[2].strip("\n")
        found, expected = shown.split("\n"), wanted.strip("\n").split("\n")
        if "more lines are kept back" in shown:
            cut += 1
            found, expected = found[:190], expected[:190]
        assert found == expected, f"{source}\nexpected:\n{wanted}\nshown:\n{shown}"
    terminal.kill()
    say(f"{len(cases)} values as IPython shows them, {cut} of them in their first 190 lines")


def typedAhead(program):
    """A terminal that cannot move its cursor shows at its prompt what was typed while a cell ran."""
    terminal = Terminal(program, ["repl"], DumbHome())
    terminal.expect(r"In \[1\]: ")
    terminal.line("import time; time.sleep(2)")
    time.sleep(0.7)
    terminal.send("6 * 8\x7f7\r5 +")
    terminal.expect(r"In \[2\]: 6 \* 7\s+Out\[2\]: 42")
    terminal.expect(r"In \[3\]: 5 \+")
    terminal.line(" 4")
    terminal.expect(r"Out\[3\]: 9")
    terminal.kill()
    say("TERM=dumb: what was typed ahead is shown where it is read")

    # A notice does not stand among the lines of a table.
    terminal = Terminal(program, ["repl"], Home())
    terminal.expect(PROMPT)
    terminal.line("import time; print('head'); [(time.sleep(0.9), print('row', i))[1] for i in range(7)][0]")
    terminal.expect(r"row 6")
    terminal.expect(PROMPT)
    terminal.paste("for i in range(8):\n    time.sleep(0.9); print('row', i)\n")
    terminal.send("\r")
    terminal.expect(r"(?s)row 0(.*)row 7")
    between = terminal.match.group(1)
    assert "This takes about" not in between, between
    assert "Ctrl-C stops it" in between, between
    terminal.kill()
    say("what takes long is said in the bar where a table is being printed")
