import Foundation
import Interpreter
import Testing
import TorchModules

/// Runs a program in a fresh machine and gives what it printed.
func output(of source: String, filename: String = "program.py") throws -> String {
    let vm = VirtualMachine()
    var text = ""
    vm.output = { text += $0 }
    TorchModules.install(in: vm)
    do {
        _ = try vm.run(
            source: source, filename: filename, mode: .module, globals: vm.makeGlobals())
    } catch let error as PythonError {
        text += vm.renderTraceback(error.exception)
    }
    return text
}

@Suite("torch prints what PyTorch prints")
struct FixtureTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/torch")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".out") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test("fixture", arguments: names)
    func fixture(_ name: String) throws {
        let source = try String(
            contentsOf: Self.folder.appendingPathComponent(name + ".py"), encoding: .utf8)
        let expected = try String(
            contentsOf: Self.folder.appendingPathComponent(name + ".out"), encoding: .utf8)
        let printed = try LargeStack.run {
            try output(of: source, filename: name + ".py")
        }
        #expect(printed == expected, "\(name): \(firstDifference(printed, expected))")
    }

    @Test("there are fixtures")
    func fixturesExist() {
        #expect(Self.names.count >= 20)
    }
}

/// The first line that differs, of both.
func firstDifference(_ a: String, _ b: String) -> String {
    let (x, y) = (a.components(separatedBy: "\n"), b.components(separatedBy: "\n"))
    for index in 0..<max(x.count, y.count) {
        let (left, right) = (
            index < x.count ? x[index] : "(end)", index < y.count ? y[index] : "(end)"
        )
        if left != right { return "line \(index + 1): \(left) instead of \(right)" }
    }
    return "none"
}
