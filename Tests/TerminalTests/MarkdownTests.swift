import Testing

import Terminal

@Suite("Markdown")
struct MarkdownTests {
    private func render(_ text: String, width: Int = 60) -> [String] {
        MarkdownText.render(text, width: width, theme: .plain)
            .map { $0.replacing("\u{00A0}", with: " ") }
    }

    @Test("headings are underlined")
    func heading() {
        #expect(render("# Dropout") == ["Dropout", "═══════"])
    }

    @Test("lists keep their marks and hang")
    func list() {
        let lines = render(
            "1. first thing that is long enough to wrap\n2. second\n   - inner", width: 30)
        #expect(
            lines == [
                "1. first thing that is long", "   enough to wrap", "2. second", "   • inner",
            ])
    }

    @Test("formulas in sentences are text, underscores and stars in them included")
    func formulas() {
        #expect(
            render("With $x_1 * y_1$ and *stress*.") == ["With x₁∗y₁ and stress."]
                || render("With $x_1 * y_1$ and *stress*.") == ["With x₁ ∗ y₁ and stress."])
    }

    @Test("dollars that are money stay")
    func money() {
        #expect(render("It costs $5 and $6.") == ["It costs $5 and $6."])
        #expect(render("`$x$` is code") == ["`$x$` is code"])
    }

    @Test("a formula on its own stands apart")
    func display() {
        let lines = render("Then\n\n$$y = \\frac{a}{b}$$\n\nand on.")
        #expect(lines.first == "Then")
        #expect(lines.last == "and on.")
        #expect(lines.contains { $0.contains("───") })
    }

    @Test("tables fit the width", arguments: [30, 60, 80])
    func table(width: Int) {
        let text = """
            | Layer | What it does to the values that pass |
            |---|---:|
            | Dropout | sets each to zero with probability p, and scales the others |
            | BatchNorm | centres and scales |
            """
        let lines = render(text, width: width)
        #expect(lines.count >= 4)
        for line in lines { #expect(CellWidth.of(line) <= width) }
    }

    @Test("code is indented and unchanged")
    func code() {
        #expect(render("```python\nfor i in x:\n    y\n```") == ["    for i in x:", "        y"])
    }

    @Test("quotes and links are told without colours")
    func quotesAndLinks() {
        #expect(render("> said [here](http://a.b/c)") == ["│ said here (http://a.b/c)"])
    }

    @Test("no text is too deep or too odd")
    func robust() {
        _ = render(String(repeating: "> ", count: 3000) + "x")
        _ = render(String(repeating: "- ", count: 2000))
        _ = render("$" + String(repeating: "a$", count: 8000))
        _ = render("\u{0}\u{1B}[31m|||\n|-|")
        _ = render("")
    }
}
