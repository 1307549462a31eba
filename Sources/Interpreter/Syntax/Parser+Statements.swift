/// Statements of one line.
extension Parser {
    mutating func parseStatements(until end: TokenKind) throws(ParseError) -> [Statement] {
        var result: [Statement] = []
        while kind != end {
            if kind == .newline, end == .endMarker {
                at += 1
                continue
            }
            try parseStatement(&result)
        }
        return result
    }

    mutating func parseStatement(_ result: inout [Statement]) throws(ParseError) {
        switch kind {
        case .kwIf, .kwWhile, .kwFor, .kwTry, .kwWith, .kwDef, .kwClass, .at, .kwAsync:
            result.append(try parseCompound())
        default:
            if try parseSoftKeyword() { return }
            try parseSimpleLine(&result)
        }
    }

    /// Statements that begin with a name that is a keyword only there, and are refused.
    private mutating func parseSoftKeyword() throws(ParseError) -> Bool {
        guard kind == .name else { return false }
        if isName(at, "type"), kind(ahead: 1) == .name,
            kind(ahead: 2) == .equal || kind(ahead: 2) == .leftBracket
        {
            throw refusal("type", at: at)
        }
        guard isName(at, "match"),
            tree.tokens[at + 1].kind.startsExpression || kind(ahead: 1) == .star
        else { return false }
        // `match x:` with a `case` below, as against a call `match(x)` or an item `match[x]: int`.
        var index = at + 1
        while tree.tokens[index].kind != .newline, tree.tokens[index].kind != .endMarker,
            tree.tokens[index].kind != .error
        {
            index += 1
        }
        guard tree.tokens[index - 1].kind == .colon, index + 2 < tree.tokens.count,
            tree.tokens[index + 1].kind == .indent, isName(index + 2, "case")
        else { return false }
        throw refusal("match", at: at)
    }

    /// `simple_stmts`
    mutating func parseSimpleLine(_ result: inout [Statement]) throws(ParseError) {
        while true {
            result.append(try parseSimple())
            if accept(.newline) { return }
            try expect(.semicolon)
            if accept(.newline) { return }
        }
    }

    private mutating func parseSimple() throws(ParseError) -> Statement {
        let start = at
        let node: StatementNode
        switch kind {
        case .kwReturn:
            at += 1
            let hasValue = kind == .star || kind.startsExpression
            node = .return(hasValue ? try parseStarExpressions() : .none)
        case .kwImport: node = try parseImport()
        case .kwFrom: node = try parseImportFrom()
        case .kwRaise: node = try parseRaise()
        case .kwPass:
            at += 1
            node = .pass
        case .kwBreak:
            at += 1
            node = .break
        case .kwContinue:
            at += 1
            node = .continue
        case .kwDel: node = try parseDelete()
        case .kwYield:
            let value = try parseYield()
            if kind == .equal, diagnosing {
                throw failure("assignment to yield expression not possible", at: value)
            }
            if kind.augmentedOperator != nil, diagnosing {
                throw failure(
                    "'yield expression' is an illegal expression for augmented assignment",
                    at: value)
            }
            node = .expression(value)
        case .kwAssert:
            at += 1
            let test = try parseExpression()
            let message = accept(.comma) ? try parseExpression() : .none
            node = .assert(test, message: message)
        case .kwGlobal: node = .global(try parseNames())
        case .kwNonlocal: node = .nonlocal(try parseNames())
        default: node = try parseExpressionStatement()
        }
        return Statement(node: node, range: TokenRange(first: Int32(start), last: Int32(at - 1)))
    }

    private mutating func parseNames() throws(ParseError) -> [NameID] {
        at += 1
        var result = [try expectName()]
        while accept(.comma) { result.append(try expectName()) }
        return result
    }

    private mutating func parseRaise() throws(ParseError) -> StatementNode {
        at += 1
        guard kind.startsExpression else { return .raise(.none, cause: .none) }
        let value = try parseExpression()
        let cause = accept(.kwFrom) ? try parseExpression() : .none
        return .raise(value, cause: cause)
    }

    private mutating func parseDelete() throws(ParseError) -> StatementNode {
        at += 1
        let start = at
        var items: [ExpressionID] = []
        repeat {
            guard kind.startsExpression else { break }
            items.append(try parseBinary(1))
        } while accept(.comma)
        let isEnd = kind == .newline || kind == .semicolon
        let bad = items.contains { invalidTarget($0, .deletion) != nil }
        if isEnd, !bad, !items.isEmpty { return .delete(items) }
        guard diagnosing else { throw .mismatch }
        at = start
        let value = try parseStarExpressions()
        throw targetFailure(value, .deletion)
    }

    // MARK: Imports

    private mutating func parseDottedName() throws(ParseError) -> NameID {
        let first = try expectName()
        guard kind == .dot else { return first }
        var text = names.names[Int(first.index)]
        while accept(.dot) {
            let next = try expectName()
            text += "." + names.names[Int(next.index)]
        }
        return NameID(index: names.intern(text))
    }

