import Interpreter
import Notebook
import Testing

/// Runs a test's body on the large stack that a session wants.
func withSession<Result>(
    budget: Budget = .prompt, _ body: (Session) throws -> Result
) throws -> Result {
    try LargeStack.run { try body(Session(budget: budget)) }
}

@Suite("Session")
struct SessionTests {
    @Test("a cell's last expression is its value, unless it is None or silenced")
    func values() throws {
        try withSession { session in
            #expect(session.run("1 + 1").value == "2")
            #expect(session.run("x = 3\nx * 2").value == "6")
            #expect(session.run("None").value == nil)
            #expect(session.run("x = 4").value == nil)
            #expect(session.run("x;").value == nil)
            #expect(session.run("x;  # quiet").value == nil)
            #expect(session.run("'a;'").value == "'a;'")
            #expect(session.run("'#;'").value == "'#;'")
            #expect(session.counter == 8)
        }
    }

    @Test("_ is the last value, and the names of older values stay")
    func lastValue() throws {
        try withSession { session in
            _ = session.run("6 * 7")
            #expect(session.run("_ + 1").value == "43")
            #expect(session.run("_1").value == "42")
            _ = session.run("_ = 'mine'")
            _ = session.run("5")
            #expect(session.run("_").value == "'mine'")
        }
    }

    @Test("In and Out have the cells and their values by number, where they are wanted")
    func numbered() throws {
        try withSession { session in
            _ = session.run("6 * 7")
            #expect(session.run("Out").failure?.type == "NameError")
            session.keepsNumbered = true
            _ = session.run("5")
            _ = session.run("x = 1")
            #expect(session.run("(Out, In[3])").value == "({3: 5}, '5')")
            #expect(session.run("(Out[5][1], len(In))").value == "('5', 7)")
            let image = try #require(session.image())
            session.reset()
            #expect(session.restore(image: image))
            #expect(
                session.run("(Out[3], In[4], In[7])").value
                    == "(5, 'x = 1', '(Out[3], In[4], In[7])')")
        }
    }

    @Test(
        "strings are completed where what they may be is known",
        arguments: [
            ("d[\"al", ["alpha", "also"]), ("d['", ["alpha", "also", "b c"]), ("d[ 'b", ["b c"]),
            ("loss = nn.MSELoss(reduction='", ["mean", "sum", "none"]),
            ("F.interpolate(x, mode = \"bi", ["bilinear", "bicubic"]), ("print(mode='", []),
            ("'al", []), ("d['alpha'] + \"a", []), ("[\"al", []), ("f(\"al", []), ("'''d['al", []),
        ])
    func strings(source: String, wanted: [String]) throws {
        try withSession { session in
            _ = session.run("d = {'alpha': 1, 'also': 2, 'b c': 3, 4: 5, 'q\"': 6}")
            let found = session.complete(source, at: source.utf8.count)
            #expect(found.candidates.map(\.text) == wanted)
            if let first = wanted.first {
                let typed = source.utf8.count - found.start
                #expect(first.hasPrefix(source.suffix(typed)))
            }
        }
    }

    @Test("output comes as it is printed and is gathered")
    func output() throws {
        try withSession { session in
            var pieces: [String] = []
            session.sink = { if case .text(let text) = $0 { pieces.append(text) } }
            let result = session.run("for i in range(2):\n    print(i)")
            #expect(pieces.joined() == "0\n1\n")
            #expect(result.text == "0\n1\n")
        }
    }

    @Test("a failure names its cell and line")
    func failure() throws {
        try withSession { session in
            _ = session.run("def f(x):\n    return 1 / x")
            let failure = try #require(session.run("f(0)").failure)
            #expect(failure.type == "ZeroDivisionError")
            #expect(failure.message == "division by zero")
            #expect(failure.frames.map(\.file) == ["<cell 2>", "<cell 1>"])
            #expect(failure.frames.last?.line == 2)
            #expect(failure.traceback.hasPrefix("Traceback (most recent call last):"))
            #expect(failure.traceback.contains("File \"<cell 1>\", line 2, in f"))
            #expect(failure.traceback.hasSuffix("ZeroDivisionError: division by zero"))
        }
    }

    @Test("a syntax error is a failure, and nothing of the cell runs")
    func syntaxError() throws {
        try withSession { session in
            let failure = try #require(session.run("x = 1\ny = (").failure)
            #expect(failure.type == "SyntaxError")
            #expect(failure.message == "'(' was never closed")
            #expect(session.variables.isEmpty)
        }
    }

    @Test("budgets stop a cell, and no code can prevent it")
    func budgets() throws {
        let budget = Budget(seconds: 60, steps: 200_000, memory: 1 << 30, output: 1000)
        try withSession(budget: budget) { session in
            let endless = session.run(
                "while True:\n    try:\n        x = 1\n    except BaseException:\n        pass")
            guard case .exhausted(.steps, _) = endless.ending else {
                Issue.record("ended as \(endless.ending)")
                return
            }
            let loud = session.run("while True: print('much too much')")
            guard case .exhausted(.output, _) = loud.ending else {
                Issue.record("ended as \(loud.ending)")
                return
            }
            #expect(session.run("1 + 1").value == "2")
        }
    }

    @Test("an interrupt from another thread stops the cell and leaves the session usable")
    func interrupt() throws {
        try withSession { session in
            session.sink = { [stop = session.stopper] _ in stop() }
            let result = session.run("n = 0\nprint('running')\nwhile True:\n    n += 1")
            guard case .interrupted = result.ending else {
                Issue.record("ended as \(result.ending)")
                return
            }
            #expect(session.run("n >= 0").value == "True")
        }
    }

    @Test("checks see the learner's names and leave nothing behind")
    func checks() throws {
        try withSession { session in
            _ = session.run("x = 2\ndef double(n):\n    return n * x")
            let good = session.check(
                "assert student.double(4) == eight()", name: "<check>",
                preamble: "def eight():\n    return 8")
            #expect(good.succeeded)
            let bad = try #require(
                session.check("assert student.x == 3, 'x is not 3'", name: "<check>").failure)
            #expect(bad.type == "AssertionError")
            #expect(bad.message == "x is not 3")
            let missing = try #require(session.check("student.y", name: "<check>").failure)
            #expect(missing.type == "AttributeError")
            #expect(
                session.check("student.x = 5", name: "<check>").failure?.type == "AttributeError")
            #expect(session.variables.map(\.name) == ["double", "x"])
            #expect(session.run("eight()").failure?.type == "NameError")
            #expect(session.counter == 2)
        }
    }

    @Test("a check that was compiled ahead, or ran before, sees what there is now")
    func checksAgain() throws {
        try withSession { session in
            let check =
                "try:\n    seen += 1\nexcept NameError:\n    seen = 1\n(student.x, limit(), seen)"
            session.expectCheck(check, name: "<check>", preamble: "def limit():\n    return 7")
            session.expectCheck("1 +", name: "<wrong>")
            for value in 1...3 {
                _ = session.run("x = \(value)\ndef limit():\n    return 0")
                let result = session.check(
                    check, name: "<check>", preamble: "def limit():\n    return 7")
                #expect(result.value == "(\(value), 7, 1)")
            }
            #expect(session.check("1 +", name: "<wrong>").failure?.type == "SyntaxError")
            session.reset()
            _ = session.run("x = 9")
            let anew = session.check(
                check, name: "<check>", preamble: "def limit():\n    return 7")
            #expect(anew.value == "(9, 7, 1)")
        }
    }

    @Test("reset forgets names and counts from the beginning")
    func reset() throws {
        try withSession { session in
            _ = session.run("x = 1")
            session.reset()
            #expect(session.variables.isEmpty)
            #expect(session.run("x").failure?.type == "NameError")
            #expect(session.counter == 1)
        }
    }

    @Test("two sessions share nothing")
    func isolation() throws {
        try LargeStack.run {
            let one = Session()
            let other = Session()
            _ = one.run("x = 1")
            #expect(other.run("x").failure?.type == "NameError")
        }
    }
}

