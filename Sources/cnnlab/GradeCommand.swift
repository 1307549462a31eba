import ArgumentParser
import CNN
import Foundation
import Grading
import Lessons

/// `cnnlab grade`: marks for submissions, each judged in a process of its own.
struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade submissions of a lesson.",
        discussion: """
            A submission is a .py file with '# %% exercise="ID"' cells, a .md file with the hand-out's \
            fences, an .ipynb notebook, or what 'cnnlab submit' made; a folder stands for all such files in it, \
            and for its folders, one a student. A plain .py file is one answer to every exercise.

            With --output, a gradebook and all reports are kept in that folder. A run that was stopped goes \
            on where it was, and what has not changed is not graded again. Manual marks stay.

            Ends with 0 when all passed, 1 when one failed, 4 when one could not be graded.
            """)

    @Argument(help: "The lesson: its id, or its file.") var lesson: String
    @Argument(help: "Submissions, or folders of them.") var paths: [String]
    @Option(help: "The class: a .csv file with a column id, or a .yaml list.") var roster: String?
    @Option(help: "How many to grade at once. Default: as many as there are processors.")
    var jobs: Int?
    @Option(name: .shortAndLong, help: "A folder for the gradebook and the reports.")
    var output: String?
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Grade also what the gradebook knows.") var regrade = false
    @Option(help: "Write JUnit XML to this file.") var junit: String?
    @Option(help: "Write Gradescope's results.json of the one submission to this file.")
    var gradescope: String?
    @OptionGroup(title: "Late submissions") var late: LateOptions

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs takes 1 to 64; \(jobs) was given")
        }
        guard !paths.isEmpty else { throw ValidationError("name at least one submission") }
        if late.isGiven, output == nil {
            throw ValidationError("--due and its like need --output, where the marks are kept")
        }
    }

    func run() throws {
        let lesson = try readLesson(self.lesson)
        let policy = try late.policy()
        let roster: Roster?
        let handIns: HandIns
        do {
            roster = try self.roster.map { path throws(Roster.Refusal) in try Roster(path: path) }
            handIns = try HandIns(paths: paths, roster: roster)
        } catch {
            printError("cnnlab grade: \(error)")
            throw ExitCode(2)
        }
        for note in handIns.notes { printError("note: \(note)") }
        guard gradescope == nil || handIns.found.count == 1 else {
            printError("cnnlab grade: --gradescope takes one submission")
            throw ExitCode(2)
        }
        do {
            try grade(lesson, handIns.found, roster: roster, policy: policy)
        } catch let failure as GradebookFailure {
            printError("cnnlab grade: \(failure). What was graded before is kept.")
            throw ExitCode(4)
        } catch let failure as OutputFolder.Failure {
            printError("cnnlab grade: \(failure)")
            throw ExitCode(4)
        }
    }

    private func grade(
        _ lesson: Lesson, _ handIns: [HandIn], roster: Roster?, policy: LatePolicy?
    ) throws {
        let gradebook = try output.map { folder throws(GradebookFailure) in
            try Gradebook(
                path: (folder as NSString).appendingPathComponent(Gradebook.fileName))
        }
        let outline = LessonOutline(lesson)
        try gradebook?.enroll(roster?.entries ?? [])
        try gradebook?.keep(outline, policy: policy)
        let isQuiet = json || isatty(2) == 0
        let outcome = try grading(of: lesson, count: handIns.count).run(
            handIns, gradebook: gradebook
        ) { progress in
            if !isQuiet { Self.show(progress) }
        }
        if !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        if let shortcoming = outcome.containment.shortcoming { printError("note: \(shortcoming)") }
        if let gradebook, let output {
            let (kept, policy) =
                try gradebook.lessons().first { $0.0.id == lesson.id } ?? (outline, LatePolicy())
            let results = try ClassResults(kept, policy: policy, gradebook: gradebook)
            let reports = try gradebook.latest(lesson: lesson.id).map(\.report)
            try OutputFolder(path: output).write(results, reports: reports)
        }
        try write(outcome.reports, of: lesson)
        try show(outcome.reports)
    }

    private func grading(of lesson: Lesson, count: Int) throws -> ClassGrading {
        // Runs count their processor time themselves; this is for what hangs, on a machine however busy.
        let seconds = lesson.exercises.flatMap(\.checks).reduce(600) {
            $0 + 20 * ($1.seconds ?? 60)
        }
        let processors = ProcessInfo.processInfo.activeProcessorCount
        let jobs = min(self.jobs ?? processors, max(1, count))
        let pool = WorkerPool(
            program: Installation.executablePath,
            arguments: [
                "grade-worker", lesson.file, "--seconds", "\(seconds)", "--threads",
                "\(max(1, processors / jobs))",
            ], jobs: jobs)
        var grading = ClassGrading(
            lesson: lesson,
            lessonText: FileManager.default.contents(atPath: lesson.file) ?? Data(),
            program: Self.programStamp, pool: pool)
        grading.regrades = regrade
        return grading
    }

    /// What tells this build of the program from another.
    private static var programStamp: String {
        var status = stat()
        guard stat(Installation.executablePath, &status) == 0 else { return "unknown" }
        return "\(status.st_size) \(status.st_mtim.tv_sec)"
    }

    // MARK: Showing

    private static func show(_ progress: ClassGrading.Progress) {
        let width = 20
        let filled = progress.total == 0 ? width : width * progress.done / progress.total
        let bar =
            String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        let left = progress.secondsLeft.map { String(format: ", %.0f s left", $0) } ?? ""
        let text = "\r\u{1B}[Kgraded \(progress.done) of \(progress.total) [\(bar)]\(left)"
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func write(_ reports: [GradeReport], of lesson: Lesson) throws {
        var files: [(String, String)] = []
        if let junit { files.append((junit, JUnitXML.render(reports))) }
        if let gradescope, let report = reports.first {
            files.append((gradescope, GradescopeResults(report).json))
        }
        for (path, text) in files {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                printError("\(path) cannot be written: \(error.localizedDescription)")
                throw ExitCode(4)
            }
        }
    }

    private func show(_ reports: [GradeReport]) throws {
        if json {
            try printEncoded(reports)
        } else {
            for report in reports { show(report) }
        }
        if reports.contains(where: { $0.outcome == .couldNotGrade }) { throw ExitCode(4) }
        if reports.contains(where: { $0.outcome == .fail }) { throw ExitCode(1) }
    }

    private func show(_ report: GradeReport) {
        let total = markText(report.points)
        guard let earned = report.earned else {
            print("\(report.submission): could not be graded (\(total) points)")
            if let cause = report.cause { print("  \(cause)") }
            for item in report.items { show(item) }
            return
        }
        print("\(report.submission): \(markText(earned)) of \(total) points")
        for item in report.items { show(item) }
    }

    private func show(_ item: GradeReport.Item) {
        let mark =
            switch item.outcome {
            case .pass: "pass"
            case .fail: "fail"
            case .couldNotGrade: "could not grade"
            }
        print("  \(item.id): \(mark), \(markText(item.earned)) of \(markText(item.points))")
        for part in item.parts where part.outcome != .pass {
            print("    \(part.name): \(part.reason ?? "failed")")
        }
        if let feedback = item.feedback { print("    \(feedback)") }
    }
}

