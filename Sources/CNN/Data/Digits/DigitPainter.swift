import Foundation

/// Draws one digit as a hand might.
///
/// A form is chosen and its points are moved a little (curvature); the strokes become smooth curves
/// (centripetal-like Catmull–Rom splines); the curves are scaled, rotated, slanted and bent by a
/// field of slow waves (elastic distortion, after Simard, Steinkraus, Platt, *Best practices for
/// convolutional neural networks applied to visual document analysis*, ICDAR 2003); then each pixel
/// takes ink by its distance from the nearest piece of curve, whose width varies along the stroke,
/// and noise: uneven ink, specks, now and then a stray mark.
struct DigitPainter {
    static let side = 28

    private var random: SplitMix
    private let style: DigitStyle

    init(random: SplitMix, style: DigitStyle) {
        self.random = random
        self.style = style
    }

    /// A piece of a curve between two points in pixels, with half its width at each end.
    private struct Segment {
        var start, end: SIMD2<Double>
        var startRadius, endRadius: Double
    }

    /// The 28×28 pixels of a digit, 0 for background and 255 for full ink.
    mutating func paint(_ label: Int) -> [UInt8] {
        let strokes = bend(curves(of: label))
        var ink = [Double](repeating: 0, count: Self.side * Self.side)
        let radius = max(0.55, style.radius + random.normal(style.radiusSpread))
        for stroke in strokes { draw(stroke, radius: radius, strength: 1, into: &ink) }
        if random.uniform() < style.strayMarks { drawStrayMark(into: &ink) }
        return withNoise(ink)
    }

    // MARK: - Shape

    private mutating func curves(of label: Int) -> [[SIMD2<Double>]] {
        let forms = DigitStrokes.forms(of: label)
        var pick = random.uniform() * forms.reduce(0) { $0 + $1.weight }
        let form =
            forms.first {
                pick -= $0.weight; return pick < 0
            } ?? forms[0]
        // Points that two strokes share move together, or corners would come apart.
        var moved: [SIMD2<Double>: SIMD2<Double>] = [:]
        return form.strokes.map { stroke in
            let points = stroke.map { point in
                if let known = moved[point] { return known }
                let jitter = SIMD2(random.normal(style.jitter), random.normal(style.jitter))
                moved[point] = point + jitter
                return point + jitter
            }
            return Self.spline(points)
        }
    }

    /// A smooth curve through all points: twelve pieces between each two.
    private static func spline(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
        guard points.count > 1 else { return points }
        var curve = [points[0]]
        for index in 0..<points.count - 1 {
            let before = points[max(index - 1, 0)]
            let (from, to) = (points[index], points[index + 1])
            let after = points[min(index + 2, points.count - 1)]
            for step in 1...12 {
                let t = Double(step) / 12
                let (t2, t3) = (t * t, t * t * t)
                let linear = (to - before) * t
                let square = (before * 2 - from * 5 + to * 4 - after) * t2
                let cube = (from * 3 - before - to * 3 + after) * t3
                curve.append((from * 2 + linear + square + cube) * 0.5)
            }
        }
        return curve
    }

    /// Scale, slant, rotation, waves and position: from the unit square to pixels.
    private mutating func bend(_ strokes: [[SIMD2<Double>]]) -> [[SIMD2<Double>]] {
        let height = 20 * random.uniform(style.height)
        let width = height * random.uniform(style.aspect)
        let slant = random.normal(style.slant)
        let angle = random.normal(style.rotation)
        let (sine, cosine) = (sin(angle), cos(angle))
        let centre = SIMD2(
            14 + random.normal(style.shift), 14 + random.normal(style.shift))
        let waves = (0..<4).map { _ in
            (
                direction: SIMD2(random.normal(1), random.normal(1)) * 4,
                phase: random.uniform(0...(2 * Double.pi)),
                push: SIMD2(random.normal(style.elastic), random.normal(style.elastic))
            )
        }
        return strokes.map { stroke in
            stroke.map { point in
                var at = point - SIMD2(0.5, 0.5)
                for wave in waves {
                    at += wave.push * sin((at * wave.direction).sum() + wave.phase)
                }
                at = SIMD2(at.x * width - slant * at.y * height, at.y * height)
                return centre
                    + SIMD2(at.x * cosine - at.y * sine, at.x * sine + at.y * cosine)
            }
        }
    }

