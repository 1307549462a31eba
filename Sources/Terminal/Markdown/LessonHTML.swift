import Figures
package import Lessons

/// A lesson's page as one HTML file: no script, nothing from elsewhere, formulas as text.
package struct LessonHTML {
    private var body: [String] = []

    /// - Parameter page: the lesson to show.
    /// - Returns: a whole HTML document.
    package static func render(_ page: LessonPage) -> String {
        var html = LessonHTML()
        html.body.append("<h1>\(escaped(page.title))</h1>")
        if !page.facts.isEmpty { html.body.append("<p class=\"facts\">\(escaped(page.facts))</p>") }
        for part in page.parts { html.add(part) }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(page.title))</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            \(html.body.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private static let style = """
        body{margin:0;background:#fdfdfb;color:#1d2021;font:17px/1.6 Georgia,serif}
        main{max-width:44em;margin:2em auto;padding:0 1em}
        h1,h2,h3,summary{font-family:system-ui,sans-serif;line-height:1.25}
        h2{margin-top:2em;border-bottom:1px solid #ccc}
        .facts{color:#555}
        code,pre{font:14px/1.45 ui-monospace,Menlo,Consolas,monospace}
        code{background:#f0efe9;padding:0 .2em}
        pre{background:#f0efe9;padding:.7em 1em;overflow-x:auto}
        pre code{padding:0}
        pre.output{background:none;border-left:3px solid #8a8a8a;margin-top:-.6em}
        pre.error{background:none;border-left:3px solid #b3261e;margin-top:-.6em}
        pre.formula{background:none;text-align:left}
        .formula{font-family:ui-monospace,Menlo,Consolas,monospace;color:#7a2d6f}
        .task{border:1px solid #ccc;border-radius:6px;padding:.2em 1em;margin:1.5em 0}
        table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2em .6em}
        @media (prefers-color-scheme:dark){
        body{background:#1d2021;color:#e6e1cf}code,pre{background:#2a2d2e}.facts{color:#aaa}
        .formula{color:#d3869b}}
        @media print{pre{white-space:pre-wrap}}
        """

    private mutating func add(_ part: LessonPage.Part) {
        switch part {
        case .heading(let title): body.append("<h2>\(Self.escaped(title))</h2>")
        case .prose(let markdown): body.append(Self.html(markdown))
        case .quote(let text): body.append(Self.pre(text, "output"))
        case .cell(let source, let output):
            body.append(Self.pre(source, "python"))
            guard let output else { return }
            if !output.text.isEmpty { body.append(Self.pre(output.text, "output")) }
            for figure in output.figures { body.append(SVGRenderer().render(figure)) }
            if let traceback = output.traceback { body.append(Self.pre(traceback, "error")) }
        case .exercise(let name, let points, let starter, let hints):
            body.append("<section class=\"task\">")
            body.append(
                "<h3>Exercise: \(Self.escaped(name)) (\(LessonPage.worth(points)))</h3>")
            body.append(Self.pre(starter, "python"))
            for (number, hint) in hints.enumerated() {
                body.append(
                    "<details><summary>Hint \(number + 1) of \(hints.count)</summary>"
                        + Self.html(hint) + "</details>")
            }
            body.append("</section>")
        case .question(let prompt, let points, let choices):
            body.append("<section class=\"task\">")
            body.append("<h3>Question (\(LessonPage.worth(points)))</h3>")
            body.append(Self.html(prompt))
            if !choices.isEmpty {
                body.append("<ol type=\"a\">")
                for choice in choices { body.append("<li>\(Self.html(choice))</li>") }
                body.append("</ol>")
            }
            body.append("</section>")
        }
    }

    // MARK: - Markdown

    private static func html(_ markdown: String) -> String {
        let math = MathSpans(markdown)
        return blocks(MarkdownReader.read(math.markdown), math)
    }

    private static func blocks(_ blocks: [MarkdownBlock], _ math: MathSpans) -> String {
        blocks.map { block($0, math) }.joined(separator: "\n")
    }

    private static func block(_ block: MarkdownBlock, _ math: MathSpans) -> String {
        switch block {
        case .heading(let level, let content):
            let tag = "h\(min(max(level, 1) + 1, 6))"
            return "<\(tag)>\(inline(content, math))</\(tag)>"
        case .paragraph(let content):
            if case .text(let text)? = content.first, content.count == 1, text.count == 1,
                let formula = text.first.flatMap(math.formula(at:)), formula.isDisplay
            {
                let lines = FormulaText.display(formula.source, width: 76)
                return pre(lines.joined(separator: "\n"), "formula")
            }
            return "<p>\(inline(content, math))</p>"
        case .quote(let inner): return "<blockquote>\(blocks(inner, math))</blockquote>"
        case .list(let start, let isTight, let items):
            let opening = start.map { "<ol start=\"\($0)\">" } ?? "<ul>"
            let lines = items.map { item -> String in
                let box = item.isDone.map { $0 ? "☑ " : "☐ " } ?? ""
                if isTight, case .paragraph(let content)? = item.blocks.first {
                    let rest = blocks(Array(item.blocks.dropFirst()), math)
                    return "<li>\(box)\(inline(content, math))\(rest)</li>"
                }
                return "<li>\(box)\(blocks(item.blocks, math))</li>"
            }
            return opening + "\n" + lines.joined(separator: "\n")
                + (start == nil ? "\n</ul>" : "\n</ol>")
        case .code(let source, let language): return pre(source, language)
        case .table(let alignments, let rows): return table(alignments, rows, math)
        case .rule: return "<hr>"
        }
    }

    private static func table(
        _ alignments: [MarkdownAlignment], _ rows: [[[MarkdownInline]]], _ math: MathSpans
    ) -> String {
        var lines = ["<table>"]
        for (number, row) in rows.enumerated() {
            let tag = number == 0 ? "th" : "td"
            let cells = row.enumerated().map { column, content -> String in
                let alignment = column < alignments.count ? alignments[column] : .left
                let side = [.left: "left", .centre: "center", .right: "right"][alignment] ?? "left"
                return "<\(tag) style=\"text-align:\(side)\">\(inline(content, math))</\(tag)>"
            }
            lines.append("<tr>\(cells.joined())</tr>")
        }
        return (lines + ["</table>"]).joined(separator: "\n")
    }

    private static func inline(_ content: [MarkdownInline], _ math: MathSpans) -> String {
        content.map { part -> String in
            switch part {
            case .text(let text): return formulas(text, math)
            case .softBreak: return "\n"
            case .lineBreak: return "<br>"
            case .code(let code): return "<code>\(escaped(code))</code>"
            case .emphasis(let inner): return "<em>\(inline(inner, math))</em>"
            case .strong(let inner): return "<strong>\(inline(inner, math))</strong>"
            case .struck(let inner): return "<s>\(inline(inner, math))</s>"
            case .link(let target, let inner):
                let text = inline(inner, math)
                return isSafe(target) ? "<a href=\"\(escaped(target))\">\(text)</a>" : text
            case .image(let description): return inline(description, math)
            }
        }.joined()
    }

    private static func formulas(_ text: String, _ math: MathSpans) -> String {
        var result = ""
        var plain = ""
        for character in text {
            guard let formula = math.formula(at: character) else {
                plain.append(character)
                continue
            }
            result += escaped(plain)
            plain = ""
            result +=
                "<span class=\"formula\">\(escaped(FormulaText.inline(formula.source)))</span>"
        }
        return result + escaped(plain)
    }

    /// Links of a lesson lead to the web or to a place in the page, never to a script.
    private static func isSafe(_ target: String) -> Bool {
        let lower = target.lowercased()
        return ["http://", "https://", "mailto:", "#"].contains { lower.hasPrefix($0) }
    }

    private static func pre(_ text: String, _ kind: String) -> String {
        var text = text[...]
        while text.last?.isNewline == true { text.removeLast() }
        return "<pre class=\"\(escaped(kind))\"><code>\(escaped(String(text)))</code></pre>"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
