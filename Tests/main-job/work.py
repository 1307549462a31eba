"""Long work at the prompt: estimates, the pause, floods, coming back; and the prompt in words.

CNNLAB_TRAINING says how many seconds are trained before the program is killed and started again (default 20)."""

import os
import re
import time

from lessons import PROMPT, Walker, words
from terminal import Home, Terminal

SECONDS = int(os.environ.get("CNNLAB_TRAINING", "20"))
IMPORTS = "import torch, torch.nn as nn, torch.nn.functional as F\n"
MODEL = (
    "torch.manual_seed(0)\n"
    "model = nn.Sequential(nn.Linear(100, 300), nn.ReLU(), nn.Linear(300, 10))\n"
    "optimizer = torch.optim.Adam(model.parameters())\n"
    "x, y = torch.randn(256, 100), torch.randint(0, 10, (256,))\nprint('made')\n")
# Trains for about so many seconds, whatever the machine.
TRAINING = (
    "import time\n"
    "start = time.time()\n"
    "for epoch in range({seconds} * 10):\n"
    "    while time.time() - start < 0.1 * (epoch + 1):\n"
    "        optimizer.zero_grad()\n"
    "        loss = F.cross_entropy(model(x), y)\n"
    "        loss.backward()\n"
    "        optimizer.step()\n"
    "print('trained')\n")


def say(text):
    print("  " + text, flush=True)


def longWork(program):
    home = Home()
    walker = Walker(program, ["repl"], home)
    walker.expect(PROMPT)
    walker.cell(IMPORTS + MODEL, r"\nmade\n")
    walker.clear()
    walker.paste(TRAINING.format(seconds=12))
    walker.send("\r")
    took = walker.expect(r"This takes about (\d+) seconds\. Ctrl-C pauses it\.")
    assert 8 <= int(walker.match.group(1)) <= 20, walker.match.group(0)
    assert took < 4, took
    walker.expect(r"\d+ of 120 [^\n]*%  about \d+ seconds? left")
    say(f"12 s of training: estimated at {words_of(walker)} after {took:.1f} s")
    walker.child.sendintr()
    walker.expect(r"Paused after \d+ steps of training")
    walker.settle()
    walker.send("g")
    walker.expect(r"Going on\.")
    walker.expect(r"of 120 ")
    walker.child.sendintr()
    walker.expect(r"Paused after (\d+) steps")
    before = int(walker.match.group(1))
    walker.settle()
    walker.send("x")
    walker.child.sendintr()
    walker.expect(r"KeyboardInterrupt")
    walker.expect(r"Stopped after (\d+) steps of training\. What was learned is kept\.")
    assert int(walker.match.group(1)) == before
    walker.expect(PROMPT)
    walker.cell("print('kept', int(optimizer.state[model[0].weight]['step']))", rf"kept {before}\b")
    say("Ctrl-C pauses it, g goes on, a second Ctrl-C stops it and keeps what was learned")

    walker.cell("for i in range(5000): print('line', i)", r"line 199\n", r"… 47\d\d more lines are kept back",
                r"line 4999")
    walker.command("%more", r"line 200\n", r"… 4\d\d\d more lines\. %more goes on")
    walker.cell("'a' * 200_000", r"a{1000}", r"lines? (are|is)? ?kept back|aaaa")
    walker.command("%describe", words("No figure was drawn yet"))
    walker.cell("import matplotlib.pyplot as plt\nplt.plot([1, 2, 4])\nplt.show()\n"
                "plt.bar(['a', 'b'], [1, 2])\nplt.show()\nprint('drawn')", r"\ndrawn\n")
    walker.command("%describe 2", r"bars: a 1, b 2")
    walker.command("%describe 3", r"a number from 1 to 2")
    walker.child.sendeof()
    assert walker.ends() == 0
    say("a flood is cut and can be paged through; each figure is described")


def words_of(walker):
    return walker.match.group(0).strip()[-24:].strip()


