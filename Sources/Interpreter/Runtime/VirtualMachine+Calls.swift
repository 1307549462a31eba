/// Calls.
extension VirtualMachine {
    /// Calls a value.
    package func call(
        _ callable: Value, _ positional: [Value] = [],
        keywords: [(name: StringObject, value: Value)] = []
    ) throws -> Value {
        try call(callable, receiver: nil, positional, keywords: keywords)
    }

    /// Calls a value with one argument: what `key=` functions, `map` and `filter` do for each item.
    func call(_ callable: Value, with argument: Value) throws -> Value {
        try withUnsafePointer(to: argument) { pointer in
            // Arguments stay the caller's and are not written to.
            try invoke(
                callable, receiver: nil, UnsafeMutablePointer(mutating: pointer), positional: 1,
                keywords: nil)
        }
    }

    package func call(_ callable: Value, _ arguments: CallArguments) throws -> Value {
        try call(callable, receiver: nil, arguments.positional, keywords: arguments.keywords)
    }

    /// Calls a value with `receiver`, if there is one, as its first argument.
    func call(
        _ callable: Value, receiver: Value?, _ positional: [Value],
        keywords: [(name: StringObject, value: Value)] = []
    ) throws -> Value {
        let count = positional.count + keywords.count
        return try withUnsafeTemporaryAllocation(of: Value.self, capacity: count + 1) { buffer in
            guard let base = buffer.baseAddress else { return .none }
            var used = 0
            defer { base.deinitialize(count: used) }
            for value in positional {
                (base + used).initialize(to: value)
                used += 1
            }
            for keyword in keywords {
                (base + used).initialize(to: keyword.value)
                used += 1
            }
            return try invoke(
                callable, receiver: receiver, base, positional: positional.count,
                keywords: keywords.isEmpty ? nil : keywords.map(\.name))
        }
    }

    /// Calls the method of a value. `name` is interned.
    package func callMethod(
        _ value: Value, _ name: StringObject, _ positional: [Value] = [],
        keywords: [(name: StringObject, value: Value)] = []
    ) throws -> Value {
        let type = type(of: value)
        if type.slots.getAttribute == nil, let found = lookUp(type, name),
            case .object(let function) = found, function.kind == .function,
            case .object(let object) = value, object.kind != .type, object.kind != .module,
            object.kind != .superObject, ownAttribute(object, name) == nil
        {
            return try call(found, receiver: value, positional, keywords: keywords)
        }
        return try call(getAttribute(value, name), positional, keywords: keywords)
    }

    package func callMethod(
        _ value: Value, _ name: String, _ positional: [Value] = []
    ) throws -> Value {
        try callMethod(value, intern(name), positional)
    }

    /// Calls the special method of the value's class; `nil` when it has none.
    func callSpecial(
        _ value: Value, _ name: StringObject, _ positional: [Value] = []
    ) throws -> Value? {
        let type = type(of: value)
        guard let found = lookUp(type, name) else { return nil }
        if case .object(let function) = found, function.kind == .function {
            if positional.isEmpty { return try call(found, with: value) }
            return try call(found, receiver: value, positional)
        }
        if found.isNone { throw notCallable(.none) }
        let bound = try bindDescriptor(found, instance: value, owner: type)
        return try call(bound, positional)
    }

    /// As `callSpecial` with one argument.
    func callSpecial(
        _ value: Value, _ name: StringObject, with argument: Value
    ) throws -> Value? {
        guard let found = lookUp(type(of: value), name) else { return nil }
        guard case .object(let object) = found, object.kind == .function else {
            return try callSpecial(value, name, [argument])
        }
        return try withUnsafePointer(to: argument) { pointer in
            try invoke(
                unsafeDowncast(object, to: FunctionObject.self), receiver: value,
                UnsafeMutablePointer(mutating: pointer), positional: 1, keywords: nil)
        }
    }

    /// Whether a value can be called.
    package func isCallable(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object.kind {
        case .function, .nativeFunction, .boundMethod, .type: return true
        default: return object.type.slots.call != nil
        }
    }

