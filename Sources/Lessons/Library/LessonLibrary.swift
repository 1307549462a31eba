import Foundation

/// The lessons in a folder, each file `*.md` one.
package struct LessonLibrary: Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// The lesson files, by name.
    package var paths: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted()
            .map { (folder as NSString).appendingPathComponent($0) }
    }

    /// Every lesson that can be read, prerequisites first, and what is wrong with the others.
    package func load() -> (lessons: [Lesson], errors: [LessonError]) {
        var lessons: [Lesson] = []
        var errors: [LessonError] = []
        for path in paths {
            do {
                lessons.append(try Lesson.read(path: path))
            } catch {
                errors += error.errors
            }
        }
        return (inOrder(lessons), errors)
    }

    /// The lesson with an id, or in the file at a path.
    /// - Throws: what is wrong with the file, or that there is none, with those that there are.
    package func lesson(_ name: String) throws(LessonErrors) -> Lesson {
        if name.hasSuffix(".md") || name.contains("/") { return try Lesson.read(path: name) }
        let file = (folder as NSString).appendingPathComponent(name + ".md")
        if isIdentifier(name), FileManager.default.fileExists(atPath: file) {
            return try Lesson.read(path: file)
        }
        let lessons = load().lessons
        if let lesson = lessons.first(where: { $0.id == name }) { return lesson }
        let known = lessons.map(\.id).joined(separator: ", ")
        throw LessonErrors([
            LessonError(
                file: name, line: 0,
                message:
                    "there is no such lesson; there \(known.isEmpty ? "is none" : "are \(known)")")
        ])
    }
}

/// Lessons so that each stands after those that it requires, and otherwise by their own `order`, those without one
/// last and in the order given; circles stay in that order.
func inOrder(_ lessons: [Lesson]) -> [Lesson] {
    var left = lessons.enumerated().sorted {
        ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset)
    }.map(\.element)
    var done: [Lesson] = []
    while !left.isEmpty {
        let ready = left.firstIndex { lesson in
            lesson.requires.allSatisfy { id in !left.contains { $0.id == id && $0.id != lesson.id }
            }
        }
        done.append(left.remove(at: ready ?? 0))
    }
    return done
}
