// From the tree to instructions. `Instruction.swift` says how exceptions, finally, with and generators
// work in terms of instructions; here is only what emits them.
//
// `blocks` lists the statements around the place being compiled that leave something on the stack or must be
// told when control leaves them. `return`, `break` and `continue` leave them from the inside outwards.

/// A statement that control leaves with some ceremony.
enum Block {
    case loop(start: Label, end: Label, hasIterator: Bool)
    case tryBody
    case handler(name: NameID?)
    case finallyBefore(body: Label)
    case finallyBody
    case with(SourcePosition)
    /// Counts towards the limit of nested blocks and no more.
    case padding
}

struct Compiler {
    var analysis: ScopeAnalysis
    let filename: String
    var unit: Unit
    /// Set by `from __future__ import annotations`.
    var keepsAnnotationsAsText = false
    /// What asks for the truth of the condition being compiled: an object that has none is said to fail there.
    var conditionPlace: SourcePosition?
    /// What is to be said of the text although it is valid.
    var warnings: [SourceWarning] = []
    private var outer: [Unit] = []

    /// One code object in the making.
    struct Unit {
        var code = CodeBuilder()
        let scope: Scope
        let name: String
        let qualifiedName: String
        var flags: CodeFlags
        var firstLine: Int
        var slots: [NameID: Int] = [:]
        var localNames: [String] = []
        var cellSlots: [NameID: Int] = [:]
        var blocks: [(block: Block, outerHandler: Handler)] = []
        /// Handlers that stand after everything else.
        var cold: [ColdHandler] = []
        var argumentCount = 0
        var positionalOnlyCount = 0
        var keywordOnlyCount = 0
        var docstring: [UInt32]?
    }

    struct ColdHandler {
        var label: Label
        var depth: Int
        var covered: Handler
        var opcode: Opcode
        /// The name of `except … as name`, to be removed first.
        var name: NameID?
    }

    init(_ analysis: ScopeAnalysis, filename: String) {
        self.analysis = analysis
        self.filename = filename
        let scope =
            analysis.scopes[.module] ?? Scope(.module, parent: nil, name: "", className: nil)
        unit = Unit(
            scope: scope, name: "<module>", qualifiedName: "<module>", flags: .module, firstLine: 1)
    }

    var tree: SyntaxTree { _read { yield analysis.tree } }

    func failure(_ message: String, _ range: TokenRange) -> SyntaxFailure {
        compileFailure(message, analysis.tree, range, filename)
    }

    // MARK: Units

    mutating func compileModule(_ mode: CompileMode) throws(SyntaxFailure) -> CodeObject {
        let body = tree.body
        if mode == .expression {
            if case .expression(let value)? = body.first?.node {
                try emit(value)
                unit.code.emit(.returnValue, effect: -1)
            }
            return finishUnit()
        }
        unit.code.position = SourcePosition(line: 1, column: 0, endLine: 1, endColumn: 0)
        if hasAnnotations(body) { unit.code.emit(.setUpAnnotations, effect: 0) }
        var rest = body[...]
        if mode == .module, let text = docstring(body) {
            unit.docstring = text
            unit.code.emitConstant(.string(text))
            emitStoreGlobal("__doc__")
            rest = rest.dropFirst()
        }
        var result: ExpressionID?
        if mode == .cell, let last = rest.last, case .expression(let value) = last.node,
            !endsInSemicolon(last)
        {
            result = value
            rest = rest.dropLast()
        }
        try compile(rest)
        if let result {
            unit.flags.insert(.hasResult)
            try emit(result)
            unit.code.emit(.setResult, effect: -1)
        }
        emitImplicitReturn()
        return finishUnit()
    }

    private func endsInSemicolon(_ statement: Statement) -> Bool {
        tree.tokens[Int(statement.range.last) + 1].kind == .semicolon
    }

    mutating func emitImplicitReturn() {
        unit.code.emit(.loadNone, effect: 1)
        unit.code.emit(.returnValue, effect: -1)
    }

    func docstring(_ body: [Statement]) -> [UInt32]? {
        guard case .expression(let id)? = body.first?.node, case .constant(let index) = tree[id],
            case .string(let text) = tree.constants[Int(index)]
        else { return nil }
        return text
    }

