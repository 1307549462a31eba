import Foundation
import Grading
import Lessons
import Testing

@Suite("Roster")
struct RosterTests {
    private func roster(_ text: String, _ name: String = "roster.csv") throws -> Roster {
        let scratch = try Scratch()
        return try Roster(path: try scratch.write(text, to: name))
    }

    @Test("students are read from CSV, YAML and Canvas's export")
    func formats() throws {
        let csv = try roster(
            "\u{FEFF}id,name,email,due\r\nann1,\"O'Neill, Ann\",ann@x.org,2026-11-30\r\nben,Ben,,\r\n"
        )
        #expect(csv.entries.map(\.id) == ["ann1", "ben"])
        #expect(csv.entries[0].name == "O'Neill, Ann" && csv.entries[0].due != nil)
        let yaml = try roster("- id: ann1\n  name: Ann\n- id: \"007\"\n", "roster.yaml")
        #expect(yaml.entries.map(\.id) == ["ann1", "007"])
        let canvas = try roster(
            "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"
                + "\"Neill, Ann\",4711,S1,ann1,A\n")
        #expect(canvas.entries.map(\.id) == ["ann1"])
        #expect(canvas.entries[0].canvasID == "4711" && canvas.entries[0].sisID == "S1")
    }

    @Test(
        "a roster that is none is refused in words",
        arguments: [
            ("name\nAnn\n", "r.csv", "id"), ("id\nann\nann\n", "r.csv", "twice"),
            ("id,due\nann,soon\n", "r.csv", "date"), ("a: &x [*x]\n", "r.yaml", "aliases"),
            ("- [1]\n", "r.yaml", "mapping"),
            (String(repeating: "[", count: 5000), "r.yaml", "deep"),
        ])
    func refusals(text: String, name: String, word: String) throws {
        let refusal = try #require(throws: Roster.Refusal.self) { try roster(text, name) }
        #expect(refusal.description.contains(word), "\(refusal)")
    }

    @Test(
        "files are called after students in many ways",
        arguments: [
            ("ann1", "ann1"), ("oneillann_4711_88_lab", "ann1"), ("Ann@X.org", "ann1"),
            ("O'Neill, Ann", "ann1"), ("ann1_lab3", "ann1"), ("late_4711", "ann1"),
            ("nobody", nil), ("ann1_ben", nil), ("", nil),
        ] as [(String, String?)])
    func names(name: String, id: String?) throws {
        var ann = RosterEntry(id: "ann1", name: "O'Neill, Ann")
        ann.email = "ann@x.org"
        ann.canvasID = "4711"
        #expect(Roster([ann, RosterEntry(id: "ben")]).student(named: name)?.id == id)
    }
}

@Suite("Hand-ins")
struct HandInsTests {
    @Test("files and a folder a student are found; the latest of a student counts")
    func finding() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "in/ann.py", at: 1000)
        try scratch.write("x", to: "in/ben/old.py", at: 1000)
        try scratch.write("x", to: "in/ben/new.ipynb", at: 2000)
        try scratch.write("x", to: "in/readme.txt")
        try scratch.write("x", to: "in/.hidden.py")
        symlink("/etc", scratch.path + "/in/zoe")
        let found = try HandIns(paths: [scratch.path + "/in"], roster: nil)
        #expect(found.found.map(\.student) == ["ann", "ben"])
        #expect(found.found.map(\.submitted) == [1000, 2000])
        #expect(found.notes.count == 1 && found.notes[0].contains("old.py"))
    }

    @Test("the order in which paths are given does not matter")
    func order() throws {
        let scratch = try Scratch()
        let files = try ["c", "a", "b"].map { try scratch.write("x", to: "\($0).py") }
        let one = try HandIns(paths: files, roster: nil)
        #expect(one.found == (try HandIns(paths: files.reversed(), roster: nil)).found)
        #expect(throws: HandIns.Refusal.self) {
            try HandIns(paths: [scratch.path + "/none"], roster: nil)
        }
    }
}

