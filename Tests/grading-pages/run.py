#!/usr/bin/env python3
"""The pages that grading makes, looked at as a browser and a screen reader do.

    Tests/grading-pages/run.py PROGRAM [--screenshots FOLDER]

A class with difficult names and hostile texts is graded; every HTML file must then be valid (html5lib's strict parser,
where it is installed, and tidy, where that is), hold nothing that loads or runs, and keep the rules that axe checks and that
can be told from the text: language, title, one main part, headings in order, tables with captions and scopes, pictures with
names, unique ids, colours with contrast, in the light and in the dark. With --screenshots, headless Chromium takes a picture of each kind of
page in both, and of how it prints.
"""

import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LESSON = ROOT / "Tests" / "Fixtures" / "attacks" / "lesson.md"
VOID = {"meta", "br", "hr", "img", "link", "input", "rect", "path", "line", "circle"}

HOSTILE = '</pre><script>alert(1)</script><img src=x onerror=alert(2)>&amp;" \' \u202e \u0007'
CLASS = {
    "ann": '# %% exercise="mean"\ndef mean(x):\n    return x.sum() / len(x)\n',
    "ben": '# %% exercise="mean"\ndef mean(x):\n    return x.sum()\n# %% exercise="drop"\ndef drop(x, p):\n    return x\n',
    "cleo": '# %% exercise="mean"\nwhile True:\n    pass\n',
    "finn": '# %% exercise="mean"\nimport matplotlib.pyplot as plt\n'
            f'plt.plot([1, 3, 2])\nplt.title({HOSTILE!r})\nplt.show()\n'
            'def mean(values):\n    return 0\n',
    "dora": f'# %% exercise="mean"\nraise ValueError({HOSTILE!r})\n',
    "emil": '# %% exercise="mean"\ndef mean(x)\n    return x\n# %% [markdown] answer="axis"\n# 2\n',
    "fay": "# %% exercise=\"mean\"\ndef mean(x):\n    return 'x' * 100000\n"}
ROSTER = (
    'id,name,email\nann,"O\'Neill, Ann <b>&amp;",a@x\nben,=cmd(),b@x\n'
    'cleo,"' + "Wolfeschlegelsteinhausenbergerdorff " * 4 + '",c@x\ndora,\u05d3\u05d5\u05e8\u05d4,d@x\n'
    "emil,Zo\u00eb,e@x\nfay,,f@x\ngus,Nothing Handed In,g@x\n")


