import Lessons
import Terminal
import Testing

@Suite("Leaderboard as text")
struct LeaderboardTextTests {
    private func entries(_ count: Int) -> [Leaderboard.Entry] {
        (0..<count).map {
            Leaderboard.Entry(
                lesson: "l", exercise: "e", name: "name \($0)", result: 1 - Double($0) / 100,
                at: "2026-11-26T10:00:00Z")
        }
    }

    @Test("places, results one below the other, and one's own line marked")
    func lines() {
        #expect(
            LeaderboardText.lines(entries(3), learner: "name 1") == [
                "    1.     1  name 0  2026-11-26", "▸   2.  0.99  name 1  2026-11-26",
                "    3.  0.98  name 2  2026-11-26",
            ])
        #expect(LeaderboardText.standing(entries(3), learner: "name 1") == "You are number 2 of 3.")
        #expect(LeaderboardText.standing(entries(1), learner: "name 0") == nil)
        #expect(LeaderboardText.standing(entries(3), learner: "x") == nil)
    }

    @Test("a learner below the limit is shown, too")
    func limit() {
        let lines = LeaderboardText.lines(entries(30), learner: "name 25", limit: 5)
        #expect(lines.count == 7)
        #expect(lines[5] == "  …")
        #expect(lines[6].hasPrefix("▸  26."))
        #expect(LeaderboardText.lines(entries(30), learner: "name 5", limit: 5).count == 6)
        #expect(LeaderboardText.lines([], learner: nil).isEmpty)
    }

    @Test("names from a shared file cannot move the cursor or flood the screen")
    func hostile() {
        var entry = entries(1)[0]
        entry.name = "a\u{1B}[2Jb\nc\u{202E}" + String(repeating: "x", count: 500)
        entry.at = "\u{7}"
        let line = LeaderboardText.lines([entry], learner: nil)[0]
        #expect(line.contains("a[2Jbc"))
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{202E}" })
        #expect(line.count < 80)
    }
}
