/// What a terminal's text stands on.
package enum Background: Sendable {
    case dark, light, unknown

    /// What the user says, or else what the terminal put into `COLORFGBG`, as `15;0`.
    static func named(_ name: String?, foregroundAndBackground: String?) -> Background {
        switch name {
        case "dark": return .dark
        case "light": return .light
        default: break
        }
        guard let last = foregroundAndBackground?.split(separator: ";").last, let colour = Int(last)
        else { return .unknown }
        return colour == 7 || colour > 8 && colour < 16 ? .light : .dark
    }

    /// The background of a colour that a terminal reports, each part from 0 to 1.
    package static func of(red: Double, green: Double, blue: Double) -> Background {
        0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? .light : .dark
    }
}

extension Theme {
    /// The palette's colours of roles, on a dark and on a light background, and of middle brightness where the background
    /// is not known.
    package static let palette: [Role: (dark: Int, light: Int, middle: Int)] = [
        .heading: (75, 25, 32), .code: (109, 23, 66), .link: (75, 25, 32),
        .quote: (246, 241, 244), .muted: (246, 241, 244), .formula: (176, 90, 133),
        .keyword: (176, 90, 133), .string: (114, 22, 65), .number: (110, 24, 67),
        .comment: (246, 241, 244), .builtin: (80, 24, 31),
        .definition: (75, 25, 32), .decorator: (179, 94, 136),
        .prompt: (114, 22, 65), .outPrompt: (174, 88, 131),
        .continuation: (114, 22, 65), .error: (203, 124, 160),
        .hint: (80, 24, 31),
        .success: (114, 22, 64), .warning: (215, 94, 130),
    ]

    /// What stands for them among sixteen colours. Few of these can be read on a light background, and fewer where it may be
    /// either; faint text cannot on many terminals, so that what is muted has no colour.
    package static let basic: [Role: (dark: Int, light: Int, middle: Int)] = [
        .heading: (36, 34, 94), .code: (36, 34, 94), .link: (36, 34, 94),
        .formula: (95, 35, 35), .keyword: (95, 35, 35), .string: (32, 31, 94),
        .number: (36, 34, 94), .builtin: (36, 34, 94), .definition: (36, 34, 94),
        .decorator: (33, 35, 35), .prompt: (32, 34, 94), .outPrompt: (91, 31, 91),
        .continuation: (32, 34, 94), .error: (91, 31, 91), .hint: (36, 34, 94),
        .success: (32, 34, 94), .warning: (33, 35, 35),
    ]

    /// The parameters that give text the look of its role.
    func codes(of role: Role) -> [String] {
        let isBasic = depth < .palette
        let colour = (isBasic ? Self.basic : Self.palette)[role].map {
            switch background {
            case .dark: $0.dark
            case .light: $0.light
            case .unknown: $0.middle
            }
        }
        let more: [Role: String] = [
            .heading: "1", .definition: "1", .prompt: "1", .success: "1", .link: "4", .quote: "3",
        ]
        let added = more[role].map { [$0] } ?? []
        guard let colour else { return added }
        return (isBasic ? ["\(colour)"] : ["38", "5", "\(colour)"]) + added
    }
}