/// When submissions are late, and what it costs.
struct LateOptions: ParsableArguments {
    @Option(help: "When it is due: 2026-11-27, or 2026-11-27T23:59, with +01:00 if need be.")
    var due: String?
    @Option(help: "Minutes after that which cost nothing.") var grace: Double?
    @Option(help: "Percent of the points that each begun day costs. Default: 10.")
    var perDay: Double?
    @Option(help: "Percent that are left at the least. Default: 0.") var atLeast: Double?

    var isGiven: Bool { due != nil || grace != nil || perDay != nil || atLeast != nil }

    func validate() throws {
        for (name, value) in [("grace", grace), ("per-day", perDay), ("at-least", atLeast)] {
            guard let value else { continue }
            guard value >= 0, value <= (name == "grace" ? 1e6 : 100) else {
                throw ValidationError("--\(name) is out of range: \(markText(value))")
            }
        }
    }

    func policy() throws -> LatePolicy? {
        guard isGiven else { return nil }
        var policy = LatePolicy()
        if let due {
            guard let date = LatePolicy.date(due) else {
                throw ValidationError("--due takes a date like 2026-11-27T23:59; \(due) was given")
            }
            policy.due = date
        }
        policy.graceMinutes = grace ?? policy.graceMinutes
        policy.percentPerDay = perDay ?? policy.percentPerDay
        policy.leastPercent = atLeast ?? policy.leastPercent
        return policy
    }
}

/// The hidden command that a worker runs: submissions in, their reports out as JSON.
struct GradeWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade-worker",
        abstract: "Grade the submissions that come in on standard input (used by grade).",
        shouldDisplay: false)

    @Argument var lesson: String
    @Option var seconds: Double
    @Option var threads = 1

    func run() throws {
        try WorkerServer(lesson: try readLesson(lesson), seconds: seconds, threads: threads).run()
    }
}

/// The lesson of that id, or in that file.
func readLesson(_ name: String) throws -> Lesson {
    var path = name
    if !FileManager.default.fileExists(atPath: path),
        let folder = Installation.shippedFolder("lessons")
    {
        path = (folder as NSString).appendingPathComponent(name + ".md")
    }
    do {
        return try Lesson.read(path: path)
    } catch {
        printError("cnnlab: \(error)")
        throw ExitCode(2)
    }
}
