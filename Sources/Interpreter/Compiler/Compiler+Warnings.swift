// Text that is valid and hardly meant, of which CPython warns when it compiles: `x is 5`, an assertion of a tuple, a call or
// a subscript of a literal behind which a comma is missing.

/// A warning about a line of source.
package struct SourceWarning: Sendable, Equatable {
    package var line: Int
    package var message: String
}

extension SyntaxTree {
    private static let followers: Set<TokenKind> = [
        .kwAnd, .kwElse, .kwFor, .kwIf, .kwIn, .kwIs, .kwNot, .kwOr,
    ]

    /// Of numbers that run into the keyword behind them, as in `1if x else 2`.
    var numberWarnings: [SourceWarning] {
        var found: [SourceWarning] = []
        for (index, token) in tokens.enumerated().dropLast()
        where token.kind == .number && tokens[index + 1].start == token.end
            && Self.followers.contains(tokens[index + 1].kind)
        {
            let text = source.bytes[Int(token.start)..<Int(token.end)].map { $0 | 32 }
            let kind =
                switch text.dropFirst().first {
                case UInt8(ascii: "x"): "hexadecimal"
                case UInt8(ascii: "o"): "octal"
                case UInt8(ascii: "b"): "binary"
                default: text.last == UInt8(ascii: "j") ? "imaginary" : "decimal"
                }
            found.append(
                SourceWarning(line: Int(token.line), message: "invalid \(kind) literal"))
        }
        return found
    }
}

extension Compiler {
    private mutating func warn(_ message: String, _ range: TokenRange) {
        let warning = SourceWarning(line: Int(tree.position(range).line), message: message)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// `is` compares objects; which literals are one object is chance.
    mutating func warnOfIdentity(
        _ left: ExpressionID, _ start: Int, _ count: Int, _ range: TokenRange
    ) {
        var previous = isLiteral(left)
        for index in start..<(start + count) {
            let comparison = tree.comparisons[index]
            let next = isLiteral(comparison.operand)
            if previous || next {
                if comparison.op == .is {
                    warn("\"is\" with a literal. Did you mean \"==\"?", range)
                } else if comparison.op == .isNot {
                    warn("\"is not\" with a literal. Did you mean \"!=\"?", range)
                }
            }
            previous = next
        }
    }

    private func isLiteral(_ id: ExpressionID) -> Bool {
        switch constant(id) {
        case nil, .some(.none), .bool, .ellipsis: false
        default: true
        }
    }

    mutating func warnOfAssertion(_ test: ExpressionID, _ position: TokenRange) {
        guard case .tuple(let items) = tree[test], items.count > 0 else { return }
        warn("assertion is always true, perhaps remove parentheses?", position)
    }

    mutating func warnOfCall(_ function: ExpressionID, _ range: TokenRange) {
        guard let type = literalType(function), type != "function" else { return }
        warn("'\(type)' object is not callable; perhaps you missed a comma?", range)
    }

    mutating func warnOfSubscript(
        _ value: ExpressionID, _ index: ExpressionID, _ range: TokenRange
    ) {
        guard let type = literalType(value) else { return }
        switch type {
        case "str", "bytes", "tuple", "list":
            guard let given = literalType(index), given != "int", given != "bool" else { return }
            warn(
                "\(type) indices must be integers or slices, not \(given); "
                    + "perhaps you missed a comma?", range)
        case "dict": break
        default: warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", range)
        }
    }

    /// The type that an expression has by its form.
    private func literalType(_ id: ExpressionID) -> String? {
        switch tree[id] {
        case .tuple: return "tuple"
        case .list, .comprehension(.list, _): return "list"
        case .set, .comprehension(.set, _): return "set"
        case .dict, .comprehension(.dict, _): return "dict"
        case .comprehension(.generator, _): return "generator"
        case .lambda: return "function"
        case .joinedString, .formatted: return "str"
        case .slice: return nil
        default: break
        }
        switch constant(id) {
        case nil, .code: return nil
        case .some(.none): return "NoneType"
        case .bool: return "bool"
        case .int, .bigInt: return "int"
        case .float: return "float"
        case .string: return "str"
        case .bytes: return "bytes"
        case .tuple: return "tuple"
        case .frozenSet: return "frozenset"
        case .ellipsis: return "ellipsis"
        }
    }
}
