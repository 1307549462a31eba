import Foundation
package import Lessons

/// Grades submissions of one lesson, each exercise from a clean session with the lesson's seed, and each run of
/// a submission's code in a process of its own.
///
/// Call it in a worker (``WorkerServer``), on a thread with a large stack.
package struct Grader {
    private let lesson: Lesson
    private let judge: Judge

    package init(lesson: Lesson) {
        self.lesson = lesson
        judge = Judge(lesson: lesson)
    }

    /// Makes ready what every run needs, before this process is forked.
    func prepare() { judge.prepare() }

    /// What a submission says, as far as it can be told without running it.
    private struct Reading: Codable {
        /// An answer for each exercise of the lesson.
        var answers: [Submission.Answer]
        /// The questions, judged.
        var questions: [GradeReport.Item]
        var effort: Submission.Effort?
    }

    /// Grades the bytes of a submission.
    ///
    /// - Parameter known: asked what is known of answers, by their digests.
    /// - Returns: the report, and the exercises that were judged now, by the digests of the answers.
    /// - Throws: if they are no submission, or a run ended with a crash or beyond all limits: nothing is known then.
    func grade(
        _ content: Data, of file: String, in enclosure: Enclosure,
        known: ([String]) -> [String: GradeReport.Item]
    ) throws(Enclosure.Failure) -> (GradeReport, judged: [String: String]) {
        let reading = try enclosure.run {
            read(try Submission.parse(content, file: file))
        }
        var failure: Enclosure.Failure?
        judge.isolation = { run, isLessons in
            // What the lesson's own code takes is not the submission's fault.
            let began = ContinuousClock.now
            defer {
                if isLessons { enclosure.deadline += ContinuousClock.now - began }
            }
            do throws(Enclosure.Failure) {
                if let failure { throw failure }
                return try enclosure.run(run)
            } catch {
                failure = error
                return Sighting(.couldNotGrade(cause: .checkCrashed(error.cause)))
            }
        }
        judge.sharing = { runs in
            let count = runs.always.count
            do throws(Enclosure.Failure) {
                if let failure { throw failure }
                return try enclosure.run(runs)
            } catch {
                failure = error
                let seen = Sighting(.couldNotGrade(cause: .checkCrashed(error.cause)))
                return [Sighting](repeating: seen, count: count)
            }
        }
        // An exercise is judged from a clean session, so what is said of an answer holds whatever is beside it.
        let digests = zip(lesson.exercises, reading.answers).map(Self.digest)
        let found = known(digests.compactMap { $0 })
        let report = report(file, reading) { number in digests[number].flatMap { found[$0] } }
        if let failure { throw failure }
        var judged: [String: String] = [:]
        for (item, digest) in zip(report.items, digests) {
            // What could not be graded may have been the machine's doing.
            guard let digest, found[digest] == nil, item.outcome != .couldNotGrade else { continue }
            judged[digest] = item.id
        }
        return (report, judged)
    }

    private static func digest(_ exercise: Exercise, _ answer: Submission.Answer) -> String? {
        guard case .code(let code) = answer else { return nil }
        return SHA256.hex("\(exercise.id)\n\(code)")
    }

    /// Grades a submission in this process, with nothing but the interpreter around it.
    package func grade(_ submission: Submission) -> GradeReport {
        report(submission.file, read(submission))
    }

    private func report(
        _ file: String, _ reading: Reading, known: (Int) -> GradeReport.Item? = { _ in nil }
    ) -> GradeReport {
        let exercises = lesson.exercises.indices.map { number in
            let (exercise, answer) = (lesson.exercises[number], reading.answers[number])
            var item = known(number) ?? grade(exercise, answer)
            item.tries = reading.effort?.tries[exercise.id]
            return item
        }
        var report = GradeReport(
            submission: file, lesson: lesson.id, items: exercises + reading.questions)
        report.minutes = reading.effort?.minutes
        return report
    }

    private func read(_ submission: Submission) -> Reading {
        // Plain scripts have no place for answers to questions, so they are not held against them.
        let questions = submission.script == nil ? lesson.questions : []
        return Reading(
            answers: lesson.exercises.map { submission.answer(to: $0.id) },
            questions: questions.map {
                grade($0, submission.replies[$0.id] ?? [], areTries: submission.countsTries)
            }, effort: submission.effort)
    }

    private func grade(_ exercise: Exercise, _ answer: Submission.Answer) -> GradeReport.Item {
        var item = GradeReport.Item(
            id: exercise.id, kind: .exercise, outcome: .fail, points: exercise.points, earned: 0)
        switch answer {
        case .missing:
            item.feedback = "The submission has no answer to this exercise."
        case .ambiguous(let count):
            item.outcome = .couldNotGrade
            item.feedback = "The submission has \(count) answers to this exercise."
        case .code(let code):
            let verdict = judge.judge(exercise, answer: code)
            item.parts = zip(verdict.parts, exercise.checks).map { part, check in
                Self.part(part, isHidden: check.isHidden)
            }
            item.outcome = Self.outcome(verdict.outcome).0
            item.earned = verdict.earned
            item.mistake = verdict.mistake
            item.feedback = verdict.feedback
            item.drawings = verdict.drawings.isEmpty ? nil : verdict.drawings
        }
        return item
    }

    private func grade(_ question: Question, _ replies: [String], areTries: Bool)
        -> GradeReport.Item
    {
        var item = GradeReport.Item(
            id: question.id, kind: .question, outcome: .fail, points: question.points, earned: 0)
        guard let reply = replies.first else {
            item.feedback = "The submission has no answer to this question."
            return item
        }
        guard replies.count == 1 || areTries else {
            item.outcome = .couldNotGrade
            item.feedback = "The submission has \(replies.count) answers to this question."
            return item
        }
        if areTries { item.tries = min(replies.count, question.tries) }
        for (tries, reply) in ([reply] + replies.dropFirst()).prefix(question.tries).enumerated() {
            judge(reply, tries: tries, question, &item)
            if item.outcome != .fail { break }
        }
        return item
    }

    private func judge(
        _ reply: String, tries: Int, _ question: Question, _ item: inout GradeReport.Item
    ) {
        switch question.read(reply) {
        case .failure(let refusal): item.feedback = refusal.text
        case .success(let answer):
            let judgement = question.judge(answer, tries: tries)
            item.earned = judgement.earned
            item.feedback = judgement.feedback
            switch judgement.result {
            case .right: item.outcome = .pass
            case .wrong: item.outcome = .fail
            case .cannotJudge: item.outcome = .couldNotGrade
            }
        }
    }

    private static func part(_ part: Verdict.Part, isHidden: Bool) -> GradeReport.Part {
        let (outcome, reason) = outcome(part.outcome)
        return GradeReport.Part(
            name: part.check, outcome: outcome, points: part.points, earned: part.earned,
            reason: reason, isHidden: isHidden ? true : nil)
    }

    /// A reason may hold what a submission says, at any length.
    private static func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 2000
            ? text : String(text.unicodeScalars.prefix(2000)) + " … (shortened)"
    }

    private static func outcome(_ outcome: Verdict.Outcome) -> (GradeReport.Outcome, String?) {
        switch outcome {
        case .pass: (.pass, nil)
        case .fail(let reason): (.fail, shortened(reason))
        case .couldNotGrade(let cause): (.couldNotGrade, shortened(cause.text))
        }
    }
}
