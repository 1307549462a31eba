package import Foundation

/// When a submission is late, and what that costs.
package struct LatePolicy: Codable, Sendable, Equatable {
    /// Seconds since 1970; `nil` where nothing is late.
    package var due: Double?
    /// Minutes behind it that cost nothing.
    package var graceMinutes = 0.0
    /// The share of the earned points that each begun day costs, in percent.
    package var percentPerDay = 10.0
    /// What is left at the least, in percent.
    package var leastPercent = 0.0

    package init() {}

    /// How many days a submission is late, begun ones counted whole.
    /// - Parameter ownDue: a date of the student's own.
    package func daysLate(_ submitted: Double?, ownDue: Double? = nil) -> Int {
        guard let submitted, let due = ownDue ?? due else { return 0 }
        let late = submitted - due - graceMinutes * 60
        return late <= 0 ? 0 : Int((min(late, 86_400 * 10_000) / 86_400).rounded(.up))
    }

    /// The share of the points that is left, 0 to 1.
    package func share(daysLate: Int) -> Double {
        max(leastPercent, 100 - percentPerDay * Double(daysLate), 0) / 100
    }

    /// Reads `2026-11-27`, `2026-11-27T23:59` or `2026-11-27T23:59+01:00`. A day alone means its end; without a
    /// zone the machine's counts.
    package static func date(_ text: String, zone: TimeZone = .current) -> Double? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = zone
        formatter.isLenient = false
        let plain = text.trimmingCharacters(in: .whitespaces).replacingOccurrences(
            of: " ", with: "T")
        for (format, extra) in [
            ("yyyy-MM-dd", 86_399.0), ("yyyy-MM-dd'T'HH:mm", 0), ("yyyy-MM-dd'T'HH:mm:ss", 0),
            ("yyyy-MM-dd'T'HH:mmXXXXX", 0), ("yyyy-MM-dd'T'HH:mm:ssXXXXX", 0),
        ] {
            formatter.dateFormat = format
            if let date = formatter.date(from: plain) { return date.timeIntervalSince1970 + extra }
        }
        return nil
    }
}
