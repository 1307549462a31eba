/// Functions, lambdas, comprehensions and classes.
extension Compiler {
    mutating func compileFunction(
        _ definition: FunctionDefinition, _ range: TokenRange
    ) throws(SyntaxFailure) {
        for decorator in definition.decorators { try emit(decorator) }
        let position = tree.position(range)
        unit.code.position = position
        let flags = try emitDefaults(definition.parameters, returns: definition.returns)
        let mangled = analysis.mangle(definition.name, unit.scope)
        let name = tree.name(definition.name)
        beginUnit(
            .statement(range.first), name: name, flags: .function, line: Int(position.line))
        renameIfGlobal(mangled, name)
        declare(definition.parameters)
        unit.docstring = docstring(definition.body)
        try compile(unit.docstring == nil ? definition.body[...] : definition.body.dropFirst())
        emitImplicitReturn()
        let (code, scope) = endUnit()
        unit.code.position = position
        emitFunction(code, scope, flags)
        try emitDecoratorCalls(definition.decorators)
        unit.code.position = position
        try emitName(definition.name, .store, range)
    }

    private mutating func emitDecoratorCalls(_ decorators: [ExpressionID]) throws(SyntaxFailure) {
        for decorator in decorators.reversed() {
            unit.code.position = tree.position(tree.range(of: decorator))
            unit.code.emit(.call, 1, effect: -1)
        }
    }

    /// Pushes defaults and annotations.
    private mutating func emitDefaults(
        _ parameters: Parameters, returns: ExpressionID
    ) throws(SyntaxFailure) -> FunctionFlags {
        var flags: FunctionFlags = []
        let position = unit.code.position
        let defaults = (parameters.positionalOnly + parameters.positional)
            .map(\.defaultValue).filter(\.exists)
        if !defaults.isEmpty {
            for value in defaults { try emit(value) }
            unit.code.position = position
            unit.code.emit(.buildTuple, defaults.count, effect: 1 - defaults.count)
            flags.insert(.defaults)
        }
        let keywords = parameters.keywordOnly.filter(\.defaultValue.exists)
        if !keywords.isEmpty {
            for parameter in keywords {
                emitText(analysis.mangle(parameter.name, unit.scope))
                try emit(parameter.defaultValue)
            }
            unit.code.position = position
            unit.code.emit(.buildDict, keywords.count, effect: 1 - 2 * keywords.count)
            flags.insert(.keywordDefaults)
        }
        var count = 0
        for parameter in parameters.inOrder where parameter.annotation.exists {
            emitText(analysis.mangle(parameter.name, unit.scope))
            if case .starred(let value) = tree[parameter.annotation] {
                try emit(value)
                unit.code.emit(.unpack, 1, effect: 0)
            } else {
                try emitAnnotation(parameter.annotation)
            }
            count += 1
        }
        if returns.exists {
            unit.code.emitConstant(.string("return".unicodeScalars.map(\.value)))
            try emitAnnotation(returns)
            count += 1
        }
        if count > 0 {
            unit.code.position = position
            unit.code.emit(.buildDict, count, effect: 1 - 2 * count)
            flags.insert(.annotations)
        }
        return flags
    }

    /// An annotation's value, or its text after `from __future__ import annotations`.
    mutating func emitAnnotation(_ id: ExpressionID) throws(SyntaxFailure) {
        guard keepsAnnotationsAsText else { return try emit(id) }
        if case .constant(let index) = tree[id],
            case .string(let points) = tree.constants[Int(index)]
        {
            return unit.code.emitConstant(.string(StringText.repr(points)))
        }
        let range = tree.range(of: id)
        let start = Int(tree.tokens[Int(range.first)].start)
        let end = Int(tree.tokens[Int(range.last)].end)
        let text = tree.source.string(start..<end)
        unit.code.emitConstant(.string(text.unicodeScalars.map(\.value)))
    }

    private mutating func emitText(_ name: NameID) {
        unit.code.emitConstant(.string(tree.name(name).unicodeScalars.map(\.value)))
    }

