import ArgumentParser

@main
struct CNNLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cnnlab",
        abstract: "A notebook in the terminal for Batch Normalization, Dropout and regularization.",
        subcommands: [
            DataCommand.self, BenchCommand.self, GradeCommand.self, GradeWorkerCommand.self,
        ])
}
