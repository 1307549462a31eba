/// What a piece of text is; the theme decides how that looks.
package enum Role: Sendable {
    case plain, heading, code, link, quote, muted, formula
    case keyword, string, number, comment, builtin, definition, decorator, operatorSign
    case prompt, outPrompt, continuation, error, hint, success, warning
}

/// The look of one piece of text.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var bold = false
    package var italic = false
    package var underline = false
    package var struck = false
    /// Where a link leads; shown as a hyperlink by terminals that know them.
    package var target: String?

    package init(_ role: Role = .plain) { self.role = role }

    package static let plain = Style()
}

/// A piece of text with one look.
package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    package init(_ text: String, _ role: Role) {
        self.init(text, Style(role))
    }
}

/// How styled text becomes bytes on the terminal at hand.
package struct Theme: Sendable {
    package enum Depth: Sendable, Comparable { case none, sixteen, palette, full }

    package var depth: Depth
    /// What the text stands on, where that is known.
    package var background = Background.unknown
    /// Whether links are written as OSC 8 hyperlinks.
    package var hyperlinks: Bool
    /// How images are shown as pixels, if the terminal can.
    package var graphics = Graphics.none
    /// Whether the terminal's font has Braille's dots, of which charts are made.
    package var hasDots = true
    /// Whether everything is said in words, for screen readers: no boxes, no bars, no marks that stand for words.
    package var isSpoken = false

    package init(depth: Depth, hyperlinks: Bool = false) {
        self.depth = depth
        self.hyperlinks = hyperlinks
    }

    /// Without colours, and all in words.
    package static let spoken: Theme = {
        var theme = Theme.plain
        theme.isSpoken = true
        return theme
    }()

    package static let plain = Theme(depth: .none)

    /// Reads the wishes of the user and the abilities of the terminal from the environment.
    package static func detect(
        isTerminal: Bool, environment: (String) -> String?
    ) -> Theme {
        let term = environment("TERM") ?? ""
        // The Linux console has a dark background, and neither dots nor a way to ask.
        let isConsole = term == "linux" || term.hasPrefix("linux-")
        var plain = Theme.plain
        plain.hasDots = !isConsole
        plain.background = Background.named(
            environment("CNNLAB_BACKGROUND") ?? (isConsole ? "dark" : nil),
            foregroundAndBackground: environment("COLORFGBG"))
        if environment("NO_COLOR").map({ !$0.isEmpty }) ?? false { return plain }
        if !isTerminal || term == "dumb" || term.isEmpty { return plain }
        let colour = environment("COLORTERM") ?? ""
        let depth: Depth
        if colour == "truecolor" || colour == "24bit" {
            depth = .full
        } else if term.contains("256") || term.contains("kitty") || term.contains("alacritty") {
            depth = .palette
        } else {
            depth = .sixteen
        }
        let program = environment("TERM_PROGRAM") ?? ""
        let known = ["iTerm.app", "WezTerm", "vscode", "ghostty"].contains(program)
        let links = known || term.contains("kitty") || environment("VTE_VERSION") != nil
        var theme = plain
        theme.depth = depth
        theme.hyperlinks = links
        theme.graphics = Graphics(named: environment("CNNLAB_GRAPHICS")) ?? .none
        return theme
    }

    /// A sign that repeats what words say; nothing where only words count.
    package func mark(_ sign: String) -> String { isSpoken ? "" : sign }

    /// The text with the escape sequences of its style around it.
    package func paint(_ span: Span) -> String {
        guard depth > .none, !span.text.isEmpty else { return span.text }
        let codes = sequence(for: span.style)
        var painted = codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
        if hyperlinks, let target = span.style.target, Theme.isSafe(target) {
            painted = "\u{1B}]8;;\(target)\u{1B}\\\(painted)\u{1B}]8;;\u{1B}\\"
        }
        return painted
    }

    package func paint(_ spans: [Span]) -> String {
        spans.map(paint).joined()
    }

    package func paint(_ text: String, _ role: Role) -> String {
        paint(Span(text, role))
    }

    private static func isSafe(_ target: String) -> Bool {
        target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private func sequence(for style: Style) -> String {
        var codes = codes(of: style.role)
        if style.bold { codes.append("1") }
        if style.italic { codes.append("3") }
        if style.underline { codes.append("4") }
        if style.struck { codes.append("9") }
        return codes.joined(separator: ";")
    }
}
