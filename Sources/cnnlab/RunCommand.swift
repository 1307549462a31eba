import ArgumentParser
import Terminal

/// `cnnlab run FILE|-`: a script, as Python would run it.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a script as Python would.",
        discussion: """
            Output goes to stdout, a traceback to stderr. Exit status: 0 done, 1 the script failed, \
            2 it cannot be read, 3 a budget ran out, 130 interrupted.
            """)

    @Argument(help: "The script; - reads it from standard input.")
    var file: String

    func run() throws {
        throw ExitCode(TerminalProgram.script(path: file))
    }
}
