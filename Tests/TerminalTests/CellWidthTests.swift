import Testing

import Terminal

@Suite("Cell width")
struct CellWidthTests {
    init() { CellWidth.prepareLocale() }

    @Test("a line does not begin with what closes, nor end with what opens")
    func wideBreaks() {
        func lines(_ text: String, _ width: Int) -> [String] {
            Wrapping.wrap([Span(text)], width: width).map { $0.map(\.text).joined() }
        }
        #expect(lines("漢字です。次", 8) == ["漢字で", "す。次"])
        #expect(lines("文「字」文", 6) == ["文", "「字」", "文"])
        #expect(lines("漢字 word 漢字", 6) == ["漢字", "word", "漢字"])
        #expect(lines("abc漢字def", 5) == ["abc漢", "字def"])
    }

    @Test(
        "columns of a text",
        arguments: [
            ("abc", 3), ("x\u{0302}", 1), ("日本", 4), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("é", 1),
            ("e\u{0301}", 1), ("\u{1B}[31mred\u{1B}[0m", 3),
            ("\u{1B}]8;;http://a.b\u{1B}\\link\u{1B}]8;;\u{1B}\\", 4), ("", 0), ("√∑ŷ", 3),
        ])
    func columns(text: String, width: Int) {
        #expect(CellWidth.of(text) == width)
    }

    @Test("a cut text fits and shows that it was cut")
    func truncation() {
        #expect(CellWidth.truncated("batch normalization", to: 8) == "batch n…")
        #expect(CellWidth.of(CellWidth.truncated("日本語のテキスト", to: 7)) <= 7)
        #expect(CellWidth.truncated("short", to: 8) == "short")
        #expect(CellWidth.truncated("short", to: 0).isEmpty)
    }

    @Test("wrapped lines are no wider than asked", arguments: [1, 7, 20, 60, 200])
    func wrapping(width: Int) {
        let text = "Statistics over (N, H, W) 日本語のとても長いテキスト supercalifragilistic x̂ = 👍"
        for line in Wrapping.wrap([Span(text)], width: width) {
            let widest = line.flatMap { $0.text.map { CellWidth.of($0) } }.max() ?? 0
            #expect(Wrapping.columns(of: line) <= max(width, widest))
        }
    }

    @Test("a no-break space does not break and is written as a space")
    func joints() {
        let lines = Wrapping.wrap([Span("aaa b\u{00A0}+\u{00A0}c")], width: 7)
        #expect(lines.map { $0.map(\.text).joined() } == ["aaa", "b + c"])
    }
}
