import Foundation
import Grading
import Lessons
import Testing

@Suite("Packed submissions")
struct SubmissionPackTests {
    private let lesson = Lesson(
        id: "lesson", title: "A lesson",
        exercises: [Exercise(id: "a", name: "A", starter: Code(source: "def f(): ...", line: 1))],
        questions: [
            Question(
                id: "q", prompt: "How many?", points: 4, line: 1,
                form: .numeric(answer: 3, tolerance: 0, wrong: []), tries: 2)
        ])

    private func pack(agrees: Bool) -> SubmissionPack {
        let events: [Event] = [
            .ran(source: "x = 1", role: .answer, exercise: "a", outcome: .succeeded),
            .ran(source: "def f(): return 1", role: .answer, exercise: "a", outcome: .succeeded),
            .judged(exercise: "a", answer: "", earned: 1, points: 1, mistake: nil),
            .answered(question: "q", text: "2", result: .wrong, earned: 0),
            .answered(question: "q", text: "3", result: .right, earned: 2),
        ]
        return SubmissionPack(
            lesson: lesson, learner: "ann",
            events: events.enumerated().map { ($1, Date(timeIntervalSince1970: Double($0) * 60)) },
            agrees: agrees)
    }

    @Test("a pack holds the answers, and the way to them only with consent")
    func contents() throws {
        let plain = pack(agrees: false)
        #expect(
            plain.answers["a"]?.contains("return 1") == true && plain.replies == ["q": ["2", "3"]])
        #expect(plain.cells == nil && plain.attempts == nil && plain.minutes == nil)
        #expect(!String(decoding: plain.data, as: UTF8.self).contains("minutes"))
        let whole = pack(agrees: true)
        #expect(whole.cells?.count == 2 && whole.minutes == 4)
        #expect(whole.attempts?["a"]?.judged == 1)
        #expect(try SubmissionPack(whole.data, file: "w.cnnlab") == whole)
    }

    @Test("tries count as they do in the lesson")
    func tries() throws {
        let submission = try Submission.parse(pack(agrees: false).data, file: "w.cnnlab")
        let report = Grader(lesson: lesson).grade(submission)
        let item = try #require(report.items.first { $0.id == "q" })
        #expect(item.earned == 2 && item.outcome == .pass)
        var thrice = submission
        thrice.replies["q"] = ["1", "2", "3"]
        #expect(Grader(lesson: lesson).grade(thrice).items.last?.earned == 0)
    }

    @Test("time and tries go into the report if the learner agrees; absurd ones do not")
    func effort() throws {
        let whole = try Submission.parse(pack(agrees: true).data, file: "w.cnnlab")
        let report = Grader(lesson: lesson).grade(whole)
        #expect(report.minutes == 4)
        #expect(report.items.first { $0.id == "a" }?.tries == 1)
        #expect(report.items.first { $0.id == "q" }?.tries == 2)
        let plain = Grader(lesson: lesson).grade(
            try Submission.parse(pack(agrees: false).data, file: "w.cnnlab"))
        #expect(plain.minutes == nil && plain.items.first { $0.id == "a" }?.tries == nil)
        for minutes in [-1, 1e300, .infinity, .nan] {
            #expect(Submission.Effort(minutes: minutes, tries: ["a": .max]) == .init())
        }
    }

    @Test("a pack that is torn, changed, newer or none is refused in words")
    func refusals() throws {
        let data = pack(agrees: false).data
        let text = String(decoding: data, as: UTF8.self)
        for (content, word) in [
            (Data(data.dropLast(30)), "torn"), (Data(), "torn"), (Data("[]".utf8), "torn"),
            (Data(text.replacing("return 1", with: "return 2").utf8), "checksum"),
            (Data(text.replacing("\"version\" : 1", with: "\"version\" : 2").utf8), "newer"),
            (Data(text.replacing("cnnlab-submission", with: "other").utf8), "is no submission"),
        ] {
            let error = try #require(throws: SubmissionError.self) {
                try SubmissionPack(content, file: "w.cnnlab")
            }
            #expect(error.problem.contains(word), "\(error.problem)")
        }
    }
}

