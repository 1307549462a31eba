import Notebook
import Testing

import Terminal

/// The parser's part, played by a simple rule: brackets must close and a colon wants a body.
private func judge(_ text: String) -> Readiness {
    var depth = 0
    for character in text {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
    }
    if depth < 0 { return .wrong }
    if depth > 0 { return .incomplete(indentation: 4) }
    let last = text.split(separator: "\n").last ?? ""
    return last.hasSuffix(":") ? .incomplete(indentation: 4) : .complete
}

@Suite("What Enter does")
struct IndentPolicyTests {
    private func enter(
        _ text: String, at point: Int? = nil, typed: Bool = true, own: Bool = false,
        poured: Bool = false, more: Bool = false
    ) -> IndentPolicy.Action {
        var history = IndentPolicy.History()
        history.hasTypedLines = typed
        history.hasOwnIndentation = own
        history.isPouredIn = poured
        return IndentPolicy.enter(
            source: Array(text.utf8), point: point ?? text.utf8.count, history: history, more: more,
            judge: judge)
    }

    @Test("a finished line runs, an open one goes on")
    func simple() {
        #expect(enter("1 + 1", typed: false) == .run)
        #expect(enter("f(1,", typed: false) == .newLine(indentation: 4))
        #expect(enter("def f():", typed: false) == .newLine(indentation: 4))
        #expect(enter(")", typed: false) == .run)
        #expect(enter("", typed: false) == .run)
    }

    @Test("a typed block ends level by level")
    func block() {
        #expect(enter("def f():\n    x = 1") == .newLine(indentation: 4))
        #expect(enter("def f():\n    return 1") == .newLine(indentation: 0))
        #expect(enter("def f():\n    x = 1\n    ") == .run)
        #expect(
            enter("class A:\n    def f(self):\n        x = 1\n        ") == .newLine(indentation: 4)
        )
        #expect(enter("class A:\n    def f(self):\n        x = 1\n\n    ") == .run)
    }

    @Test("a cell that came whole runs at once")
    func placed() {
        #expect(enter("class A:\n    def f(self):\n        return 1", typed: false) == .run)
        #expect(enter("class A:\n    def f(self):\n        return 1\n", typed: false) == .run)
    }

    @Test("in the middle of a cell Enter opens a line")
    func middle() {
        #expect(enter("if x:\n    y\nz", at: 5, typed: false) == .newLine(indentation: 4))
        #expect(enter("if x:\n    y\nz", at: 11, typed: false) == .newLine(indentation: 4))
    }

    @Test("lines that come with their own indentation get none")
    func own() {
        #expect(enter("class A:\n    x = 1", own: true) == .newLine(indentation: 0))
        #expect(
            enter("class A:\n    def f(self):\n        x = 1\n", own: true)
                == .newLine(indentation: 0))
        #expect(enter("class A:\n    def f(self):\n        x = 1\n\n", own: true) == .run)
        #expect(enter("for i in x:\n    y\n", own: true) == .run)
    }

    @Test("lines that pour in are taken as they are")
    func poured() {
        #expect(enter("import torch", typed: false, more: true) == .run)
        #expect(enter("class A:\n    x = 1", more: true) == .newLine(indentation: 0))
        #expect(
            enter("class A:\n    x = 1\n", poured: true, more: true) == .newLine(indentation: 0))
        #expect(enter("class A:\n    x = 1\n", poured: true) == .run)
    }

    @Test(
        "else and its like find their line",
        arguments: [
            ("        else:", ["if x:", "    for i in y:", "        pass"], 4),
            ("    else:", ["if x:", "    y"], 0), ("except E:", ["try:", "    y"], nil),
            ("    elif b:", ["if x:", "    y"], 0), ("    x:", ["if x:", "    y"], nil),
        ] as [(String, [String], Int?)])
    func realigned(line: String, above: [String], expected: Int?) {
        #expect(IndentPolicy.realigned(line: line[...], above: above.map { $0[...] }) == expected)
    }

    @Test("what is for the prompt is told from Python")
    func commands() {
        #expect(IndentPolicy.isCommand("%help"))
        #expect(IndentPolicy.isCommand("nn.Conv2d?"))
        #expect(!IndentPolicy.isCommand("x = 1"))
        #expect(!IndentPolicy.isCommand("x = 1  # really?"))
    }
}

@Suite("Pasted cells")
struct CellTextTests {
    @Test("prompts and shared indentation go")
    func cleaned() {
        #expect(CellText.cleaned("    a = 1\n    b = 2") == "a = 1\nb = 2")
        #expect(
            CellText.cleaned(">>> for i in x:\n...     y\n...\n3\n") == "for i in x:\n    y\n\n")
        #expect(CellText.cleaned("In [3]: x = 1\n   ...: y = 2") == "x = 1\ny = 2")
        #expect(CellText.cleaned("if x:\n    y") == "if x:\n    y")
        #expect(CellText.cleaned("a\r\nb\r") == "a\nb\n")
    }
}
