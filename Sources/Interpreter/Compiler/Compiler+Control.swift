/// Conditions, loops, `with` and `try`.
extension Compiler {
    mutating func compileIf(
        _ clauses: [ConditionalClause], _ orElse: [Statement], _ position: SourcePosition
    ) throws(SyntaxFailure) {
        let end = unit.code.makeLabel()
        for (index, clause) in clauses.enumerated() {
            let next = unit.code.makeLabel()
            var place = position
            if index > 0 {
                place = .none
                place.line = tree.position(tree.range(of: clause.test)).line
            }
            try emitCondition(clause.test, to: next, when: false, place)
            try compile(clause.body)
            if index < clauses.count - 1 || !orElse.isEmpty { unit.code.emit(.jump, to: end) }
            unit.code.place(next)
        }
        try compile(orElse)
        unit.code.place(end)
    }

    mutating func compileWhile(
        _ test: ExpressionID, _ body: [Statement], _ orElse: [Statement], _ range: TokenRange
    ) throws(SyntaxFailure) {
        let start = unit.code.makeLabel()
        let otherwise = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        unit.code.place(start)
        try push(.loop(start: start, end: end, hasIterator: false), range)
        try emitCondition(test, to: otherwise, when: false, tree.position(range))
        try compile(body)
        unit.code.position = tree.position(tree.range(of: test))
        unit.code.emit(.jumpBackward, to: start)
        pop()
        unit.code.place(otherwise)
        try compile(orElse)
        unit.code.place(end)
    }

    mutating func compileFor(
        _ target: ExpressionID, _ iterable: ExpressionID, _ body: [Statement],
        _ orElse: [Statement], _ range: TokenRange
    ) throws(SyntaxFailure) {
        let start = unit.code.makeLabel()
        let cleanup = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        // As CPython has it, the loop itself stands for the whole statement: no carets.
        let place = unit.code.position
        try emitIterable(iterable)
        unit.code.position = place
        unit.code.emit(.makeIterator, effect: 0)
        unit.code.place(start)
        try push(.loop(start: start, end: end, hasIterator: true), range)
        unit.code.position = place
        try emitNext(target, to: cleanup)
        try compile(body)
        unit.code.position = place
        unit.code.emit(.jumpBackward, to: start)
        pop()
        unit.code.place(cleanup)
        try compile(orElse)
        unit.code.place(end)
    }

    /// Takes the iterator's next value into the target, or jumps with the iterator gone.
    mutating func emitNext(_ target: ExpressionID, to end: Label) throws(SyntaxFailure) {
        if case .name(let raw) = tree[target], unit.scope.isFunction {
            let name = analysis.mangle(raw, unit.scope)
            if unit.scope.meanings[name] == .local, tree.name(raw) != "__debug__" {
                let index = slot(name)
                if index < Int(UInt16.max) {
                    unit.code.emit(.forIterateLocal, to: end, extra: index, jumpEffect: -1)
                    return
                }
            }
        }
        unit.code.emit(.forIterate, to: end, effect: 1, jumpEffect: -1)
        try emitStore(target)
    }

    /// The iterable of a loop; a list of constants may as well be a tuple.
    mutating func emitIterable(_ id: ExpressionID) throws(SyntaxFailure) {
        if case .list(let items) = tree[id], items.count > 0,
            let constants = constants(of: items)
        {
            unit.code.position = tree.position(tree.range(of: id))
            unit.code.emitConstant(.tuple(constants))
            return
        }
        try emit(id)
    }

    // MARK: with

    mutating func compileWith(
        _ items: ArraySlice<WithItem>, _ body: [Statement], _ range: TokenRange,
        _ position: SourcePosition
    ) throws(SyntaxFailure) {
        guard let item = items.first else { return try compile(body) }
        let place = position
        try emit(item.context)
        unit.code.position = place
        unit.code.emit(.enterWith, effect: 1)
        let depth = unit.code.depth - 1
        let outer = unit.code.handler
        let failed = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        try push(.with(place), range)
        unit.code.handler = unit.code.makeHandler(failed, depth: depth)
        if item.target.exists {
            try emitStore(item.target)
        } else {
            unit.code.emit(.popTop, effect: -1)
        }
        try compileWith(items.dropFirst(), body, range, position)
        unit.code.handler = outer
        pop()
        unit.code.position = place
        unit.code.emit(.exitWith, effect: 0)
        unit.code.emit(.popTop, effect: -1)
        unit.code.emit(.jump, to: end)

        unit.code.placeHandler(failed, depth: depth + 1)
        unit.code.emit(.pushHandled, effect: 1)
        let cleanup = unit.code.makeLabel()
        unit.code.handler = unit.code.makeHandler(cleanup, depth: depth + 1)
        unit.cold.append(
            ColdHandler(label: cleanup, depth: depth + 2, covered: outer, opcode: .reraise))
        let suppressed = unit.code.makeLabel()
        unit.code.emit(.exitWithException, effect: 1)
        unit.code.emit(.popJumpIfTrue, to: suppressed, effect: -1, jumpEffect: -1)
        unit.code.handler = outer
        unit.code.emit(.reraise, effect: 0)
        unit.code.place(suppressed)
        unit.code.emit(.popTop, effect: -1)
        unit.code.emit(.popHandled, effect: -1)
        unit.code.emit(.popTop, effect: -1)
        unit.code.place(end)
    }

