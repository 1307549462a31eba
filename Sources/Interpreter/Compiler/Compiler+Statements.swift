/// Statements that are not definitions.
extension Compiler {
    mutating func compile(_ statements: some Sequence<Statement>) throws(SyntaxFailure) {
        for statement in statements { try compile(statement) }
    }

    mutating func compile(_ statement: Statement) throws(SyntaxFailure) {
        let range = statement.range
        let position = tree.position(range)
        unit.code.position = position
        switch statement.node {
        case .expression(let value):
            switch tree[value] {
            case .constant, .smallInt: break
            default:
                try emit(value)
                unit.code.position = position
                unit.code.emit(.popTop, effect: -1)
            }
        case .assign(let targets, let value): try compileAssign(targets, value)
        case .augmented(let target, let op, let value):
            try compileAugmented(target, op, value, position)
        case .annotated(let target, let annotation, let value, let simple):
            try compileAnnotated(target, annotation, value, simple)
        case .return(let value): try compileReturn(value, range)
        case .delete(let targets):
            for target in targets { try emitDelete(target) }
        case .pass, .global, .nonlocal: break
        case .break: try compileBreak(range)
        case .continue: try compileContinue(range)
        case .import(let aliases): compileImport(aliases)
        case .importFrom(let module, let level, let aliases):
            try compileImportFrom(module, level, aliases, range)
        case .raise(let value, let cause):
            var count = 0
            for part in [value, cause] where part.exists {
                try emit(part)
                count += 1
            }
            unit.code.position = position
            unit.code.emit(.raise, count, effect: -count)
        case .assert(let test, let message):
            warnOfAssertion(test, range)
            try compileAssert(test, message, position)
        case .if(let clauses, let orElse): try compileIf(clauses, orElse, position)
        case .while(let test, let body, let orElse): try compileWhile(test, body, orElse, range)
        case .for(let target, let iterable, let body, let orElse):
            try compileFor(target, iterable, body, orElse, range)
        case .with(let items, let body): try compileWith(items[...], body, range, position)
        case .try(let body, let handlers, let orElse, let finally):
            if finally.isEmpty {
                try compileTry(body, handlers, orElse, range)
            } else {
                try compileFinally(body, handlers, orElse, finally, range)
            }
        case .function(let definition): try compileFunction(definition, range)
        case .class(let definition): try compileClass(definition, range)
        }
    }

    // MARK: Assignments

    private mutating func compileAssign(
        _ targets: [ExpressionID], _ value: ExpressionID
    ) throws(SyntaxFailure) {
        if targets.count == 1, try compileSwap(targets[0], value) { return }
        try emit(value)
        for (index, target) in targets.enumerated() {
            if index < targets.count - 1 { unit.code.emit(.copy, 1, effect: 1) }
            try emitStore(target)
        }
    }

    /// `a, b = b, a` and the like without a tuple.
    private mutating func compileSwap(
        _ target: ExpressionID, _ value: ExpressionID
    ) throws(SyntaxFailure) -> Bool {
        guard let targets = items(of: target), case .tuple(let list) = tree[value] else {
            return false
        }
        let values = Array(tree[list])
        guard values.count == targets.count, values.count == 2 || values.count == 3,
            !(targets + values).contains(where: isStarred)
        else { return false }
        for value in values { try emit(value) }
        if values.count == 3 {
            unit.code.emit(.rotate, 3, effect: 0)
        }
        unit.code.emit(.rotate, 2, effect: 0)
        for target in targets { try emitStore(target) }
        return true
    }

    private func items(of target: ExpressionID) -> [ExpressionID]? {
        switch tree[target] {
        case .tuple(let list), .list(let list): Array(tree[list])
        default: nil
        }
    }

    func isStarred(_ id: ExpressionID) -> Bool {
        if case .starred = tree[id] { return true }
        return false
    }

