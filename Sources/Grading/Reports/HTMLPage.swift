/// A self-contained HTML page: no scripts, nothing from elsewhere, readable on paper and without colours.
enum HTMLPage {
    static func render(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        \(body)
        </main>
        </body>
        </html>

        """
    }

    /// Text for a page: what a submission says can be nothing but text, and turns no text round but its own.
    static func escaped(_ text: String) -> String {
        let escaped = XMLText.escaped(text).replacing("&#10;", with: "\n")
            .replacing("&#9;", with: "\t")
        guard escaped.unicodeScalars.contains(where: turnsRound) else { return escaped }
        var plain = String.UnicodeScalarView()
        for scalar in escaped.unicodeScalars {
            plain.append(turnsRound(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(plain)
    }

    /// Whether a character sets the direction of what follows it, to its end or beyond.
    private static func turnsRound(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// Text of several lines.
    static func block(_ text: String) -> String { "<pre>\(escaped(text))</pre>" }

    private static let style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff; }
        main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .25rem; }
        table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #c8c8c8; }
        td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
        .total { font-size: 1.2rem; } .note { color: #4a4a4a; }
        .mark { font-weight: 600; white-space: nowrap; }
        .pass { color: #0a5c2b; } .fail { color: #8c1d18; } .open { color: #6b4a00; }
        blockquote { margin: .5rem 0; padding: .25rem 0 .25rem .9rem; border-left: 4px solid #767676; }
        figure { margin: .75rem 0; } figcaption { font-size: .9rem; }
        img { max-width: 100%; height: auto; background: #fff; }
        svg { max-width: 100%; height: auto; } svg text { fill: currentColor; }
        @media (max-width: 40rem) {
          th, td { padding: .3rem .3rem; font-size: .85rem; } th.n { white-space: normal; hyphens: auto; }
        }
        @media (prefers-color-scheme: dark) {
          body { color: #ececec; background: #161616; } th, td { border-color: #4a4a4a; }
          .note { color: #b8b8b8; } .pass { color: #7fd6a0; } .fail { color: #ffa198; } .open { color: #f0c674; }
        }
        @media print {
          body { color: #000; background: #fff; } main { max-width: none; padding: 0; }
          section, tr { break-inside: avoid; } h2 { break-after: avoid; }
        }
        """
}
