import Glibc
import Testing

private let network = """
    import math

    class Network:
        def __init__(self):
            self.width = 32
            self.layers = [
                1,
                2,
            ]

        def forward(self, x):
            for layer in self.layers:
                x = x + layer
            return x
    """

/// The prompt at a pseudo-terminal. The program must have been built, as `make test` does.
@Suite("Prompt at a terminal", .enabled(if: PseudoTerminal.program != nil), .serialized)
struct PromptTests {
    private let folder = StateFolder()

    private func start(
        _ arguments: [String] = ["repl"], columns: UInt16 = 80, rows: UInt16 = 24
    ) throws -> PseudoTerminal {
        let terminal = try #require(
            PseudoTerminal(arguments, columns: columns, rows: rows, state: folder.path))
        try #require(terminal.wait(for: "In [1]: ") != nil, "no prompt")
        return terminal
    }

    /// Checks that the class is there and whole.
    private func expectNetwork(_ terminal: PseudoTerminal) {
        terminal.type("Network().forward(100), 'whole'\r")
        #expect(terminal.wait(for: "(103, 'whole')") != nil)
    }

    @Test("a value is labelled, an error is a traceback with the cell's line")
    func basics() throws {
        let terminal = try start()
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "Out[1]: 42") != nil)
        terminal.type("1 / 0\r")
        #expect(terminal.wait(for: "File \"<cell 2>\", line 1") != nil)
        #expect(terminal.wait(for: "ZeroDivisionError: division by zero") != nil)
        terminal.type("_ + 1;\r")
        #expect(terminal.wait(for: "In [4]: ") != nil)
    }

    @Test("a command that takes nothing refuses what stands behind it")
    func surplusArguments() throws {
        let terminal = try start()
        terminal.type("kept = 5\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("%reset x\r")
        #expect(terminal.wait(for: "%reset takes nothing behind it, but x was given") != nil)
        terminal.type("%quit now\r")
        #expect(terminal.wait(for: "%quit takes nothing behind it") != nil)
        terminal.type("kept + 1\r")
        #expect(terminal.wait(for: "Out[2]: 6") != nil)
    }

    @Test("a file that is there is written over only after a yes")
    func writingOver() throws {
        let terminal = try start()
        let path = folder.path + "/kept.py"
        #expect(fclose(fopen(path, "w")) == 0)
        terminal.type("1 + 1\r")
        #expect(terminal.wait(for: "Out[1]: 2") != nil)
        terminal.type("%save \(path)\r")
        #expect(terminal.wait(for: "is there already. Write over it? [y/N] ") != nil)
        terminal.type("\r")
        #expect(terminal.wait(for: "Nothing is written.") != nil)
        terminal.type("%save \(path)\r")
        #expect(terminal.wait(for: "[y/N] ") != nil)
        terminal.type("y\r")
        #expect(terminal.wait(for: "1 cell written to") != nil)
        terminal.type("%save \(path)\r")
        #expect(terminal.wait(for: "1 cell written to") != nil)
        terminal.type("%save \(folder.path)\r")
        #expect(terminal.wait(for: "it is a folder") != nil)
    }

    @Test("a command typed below a cell runs, and Up brings the cell back")
    func commandBelowCell() throws {
        let terminal = try start()
        terminal.type("def f(x):\r%vars\r")
        #expect(terminal.wait(for: "A command stands alone") != nil)
        #expect(terminal.wait(for: "In [1]: ") != nil)
        terminal.type("\u{1B}[A")
        #expect(terminal.wait(for: "def f(x):") != nil)
        terminal.type("\r    return 20 * x\r\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("f(2) + 2\r")
        #expect(terminal.wait(for: "Out[2]: 42") != nil)
    }

    @Test("what is wrapped in the menu stays under its lesson", arguments: [40, 80] as [UInt16])
    func menu(columns: UInt16) throws {
        let terminal = try #require(
            PseudoTerminal(["learn"], columns: columns, rows: 60, state: folder.path))
        let screen = try #require(terminal.wait(for: "Lesson [1]: "))
        let facts = screen.split(whereSeparator: \.isNewline).filter { $0.contains(" and ") }
        #expect(facts.count >= 4)
        for line in facts {
            #expect(
                line.drop { $0 == "\u{1B}" || $0 == "[" || $0 == "m" || $0.isNumber || $0 == ";" }
                    .hasPrefix("  "))
        }
    }

    @Test(
        "a lesson is chosen by its name, which Tab completes; steps that are not there change nothing"
    )
    func lessonName() throws {
        let terminal = try #require(PseudoTerminal(["learn"], rows: 60, state: folder.path))
        try #require(terminal.wait(for: "Lesson [1]: ") != nil)
        terminal.type("\(Int.min)\r")
        try #require(terminal.wait(for: "Lesson [1]: ") != nil)
        terminal.type("batchnorm-\t\r")
        #expect(terminal.wait(for: "Training with BatchNorm\r\n═") != nil)
        try #require(terminal.wait(for: "In [1]: ") != nil)
        for command in ["goto", "describe", "edit", "history"] {
            terminal.type("%\(command) \(Int.min)\r")
            terminal.drain(milliseconds: 100)
        }
        terminal.type("%goto 99\r")
        let answer = try #require(terminal.wait(for: "There is no step 99"))
        #expect(!answer.contains("Set up"))
    }

    @Test("where a cell was passed over that makes a name, that is said")
    func passedOver() throws {
        let terminal = try #require(
            PseudoTerminal(["learn", "batchnorm"], rows: 60, state: folder.path))
        try #require(terminal.wait(for: "In [1]: ") != nil)
        for _ in 0..<3 {
            terminal.type("%next\r")
            terminal.settle(milliseconds: 300)
        }
        terminal.type("\r")
        #expect(terminal.wait(for: "A cell of step 2 makes x") != nil)
    }

    @Test("commands say what is wrong with what follows them")
    func wrongArguments() throws {
        let terminal = try start()
        for (line, answer) in [
            ("%history abc", "Usage: %history N"), ("%history -3", "Usage: %history N"),
            ("%time?", "%time CODE: run code"), ("?%nope", "There is no command %nope"),
            ("%matplotlib inline", "Figures are drawn as text"), ("%run x.py", "%load FILE"),
            ("%who", "No names yet"),
            ("%export /usr/sh\ta\t", "Usage: %export"),
        ] {
            terminal.type(line + "\r")
            #expect(terminal.wait(for: answer) != nil, "\(line)")
            terminal.drain(milliseconds: 50)
        }
        terminal.type("x = 1; y = 'a'\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("%who str\r")
        #expect(terminal.wait(for: "y\r\n") != nil)
        terminal.type("%vars set\r")
        #expect(terminal.wait(for: "No name is of the type set. There are: int, str.") != nil)
    }

    @Test("Ctrl-S searches, and does not stop the terminal")
    func searchForwards() throws {
        let terminal = try start()
        terminal.type("\u{13}")
        terminal.drain(milliseconds: 200)
        terminal.type("\u{3}")
        terminal.drain(milliseconds: 200)
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "Out[1]: 42") != nil)
    }

    @Test(
        "characters of any script can be typed, whatever the locale",
        arguments: ["C", "POSIX", "xx_XX.UTF-8", "en_US.ISO-8859-1"])
    func otherLocales(locale: String) throws {
        let terminal = try #require(PseudoTerminal(["repl"], state: folder.path, locale: locale))
        try #require(terminal.wait(for: "In [1]: ") != nil)
        terminal.type("len('é漢🙂')\u{1B}[D\u{1B}[D\u{7F}é\r")
        #expect(terminal.wait(for: "len('é漢é')") != nil)
        #expect(terminal.wait(for: "Out[1]: 3") != nil)
        // Each character takes the columns that terminals give it.
        terminal.type("'漢'\u{1B}[D")
        #expect(terminal.wait(for: "\r\u{1B}[11C") != nil)
    }

    @Test("a marked paste of a class runs as one cell")
    func bracketedPaste() throws {
        let terminal = try start()
        terminal.type("\u{1B}[200~" + network + "\n\u{1B}[201~")
        terminal.type("\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        expectNetwork(terminal)
    }

    @Test("Ctrl-C gets through while the end of a torn paste is waited for")
    func tornPaste() throws {
        let terminal = try start()
        terminal.type("\u{1B}[200~while Tr")
        terminal.drain(milliseconds: 200)
        terminal.type("\u{3}")
        terminal.drain(milliseconds: 200)
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "Out[1]: 42") != nil)
    }

    @Test("the same class pasted without marks arrives whole", arguments: ["\r", "\n"])
    func plainPaste(lineEnd: String) throws {
        let terminal = try start()
        terminal.type(network.replacing("\n", with: lineEnd) + lineEnd)
        terminal.drain(milliseconds: 300)
        terminal.type("\r")
        terminal.drain(milliseconds: 300)
        expectNetwork(terminal)
    }

    @Test("the same class typed line by line with its indentation arrives whole")
    func typedLines() throws {
        let terminal = try start()
        for line in network.split(separator: "\n", omittingEmptySubsequences: false) {
            terminal.type(line + "\r")
            terminal.settle()
        }
        terminal.type("\r")
        terminal.settle()
        terminal.type("\r")
        terminal.settle()
        expectNetwork(terminal)
    }

    @Test("Ctrl-U and Backspace know the lines of a cell")
    func erasing() throws {
        let terminal = try start()
        terminal.type("\u{1B}[200~a = 1\nb = 2\n0 / 0\u{1B}[201~\u{15}a + b\r")
        #expect(terminal.wait(for: "Out[1]: 3") != nil)
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.typeSlowly("if a:\rif b:\rc = 1\r\u{7F}c = 7\r\r\r", pause: 60_000)
        terminal.type("c\r")
        #expect(terminal.wait(for: ": 7") != nil)
    }

    @Test("typed by a person, the prompt indents")
    func autoIndent() throws {
        let terminal = try start()
        terminal.typeSlowly("def f(n):\rif n:\rreturn 'yes'\relse:\rreturn 'no'\r\r\r")
        terminal.drain(milliseconds: 200)
        terminal.type("f(0), f(1)\r")
        #expect(terminal.wait(for: "('no', 'yes')") != nil)
    }

    @Test("history survives, a cell of several lines as one entry")
    func history() throws {
        let first = try start()
        first.type("\u{1B}[200~for i in range(2):\n    print('kept', i)\u{1B}[201~\r")
        #expect(first.wait(for: "kept 1") != nil)
        first.wait(for: "In [2]: ")
        kill(first.process, SIGKILL)
        #expect(first.exitStatus() == 128 + SIGKILL)
        let second = try start()
        second.type("\u{1B}[A")
        second.drain(milliseconds: 150)
        second.type("\r")
        #expect(second.wait(for: "kept 0\r\nkept 1") != nil)
    }

    @Test(
        "changed cells of the history keep their changes, and a search from one of them loses nothing"
    )
    func changedHistory() throws {
        let terminal = try start()
        for (number, cell) in ["one = 1", "two = 2", "three = 3"].enumerated() {
            terminal.type(cell + "\r")
            #expect(terminal.wait(for: "In [\(number + 2)]: ") != nil)
        }
        let (up, down, back) = ("\u{1B}[A", "\u{1B}[B", "\u{7F}")
        // Keys are typed only when the prompt waits: before that the terminal itself may take some of them.
        // Change the newest, look at the one before and at the new cell, come back.
        terminal.type("new\u{1}" + up + back + "4" + up + down + down + "\u{1}" + up + "0\rthree\r")
        #expect(terminal.wait(for: "Out[5]: 40") != nil)
        #expect(terminal.wait(for: "In [6]: ") != nil)
        // Search from a changed cell, go back to it, end the line.
        terminal.type("t\u{1}" + up + back + "\u{1}tw\u{1B}[5~\u{1B}[5~" + up + up + down + down)
        terminal.type("\u{3}")
        terminal.settle(milliseconds: 300)
        terminal.type("two\r")
        #expect(terminal.wait(for: "Out[6]: 2") != nil)
        #expect(terminal.wait(for: "In [7]: ") != nil)
        // Undo takes back what Up brought.
        terminal.type("7 * 6\u{1}" + up + "\u{1F}\r")
        #expect(terminal.wait(for: "Out[7]: 42") != nil)
        #expect(terminal.wait(for: "In [8]: ") != nil)
        // A cell that was searched for is changed and run; the one it came from stays as it was.
        terminal.type("\u{12}one\u{5}1\rone\r")
        #expect(terminal.wait(for: "Out[9]: 11") != nil)
        #expect(terminal.wait(for: "In [10]: ") != nil)
        // Ctrl-O runs a cell and offers the one that came after it.
        terminal.type("\u{12}two = \u{F}")
        #expect(terminal.wait(for: "three = 3") != nil)
        terminal.type("\r")
        #expect(terminal.wait(for: "In [12]: ") != nil)
    }

    @Test("Up and Down behind a few letters bring the cells that begin with them")
    func prefixSearch() throws {
        let terminal = try start()
        let cells = ["one = 1", "two = 2", "one + 10", "two + 20", "def f():\n    return two"]
        for (number, cell) in cells.enumerated() {
            terminal.type("\u{1B}[200~" + cell + "\u{1B}[201~\r")
            #expect(terminal.wait(for: "In [\(number + 2)]: ") != nil)
        }
        let (up, down) = ("\u{1B}[A", "\u{1B}OB")
        // The cursor is behind what was found: more can be added.
        terminal.type("one" + up + " + 5\r")
        #expect(terminal.wait(for: "Out[6]: 16") != nil)
        #expect(terminal.wait(for: "In [7]: ") != nil)
        // Farther up, back, and again to what was typed, which was kept.
        terminal.type("tw" + up + up + down + "0\r")
        #expect(terminal.wait(for: "Out[7]: 202") != nil)
        #expect(terminal.wait(for: "In [8]: ") != nil)
        terminal.type("tw" + up + up + up + down + down + down + "o * 100\r")
        #expect(terminal.wait(for: "Out[8]: 200") != nil)
        #expect(terminal.wait(for: "In [9]: ") != nil)
        // Nothing begins so: the cell stays.
        terminal.type("7 * 6" + up + down + "\r")
        #expect(terminal.wait(for: "Out[9]: 42") != nil)
        #expect(terminal.wait(for: "In [10]: ") != nil)
        // Only what stands before the cursor counts, and Ctrl-P goes through all cells.
        terminal.type("twice\u{1B}[D\u{1B}[D\u{1B}[D" + up + "\r")
        #expect(terminal.wait(for: "Out[10]: 200") != nil)
        #expect(terminal.wait(for: "In [11]: ") != nil)
        terminal.type("on\u{10}\u{10}\r")
        #expect(terminal.wait(for: "Out[11]: 42") != nil)
        #expect(terminal.wait(for: "In [12]: ") != nil)
        // In a cell of several lines that was found Up goes through the lines first.
        terminal.type("def" + up + up + "\u{5}  # no more" + down + " + 1\r")
        #expect(terminal.wait(for: "In [13]: ") != nil)
        terminal.type("f()\r")
        #expect(terminal.wait(for: "Out[13]: 3") != nil)
    }

    /// Writes the settings of readline that the program will read.
    private func settings(_ text: String) {
        let file = open(folder.path + "/.inputrc", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let text = Array(text.utf8)
        #expect(text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == text.count)
        close(file)
    }

    @Test("what ~/.inputrc says of Up holds")
    func ownBindingOfUp() throws {
        settings("\"\\e[A\": previous-history\n")
        let terminal = try start()
        terminal.type("one = 1\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "In [3]: ") != nil)
        terminal.type("one\u{1B}[A\r")
        #expect(terminal.wait(for: "Out[3]: 42") != nil)
    }

    @Test("in vi mode arrows are arrows, and Escape by itself leads to commands")
    func viMode() throws {
        settings("set editing-mode vi\n")
        let terminal = try start()
        terminal.type("one = 1\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "In [3]: ") != nil)
        terminal.type("\u{1B}[A\r")
        #expect(terminal.wait(for: "Out[3]: 42") != nil)
        #expect(terminal.wait(for: "In [4]: ") != nil)
        terminal.type("12\u{1B}[D3\r")
        #expect(terminal.wait(for: "Out[4]: 132") != nil)
        #expect(terminal.wait(for: "In [5]: ") != nil)
        terminal.type("one\u{1B}[A0\rone\r")
        #expect(terminal.wait(for: "Out[6]: 10") != nil)
        #expect(terminal.wait(for: "In [7]: ") != nil)
        terminal.type("one + 5\u{1B}")
        terminal.settle(milliseconds: 800)
        terminal.type("xa9\r")
        #expect(terminal.wait(for: "Out[7]: 19") != nil)
    }

    @Test("keys that are given up within a macro leave the prompt as it was")
    func abortedMacro() throws {
        let terminal = try start()
        for keys in [
            "\u{18}(ab\u{18})\u{18}e\u{18}\u{7}", "\u{12}ab\u{1B}\u{18}e", "\u{18}e\u{18})",
        ] {
            for _ in 0..<5 { terminal.type(keys) }
            terminal.type("\u{3}")
            terminal.settle(milliseconds: 300)
        }
        terminal.type("6 * 7\r")
        #expect(terminal.wait(for: "Out[1]: 42") != nil)
    }

    @Test("Tab completes names, attributes and commands")
    func completion() throws {
        let terminal = try start()
        terminal.type("import math\r")
        terminal.wait(for: "In [2]: ")
        terminal.type("math.sqr\t")
        terminal.drain(milliseconds: 150)
        terminal.type("(16)\r")
        #expect(terminal.wait(for: "Out[2]: 4.0") != nil)
        terminal.type("LongName = 3\rlongn\t + 1\r")
        #expect(terminal.wait(for: ": 4") != nil)
        terminal.type("%hist\t\r")
        #expect(terminal.wait(for: "math.sqrt(16)") != nil)
    }

    @Test("a progress bar that the terminal has folded leaves nothing behind")
    func foldedBar() throws {
        let terminal = try start()
        terminal.type("for i in range(10**9): pass\r\r")
        #expect(terminal.wait(for: "0%") != nil)
        terminal.resize(columns: 20, rows: 24)
        let next = try #require(terminal.wait(for: "%"))
        #expect(next.contains("A\r\u{1B}[J"))
        terminal.type("\u{3}")
        #expect(terminal.wait(for: "KeyboardInterrupt") != nil)
    }

    @Test("the terminal may change its size at any time")
    func resize() throws {
        let terminal = try start()
        let line = "'" + String(repeating: "abcdefghij", count: 12) + "'"
        terminal.type(line)
        for (columns, rows) in [(30, 10), (200, 50), (12, 4), (60, 24)] as [(UInt16, UInt16)] {
            terminal.resize(columns: columns, rows: rows)
            terminal.drain(milliseconds: 60)
        }
        terminal.type(".count('j')\r")
        #expect(terminal.wait(for: "Out[1]: 12") != nil)
    }

    @Test("a signal to end leaves the terminal as it was", arguments: [SIGTERM, SIGHUP])
    func signals(number: Int32) throws {
        let terminal = try start()
        terminal.type("x = 1")
        terminal.drain(milliseconds: 100)
        kill(terminal.process, number)
        #expect(terminal.exitStatus() == 128 + number)
        #expect(terminal.isCooked)
    }

    @Test("Ctrl-C stops a running cell and nothing else")
    func interrupt() throws {
        let terminal = try start()
        terminal.type("kept = 41\r")
        #expect(terminal.wait(for: "In [2]: ") != nil)
        terminal.type("\u{1B}[200~print('run' + 'ning')\nwhile True: pass\u{1B}[201~\r")
        #expect(terminal.wait(for: "running") != nil)
        terminal.type("\u{3}")
        #expect(terminal.wait(for: "KeyboardInterrupt") != nil)
        #expect(terminal.wait(for: "In [3]: ") != nil)
        terminal.type("kept + 1\r")
        #expect(terminal.wait(for: "Out[3]: 42") != nil)
    }

    @Test("Ctrl-C at the prompt drops what stands there")
    func dropLine() throws {
        let terminal = try start()
        terminal.type("dropped = 1")
        #expect(terminal.wait(for: "dropped = 1") != nil)
        terminal.drain(milliseconds: 150)
        terminal.type("\u{3}")
        #expect(terminal.wait(for: "In [1]: ") != nil)
        terminal.type("dropped\r")
        #expect(terminal.wait(for: "NameError: name 'dropped' is not defined") != nil)
    }

    @Test("Ctrl-C and keys that come at once are taken in their order")
    func interruptAmongKeys() throws {
        let terminal = try start()
        terminal.type("dropped = 1\u{3}x = 5\rx + 1\r")
        #expect(terminal.wait(for: "Out[2]: 6") != nil)
        // Until the prompt is there Ctrl-C is a signal, which may come before what was typed with it or after.
        #expect(terminal.wait(for: "In [3]: ") != nil)
        terminal.type("while True: pass\r\r\u{3}y = 3\r")
        terminal.type("y * 2\r")
        #expect(terminal.wait(for: ": 6") != nil, "\(terminal.tail.debugDescription)")
        terminal.type("dropped\r")
        #expect(terminal.wait(for: "NameError: name 'dropped' is not defined") != nil)
    }

    @Test("Ctrl-C stops the cell however soon it follows Enter", .timeLimit(.minutes(2)))
    func interruptAfterEnter() throws {
        let terminal = try start()
        for round in 0..<40 {
            terminal.type("while True: pass\r\r")
            usleep(UInt32(round * 150))
            terminal.type("\u{3}'round' + ' \(round)'\r")
            try #require(
                terminal.wait(for: "'round \(round)'") != nil,
                "\(terminal.tail.debugDescription)")
            try #require(terminal.wait(for: "]: ") != nil)
        }
    }

    @Test("Ctrl-C drops what was typed ahead of it, read already or not")
    func typedAheadOfInterrupt() throws {
        let terminal = try start()
        terminal.type("import time\r")
        try #require(terminal.wait(for: "In [2]: ") != nil)
        // At once: the editor reads what is behind the Enter with it.
        terminal.type("time.sleep(60)\r'gone' + ' by'\r'a line' + ' begun'")
        try #require(terminal.wait(for: "time.sleep(60)") != nil)
        usleep(300_000)
        terminal.type("\u{3}")
        try #require(terminal.wait(for: "KeyboardInterrupt") != nil)
        terminal.type("'still ' + 'here'\r")
        let screen = terminal.wait(for: "'still here'")
        #expect(screen != nil, "\(terminal.tail.debugDescription)")
        #expect(screen?.contains("gone") == false)
        #expect(screen?.contains("begun") == false)
    }

    @Test("keys at random neither end nor hang it")
    func randomKeys() throws {
        let terminal = try start()
        let seed = RandomKeys.seed
        var generator = RandomKeys(state: seed)
        let keys: [String] = [
            "a", "(", ")", "'", "\t", "\r", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D",
            "\u{7F}", "\u{1}",
            "\u{5}", "\u{B}", "\u{15}", "\u{17}", "\u{19}", "\u{C}", " ", ":", "é", "日", "\u{1B}\r",
            "\u{1F}",
            "\u{12}", "\u{7}", "x=1", "def f():", "%", "?",
        ]
        for _ in 0..<1500 {
            terminal.type(keys.randomElement(using: &generator) ?? "a")
            if Bool.random(using: &generator) { terminal.drain(milliseconds: 0) }
        }
        terminal.drain(milliseconds: 300)
        for _ in 0..<3 {
            terminal.type("\u{7}\u{3}")
            terminal.drain(milliseconds: 150)
        }
        terminal.type("\u{15}'still ' + 'here'\r")
        #expect(
            terminal.wait(for: "'still here'") != nil,
            "CNNLAB_SEED=\(seed) ends with \(terminal.tail.debugDescription)")
    }
}

/// A stream of numbers that a test's message can name: SplitMix64.
private struct RandomKeys: RandomNumberGenerator {
    var state: UInt64

    /// `CNNLAB_SEED`, or another one in every run.
    static var seed: UInt64 {
        getenv("CNNLAB_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 0..<1_000_000)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
