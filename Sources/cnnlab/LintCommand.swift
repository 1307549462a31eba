import ArgumentParser
import Foundation
import Interpreter
import Lessons
import Terminal

/// `cnnlab lint`: proves lessons.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract:
            "Prove lessons: cells run, solutions pass, mistakes are caught, figures are true.",
        discussion: """
            Every cell is run, twice; each starter, solution and mistake goes through the checks. \
            Findings are printed as FILE:LINE: MESSAGE. The status is 1 if there are any.
            """)

    @Argument(help: "Lesson files, or ids of lessons that ship.") var lessons: [String]
    @Flag(help: "Change each solution in one place at a time; a change that shows must not pass.")
    var mutants = false
    @Flag(help: "Say nothing while working.") var quiet = false

    func run() throws {
        var read: [Lesson] = []
        var isBroken = false
        for name in lessons {
            do {
                read.append(try shippedLessons().lesson(name))
            } catch {
                print(error.description)
                isBroken = true
            }
        }
        let known = read + shippedLessons().load().lessons
        let isQuiet = quiet
        let mutates = mutants
        for lesson in read {
            let report = try LargeStack.run {
                Linter.lint(
                    lesson, among: known, mutates: mutates,
                    problems: { MarkdownText.problems(in: $0, width: $1) },
                    progress: { if !isQuiet { printError($0) } })
            }
            for survivor in report.survivors { print(survivor) }
            for finding in report.findings { print(finding) }
            print(report.summary)
            isBroken = isBroken || !report.isProved
        }
        if isBroken { throw ExitCode(1) }
    }
}