    /// Calls with the arguments in memory: `positional` values, then one for each keyword. They stay the caller's.
    func invoke(
        _ callable: Value, receiver: Value?, _ arguments: UnsafeMutablePointer<Value>,
        positional: Int, keywords: [StringObject]?
    ) throws -> Value {
        guard case .object(let object) = callable else { throw notCallable(callable) }
        switch object.kind {
        case .function:
            return try invoke(
                unsafeDowncast(object, to: FunctionObject.self), receiver: receiver, arguments,
                positional: positional, keywords: keywords)
        case .nativeFunction:
            return try invoke(
                unsafeDowncast(object, to: NativeFunction.self), receiver: receiver, arguments,
                positional: positional, keywords: keywords)
        case .boundMethod where receiver == nil:
            let method = unsafeDowncast(object, to: BoundMethod.self)
            return try invoke(
                method.function, receiver: method.receiver, arguments, positional: positional,
                keywords: keywords)
        case .type where receiver == nil:
            return try construct(
                unsafeDowncast(object, to: TypeObject.self), arguments, positional: positional,
                keywords: keywords)
        default:
            var values = receiver.map { [$0] } ?? []
            values.append(contentsOf: UnsafeBufferPointer(start: arguments, count: positional))
            let pairs = (keywords ?? []).enumerated().map { index, name in
                (name: name, value: arguments[positional + index])
            }
            if object.kind == .boundMethod || object.kind == .type {
                return try call(callable, values, keywords: pairs)
            }
            guard let slot = object.type.slots.call else { throw notCallable(callable) }
            return try nested {
                try slot(self, callable, CallArguments(values, keywords: pairs))
            }
        }
    }

    func notCallable(_ value: Value) -> PythonError {
        typeError("'\(typeName(value))' object is not callable")
    }

    // MARK: Natives

    /// Calls a native.
    func invoke(
        _ native: NativeFunction, receiver: Value?, _ arguments: UnsafeMutablePointer<Value>,
        positional: Int, keywords: [StringObject]?
    ) throws -> Value {
        if heap.hasAbandoned { try finishAbandoned() }
        var arguments = arguments
        var positional = positional
        switch native.code {
        case .function(let body):
            if native.plainCount == positional, keywords == nil, receiver == nil {
                return try body(self, Arguments(base: arguments, count: positional))
            }
            if let receiver {
                // A plain function stored in a class is not bound; the receiver is dropped by its caller.
                _ = receiver
            }
            return try bindChecked(native, arguments, positional, keywords) { try body(self, $0) }
        case .method(let body):
            var target: Value
            if let receiver {
                target = receiver
            } else {
                guard positional > 0 else {
                    let owner = native.owner?.name ?? "object"
                    throw typeError(
                        native.isSlotWrapper
                            ? "descriptor '\(native.name)' of '\(owner)' object needs an argument"
                            : "unbound method \(owner).\(native.name)() needs an argument")
                }
                target = arguments[0]
                arguments += 1
                positional -= 1
                if let owner = native.owner, !isInstance(target, owner) {
                    throw typeError(
                        native.isSlotWrapper
                            ? "descriptor '\(native.name)' requires a '\(owner.name)' object but "
                                + "received a '\(typeName(target))'"
                            : "descriptor '\(native.name)' for '\(owner.name)' objects doesn't "
                                + "apply to a '\(typeName(target))' object")
                }
            }
            if native.owner !== types.object, let inner = target.wrappedNumber { target = inner }
            if native.plainCount == positional, keywords == nil {
                return try body(self, target, Arguments(base: arguments, count: positional))
            }
            return try bindChecked(native, arguments, positional, keywords) {
                try body(self, target, $0)
            }
        }
    }

