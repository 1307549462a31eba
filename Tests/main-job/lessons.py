"""The lessons as a person walks through them, at a pseudo-terminal: right, half-right and wrong answers,
leaving and coming back, in the words that the screen shows."""

import pathlib
import re
import time

from terminal import Home, Terminal

LESSONS = pathlib.Path(__file__).resolve().parent.parent.parent / "lessons"
PROMPT = r"In \[\d+\]: "


def say(text):
    print("  " + text, flush=True)


def fences(lesson, kind, exercise):
    """The fences `kind="exercise"` of a lesson: (attributes, text) each."""
    text = (LESSONS / (lesson + ".md")).read_text()
    found = re.findall(rf'^```\w+ {kind}="{exercise}"(.*)\n((?:.*\n)*?)```$', text, re.MULTILINE)
    assert found, f"{lesson} has no {kind} of {exercise}"
    return [(dict(re.findall(r'(\w+)="([^"]*)"', line)), body) for line, body in found]


def words(sentence):
    """A pattern for a sentence that may be wrapped anywhere."""
    return r"\s+".join(re.escape(word) for word in sentence.split())


class Walker(Terminal):
    """Someone in a lesson: runs the cells that wait, gives answers, and looks at what comes back."""

    def enter(self, pattern):
        """Presses Enter and waits for what should come, and for the prompt after it."""
        self.send("\r")
        self.expect(pattern)
        return self.match

    def command(self, text, *patterns):
        """Gives a lesson command in place of what waits at the prompt."""
        self.clear()
        self.line(text)
        for pattern in patterns:
            self.expect(pattern)
        self.expect(PROMPT)

    def clear(self):
        """Ctrl-C drops what stands at the prompt."""
        self.settle()
        self.send("\x03")
        self.expect(PROMPT)

    def cell(self, source, *patterns, seconds=60):
        """Runs a cell in place of the one that waits."""
        self.clear()
        self.paste(source)
        self.send("\r")
        for pattern in patterns:
            self.expect(pattern, seconds)
        self.expect(PROMPT, seconds)

    def judge(self, source, *patterns):
        """Gives an answer to the exercise and has it judged."""
        self.cell(source)
        self.command("%check", *patterns)


def batchnorm(program):
    home = Home()
    walker = Walker(program, ["learn", "batchnorm"], home)
    walker.expect(words("Enter goes on to step 2"))
    walker.expect(PROMPT)
    walker.enter(r"2/10  A mini-batch is a table[\s\S]*" + PROMPT)
    walker.enter(r"torch\.Size\(\[4, 2\]\)[\s\S]*" + PROMPT)
    walker.enter(r"3/10  The mean and the variance of each column[\s\S]*" + PROMPT)
    walker.enter(r"mean     tensor\(\[ 4\., 25\.\]\)\nvariance tensor\(\[  5\., 125\.\]\)[\s\S]*" + PROMPT)
    # A cell may be edited before it runs: Home, and something of one's own before its last line.
    walker.send("\x1b[H" + "print('edited');")
    walker.enter(r"\nover N - 1: tensor\(\[  6\.6667, 166\.6667\]\)\nedited\nover N    : ")
    walker.expect(r"Answer: ")
    say("cells run with Enter, as they stand and edited first")

    walker.line("b")
    walker.expect(words("That is a mean over the features of one example"))
    walker.expect(r"Answer: ")
    walker.line("c")
    walker.expect(r"Right: 0\.5 points")
    walker.expect(PROMPT)
    say("a question says why a wrong answer is wrong, and takes the right one for less")

    walker.enter(r"4/10  Normalizing[\s\S]*" + PROMPT)
    walker.enter(r"variance tensor\(\[1\.0000, 1\.0000\]\)[\s\S]*" + PROMPT)
    walker.enter(r"without eps: tensor\(\[nan, nan, nan\]\)[\s\S]*" + PROMPT)
    # Killed here, in the middle of the lesson, nothing is lost but what stands at the prompt.
    walker.send("torch.ones(3) * 41")
    time.sleep(0.3)
    walker.child.kill(9)
    walker.ends()
    walker = Walker(program, ["learn", "batchnorm"], home)
    walker.expect(r"4/10  Normalizing")
    walker.expect(PROMPT)
    walker.cell("print('kept', x_hat.shape, mu)", r"kept torch\.Size\(\[4, 2\]\) tensor\(\[ 4\., 25\.\]\)")
    say("after kill -9 the lesson resumes at its step, with its variables")

    walker.command("%goto 6", r"6/10  Exercise: the formula")
    walker.command("%check", words("nothing to check") + "|" + words("your answer") + "|answer")
    # A command typed behind the offered text takes its place, and so does a paste.
    walker.line("%hint")
    walker.expect(r"Hint 1 of 3")
    walker.expect(words("Four lines are enough"))
    walker.expect(PROMPT)
    walker.settle()
    walker.paste("print('instead')\nprint('of it')")
    walker.send("\r")
    walker.expect(r"\ninstead\nof it\n")
    walker.expect(PROMPT)
    walker.command("%hint", r"Hint 2 of 3")
    walker.judge("def normalize(x, gamma, beta, eps=1e-5):\n    return x.nonsense", "✗", "AttributeError")
    walker.judge("def normalize(x):\n    return x", "✗", words("cannot be called as the exercise says"))
    walker.clear()
    walker.line("%starter")
    walker.expect(PROMPT + r"def normalize\(x, gamma, beta, eps=1e-5\):")
    walker.settle()
    for attributes, source in fences("batchnorm", "mistake", "formula"):
        walker.judge(source, "✗", words(" ".join(attributes["feedback"].split()[:7])))
    say("each known mistake in the formula is rejected with the sentence that names it")
    walker.judge(fences("batchnorm", "solution", "formula")[1][1], r"✓", r"✓", r"✓")
    walker.command("%solution", r"Solution 1 of 3", words("no points are lost"))
    walker.command(
        "%progress", r"How many means does BatchNorm compute\?", r"4 of 4 points  done")

    walker.command("%goto 8", r"8/10  Training and evaluation")
    walker.enter(r"running_mean|tensor\(\[0\.\]\) tensor\(\[1\.\]\) 0\.1")
    walker.expect(r"Answer: ")
    walker.line("nonsense")
    walker.expect(r"number")
    walker.expect(r"Answer: ")
    walker.line("3.6")
    walker.expect(words("That gives the batch the weight 0.9"))
    walker.expect(words("The right answer: 0.4"))
    walker.expect(PROMPT)
    say("the running mean after one step is asked for before it is shown")

    walker.command("%goto 9", r"9/10  Exercise: BatchNorm for images, whole")
    for attributes, source in fences("batchnorm", "mistake", "whole"):
        walker.judge(source, "✗", words(" ".join(attributes["feedback"].split()[:7])))
    say("so is each in BatchNorm for images, batch statistics in evaluation included")
    walker.clear()
    walker.line("%solution")
    walker.expect(r"costs\s+the\s+\d points\s+still\s+open")
    walker.expect(r"Show it\? \[y/N\] ")
    walker.line("n")
    walker.expect(words("Not shown"))
    walker.expect(PROMPT)
    walker.command("%skip", words("Step 9 of 10 is read") + "|10/10")
    walker.command("%progress", r"step 9 .* 4 of 6 points  in part")
    walker.command("%back", r"9/10")
    walker.clear()
    walker.line("%restart")
    walker.expect(words("gives up the"))
    walker.expect(r"Begin anew\? \[y/N\] ")
    walker.line("")
    walker.expect(words("Nothing is changed"))
    walker.expect(PROMPT)
    walker.clear()
    walker.line("%solution")
    walker.expect(r"Show it\? \[y/N\] ")
    walker.line("y")
    walker.expect(r"Solution 1 of 3[\s\S]*return y, running_mean, running_var")
    walker.expect(PROMPT)
    walker.child.sendeof()
    walker.child.sendeof()
    walker.ends()
    say("%hint, %check, %solution, %skip, %back, %goto and %progress do what they say")


