import Foundation

/// Round numbers along an axis, and the mapping of values to it.
struct AxisRange {
    let low: Double
    let high: Double
    let scale: Axes.Scale

    /// The range of the values, widened a little, or the limits set by hand. Values that the scale
    /// cannot show (not finite, or not positive on a logarithmic one) do not count.
    ///
    /// - Parameter base: where what is drawn stands; a linear axis begins there and has no margin below.
    init(
        values: [Double], limits: ClosedRange<Double>?, scale: Axes.Scale, padding: Double,
        base: Double? = nil
    ) {
        self.scale = scale
        // Differences of values beyond this would overflow.
        let largest = 1e300
        let shown = values.filter {
            abs($0) <= largest && (scale == .linear || $0 > 1 / largest)
        }
        let limits = limits.flatMap {
            abs($0.lowerBound) + abs($0.upperBound) <= largest ? $0 : nil
        }
        var low = limits?.lowerBound ?? shown.min() ?? 0
        var high = limits?.upperBound ?? shown.max() ?? 1
        if scale == .log {
            if low <= 0 { low = min(shown.min() ?? 1, 1) }
            if high <= low { (low, high) = (low / 2, low * 2) }
        } else {
            if !(high > low) {
                let half = max(abs(low) * 0.05, 0.5)
                (low, high) = (low - half, low + half)
            } else if limits == nil {
                let margin = (high - low) * padding
                (low, high) = (low == base ? low : low - margin, high + margin)
            }
        }
        self.low = low
        self.high = high
    }

    /// Where a value lies between 0 (low) and 1 (high), or outside, but not farther than a thousand
    /// times the range; `nil` when the scale cannot show it.
    func place(_ value: Double) -> Double? {
        func map(_ value: Double) -> Double? {
            guard scale == .log else { return value }
            return value > 0 ? Foundation.log(value) : nil
        }
        guard value.isFinite, let at = map(value), let from = map(low), let to = map(high) else {
            return nil
        }
        let part = (at - from) / (to - from)
        return part.isFinite ? min(max(part, -1000), 1000) : nil
    }

    /// About `count` round numbers inside the range, with their texts.
    func ticks(count: Int) -> [(value: Double, text: String)] {
        if scale == .log {
            let from = Int(floor(log10(low))), to = Int(ceil(log10(high)))
            let step = max(1, (to - from) / max(count, 1))
            let powers = stride(from: from, through: to, by: step).map { pow(10, Double($0)) }
            let inside = powers.filter { $0 >= low * 0.999 && $0 <= high * 1.001 }
            let values = inside.count >= 2 ? inside : [low, high]
            return values.map { ($0, Self.text($0, step: $0)) }
        }
        let step = Self.roundStep((high - low) / Double(max(count, 1)))
        guard step > 0, step.isFinite else { return [(low, Self.text(low, step: 1))] }
        var ticks: [(Double, String)] = []
        var index = (low / step).rounded(.up)
        while index * step <= high + step * 1e-9, ticks.count < 64 {
            let value = index * step
            ticks.append((value == 0 ? 0 : value, Self.text(value, step: step)))
            index += 1
        }
        // A single number gives no measure.
        return ticks.count < 2 && count < 16 ? self.ticks(count: count + 1) : ticks
    }

    /// 1, 2 or 5 times a power of ten, at least `size`.
    private static func roundStep(_ size: Double) -> Double {
        guard size > 0, size.isFinite else { return 0 }
        let power = pow(10, floor(log10(size)))
        let part = size / power
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10)
    }

    /// A number with just the digits that the step asks for.
    static func text(_ value: Double, step: Double) -> String {
        let magnitude = max(abs(value), abs(step))
        if magnitude >= 1e6 || (magnitude < 1e-4 && magnitude > 0) {
            return String(format: "%.3g", value)
        }
        let digits = min(max(Int((-log10(max(abs(step), 1e-9))).rounded(.up)), 0), 6)
        let text = String(format: "%.\(digits)f", value)
        return text == "-0" ? "0" : text
    }

    /// A number in a table or sentence: four significant digits.
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
        return String(format: "%.4g", value)
    }
}
