internal import CMarkdown

/// A block of a Markdown document that a lesson is made of. Lines count from 1.
struct MarkdownBlock {
    enum Kind: Equatable {
        case heading(level: Int, text: String)
        case fence(info: String, text: String, isClosed: Bool)
        case other
    }

    var kind: Kind
    var firstLine: Int
    var lastLine: Int
}

/// The outermost blocks of a Markdown text, and the fences with options that hide inside lists and
/// quotations.
struct MarkdownBlocks {
    var blocks: [MarkdownBlock] = []
    var nestedFences: [MarkdownBlock] = []

    /// - Parameters:
    ///   - text: Markdown.
    ///   - lines: the text's lines, to see whether a fence is closed.
    init(_ text: String, lines: [Substring]) {
        var text = text
        let root = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let root else { return }
        defer { cmark_node_free(root) }
        var node = cmark_node_first_child(root)
        while let current = node {
            blocks.append(Self.block(current, lines: lines))
            node = cmark_node_next(current)
        }
        collectNestedFences(root, lines: lines)
    }

    private mutating func collectNestedFences(_ root: OpaquePointer, lines: [Substring]) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK,
                cmark_node_parent(node) != root
            else { continue }
            nestedFences.append(Self.block(node, lines: lines))
        }
    }

    private static func block(_ node: OpaquePointer, lines: [Substring]) -> MarkdownBlock {
        let first = max(1, Int(cmark_node_get_start_line(node)))
        let last = max(first, Int(cmark_node_get_end_line(node)))
        let kind: MarkdownBlock.Kind
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            let level = Int(cmark_node_get_heading_level(node))
            kind = .heading(level: level, text: headingText(lines, first: first, last: last))
        case CMARK_NODE_CODE_BLOCK where isFenced(node):
            let info = fenceInfo(lines, line: first)
            let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            kind = .fence(
                info: info, text: literal, isClosed: isClosed(lines, first: first, last: last))
        default:
            kind = .other
        }
        return MarkdownBlock(kind: kind, firstLine: first, lastLine: last)
    }

    /// What stands after a fence's marks, as written: cmark would have taken out its backslashes.
    private static func fenceInfo(_ lines: [Substring], line: Int) -> String {
        guard lines.indices.contains(line - 1) else { return "" }
        let marks = lines[line - 1].drop { $0 != "`" && $0 != "~" }
        let info = marks.drop { $0 == marks.first }
        return String(info.trimmed.drop(while: \.isWhitespace))
    }

    private static func isFenced(_ node: OpaquePointer) -> Bool {
        var width: Int32 = 0
        var indentation: Int32 = 0
        var mark: CChar = 0
        return cmark_node_get_fenced(node, &width, &indentation, &mark) != 0
    }

    /// The heading's text as written, without its marks.
    private static func headingText(_ lines: [Substring], first: Int, last: Int) -> String {
        guard lines.indices.contains(first - 1) else { return "" }
        var text = lines[first - 1].drop { $0 == " " }
        if text.hasPrefix("#") {
            text = text.drop { $0 == "#" }
            while text.last == "#" || text.last == " " { text.removeLast() }
        }
        return String(text.drop { $0 == " " })
    }

    private static func isClosed(_ lines: [Substring], first: Int, last: Int) -> Bool {
        guard lines.indices.contains(first - 1), lines.indices.contains(last - 1), last > first
        else { return false }
        let opening = lines[first - 1].drop { $0 == " " || $0 == ">" }
        guard let mark = opening.first else { return false }
        let width = opening.prefix { $0 == mark }.count
        let closing = lines[last - 1].drop { $0 == " " || $0 == ">" }
        return closing.prefix { $0 == mark }.count >= width
            && closing.drop { $0 == mark }.allSatisfy(\.isWhitespace)
    }
}
