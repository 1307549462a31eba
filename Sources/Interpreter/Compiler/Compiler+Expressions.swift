/// Expressions.
extension Compiler {
    /// Pushes the value of an expression. The left spine is walked without recursion.
    mutating func emit(_ id: ExpressionID) throws(SyntaxFailure) {
        var spine: [ExpressionID] = []
        var leaf = id
        while true {
            if case .call(let function, _, _) = tree[leaf],
                case .attribute(let object, _) = tree[function], isMethodCall(leaf)
            {
                spine.append(leaf)
                leaf = object
            } else if let left = tree.leftOperand(of: leaf) {
                spine.append(leaf)
                leaf = left
            } else {
                break
            }
        }
        var constant = constantLeaf(leaf)
        if constant == nil { try emitLeaf(leaf) }
        for node in spine.reversed() {
            if let left = constant {
                if case .binary(let op, _, let right) = tree[node],
                    let value = self.constant(right),
                    let folded = Folding.binary(op, left, value)
                {
                    constant = folded
                    continue
                }
                unit.code.position = tree.position(tree.range(of: leaf))
                unit.code.emitConstant(left)
                constant = nil
            }
            try emitRest(node)
        }
        if let constant {
            unit.code.position = tree.position(tree.range(of: id))
            unit.code.emitConstant(constant)
        }
    }

    /// The operator, call, subscript or attribute of a spine's node; its left operand is on the stack.
    private mutating func emitRest(_ id: ExpressionID) throws(SyntaxFailure) {
        let range = tree.range(of: id)
        switch tree[id] {
        case .binary(let op, _, let right):
            try emit(right)
            unit.code.position = tree.position(range)
            switch op {
            case .add: unit.code.emit(.add, effect: -1)
            case .subtract: unit.code.emit(.subtract, effect: -1)
            case .multiply: unit.code.emit(.multiply, effect: -1)
            default: unit.code.emit(.binary, detail: op.rawValue, effect: -1)
            }
        case .attribute(_, let name):
            let index = attributeIndex(name)
            unit.code.position = memberPosition(tree.position(range), Int(range.last))
            unit.code.emit(.loadAttribute, index, extra: unit.code.makeCache(), effect: 0)
        case .subscript(let value, let index):
            warnOfSubscript(value, index, range)
            try emit(index)
            unit.code.position = tree.position(range)
            unit.code.emit(.loadSubscript, effect: -1)
        case .call(let function, let start, let count):
            let arguments = Array(tree.arguments[Int(start)..<Int(start + count)])
            warnOfCall(function, range)
            try emitCall(function, arguments, range, isMethod: isMethodCall(id))
        default: break
        }
    }

    /// Where an attribute stands on another line than its object, CPython points to the attribute alone.
    func memberPosition(_ position: SourcePosition, _ token: Int) -> SourcePosition {
        guard position.line != position.endLine else { return position }
        let name = tree.position(TokenRange(first: Int32(token), last: Int32(token)))
        var result = position
        result.line = name.line
        result.column = name.column
        return result
    }