@Suite("Reports")
struct ReportTests {
    /// Ann with a difficult name, Ben without a submission.
    private func results() throws -> (ClassResults, Scratch) {
        let scratch = try Scratch()
        let book = try Gradebook(path: scratch.path + "/g.sqlite")
        var ann = RosterEntry(id: "=cmd()", name: "O\"Neill, \u{202E}Ann <b>")
        ann.login = "ann"
        ann.canvasID = "4711"
        try book.enroll([ann, RosterEntry(id: "ben", name: "Ben")])
        let outline = LessonOutline(
            Lesson(
                id: "lesson", title: "Mean & more",
                exercises: [
                    Exercise(
                        id: "a", name: "The mean", starter: Code(source: "", line: 1),
                        checks: [Check(code: Code(source: "", line: 1), name: "values", points: 4)])
                ]))
        var report = GradeReport.sample(1, file: "+work.py")
        report.items[0].parts[0].isHidden = true
        report.items[0].tries = 3
        report.minutes = 42.4
        try book.add(
            Grading(
                lesson: "lesson", student: "=cmd()", file: "+work.py", submitted: nil, key: "k",
                isFinal: true, report: report))
        try book.set(
            lesson: "lesson", student: "=cmd()", item: "", comment: .set("see me\n- soon"))
        return (try ClassResults(outline, policy: LatePolicy(), gradebook: book), scratch)
    }

    @Test("CSV keeps its columns, and no spreadsheet runs it")
    func csv() throws {
        let records = Leaderboard.records(of: try results().0.csv)
        #expect(Set(records.map(\.count)) == [12])
        #expect(records[1][0] == "'=cmd()" && records[1].last == "'+work.py")
        #expect(records[1][1] == "O\"Neill, \u{202E}Ann <b>" && records[1][10] == "see me\n- soon")
        #expect(records[2][4] == "missing" && records[2][5].isEmpty && records[2][8].isEmpty)
    }

