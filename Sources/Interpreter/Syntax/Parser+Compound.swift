/// Statements with blocks.
extension Parser {
    mutating func parseCompound() throws(ParseError) -> Statement {
        let start = at
        let node: StatementNode
        switch kind {
        case .kwIf: node = try parseIf()
        case .kwWhile: node = try parseWhile()
        case .kwFor: node = try parseFor()
        case .kwTry: node = try parseTry()
        case .kwWith: node = try parseWith()
        case .kwAsync: throw refusal("async", at: at)
        case .at: node = try parseDecorated()
        case .kwDef: node = .function(try parseFunction([]))
        default: node = .class(try parseClass([]))
        }
        return Statement(node: node, range: textRange(from: start))
    }

    /// The tokens from `start` on that have text.
    private func textRange(from start: Int) -> TokenRange {
        var last = at - 1
        while last > start {
            switch tree.tokens[last].kind {
            case .newline, .indent, .dedent: last -= 1
            default: return TokenRange(first: Int32(start), last: Int32(last))
            }
        }
        return TokenRange(first: Int32(start), last: Int32(last))
    }

    /// A block after its colon.
    ///
    /// - Parameter owner: how the message for a missing block names the statement.
    private mutating func parseBlock(
        _ owner: String, _ keyword: Int
    ) throws(ParseError) -> [Statement] {
        var result: [Statement] = []
        guard accept(.newline) else {
            switch kind {
            case .kwIf, .kwWhile, .kwFor, .kwTry, .kwWith, .kwDef, .kwClass, .at: throw .mismatch
            default: break
            }
            try parseSimpleLine(&result)
            return result
        }
        guard kind == .indent else {
            guard diagnosing else { throw .mismatch }
            throw failureAtFurthest(
                "expected an indented block after \(owner) on line \(tree.tokens[keyword].line)",
                .indentationError)
        }
        at += 1
        while kind != .dedent {
            if kind == .endMarker || kind == .error { throw .mismatch }
            try parseStatement(&result)
        }
        at += 1
        return result
    }

    /// The colon of a statement's head. Where the line ends instead, the message says so.
    private mutating func expectColon() throws(ParseError) {
        if accept(.colon) { return }
        if kind == .newline, diagnosing { throw failureAtFurthest("expected ':'") }
        throw .mismatch
    }

    // MARK: if, while, for

    private mutating func parseIf() throws(ParseError) -> StatementNode {
        var clauses: [ConditionalClause] = []
        while kind == .kwIf && clauses.isEmpty || kind == .kwElif && !clauses.isEmpty {
            let keyword = at
            at += 1
            let test = try parseNamedExpression()
            try expectColon()
            let body = try parseBlock(
                clauses.isEmpty ? "'if' statement" : "'elif' statement", keyword)
            clauses.append(ConditionalClause(test: test, body: body))
        }
        return .if(clauses, orElse: try parseElse())
    }

    private mutating func parseElse() throws(ParseError) -> [Statement] {
        guard kind == .kwElse else { return [] }
        let keyword = at
        at += 1
        try force(.colon, ":")
        return try parseBlock("'else' statement", keyword)
    }

    private mutating func parseWhile() throws(ParseError) -> StatementNode {
        let keyword = at
        at += 1
        let test = try parseNamedExpression()
        try expectColon()
        let body = try parseBlock("'while' statement", keyword)
        return .while(test, body, orElse: try parseElse())
    }

    private mutating func parseFor() throws(ParseError) -> StatementNode {
        let keyword = at
        at += 1
        let target = try parseLoopTarget()
        try expect(.kwIn)
        let iterable = try parseStarExpressions()
        try expectColon()
        let body = try parseBlock("'for' statement", keyword)
        return .for(target, in: iterable, body, orElse: try parseElse())
    }

    // MARK: with

    private mutating func parseWith() throws(ParseError) -> StatementNode {
        let keyword = at
        at += 1
        var items: [WithItem] = []
        if kind == .leftParen {
            let parsed = try attempt { (p) throws(ParseError) -> [WithItem] in
                p.at += 1
                var items: [WithItem] = []
                repeat {
                    if p.kind == .rightParen, !items.isEmpty { break }
                    items.append(try p.parseWithItem())
                } while p.accept(.comma)
                try p.expect(.rightParen)
                guard p.kind == .colon else { throw .mismatch }
                return items
            }
            items = parsed ?? []
        }
        if items.isEmpty {
            repeat { items.append(try parseWithItem()) } while accept(.comma)
        }
        try expectColon()
        return .with(items, try parseBlock("'with' statement", keyword))
    }

