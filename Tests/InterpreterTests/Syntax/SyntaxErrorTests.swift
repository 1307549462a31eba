import Foundation
import Interpreter
import Testing

@Suite("Syntax errors")
struct SyntaxErrorTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
        var source: String
        var said: String
        var testDescription: String { source }
    }

    /// What CPython says, recorded by `make_errors.py`.
    static let recorded: [Expectation] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Fixtures/syntax/errors.txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let body = text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.hasPrefix("#") }.joined(separator: "\n")
        return body.components(separatedBy: "\n----\n").compactMap { piece in
            guard let mark = piece.range(of: "\n### ", options: .backwards) else { return nil }
            return Expectation(
                source: String(piece[..<mark.lowerBound]) + "\n",
                said: String(piece[mark.upperBound...]))
        }
    }()

    @Test("the fixture is there") func fixture() {
        #expect(Self.recorded.count > 300)
    }

    @Test("message and place are CPython's")
    func messages() {
        for expectation in Self.recorded {
            #expect(Self.say(expectation.source) == expectation.said, "\(expectation.source)")
        }
    }

    @Test(
        "what is outside the language is refused by name",
        arguments: [
            ("async def f(): pass\n", "async", 1), ("x = 1\nawait x\n", "await", 2),
            ("[x async for x in y]\n", "async", 1), ("async with a: pass\n", "async", 1),
            ("match x:\n  case 1: pass\n", "match", 1), ("type X = int\n", "type", 1),
            ("class A(metaclass=M): pass\n", "metaclass", 1),
            ("try: pass\nexcept* A: pass\n", "except*", 2),
            ("@a\nasync def f(): pass\n", "async", 2), ("x = 1 + 2.5j\n", "2.5j", 1),
            ("class A:\n  @a\n  def __del__(self): pass\n", "__del__", 3),
        ])
    func refusals(_ source: String, _ name: String, _ line: Int) {
        let said = Self.say(source)
        #expect(said.contains("|`\(name)` is not in the lab's Python (line \(line))|\(line)|"))
    }

    @Test("names that are keywords only in places remain names")
    func softKeywords() {
        #expect(Self.say("match = 1; case = match; type = 2; _ = type\nprint(match)\n") == "ok")
        #expect(Self.say("match(x)\nmatch[x]\nmatch.y\nmatch: int = 3\n") == "ok")
    }

    @Test("an unterminated f-string expression is shown in parentheses")
    func formatPiece() {
        do {
            _ = try compile("x = f'{a b}'", filename: "f", mode: .module)
            Issue.record("it compiled")
        } catch {
            #expect(error.text == "(a b)")
            #expect(error.column == 2)
        }
    }

    static func say(_ source: String) -> String {
        do throws(SyntaxFailure) {
            _ = try compile(source, filename: "f", mode: .module)
            return "ok"
        } catch {
            return "\(error.kind.rawValue)|\(error.message)|\(error.line)|\(error.column)"
        }
    }
}
