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

/// The colours and marks that tell series apart; by both, so that neither is needed alone.
/// The colours are Okabe and Ito's, which people with colour-blindness can tell apart.
enum SeriesStyle {
    static let colours = [
        RGB(0, 114, 178), RGB(213, 94, 0), RGB(0, 158, 115), RGB(204, 121, 167), RGB(230, 159, 0),
        RGB(86, 180, 233),
    ]
    static let ansiColours = [34, 31, 32, 35, 33, 36]
    static let marks: [Character] = ["●", "▲", "■", "◆", "×", "+"]
    static let plainMarks: [Character] = ["o", "^", "#", "*", "x", "+"]
}