def comingBack(program):
    home = Home()
    walker = Walker(program, ["learn", "batchnorm"], home)
    walker.expect(PROMPT)
    walker.command("%goto 2", r"2/\d+")
    walker.command("%bookmark here", words('Bookmarked as "here"'))
    walker.command("%goto 3", r"3/\d+")
    walker.cell(IMPORTS + "def double(a):\n    return 2 * a\n" + MODEL, r"\nmade\n")
    start = time.perf_counter()
    walker.cell(TRAINING.format(seconds=SECONDS), r"trained", seconds=SECONDS + 60)
    trained = time.perf_counter() - start
    look = "print('sum', model[0].weight.double().sum().item(), double(4), int(optimizer.state[model[0].weight]['step']))"
    walker.cell(look, r"sum .*\n")
    walker.clear()
    walker.line(look)
    walker.expect(r"\n(sum \S+ 8 \d+)")
    seen = walker.match.group(1)
    walker.expect(PROMPT)
    walker.child.kill(9)
    walker.ends()
    walker = Walker(program, ["learn", "batchnorm"], home)
    walker.expect(r"3/\d+")
    walker.expect(PROMPT)
    took = time.perf_counter() - walker.started
    walker.cell(look, re.escape(seen))
    # The training takes so long on any machine; were it repeated, coming back would as well.
    assert took < 0.9 * SECONDS, took
    say(f"{trained:.0f} s of training, kill -9: back after {took:.2f} s with the same weights and optimizer")
    walker.command("%goto he", r"2/\d+")
    walker.command("%contents", r'Bookmark "here": step 2')
    walker.command("%unmark here", r"is gone")
    walker.child.sendeof()
    walker.child.sendeof()
    walker.ends()

    menu = Terminal(program, [], home)
    menu.expect(words("Enter goes on with"))
    menu.expect(r"Lesson \[(\d+)\]: ")
    menu.line("never")
    menu.expect(words("is no longer suggested"))
    menu.expect(r"Enter begins with [\s\S]*Lesson \[\d+\]: ")
    menu.line("q")
    assert menu.ends() == 0
    menu = Terminal(program, [], home)
    menu.expect(r"Enter begins with [\s\S]*Lesson \[\d+\]: ")
    menu.kill()
    say("bookmarks lead back; going on can be declined for good")


def inWords(program):
    home = Home()
    terminal = Terminal(program, ["learn", "--plain", "batchnorm"], home)
    terminal.expect(r"Step 1 of \d+: ")
    terminal.expect(PROMPT)
    raw = []
    for _ in range(4):
        terminal.line("")
        terminal.expect(r"(?s).*?(In \[\d+\]: |Answer: )")
        raw.append(terminal.match.group(0))
    terminal.line("%goto 6")
    terminal.expect(r"Step 6 of")
    terminal.expect(PROMPT)
    terminal.line("def normalize(x, gamma, beta, eps=1e-5):")
    terminal.expect(r"\.\.\.: ")
    terminal.line("    return x")
    terminal.expect(r"\.\.\.: ")
    terminal.line("")
    terminal.expect(PROMPT)
    terminal.line("%check")
    terminal.expect(r"Failed: ")
    terminal.expect(PROMPT)
    terminal.line("%progress")
    terminal.expect(r"Step \d+, [\s\S]*?: 0 of \d+ points")
    terminal.expect(PROMPT)
    terminal.line("import matplotlib.pyplot as plt; plt.plot([1, 2, 4]); plt.show()")
    terminal.expect(r"Figure: [\s\S]*a line of 3 points")
    terminal.expect(PROMPT)
    shown = "".join(raw)
    drawn = set("─│═█▕▏▸✓✗┼•") & set(shown)
    assert not drawn, (drawn, shown)
    terminal.line("%quit")
    assert terminal.ends() == 0
    say("--plain walks a lesson in words, without a box, a bar or a moved cursor")


def oneKey(program):
    home = Home()
    walker = Walker(program, ["learn", "batchnorm"], home)
    walker.expect(PROMPT)
    walker.command("%goto 3", r"3/10")
    walker.command("%next")
    walker.clear()
    walker.line("%next")
    walker.expect(words("Press the letter of your answer"))
    walker.expect(r"Answer: ")
    walker.settle()
    walker.send("c")
    walker.expect(r"Right: ")
    walker.expect(PROMPT)
    say("one key answers a question")
    walker.kill()
