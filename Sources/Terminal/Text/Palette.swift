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
    /// is not known; and what stands for them among sixteen colours: only those that both kinds of terminal show
    /// well, and bold.
    package static let palette: [Role: (dark: Int, light: Int, middle: Int, basic: String)] = [
        .heading: (75, 25, 32, "36"), .code: (109, 23, 66, "36"), .link: (75, 25, 32, "36"),
        .quote: (246, 241, 244, "2"), .muted: (246, 241, 244, "2"), .formula: (176, 90, 133, "35"),
        .keyword: (176, 90, 133, "35"), .string: (114, 22, 65, "32"), .number: (110, 24, 67, "36"),
        .comment: (246, 241, 244, "2"), .builtin: (80, 24, 31, "36"),
        .definition: (75, 25, 32, "36"), .decorator: (179, 94, 136, "33"),
        .prompt: (114, 22, 65, "32"), .outPrompt: (174, 88, 131, "31"),
        .continuation: (114, 22, 65, "32"), .error: (203, 124, 160, "31"),
        .hint: (80, 24, 31, "36"),
        .success: (114, 22, 64, "32"), .warning: (215, 94, 130, "33"),
    ]

    /// The parameters that give text the look of its role.
    func codes(of role: Role) -> [String] {
        guard let colours = Self.palette[role] else { return [] }
        let more: [Role: String] = [
            .heading: "1", .definition: "1", .prompt: "1", .success: "1", .link: "4", .quote: "3",
        ]
        let added = more[role].map { [$0] } ?? []
        guard depth >= .palette else { return [colours.basic] + added }
        let colour =
            switch background {
            case .dark: colours.dark
            case .light: colours.light
            case .unknown: colours.middle
            }
        return ["38", "5", String(colour)] + added
    }
}
