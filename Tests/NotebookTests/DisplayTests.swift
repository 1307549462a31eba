import Foundation
import Notebook
import Testing

@Suite("Values as IPython lays them out")
struct DisplayTests {
    /// `Tests/Fixtures/display/display.py` wrote, with IPython, what is expected.
    @Test("each value of the fixture, at 79 columns")
    func fixture() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/display/display.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        var cases = text.components(separatedBy: String(repeating: "#", count: 20) + "\n")
        let setup = cases.removeFirst()
        #expect(cases.count > 200)
        try withSession { session in
            session.valueWidth = 79
            #expect(session.run(setup).failure == nil)
            for each in cases {
                let parts = each.components(separatedBy: String(repeating: "#", count: 10) + "\n")
                try #require(parts.count == 2)
                let wanted = parts[1].trimmingCharacters(in: .newlines)
                let shown = session.run(parts[0]).value?.trimmingCharacters(in: .newlines)
                #expect(shown == wanted, "\(parts[0])")
            }
        }
    }
}
