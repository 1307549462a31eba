import Testing

import Terminal

@Suite("Editor layout")
struct EditorLayoutTests {
    private func layout(_ text: String, point: Int, columns: Int = 20) -> EditorLayout {
        EditorLayout(
            source: Array(text.utf8), point: point, prompt: Span("In: "),
            continuation: Span("..: "),
            columns: columns, theme: .plain)
    }

    @Test("lines begin with prompts")
    func prompts() {
        let shown = layout("a\n  b", point: 5)
        #expect(shown.rows.map(\.text) == ["In: a", "..:   b"])
        #expect(shown.cursorRow == 1)
        #expect(shown.cursorColumn == 7)
    }

    @Test("a long line goes on below, wide characters whole")
    func wrapping() {
        let shown = layout("abcdefghijklmnop" + "日本", point: 22)
        #expect(shown.rows.map(\.text) == ["In: abcdefghijklmnop", "日本"])
        let split = layout("abcdefghijklmno" + "日", point: 0)
        #expect(split.rows.map(\.width) == [19, 2])
    }

    @Test("the cursor after a full row is on the next")
    func fullRow() {
        let shown = layout("abcdefghijklmnop", point: 16)
        #expect(shown.cursorRow == 1)
        #expect(shown.cursorColumn == 0)
        #expect(shown.rows.count == 2)
        let before = layout("abcdefghijklmnop\nx", point: 16)
        #expect(before.cursorRow == 0)
        #expect(before.rows.count == 2)
    }

    @Test("control characters and tabs can be seen")
    func controls() {
        #expect(layout("\u{1}\tx", point: 0).rows[0].text == "In: ^A    x")
    }

    @Test("no place of the cursor is out of the rows", arguments: [10, 11, 20, 80])
    func cursorInside(columns: Int) {
        let text = "for i in 日本語(x):\n\n    yield 'e\u{0301}👍🏽' # comment that is long\n\t"
        for point in 0...text.utf8.count {
            let shown = layout(text, point: point, columns: columns)
            #expect(shown.cursorRow < shown.rows.count)
            #expect(shown.cursorColumn < columns)
            #expect(shown.rows.allSatisfy { $0.width <= columns })
        }
    }
}

@Suite("Colours")
struct ThemeTests {
    private func detect(_ variables: [String: String], isTerminal: Bool = true) -> Theme.Depth {
        Theme.detect(isTerminal: isTerminal) { variables[$0] }.depth
    }

    @Test("the environment decides")
    func environment() {
        #expect(detect(["TERM": "xterm-256color"]) == .palette)
        #expect(detect(["TERM": "xterm"]) == .sixteen)
        #expect(detect(["TERM": "xterm", "COLORTERM": "truecolor"]) == .full)
        #expect(detect(["TERM": "xterm-256color", "NO_COLOR": "1"]) == .none)
        #expect(detect(["TERM": "xterm-256color", "NO_COLOR": ""]) == .palette)
        #expect(detect(["TERM": "dumb"]) == .none)
        #expect(detect(["TERM": "xterm"], isTerminal: false) == .none)
        #expect(detect([:]) == .none)
    }

    @Test("Python is coloured, wrong or half typed too")
    func highlighting() {
        func roles(_ text: String) -> [Role] {
            PythonHighlighter.tokens(in: Array(text.utf8)).map(\.role)
        }
        #expect(roles("def f(x): # c") == [.keyword, .definition, .comment])
        #expect(roles("x = 'abc") == [.string])
        #expect(roles("f\"a{b}\" + 1e-3") == [.string, .number])
        #expect(roles("a.print(print)") == [.builtin])
        #expect(roles("'''a\nb") == [.string])
        #expect(PythonHighlighter.lines(of: "'''a\nb'''\n").count == 3)
    }
}
