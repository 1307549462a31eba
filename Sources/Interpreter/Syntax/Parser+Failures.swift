/// The text of an f-string's expression, as CPython shows it in errors: in parentheses.
struct FormattedPiece: Sendable {
    var start: Int
    var end: Int
}

/// How failures get their places.
extension Parser {
    /// A failure that marks the tokens from `first` to `last`.
    func failure(_ message: String, from first: Int, to last: Int) -> ParseError {
        .failure(makeFailure(message, .syntaxError, first, last))
    }

    /// A failure that marks an expression.
    func failure(_ message: String, at id: ExpressionID) -> ParseError {
        failure(message, from: firstToken(id), to: lastToken(id))
    }

    /// A failure at the furthest token looked at.
    func failureAtFurthest(
        _ message: String, _ kind: SyntaxFailure.Kind = .syntaxError
    ) -> ParseError {
        .failure(makeFailure(message, kind, furthest, furthest))
    }

    /// What is outside the lab's language, by name.
    func refusal(_ name: String, at token: Int) -> ParseError {
        failure(
            "`\(name)` is not in the lab's Python (line \(tree.tokens[token].line))", from: token,
            to: token)
    }

    func makeFailure(
        _ message: String, _ kind: SyntaxFailure.Kind, _ first: Int, _ last: Int
    ) -> SyntaxFailure {
        let start = tree.tokens[first]
        let end = tree.tokens[last]
        switch start.kind {
        case .indent, .dedent, .endMarker:
            if piece == nil { return structuralFailure(message, kind, start) }
        default: break
        }
        let endLine = end.kind == .string ? tree.source.line(at: Int(end.end)) : Int(end.line)
        return makeFailure(
            message, kind, line: Int(start.line), offset: Int(start.start), endLine: endLine,
            endOffset: Int(end.end))
    }

    /// A failure at a token without text: CPython reports how far its lexer had read.
    private func structuralFailure(
        _ message: String, _ kind: SyntaxFailure.Kind, _ token: Token
    ) -> SyntaxFailure {
        let source = tree.source
        var line = Int(token.line)
        var end = Int(token.end)
        if end >= source.count, line > 1 {
            line -= 1
            end = source.count
        }
        return SyntaxFailure(
            kind: kind, message: message, filename: filename, line: line,
            column: source.characters(from: source.start(ofLine: line), to: end), endLine: line,
            endColumn: 0, text: source.text(ofLine: line))
    }

    func makeFailure(
        _ message: String, _ kind: SyntaxFailure.Kind, line: Int, offset: Int, endLine: Int,
        endOffset: Int?
    ) -> SyntaxFailure {
        if let piece {
            return pieceFailure(message, kind, piece, offset: offset, endOffset: endOffset)
        }
        let source = tree.source
        let column = source.characters(from: source.start(ofLine: line), to: offset) + 1
        var endColumn = 0
        if let endOffset {
            endColumn = source.characters(from: source.start(ofLine: endLine), to: endOffset) + 1
        }
        return SyntaxFailure(
            kind: kind, message: message, filename: filename, line: line, column: column,
            endLine: endLine, endColumn: endColumn, text: source.text(ofLine: line))
    }

    /// CPython parses the expression of an f-string as a text of its own, in parentheses.
    private func pieceFailure(
        _ message: String, _ kind: SyntaxFailure.Kind, _ piece: FormattedPiece, offset: Int,
        endOffset: Int?
    ) -> SyntaxFailure {
        let source = tree.source
        let text = "(" + source.string(piece.start..<piece.end) + ")"
        let column = source.characters(from: piece.start, to: offset) + 2
        let end = endOffset.map { source.characters(from: piece.start, to: $0) + 2 } ?? 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return SyntaxFailure(
            kind: kind, message: "f-string: " + message, filename: filename,
            line: source.line(at: piece.start), column: column,
            endLine: source.line(at: piece.start),
            endColumn: end, text: lines.first.map(String.init))
    }

    func failure(_ lexical: Lexer.LexicalFailure) -> SyntaxFailure {
        let source = tree.source
        if lexical.toEnd {
            let text = source.text(ofLine: lexical.line)
            let column = lexical.kind == .tabError ? 1 : text.unicodeScalars.count + 1
            return SyntaxFailure(
                kind: lexical.kind, message: lexical.message, filename: filename,
                line: lexical.line, column: column, endLine: lexical.line, endColumn: 0,
                text: text)
        }
        // The reported column is that of the last character read, counted from 1.
        let start = source.start(ofLine: lexical.line)
        let read = source.characters(from: start, to: lexical.offset)
        let column = lexical.isUnclosedBracket ? read + 1 : max(read, 1)
        return SyntaxFailure(
            kind: lexical.kind, message: lexical.message, filename: filename, line: lexical.line,
            column: column, endLine: lexical.line,
            endColumn: lexical.end.map { source.characters(from: start, to: $0) } ?? column,
            text: source.text(ofLine: lexical.line))
    }

    /// What CPython calls an expression in messages.
    func describe(_ id: ExpressionID) -> String {
        switch tree[id] {
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .starred: "starred"
        case .name: "name"
        case .list: "list"
        case .tuple: "tuple"
        case .lambda: "lambda"
        case .call: "function call"
        case .boolean, .binary, .unary: "expression"
        case .comprehension(.generator, _): "generator expression"
        case .comprehension(.list, _): "list comprehension"
        case .comprehension(.set, _): "set comprehension"
        case .comprehension(.dict, _): "dict comprehension"
        case .yield, .yieldFrom: "yield expression"
        case .dict: "dict literal"
        case .set: "set display"
        case .joinedString, .formatted: "f-string expression"
        case .compare: "comparison"
        case .conditional: "conditional expression"
        case .named: "named expression"
        case .slice: "slice"
        case .smallInt: "literal"
        case .constant(let index):
            switch tree.constants[Int(index)] {
            case .none: "None"
            case .bool(let value): value ? "True" : "False"
            case .ellipsis: "ellipsis"
            default: "literal"
            }
        }
    }

    enum TargetKind { case assignment, deletion, loop }

    /// The part of an expression that cannot be assigned to (or deleted), if any.
    func invalidTarget(_ id: ExpressionID, _ kind: TargetKind) -> ExpressionID? {
        switch tree[id] {
        case .name, .subscript, .attribute: return nil
        case .list(let items), .tuple(let items):
            for item in tree[items] {
                if let bad = invalidTarget(item, kind) { return bad }
            }
            return nil
        case .starred(let value):
            return kind == .deletion ? id : invalidTarget(value, kind)
        case .compare(let left, let start, _):
            if kind == .loop, tree.comparisons[Int(start)].op == .in {
                return invalidTarget(left, kind)
            }
            return id
        default: return id
        }
    }

    /// "cannot assign to …" or "cannot delete …", or a mismatch when nothing is wrong.
    func targetFailure(_ id: ExpressionID, _ kind: TargetKind) -> ParseError {
        guard let bad = invalidTarget(id, kind) else { return .mismatch }
        let verb = kind == .deletion ? "delete" : "assign to"
        return failure("cannot \(verb) \(describe(bad))", at: bad)
    }
}
