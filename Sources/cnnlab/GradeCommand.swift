import ArgumentParser
import CNN
import Foundation
import Grading
import Interpreter
import Lessons
import Synchronization

/// `cnnlab grade`: marks for submissions, each judged in a process of its own.
struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade submissions of a lesson.",
        discussion: """
            A submission is a .py file with '# %% exercise="ID"' cells, a .md file with the hand-out's \
            fences, or an .ipynb notebook; a folder stands for all such files in it. A plain .py \
            file is one answer to every exercise. Ends with 0 when all passed, 1 when one failed, \
            4 when one could not be graded.
            """)

    @Argument(help: "The lesson: its id, or its file.") var lesson: String
    @Argument(help: "Submissions, or folders of them.") var paths: [String]
    @Option(help: "How many to grade at once.") var jobs = 1
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (1...64).contains(jobs) else {
            throw ValidationError("--jobs takes 1 to 64; \(jobs) was given")
        }
        guard !paths.isEmpty else { throw ValidationError("name at least one submission") }
    }

    func run() throws {
        let lesson = try readLesson(self.lesson)
        let files = try submissions()
        let seconds = lesson.exercises.flatMap(\.checks).reduce(60) { $0 + 2 * ($1.seconds ?? 60) }
        let pool = WorkerPool(
            program: Installation.executablePath, arguments: ["grade-worker", lesson.file],
            jobs: jobs, seconds: seconds)
        let reports = Mutex([GradeReport?](repeating: nil, count: files.count))
        let isQuiet = json || isatty(2) == 0
        pool.run(files) { index, ending in
            let report: GradeReport
            switch ending {
            case .report(let graded): report = graded
            case .failed(let cause):
                report = GradeReport(submission: files[index], lesson: lesson, cause: cause)
            }
            let done = reports.withLock { reports in
                reports[index] = report
                return reports.count { $0 != nil }
            }
            if !isQuiet { say("\rgraded \(done) of \(files.count)", newline: false) }
        }
        if !isQuiet { say("\r\u{1B}[K", newline: false) }
        let finished = reports.withLock { $0.compactMap { $0 } }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(finished), as: UTF8.self))
        } else {
            for report in finished { show(report) }
        }
        if finished.contains(where: { $0.outcome == .couldNotGrade }) { throw ExitCode(4) }
        if finished.contains(where: { $0.outcome == .fail }) { throw ExitCode(1) }
    }

    /// The files named, and those in the folders named, in order.
    private func submissions() throws -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                say("cnnlab grade: \(path): no such file")
                throw ExitCode(2)
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            let inside = names.filter {
                ["py", "md", "ipynb"].contains(($0 as NSString).pathExtension.lowercased())
            }
            guard !inside.isEmpty else {
                say("cnnlab grade: \(path): no .py, .md or .ipynb file in this folder")
                throw ExitCode(2)
            }
            files += inside.map { (path as NSString).appendingPathComponent($0) }
        }
        return files
    }

    private func show(_ report: GradeReport) {
        let total = text(report.points)
        guard let earned = report.earned else {
            print("\(report.submission): could not be graded (\(total) points)")
            if let cause = report.cause { print("  \(cause)") }
            for item in report.items { show(item) }
            return
        }
        print("\(report.submission): \(text(earned)) of \(total) points")
        for item in report.items { show(item) }
    }

    private func show(_ item: GradeReport.Item) {
        let mark =
            switch item.outcome {
            case .pass: "pass"
            case .fail: "fail"
            case .couldNotGrade: "could not grade"
            }
        print("  \(item.id): \(mark), \(text(item.earned)) of \(text(item.points))")
        for part in item.parts where part.outcome != .pass {
            print("    \(part.name): \(part.reason ?? "failed")")
        }
        if let feedback = item.feedback { print("    \(feedback)") }
    }

    private func text(_ points: Double) -> String { String(format: "%g", points) }
}

/// The hidden command that a worker process runs: one submission in, its report out as JSON.
struct GradeWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade-worker", abstract: "Grade one submission (used by grade).",
        shouldDisplay: false)

    @Argument var lesson: String
    @Argument var path: String

    func run() throws {
        let lesson = try readLesson(lesson)
        try WorkerLimits().apply()
        let report: GradeReport
        do {
            let submission = try Submission.read(path: path)
            report = try LargeStack.run { Grader(lesson: lesson).grade(submission) }
        } catch let error as SubmissionError {
            report = GradeReport(submission: path, lesson: lesson, cause: error.problem)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        FileHandle.standardOutput.write(try encoder.encode(report))
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
        say("cnnlab: \(error)")
        throw ExitCode(2)
    }
}

private func say(_ text: String, newline: Bool = true) {
    FileHandle.standardError.write(Data((text + (newline ? "\n" : "")).utf8))
}
