/// Atoms, and the attributes, calls and subscripts that follow them.
extension Parser {
    mutating func parsePrimary() throws(ParseError) -> ExpressionID {
        let start = at
        var value = try parseAtom()
        while true {
            switch kind {
            case .dot:
                at += 1
                let name = try expectName()
                value = make(.attribute(value, name), from: start)
            case .leftParen:
                let arguments = try parseCallArguments()
                let first = Int32(truncatingIfNeeded: tree.arguments.count)
                tree.arguments.append(contentsOf: arguments)
                value = make(
                    .call(value, start: first, count: Int32(arguments.count)), from: start)
            case .leftBracket:
                at += 1
                let index = try parseSlices()
                try expect(.rightBracket)
                value = make(.subscript(value, index), from: start)
            default: return value
            }
        }
    }

    private mutating func parseSlices() throws(ParseError) -> ExpressionID {
        let start = at
        let first = try parseSlice()
        var isStarred = false
        if case .starred = tree[first] { isStarred = true }
        guard kind == .comma || isStarred else { return first }
        var items = [first]
        while accept(.comma) {
            if kind == .rightBracket { break }
            items.append(try parseSlice())
        }
        let list = makeList(items)
        return make(.tuple(list), from: start)
    }

    private mutating func parseSlice() throws(ParseError) -> ExpressionID {
        let start = at
        if kind == .star {
            return try parseStarred { (p) throws(ParseError) in try p.parseExpression() }
        }
        var lower = ExpressionID.none
        if kind != .colon {
            lower = try parseNamedExpression()
            guard kind == .colon else { return lower }
            if case .named = tree[lower] { throw .mismatch }
        }
        at += 1
        var upper = ExpressionID.none
        if kind != .colon, kind != .comma, kind != .rightBracket { upper = try parseExpression() }
        var step = ExpressionID.none
        if accept(.colon), kind != .comma, kind != .rightBracket { step = try parseExpression() }
        return make(.slice(lower, upper, step), from: start)
    }

    private mutating func parseAtom() throws(ParseError) -> ExpressionID {
        let start = at
        switch kind {
        case .name:
            let name = NameID(index: tree.tokens[at].value)
            at += 1
            return make(.name(name), from: start)
        case .number: return try parseNumber()
        case .string: return try parseStrings()
        case .kwTrue: return constant(.bool(true))
        case .kwFalse: return constant(.bool(false))
        case .kwNone: return constant(.none)
        case .ellipsis: return constant(.ellipsis)
        case .leftParen: return try parseParenthesized()
        case .leftBracket: return try parseListDisplay()
        case .leftBrace: return try parseBraces()
        default: throw .mismatch
        }
    }

    private mutating func constant(_ value: ConstantValue) -> ExpressionID {
        at += 1
        return makeConstant(value, from: at - 1)
    }

    mutating func makeConstant(_ value: ConstantValue, from start: Int) -> ExpressionID {
        let index = Int32(truncatingIfNeeded: tree.constants.count)
        tree.constants.append(value)
        return make(.constant(index), from: start)
    }

    // MARK: Parentheses

