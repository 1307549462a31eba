import Foundation
import GRDB
import Grading
import Lessons
import Testing

@Suite("Gradebook")
struct GradebookTests {
    private let scratch: Scratch
    private let book: Gradebook
    private let outline: LessonOutline

    init() throws {
        scratch = try Scratch()
        book = try Gradebook(path: scratch.path + "/out/" + Gradebook.fileName)
        outline = LessonOutline(
            Lesson(
                id: "lesson", title: "A lesson",
                exercises: [
                    Exercise(
                        id: "a", name: "The mean", starter: Code(source: "", line: 1),
                        checks: [
                            Check(code: Code(source: "", line: 1), name: "values", points: 4)
                        ])
                ]))
        try book.keep(outline, policy: nil)
    }

    private func add(
        _ student: String, _ report: GradeReport, key: String = "k", isFinal: Bool = true,
        submitted: Double? = nil
    ) throws {
        try book.add(
            Grading(
                lesson: "lesson", student: student, file: report.submission, submitted: submitted,
                key: key, isFinal: isFinal, report: report))
    }

    private func results() throws -> ClassResults {
        let (kept, policy) = try #require(try book.lessons().first)
        return try ClassResults(kept, policy: policy, gradebook: book)
    }

    @Test("what was graded is known by its key, unless it is to be tried again")
    func keys() throws {
        try add("ann", .sample(4), key: "one")
        try add("ben", .sample(nil), key: "two", isFinal: false)
        #expect(try book.report(key: "one")?.earned == 4)
        #expect(try book.report(key: "two") == nil)
        #expect(try book.report(key: "three") == nil)
    }

    @Test("what was said of an answer is known by its digest, for the same lesson and program")
    func answers() throws {
        let item = GradeReport.Item(
            id: "a", kind: .exercise, outcome: .pass, points: 4, earned: 4)
        var tried = item
        tried.tries = 3
        let report = GradeReport(submission: "w.py", lesson: "lesson", items: [tried])
        let grading = Grading(
            lesson: "lesson", student: "ann", file: "w.py", submitted: nil, key: "k", isFinal: true,
            report: report)
        try book.add(grading, judged: ["x": "a", "y": "other"], basis: "basis")
        #expect(try book.items(of: ["x", "y", "z"], on: "basis") == ["x": item])
        #expect(try book.items(of: ["x"], on: "other") == [:])
    }

    @Test("grading twice alike leaves one entry, grading anew keeps the old one")
    func history() throws {
        try add("ann", .sample(1))
        try add("ann", .sample(1))
        #expect(try book.history(lesson: "lesson", student: "ann").count == 1)
        try add("ann", .sample(4), key: "new")
        let history = try book.history(lesson: "lesson", student: "ann")
        #expect(history.map(\.0.report.earned) == [1, 4])
        #expect(try results().students.map(\.score) == [4])
    }

    @Test("marks and comments by hand outlive every regrading")
    func manual() throws {
        try add("ann", .sample(1))
        try book.set(lesson: "lesson", student: "ann", item: "a", points: .set(3.5))
        try book.set(lesson: "lesson", student: "ann", item: "a", comment: .set("well argued"))
        try add("ann", .sample(4), key: "new")
        let item = try #require(try results().students.first?.items.first)
        #expect(item.earned == 3.5 && item.isManual && item.comment == "well argued")
        try book.set(lesson: "lesson", student: "ann", item: "a", points: .set(nil))
        let after = try #require(try results().students.first?.items.first)
        #expect(after.earned == 4 && !after.isManual && after.comment == "well argued")
    }

    @Test("what could not be graded has no score until a person gives one")
    func open() throws {
        try add("ann", .sample(nil))
        #expect(try results().students.first?.status == .couldNotGrade)
        #expect(try results().students.first?.score == nil)
        try book.set(lesson: "lesson", student: "ann", item: "a", points: .set(2))
        #expect(try results().students.first?.score == 2)
    }

    @Test("who handed in nothing is missing, and has no zero")
    func missing() throws {
        try book.enroll([RosterEntry(id: "ann", name: "Ann"), RosterEntry(id: "ben")])
        try add("ann", .sample(4))
        let students = try results().students
        #expect(students.map(\.status) == [.graded, .missing])
        #expect(students.map(\.score) == [4, nil])
    }

