import ArgumentParser
import Foundation
import Lessons

/// `cnnlab new`: the beginning of a lesson.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a lesson: a file with every part once, which lint proves as it stands.",
        discussion: "docs/authoring.md says what each part is for. An existing file is not touched."
    )

    @Argument(help: "The lesson's id: lower-case letters, digits and hyphens.") var lesson: String
    @Option(help: "What the menu shows; otherwise made from the id.") var title: String?
    @Option(name: .shortAndLong, help: "The file; otherwise ID.md in this folder.")
    var output: String?

    func run() throws {
        guard LessonSkeleton.isID(lesson) else {
            printError(
                "\"\(lesson)\" cannot be a lesson's id: it takes lower-case letters, digits and hyphens, "
                    + "a letter first, and at most 64 of them")
            throw ExitCode(2)
        }
        let path = output ?? lesson + ".md"
        let words = lesson.replacingOccurrences(of: "-", with: " ")
        let name = title ?? words.prefix(1).uppercased() + words.dropFirst()
        do {
            try Data(LessonSkeleton.text(id: lesson, title: name).utf8).write(
                to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            printError("\(path) exists already; it has not been touched")
            throw ExitCode(1)
        } catch {
            printError("\(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
        print(
            "Wrote \(path). cnnlab lint \(path) proves it; cnnlab learn \(path) walks through it.")
    }
}
