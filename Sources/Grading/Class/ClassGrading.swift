package import Foundation
package import Lessons
import Synchronization

/// Grades the hand-ins of a class: what the gradebook knows already is not graded again, and every new
/// report is in the gradebook before the next one is begun.
package struct ClassGrading: Sendable {
    package var lesson: Lesson
    package var pool: WorkerPool
    /// What the marks follow from beside the submission: the lesson's text and the program.
    package var basis: String
    /// Whether what is known is graded again.
    package var regrades = false

    /// - Parameters:
    ///   - lessonText: the bytes of the lesson's file.
    ///   - program: what tells this program from another version of it.
    package init(lesson: Lesson, lessonText: Data, program: String, pool: WorkerPool) {
        self.lesson = lesson
        self.pool = pool
        basis = SHA256.hex("\(program)\n\(SHA256.hex(lessonText))")
    }

    /// How far a run is.
    package struct Progress: Sendable {
        package var done: Int
        package var total: Int
        /// Of those done, how many were graded in this run.
        package var graded: Int
        package var secondsLeft: Double?
    }

    /// What a run leaves behind.
    package struct Outcome: Sendable {
        /// In the order of the hand-ins.
        package var reports: [GradeReport]
        package var containment: Containment
        package var graded: Int
    }

    /// - Parameters:
    ///   - handIns: what is graded.
    ///   - gradebook: where reports go, and where known ones come from; `nil` for none.
    ///   - progress: told after each.
    package func run(
        _ handIns: [HandIn], gradebook: Gradebook?,
        progress: @escaping @Sendable (Progress) -> Void
    ) throws(GradebookFailure) -> Outcome {
        var reports = [GradeReport?](repeating: nil, count: handIns.count)
        var keys = [String](repeating: "", count: handIns.count)
        var open: [Int] = []
        for (index, handIn) in handIns.enumerated() {
            var known: GradeReport?
            do throws(SubmissionError) {
                keys[index] = key(try Submission.content(path: handIn.file), of: handIn.file)
            } catch {
                known = GradeReport(submission: handIn.file, lesson: lesson, cause: error.problem)
            }
            if known == nil, !regrades { known = try gradebook?.report(key: keys[index]) }
            guard var report = known else {
                open.append(index)
                continue
            }
            report.submission = handIn.file
            reports[index] = report
            try gradebook?.add(grading(report, of: handIn, key: keys[index], isFinal: true))
        }
        return try grade(open, handIns, reports, keys, gradebook: gradebook, progress: progress)
    }

    private func grade(
        _ open: [Int], _ handIns: [HandIn], _ known: [GradeReport?], _ keys: [String],
        gradebook: Gradebook?, progress: @escaping @Sendable (Progress) -> Void
    ) throws(GradebookFailure) -> Outcome {
        struct State {
            var reports: [GradeReport?]
            var containment = Containment.whole
            var graded = 0
            var failure: GradebookFailure?
        }
        let state = Mutex(State(reports: known))
        let book = gradebook
        let start = ContinuousClock.now
        var pool = pool
        pool.known = { digests in
            guard let book, !regrades else { return [:] }
            // Not being able to look is no reason not to grade.
            return (try? book.items(of: digests, on: basis)) ?? [:]
        }
        pool.run(count: open.count) { number in
            let handIn = handIns[open[number]]
            // No marks for what is not what was hashed; nor any more where they cannot be kept.
            guard state.withLock({ $0.failure == nil }),
                let content = try? Submission.content(path: handIn.file),
                key(content, of: handIn.file) == keys[open[number]]
            else { return nil }
            return WorkerPool.Task(file: handIn.file, content: content)
        } finished: { number, ending, containment in
            let index = open[number]
            let report: GradeReport
            // A crash or a time limit may be the machine's doing: a later run tries again.
            let isFinal: Bool
            var judged: [String: String] = [:]
            switch ending {
            case .report(let graded, let now): (report, isFinal, judged) = (graded, true, now)
            case .failed(let cause):
                report = GradeReport(
                    submission: handIns[index].file, lesson: lesson, cause: cause)
                isFinal = false
            }
            let update = state.withLock { state in
                state.reports[index] = report
                if let containment { state.containment.formIntersection(containment) }
                state.graded += 1
                do throws(GradebookFailure) {
                    try book?.add(
                        grading(report, of: handIns[index], key: keys[index], isFinal: isFinal),
                        judged: judged, basis: basis)
                } catch {
                    state.failure = state.failure ?? error
                }
                let passed = (ContinuousClock.now - start) / .seconds(1)
                let rest = Double(open.count - state.graded)
                return Progress(
                    done: handIns.count - open.count + state.graded, total: handIns.count,
                    graded: state.graded,
                    secondsLeft: state.graded < 3 ? nil : passed / Double(state.graded) * rest)
            }
            progress(update)
        }
        let result = state.withLock { $0 }
        if let failure = result.failure { throw failure }
        return Outcome(
            reports: result.reports.compactMap { $0 }, containment: result.containment,
            graded: result.graded)
    }

    private func key(_ content: Data, of file: String) -> String {
        let ending = (file as NSString).pathExtension.lowercased()
        return SHA256.hex("\(basis)\n\(ending)\n\(SHA256.hex(content))")
    }

    private func grading(
        _ report: GradeReport, of handIn: HandIn, key: String, isFinal: Bool
    ) -> Grading {
        Grading(
            lesson: lesson.id, student: handIn.student, file: handIn.file,
            submitted: handIn.submitted, key: key, isFinal: isFinal, report: report)
    }
}
