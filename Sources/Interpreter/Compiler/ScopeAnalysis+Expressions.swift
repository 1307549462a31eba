/// The walk through expressions.
extension ScopeAnalysis {
    mutating func visit(_ id: ExpressionID) throws(SyntaxFailure) {
        guard id.exists else { return }
        // Down the left spine without recursion, then up.
        var spine: [ExpressionID] = []
        var leaf = id
        while let left = tree.leftOperand(of: leaf) {
            spine.append(leaf)
            leaf = left
        }
        try visitLeaf(leaf)
        for node in spine.reversed() {
            switch tree[node] {
            case .binary(_, _, let right), .subscript(_, let right): try visit(right)
            case .call(_, let start, let count):
                for index in 0..<Int(count) { try visit(tree.arguments[Int(start) + index].value) }
            default: break
            }
        }
    }

    mutating func visitLeaf(_ id: ExpressionID) throws(SyntaxFailure) {
        switch tree[id] {
        case .name(let name):
            add(name, .used)
            if name == superName, current.isFunction { current.add(classCellName, .used) }
        case .smallInt, .constant, .binary, .attribute, .subscript, .call: break
        case .joinedString(let items), .boolean(_, let items), .tuple(let items), .list(let items),
            .set(let items), .dict(let items):
            for item in tree[items] { try visit(item) }
        case .formatted(let value, _, let specification):
            try visit(value)
            try visit(specification)
        case .unary(_, let value), .starred(let value): try visit(value)
        case .compare(let left, let start, let count):
            try visit(left)
            for index in 0..<Int(count) {
                try visit(tree.comparisons[Int(start) + index].operand)
            }
        case .conditional(let test, let value, let other):
            try visit(test)
            try visit(value)
            try visit(other)
        case .lambda(let index):
            let lambda = tree.lambdas[Int(index)]
            try visitDefaults(lambda.parameters)
            let outer = enter(.lambda, .lambda(index), name: "<lambda>")
            try addParameters(lambda.parameters)
            try visit(lambda.body)
            current = outer
        case .named(let target, let value):
            try visitNamed(target, tree.range(of: id))
            try visit(value)
        case .slice(let lower, let upper, let step):
            try visit(lower)
            try visit(upper)
            try visit(step)
        case .comprehension(let kind, let index): try visitComprehension(kind, index)
        case .yield(let value), .yieldFrom(let value):
            try visit(value)
            try addYield(tree.range(of: id))
        }
    }

    mutating func addYield(_ range: TokenRange) throws(SyntaxFailure) {
        if current.kind == .comprehension {
            let place =
                switch current.comprehensionKind {
                case .list: "list comprehension"
                case .set: "set comprehension"
                case .dict: "dict comprehension"
                default: "generator expression"
                }
            throw failure("'yield' inside \(place)", range)
        }
        current.isGenerator = true
    }

    /// The target of `:=` belongs to the scope around the comprehensions it stands in.
    mutating func visitNamed(
        _ target: ExpressionID, _ range: TokenRange
    ) throws(SyntaxFailure) {
        guard case .name(let id) = tree[target] else { return try bind(target) }
        if current.isInIterable {
            throw failure(
                "assignment expression cannot be used in a comprehension iterable expression",
                range)
        }
        guard current.kind == .comprehension else { return add(id, .bound) }
        let name = mangle(id, current)
        var scope = current
        var inner: [Scope] = []
        while scope.kind == .comprehension, let parent = scope.parent {
            if scope.uses[name]?.contains(.iteration) == true {
                throw failure(
                    "assignment expression cannot rebind comprehension iteration variable "
                        + "'\(tree.name(name))'", tree.range(of: target))
            }
            inner.append(scope)
            scope = parent
        }
        switch scope.kind {
        case .classBody:
            throw failure(
                "assignment expression within a comprehension cannot be used in a class body",
                tree.range(of: target))
        case .module:
            for comprehension in inner { comprehension.add(name, .global) }
            scope.add(name, .bound)
        default:
            let isGlobal = scope.uses[name]?.contains(.global) == true
            for comprehension in inner { comprehension.add(name, isGlobal ? .global : .nonlocal) }
            if !isGlobal, scope.uses[name]?.contains(.nonlocal) != true { scope.add(name, .bound) }
        }
    }

    mutating func visitComprehension(
        _ kind: ComprehensionKind, _ index: Int32
    ) throws(SyntaxFailure) {
        let comprehension = tree.comprehensions[Int(index)]
        // The first iterable is evaluated outside.
        let wasInIterable = current.isInIterable
        current.isInIterable = true
        try visit(comprehension.clauses[0].iterable)
        current.isInIterable = wasInIterable
        let name =
            switch kind {
            case .list: "<listcomp>"
            case .set: "<setcomp>"
            case .dict: "<dictcomp>"
            case .generator: "<genexpr>"
            }
        let outer = enter(.comprehension, .comprehension(index), name: name)
        current.comprehensionKind = kind
        if kind == .generator { current.isGenerator = true }
        for (position, clause) in comprehension.clauses.enumerated() {
            try bindIteration(clause.target)
            if position > 0 {
                current.isInIterable = true
                try visit(clause.iterable)
                current.isInIterable = false
            }
            for condition in clause.conditions { try visit(condition) }
        }
        try visit(comprehension.element)
        try visit(comprehension.value)
        current = outer
    }

    mutating func bindIteration(_ target: ExpressionID) throws(SyntaxFailure) {
        if case .name(let id) = tree[target],
            let uses = current.uses[mangle(id, current)],
            !uses.isDisjoint(with: [.nonlocal, .global])
        {
            throw failure(
                "comprehension inner loop cannot rebind assignment expression target "
                    + "'\(tree.name(id))'", tree.range(of: target))
        }
        try bind(target)
    }
}

extension SyntaxTree {
    /// The operand on the left of an expression that can nest without limit there.
    func leftOperand(of id: ExpressionID) -> ExpressionID? {
        switch self[id] {
        case .binary(_, let left, _), .attribute(let left, _), .subscript(let left, _),
            .call(let left, _, _):
            left
        default: nil
        }
    }
}
