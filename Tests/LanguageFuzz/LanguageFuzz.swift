// Runs programs of the learner's language by the thousand in one process.
//
//   language-fuzz run FILE [--memory MB] [--seconds S] [--collect 1]
//       runs the parts of a file, which lines "# ---" separate, each in a machine of its own, and prints
//       what each printed and how it ended; with --collect each print looks for circles. `Tests/Fuzz/compare.py` lays that beside CPython's.
//   language-fuzz mutate FOLDER --count N [--seed S] [--seconds T]
//       changes the programs of a folder at random and runs what comes out under tight budgets. Nothing
//       is expected of them but that they end: the process that runs them is watched from outside, and
//       the input that ended it is saved.
//   language-fuzz input FOLDER --seed S --index I
//       prints one of these inputs.

import Foundation

@main
struct LanguageFuzz {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var options: [String: Int] = [:]
        var words: [String] = []
        while let word = arguments.first {
            arguments.removeFirst()
            if word.hasPrefix("--"), let text = arguments.first, let number = Int(text) {
                options[String(word.dropFirst(2))] = number
                arguments.removeFirst()
            } else {
                words.append(word)
            }
        }
        let seed = options["seed"] ?? 1
        switch (words.first, words.count) {
        case ("run", 2):
            PartRunner.run(
                file: words[1], megabytes: options["memory"] ?? 512,
                seconds: options["seconds"] ?? 10,
                collects: options["collect"] ?? 0 != 0)
        case ("mutate", 2):
            let campaign = Campaign(
                folder: words[1], seed: seed, count: options["count"] ?? 10_000,
                seconds: options["seconds"] ?? .max)
            exit(campaign.run() ? 0 : 1)
        case ("work", 3):
            Worker(folder: words[1], state: words[2], seed: seed).run(
                from: options["from"] ?? 0, to: options["to"] ?? 0)
        case ("input", 2):
            let bytes = Mutator(folder: words[1], seed: seed).input(options["index"] ?? 0)
            FileHandle.standardOutput.write(Data(bytes))
        default:
            print("usage: language-fuzz run FILE [--memory MB] [--seconds S] [--collect 1]")
            print("       language-fuzz mutate FOLDER --count N [--seed S] [--seconds T]")
            print("       language-fuzz input FOLDER --seed S --index I")
            exit(2)
        }
    }
}
