package import Notebook

// Proves a lesson: that what it says is what happens. What needs no running is looked at first, then
// all cells are run in order, twice, and what they print is held against the prose; then each exercise's
// starter, solutions and mistakes are put through its checks.

/// Proves a lesson.
package struct Linter {
    package let lesson: Lesson
    let makeSession: (Budget) -> Session
    let progress: (String) -> Void
    let mutates: Bool
    let problems: ReadingProblems
    var report: LintReport

    /// - Parameters:
    ///   - lesson: the lesson.
    ///   - mutates: whether changed solutions are held against the checks, too.
    ///   - problems: what of a text the prompt would not show as it is meant.
    ///   - makeSession: makes a fresh session.
    ///   - progress: told what is being done.
    package init(
        lesson: Lesson, mutates: Bool = false, problems: @escaping ReadingProblems = { _, _ in [] },
        makeSession: @escaping (Budget) -> Session = { Session(budget: $0) },
        progress: @escaping (String) -> Void = { _ in }
    ) {
        self.mutates = mutates
        self.lesson = lesson
        self.problems = problems
        self.makeSession = makeSession
        self.progress = progress
        report = LintReport(lesson: lesson.id)
    }

    /// Proves the lesson; on a thread with a large stack, as sessions must be.
    /// - Parameters:
    ///   - others: the lessons that prerequisites are looked up in.
    ///   - mutates: whether changed solutions are held against the checks, too.
    ///   - problems: what of a text the prompt would not show as it is meant.
    package static func lint(
        _ lesson: Lesson, among others: [Lesson] = [], mutates: Bool = false,
        problems: @escaping ReadingProblems = { _, _ in [] },
        makeSession: @escaping (Budget) -> Session = { Session(budget: $0) },
        progress: @escaping (String) -> Void = { _ in }
    ) -> LintReport {
        var linter = Linter(
            lesson: lesson, mutates: mutates, problems: problems, makeSession: makeSession,
            progress: progress)
        linter.checkPrerequisites(others)
        linter.checkParts()
        linter.checkReading()
        linter.checkCells()
        linter.checkExercises()
        linter.report.findings.sort { $0.line < $1.line }
        return linter.report
    }

    mutating func find(_ line: Int, _ message: String) {
        report.findings.append(Finding(file: lesson.file, line: line, message: message))
    }

    // MARK: Without running anything

    private mutating func checkPrerequisites(_ others: [Lesson]) {
        var known: [String: Lesson] = [:]
        for other in others { known[other.id] = other }
        known[lesson.id] = lesson
        for id in lesson.requires where known[id] == nil {
            find(1, "the required lesson \"\(id)\" does not exist")
        }
        var seen: Set<String> = []
        var next = lesson.requires
        while let id = next.popLast() {
            if id == lesson.id {
                find(1, "the lesson requires itself through its prerequisites")
                return
            }
            if seen.insert(id).inserted { next += known[id]?.requires ?? [] }
        }
    }

    private mutating func checkParts() {
        for exercise in lesson.exercises {
            report.exercises += 1
            if exercise.hints.isEmpty { find(exercise.line, "the exercise has no hint") }
            if exercise.solutions.isEmpty { find(exercise.line, "the exercise has no solution") }
            if exercise.mistakes.isEmpty { find(exercise.line, "the exercise has no mistake") }
            for hint in exercise.hints {
                for line in exercise.revealingLines where hint.text.contains(line) {
                    find(hint.line, "the hint holds a line of the solution: \(line)")
                }
            }
        }
        for step in lesson.steps {
            for case .prose(let prose) in step.blocks {
                let signs = prose.markdown.count { $0 == "$" }
                if signs % 2 == 1 { find(prose.line, "a formula's $ has no partner") }
            }
        }
    }
}

extension Exercise {
    /// Lines that stand in every solution and not in the starter, long enough to give it away.
    fileprivate var revealingLines: [String] {
        let known = Set(starter.source.split(separator: "\n").map(\.trimmedOnBothSides))
        guard let first = solutions.first else { return [] }
        return first.source.split(separator: "\n").map(\.trimmedOnBothSides).filter { line in
            line.count >= 16 && !known.contains(line)
                && solutions.allSatisfy { $0.source.contains(line) }
        }
    }
}

extension Substring {
    fileprivate var trimmedOnBothSides: String { String(drop(while: \.isWhitespace).trimmed) }
}