    private mutating func parseParenthesized() throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.leftParen)
        if accept(.rightParen) {
            let list = makeList([])
            return make(.tuple(list), from: start)
        }
        if kind == .kwYield {
            let value = try parseYield()
            try expect(.rightParen)
            return value
        }
        if kind == .doubleStar, diagnosing {
            let stars = at
            at += 1
            if try attempt({ (p) throws(ParseError) in try p.parseExpression() }) != nil,
                kind == .rightParen
            {
                throw failure("cannot use double starred expression here", from: stars, to: stars)
            }
            throw .mismatch
        }
        let first = try parseStarNamedExpression()
        if kind == .comma {
            var items = [first]
            while accept(.comma) {
                if kind == .rightParen { break }
                items.append(try parseStarNamedExpression())
            }
            try expect(.rightParen)
            let list = makeList(items)
            return make(.tuple(list), from: start)
        }
        if kind == .kwFor || kind == .kwAsync {
            try diagnoseComprehensionElement(first)
            return try parseComprehension(
                .generator, element: first, value: .none, start: start, closing: .rightParen)
        }
        if case .starred = tree[first] {
            if kind == .rightParen, diagnosing {
                throw failure("cannot use starred expression here", at: first)
            }
            throw .mismatch
        }
        try expect(.rightParen)
        return first
    }

    private func diagnoseComprehensionElement(_ first: ExpressionID) throws(ParseError) {
        if case .starred = tree[first] {
            guard diagnosing else { throw .mismatch }
            throw failure("iterable unpacking cannot be used in comprehension", at: first)
        }
    }

    // MARK: Brackets and braces

    private mutating func parseListDisplay() throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.leftBracket)
        if accept(.rightBracket) {
            let list = makeList([])
            return make(.list(list), from: start)
        }
        let first = try parseStarNamedExpression()
        if kind == .kwFor || kind == .kwAsync {
            try diagnoseComprehensionElement(first)
            return try parseComprehension(
                .list, element: first, value: .none, start: start, closing: .rightBracket)
        }
        let items = try parseDisplayItems(first, closing: .rightBracket)
        let list = makeList(items)
        return make(.list(list), from: start)
    }

    private mutating func parseDisplayItems(
        _ first: ExpressionID, closing: TokenKind
    ) throws(ParseError) -> [ExpressionID] {
        var items = [first]
        var comma = at
        while accept(.comma) {
            comma = at - 1
            if kind == closing || kind == .kwFor { break }
            items.append(try parseStarNamedExpression())
        }
        if kind == .kwFor, diagnosing {
            // `[x, y for x, y in pairs]`
            let end = at
            let parsed = try attempt { (p) throws(ParseError) in try p.parseForClauses() }
            at = end
            if parsed != nil {
                let last = items.count > 1 ? lastToken(items[items.count - 1]) : comma
                throw failure(
                    "did you forget parentheses around the comprehension target?",
                    from: firstToken(first), to: last)
            }
        }
        try expect(closing)
        return items
    }

    private mutating func parseBraces() throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.leftBrace)
        if accept(.rightBrace) {
            let list = makeList([])
            return make(.dict(list), from: start)
        }
        if kind == .doubleStar { return try parseDict(start, first: nil) }
        let first = try parseStarNamedExpression()
        if kind == .colon {
            switch tree[first] {
            case .starred, .named: throw .mismatch
            default: return try parseDict(start, first: first)
            }
        }
        if kind == .kwFor || kind == .kwAsync {
            try diagnoseComprehensionElement(first)
            return try parseComprehension(
                .set, element: first, value: .none, start: start, closing: .rightBrace)
        }
        let items = try parseDisplayItems(first, closing: .rightBrace)
        let list = makeList(items)
        return make(.set(list), from: start)
    }

    private mutating func parseDict(
        _ start: Int, first: ExpressionID?
    ) throws(ParseError) -> ExpressionID {
        var items: [ExpressionID] = []
        var next = first
        repeat {
            if next == nil {
                if kind == .rightBrace { break }
                if kind == .doubleStar {
                    let stars = at
                    at += 1
                    let value = try parseBinary(1)
                    if kind == .kwFor, diagnosing {
                        throw failure(
                            "dict unpacking cannot be used in dict comprehension", from: stars,
                            to: stars)
                    }
                    items.append(.none)
                    items.append(value)
                    continue
                }
            }
            var key = next ?? .none
            if next == nil { key = try parseExpression() }
            next = nil
            let value = try parseDictValue(key)
            items.append(key)
            items.append(value)
            if items.count == 2, kind == .kwFor || kind == .kwAsync {
                return try parseComprehension(
                    .dict, element: key, value: value, start: start, closing: .rightBrace)
            }
        } while accept(.comma)
        try expect(.rightBrace)
        let list = makeList(items)
        return make(.dict(list), from: start)
    }

    private mutating func parseDictValue(_ key: ExpressionID) throws(ParseError) -> ExpressionID {
        guard kind == .colon else {
            // CPython gives this message in its first pass already.
            let token = tree.tokens[lastToken(key)]
            throw .failure(
                makeFailure(
                    "':' expected after dictionary key", .syntaxError, line: Int(token.line),
                    offset: Int(token.end) - 1, endLine: Int(token.line), endOffset: nil))
        }
        let colon = at
        at += 1
        if kind == .star {
            let star = at
            at += 1
            _ = try parseBinary(1)
            throw failure(
                "cannot use a starred expression in a dictionary value", from: star, to: at - 1)
        }
        if kind == .rightBrace || kind == .comma {
            throw failure(
                "expression expected after dictionary key and ':'", from: colon, to: colon)
        }
        return try parseExpression()
    }

    // MARK: Comprehensions

    mutating func parseComprehension(
        _ kind: ComprehensionKind, element: ExpressionID, value: ExpressionID, start: Int,
        closing: TokenKind
    ) throws(ParseError) -> ExpressionID {
        let clauses = try parseForClauses()
        try expect(closing)
        let index = Int32(truncatingIfNeeded: tree.comprehensions.count)
        tree.comprehensions.append(
            Comprehension(element: element, value: value, clauses: clauses))
        return make(.comprehension(kind, index), from: start)
    }

    mutating func parseForClauses() throws(ParseError) -> [ComprehensionClause] {
        var clauses: [ComprehensionClause] = []
        while true {
            if kind == .kwAsync { throw refusal("async", at: at) }
            guard kind == .kwFor else { break }
            at += 1
            let target = try parseLoopTarget()
            try expect(.kwIn)
            let iterable = try parseDisjunction()
            var conditions: [ExpressionID] = []
            while accept(.kwIf) { conditions.append(try parseDisjunction()) }
            clauses.append(
                ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
        }
        return clauses
    }

    /// `star_targets` before `in`.
    mutating func parseLoopTarget() throws(ParseError) -> ExpressionID {
        let start = at
        let parsed = try attempt { (p) throws(ParseError) in try p.parseTargetList() }
        if let parsed, invalidTarget(parsed, .loop) == nil {
            if kind == .kwIn || !diagnosing { return parsed }
        }
        guard diagnosing else { throw .mismatch }
        at = start
        let value = try parseStarExpressions()
        throw targetFailure(value, .loop)
    }

    private mutating func parseTargetList() throws(ParseError) -> ExpressionID {
        let start = at
        var items: [ExpressionID] = []
        var isTuple = false
        repeat {
            guard kind == .star || kind.startsExpression else { break }
            if kind == .star {
                items.append(
                    try parseStarred { (p) throws(ParseError) in try p.parseBinary(1) })
            } else {
                items.append(try parseBinary(1))
            }
            if kind == .comma { isTuple = true }
        } while accept(.comma)
        guard let first = items.first else { throw .mismatch }
        if !isTuple { return first }
        let list = makeList(items)
        return make(.tuple(list), from: start)
    }
}