    /// Starts the code object of an inner scope.
    mutating func beginUnit(_ key: ScopeKey, name: String, flags: CodeFlags, line: Int) {
        guard let scope = analysis.scopes[key] else {
            preconditionFailure("the scope of \(name) was not analysed")
        }
        var flags = flags
        if scope.isGenerator { flags.insert(.generator) }
        if unit.scope.isFunction { flags.insert(.nested) }
        var inner = Unit(
            scope: scope, name: name, qualifiedName: qualifiedName(name), flags: flags,
            firstLine: line)
        for (index, cell) in (scope.cells + scope.frees).enumerated() {
            inner.cellSlots[cell] = index
        }
        outer.append(unit)
        unit = inner
    }

    private func qualifiedName(_ name: String) -> String {
        switch unit.scope.kind {
        case .module: return name
        case .classBody, .comprehension: return unit.qualifiedName + "." + name
        default: return unit.qualifiedName + ".<locals>." + name
        }
    }

    /// The name of a function or class that is declared `global` is not qualified.
    mutating func renameIfGlobal(_ id: NameID, _ name: String) {
        guard let parent = outer.last else { return }
        if parent.scope.uses[id]?.contains(.global) == true {
            let old = unit
            unit = Unit(
                code: old.code, scope: old.scope, name: name, qualifiedName: name,
                flags: old.flags, firstLine: old.firstLine, slots: old.slots,
                localNames: old.localNames, cellSlots: old.cellSlots)
        }
    }

    /// Ends the inner code object and goes back to the one around it.
    mutating func endUnit() -> (code: CodeObject, scope: Scope) {
        let scope = unit.scope
        let code = finishUnit()
        if let last = outer.popLast() { unit = last }
        return (code, scope)
    }

    private mutating func finishUnit() -> CodeObject {
        for handler in unit.cold {
            unit.code.handler = handler.covered
            unit.code.placeHandler(handler.label, depth: handler.depth)
            unit.code.position = .none
            if let name = handler.name { emitForget(name) }
            unit.code.emit(handler.opcode, effect: 0)
        }
        let result = unit.code.finish()
        let scope = unit.scope
        let parameterCount =
            unit.argumentCount + unit.keywordOnlyCount
            + (unit.flags.contains(.variadicPositional) ? 1 : 0)
            + (unit.flags.contains(.variadicKeywords) ? 1 : 0)
        let cells = scope.cells.map { name -> CellVariable in
            let slot = unit.slots[name] ?? -1
            return CellVariable(
                name: tree.name(name), parameterSlot: slot < parameterCount ? slot : -1)
        }
        return CodeObject(
            instructions: result.instructions, positions: result.positions,
            constants: result.constants, names: result.names, localNames: unit.localNames,
            cellVariables: cells, freeVariables: scope.frees.map { tree.name($0) },
            argumentCount: unit.argumentCount, positionalOnlyCount: unit.positionalOnlyCount,
            keywordOnlyCount: unit.keywordOnlyCount, flags: unit.flags,
            exceptionTable: result.exceptionTable, stackSize: result.stackSize,
            cacheCount: result.cacheCount, name: unit.name, qualifiedName: unit.qualifiedName,
            filename: filename, firstLine: unit.firstLine, docstring: unit.docstring)
    }

    // MARK: Names

    mutating func slot(_ name: NameID) -> Int {
        if let known = unit.slots[name] { return known }
        unit.slots[name] = unit.localNames.count
        unit.localNames.append(tree.name(name))
        return unit.localNames.count - 1
    }

    mutating func nameIndex(_ id: NameID) -> Int {
        unit.code.nameIndex(id, analysis.tree.name(id))
    }

    mutating func attributeIndex(_ id: NameID) -> Int {
        nameIndex(analysis.mangle(id, unit.scope))
    }

    mutating func emitStoreGlobal(_ text: String) {
        let id = analysis.intern(text)
        let index = nameIndex(id)
        unit.code.emit(.storeGlobal, index, extra: unit.code.makeCache(), effect: -1)
    }

    enum Access { case load, store, delete }

    mutating func emitName(_ raw: NameID, _ access: Access, _ range: TokenRange)
        throws(SyntaxFailure)
    {
        if access != .load, tree.name(raw) == "__debug__" {
            throw failure(
                "cannot \(access == .store ? "assign to" : "delete") __debug__", range)
        }
        emitName(raw, access)
    }

