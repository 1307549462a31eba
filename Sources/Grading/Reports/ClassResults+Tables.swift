import Foundation

extension ClassResults {
    /// One line a student, one column an exercise or question.
    package var csv: String {
        let head = ["student", "name", "email", "section", "status"].map { CSVText.Field.text($0) }
        let names = lesson.items.map { CSVText.Field.text($0.id) }
        let tail = ["earned", "days late", "score", "points", "comment", "file"]
            .map { CSVText.Field.text($0) }
        var text = CSVText.line(head + names + tail)
        for student in students {
            let marks = lesson.items.map { item in
                CSVText.Field.number(student.items.first { $0.id == item.id }?.earned)
            }
            text += CSVText.line(
                [student.id, student.name, student.email, student.section, student.status.rawValue]
                    .map { .text($0) } + marks + [
                        .number(student.earned), .number(Double(student.daysLate)),
                        .number(student.score), .number(student.points),
                        .text(student.comment ?? student.cause ?? ""), .text(student.file ?? ""),
                    ])
        }
        return text
    }

    /// Everything but drawings, as sorted JSON.
    package var json: String {
        var plain = self
        for student in plain.students.indices {
            for item in plain.students[student].items.indices {
                plain.students[student].items[item].drawings = nil
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and finite numbers, which cannot fail to be encoded.
        let data = (try? encoder.encode(plain)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// What Canvas's gradebook imports. The columns that it knows a student by come first; the line "Points
    /// Possible" is its own; a blank score is left as it is.
    package var canvasCSV: String {
        let column = "\(lesson.title) (\(lesson.id))"
        var text = CSVText.line(
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column].map { .text($0) })
        text += CSVText.line(
            [.text("    Points Possible"), .text(""), .text(""), .text(""), .text("")]
                + [.number(lesson.points)])
        for student in students {
            text += CSVText.line([
                .text(student.displayName), .text(student.canvasID), .text(student.sisID),
                .text(student.login.isEmpty ? student.id : student.login), .text(student.section),
                // A plain script leaves questions out: its share of its own points counts.
                .number(student.scaledScore(to: lesson.points)),
            ])
        }
        return text
    }
}

extension ClassResults.Student {
    /// The score where the whole lesson is worth `whole`.
    func scaledScore(to whole: Double) -> Double? {
        guard let score else { return nil }
        return points == whole || points <= 0 ? score : score / points * whole
    }
}
