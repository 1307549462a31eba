/// The arguments of calls and class definitions.
extension Parser {
    /// Everything from `(` to `)`.
    mutating func parseCallArguments() throws(ParseError) -> [Argument] {
        let open = at
        try expect(.leftParen)
        var arguments: [Argument] = []
        var hasKeyword = false
        var hasDoubleStar = false
        while kind != .rightParen {
            let start = at
            let argument = try parseArgument(open, isFirst: arguments.isEmpty)
            switch argument.kind {
            case .keyword: hasKeyword = true
            case .doubleStar: hasDoubleStar = true
            case .star where hasDoubleStar:
                guard diagnosing else { throw .mismatch }
                throw failure(
                    "iterable argument unpacking follows keyword argument unpacking",
                    from: start, to: start)
            case .positional where hasKeyword || hasDoubleStar:
                guard diagnosing else { throw .mismatch }
                // The rest is read first, as CPython does: the error stands after it.
                try skipArguments(open)
                let lastIsUnpacking = arguments.last?.kind == .doubleStar
                throw failureAtFurthest(
                    lastIsUnpacking
                        ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument")
            default: break
            }
            arguments.append(argument)
            if case .comprehension(.generator, _) = tree[argument.value], kind == .rightParen,
                argument.kind == .positional, lastToken(argument.value) == at,
                firstToken(argument.value) == open
            {
                break
            }
            guard accept(.comma) else { break }
        }
        try expect(.rightParen)
        return arguments
    }

    private mutating func skipArguments(_ open: Int) throws(ParseError) {
        while accept(.comma), kind != .rightParen {
            let more = try attempt { (p) throws(ParseError) in
                try p.parseArgument(open, isFirst: false)
            }
            if more == nil { return }
        }
        _ = kind
    }

    private mutating func parseArgument(
        _ open: Int, isFirst: Bool
    ) throws(ParseError) -> Argument {
        let start = at
        switch kind {
        case .star:
            at += 1
            let value = try parseExpression()
            return argument(.star, value, start)
        case .doubleStar:
            at += 1
            let value = try parseExpression()
            return argument(.doubleStar, value, start)
        case .name where kind(ahead: 1) == .equal:
            let name = try expectName()
            at += 1
            if diagnosing, kind == .comma || kind == .rightParen {
                // CPython 3.11 has no message of its own for a missing value.
                throw .mismatch
            }
            let value = try parseExpression()
            if kind == .kwFor, diagnosing,
                try attempt({ (p) throws(ParseError) in try p.parseForClauses() }) != nil
            {
                throw failure(
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from: start,
                    to: start + 1)
            }
            return argument(.keyword, value, start, name: name)
        case .name where kind(ahead: 1) == .colonEqual:
            let value = try parseAssignmentExpression()
            return try parseGenerator(value, start, open, isFirst)
        default: break
        }
        if diagnosing, kind(ahead: 1) == .equal {
            switch kind {
            case .kwTrue, .kwFalse, .kwNone:
                let text = names.names[Int(tree.tokens[at].value)]
                throw failure("cannot assign to \(text)", from: at, to: at + 1)
            default: break
            }
        }
        let value = try parseExpression()
        if kind == .colonEqual { throw .mismatch }
        if kind == .equal {
            guard diagnosing else { throw .mismatch }
            throw failure(
                "expression cannot contain assignment, perhaps you meant \"==\"?", from: start,
                to: at)
        }
        return try parseGenerator(value, start, open, isFirst)
    }

    /// A positional argument, or a generator expression that may stand without parentheses of its own.
    private mutating func parseGenerator(
        _ value: ExpressionID, _ start: Int, _ open: Int, _ isFirst: Bool
    ) throws(ParseError) -> Argument {
        guard kind == .kwFor || kind == .kwAsync else { return argument(.positional, value, start) }
        let clauses = try parseForClauses()
        if !isFirst || kind != .rightParen {
            guard diagnosing else { throw .mismatch }
            if isFirst, kind != .comma { throw .mismatch }
            throw failure(
                "Generator expression must be parenthesized", from: start, to: at - 1)
        }
        let index = Int32(truncatingIfNeeded: tree.comprehensions.count)
        tree.comprehensions.append(
            Comprehension(element: value, value: .none, clauses: clauses))
        let generator = make(.comprehension(.generator, index), from: open, to: at)
        return argument(.positional, generator, open)
    }

    private func argument(
        _ kind: ArgumentKind, _ value: ExpressionID, _ start: Int, name: NameID = NameID(index: -1)
    ) -> Argument {
        Argument(
            kind: kind, name: name, value: value,
            range: TokenRange(first: Int32(start), last: Int32(at - 1)))
    }
}
