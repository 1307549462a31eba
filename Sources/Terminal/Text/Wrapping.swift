/// Breaks styled text into lines of a width.
///
/// Lines break at spaces, after a hyphen inside a word never, and between two wide (CJK) characters; a
/// word longer than a line is cut. A no-break space joins what stands beside it and is written as a space.
package enum Wrapping {
    /// A hard line break inside spans.
    package static let lineBreak: Character = "\u{2028}"
    package static let noBreakSpace: Character = "\u{00A0}"

    /// - Parameters:
    ///   - spans: the text; newlines count as spaces, `lineBreak` breaks.
    ///   - width: columns in a line, at least 1 is used.
    /// - Returns: the lines, without spaces at their ends; one empty line for an empty text.
    package static func wrap(_ spans: [Span], width: Int) -> [[Span]] {
        var filler = LineFiller(width: max(1, width))
        for span in spans {
            for character in span.text {
                filler.take(character, span.style)
            }
        }
        return filler.finish()
    }

    /// Text wrapped with a prefix before the first line and another before the lines that follow.
    package static func wrap(
        _ spans: [Span], width: Int, first: [Span], rest: [Span]
    ) -> [[Span]] {
        let taken = max(columns(of: first), columns(of: rest))
        let lines = wrap(spans, width: max(8, width - taken))
        return lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
    }

    package static func columns(of spans: [Span]) -> Int {
        spans.reduce(0) { $0 + CellWidth.of($1.text) }
    }
}

/// Gathers characters into words and words into lines.
private struct LineFiller {
    private struct Piece {
        var character: Character
        var style: Style
        var width: Int
    }

    let width: Int
    private var lines: [[Span]] = []
    private var line: [Piece] = []
    private var lineWidth = 0
    private var word: [Piece] = []
    private var wordWidth = 0
    /// The space that stands between the line and the word.
    private var gap: Piece?

    init(width: Int) { self.width = width }

    mutating func take(_ character: Character, _ style: Style) {
        switch character {
        case Wrapping.lineBreak:
            placeWord()
            breakLine()
        case " ", "\n", "\t", "\r\n":
            placeWord()
            if !line.isEmpty, gap == nil {
                gap = Piece(character: " ", style: style, width: 1)
            }
        default:
            let shown = character == Wrapping.noBreakSpace ? " " : character
            let piece = Piece(character: shown, style: style, width: CellWidth.of(character))
            if let last = word.last, last.width == 2 || piece.width == 2,
                !Self.opens(last.character), !Self.closes(character)
            {
                placeWord()
            }
            word.append(piece)
            wordWidth += piece.width
        }
    }

    /// Whether a wide character must not end a line.
    private static func opens(_ character: Character) -> Bool { "（「『【〔".contains(character) }

    /// Whether a character must not begin a line: it stays with a wide one that precedes it.
    private static func closes(_ character: Character) -> Bool {
        "。、，．：；！？）」』】〕ーっゃゅょッャュョ,.:;!?)".contains(character)
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        let space = gap == nil ? 0 : 1
        if lineWidth + space + wordWidth <= width {
            if let gap {
                line.append(gap)
                lineWidth += 1
            }
            line += word
            lineWidth += wordWidth
        } else {
            if !line.isEmpty { breakLine() }
            for piece in word {
                if lineWidth + piece.width > width, !line.isEmpty { breakLine() }
                line.append(piece)
                lineWidth += piece.width
            }
        }
        gap = nil
        word = []
        wordWidth = 0
    }

    private mutating func breakLine() {
        lines.append(Self.spans(of: line))
        line = []
        lineWidth = 0
        gap = nil
    }

    mutating func finish() -> [[Span]] {
        placeWord()
        if !line.isEmpty || lines.isEmpty { breakLine() }
        return lines
    }

    private static func spans(of pieces: [Piece]) -> [Span] {
        var spans: [Span] = []
        for piece in pieces {
            if let last = spans.indices.last, spans[last].style == piece.style {
                spans[last].text.append(piece.character)
            } else {
                spans.append(Span(String(piece.character), piece.style))
            }
        }
        return spans
    }
}
