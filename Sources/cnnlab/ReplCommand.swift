import ArgumentParser
import Terminal

/// `cnnlab repl`: the prompt alone.
struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl",
        abstract: "The prompt alone: Python and torch, without a lesson.",
        discussion: "Cells may also come from a pipe; the exit status is 1 if one of them fails.")

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        throw ExitCode(TerminalProgram.prompt(isPlain: reading.plain))
    }
}
