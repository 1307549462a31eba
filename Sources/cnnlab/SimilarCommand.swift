import ArgumentParser
import Foundation
import Grading
import Lessons

/// `cnnlab similar`: pairs of submissions that are alike.
struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "List pairs of submissions that are alike beyond the hand-out.",
        discussion: """
            Names, comments and layout do not count, nor does what a fifth of the class has. A high share is a reason to read \
            both, no proof: short exercises have few solutions. Nothing leaves this machine.
            """)

    @Argument(help: "Submissions, or folders of them.") var paths: [String]
    @Option(help: "The lesson, whose own code is left out.") var lesson: String?
    @Option(help: "Leave out pairs that share less, in percent.") var atLeast = 50.0
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let known = try lesson.map { try readLesson($0).givenCode } ?? ""
        let handIns: HandIns
        do {
            handIns = try HandIns(paths: paths, roster: nil)
        } catch {
            printError("cnnlab similar: \(error)")
            throw ExitCode(2)
        }
        var submissions: [(String, String)] = []
        for handIn in handIns.found {
            do {
                submissions.append((handIn.file, try Submission.read(path: handIn.file).code))
            } catch {
                printError("note: \(error)")
            }
        }
        let found = Similarity(
            submissions.map { (name: $0.0, code: $0.1) }, known: known, least: atLeast / 100)
        if json {
            try printEncoded(found.pairs)
            return
        }
        if found.pairs.isEmpty { print("No pairs are alike by \(markText(atLeast)) % or more.") }
        for pair in found.pairs {
            print("\(Int((pair.likeness * 100).rounded())) %  \(pair.first)  \(pair.second)")
            for part in pair.parts { show(part) }
        }
        if found.tooShort > 0 {
            print("\(found.tooShort) submissions have too little code of their own to be compared.")
        }
    }

    private func show(_ part: Similarity.Part) {
        let width = 56
        let left = part.firstText.split(separator: "\n", omittingEmptySubsequences: false)
        let right = part.secondText.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(left.count, right.count) {
            let one = index < left.count ? cell(left[index], part.firstLines[0] + index, width) : ""
            let two =
                index < right.count ? cell(right[index], part.secondLines[0] + index, width) : ""
            print(
                "    " + one.padding(toLength: width + 6, withPad: " ", startingAt: 0) + "| " + two)
        }
        print("")
    }

    private func cell(_ text: Substring, _ line: Int, _ width: Int) -> String {
        let plain = text.replacing("\t", with: "    ").filter { !$0.isNewline && $0 != "\u{1B}" }
        return String(format: "%4d  ", line)
            + (plain.count > width ? plain.prefix(width - 1) + "…" : plain)
    }
}
