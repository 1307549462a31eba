// A recursive-descent parser that follows the rules of Python's grammar by name.
//
// A text is parsed once without looking for the causes of errors. If that fails, it is parsed again with
// `diagnosing` set: now each rule also tries what people write by mistake in its place, in the order in which
// CPython tries its `invalid_` rules, and the first that fits gives the message. When none does, the
// message is "invalid syntax" at the furthest token that the first pass looked at.

/// Why a rule did not match.
enum ParseError: Error {
    /// It does not match here; another may.
    case mismatch
    /// The text is wrong, and this is how.
    indirect case failure(SyntaxFailure)
}

struct Parser {
    var tree: SyntaxTree
    var names: IdentifierTable
    let filename: String
    let failureOfLexer: Lexer.LexicalFailure?
    /// The token to read next.
    var at = 0
    /// The furthest token that was looked at.
    var furthest = 0
    var diagnosing = false
    /// Set when the first pass failed for want of more text.
    private(set) var failedAtEnd = false
    /// Set when it failed where the lexer had, at a bracket's missing end for one, and not before.
    private(set) var failedWithLexer = false
    /// How deeply expressions are nested, and how deeply they may be.
    var depth = 0
    static let maximumDepth = 900
    /// Set while an f-string's expression is parsed: errors are shown within this piece of text.
    var piece: FormattedPiece?
    /// How deeply f-strings are nested.
    var formatDepth = 0
    let print: NameID
    let exec: NameID

    init(_ source: SourceText, filename: String) {
        var lexer = Lexer(source)
        lexer.run()
        failureOfLexer = lexer.failure
        names = lexer.names
        print = NameID(index: names.intern("print"))
        exec = NameID(index: names.intern("exec"))
        tree = SyntaxTree(source: source, tokens: lexer.tokens, names: [])
        self.filename = filename
    }

    // MARK: Tokens

    var kind: TokenKind {
        mutating get {
            if at > furthest { furthest = at }
            return tree.tokens[at].kind
        }
    }

    /// The kind of a token further on; it does not count as looked at.
    func kind(ahead: Int) -> TokenKind {
        let index = at + ahead
        return index < tree.tokens.count ? tree.tokens[index].kind : .endMarker
    }

    mutating func accept(_ wanted: TokenKind) -> Bool {
        if kind == wanted {
            at += 1
            return true
        }
        return false
    }

    mutating func expect(_ wanted: TokenKind) throws(ParseError) {
        guard kind == wanted else { throw .mismatch }
        at += 1
    }

    /// Takes a token that must come, else fails at once.
    mutating func force(_ wanted: TokenKind, _ text: String) throws(ParseError) {
        guard kind == wanted else {
            if kind == .error { throw .mismatch }
            throw failure("expected '\(text)'", from: at, to: at)
        }
        at += 1
    }

    mutating func expectName() throws(ParseError) -> NameID {
        guard kind == .name else { throw .mismatch }
        let id = NameID(index: tree.tokens[at].value)
        at += 1
        return id
    }

    func isName(_ index: Int, _ text: String) -> Bool {
        index < tree.tokens.count && tree.tokens[index].kind == .name
            && names.names[Int(tree.tokens[index].value)] == text
    }

    // MARK: Nodes

    mutating func make(
        _ node: ExpressionNode, from first: Int, to last: Int? = nil
    ) -> ExpressionID {
        let id = ExpressionID(index: Int32(truncatingIfNeeded: tree.expressions.count))
        tree.expressions.append(
            Expression(
                node: node,
                range: TokenRange(first: Int32(first), last: Int32(last ?? (at - 1)))))
        return id
    }

    mutating func makeList(_ items: [ExpressionID]) -> ExpressionList {
        let start = Int32(truncatingIfNeeded: tree.lists.count)
        tree.lists.append(contentsOf: items)
        return ExpressionList(start: start, count: Int32(items.count))
    }