    private mutating func parseWithItem() throws(ParseError) -> WithItem {
        let context = try parseExpression()
        guard kind == .kwAs else { return WithItem(context: context, target: .none) }
        at += 1
        let start = at
        let target = try attempt { (p) throws(ParseError) -> ExpressionID in
            p.kind == .star
                ? try p.parseStarred { (q) throws(ParseError) in try q.parseBinary(1) }
                : try p.parseBinary(1)
        }
        let follows = kind == .comma || kind == .rightParen || kind == .colon
        if let target, follows || kind == .newline && diagnosing,
            invalidTarget(target, .assignment) == nil
        {
            return WithItem(context: context, target: target)
        }
        guard diagnosing else { throw .mismatch }
        at = start
        let value = try parseExpression()
        guard kind == .comma || kind == .rightParen || kind == .colon else { throw .mismatch }
        throw targetFailure(value, .assignment)
    }

    // MARK: try

    private mutating func parseTry() throws(ParseError) -> StatementNode {
        let keyword = at
        at += 1
        try force(.colon, ":")
        let body = try parseBlock("'try' statement", keyword)
        var handlers: [ExceptClause] = []
        while kind == .kwExcept { handlers.append(try parseExcept()) }
        if handlers.isEmpty, kind != .kwFinally {
            guard diagnosing else { throw .mismatch }
            throw failureAtFurthest("expected 'except' or 'finally' block")
        }
        let orElse = handlers.isEmpty ? [] : try parseElse()
        var finally: [Statement] = []
        if kind == .kwFinally {
            let keyword = at
            at += 1
            try force(.colon, ":")
            finally = try parseBlock("'finally' statement", keyword)
        }
        return .try(body, handlers: handlers, orElse: orElse, finally: finally)
    }

    private mutating func parseExcept() throws(ParseError) -> ExceptClause {
        let keyword = at
        at += 1
        if kind == .star { throw refusal("except*", at: at) }
        var type = ExpressionID.none
        var name: NameID?
        if kind != .colon, kind != .newline {
            let start = at
            type = try parseExpression()
            if kind == .comma, diagnosing {
                let parsed: Bool? = try attempt { (p) throws(ParseError) in
                    p.at += 1
                    _ = try p.parseStarExpressions()
                    if p.accept(.kwAs) { _ = try p.expectName() }
                    try p.expect(.colon)
                    return true
                }
                if parsed != nil {
                    throw failure(
                        "multiple exception types must be parenthesized", from: start, to: at - 2)
                }
            }
            if accept(.kwAs) { name = try expectName() }
        }
        try expectColon()
        let body = try parseBlock("'except' statement", keyword)
        return ExceptClause(
            type: type, name: name, body: body, range: textRange(from: keyword))
    }

    // MARK: Definitions

    private mutating func parseDecorated() throws(ParseError) -> StatementNode {
        var decorators: [ExpressionID] = []
        while accept(.at) {
            decorators.append(try parseNamedExpression())
            try expect(.newline)
        }
        switch kind {
        case .kwDef: return .function(try parseFunction(decorators))
        case .kwClass: return .class(try parseClass(decorators))
        case .kwAsync: throw refusal("async", at: at)
        default: throw .mismatch
        }
    }

    private mutating func parseFunction(
        _ decorators: [ExpressionID]
    ) throws(ParseError) -> FunctionDefinition {
        let keyword = at
        at += 1
        let name = try expectName()
        try force(.leftParen, "(")
        let parameters = try parseParameters(lambda: false)
        try expect(.rightParen)
        var returns = ExpressionID.none
        if kind == .arrow {
            let arrow = at
            at += 1
            if let value = try attempt({ (p) throws(ParseError) in try p.parseExpression() }) {
                returns = value
            } else {
                at = arrow
            }
        }
        try force(.colon, ":")
        let body = try parseBlock("function definition", keyword)
        return FunctionDefinition(
            name: name, parameters: parameters, returns: returns, body: body,
            decorators: decorators)
    }

    /// The token of the name that a `def` gives, behind its decorators.
    private func nameToken(of statement: Statement) -> Int {
        let first = Int(statement.range.first)
        var index = first
        while tree.tokens[index].kind != .kwDef { index += 1 }
        return index + 1
    }

    private mutating func parseClass(
        _ decorators: [ExpressionID]
    ) throws(ParseError) -> ClassDefinition {
        let keyword = at
        at += 1
        let name = try expectName()
        var arguments: [Argument] = []
        if kind == .leftParen {
            arguments = try parseCallArguments()
            for argument in arguments
            where argument.kind == .keyword
                && names.names[Int(argument.name.index)] == "metaclass"
            {
                throw refusal("metaclass", at: Int(argument.range.first))
            }
        }
        try expectColon()
        let body = try parseBlock("class definition", keyword)
        for statement in body {
            if case .function(let definition) = statement.node,
                names.names[Int(definition.name.index)] == "__del__"
            {
                throw refusal("__del__", at: nameToken(of: statement))
            }
        }
        let first = Int32(truncatingIfNeeded: tree.arguments.count)
        tree.arguments.append(contentsOf: arguments)
        return ClassDefinition(
            name: name, argumentStart: first, argumentCount: Int32(arguments.count), body: body,
            decorators: decorators)
    }
}
