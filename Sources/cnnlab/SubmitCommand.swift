import ArgumentParser
import Foundation
import Grading
import Lessons

/// `cnnlab submit`: a learner's work in one file, to be handed in.
struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Pack your work in a lesson into one file, or hand it in.",
        discussion: """
            The file holds your answers. With --with-history it also holds the cells that you ran, how often you \
            tried, and how long the lesson took; without it, it does not.
            """)

    @Argument(help: "The lesson: an id or a file.") var lesson: String
    @Option(name: .shortAndLong, help: "The file to write. Default: LESSON.cnnlab.")
    var output: String?
    @Option(help: "A folder to hand it in to, under your user name.") var to: String?
    @Option(help: "Your name. Default: CNNLAB_NAME, or your user name.") var name: String?
    @Flag(help: "Hand in cells, attempts and time as well.") var withHistory = false

    func validate() throws {
        guard output == nil || to == nil else {
            throw ValidationError("--output and --to exclude each other")
        }
    }

    func run() throws {
        let lesson = try requireLesson(lesson)
        let pack: SubmissionPack
        do {
            let events = try ProgressStore().timedEvents(lesson: lesson.id)
            pack = SubmissionPack(
                lesson: lesson, learner: name ?? Leaderboard.learnerName(), events: events,
                agrees: withHistory)
        } catch {
            printError("your work cannot be read: \(error)")
            throw ExitCode(1)
        }
        guard !pack.isEmpty else {
            printError(
                "there is no answer of yours in \(lesson.id) yet; begin with: cnnlab learn \(lesson.id)"
            )
            throw ExitCode(1)
        }
        let path =
            output ?? to.map { ($0 as NSString).appendingPathComponent(fileName) }
            ?? "\(lesson.id).\(SubmissionPack.ending)"
        do {
            try pack.data.write(to: URL(fileURLWithPath: path), options: .atomic)
            // On a shared folder others need not read it; whoever collects is in its group.
            if to != nil {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o640], ofItemAtPath: path)
            }
        } catch {
            printError("\(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
        let answered = pack.answers.count + pack.replies.count
        let all = lesson.exercises.count + lesson.questions.count
        print(
            "\(path): \(answered) of \(all) exercises and questions answered, checksum \(pack.checksum.prefix(12))"
        )
    }

    private var fileName: String {
        let user = NSUserName()
        return "\(user.isEmpty ? "learner" : user).\(SubmissionPack.ending)"
    }
}

/// `cnnlab collect`: the hand-ins of a shared folder, copied to where they are graded.
struct CollectCommand: ParsableCommand {
    enum Key: String, ExpressibleByArgument, CaseIterable {
        case owner, name
    }

    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Gather hand-ins from a shared folder.",
        discussion: """
            Each hand-in goes to a folder of its student under --into, with the time at which it was handed in. Whose it is \
            is whose file it is; with --by name, what the file or its folder is called. Run it as often as you like: \
            what is there already stays, and what is newer replaces it.
            """)

    @Argument(help: "The shared folder.") var folder: String
    @Option(help: "Where they go.") var into: String
    @Option(help: "What tells whose it is: owner or name.") var by: Key = .owner

    func run() throws {
        let outcome: Collection
        do {
            outcome = try Collection(from: folder, into: into, byOwner: by == .owner)
        } catch {
            printError("cnnlab collect: \(error)")
            throw ExitCode(2)
        }
        for note in outcome.notes { printError("note: \(note)") }
        print("\(outcome.copied.count) collected, \(outcome.kept) were there already")
        for file in outcome.copied { print("  \(file)") }
    }
}
