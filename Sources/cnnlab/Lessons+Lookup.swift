import ArgumentParser
import CNN
import Foundation
import Interpreter
import Lessons

/// The lessons that ship with the program.
func shippedLessons() -> LessonLibrary {
    LessonLibrary(folder: Installation.shippedFolder("lessons") ?? "lessons")
}

/// The lesson with an id or in a file; what is wrong with it goes to stderr, with status 2.
func requireLesson(_ name: String) throws -> Lesson {
    do {
        return try shippedLessons().lesson(name)
    } catch {
        printError(error.description)
        throw ExitCode(2)
    }
}

/// Writes a line to stderr.
func printError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Writes sorted, indented JSON to stdout.
func printEncoded(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