    private mutating func parseImport() throws(ParseError) -> StatementNode {
        at += 1
        var aliases: [ImportAlias] = []
        repeat {
            let start = at
            let name = try parseDottedName()
            let alias = accept(.kwAs) ? try expectName() : nil
            aliases.append(
                ImportAlias(
                    name: name, alias: alias,
                    range: TokenRange(first: Int32(start), last: Int32(at - 1))))
        } while accept(.comma)
        return .import(aliases)
    }

    private mutating func parseImportFrom() throws(ParseError) -> StatementNode {
        at += 1
        var level = 0
        while true {
            if accept(.dot) {
                level += 1
            } else if accept(.ellipsis) {
                level += 3
            } else {
                break
            }
        }
        let module = kind == .name || level == 0 ? try parseDottedName() : nil
        try expect(.kwImport)
        if accept(.star) { return .importFrom(module: module, level: level, []) }
        let isParenthesized = accept(.leftParen)
        var aliases: [ImportAlias] = []
        repeat {
            if isParenthesized, kind == .rightParen, !aliases.isEmpty { break }
            if kind == .newline, !aliases.isEmpty, diagnosing {
                throw failureAtFurthest(
                    "trailing comma not allowed without surrounding parentheses")
            }
            let start = at
            let name = try expectName()
            let alias = accept(.kwAs) ? try expectName() : nil
            aliases.append(
                ImportAlias(
                    name: name, alias: alias,
                    range: TokenRange(first: Int32(start), last: Int32(at - 1))))
        } while accept(.comma)
        if isParenthesized { try expect(.rightParen) }
        return .importFrom(module: module, level: level, aliases)
    }

    // MARK: Assignments

    private mutating func parseExpressionStatement() throws(ParseError) -> StatementNode {
        let start = at
        let first = try parseStarExpressions()
        if kind == .colon { return try parseAnnotated(first, start) }
        if let op = kind.augmentedOperator {
            guard isSingleTarget(first, start) else {
                guard diagnosing else { throw .mismatch }
                at += 1
                _ = try parseYieldOrStarExpressions()
                throw failure(
                    "'\(describe(first))' is an illegal expression for augmented assignment",
                    at: first)
            }
            at += 1
            return .augmented(first, op, try parseYieldOrStarExpressions())
        }
        if kind == .colonEqual, diagnosing { try diagnoseTargets(start) }
        guard kind == .equal else { return .expression(first) }
        var items = [first]
        while accept(.equal) { items.append(try parseYieldOrStarExpressions()) }
        let value = items.removeLast()
        for (index, target) in items.enumerated() {
            var isYield = false
            switch tree[target] {
            case .yield, .yieldFrom: isYield = tree.tokens[firstToken(target)].kind == .kwYield
            default: break
            }
            if !isYield, invalidTarget(target, .assignment) == nil { continue }
            guard diagnosing else { throw .mismatch }
            if index == 0 || !isYield {
                let end = at
                try diagnoseTargets(start)
                at = end
            }
            if isYield, tree.tokens[firstToken(target) - 1].kind != .leftParen {
                throw failure("assignment to yield expression not possible", at: target)
            }
            throw targetFailure(target, .assignment)
        }
        return .assign(items, value)
    }

    /// The items of the statement read as those of a display, whose rules name more mistakes.
    private mutating func diagnoseTargets(_ start: Int) throws(ParseError) {
        let end = at
        at = start
        _ = try attempt { (p) throws(ParseError) in
            _ = try p.parseStarNamedExpression()
            while p.accept(.comma), p.kind == .star || p.kind.startsExpression {
                _ = try p.parseStarNamedExpression()
            }
        }
        at = end
    }

    private func isSingleTarget(_ id: ExpressionID, _ start: Int) -> Bool {
        switch tree[id] {
        case .name, .attribute, .subscript: true
        default: false
        }
    }

    private mutating func parseAnnotated(
        _ target: ExpressionID, _ start: Int
    ) throws(ParseError) -> StatementNode {
        guard isSingleTarget(target, start) else {
            guard diagnosing else { throw .mismatch }
            at += 1
            guard try attempt({ (p) throws(ParseError) in try p.parseExpression() }) != nil else {
                throw .mismatch
            }
            switch tree[target] {
            case .list, .tuple:
                var marked = target
                if case .tuple(let items) = tree[target], tree.tokens[start].kind != .leftParen,
                    let first = tree[items].first
                {
                    marked = first
                }
                throw failure(
                    "only single target (not \(describe(target))) can be annotated", at: marked)
            default: throw failure("illegal target for annotation", at: target)
            }
        }
        at += 1
        let annotation = try parseExpression()
        let value = accept(.equal) ? try parseYieldOrStarExpressions() : .none
        var simple = false
        if case .name = tree[target] { simple = tree.tokens[start].kind == .name }
        return .annotated(target, annotation, value, simple: simple)
    }
}
