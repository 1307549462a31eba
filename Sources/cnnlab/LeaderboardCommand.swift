import ArgumentParser
import Lessons
import Terminal

/// `cnnlab leaderboard`: the results of the challenges, of one file or of many.
struct LeaderboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaderboard",
        abstract: "Show the results of the challenges.",
        discussion: """
            Without files, the learner's own leaderboard, or the one that CNNLAB_LEADERBOARD names, which a class may \
            share. Several files are put together.
            """)

    @Argument(help: "Leaderboard files (CSV).", completion: .file(extensions: ["csv"]))
    var files: [String] = []
    @Flag(help: "Print JSON.") var json = false

    private struct Row: Encodable {
        var lesson: String
        var exercise: String
        var place: Int
        var name: String
        var result: Double
        var at: String
    }

    private struct Challenge: Hashable {
        var lesson: String
        var exercise: String
    }

    func run() throws {
        let own = Leaderboard.standard()
        var entries: [Leaderboard.Entry] = []
        do {
            for board in files.isEmpty ? [own] : files.map(Leaderboard.init(path:)) {
                let read = try board.entries(mustExist: !files.isEmpty)
                entries += read.entries
                if read.unread > 0 {
                    printError(
                        "\(board.path): \(read.unread) of its lines hold no result and are left out."
                    )
                }
            }
        } catch {
            printError(error.description)
            throw ExitCode(1)
        }
        var challenges: [Challenge] = []
        for entry in entries {
            let challenge = Challenge(lesson: entry.lesson, exercise: entry.exercise)
            if !challenges.contains(challenge) { challenges.append(challenge) }
        }
        let groups = challenges.map { challenge in
            (
                challenge,
                entries.filter {
                    $0.lesson == challenge.lesson && $0.exercise == challenge.exercise
                }
            )
        }
        if json {
            try printEncoded(
                groups.flatMap { challenge, entries in
                    Leaderboard.ranking(of: entries).enumerated().map { index, entry in
                        Row(
                            lesson: challenge.lesson, exercise: challenge.exercise,
                            place: index + 1, name: entry.name, result: entry.result, at: entry.at)
                    }
                })
            return
        }
        if groups.isEmpty { print("No results yet. Lessons with a challenge add them at %check.") }
        for (index, (challenge, entries)) in groups.enumerated() {
            if index > 0 { print() }
            print("\(challenge.lesson), \(challenge.exercise)")
            for line in LeaderboardText.lines(
                entries, learner: Leaderboard.learnerName(), limit: 100)
            {
                print(line)
            }
        }
    }
}