    /// Binds arguments after the native's own check, which may have put others in their place.
    private func bindChecked(
        _ native: NativeFunction, _ arguments: UnsafeMutablePointer<Value>, _ positional: Int,
        _ keywords: [StringObject]?, _ body: (Arguments) throws -> Value
    ) throws -> Value {
        guard let check = native.check,
            let changed = try check(self, arguments, positional, keywords ?? [])
        else { return try bind(native, arguments, positional, keywords, body) }
        let count = changed.positional.count + changed.keywords.count
        return try withUnsafeTemporaryAllocation(of: Value.self, capacity: count + 1) { buffer in
            guard let base = buffer.baseAddress else { return .none }
            var used = 0
            defer { base.deinitialize(count: used) }
            for value in changed.positional + changed.keywords.map(\.value) {
                (base + used).initialize(to: value)
                used += 1
            }
            return try bind(
                native, base, changed.positional.count,
                changed.keywords.isEmpty ? nil : changed.keywords.map(\.name), body)
        }
    }

    /// Binds arguments to a native's parameters.
    private func bind(
        _ native: NativeFunction, _ arguments: UnsafeMutablePointer<Value>, _ positional: Int,
        _ keywords: [StringObject]?, _ body: (Arguments) throws -> Value
    ) throws -> Value {
        let parameters = native.signature.parameters
        let defaults = native.signature.defaultValues(self)
        let count = parameters.count
        if keywords == nil, positional <= count, positional >= native.signature.requiredCount {
            // Nothing but places to fill: the common case of optional arguments.
            return try withUnsafeTemporaryAllocation(of: Value.self, capacity: count + 1) {
                guard let base = $0.baseAddress else { return .none }
                for index in 0..<positional {
                    (base + index).initializeCopy(of: arguments + index)
                }
                for index in positional..<count { (base + index).initialize(to: defaults[index]) }
                defer { for index in 0..<count { (base + index).drop() } }
                return try body(Arguments(base: base, count: count))
            }
        }
        return try withUnsafeTemporaryAllocation(of: Value.self, capacity: count + 1) { buffer in
            guard let base = buffer.baseAddress else { return .none }
            base.initialize(repeating: .undefined, count: count)
            defer { base.deinitialize(count: count) }
            var given = 0
            var index = 0
            var extraKeywords: DictObject?
            var extraIndex = -1
            while index < count {
                switch parameters[index].kind {
                case .positionalOnly, .either:
                    if given < positional {
                        base[index] = arguments[given]
                        given += 1
                    }
                case .variadic:
                    var rest: [Value] = []
                    rest.reserveCapacity(max(0, positional - given))
                    for place in given..<max(given, positional) { rest.append(arguments[place]) }
                    base[index] = tuple(rest)
                    given = positional
                case .keywordOnly: break
                case .keywords:
                    extraIndex = index
                    let made = makeDict()
                    extraKeywords = made
                    base[index] = .object(made)
                }
                index += 1
            }
            if given < positional {
                throw tooMany(native, positional, keywords: keywords?.count ?? 0)
            }
            if let keywords {
                let names = native.signature.parameterNames(self)
                for (offset, keyword) in keywords.enumerated() {
                    let value = arguments[positional + offset]
                    let target = names.firstIndex { $0 === keyword || $0.isEqual(to: keyword) }
                    if let target, target != extraIndex, parameters[target].kind != .variadic,
                        parameters[target].kind != .positionalOnly
                    {
                        if !base[target].isUndefined {
                            throw typeError(
                                "\(native.name)() got multiple values for argument "
                                    + "'\(keyword.swiftString)'")
                        }
                        base[target] = value
                    } else if let extraKeywords {
                        extraKeywords.setValue(value, forName: keyword)
                    } else {
                        throw unexpectedKeyword(native, keyword.swiftString, positional)
                    }
                }
            }
            var missing = false
            for index in 0..<count where base[index].isUndefined {
                base[index] = defaults[index]
                if base[index].isUndefined, parameters[index].defaultText == nil { missing = true }
            }
            if missing {
                let absent = (0..<count).filter {
                    base[$0].isUndefined && parameters[$0].defaultText == nil
                }
                throw missingArguments(native, absent.map { parameters[$0] }, positional)
            }
            return try body(Arguments(base: base, count: count))
        }
    }
}
