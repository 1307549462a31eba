import ArgumentParser

@main
struct CNNLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cnnlab",
        abstract: "A notebook in the terminal for Batch Normalization, Dropout and regularization.",
        version: "cnnlab \(version)",
        subcommands: [
            LearnCommand.self, RunCommand.self, ReplCommand.self,
            LessonsCommand.self, ProgressCommand.self, LeaderboardCommand.self, LintCommand.self,
            ReleaseCommand.self,
            NewCommand.self, ExportCommand.self, GradeCommand.self, GradebookCommand.self,
            SubmitCommand.self, CollectCommand.self, SimilarCommand.self, GradescopeCommand.self,
            DataCommand.self,
            BenchCommand.self,
            GradeWorkerCommand.self,
        ],
        defaultSubcommand: LearnCommand.self)

    /// What `cnnlab --version` prints, and CHANGELOG.md has as its newest heading once it is released.
    static let version = "0.1.0"

    /// Runs the command; wrong usage ends with status 2.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            printError(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
