import Foundation
import Lessons
import Testing

@Suite("The leaderboard")
struct LeaderboardTests {
    private func entry(
        _ name: String, _ result: Double, at: String = "2026-11-26T16:00:00Z"
    ) -> Leaderboard.Entry {
        Leaderboard.Entry(lesson: "l", exercise: "e", name: name, result: result, at: at)
    }

    @Test("what was added is read again, names with commas, quotes and lines included")
    func roundTrip() throws {
        let directory = TemporaryDirectory()
        let board = Leaderboard(path: directory.path + "/new/board.csv")
        #expect(try board.entries().entries.isEmpty)
        let added = [
            entry("ada", 0.9), entry("Lovelace, Ada", 0.1 + 0.2), entry("\"a\"\nb", -3),
            entry("ä😀", 1e-9),
        ]
        for entry in added { try board.append(entry) }
        let read = try board.entries()
        #expect(read.entries == added)
        #expect(read.unread == 0)
        let text = try String(contentsOfFile: board.path, encoding: .utf8)
        #expect(text.hasPrefix("lesson,exercise,name,result,at\nl,e,ada,0.9,"))
    }

    @Test("lines that hold no result are counted and left out")
    func damaged() throws {
        let directory = TemporaryDirectory()
        let path = directory.path + "/board.csv"
        let text =
            "l,e,ada,0.5,now\r\nnonsense\nl,e,bob,many,now\nl,e,cy,nan,now\nl,e,dan,1e999,now\n"
            + "l,e,eve,0.25,now\n\nl,e,\"fay,0.75"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let read = try Leaderboard(path: path).entries()
        #expect(read.entries.map(\.name) == ["ada", "eve"])
        #expect(read.unread == 5)
    }

    @Test("each name once, with its best; equal results by date")
    func ranking() {
        let ranking = Leaderboard.ranking(of: [
            entry("ada", 0.5), entry("bob", 0.7, at: "2"), entry("ada", 0.9), entry("ada", 0.8),
            entry("cy", 0.7, at: "1"),
        ])
        #expect(ranking.map(\.name) == ["ada", "cy", "bob"])
        #expect(ranking.map(\.result) == [0.9, 0.7, 0.7])
    }

    @Test("a file that cannot be written or read is named, with the cause")
    func failures() throws {
        let directory = TemporaryDirectory()
        let folder = Leaderboard(path: directory.path)
        #expect(throws: Leaderboard.Failure.self) { try folder.append(entry("ada", 1)) }
        #expect(throws: Leaderboard.Failure.self) { try folder.entries() }
        let absent = Leaderboard(path: directory.path + "/absent.csv")
        #expect(throws: Leaderboard.Failure.self) { try absent.entries(mustExist: true) }
        do {
            try folder.append(entry("ada", 1))
        } catch {
            #expect(error.description.contains(directory.path))
        }
    }

    @Test("several writers at once lose nothing")
    func writers() async throws {
        let directory = TemporaryDirectory()
        let board = Leaderboard(path: directory.path + "/board.csv")
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for index in 0..<50 {
                        try? board.append(entry("learner \(writer)", Double(index)))
                    }
                }
            }
        }
        let read = try board.entries()
        #expect(read.entries.count == 400)
        #expect(read.unread == 0)
    }

    @Test("the environment names the file and the learner")
    func environment() {
        #expect(
            Leaderboard.standard(environment: ["CNNLAB_LEADERBOARD": "/x.csv"]).path == "/x.csv")
        #expect(
            Leaderboard.standard(environment: ["XDG_STATE_HOME": "/s", "CNNLAB_LEADERBOARD": ""])
                .path == "/s/cnnlab/leaderboard.csv")
        #expect(Leaderboard.learnerName(environment: ["USER": "u", "LOGNAME": "l"]) == "l")
        #expect(Leaderboard.learnerName(environment: ["CNNLAB_NAME": "Ada", "USER": "u"]) == "Ada")
        #expect(Leaderboard.learnerName(environment: [:]) == "learner")
    }
}