    /// Gives the parameters their slots and moves those that are shared into cells.
    private mutating func declare(_ parameters: Parameters) {
        for parameter in parameters.all {
            _ = slot(analysis.mangle(parameter.name, unit.scope))
        }
        unit.argumentCount = parameters.positionalOnly.count + parameters.positional.count
        unit.positionalOnlyCount = parameters.positionalOnly.count
        unit.keywordOnlyCount = parameters.keywordOnly.count
        if parameters.variadic != nil { unit.flags.insert(.variadicPositional) }
        if parameters.keywords != nil { unit.flags.insert(.variadicKeywords) }
    }

    /// Makes the function; its defaults and annotations are on the stack.
    private mutating func emitFunction(_ code: CodeObject, _ scope: Scope, _ flags: FunctionFlags) {
        var flags = flags
        if !scope.frees.isEmpty {
            for name in scope.frees {
                unit.code.emit(.loadClosure, unit.cellSlots[name] ?? 0, effect: 1)
            }
            unit.code.emit(.buildTuple, scope.frees.count, effect: 1 - scope.frees.count)
            flags.insert(.closure)
        }
        guard unit.code.isReachable else { return }
        let count = flags.rawValue.nonzeroBitCount
        let index = unit.code.constantIndex(.code(code))
        unit.code.emit(.makeFunction, index, detail: flags.rawValue, effect: 1 - count)
    }

    mutating func emitLambda(_ index: Int32, _ range: TokenRange) throws(SyntaxFailure) {
        let lambda = tree.lambdas[Int(index)]
        let position = tree.position(range)
        unit.code.position = position
        let flags = try emitDefaults(lambda.parameters, returns: .none)
        beginUnit(.lambda(index), name: "<lambda>", flags: .function, line: Int(position.line))
        declare(lambda.parameters)
        try emit(lambda.body)
        unit.code.position = tree.position(tree.range(of: lambda.body))
        if unit.scope.isGenerator {
            unit.code.emit(.returnValue, effect: -1)
        } else {
            unit.code.emit(.returnValue, effect: -1)
        }
        let (code, scope) = endUnit()
        unit.code.position = position
        emitFunction(code, scope, flags)
    }

    // MARK: Comprehensions

    mutating func emitComprehension(
        _ kind: ComprehensionKind, _ index: Int32, _ range: TokenRange
    ) throws(SyntaxFailure) {
        let comprehension = tree.comprehensions[Int(index)]
        let position = tree.position(range)
        let name =
            switch kind {
            case .list: "<listcomp>"
            case .set: "<setcomp>"
            case .dict: "<dictcomp>"
            case .generator: "<genexpr>"
            }
        beginUnit(.comprehension(index), name: name, flags: .function, line: Int(position.line))
        unit.slots[analysis.intern(".0")] = 0
        unit.localNames.append(".0")
        unit.argumentCount = 1
        unit.positionalOnlyCount = 1
        unit.code.position = position
        switch kind {
        case .list: unit.code.emit(.buildList, effect: 1)
        case .set: unit.code.emit(.buildSet, effect: 1)
        case .dict: unit.code.emit(.buildDict, effect: 1)
        case .generator: break
        }
        unit.code.emit(.loadLocal, 0, effect: 1)
        try emitClauses(comprehension, kind, 0, position)
        unit.code.position = position
        if kind == .generator { unit.code.emit(.loadNone, effect: 1) }
        unit.code.emit(.returnValue, effect: -1)
        let (code, scope) = endUnit()
        unit.code.position = position
        emitFunction(code, scope, [])
        let iterable = comprehension.clauses[0].iterable
        try emitIterable(iterable)
        unit.code.position = position
        unit.code.emit(.makeIterator, effect: 0)
        unit.code.emit(.call, 1, effect: -1)
    }

    /// The loops from clause `index` inwards; the iterator of that clause is on the stack.
    private mutating func emitClauses(
        _ comprehension: Comprehension, _ kind: ComprehensionKind, _ index: Int,
        _ position: SourcePosition
    ) throws(SyntaxFailure) {
        let clause = comprehension.clauses[index]
        let start = unit.code.makeLabel()
        let end = unit.code.makeLabel()
        guard index < 20 else {
            throw failure("too many statically nested blocks", tree.range(of: clause.target))
        }
        unit.code.place(start)
        unit.code.position = position
        try emitNext(clause.target, to: end)
        for condition in clause.conditions {
            try emitCondition(condition, to: start, when: false, position)
        }
        if index + 1 < comprehension.clauses.count {
            let iterable = comprehension.clauses[index + 1].iterable
            try emitIterable(iterable)
            unit.code.position = position
            unit.code.emit(.makeIterator, effect: 0)
            try emitClauses(comprehension, kind, index + 1, position)
        } else {
            try emitElement(comprehension, kind, depth: comprehension.clauses.count + 1)
        }
        unit.code.position = position
        unit.code.emit(.jumpBackward, to: start)
        unit.code.place(end)
    }

