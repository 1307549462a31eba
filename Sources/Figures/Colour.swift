/// A colour of eight bits a channel.
package struct RGB: Equatable, Sendable {
    package let red, green, blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#rrggbb`.
    package var hex: String {
        "#"
            + [red, green, blue].map {
                let text = String($0, radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
    }
}

extension RGB {
    /// The nearest of the terminal's 256 colours: one of the cube of 216 or of the 24 greys.
    package var palette: Int {
        func nearest(_ value: UInt8) -> Int {
            Self.levels.indices.min {
                distance(value, Self.levels[$0]) < distance(value, Self.levels[$1])
            } ?? 0
        }
        func distance(_ value: UInt8, _ level: Int) -> Int { abs(Int(value) - level) }
        let place = [red, green, blue].map(nearest)
        let mean = (Int(red) + Int(green) + Int(blue)) / 3
        let grey = min(max((mean - 3) / 10, 0), 23)
        var fromCube = 0, fromGrey = 0
        for (value, step) in zip([red, green, blue], place) {
            let (inCube, inGrey) = (
                distance(value, Self.levels[step]), distance(value, 8 + 10 * grey)
            )
            fromCube += inCube * inCube
            fromGrey += inGrey * inGrey
        }
        return fromGrey < fromCube ? 232 + grey : 16 + 36 * place[0] + 6 * place[1] + place[2]
    }

    private static let levels = [0, 95, 135, 175, 215, 255]
}

/// How a value between 0 and 1 becomes a colour.
package enum ColourMap: String, Equatable, Sendable {
    case grey, viridis

    package func colour(_ level: Double) -> RGB {
        let level = min(max(level, 0), 1)
        switch self {
        case .grey:
            let grey = UInt8(level * 255)
            return RGB(grey, grey, grey)
        case .viridis:
            // Nine anchors of the map by S. van der Walt and N. Smith (matplotlib, CC0).
            let place = level * Double(Self.anchors.count - 1)
            let index = min(Int(place), Self.anchors.count - 2)
            let part = place - Double(index)
            let (from, to) = (Self.anchors[index], Self.anchors[index + 1])
            func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
                UInt8(Double(a) + (Double(b) - Double(a)) * part)
            }
            return RGB(mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue))
        }
    }

    private static let anchors = [
        RGB(68, 1, 84), RGB(71, 44, 122), RGB(59, 81, 139), RGB(44, 113, 142), RGB(33, 144, 141),
        RGB(39, 173, 129), RGB(92, 200, 99), RGB(170, 220, 50), RGB(253, 231, 37),
    ]
}

/// What a figure stands on in a terminal.
package enum Ground: Sendable { case dark, light, unknown }

/// The colours and marks that tell series apart; by both, so that neither is needed alone.
/// The colours follow Okabe and Ito's, which people with colour-blindness can tell apart, lighter on a dark ground and
/// darker on a light one: a contrast of 4.5 to 1; where the ground is not known, of 3 to 1 with white as well as with black.
package enum SeriesStyle {
    /// The colours of series one, two and so on.
    package static func colours(on ground: Ground) -> [RGB] {
        switch ground {
        case .dark:
            [
                RGB(90, 165, 235), RGB(240, 120, 40), RGB(0, 175, 130), RGB(220, 140, 185),
                RGB(235, 165, 10), RGB(120, 200, 245),
            ]
        case .light:
            [
                RGB(0, 100, 165), RGB(180, 70, 0), RGB(0, 115, 80), RGB(165, 65, 125),
                RGB(140, 90, 0), RGB(25, 115, 150),
            ]
        case .unknown:
            [
                RGB(0, 114, 178), RGB(213, 94, 0), RGB(0, 158, 115), RGB(204, 121, 167),
                RGB(199, 124, 0), RGB(60, 150, 205),
            ]
        }
    }

    /// Colours like these of a terminal's 256.
    package static func palette(on ground: Ground) -> [Int] {
        switch ground {
        case .dark: [75, 208, 36, 176, 178, 117]
        case .light: [25, 160, 22, 126, 94, 24]
        case .unknown: [32, 166, 29, 169, 136, 67]
        }
    }

    /// Of the sixteen colours those that the ground lets see; where that is not known, the three that any does.
    package static func basicColours(on ground: Ground) -> [Int] {
        switch ground {
        case .dark: [36, 33, 32, 95, 91, 94]
        case .light: [34, 31, 35, 90, 94, 91]
        case .unknown: [94, 91, 35]
        }
    }

    static let marks: [Character] = ["●", "▲", "■", "◆", "×", "+"]
    static let plainMarks: [Character] = ["o", "^", "#", "*", "x", "+"]
}