    private mutating func emitLeaf(_ id: ExpressionID) throws(SyntaxFailure) {
        let range = tree.range(of: id)
        unit.code.position = tree.position(range)
        switch tree[id] {
        case .name(let name): try emitName(name, .load, range)
        case .smallInt(let value): unit.code.emitConstant(.int(Int(value)))
        case .constant(let index): unit.code.emitConstant(tree.constants[Int(index)])
        case .joinedString(let items): try emitJoined(items, range)
        case .formatted(let value, let flags, let specification):
            try emitFormatted(value, flags, specification, range)
        case .unary(let op, let value):
            try emit(value)
            unit.code.position = tree.position(range)
            unit.code.emit(.unary, detail: op.rawValue, effect: 0)
        case .boolean(let isAnd, let items):
            let end = unit.code.makeLabel()
            let values = Array(tree[items])
            for (index, value) in values.enumerated() {
                try emit(value)
                if index < values.count - 1 {
                    unit.code.position = tree.position(range)
                    unit.code.emit(
                        isAnd ? .jumpIfFalseOrPop : .jumpIfTrueOrPop, to: end, effect: -1)
                }
            }
            unit.code.place(end)
        case .compare(let left, let start, let count):
            try emitComparison(left, Int(start), Int(count), range)
        case .conditional(let test, let value, let other):
            let otherwise = unit.code.makeLabel()
            let end = unit.code.makeLabel()
            try emitCondition(test, to: otherwise, when: false, tree.position(range))
            try emit(value)
            unit.code.emit(.jump, to: end)
            unit.code.place(otherwise)
            try emit(other)
            unit.code.place(end)
        case .lambda(let index): try emitLambda(index, range)
        case .named(let target, let value):
            try emit(value)
            unit.code.position = tree.position(range)
            unit.code.emit(.copy, 1, effect: 1)
            try emitStore(target)
        case .slice(let lower, let upper, let step):
            for part in step.exists ? [lower, upper, step] : [lower, upper] {
                if part.exists { try emit(part) } else { unit.code.emit(.loadNone, effect: 1) }
            }
            unit.code.position = tree.position(range)
            unit.code.emit(.buildSlice, step.exists ? 3 : 2, effect: step.exists ? -2 : -1)
        case .starred: throw failure("can't use starred expression here", range)
        case .tuple(let items): try emitDisplay(items, .buildTuple, range)
        case .list(let items): try emitDisplay(items, .buildList, range)
        case .set(let items):
            if items.count > 2, let values = constants(of: items) {
                // As in CPython, whose order of items this decides: a constant is merged into a new set.
                unit.code.emit(.buildSet, 0, effect: 1)
                unit.code.emitConstant(.frozenSet(values))
                unit.code.emit(.setUpdate, effect: -1)
            } else {
                try emitDisplay(items, .buildSet, range)
            }
        case .dict(let items): try emitDict(Array(tree[items]), range)
        case .comprehension(let kind, let index): try emitComprehension(kind, index, range)
        case .yield(let value):
            try requireFunction("yield", range)
            if value.exists { try emit(value) } else { unit.code.emit(.loadNone, effect: 1) }
            unit.code.position = tree.position(range)
            unit.code.emit(.yieldValue, effect: 0)
        case .yieldFrom(let value):
            try requireFunction("yield", range)
            try emit(value)
            unit.code.position = tree.position(range)
            unit.code.emit(.makeYieldFromIterator, effect: 0)
            unit.code.emit(.loadNone, effect: 1)
            unit.code.emit(.yieldFrom, effect: -1)
        case .binary, .attribute, .subscript, .call: break
        }
    }

    private func requireFunction(_ what: String, _ range: TokenRange) throws(SyntaxFailure) {
        guard unit.scope.isFunction else { throw failure("'\(what)' outside function", range) }
    }

    // MARK: Comparisons and conditions

    private mutating func emitComparison(
        _ left: ExpressionID, _ start: Int, _ count: Int, _ range: TokenRange
    ) throws(SyntaxFailure) {
        warnOfIdentity(left, start, count, range)
        try emit(left)
        guard count > 1 else {
            let comparison = tree.comparisons[start]
            try emitCompared(comparison)
            unit.code.position = tree.position(range)
            unit.code.emit(.compare, detail: comparison.op.rawValue, effect: -1)
            return
        }
        let cleanup = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        for index in 0..<(count - 1) {
            let comparison = tree.comparisons[start + index]
            try emit(comparison.operand)
            unit.code.position = tree.position(range)
            unit.code.emit(.copy, 1, effect: 1)
            unit.code.emit(.rotate, 3, effect: 0)
            unit.code.emit(.compare, detail: comparison.op.rawValue, effect: -1)
            unit.code.emit(.jumpIfFalseOrPop, to: cleanup, effect: -1)
        }
        let last = tree.comparisons[start + count - 1]
        try emitCompared(last)
        unit.code.position = tree.position(range)
        unit.code.emit(.compare, detail: last.op.rawValue, effect: -1)
        unit.code.emit(.jump, to: end)
        unit.code.place(cleanup)
        unit.code.emit(.rotate, 2, effect: 0)
        unit.code.emit(.popTop, effect: -1)
        unit.code.place(end)
    }

    /// The right operand of a comparison; what `in` searches can be a constant.
    private mutating func emitCompared(_ comparison: Comparison) throws(SyntaxFailure) {
        if comparison.op == .in || comparison.op == .notIn {
            switch tree[comparison.operand] {
            case .list(let items) where items.count > 0:
                if let values = constants(of: items) {
                    return unit.code.emitConstant(.tuple(values))
                }
            case .set(let items):
                if let values = constants(of: items) {
                    return unit.code.emitConstant(.frozenSet(values))
                }
            default: break
            }
        }
        try emit(comparison.operand)
    }

    /// `emitJump` for the condition of a statement or expression at `place`.
    mutating func emitCondition(
        _ id: ExpressionID, to label: Label, when: Bool, _ place: SourcePosition
    ) throws(SyntaxFailure) {
        let kept = conditionPlace
        conditionPlace = place
        try emitJump(id, to: label, when: when)
        conditionPlace = kept
    }