def placement(program):
    home = Home()
    walker = Walker(program, ["learn", "dropout-placement"], home)
    walker.expect(PROMPT)
    walker.command(
        "%goto 4", words("Set up for you: CNNWithBNDropout"),
        r"Exercise: dropout after the second fully connected layer")
    first = fences("dropout-placement", "exercise", "after-fc2")[0][1]
    walker.judge(first, "✗", "✗", "✗", words("Nothing is dropped after fc2"))
    for attributes, source in fences("dropout-placement", "mistake", "after-fc2"):
        walker.judge(source, "✗", words(" ".join(attributes["feedback"].split()[:7])))
    say("dropout before fc2, on in evaluation, on a wrong layer: each fails with its reason")
    for attributes, source in fences("dropout-placement", "solution", "after-fc2"):
        walker.command("%goto 4", r"Dropout after fc2 \(6 points\)")
        walker.judge(source, "✓", "✓", "✓")
    walker.command("%progress", r"6 of 6 points  done")
    say("the same network, written in four ways, passes")

    walker.command("%goto 7", r"Exercise: the conclusion")
    first = fences("dropout-placement", "exercise", "conclusion")[0][1]
    walker.judge(first.replace("...", "?"), "✗", words("must be one of"))
    for attributes, source in fences("dropout-placement", "mistake", "conclusion")[:2]:
        walker.judge(source, "✗", r"measured: [\s\S]*you\s+say", words(" ".join(attributes["feedback"].split()[:7])))
    walker.judge(fences("dropout-placement", "solution", "conclusion")[0][1], "✓", "✓", "✓")
    walker.command("%progress", r"3 of 3 points  done")
    walker.child.sendeof()
    walker.child.sendeof()
    walker.ends()
    say("the stated conclusion is held against intervals that the check measures itself")


def raising(program):
    """Cells that are to fail: the lesson goes on to what comes after them."""
    walker = Walker(program, ["learn", "batchnorm-training"], Home())
    walker.expect(PROMPT)
    walker.command("%goto 5", r"Batches of one and of two")
    walker.enter(r"ValueError: Expected more than 1 value per channel[\s\S]*" + words("With two examples there is no error"))
    walker.expect(r"Answer: ")
    walker.line("1/1 0")
    walker.expect(words("A number is expected, such as 0.25, 1/4 or 25%; given: 1/1 0"))
    walker.expect(r"Answer: ")
    walker.line("100%")
    walker.expect(r"Right: 2 points")
    walker.expect(PROMPT)
    # The next cell waits, not the one that was to fail.
    walker.enter(r"\[3\.0, 500\.0\] -> \[-1\.0, 1\.0\]")
    walker.expect(PROMPT)
    walker.child.kill(9)
    walker.ends()
    say("a cell that is to fail is passed, and an answer may be a fraction or a percentage")
