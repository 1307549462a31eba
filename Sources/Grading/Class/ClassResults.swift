import Foundation
package import Lessons

// What a class has, put together from the gradebook: the marks that were earned, those set by hand, lateness.
// No times of grading are in it, so that the same class gives the same bytes.

/// The marks of a class in one lesson.
package struct ClassResults: Codable, Sendable, Equatable {
    package enum Status: String, Codable, Sendable {
        case graded
        /// Part of it waits for a person.
        case couldNotGrade = "could-not-grade"
        case missing
    }

    package struct Item: Codable, Sendable, Equatable {
        package var id: String
        package var name: String
        package var kind: GradeReport.Item.Kind
        package var points: Double
        package var outcome: GradeReport.Outcome?
        /// What counts: the manual mark, or what was earned; `nil` where neither is known.
        package var earned: Double?
        /// Whether that was set by hand.
        package var isManual: Bool
        package var parts: [GradeReport.Part]
        package var mistake: String?
        /// How often the student says to have tried.
        package var tries: Int?
        package var feedback: String?
        /// What the answer drew.
        package var drawings: [Drawing]?
        /// An instructor's words.
        package var comment: String?
    }

    package struct Student: Codable, Sendable, Equatable {
        package var id: String
        package var name: String
        package var email: String
        package var section: String
        package var canvasID: String
        package var sisID: String
        package var login: String
        package var isOnRoster: Bool
        package var status: Status
        package var file: String?
        package var items: [Item]
        package var daysLate: Int
        /// What counts of the points after lateness, 0 to 1.
        package var share: Double
        /// What was earned before lateness.
        package var earned: Double?
        /// What counts in the end.
        package var score: Double?
        package var points: Double
        /// Minutes that the student says to have spent.
        package var minutes: Double?
        /// Why nothing could be graded.
        package var cause: String?
        package var comment: String?

        package var displayName: String { name.isEmpty ? id : name }
    }

    package var lesson: LessonOutline
    package var students: [Student]
}

extension ClassResults {
    /// The results of a lesson as the gradebook has them.
    /// - Parameter roster: who is listed though nothing was handed in; `nil` for all that the gradebook knows.
    package init(
        _ outline: LessonOutline, policy: LatePolicy, gradebook: Gradebook
    ) throws(GradebookFailure) {
        lesson = outline
        let roster = try gradebook.roster()
        let gradings = try gradebook.latest(lesson: outline.id)
        let marks = try gradebook.marks(lesson: outline.id)
        let enrolled = Dictionary(uniqueKeysWithValues: roster.map { ($0.id, $0) })
        let handedIn = Dictionary(uniqueKeysWithValues: gradings.map { ($0.student, $0) })
        let ids = Set(enrolled.keys).union(handedIn.keys).union(marks.map(\.student))
        students = ids.sorted().map { id in
            Student(
                enrolled[id] ?? RosterEntry(id: id), isOnRoster: enrolled[id] != nil,
                grading: handedIn[id], marks: marks.filter { $0.student == id },
                outline: outline, policy: policy)
        }
    }
}

extension ClassResults.Student {
    init(
        _ entry: RosterEntry, isOnRoster: Bool, grading: Grading?, marks: [ManualMark],
        outline: LessonOutline, policy: LatePolicy
    ) {
        id = entry.id
        name = entry.name
        email = entry.email
        section = entry.section
        canvasID = entry.canvasID
        sisID = entry.sisID
        login = entry.login
        self.isOnRoster = isOnRoster
        let report = grading?.report
        file = grading?.file
        cause = report?.cause
        minutes = report?.minutes
        points = outline.points
        let whole = marks.first { $0.item.isEmpty }
        comment = whole?.comment
        items = outline.items.compactMap { item in
            let graded = report?.items.first { $0.id == item.id }
            // A plain script has no place for answers to questions; they are not part of it.
            if report?.cause == nil, report != nil, graded == nil, item.kind == .question {
                return nil
            }
            return ClassResults.Item(item, graded, marks.first { $0.item == item.id })
        }
        if report != nil { points = items.reduce(0) { $0 + $1.points } }
        daysLate = policy.daysLate(grading?.submitted, ownDue: entry.due)
        share = policy.share(daysLate: daysLate)
        let isWhole = items.allSatisfy { $0.earned != nil }
        earned =
            isWhole && (report != nil || items.contains(where: \.isManual))
            ? items.reduce(0) { $0 + ($1.earned ?? 0) } : nil
        let (earned, share) = (earned, share)
        score = whole?.points ?? earned.map { $0 * share }
        status =
            score != nil ? .graded : grading == nil ? .missing : .couldNotGrade
    }
}

extension ClassResults.Item {
    init(_ item: LessonOutline.Item, _ graded: GradeReport.Item?, _ mark: ManualMark?) {
        id = item.id
        name = item.name
        kind = item.kind
        points = graded?.points ?? item.points
        outcome = graded?.outcome
        isManual = mark?.points != nil
        earned =
            mark?.points
            ?? graded.flatMap { $0.outcome == .couldNotGrade ? nil : $0.earned }
        parts = graded?.parts ?? []
        mistake = graded?.mistake
        tries = graded?.tries
        feedback = graded?.feedback
        drawings = graded?.drawings
        comment = mark?.comment
    }
}

/// Points as people write them: `2`, `2.5`, `0.333333`.
package func markText(_ points: Double) -> String {
    points == points.rounded() && abs(points) < 1e15
        ? String(Int(points)) : String(format: "%.6g", points)
}