    /// Jumps when the condition is true (or false), and goes on without a value otherwise.
    mutating func emitJump(
        _ id: ExpressionID, to label: Label, when: Bool
    ) throws(SyntaxFailure) {
        let range = tree.range(of: id)
        switch tree[id] {
        case .unary(.not, let value): return try emitJump(value, to: label, when: !when)
        case .boolean(let isAnd, let items): return try emitBooleanJump(isAnd, items, label, when)
        case .conditional(let test, let value, let other):
            let otherwise = unit.code.makeLabel()
            let end = unit.code.makeLabel()
            try emitCondition(test, to: otherwise, when: false, tree.position(range))
            try emitJump(value, to: label, when: when)
            unit.code.emit(.jump, to: end)
            unit.code.place(otherwise)
            try emitJump(other, to: label, when: when)
            unit.code.place(end)
            return
        case .compare(let left, let start, let count):
            if count == 1 { return try emitCompareJump(left, Int(start), range, label, when) }
        default: break
        }
        if let value = constant(id), let truth = truth(value) {
            if truth == when {
                unit.code.position = tree.position(range)
                unit.code.emit(.jump, to: label)
            }
            return
        }
        try emit(id)
        unit.code.position = conditionPlace ?? tree.position(range)
        unit.code.emit(
            when ? .popJumpIfTrue : .popJumpIfFalse, to: label, effect: -1, jumpEffect: -1)
    }

    private mutating func emitBooleanJump(
        _ isAnd: Bool, _ items: ExpressionList, _ label: Label, _ when: Bool
    ) throws(SyntaxFailure) {
        let values = Array(tree[items])
        // `a and b` is false as soon as one is, `a or b` true as soon as one is.
        if isAnd != when {
            for value in values { try emitJump(value, to: label, when: when) }
            return
        }
        let end = unit.code.makeLabel()
        for value in values.dropLast() { try emitJump(value, to: end, when: !when) }
        if let last = values.last { try emitJump(last, to: label, when: when) }
        unit.code.place(end)
    }

    private mutating func emitCompareJump(
        _ left: ExpressionID, _ start: Int, _ range: TokenRange, _ label: Label, _ when: Bool
    ) throws(SyntaxFailure) {
        let comparison = tree.comparisons[start]
        warnOfIdentity(left, start, 1, range)
        try emit(left)
        if comparison.op == .is || comparison.op == .isNot,
            case .constant(let index) = tree[comparison.operand],
            case .none = tree.constants[Int(index)]
        {
            let whenNone = (comparison.op == .is) == when
            unit.code.position = tree.position(range)
            unit.code.emit(
                whenNone ? .popJumpIfNone : .popJumpIfNotNone, to: label, effect: -1,
                jumpEffect: -1)
            return
        }
        try emitCompared(comparison)
        unit.code.position = tree.position(range)
        unit.code.emit(
            when ? .compareJumpIfTrue : .compareJumpIfFalse, to: label,
            detail: comparison.op.rawValue, effect: -2, jumpEffect: -2)
    }

    // MARK: Constants

    private func truth(_ value: ConstantValue) -> Bool? {
        switch value {
        case .none: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .string(let text): !text.isEmpty
        case .ellipsis: true
        default: nil
        }
    }

    /// The constant that an expression is, if it is one.
    func constant(_ id: ExpressionID) -> ConstantValue? {
        var spine: [ExpressionID] = []
        var leaf = id
        while case .binary(_, let left, _) = tree[leaf] {
            spine.append(leaf)
            leaf = left
        }
        guard var value = constantLeaf(leaf) else { return nil }
        for node in spine.reversed() {
            guard case .binary(let op, _, let right) = tree[node], let other = constant(right),
                let folded = Folding.binary(op, value, other)
            else { return nil }
            value = folded
        }
        return value
    }

    private func constantLeaf(_ id: ExpressionID) -> ConstantValue? {
        switch tree[id] {
        case .smallInt(let value): .int(Int(value))
        case .constant(let index): tree.constants[Int(index)]
        case .unary(let op, let operand): constant(operand).flatMap { Folding.unary(op, $0) }
        case .tuple(let items): constants(of: items).map { .tuple($0) }
        default: nil
        }
    }

    func constants(of items: ExpressionList) -> [ConstantValue]? {
        var result: [ConstantValue] = []
        for item in tree[items] {
            guard let value = constant(item) else { return nil }
            result.append(value)
        }
        return result
    }
}
