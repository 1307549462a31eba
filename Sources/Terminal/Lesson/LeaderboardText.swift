package import Lessons

/// A leaderboard as lines of text: place, result, name and day.
package enum LeaderboardText {
    /// - Parameters:
    ///   - entries: results of one exercise, of anybody, in any order.
    ///   - learner: whose line is marked with `▸`; `nil` marks none.
    ///   - limit: how many places are shown; a learner further down is shown, too.
    package static func lines(
        _ entries: [Leaderboard.Entry], learner: String?, limit: Int = 20
    ) -> [String] {
        let ranking = Leaderboard.ranking(of: entries)
        let results = ranking.map { resultNumber($0.result) }
        let width = results.map(\.count).max() ?? 0
        var lines: [String] = []
        for (index, entry) in ranking.enumerated() {
            let isLearner = entry.name == learner
            guard index < limit || isLearner else { continue }
            if index > limit, lines.count == limit { lines.append("  …") }
            let place = "\(index + 1)."
            let result = results[index]
            lines.append(
                (isLearner ? "▸ " : "  ") + pad(4 - place.count) + place + "  "
                    + pad(width - result.count) + result + "  " + shown(entry.name) + "  "
                    + shown(String(entry.at.prefix(10))))
        }
        return lines
    }

    /// `You are 2nd of 14`, or how good one's own best is where nobody else is there.
    package static func standing(_ entries: [Leaderboard.Entry], learner: String) -> String? {
        let ranking = Leaderboard.ranking(of: entries)
        guard let index = ranking.firstIndex(where: { $0.name == learner }), ranking.count > 1
        else { return nil }
        return "You are number \(index + 1) of \(ranking.count)."
    }

    private static func pad(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// A text of a file that others write: one line, without control characters, not too long.
    private static func shown(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: continue
            default: scalars.append(scalar)
            }
        }
        return CellWidth.truncated(String(scalars), to: 40)
    }
}
