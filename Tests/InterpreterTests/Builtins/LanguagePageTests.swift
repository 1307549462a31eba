import Foundation
import Testing

import Interpreter

/// Keeps docs/language.md true: its examples are run, its names are looked up.
@Suite("docs/language.md")
struct LanguagePageTests {
    static let lines: [String] = {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/language.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }()

    /// The lines under a heading, up to the next one of any level.
    static func section(_ heading: String) -> [String] {
        guard let start = lines.firstIndex(of: heading) else { return [] }
        return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
    }

    /// The cells of a section's table that are code, row by row.
    static func rows(_ heading: String) -> [[String]] {
        section(heading).filter { $0.hasPrefix("| ") && $0.contains("``") }.map { row in
            row.split(separator: "|").compactMap { cell in
                let text = cell.trimmingCharacters(in: .whitespaces)
                guard text.hasPrefix("`` "), text.hasSuffix(" ``") else { return nil }
                return String(text.dropFirst(3).dropLast(3))
                    .replacing("\\n", with: "\n").replacing("&#124;", with: "|")
            }
        }
    }

    /// The names in backticks under a heading.
    static func names(_ heading: String) -> Set<String> {
        let words = section(heading).joined(separator: " ").split(separator: " ")
        return Set(words.map { String($0).replacing("`", with: "") })
    }

    static let refusals = rows("## Out")
    static let examples = rows("## In")
    static let lists = lines.filter {
        $0.hasPrefix("### Methods of ") || $0.hasPrefix("### Module ")
    }

    @Test("what is in works", arguments: examples)
    func works(_ row: [String]) throws {
        let run = try PythonRun(row[0] + "\n")
        #expect(run.traceback == nil)
    }

    @Test("what is out is refused with the message on the page", arguments: refusals)
    func refused(_ row: [String]) throws {
        let source = row[0] + "\n"
        let run = try LargeStack.run { () -> String in
            let machine = VirtualMachine(limits: Limits(instructions: 1_000_000))
            do {
                _ = try machine.run(
                    source: source, filename: "page", mode: .module, globals: machine.makeGlobals())
                return "nothing"
            } catch let error as PythonError {
                return machine.renderTraceback(error.exception)
            }
        }
        #expect(run.split(separator: "\n").map(String.init).contains(row[1]), "\(run)")
    }

    @Test("the lists name what dir() shows", arguments: lists)
    func listed(_ heading: String) throws {
        let subject = String(heading.split(separator: " ")[heading.contains("Module") ? 2 : 3])
        let load = heading.contains("Module") ? "import \(subject)\n" : ""
        let run = try PythonRun(
            load + "print(*[n for n in dir(\(subject)) if not n.startswith('_')])\n")
        #expect(run.traceback == nil)
        let shown = Set(run.output.split(whereSeparator: \.isWhitespace).map(String.init))
        #expect(Self.names(heading) == shown)
    }

    @Test("every built-in name on the page exists")
    func builtins() throws {
        let names = Self.names("### Built-in names")
        let run = try PythonRun(names.sorted().joined(separator: "\n") + "\n")
        #expect(run.traceback == nil)
        #expect(names.count > 140)
    }

    @Test("the page is there")
    func exists() {
        #expect(Self.examples.count > 20 && Self.refusals.count > 25 && Self.lists.count > 20)
    }
}