@Suite("Judging input")
struct JudgingTests {
    @Test(
        "complete, incomplete or wrong",
        arguments: [
            ("1 + 1", Readiness.complete), ("x = [1,", .incomplete(indentation: 4)),
            ("def f():", .incomplete(indentation: 4)), ("def f():\n    return 1", .complete),
            ("s = '''a", .incomplete(indentation: 4)), ("x = (1]", .wrong), (")", .wrong),
            ("x = 'a", .wrong), ("if x:\n    y\nelse:", .incomplete(indentation: 4)),
            (
                "class A:\n    def f(self):\n        return 1\n\n    def g(self):\n        return 2",
                .complete
            ),
            ("try:\n    x", .incomplete(indentation: 4)), ("", .complete),
            ("@decorator", .incomplete(indentation: 4)),
        ])
    func judge(source: String, expected: Readiness) throws {
        let found = try withSession { $0.judge(source) }
        switch (found, expected) {
        case (.incomplete, .incomplete): break
        default: #expect(found == expected, "\(source)")
        }
    }
}

@Suite("Completion and help")
struct CompletionTests {
    private func complete(_ source: String, after cells: String...) throws -> [String] {
        try withSession { session in
            for cell in cells { _ = session.run(cell) }
            let found = session.complete(source, at: source.utf8.count)
            return found.candidates.map(\.text)
        }
    }

    @Test("names, the learner's and built-in")
    func names() throws {
        #expect(try complete("ran", after: "ransom = 1") == ["range", "ransom"])
        #expect(try complete("whi") == ["while"])
        #expect(try complete("rANs", after: "Ransom = 1") == ["Ransom"])
        #expect(try complete("ran", after: "Ransom = 1") == ["range"])
        #expect(try complete("nn.batchnorm2", after: "import torch.nn as nn") == ["BatchNorm2d"])
        #expect(try complete("x = 'ran").isEmpty)
        #expect(try complete("# ran").isEmpty)
    }