    // MARK: - Ink

    private mutating func draw(
        _ curve: [SIMD2<Double>], radius: Double, strength: Double, into ink: inout [Double]
    ) {
        let pressure = (random.uniform(0...(2 * Double.pi)), random.normal(style.pressure))
        func width(_ index: Int) -> Double {
            let along = Double(index) / Double(max(curve.count - 1, 1))
            return max(0.45, radius * (1 + pressure.1 * sin(3.5 * along + pressure.0)))
        }
        for index in 0..<max(curve.count - 1, 0) {
            let piece = Segment(
                start: curve[index], end: curve[index + 1],
                startRadius: width(index), endRadius: width(index + 1))
            draw(piece, strength: strength, into: &ink)
        }
    }

    private func draw(_ piece: Segment, strength: Double, into ink: inout [Double]) {
        let reach = max(piece.startRadius, piece.endRadius) + 1
        let low = pointwiseMin(piece.start, piece.end) - SIMD2(repeating: reach)
        let high = pointwiseMax(piece.start, piece.end) + SIMD2(repeating: reach)
        let columns = Self.range(low.x, high.x)
        let rows = Self.range(low.y, high.y)
        let along = piece.end - piece.start
        let length = max((along * along).sum(), 1e-9)
        for row in rows {
            for column in columns {
                let pixel = SIMD2(Double(column) + 0.5, Double(row) + 0.5)
                let t = min(max(((pixel - piece.start) * along).sum() / length, 0), 1)
                let gap = pixel - (piece.start + along * t)
                let distance = (gap * gap).sum().squareRoot()
                let radius = piece.startRadius + (piece.endRadius - piece.startRadius) * t
                let cover = min(max(radius - distance + 0.5, 0), 1) * strength
                let index = row * Self.side + column
                ink[index] = max(ink[index], cover)
            }
        }
    }

    /// The pixel rows or columns between two coordinates, inside the image.
    private static func range(_ low: Double, _ high: Double) -> Range<Int> {
        let from = Int(min(max(low, 0), Double(side)))
        let to = Int(min(max(high + 1, 0), Double(side)))
        return from..<max(from, to)
    }

    /// A short faint stroke that belongs to no digit.
    private mutating func drawStrayMark(into ink: inout [Double]) {
        let start = SIMD2(random.uniform(1...27), random.uniform(1...27))
        let middle = start + SIMD2(random.normal(3), random.normal(3))
        let end = middle + SIMD2(random.normal(2.5), random.normal(2.5))
        draw(
            Self.spline([start, middle, end]), radius: random.uniform(0.5...0.9),
            strength: random.uniform(0.4...0.9), into: &ink)
    }

    private mutating func withNoise(_ ink: [Double]) -> [UInt8] {
        let full = random.uniform(style.darkness)
        return ink.map { cover in
            var value = cover * full
            if cover > 0.02 {
                value += random.normal(style.unevenness)
            } else if random.uniform() < style.specks {
                value = abs(random.normal(style.speckStrength))
            }
            return UInt8(min(max(value * 255, 0), 255).rounded())
        }
    }
}

/// How far hands differ: lengths in parts of the digit's box unless said otherwise.
package struct DigitStyle: Sendable {
    /// Standard deviation of a control point's place.
    package var jitter = 0.034
    /// Height as a part of 20 pixels.
    package var height = 0.82...1.1
    /// Width as a part of the height.
    package var aspect = 0.6...0.98
    /// Standard deviation of the slant (sideways shift a unit of height).
    package var slant = 0.18
    /// Standard deviation of the rotation, in radians.
    package var rotation = 0.1
    /// Standard deviation of the centre's place, in pixels.
    package var shift = 0.8
    /// Standard deviation of a distorting wave's push; there are four.
    package var elastic = 0.021
    /// Mean and standard deviation of half a stroke's width, in pixels.
    package var radius = 1.35
    package var radiusSpread = 0.28
    /// How much the width varies along a stroke.
    package var pressure = 0.2
    /// Ink of the darkest pixels.
    package var darkness = 0.72...1.0
    /// Standard deviation of the ink inside strokes.
    package var unevenness = 0.07
    /// Part of the background that has specks, and their strength.
    package var specks = 0.04
    package var speckStrength = 0.22
    /// Part of the images that have a stray mark.
    package var strayMarks = 0.2

    package init() {}
}