    private mutating func emitElement(
        _ comprehension: Comprehension, _ kind: ComprehensionKind, depth: Int
    ) throws(SyntaxFailure) {
        let place = tree.position(tree.range(of: comprehension.element))
        try emit(comprehension.element)
        switch kind {
        case .list:
            unit.code.position = place
            unit.code.emit(.listAppend, depth, effect: -1)
        case .set:
            unit.code.position = place
            unit.code.emit(.setAdd, depth, effect: -1)
        case .dict:
            try emit(comprehension.value)
            unit.code.position = place
            unit.code.emit(.dictSet, depth, effect: -2)
        case .generator:
            unit.code.position = place
            unit.code.emit(.yieldValue, effect: 0)
            unit.code.emit(.popTop, effect: -1)
        }
    }

    // MARK: Classes

    mutating func compileClass(
        _ definition: ClassDefinition, _ range: TokenRange
    ) throws(SyntaxFailure) {
        for decorator in definition.decorators { try emit(decorator) }
        let position = tree.position(range)
        let mangled = analysis.mangle(definition.name, unit.scope)
        let name = tree.name(definition.name)
        beginUnit(
            .statement(range.first), name: name, flags: .classBody, line: Int(position.line))
        renameIfGlobal(mangled, name)
        try emitClassBody(definition)
        let (code, scope) = endUnit()
        unit.code.position = position
        emitFunction(code, scope, [])
        let start = Int(definition.argumentStart)
        let arguments = Array(tree.arguments[start..<(start + Int(definition.argumentCount))])
        try emitPositionalTuple(arguments)
        try emitKeywordDict(arguments, isCall: false)
        unit.code.position = position
        let text = name.unicodeScalars.map(\.value)
        if unit.code.isReachable {
            unit.code.emit(.buildClass, unit.code.constantIndex(.string(text)), effect: -2)
        }
        try emitDecoratorCalls(definition.decorators)
        unit.code.position = position
        try emitName(definition.name, .store, range)
    }

    private mutating func emitClassBody(_ definition: ClassDefinition) throws(SyntaxFailure) {
        unit.code.position = SourcePosition(
            line: unit.firstLine, column: 0, endLine: unit.firstLine, endColumn: 0)
        let moduleName = nameIndex(analysis.intern("__name__"))
        unit.code.emit(.loadName, moduleName, effect: 1)
        unit.code.emit(.storeName, nameIndex(analysis.intern("__module__")), effect: -1)
        unit.code.emitConstant(.string(unit.qualifiedName.unicodeScalars.map(\.value)))
        unit.code.emit(.storeName, nameIndex(analysis.intern("__qualname__")), effect: -1)
        if hasAnnotations(definition.body) { unit.code.emit(.setUpAnnotations, effect: 0) }
        var body = definition.body[...]
        if let text = docstring(definition.body) {
            unit.docstring = text
            body = body.dropFirst()
            unit.code.emitConstant(.string(text))
            unit.code.emit(.storeName, nameIndex(analysis.intern("__doc__")), effect: -1)
        }
        try compile(body)
        if unit.scope.needsClassCell, let index = unit.cellSlots[analysis.classCell] {
            unit.code.emit(.loadClosure, index, effect: 1)
        } else {
            unit.code.emit(.loadNone, effect: 1)
        }
        unit.code.emit(.returnValue, effect: -1)
    }
}

extension Parameters {
    /// In the order of the text.
    var inOrder: [Parameter] {
        var result = positionalOnly + positional
        if let variadic { result.append(variadic) }
        result += keywordOnly
        if let keywords { result.append(keywords) }
        return result
    }
}
