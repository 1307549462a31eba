package import Lessons

/// What a lesson asks for, as far as marks need it.
package struct LessonOutline: Codable, Sendable, Equatable {
    package struct Item: Codable, Sendable, Equatable {
        package var id: String
        package var name: String
        package var points: Double
        package var kind: GradeReport.Item.Kind
    }

    package var id: String
    package var title: String
    package var items: [Item]

    package var points: Double { items.reduce(0) { $0 + $1.points } }

    package init(_ lesson: Lesson) {
        id = lesson.id
        title = lesson.title
        items =
            lesson.exercises.map {
                Item(id: $0.id, name: $0.name, points: $0.points, kind: .exercise)
            }
            + lesson.questions.map {
                Item(id: $0.id, name: $0.title, points: $0.points, kind: .question)
            }
    }

    package func item(_ id: String) -> Item? { items.first { $0.id == id } }
}