    private mutating func compileAugmented(
        _ target: ExpressionID, _ op: BinaryOperator, _ value: ExpressionID,
        _ position: SourcePosition
    ) throws(SyntaxFailure) {
        let place = tree.position(tree.range(of: target))
        switch tree[target] {
        case .name(let name):
            unit.code.position = place
            try emitName(name, .load, tree.range(of: target))
            try emit(value)
            unit.code.position = position
            unit.code.emit(.inPlace, detail: op.rawValue, effect: -1)
            unit.code.position = place
            try emitName(name, .store, tree.range(of: target))
        case .attribute(let object, let name):
            try emit(object)
            let index = attributeIndex(name)
            unit.code.position = place
            unit.code.emit(.copy, 1, effect: 1)
            unit.code.emit(.loadAttribute, index, extra: unit.code.makeCache(), effect: 0)
            try emit(value)
            unit.code.position = position
            unit.code.emit(.inPlace, detail: op.rawValue, effect: -1)
            unit.code.position = place
            unit.code.emit(.rotate, 2, effect: 0)
            unit.code.emit(.storeAttribute, index, extra: unit.code.makeCache(), effect: -2)
        case .subscript(let object, let key):
            try emit(object)
            try emit(key)
            unit.code.position = place
            unit.code.emit(.copyTwo, effect: 2)
            unit.code.emit(.loadSubscript, effect: -1)
            try emit(value)
            unit.code.position = position
            unit.code.emit(.inPlace, detail: op.rawValue, effect: -1)
            unit.code.position = place
            unit.code.emit(.rotate, 3, effect: 0)
            unit.code.emit(.storeSubscript, effect: -3)
        default: throw failure("illegal target for augmented assignment", tree.range(of: target))
        }
    }

    private mutating func compileAnnotated(
        _ target: ExpressionID, _ annotation: ExpressionID, _ value: ExpressionID, _ simple: Bool
    ) throws(SyntaxFailure) {
        if value.exists {
            try emit(value)
            try emitStore(target)
        }
        let isEvaluated = !unit.scope.isFunction
        switch tree[target] {
        case .name(let name):
            guard isEvaluated else { return }
            try emitAnnotation(annotation)
            if simple {
                let index = attributeIndex(name)
                unit.code.emit(.storeAnnotation, index, effect: -1)
            } else {
                unit.code.emit(.popTop, effect: -1)
            }
        case .attribute(let object, _):
            if !value.exists {
                try emit(object)
                unit.code.emit(.popTop, effect: -1)
            }
            if isEvaluated {
                try emit(annotation)
                unit.code.emit(.popTop, effect: -1)
            }
        case .subscript(let object, let key):
            if !value.exists {
                try emit(object)
                try emit(key)
                unit.code.emit(.popTop, effect: -1)
                unit.code.emit(.popTop, effect: -1)
            }
            if isEvaluated {
                try emit(annotation)
                unit.code.emit(.popTop, effect: -1)
            }
        default: break
        }
    }

    /// Whether a body, its blocks included, annotates a name.
    func hasAnnotations(_ statements: [Statement]) -> Bool {
        statements.contains { statement in
            switch statement.node {
            case .annotated: true
            case .if(let clauses, let orElse):
                clauses.contains { hasAnnotations($0.body) } || hasAnnotations(orElse)
            case .while(_, let body, let orElse), .for(_, _, let body, let orElse):
                hasAnnotations(body) || hasAnnotations(orElse)
            case .with(_, let body): hasAnnotations(body)
            case .try(let body, let handlers, let orElse, let finally):
                hasAnnotations(body) || handlers.contains { hasAnnotations($0.body) }
                    || hasAnnotations(orElse) || hasAnnotations(finally)
            default: false
            }
        }
    }

    // MARK: Leaving

    private mutating func compileReturn(
        _ value: ExpressionID, _ range: TokenRange
    ) throws(SyntaxFailure) {
        guard unit.scope.isFunction else { throw failure("'return' outside function", range) }
        let position = unit.code.position
        if value.exists { try emit(value) } else { unit.code.emit(.loadNone, effect: 1) }
        unit.code.position = position
        let handler = unit.code.handler
        leaveBlocks(downTo: 0, keepingTop: true)
        unit.code.position = position
        unit.code.emit(.returnValue, effect: -1)
        unit.code.handler = handler
    }

    private func innermostLoop() -> Int? {
        unit.blocks.lastIndex {
            if case .loop = $0.block { return true }
            return false
        }
    }

    private mutating func compileBreak(_ range: TokenRange) throws(SyntaxFailure) {
        guard let index = innermostLoop(),
            case .loop(_, let end, let hasIterator) = unit.blocks[index].block
        else { throw failure("'break' outside loop", range) }
        let handler = unit.code.handler
        leaveBlocks(downTo: index + 1, keepingTop: false)
        unit.code.handler = unit.blocks[index].outerHandler
        if hasIterator { unit.code.emit(.popTop, effect: -1) }
        unit.code.emit(.jump, to: end)
        unit.code.handler = handler
    }

