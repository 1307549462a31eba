import Foundation
import Testing

import Interpreter

/// The programs of Tests/Fixtures/language, whose output and errors were recorded under CPython 3.11
/// by `record.py` there.
@Suite("Language fixtures")
struct LanguageFixtureTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/language")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return files.filter { $0.hasSuffix(".py") && $0 != "record.py" }.sorted()
    }()

    /// A piece of a program that runs in a namespace of its own.
    struct Part {
        var text: String
        /// The error noted in it, and the line that has the note.
        var failure: (line: Int, message: String)?
    }

    static func parts(of source: String) -> [Part] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var parts: [Part] = []
        var start = 0
        for (index, line) in (lines + ["# ---"]).enumerated() where line.hasPrefix("# ---") {
            let own = lines[start..<min(index, lines.count)]
            // Empty lines before the part keep the line numbers of the file.
            let text =
                String(repeating: "\n", count: start) + own.joined(separator: "\n") + "\n"
            var part = Part(text: text)
            for (offset, line) in own.enumerated() {
                guard let note = line.range(of: "### \""), line.hasSuffix("\"") else { continue }
                part.failure = (start + offset + 1, String(line[note.upperBound...].dropLast()))
            }
            parts.append(part)
            start = index + 1
        }
        return parts
    }

    /// Runs a part; what it printed and the traceback that it ended with, if it did.
    static func run(_ part: Part, _ name: String) throws -> (output: String, traceback: String?) {
        try LargeStack.run {
            let limits = Limits(wallTime: .seconds(20), memoryBytes: 256 << 20)
            let vm = VirtualMachine(limits: limits)
            var output = ""
            vm.output = { output += $0 }
            do {
                _ = try vm.run(
                    source: part.text, filename: name, mode: .module, globals: vm.makeGlobals())
                return (output, nil)
            } catch let error as PythonError {
                return (output, vm.renderTraceback(error.exception))
            } catch let stop as ExecutionStop {
                return (output, stop.traceback + "\n" + stop.message)
            }
        }
    }

    @Test("a program prints what CPython prints and fails where it fails", arguments: names)
    func program(_ name: String) throws {
        let source = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let expected = try? String(
            contentsOf: Self.folder.appending(path: name.dropLast(3) + ".out"), encoding: .utf8)
        var printed = ""
        for part in Self.parts(of: source) {
            let (output, traceback) = try Self.run(part, name)
            printed += output
            guard let failure = part.failure else {
                #expect(traceback == nil, "\(name) failed")
                continue
            }
            guard let traceback else {
                Issue.record("\(name):\(failure.line) did not fail with \(failure.message)")
                continue
            }
            let lines = traceback.split(separator: "\n").map(String.init)
            #expect(
                lines.contains { $0.hasPrefix(failure.message) },
                "\(name):\(failure.line) failed otherwise: \(traceback)")
            let place = lines.last { $0.hasPrefix("  File \"\(name)\", line ") }
            #expect(
                place?.hasPrefix("  File \"\(name)\", line \(failure.line)") == true,
                "\(name):\(failure.line) failed elsewhere: \(traceback)")
        }
        #expect(printed == expected ?? "")
    }

    @Test("there are programs to run")
    func exist() {
        #expect(Self.names.count >= 250)
    }
}