    @Test("names that only the cell has, which is not whole yet")
    func typedNames() throws {
        #expect(try complete("def f(hidden_size):\n    return hid") == ["hidden_size"])
        let text =
            "class CNN:\n    def __init__(self):\n        self.fc1 = 1  # self.fc3\n"
            + "        self.fc2 = 'self.fc4'\n    def forward(self, x):\n        x = self.f"
        #expect(try complete(text) == ["fc1", "fc2"])
        #expect(try complete(text + "c1 + x.f").isEmpty)
        #expect(try complete("sel.f = 1\nself.f").isEmpty)
        #expect(try complete("word") == [])
        #expect(try complete("\"\"\"\nworld\n\"\"\"\nwor").isEmpty)
    }

    @Test("attributes of live values")
    func attributes() throws {
        let cell =
            "class A:\n    def __init__(self):\n        self.width = 1\n    def wide(self): pass\na = A()"
        #expect(try complete("a.w", after: cell) == ["wide", "width"])
        #expect(try complete("'x'.upp").isEmpty)
        #expect(try complete("text.upp", after: "text = 'x'") == ["upper"])
        #expect(try complete("math.sq", after: "import math").contains("sqrt"))
        #expect(try complete("nothing.x").isEmpty)
    }

    @Test("keyword arguments of the call around the cursor")
    func keywords() throws {
        let cell = "def train(model, epochs=3, *, rate=0.1): pass"
        #expect(try complete("train(m, ep", after: cell) == ["epochs="])
        #expect(try complete("train(m, epochs=1, ", after: cell) == ["model=", "rate="])
    }

    @Test("modules after import")
    func modules() throws {
        #expect(try complete("import mat").contains("math"))
        #expect(try complete("from math import flo") == ["floor"])
    }

    @Test("completing runs none of the learner's code")
    func noSideEffects() throws {
        try withSession { session in
            _ = session.run(
                "class A:\n    @property\n    def loud(self):\n        print('read')\n    def __getattr__(self, n):\n        print('asked')\na = A()"
            )
            var text = ""
            session.sink = { if case .text(let piece) = $0 { text += piece } }
            _ = session.complete("a.loud.x", at: 8)
            _ = session.complete("a.l", at: 3)
            _ = session.inspect("a.loud")
            #expect(text.isEmpty)
        }
    }

    @Test("help shows signature and text")
    func help() throws {
        try withSession { session in
            _ = session.run("def f(a, b=2, *args, c, **rest):\n    'Adds things.'\n    return a")
            let help = try #require(session.inspect("f", detailed: true))
            #expect(help.hasPrefix("f(a, b=2, *args, c, **rest)"))
            #expect(help.contains("Adds things."))
            #expect(help.contains("    return a"))
            #expect(session.inspect("nothing") == nil)
            #expect(session.signatureHint("f(1, ", at: 5) == "f(a, b=2, *args, c, **rest)")
        }
    }

    @Test("no text breaks completion")
    func robust() throws {
        try withSession { session in
            let text = "f(x[1].y = '''a\\\n\"#b{日本 from import . import"
            for offset in 0...text.utf8.count {
                _ = session.complete(text, at: offset)
                _ = session.signatureHint(text, at: offset)
            }
        }
    }

    @Test("sessions on one thread share neither random numbers nor modes, and outlive one another")
    func turns() throws {
        try LargeStack.run {
            let first = Session()
            _ = first.run("import torch\ntorch.manual_seed(1)\nexpected = torch.rand(3).tolist()")
            _ = first.run("torch.manual_seed(1)\ntorch.set_grad_enabled(False)")
            do {
                let second = Session()
                let other = second.run(
                    "import torch\ntorch.manual_seed(5)\nx = torch.ones(2, requires_grad=True)\n(x * 2).requires_grad"
                )
                #expect(other.value == "True")
            }
            let result = first.run("torch.rand(3).tolist() == expected, torch.is_grad_enabled()")
            #expect(result.value == "(True, False)", "\(result)")
        }
    }

    @Test("a run that is stopped within no_grad leaves gradients on")
    func stoppedWithoutGrad() throws {
        try LargeStack.run {
            let session = Session(
                budget: Budget(seconds: 0.2, steps: .max, memory: 1 << 30, output: 1 << 20))
            let stopped = session.run(
                "import torch\nwith torch.no_grad():\n    while True:\n        pass")
            guard case .exhausted(.time, _) = stopped.ending else {
                Issue.record("not stopped: \(stopped)")
                return
            }
            #expect(session.run("torch.is_grad_enabled()").value == "True")
        }
    }

    @Test("an interrupt while a module is imported waits until the module is whole")
    func interruptedImport() throws {
        try withSession { session in
            session.interrupt()
            let result = session.run("import torch.nn.functional as F\nfor i in range(10**6): pass")
            guard case .interrupted = result.ending else {
                Issue.record("the interrupt was lost: \(result.ending)")
                return
            }
            let after = session.run("import torch\nF.relu(torch.tensor([-1.0, 2.0])).sum().item()")
            #expect(after.value == "2.0")
        }
    }
}