    private mutating func compileContinue(_ range: TokenRange) throws(SyntaxFailure) {
        guard let index = innermostLoop(), case .loop(let start, _, _) = unit.blocks[index].block
        else { throw failure("'continue' not properly in loop", range) }
        let handler = unit.code.handler
        leaveBlocks(downTo: index + 1, keepingTop: false)
        unit.code.handler = unit.blocks[index].outerHandler
        unit.code.emit(.jumpBackward, to: start)
        unit.code.handler = handler
    }

    // MARK: Imports

    private mutating func compileImport(_ aliases: [ImportAlias]) {
        for alias in aliases {
            let index = nameIndex(alias.name)
            unit.code.emit(.importModule, index, detail: alias.alias == nil ? 0 : 1, effect: 1)
            emitName(alias.alias ?? analysis.firstPart(of: alias.name), .store)
        }
    }

    private mutating func compileImportFrom(
        _ module: NameID?, _ level: Int, _ aliases: [ImportAlias], _ range: TokenRange
    ) throws(SyntaxFailure) {
        let name = module.map { tree.name($0) } ?? ""
        if level == 0, name == "__future__" {
            if range.first >= futureLimit {
                throw failure(
                    "from __future__ imports must occur at the beginning of the file", range)
            }
            for alias in aliases where tree.name(alias.name) == "braces" {
                throw mark(failure("not a chance", range))
            }
            if aliases.contains(where: { tree.name($0.name) == "annotations" }) {
                keepsAnnotationsAsText = true
            }
            for alias in aliases where !Self.futureFeatures.contains(tree.name(alias.name)) {
                throw mark(
                    failure("future feature \(tree.name(alias.name)) is not defined", range))
            }
            return
        }
        // A relative import keeps its dots: there are no packages to be relative to.
        let dotted = String(repeating: ".", count: level) + name
        let index = nameIndex(analysis.intern(dotted))
        unit.code.emit(.importModule, index, detail: 1, effect: 1)
        if aliases.isEmpty {
            unit.code.emit(.importStar, effect: -1)
            return
        }
        for alias in aliases {
            let index = nameIndex(alias.name)
            unit.code.emit(.importFrom, index, effect: 1)
            emitName(alias.alias ?? alias.name, .store)
        }
        unit.code.emit(.popTop, effect: -1)
    }

    /// The failure with one caret, at its beginning.
    private func mark(_ failure: SyntaxFailure) -> SyntaxFailure {
        var failure = failure
        failure.endLine = failure.line
        failure.endColumn = failure.column
        return failure
    }

    /// The first token behind the docstring and the imports from `__future__` that open a module.
    private var futureLimit: Int32 {
        for (index, statement) in tree.body.enumerated() {
            if index == 0, docstring(tree.body) != nil { continue }
            if case .importFrom(let module?, 0, _) = statement.node,
                tree.name(module) == "__future__"
            {
                continue
            }
            return statement.range.first
        }
        return .max
    }

    private static let futureFeatures: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement",
        "print_function", "unicode_literals", "generator_stop", "annotations",
    ]

    /// The comparison that a condition's jumps come to last.
    private func lastComparison(_ id: ExpressionID) -> TokenRange? {
        switch tree[id] {
        case .compare: tree.range(of: id)
        case .unary(.not, let value): lastComparison(value)
        case .boolean(_, let items): tree[items].compactMap { lastComparison($0) }.last
        case .conditional(let test, let value, let other):
            lastComparison(other) ?? lastComparison(value) ?? lastComparison(test)
        default: nil
        }
    }

    private mutating func compileAssert(
        _ test: ExpressionID, _ message: ExpressionID, _ position: SourcePosition
    ) throws(SyntaxFailure) {
        let end = unit.code.makeLabel()
        try emitCondition(test, to: end, when: true, position)
        unit.code.position = position
        unit.code.emit(.loadAssertionError, effect: 1)
        if message.exists {
            try emit(message)
            unit.code.position = position
            unit.code.emit(.call, 1, effect: -1)
        }
        // As in CPython, a comparison in the test is what the carets mark.
        unit.code.position = lastComparison(test).map { tree.position($0) } ?? position
        unit.code.emit(.raise, 1, effect: -1)
        unit.code.place(end)
    }
}
