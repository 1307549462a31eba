import CContainment
import Foundation
import Grading
import Synchronization
import Testing

@Suite("Worker processes")
struct WorkerPoolTests {
    /// What became of a submission that a shell command graded.
    private func ending(of script: String) -> WorkerPool.Ending? {
        let pool = WorkerPool(program: "/bin/sh", arguments: ["-c", script], jobs: 2)
        let result = Mutex<WorkerPool.Ending?>(nil)
        pool.run(count: 1) { _ in
            WorkerPool.Task(file: "w.py", content: Data("x = 1\n".utf8))
        } finished: { _, ending, _ in
            result.withLock { $0 = ending }
        }
        return result.withLock { $0 }
    }

    @Test(
        "a worker that crashes or says nonsense makes no marks",
        arguments: [
            ("kill -SEGV $$", "crashed (signal 11)"), ("exit 3", "status 3"),
            ("read line; read code; echo '{\"outcome\": \"pass\", \"earned\": 100}'", "no reason"),
            ("echo nonsense", "the worker"),
            ("read line; echo '{\"cause\": \"it crashed\"}'", "it crashed"),
        ])
    func failures(script: String, cause: String) throws {
        guard case .failed(let text)? = ending(of: script) else {
            Issue.record("\(script) was taken for a report")
            return
        }
        #expect(text.contains(cause), "\(text)")
    }

    @Test("a report comes back as it was sent")
    func report() throws {
        let item = GradeReport.Item(
            id: "a", kind: .exercise, outcome: .pass, points: 4, earned: 4)
        let sent = GradeReport(submission: "w.py", lesson: "l", items: [item])
        let json = String(decoding: try JSONEncoder().encode(sent), as: UTF8.self)
        guard case .report(let got, _)? = ending(of: "read line; echo '{\"report\": \(json)}'")
        else {
            Issue.record("no report")
            return
        }
        #expect(got == sent && got.earned == 4 && got.outcome == .pass)
    }

    @Test("a worker that dies is replaced, and the others' submissions are graded")
    func replaced() throws {
        // Answers one submission and dies.
        let script = "read line; read code; echo '{\"cause\": \"said\"}'; exit 1"
        let pool = WorkerPool(program: "/bin/sh", arguments: ["-c", script], jobs: 1)
        let causes = Mutex<[String]>([])
        pool.run(count: 3) { _ in
            WorkerPool.Task(file: "w.py", content: Data("x = 1\n".utf8))
        } finished: { _, ending, _ in
            if case .failed(let cause) = ending { causes.withLock { $0.append(cause) } }
        }
        #expect(causes.withLock { $0 } == ["said", "said", "said"])
    }

    @Test("what could not be graded is no score")
    func noScore() {
        let good = GradeReport.Item(
            id: "a", kind: .exercise, outcome: .pass, points: 4, earned: 4)
        var unknown = good
        unknown.outcome = .couldNotGrade
        let report = GradeReport(submission: "w.py", lesson: "l", items: [good, unknown])
        #expect(report.outcome == .couldNotGrade && report.earned == nil && report.points == 8)
    }
}

@Suite("Containment")
struct ContainmentTests {
    @Test(
        "a process that is locked down computes, and can do nothing else; so does a fork of one that may fork",
        arguments: [false, true])
    func escapes(forks: Bool) throws {
        let folder = NSTemporaryDirectory() + "cnnlab-contain-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder + "/data", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (allowed, secret) = (folder + "/data/digits", folder + "/secret")
        for file in [allowed, secret] { try Data([1]).write(to: URL(fileURLWithPath: file)) }
        var found = ct_escapes()
        #expect(ct_try_to_escape(folder + "/data", allowed, secret, forks, &found))
        #expect(found.allocated && found.started_thread && found.read_allowed && found.wrote_open)
        let containment = Containment(rawValue: found.in_force)
        // A kernel without these says so; the command passes it on.
        if containment.contains(.systemCalls) {
            #expect(!found.made_socket && !found.made_process && !found.ran_program)
            #expect(!found.traced && !found.signalled_parent && !found.wrote_file)
            #expect(!found.changed_mode && !found.raised_limit)
        } else {
            #expect(containment.shortcoming?.contains("seccomp") == true)
        }
        if containment.contains(.files) {
            #expect(!found.read_secret)
        } else {
            #expect(containment.shortcoming?.contains("landlock") == true)
        }
        #expect(FileManager.default.contents(atPath: allowed) == Data([1]))
    }

    @Test("what is missing is told, and nothing where nothing is")
    func shortcomings() {
        #expect(Containment.whole.shortcoming == nil)
        #expect(
            Containment([.systemCalls, .noNewPrivileges]).shortcoming?.contains("files") == true)
    }
}
