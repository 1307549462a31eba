import Foundation
import Lessons
import Testing

import Terminal

@Suite("What a text would not show")
struct MarkdownProblemsTests {
    private func problems(_ text: String, width: Int = 60) -> [String] {
        MarkdownText.problems(in: text, width: width).map { "\($0.line): \($0.message)" }
    }

    @Test("words between double underscores are bold, but not in code, formulas and longer words")
    func underscores() {
        #expect(
            problems("Write\n__init__ and `__len__`.")
                == ["2: __init__ is shown bold; code stands between backticks"])
        for text in [
            "`__init__`", "``a ` __init__``", "$a__b__$", "snake__case__name", "\\__init__",
            "**bold** and _slanted_", "____", "__ a __", "```\n__init__\n```", "~~~\n__init__\n~~~",
        ] {
            #expect(problems(text) == [], "\(text)")
        }
        #expect(problems("```\n__a__\n```\nand __b__").count == 1)
    }

    @Test("code is never broken, so it must fit with its indent")
    func code() {
        let line = String(repeating: "x", count: 56)
        #expect(problems("A\n\n```\n\(line)\n```") == [])
        #expect(
            problems("A\n\n```\n\(line)x\n```")
                == ["4: the line is 61 columns wide; at most 60 fit at the prompt"])
    }

    @Test("a table may wrap its cells, but not cut their words")
    func tables() {
        let narrow = """
            | a | b |
            |---|---|
            | some words that wrap | others that wrap as well, and then some |
            """
        #expect(problems(narrow, width: 40) == [])
        let long = "something-that-has-no-place-to-wrap-at-all"
        let wide = narrow.replacing("some words", with: long)
        #expect(
            problems(wide, width: 40)
                == ["3: the table does not fit 40 columns: it cuts \(long)"])
    }

    @Test("a formula that does not fit or cannot be read")
    func formulas() {
        let long = (1...10).map { "\\frac{a_{\($0)}}{b_{\($0)}}" }.joined(separator: " + ")
        #expect(problems("See\n\n$$\(long)$$", width: 80) == [])
        let found = problems("See\n\n$$\(long)$$", width: 50)
        #expect(found.count == 1 && found[0].hasPrefix("3: the formula is "), "\(found)")
        #expect(
            problems("A $\\gama$ here") == ["1: the formula's command \\gama is unknown"])
        #expect(problems("A ${x$ here") == ["1: a brace of the formula has no partner"])
        #expect(
            problems("A $\\left( x$ here")
                == ["1: \\left and \\right of the formula are not pairs"])
        let root = "\\sqrt{\\sigma^2 + \\varepsilon}"
        #expect(
            problems("$$\\hat{x} = \\frac{x - \\mu}{\(root)}, \\qquad \\text{in words}$$") == [])
    }

    @Test("the lessons' texts fit 60 columns, too")
    func lessons() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../lessons").standardizedFileURL.path
        let lessons = LessonLibrary(folder: root).load().lessons
        #expect(lessons.count >= 12)
        for lesson in lessons {
            for case .prose(let prose) in lesson.steps.flatMap(\.blocks) {
                let found = problems(prose.markdown, width: 60)
                #expect(found == [], "\(lesson.id), from line \(prose.line)")
            }
        }
    }
}