class Page(html.parser.HTMLParser):
    """A page's elements in order, with their attributes and text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.wrong = [], [], []
        self.feed(text)
        self.close()
        self.wrong += [f"<{element['tag']}> stays open" for element in self.open]

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "attributes": dict(attributes), "text": "", "within": [e["tag"] for e in self.open]}
        if len(dict(attributes)) != len(attributes):
            self.wrong.append(f"<{tag}> has an attribute twice")
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1]["tag"] != tag:
            self.wrong.append(f"</{tag}> closes nothing")
        else:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [element for element in self.elements if element["tag"] in tags]


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    light, dark = sorted([luminance(first), luminance(second)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(style):
    """Colours of text, and the background, of a part of a style sheet."""
    background = re.search(r"body \{[^}]*background: (#\w+)", style).group(1)
    return background, re.findall(r"([^{}]+)\{[^}]*?(?<![-\w])color: (#\w+)", style)


def rules(text):
    """What breaks a rule on a page."""
    page = Page(text)
    wrong = list(page.wrong)

    def must(condition, what):
        if not condition:
            wrong.append(what)

    must(text.startswith("<!DOCTYPE html>\n"), "no doctype")
    must(page.all("html")[0]["attributes"].get("lang"), "no language")
    titles = page.all("title")
    must(titles and titles[0]["text"].strip() and "head" in titles[0]["within"], "no title")
    must(len(page.all("main")) == 1 and len(page.all("h1")) == 1, "not one main part with one h1")
    must(any(m["attributes"].get("name") == "viewport" and "maximum-scale" not in m["attributes"]["content"]
             and "user-scalable" not in m["attributes"]["content"] for m in page.all("meta")), "cannot be zoomed")
    level = 0
    for heading in page.all("h1", "h2", "h3", "h4"):
        must(int(heading["tag"][1]) <= level + 1, f"a heading skips a level: {heading['text']!r}")
        must(heading["text"].strip(), "an empty heading")
        level = int(heading["tag"][1])
    must(len(page.all("caption")) == len(page.all("table")), "a table without a caption")
    for cell in page.all("th"):
        must(cell["attributes"].get("scope") in ("col", "row"), f"a th without scope: {cell['text']!r}")
        must(cell["text"].strip(), "an empty th")
    for picture in page.all("svg", "img"):
        named = picture["attributes"].get("aria-label") or picture["attributes"].get("alt")
        must(named and (picture["tag"] == "img" or picture["attributes"].get("role") == "img"), "a picture without a name")
    ids = [element["attributes"]["id"] for element in page.elements if "id" in element["attributes"]]
    must(len(ids) == len(set(ids)), "an id twice")
    must(not page.all("script", "iframe", "object", "embed", "link", "base", "form", "video", "audio"),
         "something that loads or runs")
    for element in page.elements:
        for name, value in element["attributes"].items():
            # A picture that the page has in itself: in an img, nothing in it runs or loads.
            if (element["tag"], name) == ("img", "src") and re.fullmatch(r"data:image/svg\+xml;base64,[\w+/=]+", value):
                continue
            must(not name.startswith("on") and name not in ("src", "href", "style", "srcdoc", "action"),
                 f"an attribute that loads or runs: {name}")
            must(not (name == "tabindex" and int(value) > 0), "a tabindex above 0")
    policy = [m["attributes"]["content"] for m in page.all("meta") if "http-equiv" in m["attributes"]]
    must(any("default-src 'none'" in p for p in policy), "no policy against scripts")
    style = page.all("style")[0]["text"]
    must(not re.search(r"url\(|@import|expression", style), "a style that loads")
    dark = re.search(r"@media \(prefers-color-scheme: dark\) \{(.*?)\n\}", style, re.S).group(1)
    light = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^}]*\})*[^{}]*\}", "", style)
    for part, name in [(light, "light"), (dark, "dark")]:
        background, found = colours(part)
        must(len(found) >= 5, f"the colours of the {name} page are not found")
        for selector, colour in found:
            ratio = contrast(colour, background)
            must(ratio >= 4.5, f"{selector.strip()} has a contrast of {ratio:.2f} on the {name} page")
        for fill in set(re.findall(r'(?:fill|stroke)="(#\w+)"', text)):
            ratio = contrast(fill, background)
            must(ratio >= 3, f"a bar of {fill} has a contrast of {ratio:.2f} on the {name} page")
    for mark in page.all("span"):
        must(re.search(r"\w{3}", mark["text"]), "a mark that is colour or sign alone")
    return wrong


def validated(text, path):
    """What html5lib and tidy say of a page."""
    wrong = []
    try:
        import html5lib
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        wrong += [f"html5lib: {code} at {place}" for place, code, _ in parser.errors]
    except ImportError:
        pass
    if shutil.which("tidy"):
        done = subprocess.run(["tidy", "-q", "-e", "-utf8", str(path)], capture_output=True, text=True)
        wrong += ["tidy: " + line for line in done.stderr.splitlines() if "Error" in line or "Warning" in line]
    return wrong


def pictures(pages, folder):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        sys.exit("--screenshots needs Chromium")
    folder.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(pages):
        # A profile of its own, so that no instance waits for another.
        plain = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 f"--user-data-dir={path.parent / f'profile{number}'}"]
        address = path.resolve().as_uri()
        for name, more in [
                ("light", ["--window-size=900,1400"]), ("phone", ["--window-size=500,1400"]),
                ("dark", ["--window-size=900,1400", "--blink-settings=preferredColorScheme=0"])]:
            target = folder / f"{path.stem}-{name}.png"
            subprocess.run([*plain, *more, f"--screenshot={target}", address], capture_output=True, timeout=300)
        subprocess.run([*plain, f"--print-to-pdf={folder / (path.stem + '.pdf')}", address], capture_output=True, timeout=300)
    print(f"pictures: {len(list(folder.glob('*.png')))} and {len(list(folder.glob('*.pdf')))} prints in {folder}")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    shots = pathlib.Path(sys.argv[sys.argv.index("--screenshots") + 1]) if "--screenshots" in sys.argv else None
    start = time.monotonic()
    wrong, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        for student, text in CLASS.items():
            (folder / "in" / f"{student}.py").write_text(text, encoding="utf-8")
        (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
        out = folder / "out"
        done = subprocess.run(
            [program, "grade", str(LESSON), str(folder / "in"), "--roster", str(folder / "roster.csv"), "--output", str(out),
             "--due", "2020-01-01", "--at-least", "50", "--json"], capture_output=True, timeout=300)
        assert done.returncode in (1, 4), done.stderr[-2000:]
        assert len(json.loads(done.stdout)) == len(CLASS)
        for words in [["comment", "--student", "ben", "--text", f"Well argued.\n{HOSTILE}"],
                      ["set", "--student", "cleo", "--item", "mean", "--points", "1.5"]]:
            subprocess.run([program, "gradebook", words[0], str(out), *words[1:]], check=True, capture_output=True)
        subprocess.run([program, "gradebook", "export", str(out), "--output", str(out)], check=True, capture_output=True)
        pages = sorted(out.rglob("*.html"))
        if len(pages) != len(CLASS) + 2:
            wrong.append(f"{len(pages)} pages: {[page.name for page in pages]}")
        for path in pages:
            text = path.read_text(encoding="utf-8")
            count += 1
            wrong += [f"{path.name}: {line}" for line in rules(text) + validated(text, path)]
        if shots:
            pictures([out / "class.html", *sorted((out / "feedback").glob("*.html"))[:4]], shots)
    for line in wrong:
        print("  " + line)
    print(f"grading pages: {count} looked at, {len(wrong)} wrong, {time.monotonic() - start:.1f} s")
    sys.exit(1 if wrong else 0)


main()
