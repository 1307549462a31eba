import ArgumentParser
import Foundation
import Interpreter
import Lessons
import Notebook
import Terminal

/// `cnnlab export`: a lesson as a page to read, or as a notebook.
struct ExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case ipynb, html, md
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a lesson as a Jupyter notebook, HTML or Markdown.",
        discussion: """
            The cells are run and what they print stands below them. Solutions, checks and the answers \
            to questions are left out; hints are folded away.
            """)

    @Argument(help: "The lesson: an id or a file.") var lesson: String
    @Option(help: "The format: ipynb, html or md.") var to: Format
    @Option(name: .shortAndLong, help: "The file to write. Default: stdout.") var output = "-"
    @Flag(name: .customLong("run"), inversion: .prefixedNo, help: "Run the cells.")
    var runsCells = true

    func run() throws {
        let lesson = try requireLesson(lesson)
        let page = try LargeStack.run {
            LessonPage(lesson, running: runsCells ? Session(budget: .grading) : nil)
        }
        let text =
            switch to {
            case .ipynb: page.notebook
            case .html: LessonHTML.render(page)
            case .md: page.markdown
            }
        guard output != "-" else {
            print(text, terminator: "")
            return
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            printError("\(output) cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }
}