    @Test("lateness costs what the policy says, and a mark for the whole stands as it is")
    func late() throws {
        var policy = LatePolicy()
        policy.due = 1_000_000
        policy.percentPerDay = 25
        try book.keep(outline, policy: policy)
        try add("ann", .sample(4), submitted: 1_000_000 + 86_401)
        #expect(try results().students.first?.score == 2)
        #expect(try results().students.first?.daysLate == 2)
        var own = RosterEntry(id: "ann")
        own.due = 1_100_000
        try book.enroll([own])
        #expect(try results().students.first?.score == 4)
        try book.enroll([RosterEntry(id: "ann")])
        try book.set(lesson: "lesson", student: "ann", item: "", points: .set(3))
        #expect(try results().students.first?.score == 3)
        // A run without a policy leaves the one there is.
        try book.keep(outline, policy: nil)
        #expect(try book.lessons().first?.1 == policy)
    }

    @Test("a gradebook that is damaged, newer or missing is refused in words")
    func refusals() throws {
        let damaged = try scratch.write(String(repeating: "x", count: 5000), to: "bad.sqlite")
        #expect(throws: GradebookFailure.self) { try Gradebook(path: damaged) }
        let failure = try #require(throws: GradebookFailure.self) {
            try Gradebook(path: scratch.path + "/none.sqlite", mustExist: true)
        }
        #expect(failure.description.contains("does not exist"))
        let queue = try DatabaseQueue(path: book.path)
        try queue.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: later')")
        }
        let newer = try #require(throws: GradebookFailure.self) { try Gradebook(path: book.path) }
        #expect(newer.description.contains("newer"))
    }

    @Test("marks are imported all or none")
    func imports() throws {
        try add("ann", .sample(1))
        let good = try scratch.write(
            "student,item,points,comment\r\nann,a,2,\"fine, \"\"so\"\"\"\r\n", to: "marks.csv")
        let marks = try ManualMark.read(path: good, results: try results())
        try book.set(marks)
        let item = try #require(try results().students.first?.items.first)
        #expect(item.earned == 2 && item.comment == "fine, \"so\"")
        for text in [
            "student,item,points\nzoe,a,1\n", "student,item,points\nann,b,1\n", "x\n1\n",
            "student,item,points\nann,a,many\n", "student,item,points\nann,a,-1\n",
        ] {
            let bad = try scratch.write(text, to: "bad.csv")
            #expect(throws: ManualMark.Refusal.self) {
                try ManualMark.read(path: bad, results: try results())
            }
        }
    }
}

@Suite("Late policy")
struct LatePolicyTests {
    @Test(
        "begun days are whole, and the grace costs nothing",
        arguments: [
            (0.0, 0), (3600, 0), (3601, 1), (3600 + 86_400, 1), (3601 + 86_400, 2), (1e300, 10_000),
        ] as [(Double, Int)])
    func days(late: Double, expected: Int) {
        var policy = LatePolicy()
        policy.due = 1_000_000_000
        policy.graceMinutes = 60
        #expect(policy.daysLate(1_000_000_000 + late) == expected)
        #expect(policy.daysLate(nil) == 0)
    }

    @Test("no less is left than the least")
    func share() {
        var policy = LatePolicy()
        policy.percentPerDay = 30
        #expect(policy.share(daysLate: 0) == 1)
        #expect(policy.share(daysLate: 100) == 0)
        policy.leastPercent = 50
        #expect(policy.share(daysLate: 1) == 0.7 && policy.share(daysLate: 2) == 0.5)
    }

    @Test(
        "dates are read as people write them",
        arguments: [
            ("2026-11-27", 1_795_823_999.0), ("2026-11-27T12:00", 1_795_780_800),
            ("2026-11-27 12:00", 1_795_780_800), ("2026-11-27T13:00+01:00", 1_795_780_800),
            ("2026-11-27T12:00:00Z", 1_795_780_800),
        ] as [(String, Double)])
    func dates(text: String, seconds: Double) throws {
        #expect(LatePolicy.date(text, zone: try #require(TimeZone(identifier: "UTC"))) == seconds)
        for wrong in ["", "tomorrow", "2026-13-01", "2026-02-30", "27.11.2026"] {
            #expect(LatePolicy.date(wrong) == nil, "\(wrong)")
        }
    }
}

@Suite("Databases on network file systems")
struct DiskFileTests {
    @Test(
        "the mount that a path lies on decides",
        arguments: [
            ("/home/ann/state", true), ("/home", true), ("/homes/ann", false), ("/var/x", false),
            ("/home/local/x", false), ("/my share/x", true), ("/sshfs/x", true),
        ])
    func mounts(path: String, isFar: Bool) {
        let mounts = """
            /dev/vda / ext4 rw 0 0
            server:/home /home nfs4 rw 0 0
            /dev/vdb /home/local ext4 rw 0 0
            //server/share /my\\040share cifs rw 0 0
            me@host: /sshfs fuse.sshfs rw 0 0
            """
        #expect(DiskFile.isOnNetwork(path, mounts: mounts) == isFar)
    }
}
