"""A terminal's screen in memory: what programs that move the cursor, clear and colour leave on it.

It knows what CNNLab writes and no more: text, CR, LF, backspace, CSI A-D, G, H, J, K, m, and modes, which it ignores.
"""

import re
import unicodedata

SEQUENCE = re.compile(r"\x1b\[([0-9;?]*)([a-zA-Z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>()][B0]?")


class Screen:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.lines = [[] for _ in range(rows)]
        self.row = self.column = 0
        self.style = ""

    def write(self, text):
        at = 0
        while at < len(text):
            match = SEQUENCE.match(text, at)
            if match:
                self.control(match)
                at = match.end()
                continue
            self.put(text[at])
            at += 1

    def put(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.feed()
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif unicodedata.combining(character):
            line = self.lines[self.row]
            if 0 < self.column <= len(line) and line[self.column - 1]:
                style, cell = line[self.column - 1]
                line[self.column - 1] = (style, cell + character)
        elif character >= " ":
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if self.column + width > self.columns:
                self.column = 0
                self.feed()
            line = self.lines[self.row]
            line.extend([("", " ")] * (self.column + width - len(line)))
            line[self.column] = (self.style, character)
            if width == 2:
                line[self.column + 1] = None
            self.column += width

    def feed(self):
        if self.row + 1 < self.rows:
            self.row += 1
        else:
            self.lines = self.lines[1:] + [[]]

    def control(self, match):
        parameters, letter = match.group(1), match.group(2)
        if letter is None or (parameters or "").startswith("?"):
            return
        numbers = [int(n) if n else 0 for n in parameters.split(";")]
        count = max(1, numbers[0])
        if letter == "m":
            self.style = "" if numbers[0] == 0 and len(numbers) == 1 else self.style + f"\x1b[{parameters}m"
        elif letter == "A":
            self.row = max(0, self.row - count)
        elif letter == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif letter == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif letter == "D":
            self.column = max(0, self.column - count)
        elif letter == "G":
            self.column = min(self.columns, count) - 1
        elif letter == "H":
            place = numbers + [1] * (2 - len(numbers))
            self.row = min(max(place[0], 1), self.rows) - 1
            self.column = min(max(place[1], 1), self.columns) - 1
        elif letter == "K":
            self.lines[self.row] = self.lines[self.row][:self.column]
        elif letter == "J":
            if numbers[0] == 2:
                self.lines = [[] for _ in range(self.rows)]
            else:
                self.lines[self.row] = self.lines[self.row][:self.column]
                for row in range(self.row + 1, self.rows):
                    self.lines[row] = []

    def text(self):
        """The screen's lines with the colours' sequences, as `tmux capture-pane -ep` gives them."""
        result = []
        for line in self.lines:
            text, style = "", ""
            for cell in line:
                if cell is None:
                    continue
                if cell[0] != style:
                    style = cell[0]
                    text += "\x1b[0m" + style
                text += cell[1]
            result.append(text + ("\x1b[0m" if style else ""))
        return result