    // MARK: try

    mutating func compileTry(
        _ body: [Statement], _ handlers: [ExceptClause], _ orElse: [Statement], _ range: TokenRange
    ) throws(SyntaxFailure) {
        let outer = unit.code.handler
        let depth = unit.code.depth
        let failed = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        try push(.tryBody, range)
        unit.code.handler = unit.code.makeHandler(failed, depth: depth)
        try compile(body)
        unit.code.handler = outer
        pop()
        try compile(orElse)
        unit.code.emit(.jump, to: end)

        unit.code.placeHandler(failed, depth: depth + 1)
        unit.code.position = .none
        unit.code.emit(.pushHandled, effect: 1)
        let cleanup = unit.code.makeLabel()
        let covered = unit.code.makeHandler(cleanup, depth: depth + 1)
        unit.cold.append(
            ColdHandler(label: cleanup, depth: depth + 2, covered: outer, opcode: .reraise))
        var catchesAll = false
        for (index, clause) in handlers.enumerated() {
            if !clause.type.exists {
                guard index == handlers.count - 1 else {
                    throw failure("default 'except:' must be last", clause.range)
                }
                catchesAll = true
            }
            try compileClause(clause, range, depth, outer, covered, end)
        }
        unit.code.handler = outer
        unit.code.position = .none
        if !catchesAll { unit.code.emit(.reraise, effect: 0) }
        unit.code.place(end)
    }

    private mutating func compileClause(
        _ clause: ExceptClause, _ range: TokenRange, _ depth: Int, _ outer: Handler,
        _ covered: Handler, _ end: Label
    ) throws(SyntaxFailure) {
        let next = unit.code.makeLabel()
        unit.code.handler = covered
        unit.code.position = tree.position(clause.range)
        if clause.type.exists {
            try emit(clause.type)
            unit.code.position = tree.position(clause.range)
            unit.code.emit(.matchException, effect: 0)
            unit.code.emit(.popJumpIfFalse, to: next, effect: -1, jumpEffect: -1)
        }
        unit.code.position = tree.position(clause.range)
        var inner = covered
        if let name = clause.name {
            try emitName(name, .store, clause.range)
            let forget = unit.code.makeLabel()
            inner = unit.code.makeHandler(forget, depth: depth + 1)
            unit.cold.append(
                ColdHandler(
                    label: forget, depth: depth + 2, covered: outer, opcode: .reraise, name: name))
        } else {
            unit.code.emit(.popTop, effect: -1)
        }
        unit.code.handler = outer
        try push(.handler(name: clause.name), range)
        try push(.padding, range)
        unit.code.handler = inner
        try compile(clause.body)
        unit.code.handler = outer
        pop()
        pop()
        unit.code.position = .none
        unit.code.emit(.popHandled, effect: -1)
        if let name = clause.name { emitForget(name) }
        unit.code.emit(.jump, to: end)
        unit.code.place(next)
    }

    mutating func compileFinally(
        _ body: [Statement], _ handlers: [ExceptClause], _ orElse: [Statement],
        _ finally: [Statement], _ range: TokenRange
    ) throws(SyntaxFailure) {
        let outer = unit.code.handler
        let depth = unit.code.depth
        let failed = unit.code.makeLabel()
        let entry = unit.code.makeLabel()
        let cleanup = unit.code.makeLabel()
        try push(.finallyBefore(body: entry), range)
        unit.code.handler = unit.code.makeHandler(failed, depth: depth)
        if handlers.isEmpty {
            try compile(body)
        } else {
            try compileTry(body, handlers, orElse, range)
        }
        unit.code.handler = outer
        pop()
        unit.code.emit(.loadNone, effect: 1)
        unit.code.emit(.loadNone, effect: 1)
        unit.code.emit(.jump, to: entry)

        unit.code.placeHandler(failed, depth: depth + 1)
        unit.code.position = .none
        unit.code.emit(.pushHandled, effect: 1)
        unit.code.place(entry)
        try push(.finallyBody, range)
        unit.code.handler = unit.code.makeHandler(cleanup, depth: depth + 2)
        unit.cold.append(
            ColdHandler(label: cleanup, depth: depth + 3, covered: outer, opcode: .abandonFinally))
        try compile(finally)
        unit.code.handler = outer
        pop()
        unit.code.position = .none
        unit.code.emit(.endFinally, effect: -2)
    }
}
