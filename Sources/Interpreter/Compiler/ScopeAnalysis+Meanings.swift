/// What each name of a scope means, once all uses are known.
extension ScopeAnalysis {
    mutating func resolve(_ scope: Scope) throws(SyntaxFailure) {
        for name in scope.order {
            let uses = scope.uses[name] ?? []
            if scope.kind == .module || uses.contains(.global) {
                scope.meanings[name] = .global
            } else if uses.contains(.nonlocal) {
                guard share(name, from: scope) else {
                    throw failure(
                        "no binding for nonlocal '\(tree.name(name))' found",
                        nonlocalRange(name))
                }
                scope.meanings[name] = .free
            } else if uses.contains(.bound) {
                if scope.meanings[name] != .cell { scope.meanings[name] = .local }
            } else {
                scope.meanings[name] = share(name, from: scope) ? .free : .global
            }
        }
    }

    /// Finds the function around `scope` that owns `name` and lets the scopes between pass its cell on.
    private func share(_ name: NameID, from scope: Scope) -> Bool {
        var between = [scope]
        var next = scope.parent
        while let candidate = next {
            if candidate.isFunction {
                let uses = candidate.uses[name] ?? []
                if uses.contains(.global) { return false }
                if uses.contains(.bound), !uses.contains(.nonlocal) {
                    if candidate.meanings[name] != .cell {
                        candidate.meanings[name] = .cell
                        candidate.cells.append(name)
                    }
                    return pass(name, between)
                }
            } else if candidate.kind == .classBody, name == classCellName {
                if !candidate.needsClassCell {
                    candidate.needsClassCell = true
                    candidate.cells.append(name)
                }
                return pass(name, between)
            }
            between.append(candidate)
            next = candidate.parent
        }
        return false
    }

    private func pass(_ name: NameID, _ scopes: [Scope]) -> Bool {
        for scope in scopes where !scope.frees.contains(name) { scope.frees.append(name) }
        return true
    }

    private func nonlocalRange(_ name: NameID) -> TokenRange {
        // The statement is found again by its name: errors are rare.
        for (index, token) in tree.tokens.enumerated() where token.kind == .kwNonlocal {
            var next = index + 1
            while tree.tokens[next].kind == .name || tree.tokens[next].kind == .comma {
                if tree.tokens[next].kind == .name,
                    tree.name(NameID(index: tree.tokens[next].value)) == tree.name(name)
                {
                    while tree.tokens[next + 1].kind == .name
                        || tree.tokens[next + 1].kind == .comma
                    {
                        next += 1
                    }
                    return TokenRange(first: Int32(index), last: Int32(next))
                }
                next += 1
            }
        }
        return TokenRange(first: 0, last: 0)
    }
}
