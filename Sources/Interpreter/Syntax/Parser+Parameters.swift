/// The parameters of functions and lambdas.
extension Parser {
    /// Everything between the parentheses of `def`, or between `lambda` and its colon.
    mutating func parseParameters(lambda: Bool) throws(ParseError) -> Parameters {
        var result = Parameters()
        let closing: TokenKind = lambda ? .colon : .rightParen
        var sawSlash = false
        var sawStar = false
        var hasDefault = false
        while kind != closing {
            switch kind {
            case .slash:
                let slash = at
                if diagnosing {
                    if sawSlash { throw failure("/ may appear only once", from: slash, to: slash) }
                    if sawStar { throw failure("/ must be ahead of *", from: slash, to: slash) }
                    if result.positional.isEmpty, kind(ahead: 1) == .comma {
                        throw failure(
                            "at least one argument must precede /", from: slash, to: slash)
                    }
                }
                guard !sawSlash, !sawStar, !result.positional.isEmpty else { throw .mismatch }
                at += 1
                sawSlash = true
                result.positionalOnly = result.positional
                result.positional = []
                if kind == .star, diagnosing {
                    throw failure("expected comma between / and *", from: at, to: at)
                }
            case .star:
                let star = at
                if sawStar {
                    guard diagnosing else { throw .mismatch }
                    throw failure("* argument may appear only once", from: star, to: star)
                }
                at += 1
                sawStar = true
                try parseAfterStar(&result, star, lambda: lambda, closing)
            case .doubleStar:
                at += 1
                result.keywords = try parseParameter(lambda: lambda, star: false)
                if kind == .equal, diagnosing {
                    throw failure(
                        "var-keyword argument cannot have default value", from: at, to: at)
                }
                if accept(.comma), kind != closing, diagnosing {
                    switch kind {
                    case .name, .star, .doubleStar, .slash:
                        throw failure(
                            "arguments cannot follow var-keyword argument", from: at, to: at)
                    default: break
                    }
                }
                guard kind == closing else { throw .mismatch }
                return result
            case .leftParen where diagnosing:
                try diagnoseParenthesized(lambda: lambda)
                throw .mismatch
            default:
                var parameter = try parseParameter(lambda: lambda, star: false)
                if kind == .equal {
                    parameter.defaultValue = try parseDefault()
                    hasDefault = true
                } else if hasDefault, !sawStar {
                    guard diagnosing else { throw .mismatch }
                    throw failure(
                        "non-default argument follows default argument",
                        from: Int(parameter.token), to: Int(parameter.token))
                }
                if sawStar {
                    result.keywordOnly.append(parameter)
                } else {
                    result.positional.append(parameter)
                }
            }
            guard accept(.comma) else { break }
        }
        return result
    }

    private mutating func parseAfterStar(
        _ result: inout Parameters, _ star: Int, lambda: Bool, _ closing: TokenKind
    ) throws(ParseError) {
        if kind == .comma {
            let next = kind(ahead: 1)
            if next == closing || next == .doubleStar {
                guard diagnosing else { throw .mismatch }
                throw failure("named arguments must follow bare *", from: star, to: star)
            }
            return
        }
        if kind == closing {
            guard diagnosing else { throw .mismatch }
            let place = lambda ? at : star
            throw failure("named arguments must follow bare *", from: place, to: place)
        }
        result.variadic = try parseParameter(lambda: lambda, star: true)
        if kind == .equal, diagnosing {
            throw failure("var-positional argument cannot have default value", from: at, to: at)
        }
    }

    private mutating func parseParameter(
        lambda: Bool, star: Bool
    ) throws(ParseError) -> Parameter {
        let token = Int32(at)
        let name = try expectName()
        var annotation = ExpressionID.none
        if !lambda, accept(.colon) {
            annotation =
                star && kind == .star
                ? try parseStarred { (p) throws(ParseError) in try p.parseBinary(1) }
                : try parseExpression()
        }
        return Parameter(name: name, token: token, annotation: annotation, defaultValue: .none)
    }

    private mutating func parseDefault() throws(ParseError) -> ExpressionID {
        let equal = at
        at += 1
        if diagnosing, kind == .comma || kind == .rightParen {
            throw failure("expected default value expression", from: equal, to: equal)
        }
        return try parseExpression()
    }

    private mutating func diagnoseParenthesized(lambda: Bool) throws(ParseError) {
        let open = at
        at += 1
        var count = 0
        while accept(.name) {
            count += 1
            if !accept(.comma) { break }
        }
        guard count > 0, accept(.rightParen) else {
            at = open
            return
        }
        throw failure(
            lambda
                ? "Lambda expression parameters cannot be parenthesized"
                : "Function parameters cannot be parenthesized", from: open, to: at - 1)
    }
}