    func firstToken(_ id: ExpressionID) -> Int { Int(tree.range(of: id).first) }

    func lastToken(_ id: ExpressionID) -> Int { Int(tree.range(of: id).last) }

    mutating func enter() throws(ParseError) {
        depth += 1
        if depth > Parser.maximumDepth {
            throw failure("expressions are nested too deeply", from: at, to: at)
        }
    }

    mutating func leave() { depth -= 1 }

    /// Tries a rule; on a mismatch everything is as before.
    mutating func attempt<T>(
        _ rule: (inout Parser) throws(ParseError) -> T
    ) throws(ParseError) -> T? {
        let start = at
        let level = depth
        do {
            return try rule(&self)
        } catch {
            guard case .mismatch = error else { throw error }
            at = start
            depth = level
            return nil
        }
    }

    /// Tries a rule without looking for the causes of errors, and goes back in any case.
    mutating func matches<T>(_ rule: (inout Parser) throws(ParseError) -> T) -> (T, end: Int)? {
        let start = at
        let level = depth
        let was = diagnosing
        diagnosing = false
        defer {
            at = start
            depth = level
            diagnosing = was
        }
        guard let value = try? rule(&self) else { return nil }
        return (value, at)
    }
}

/// Parses a source text.
///
/// - Throws: `SyntaxFailure` with CPython's message and place.
func parse(
    _ bytes: [UInt8], filename: String, mode: CompileMode
) throws(SyntaxFailure) -> SyntaxTree {
    let source = try SourceText(bytes, filename: filename)
    var parser = Parser(source, filename: filename)
    return try parser.run(mode)
}

extension Parser {
    mutating func run(_ mode: CompileMode) throws(SyntaxFailure) -> SyntaxTree {
        if let lexical = failureOfLexer, !lexical.isUnclosedBracket {
            // CPython reads on to the end of the text for such an error and prefers it to its own.
            throw failure(lexical)
        }
        do throws(ParseError) {
            try parseAll(mode)
            tree.names = names.names
            return tree
        } catch {
            throw diagnose(error, mode)
        }
    }

    private mutating func parseAll(_ mode: CompileMode) throws(ParseError) {
        if mode == .expression {
            let value = try parseStarExpressions()
            while accept(.newline) {}
            guard kind == .endMarker else { throw .mismatch }
            tree.body = [
                Statement(node: .expression(value), range: TokenRange(first: 0, last: Int32(at)))
            ]
            return
        }
        tree.body = try parseStatements(until: .endMarker)
    }

    /// The second pass.
    private mutating func diagnose(_ first: ParseError, _ mode: CompileMode) -> SyntaxFailure {
        failedAtEnd = tree.tokens[furthest...].allSatisfy {
            $0.kind == .endMarker || $0.kind == .dedent
        }
        failedWithLexer = tree.tokens[furthest].kind == .error
        if failedWithLexer, let lexical = failureOfLexer {
            return failure(lexical)
        }
        let last = furthest
        var result: SyntaxFailure?
        if case .failure(let failure) = first {
            result = failure
        } else {
            at = 0
            depth = 0
            piece = nil
            formatDepth = 0
            diagnosing = true
            do throws(ParseError) {
                try parseAll(mode)
            } catch {
                if case .failure(let failure) = error { result = failure }
            }
        }
        if let lexical = failureOfLexer,
            tree.tokens[furthest].kind == .error || tree.tokens[furthest].line > lexical.line
        {
            return failure(lexical)
        }
        return result ?? genericFailure(last)
    }

    private func genericFailure(_ token: Int) -> SyntaxFailure {
        switch tree.tokens[token].kind {
        case .indent: makeFailure("unexpected indent", .indentationError, token, token)
        case .dedent: makeFailure("unexpected unindent", .indentationError, token, token)
        default: makeFailure("invalid syntax", .syntaxError, token, token)
        }
    }
}
