/// Expressions from the loosest operators to the tightest.
extension Parser {
    // MARK: Lists of expressions

    /// `star_expressions`: one expression, or a tuple without parentheses.
    mutating func parseStarExpressions() throws(ParseError) -> ExpressionID {
        let start = at
        let first = try parseStarExpression()
        guard kind == .comma else { return first }
        var items = [first]
        while accept(.comma) {
            guard kind == .star || kind.startsExpression else { break }
            items.append(try parseStarExpression())
        }
        let list = makeList(items)
        return make(.tuple(list), from: start)
    }

    private mutating func parseStarExpression() throws(ParseError) -> ExpressionID {
        if kind == .star {
            return try parseStarred { (p) throws(ParseError) in try p.parseBinary(1) }
        }
        return try parseExpression()
    }

    mutating func parseStarred(
        _ operand: (inout Parser) throws(ParseError) -> ExpressionID
    ) throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.star)
        let value = try operand(&self)
        return make(.starred(value), from: start)
    }

    /// `star_named_expression`: an item of a display.
    mutating func parseStarNamedExpression() throws(ParseError) -> ExpressionID {
        if kind == .star {
            return try parseStarred { (p) throws(ParseError) in try p.parseBinary(1) }
        }
        return try parseNamedExpression()
    }

    /// What may follow `=`, and the value of an augmented assignment.
    mutating func parseYieldOrStarExpressions() throws(ParseError) -> ExpressionID {
        if kind == .kwYield { return try parseYield() }
        return try parseStarExpressions()
    }

    mutating func parseYield() throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.kwYield)
        if accept(.kwFrom) {
            let value = try parseExpression()
            return make(.yieldFrom(value), from: start)
        }
        guard kind == .star || kind.startsExpression else {
            return make(.yield(.none), from: start)
        }
        let value = try parseStarExpressions()
        return make(.yield(value), from: start)
    }

    // MARK: Named expressions

    mutating func parseNamedExpression() throws(ParseError) -> ExpressionID {
        let start = at
        if kind == .name, kind(ahead: 1) == .colonEqual { return try parseAssignmentExpression() }
        let value = try parseExpression()
        if diagnosing { try diagnoseNamed(value, start) }
        if kind == .colonEqual { throw .mismatch }
        return value
    }

    mutating func parseAssignmentExpression() throws(ParseError) -> ExpressionID {
        let start = at
        let name = try expectName()
        let target = make(.name(name), from: start)
        try expect(.colonEqual)
        let value = try parseExpression()
        return make(.named(target, value), from: start)
    }

    /// CPython's `invalid_named_expression`.
    mutating func diagnoseNamed(_ value: ExpressionID, _ start: Int) throws(ParseError) {
        let end = at
        if kind == .colonEqual {
            at += 1
            if try attempt({ (p) throws(ParseError) in try p.parseExpression() }) != nil {
                throw failure(
                    "cannot use assignment expressions with \(describe(value))", at: value)
            }
            at = end
        }
        guard kind == .equal else { return }
        at += 1
        let right = try attempt { (p) throws(ParseError) in try p.parseBinary(1) }
        let follows = kind == .equal || kind == .colonEqual
        at = end
        guard let right, !follows else { return }
        if tree.tokens[start].kind == .name, end == start + 1 {
            let last = lastToken(right)
            throw failure(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from: start,
                to: last)
        }
        switch tree[value] {
        case .compare, .boolean, .conditional, .lambda, .unary(.not, _), .tuple, .list,
            .comprehension(.generator, _):
            return
        default: break
        }
        switch tree.tokens[start].kind {
        case .kwTrue, .kwNone, .kwFalse: return
        case .leftBracket:
            if case .comprehension(.list, _) = tree[value] { break }
            return
        default: break
        }
        throw failure(
            "cannot assign to \(describe(value)) here. Maybe you meant '==' instead of '='?",
            at: value)
    }

    // MARK: Conditional expressions and lambda

    mutating func parseExpression() throws(ParseError) -> ExpressionID {
        let start = at
        try enter()
        defer { leave() }
        if kind == .kwLambda { return try parseLambda() }
        let value: ExpressionID
        if diagnosing {
            value = try parseDiagnosedDisjunction(start)
        } else {
            value = try parseDisjunction()
        }
        guard kind == .kwIf else { return value }
        let end = at
        at += 1
        guard let test = try attempt({ (p) throws(ParseError) in try p.parseDisjunction() }) else {
            // A comprehension's condition may follow; it will fail at the same token.
            throw .mismatch
        }
        guard accept(.kwElse) else {
            at = end
            return value
        }
        let other = try parseExpression()
        return make(.conditional(test: test, value, other), from: start)
    }

    /// A disjunction, and after it CPython's `invalid_expression` and `invalid_legacy_expression`.
    private mutating func parseDiagnosedDisjunction(
        _ start: Int
    ) throws(ParseError) -> ExpressionID {
        let value = try parseDisjunction()
        let end = at
        let isSoft = tree.tokens[start].kind == .name && isSoftKeyword(tree.tokens[start].value)
        let isNameAndString =
            tree.tokens[start].kind == .name && tree.tokens[start + 1].kind == .string
        if !isSoft, !isNameAndString, kind.startsExpression, !isLegacy(value),
            let (_, stop) = matches({ (p) throws(ParseError) in try p.parseExpression() }),
            tree.tokens[stop - 1].level > 0
        {
            throw failure(
                "invalid syntax. Perhaps you forgot a comma?", from: start, to: stop - 1)
        }
        if kind == .kwIf {
            at += 1
            if let test = try attempt({ (p) throws(ParseError) in try p.parseDisjunction() }),
                kind != .kwElse, kind != .colon
            {
                throw failure(
                    "expected 'else' after 'if' expression", from: start, to: lastToken(test))
            }
            at = end
        }
        if isLegacy(value), kind != .leftParen,
            let arguments = try attempt({ (p) throws(ParseError) in try p.parseStarExpressions() })
        {
            let name = tree.tokens[start].value
            let text = names.names[Int(name)]
            throw failure(
                "Missing parentheses in call to '\(text)'. Did you mean \(text)(...)?", from: start,
                to: lastToken(arguments))
        }
        at = end
        return value
    }

    /// CPython compares no more letters than the name has.
    private func isSoftKeyword(_ name: Int32) -> Bool {
        let text = names.names[Int(name)]
        return ["_", "case", "match"].contains { $0.hasPrefix(text) }
    }

    private func isLegacy(_ id: ExpressionID) -> Bool {
        if case .name(let name) = tree[id] { return name == print || name == exec }
        return false
    }

    private mutating func parseLambda() throws(ParseError) -> ExpressionID {
        let start = at
        try expect(.kwLambda)
        let parameters = try parseParameters(lambda: true)
        try expect(.colon)
        let body = try parseExpression()
        let index = Int32(tree.lambdas.count)
        tree.lambdas.append(Lambda(parameters: parameters, body: body))
        return make(.lambda(index), from: start)
    }

    // MARK: Boolean operators and comparisons

    mutating func parseDisjunction() throws(ParseError) -> ExpressionID {
        let start = at
        let first = try parseConjunction()
        guard kind == .kwOr else { return first }
        var items = [first]
        while accept(.kwOr) { items.append(try parseConjunction()) }
        let list = makeList(items)
        return make(.boolean(isAnd: false, list), from: start)
    }

    private mutating func parseConjunction() throws(ParseError) -> ExpressionID {
        let start = at
        let first = try parseInversion()
        guard kind == .kwAnd else { return first }
        var items = [first]
        while accept(.kwAnd) { items.append(try parseInversion()) }
        let list = makeList(items)
        return make(.boolean(isAnd: true, list), from: start)
    }

    private mutating func parseInversion() throws(ParseError) -> ExpressionID {
        let start = at
        guard accept(.kwNot) else { return try parseComparison() }
        try enter()
        defer { leave() }
        let value = try parseInversion()
        return make(.unary(.not, value), from: start)
    }

    private mutating func parseComparison() throws(ParseError) -> ExpressionID {
        let start = at
        let left = try parseBinary(1)
        guard let first = acceptComparison() else { return left }
        var items = [Comparison(op: first, operand: try parseBinary(1))]
        while let next = acceptComparison() {
            items.append(Comparison(op: next, operand: try parseBinary(1)))
        }
        let index = Int32(truncatingIfNeeded: tree.comparisons.count)
        tree.comparisons.append(contentsOf: items)
        return make(.compare(left, start: index, count: Int32(items.count)), from: start)
    }

    private mutating func acceptComparison() -> ComparisonOperator? {
        let op: ComparisonOperator
        switch kind {
        case .equalEqual: op = .equal
        case .notEqual:
            // `<>` is a token but no operator.
            if tree.source.bytes[Int(tree.tokens[at].start)] == 60 { return nil }
            op = .notEqual
        case .less: op = .less
        case .lessEqual: op = .lessEqual
        case .greater: op = .greater
        case .greaterEqual: op = .greaterEqual
        case .kwIn: op = .in
        case .kwIs:
            at += 1
            return accept(.kwNot) ? .isNot : .is
        case .kwNot:
            guard kind(ahead: 1) == .kwIn else {
                furthest = max(furthest, at + 1)
                return nil
            }
            at += 1
            op = .notIn
        default: return nil
        }
        at += 1
        return op
    }

    // MARK: Arithmetic

    private func binaryOperator(_ kind: TokenKind) -> (BinaryOperator, precedence: Int)? {
        switch kind {
        case .bar: (.bitOr, 1)
        case .caret: (.bitXor, 2)
        case .ampersand: (.bitAnd, 3)
        case .leftShift: (.leftShift, 4)
        case .rightShift: (.rightShift, 4)
        case .plus: (.add, 5)
        case .minus: (.subtract, 5)
        case .star: (.multiply, 6)
        case .slash: (.divide, 6)
        case .doubleSlash: (.floorDivide, 6)
        case .percent: (.remainder, 6)
        case .at: (.matrixMultiply, 6)
        default: nil
        }
    }

    /// Binary operators that bind at least as tightly as `minimum`: 1 is `|`, 6 is `*`.
    mutating func parseBinary(_ minimum: Int) throws(ParseError) -> ExpressionID {
        let start = at
        var left = try parseFactor()
        while let (op, precedence) = binaryOperator(kind), precedence >= minimum {
            at += 1
            let right =
                precedence == 6 ? try parseFactor() : try parseBinary(precedence + 1)
            left = make(.binary(op, left, right), from: start)
        }
        return left
    }

    private mutating func parseFactor() throws(ParseError) -> ExpressionID {
        let start = at
        let op: UnaryOperator
        switch kind {
        case .plus: op = .plus
        case .minus: op = .minus
        case .tilde: op = .invert
        default: return try parsePower()
        }
        at += 1
        try enter()
        defer { leave() }
        let value = try parseFactor()
        return make(.unary(op, value), from: start)
    }

    private mutating func parsePower() throws(ParseError) -> ExpressionID {
        let start = at
        if kind == .kwAwait { throw refusal("await", at: at) }
        let base = try parsePrimary()
        guard accept(.doubleStar) else { return base }
        try enter()
        defer { leave() }
        let exponent = try parseFactor()
        return make(.binary(.power, base, exponent), from: start)
    }
}
