import Foundation
import Grading
import Testing

@Suite("Reading submissions")
struct SubmissionReaderTests {
    private func read(_ content: String, as name: String) throws -> Submission {
        let folder = NSTemporaryDirectory() + "cnnlab-grade-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/" + name
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return try Submission.read(path: path)
    }

    @Test("a script's cells are told apart by their options")
    func script() throws {
        let submission = try read(
            """
            import torch
            # %% Title exercise="mean" points=4
            def mean(x):
                return x.sum() / len(x)
            # %% [markdown] answer="axis"
            # 2
            # %%
            print("not graded")
            """, as: "work.py")
        #expect(
            submission.answer(to: "mean")
                == .code("def mean(x):\n    return x.sum() / len(x)"))
        #expect(submission.replies["axis"] == [" 2"])
        #expect(submission.answer(to: "other") == .missing)
        #expect(submission.script == nil)
    }

    @Test("a script without marks answers everything")
    func plain() throws {
        let submission = try read("x = 1\n", as: "work.py")
        #expect(submission.answer(to: "anything") == .code("x = 1\n"))
    }

    @Test("Markdown fences, also with tildes, longer fences and Windows line ends")
    func markdown() throws {
        let submission = try read(
            "# Work\r\n\r\n```python exercise=\"a\"\r\nx = 1\r\n```\r\n"
                + "~~~~python exercise=\"b\"\r\ny = \"\"\"\r\n~~~\r\n\"\"\"\r\n~~~~\r\n"
                + "```text answer=\"q\"\r\n2\r\n```\r\n",
            as: "work.md")
        #expect(submission.answer(to: "a") == .code("x = 1"))
        #expect(submission.answer(to: "b") == .code("y = \"\"\"\n~~~\n\"\"\""))
        #expect(submission.replies["q"] == ["2"])
    }

    @Test("two answers to one exercise are not one")
    func ambiguous() throws {
        let cell = "# %% exercise=\"a\"\nx = 1\n"
        #expect(try read(cell + cell, as: "w.py").answer(to: "a") == .ambiguous(2))
    }

    @Test("a notebook's cells carry their options as metadata")
    func notebook() throws {
        let submission = try read(
            """
            {"nbformat": 4, "cells": [
              {"cell_type": "code", "metadata": {"exercise": "a"}, "source": ["x = 1\\n", "y = 2"]},
              {"cell_type": "markdown", "metadata": {"answer": "q"}, "source": "3"},
              {"cell_type": "code", "metadata": {}, "source": 7}, 8
            ]}
            """, as: "work.ipynb")
        #expect(submission.answer(to: "a") == .code("x = 1\ny = 2"))
        #expect(submission.replies["q"] == ["3"])
    }

    @Test(
        "a file that is no submission is refused with its reason",
        arguments: [
            ("work.txt", "x", "a .py, .md or .ipynb file is expected"),
            ("work.ipynb", "{", "its JSON cannot be read"),
            ("work.ipynb", "[]", "it has no list of cells"),
            ("work.ipynb", String(repeating: "[", count: 100_000), "its JSON cannot be read"),
        ])
    func refusals(name: String, content: String, reason: String) throws {
        let error = try #require(throws: SubmissionError.self) { try read(content, as: name) }
        #expect(error.problem.contains(reason), "\(error.problem)")
    }

    @Test("bytes that are no text, a folder and a missing file are refused")
    func notText() throws {
        let path = NSTemporaryDirectory() + "cnnlab-\(UUID().uuidString).py"
        try Data([0x66, 0xff, 0xfe]).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (path, reason) in [
            (path, "not UTF-8"), ("/nowhere/x.py", "No such file"),
        ] {
            let error = try #require(throws: SubmissionError.self) {
                try Submission.read(path: path)
            }
            #expect(error.problem.contains(reason), "\(error.problem)")
        }
    }
}

@Suite("Worker processes")
struct WorkerPoolTests {
    /// What became of a shell command as a worker.
    private func ending(of script: String, seconds: Double = 20) -> WorkerPool.Ending? {
        let pool = WorkerPool(
            program: "/bin/sh", arguments: ["-c", script], jobs: 2, seconds: seconds)
        nonisolated(unsafe) var result: WorkerPool.Ending?
        pool.run(["submission"]) { _, ending in result = ending }
        return result
    }

    @Test("a worker that crashes, hangs, or says nonsense makes no marks")
    func failures() throws {
        for (script, seconds, cause) in [
            ("kill -SEGV $$", 20.0, "crashed (signal 11)"),
            ("exec sleep 60", 0.3, "took longer than"),
            ("exit 3", 20, "ended with status 3"),
            ("echo '{\"outcome\": \"pass\", \"earned\": 100}'", 20, "earned"),
        ] {
            guard case .failed(let text)? = ending(of: script, seconds: seconds) else {
                Issue.record("\(script) was taken for a report")
                continue
            }
            #expect(text.contains(cause), "\(text)")
        }
    }

    @Test("a report comes back as it was sent")
    func report() throws {
        let item = GradeReport.Item(
            id: "a", kind: .exercise, outcome: .pass, points: 4, earned: 4)
        let sent = GradeReport(submission: "w.py", lesson: "l", items: [item])
        let json = String(decoding: try JSONEncoder().encode(sent), as: UTF8.self)
        guard case .report(let got)? = ending(of: "printf '%s' '\(json)'") else {
            Issue.record("no report")
            return
        }
        #expect(got == sent && got.earned == 4 && got.outcome == .pass)
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