    @Test("Canvas finds its columns, its line of points, and students by their ids")
    func canvas() throws {
        // As Canvas's importer reads: the first columns by name, the line whose name is "Points Possible"
        // after trimming, an empty score is left alone.
        let records = Leaderboard.records(of: try results().0.canvasCSV)
        let head = records[0]
        #expect(head.prefix(5) == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"])
        #expect(Set(records.map(\.count)) == [6])
        let points = try #require(
            records.first { $0[0].trimmingCharacters(in: .whitespaces) == "Points Possible" })
        #expect(points[5] == "4")
        let scores = Dictionary(uniqueKeysWithValues: records.dropFirst(2).map { ($0[3], $0[5]) })
        #expect(scores == ["ann": "1", "ben": ""])
        #expect(records[2][1] == "4711")
    }

    @Test("JUnit and HTML are well-formed whatever stands in names and reasons")
    func markup() throws {
        let (results, _) = try results()
        var report = GradeReport.sample(1, file: "a\u{0}\u{8}<&\"'.py")
        report.items[0].parts[0].reason = "]]> </failure> \u{FFFE}"
        for text in [
            JUnitXML.render([report, GradeReport.sample(nil)]), ClassPage.render(results),
            FeedbackPage.render(results.students[0], lesson: results.lesson),
            FeedbackPage.render(results.students[1], lesson: results.lesson),
        ] {
            // HTML's one way not to be XML is its empty elements.
            let closed = text.replacingOccurrences(
                of: "(<meta [^>]*[^/])>", with: "$1/>", options: .regularExpression
            ).replacingOccurrences(of: "<!DOCTYPE html>", with: "")
            let parser = XMLWellFormedness(closed)
            #expect(parser.problem == nil, "\(parser.problem ?? "") in \(text.prefix(3000))")
        }
        #expect(JUnitXML.render([report]).contains("failures=\"1\""))
    }

    @Test("a student's page has no script, nothing from elsewhere, and no reason of a hidden check")
    func feedback() throws {
        let (results, _) = try results()
        let page = FeedbackPage.render(results.students[0], lesson: results.lesson)
        #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
        #expect(!page.contains("so on") && page.contains("Your instructor knows the details"))
        #expect(page.contains("O&quot;Neill") && page.contains("see me"))
        #expect(page.contains("<strong>1</strong> of 4 points"))
        // A name that turns round what follows it turns nothing round.
        #expect(!page.unicodeScalars.contains("\u{202E}") && page.contains("\u{FFFD}Ann"))
    }

    @Test("Gradescope gets no score where nothing could be graded")
    func gradescope() throws {
        let open = GradescopeResults(.sample(nil)).json
        #expect(!open.contains("\"score\" : 4") && open.contains("could not be graded"))
        let object = try JSONSerialization.jsonObject(
            with: Data(GradescopeResults(.sample(1)).json.utf8))
        let results = try #require(object as? [String: Any])
        #expect(results["score"] as? Double == 1)
        let test = try #require((results["tests"] as? [[String: Any]])?.first)
        #expect(test["max_score"] as? Double == 4 && test["status"] as? String == "failed")
    }

    @Test("each student has a file of a name that is only a name")
    func fileNames() {
        let names = OutputFolder.names(["../../etc/passwd", "Ann", "ann", "ben", "", ".x", "a/b"])
        #expect(Set(names.map { $0.lowercased() }).count == 7)
        #expect(names[3] == "ben")
        #expect(names.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") && !$0.isEmpty })
    }

    @Test("files are written whole, and what a killed run left of one goes")
    func wholeFiles() throws {
        let (results, scratch) = try results()
        let out = scratch.path + "/out"
        try scratch.write("half", to: "out/.grades.csv.cnnlab-part")
        try scratch.write("half", to: "out/feedback/.ben.html.cnnlab-part")
        try scratch.write("mine", to: "out/.notes")
        try OutputFolder(path: out).write(results, reports: [.sample(1)])
        let names = try FileManager.default.contentsOfDirectory(atPath: out)
        #expect(
            names.sorted() == [
                ".notes", "canvas.csv", "class.html", "feedback", "grades.csv", "grades.json",
                "junit.xml",
            ])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: out + "/feedback").allSatisfy {
                !$0.hasPrefix(".")
            })
    }

    @Test("the class's report has success, mistakes and who is missing")
    func classPage() throws {
        let page = ClassPage.render(try results().0)
        #expect(page.contains("2 students: 1 with a score, 1 without a submission"))
        #expect(page.contains("The mean: the sum") && page.contains("1.00 of 4"))
        #expect(page.contains("1 handed in the time they spent: median 42 minutes"))
        #expect(page.contains("<td class=\"n\">3</td>"))
    }
}

/// Whether a text is well-formed as XML: tags that nest, attributes in quotes, known entities.
struct XMLWellFormedness {
    private(set) var problem: String?

    init(_ text: String) {
        var open: [Substring] = []
        for match in text.matches(of: /<(\/?)([?a-zA-Z][^\s\/>]*)((?:[^>"']|"[^"<]*"|'[^'<]*')*)>/)
        {
            let name = match.2
            if name.hasPrefix("?") { continue }
            if match.1 == "/" {
                if open.popLast() != name { problem = problem ?? "</\(name)> closes nothing" }
            } else if !match.3.hasSuffix("/") {
                open.append(name)
            }
        }
        if !open.isEmpty { problem = problem ?? "\(open) stay open" }
        let rest = text.replacing(
            /<(\/?)([?a-zA-Z][^\s\/>]*)((?:[^>"']|"[^"<]*"|'[^'<]*')*)>/, with: "")
        if rest.contains("<") { problem = problem ?? "a < stands alone" }
        for match in rest.matches(of: /&[^;\s]*;?/)
        where !["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#10;", "&#9;"].contains(match.0) {
            problem = problem ?? "\(match.0) is no entity"
        }
        if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" }) {
            problem = problem ?? "a control character"
        }
    }
}