@Suite("Collecting")
struct CollectionTests {
    @Test("hand-ins go to a folder a student, newer ones replace older ones, links do not go")
    func collecting() throws {
        let scratch = try Scratch()
        try scratch.write("one", to: "shared/ann.py", at: 1000)
        try scratch.write("two", to: "shared/ben/work.md", at: 1000)
        try scratch.write("no", to: "shared/notes.txt")
        symlink(scratch.path + "/shared/ann.py", scratch.path + "/shared/zoe.py")
        let (from, into) = (scratch.path + "/shared", scratch.path + "/into")
        let first = try Collection(from: from, into: into, byOwner: false)
        #expect(first.copied == ["\(into)/ann/ann.py", "\(into)/ben/work.md"])
        #expect(first.notes.count == 1 && first.notes[0].contains("symbolic link"))
        #expect(try Collection(from: from, into: into, byOwner: false).kept == 2)
        try scratch.write("new", to: "shared/ann.py", at: 2000)
        #expect(try Collection(from: from, into: into, byOwner: false).copied.count == 1)
        let handIns = try HandIns(paths: [into], roster: nil).found
        #expect(handIns.map(\.student) == ["ann", "ben"] && handIns[0].submitted == 2000)
        #expect(try String(contentsOfFile: into + "/ann/ann.py", encoding: .utf8) == "new")
    }

    @Test("a file is its owner's, whatever it is called")
    func owner() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "shared/somebody-else.py")
        let found = try Collection(
            from: scratch.path + "/shared", into: scratch.path + "/into", byOwner: true)
        #expect(found.copied == ["\(scratch.path)/into/\(NSUserName())/somebody-else.py"])
    }
}

@Suite("Likeness")
struct SimilarityTests {
    private let original = """
        def train(model, data, steps):
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            total = 0.0
            for step in range(steps):
                for x, y in data:
                    optimizer.zero_grad()
                    loss = F.cross_entropy(model(x), y)
                    loss.backward()
                    optimizer.step()
                    total = total + loss.item()
            return total / steps
        """

    private func renamed(_ text: String) -> String {
        var result = "# mine\n\n\n" + text
        for (old, new) in [
            ("model", "net"), ("optimizer", "opt"), ("total", "summe"), ("0.1", "0.05"),
            ("loss", "cost"), ("step", "turn"),
        ] { result = result.replacing(old, with: new) }
        return result
    }

    private let other = """
        class Trainer:
            def __init__(self, net):
                self.net = net
                self.opt = torch.optim.Adam(net.parameters())

            def epoch(self, loader):
                losses = [self.one(batch) for batch in loader]
                return sum(losses) / len(losses)

            def one(self, batch):
                x, y = batch
                loss = nn.functional.cross_entropy(self.net(x), y)
                self.opt.zero_grad(set_to_none=True)
                loss.backward()
                self.opt.step()
                return loss.item()
        """

    @Test("new names, comments and layout hide nothing; other programs are not alike")
    func pairs() throws {
        let found = Similarity(
            [("ann", original), ("ben", other), ("cem", renamed(original))], known: "")
        #expect(found.pairs.map { [$0.first, $0.second] } == [["ann", "cem"]])
        let pair = try #require(found.pairs.first)
        #expect(pair.likeness > 0.9)
        let part = try #require(pair.parts.first)
        #expect(part.firstText.contains("SGD") && part.secondText.contains("opt ="))
        #expect(part.secondLines[0] >= 4)
    }

    @Test("what everyone was given, and what many wrote, tells nothing")
    func given() {
        let two = [("ann", original), ("cem", renamed(original))]
        #expect(Similarity(two, known: original).pairs.isEmpty)
        #expect(Similarity(two, known: original).tooShort == 2)
        // A part of it, whose runs no window of the whole may have kept.
        let part = original.split(separator: "\n").dropFirst(3).joined(separator: "\n")
        #expect(Similarity([("ann", part), ("ben", part)], known: original).tooShort == 2)
        let many = (0..<10).map { ("s\($0)", original) }
        #expect(Similarity(many, known: "").pairs.isEmpty)
        #expect(Similarity([("a", ""), ("b", "x = \"")], known: "").tooShort == 2)
    }
}

@Suite("Zip")
struct ZipTests {
    @Test("an archive is read by another program as it was written")
    func archive() throws {
        let scratch = try Scratch()
        var zip = ZipWriter()
        let content = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) })
        try zip.add(content, as: "folder/data.bin")
        try zip.add(Data(), as: "empty")
        try zip.add(Data("#!/bin/sh\n".utf8), as: "run", isExecutable: true)
        let archive = zip.finish()
        #expect(archive.prefix(4) == Data([0x50, 0x4b, 3, 4]))
        // Python reads zip files, and is on every machine that builds this; without it this much is looked at.
        let path = scratch.path + "/a.zip"
        try archive.write(to: URL(fileURLWithPath: path))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), "
                + "len(z.read('folder/data.bin')), z.getinfo('run').external_attr >> 16 & 0o777)",
            path,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 127 { #expect(text == "None 100000 493\n") }
    }
}
