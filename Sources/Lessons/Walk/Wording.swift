// Numbers in sentences.

/// A number of points without a needless fraction: `4`, `2.5`.
package func plainNumber(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let hundredths = (value * 100).rounded()
    guard abs(hundredths) < 1e15 else { return "\(value)" }
    if hundredths.truncatingRemainder(dividingBy: 100) == 0 { return "\(Int(hundredths) / 100)" }
    return "\(hundredths / 100)"
}

/// A result as a leaderboard shows it: four digits behind the point at most.
package func resultNumber(_ value: Double) -> String {
    guard abs(value) < 1e11 else { return "\(value)" }
    let rounded = (value * 10000).rounded() / 10000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}

/// `1 point`, `4 points`.
package func pointsText(_ value: Double) -> String {
    value == 1 ? "1 point" : "\(plainNumber(value)) points"
}
