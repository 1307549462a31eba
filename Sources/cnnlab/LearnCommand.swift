import ArgumentParser
import Lessons
import Terminal

/// `cnnlab learn [LESSON]`: walk through a lesson, from where it was left.
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Walk through a lesson; resumes where it was left.",
        discussion: "Without a lesson, a menu of all lessons; so does cnnlab alone.")

    @Argument(help: "The lesson's id, or a lesson file.")
    var lesson: String?

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let chosen = try lesson.map(requireLesson)
        let status = TerminalProgram.prompt(greeting: false, isPlain: reading.plain) { shell in
            let keeper = ProgressKeeper { shell.say($0, .warning) }
            if let chosen { return .guided(LessonGuide(lesson: chosen, keeper: keeper)) }
            let (lessons, errors) = shippedLessons().load()
            for error in errors { printError(error.description) }
            var menu = LessonMenu(lessons: lessons, keeper: keeper)
            guard let lesson = menu.choose(shell) else {
                return .nothing
            }
            return .guided(LessonGuide(lesson: lesson, keeper: keeper))
        }
        throw ExitCode(status)
    }
}
