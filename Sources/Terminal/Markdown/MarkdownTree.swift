import CMarkdown

/// Markdown's structure as Swift values.
indirect enum MarkdownBlock {
    case heading(level: Int, [MarkdownInline])
    case paragraph([MarkdownInline])
    case quote([MarkdownBlock])
    /// `start` is nil for bullets; a task item has its box's state.
    case list(start: Int?, isTight: Bool, items: [(isDone: Bool?, blocks: [MarkdownBlock])])
    case code(String, language: String)
    case table(alignments: [MarkdownAlignment], rows: [[[MarkdownInline]]])
    case rule
}

enum MarkdownAlignment { case left, centre, right }

indirect enum MarkdownInline {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case struck([MarkdownInline])
    case link(target: String, [MarkdownInline])
    case image(description: [MarkdownInline])
}

/// Reads Markdown with GitHub's tables, strike-through, task lists and bare links.
enum MarkdownReader {
    /// Nesting beyond this is left out, so that no text can exhaust the stack.
    private static let depthLimit = 100

    static func read(_ text: String) -> [MarkdownBlock] {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "tasklist", "autolink"] {
            if let found = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        var source = text
        source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        guard let document = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(document) }
        return blocks(in: document, depth: 0)
    }

    private typealias Node = OpaquePointer

    private static func children(of node: Node) -> [Node] {
        var found: [Node] = []
        var child = cmark_node_first_child(node)
        while let present = child {
            found.append(present)
            child = cmark_node_next(present)
        }
        return found
    }

    private static func kind(of node: Node) -> String {
        cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }

    private static func literal(of node: Node) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private static func blocks(in node: Node, depth: Int) -> [MarkdownBlock] {
        guard depth < depthLimit else { return [] }
        return children(of: node).compactMap { block($0, depth: depth + 1) }
    }

    private static func block(_ node: Node, depth: Int) -> MarkdownBlock? {
        switch kind(of: node) {
        case "heading":
            return .heading(
                level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth))
        case "paragraph": return .paragraph(inlines(in: node, depth: depth))
        case "block_quote": return .quote(blocks(in: node, depth: depth))
        case "list":
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = children(of: node).map { item in
                let isTask = kind(of: item) == "tasklist"
                return (
                    isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
                    blocks: blocks(in: item, depth: depth)
                )
            }
            return .list(
                start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
                isTight: cmark_node_get_list_tight(node) != 0, items: items)
        case "code_block":
            let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
            let language = info.split(separator: " ").first.map(String.init) ?? ""
            return .code(literal(of: node), language: language)
        case "thematic_break": return .rule
        case "table": return table(node, depth: depth)
        case "html_block":
            let text = literal(of: node)
            return text.hasPrefix("<!--") ? nil : .code(text, language: "")
        default: return nil
        }
    }

    private static func table(_ node: Node, depth: Int) -> MarkdownBlock {
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        var alignments = Array(repeating: MarkdownAlignment.left, count: columns)
        if let marks = cmark_gfm_extensions_get_table_alignments(node) {
            for column in 0..<columns {
                switch marks[column] {
                case UInt8(ascii: "c"): alignments[column] = .centre
                case UInt8(ascii: "r"): alignments[column] = .right
                default: break
                }
            }
        }
        let rows = children(of: node).map { row in
            children(of: row).map { inlines(in: $0, depth: depth) }
        }
        return .table(alignments: alignments, rows: rows)
    }

    private static func inlines(in node: Node, depth: Int) -> [MarkdownInline] {
        guard depth < depthLimit else { return [] }
        return children(of: node).compactMap { inline($0, depth: depth + 1) }
    }

    private static func inline(_ node: Node, depth: Int) -> MarkdownInline? {
        switch kind(of: node) {
        case "text": return .text(literal(of: node))
        case "softbreak": return .softBreak
        case "linebreak": return .lineBreak
        case "code": return .code(literal(of: node))
        case "emph": return .emphasis(inlines(in: node, depth: depth))
        case "strong": return .strong(inlines(in: node, depth: depth))
        case "strikethrough": return .struck(inlines(in: node, depth: depth))
        case "link":
            let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            return .link(target: target, inlines(in: node, depth: depth))
        case "image": return .image(description: inlines(in: node, depth: depth))
        case "html_inline": return nil
        default: return nil
        }
    }
}
