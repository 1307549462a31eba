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
            ("work.txt", "x", "a .py, .md, .ipynb or .cnnlab file is expected"),
            ("work.ipynb", "{", "its JSON cannot be read"),
            ("work.ipynb", "[]", "it has no list of cells"),
            ("work.ipynb", String(repeating: "[", count: 100_000), "its JSON cannot be read"),
        ])
    func refusals(name: String, content: String, reason: String) throws {
        let error = try #require(throws: SubmissionError.self) { try read(content, as: name) }
        #expect(error.problem.contains(reason), "\(error.problem)")
    }

    @Test("a link, a folder and a pipe are no submissions, whatever they lead to")
    func links() throws {
        let folder = NSTemporaryDirectory() + "cnnlab-links-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("secret = 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/real.py"))
        symlink(folder + "/real.py", folder + "/link.py")
        mkfifo(folder + "/pipe.py", 0o600)
        mkdir(folder + "/folder.py", 0o700)
        for (name, reason) in [
            ("link", "symbolic link"), ("pipe", "not a regular file"),
            ("folder", "not a regular file"),
        ] {
            let error = try #require(throws: SubmissionError.self) {
                try Submission.read(path: "\(folder)/\(name).py")
            }
            #expect(error.problem.contains(reason), "\(name): \(error.problem)")
        }
        #expect(try Submission.read(path: folder + "/real.py").script == "secret = 1\n")
    }

    @Test("a byte order mark does not hide the first cell")
    func mark() throws {
        let submission = try read("\u{FEFF}# %% exercise=\"a\"\nx = 1", as: "w.py")
        #expect(submission.answer(to: "a") == .code("x = 1"))
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
