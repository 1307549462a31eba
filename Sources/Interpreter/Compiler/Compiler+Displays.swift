/// Displays, f-strings, calls and targets.
extension Compiler {
    mutating func emitDisplay(
        _ items: ExpressionList, _ opcode: Opcode, _ range: TokenRange
    ) throws(SyntaxFailure) {
        let values = Array(tree[items])
        let position = tree.position(range)
        if opcode == .buildList, values.count > 2, let constants = constants(of: items) {
            unit.code.emit(.buildList, effect: 1)
            unit.code.emitConstant(.tuple(constants))
            unit.code.emit(.listExtend, effect: -1)
            return
        }
        let star = values.firstIndex(where: isStarred)
        // A long display is built piece by piece: the stack stays small.
        let longest = 4096
        if star == nil, values.count <= longest {
            for value in values { try emit(value) }
            unit.code.position = position
            unit.code.emit(opcode, values.count, effect: 1 - values.count)
            return
        }
        let firstStar = min(star ?? 0, longest)
        for value in values[..<firstStar] { try emit(value) }
        unit.code.position = position
        let isSet = opcode == .buildSet
        unit.code.emit(isSet ? .buildSet : .buildList, firstStar, effect: 1 - firstStar)
        for value in values[firstStar...] {
            if case .starred(let inner) = tree[value] {
                try emit(inner)
                unit.code.position = position
                unit.code.emit(isSet ? .setUpdate : .listExtend, effect: -1)
            } else {
                try emit(value)
                unit.code.position = position
                unit.code.emit(isSet ? .setAdd : .listAppend, 1, effect: -1)
            }
        }
        if opcode == .buildTuple { unit.code.emit(.listToTuple, effect: 0) }
    }

    mutating func emitDict(_ items: [ExpressionID], _ range: TokenRange) throws(SyntaxFailure) {
        let position = tree.position(range)
        var pending = 0
        var hasDict = false
        var index = 0
        func flush(_ compiler: inout Compiler) {
            if pending == 0, hasDict { return }
            compiler.unit.code.position = position
            compiler.unit.code.emit(.buildDict, pending, effect: 1 - 2 * pending)
            if hasDict { compiler.unit.code.emit(.dictUpdate, effect: -1) }
            hasDict = true
            pending = 0
        }
        while index < items.count {
            if items[index].exists {
                try emit(items[index])
                try emit(items[index + 1])
                pending += 1
                // The stack stays small however long the display is.
                if pending == 4096 { flush(&self) }
            } else {
                flush(&self)
                try emit(items[index + 1])
                unit.code.position = position
                unit.code.emit(.dictUpdate, effect: -1)
            }
            index += 2
        }
        flush(&self)
    }

    // MARK: f-strings

    mutating func emitJoined(_ items: ExpressionList, _ range: TokenRange) throws(SyntaxFailure) {
        let parts = Array(tree[items])
        for part in parts { try emit(part) }
        unit.code.position = tree.position(range)
        if parts.count == 1, case .formatted = tree[parts[0]] { return }
        if parts.isEmpty { return unit.code.emitConstant(.string([])) }
        if parts.count > 1 { unit.code.emit(.buildString, parts.count, effect: 1 - parts.count) }
    }

    mutating func emitFormatted(
        _ value: ExpressionID, _ flags: UInt8, _ specification: ExpressionID, _ range: TokenRange
    ) throws(SyntaxFailure) {
        try emit(value)
        if specification.exists { try emit(specification) }
        unit.code.position = tree.position(range)
        unit.code.emit(.formatValue, detail: flags, effect: specification.exists ? -1 : 0)
    }

    // MARK: Calls

    /// Whether a call can be made without binding its method first.
    func isMethodCall(_ id: ExpressionID) -> Bool {
        guard case .call(let function, let start, let count) = tree[id],
            case .attribute = tree[function], count < 1000
        else { return false }
        return tree.arguments[Int(start)..<Int(start + count)].allSatisfy {
            $0.kind == .positional || $0.kind == .keyword
        }
    }

    /// The rest of a call: what is called, or the object whose method is, is on the stack.
    mutating func emitCall(
        _ function: ExpressionID, _ arguments: [Argument], _ range: TokenRange, isMethod: Bool
    ) throws(SyntaxFailure) {
        var position = tree.position(range)
        if isMethod, case .attribute(_, let name) = tree[function] {
            let functionRange = tree.range(of: function)
            let place = tree.position(functionRange)
            let index = attributeIndex(name)
            unit.code.position = memberPosition(place, Int(functionRange.last))
            if place.line != place.endLine {
                position.line = unit.code.position.line
                position.column = unit.code.position.column
            }
            unit.code.emit(.loadMethod, index, extra: unit.code.makeCache(), effect: 1)
        }
        try checkKeywords(arguments, range)
        let isSimple =
            arguments.count < 1000
            && arguments.allSatisfy { $0.kind == .positional || $0.kind == .keyword }
        guard isSimple else {
            unit.code.position = position
            try emitPositionalTuple(arguments)
            unit.code.position = position
            let hasKeywords = arguments.contains { $0.kind == .keyword || $0.kind == .doubleStar }
            if hasKeywords { try emitKeywordDict(arguments, isCall: true) }
            unit.code.position = position
            unit.code.emit(.callExtended, hasKeywords ? 1 : 0, effect: hasKeywords ? -2 : -1)
            return
        }
        for argument in arguments where argument.kind == .positional { try emit(argument.value) }
        let keywords = arguments.filter { $0.kind == .keyword }
        for argument in keywords { try emit(argument.value) }
        unit.code.position = position
        let count = arguments.count
        let effect = isMethod ? -count - 1 : -count
        if keywords.isEmpty {
            unit.code.emit(isMethod ? .callMethod : .call, count, effect: effect)
        } else if unit.code.isReachable {
            let names = keywords.map { ConstantValue.string(text(of: $0.name)) }
            unit.code.emit(
                isMethod ? .callMethodKeywords : .callKeywords,
                unit.code.constantIndex(.tuple(names)), extra: count, effect: effect)
        }
    }