    mutating func emitName(_ raw: NameID, _ access: Access) {
        let name = analysis.mangle(raw, unit.scope)
        let effect = access == .load ? 1 : access == .store ? -1 : 0
        let meaning = unit.scope.meanings[name] ?? .global
        switch meaning {
        case .cell, .free:
            guard let index = unit.cellSlots[name] else { return }
            let opcode: Opcode
            switch access {
            case .load: opcode = unit.scope.kind == .classBody ? .loadClassCell : .loadCell
            case .store: opcode = .storeCell
            case .delete: opcode = .deleteCell
            }
            unit.code.emit(opcode, index, effect: effect)
        case .local where unit.scope.isFunction:
            let index = slot(name)
            unit.code.emit(
                access == .load ? .loadLocal : access == .store ? .storeLocal : .deleteLocal, index,
                effect: effect)
        case .local:
            let index = nameIndex(name)
            unit.code.emit(
                access == .load ? .loadName : access == .store ? .storeName : .deleteName, index,
                effect: effect)
        case .global:
            let isClass = unit.scope.kind == .classBody
            let index = nameIndex(name)
            let isExplicit = unit.scope.uses[name]?.contains(.global) == true
            if isClass, !isExplicit {
                unit.code.emit(.loadName, index, effect: effect)
                return
            }
            switch access {
            case .load:
                unit.code.emit(.loadGlobal, index, extra: unit.code.makeCache(), effect: effect)
            case .store:
                unit.code.emit(.storeGlobal, index, extra: unit.code.makeCache(), effect: effect)
            case .delete: unit.code.emit(.deleteGlobal, index, effect: effect)
            }
        }
    }

    /// `name = None; del name`, after `except … as name`.
    mutating func emitForget(_ name: NameID) {
        unit.code.emit(.loadNone, effect: 1)
        emitName(name, .store)
        emitName(name, .delete)
    }

    // MARK: Blocks

    mutating func push(_ block: Block, _ range: TokenRange) throws(SyntaxFailure) {
        guard unit.blocks.count < 20 else {
            throw failure("too many statically nested blocks", range)
        }
        unit.blocks.append((block, unit.code.handler))
    }

    mutating func pop() { unit.blocks.removeLast() }

    /// Leaves the innermost blocks down to `count`, with or without a value on top.
    mutating func leaveBlocks(downTo count: Int, keepingTop: Bool) {
        for entry in unit.blocks[count...].reversed() {
            unit.code.handler = entry.outerHandler
            let keep = keepingTop ? 1 : 0
            switch entry.block {
            case .loop(_, _, let hasIterator):
                guard hasIterator else { continue }
                if keepingTop { unit.code.emit(.rotate, 2, effect: 0) }
                unit.code.emit(.popTop, effect: -1)
            case .tryBody, .padding: continue
            case .handler(let name):
                unit.code.emit(.popHandled, keep, effect: -1)
                if let name { emitForget(name) }
            case .finallyBefore(let body):
                let goOn = unit.code.makeLabel()
                if !keepingTop { unit.code.emit(.loadNone, effect: 1) }
                let depth = unit.code.depth
                guard unit.code.isReachable else { continue }
                unit.code.emitTarget(goOn)
                unit.code.emit(.jump, to: body)
                unit.code.place(goOn, depth: depth)
                if !keepingTop { unit.code.emit(.popTop, effect: -1) }
            case .finallyBody: unit.code.emit(.popFinally, keep, effect: -2)
            case .with(let position):
                let old = unit.code.position
                unit.code.position = position
                if keepingTop { unit.code.emit(.rotate, 2, effect: 0) }
                unit.code.emit(.exitWith, effect: 0)
                unit.code.emit(.popTop, effect: -1)
                unit.code.position = old
            }
        }
    }
}

extension ScopeAnalysis {
    /// The name with this text, made when there is none.
    mutating func intern(_ text: String) -> NameID {
        if let index = tree.names.firstIndex(of: text) { return NameID(index: Int32(index)) }
        tree.names.append(text)
        return NameID(index: Int32(tree.names.count - 1))
    }
}
