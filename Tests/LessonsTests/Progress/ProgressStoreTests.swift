import Foundation
import GRDB
import Lessons
import Testing

@Suite("ProgressStore")
struct ProgressStoreTests {
    private let directory = TemporaryDirectory()
    private var path: String { directory.path + "/state/progress.sqlite" }

    @Test("events come back in order, each lesson's own")
    func roundTrip() throws {
        let events: [Event] = [
            .moved(step: 0, block: 1, title: "A “quoted” title"),
            .ran(source: "x = 'é'\n", role: .cell, exercise: nil, outcome: .succeeded),
            .ran(source: "y", role: .answer, exercise: "e", outcome: .failed),
            .hinted(exercise: "e"), .solutionShown(exercise: "e"), .skipped(id: "q"),
            .judged(exercise: "e", answer: "y", earned: 1.5, points: 4, mistake: "n-minus-1"),
            .answered(question: "q", text: "0.2", result: .right, earned: 2),
            .reset, .restarted, .finished,
        ]
        do {
            let store = try ProgressStore(path: path)
            for event in events { try store.append(event, lesson: "one") }
            try store.append(.finished, lesson: "two")
        }
        let store = try ProgressStore(path: path)
        #expect(try store.events(lesson: "one") == events)
        #expect(try store.lessons() == ["one", "two"])
        try store.reset(lesson: "one")
        #expect(try store.events(lesson: "one") == [])
        #expect(try store.events(lesson: "two") == [.finished])
    }

    @Test("two programs write at once and nothing is lost")
    func twoWriters() async throws {
        let path = self.path
        _ = try ProgressStore(path: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<2 {
                group.addTask {
                    let store = try ProgressStore(path: path)
                    for number in 0..<50 {
                        try store.append(.skipped(id: "\(writer)-\(number)"), lesson: "x")
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try ProgressStore(path: path).events(lesson: "x")
        for writer in 0..<2 {
            let own = events.filter { event in
                if case .skipped(let id) = event { id.hasPrefix("\(writer)-") } else { false }
            }
            #expect(own == (0..<50).map { .skipped(id: "\(writer)-\($0)") })
        }
    }

    @Test("programs that begin at the same moment make one file, and all of them write to it")
    func firstWriters() async throws {
        for round in 0..<30 {
            let path = directory.path + "/new\(round)/progress.sqlite"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        try ProgressStore(path: path).append(.skipped(id: "\(writer)"), lesson: "x")
                    }
                }
                try await group.waitForAll()
            }
            #expect(try ProgressStore(path: path).events(lesson: "x").count == 4)
        }
    }

    @Test("a file that is no database is named and left alone")
    func damaged() throws {
        try directory.write(
            "state/progress.sqlite", String(repeating: "not a database\n", count: 99))
        let failure = #expect(throws: ProgressFailure.self) { try ProgressStore(path: path) }
        #expect(failure?.kind == .damaged)
        #expect(failure?.description.contains(path) == true)
        let left = try String(contentsOfFile: path, encoding: .utf8)
        #expect(left.hasPrefix("not a database"))
    }

    @Test("a directory that cannot be made is named")
    func unwritable() throws {
        // A file where the directory should be: nobody, not even root, can make it.
        try directory.write("state", "")
        let failure = #expect(throws: ProgressFailure.self) { try ProgressStore(path: path) }
        #expect(failure?.kind == .unwritable)
    }

    @Test("a database of a newer program is not touched")
    func newer() throws {
        _ = try ProgressStore(path: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999: something')")
        }
        try queue.close()
        let failure = #expect(throws: ProgressFailure.self) { try ProgressStore(path: path) }
        #expect(failure?.kind == .newer)
    }

    @Test("a full disk is said once; what waits is saved, in order, when there is room again")
    func full() throws {
        let path = self.path
        let store = try ProgressStore(path: path)
        var warnings: [String] = []
        let keeper = ProgressKeeper(
            open: { () throws(ProgressFailure) in store }, warn: { warnings.append($0) })
        keeper.keep(.finished, lesson: "x")
        // The page limit makes SQLite report a full disk, as the file system would.
        try store.limitPagesForTesting()
        let long = String(repeating: "x", count: 100_000)
        keeper.keep(.skipped(id: long), lesson: "x")
        keeper.keep(.skipped(id: "later"), lesson: "x")
        #expect(keeper.failure?.kind == .full)
        #expect(!keeper.finish())
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("disk") == true)
        #expect(try ProgressStore(path: path).events(lesson: "x") == [.finished])
        try store.limitPagesForTesting(more: 1_000_000)
        keeper.keep(.skipped(id: "last"), lesson: "x")
        #expect(keeper.failure == nil && keeper.finish())
        #expect(warnings.count == 2)
        let all: [Event] = [
            .finished, .skipped(id: long), .skipped(id: "later"), .skipped(id: "last"),
        ]
        #expect(try ProgressStore(path: path).events(lesson: "x") == all)
    }

    @Test(
        "the state directory follows XDG",
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/cnnlab"),
            (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/cnnlab"),
            (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/cnnlab"),
            (["HOME": "/h"], "/h/.local/state/cnnlab"),
        ])
    func stateDirectory(environment: [String: String], expected: String) {
        #expect(StateDirectory.path(environment: environment) == expected)
    }
}