    private func text(of name: NameID) -> [UInt32] { tree.name(name).unicodeScalars.map(\.value) }

    private func checkKeywords(
        _ arguments: [Argument], _ range: TokenRange
    ) throws(SyntaxFailure) {
        var seen: Set<NameID> = []
        for argument in arguments where argument.kind == .keyword {
            if tree.name(argument.name) == "__debug__" {
                throw failure("cannot assign to __debug__", range)
            }
            guard seen.insert(argument.name).inserted else {
                throw failure(
                    "keyword argument repeated: \(tree.name(argument.name))", argument.range)
            }
        }
    }

    /// The positional arguments, unpacked ones included, as a tuple.
    mutating func emitPositionalTuple(_ arguments: [Argument]) throws(SyntaxFailure) {
        let values = arguments.filter { $0.kind == .positional || $0.kind == .star }
        let position = unit.code.position
        let isPlain = values.count < 1000 && values.allSatisfy { $0.kind == .positional }
        if !isPlain { unit.code.emit(.buildList, effect: 1) }
        for value in values {
            try emit(value.value)
            unit.code.position = position
            if isPlain { continue }
            if value.kind == .star {
                unit.code.emit(.listExtend, effect: -1)
            } else {
                unit.code.emit(.listAppend, 1, effect: -1)
            }
        }
        if isPlain {
            unit.code.emit(.buildTuple, values.count, effect: 1 - values.count)
        } else {
            unit.code.emit(.listToTuple, effect: 0)
        }
    }

    /// The keyword arguments, unpacked ones included, as a dictionary.
    mutating func emitKeywordDict(
        _ arguments: [Argument], isCall: Bool
    ) throws(SyntaxFailure) {
        if !isCall, let first = arguments.first { try checkKeywords(arguments, first.range) }
        let position = unit.code.position
        unit.code.emit(.buildDict, effect: 1)
        var pending = 0
        func flush(_ compiler: inout Compiler) {
            guard pending > 0 else { return }
            compiler.unit.code.position = position
            compiler.unit.code.emit(.buildDict, pending, effect: 1 - 2 * pending)
            compiler.unit.code.emit(.dictMerge, effect: -1)
            pending = 0
        }
        for argument in arguments {
            switch argument.kind {
            case .keyword:
                unit.code.emitConstant(.string(text(of: argument.name)))
                try emit(argument.value)
                pending += 1
                if pending == 1000 { flush(&self) }
            case .doubleStar:
                flush(&self)
                try emit(argument.value)
                unit.code.position = position
                unit.code.emit(.dictMerge, effect: -1)
            default: break
            }
        }
        flush(&self)
    }

    // MARK: Targets

    /// Stores the value on top in a target.
    mutating func emitStore(_ id: ExpressionID) throws(SyntaxFailure) {
        let range = tree.range(of: id)
        let position = tree.position(range)
        unit.code.position = position
        switch tree[id] {
        case .name(let name): try emitName(name, .store, range)
        case .attribute(let object, let name):
            try emit(object)
            if tree.name(name) == "__debug__" { throw failure("cannot assign to __debug__", range) }
            let index = attributeIndex(name)
            unit.code.position = memberPosition(position, Int(range.last))
            unit.code.emit(.storeAttribute, index, extra: unit.code.makeCache(), effect: -2)
        case .subscript(let object, let key):
            try emit(object)
            try emit(key)
            unit.code.position = position
            unit.code.emit(.storeSubscript, effect: -3)
        case .tuple(let items), .list(let items): try emitUnpack(Array(tree[items]), range)
        case .starred:
            throw failure("starred assignment target must be in a list or tuple", range)
        default: throw failure("cannot assign to expression", range)
        }
    }

    private mutating func emitUnpack(
        _ targets: [ExpressionID], _ range: TokenRange
    ) throws(SyntaxFailure) {
        if let star = targets.firstIndex(where: isStarred) {
            let after = targets.count - star - 1
            guard !targets[(star + 1)...].contains(where: isStarred) else {
                throw failure("multiple starred expressions in assignment", range)
            }
            guard star < 256 else {
                throw failure("too many expressions in star-unpacking assignment", range)
            }
            unit.code.emit(.unpackStarred, after, extra: star, effect: star + after)
        } else {
            unit.code.emit(.unpack, targets.count, effect: targets.count - 1)
        }
        for target in targets {
            if case .starred(let inner) = tree[target] {
                try emitStore(inner)
            } else {
                try emitStore(target)
            }
        }
    }

    mutating func emitDelete(_ id: ExpressionID) throws(SyntaxFailure) {
        let range = tree.range(of: id)
        let position = tree.position(range)
        unit.code.position = position
        switch tree[id] {
        case .name(let name): try emitName(name, .delete, range)
        case .attribute(let object, let name):
            try emit(object)
            let index = attributeIndex(name)
            unit.code.position = memberPosition(position, Int(range.last))
            unit.code.emit(.deleteAttribute, index, effect: -1)
        case .subscript(let object, let key):
            try emit(object)
            try emit(key)
            unit.code.position = position
            unit.code.emit(.deleteSubscript, effect: -2)
        case .tuple(let items), .list(let items):
            for item in Array(tree[items]) { try emitDelete(item) }
        default: throw failure("cannot delete expression", range)
        }
    }
}
