/// A callable that wraps another: `partial`, a cached function, `singledispatch`.
final class WrapperObject: InstanceObject {
    var function: Value
    var arguments: [Value] = []
    var keywords: DictObject?
    /// Results by arguments, the least recently used first.
    var cache: DictObject?
    var maximum: Int?
    var hits = 0
    var misses = 0
    var isTyped = false

    init(type: TypeObject, _ function: Value) {
        self.function = function
        super.init(type: type)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        withUnsafeMutablePointer(to: &function) { visitor.value($0) }
        visitor.elements(&arguments)
        visitor.linked(keywords)
        visitor.linked(cache)
    }

    override func clear() {
        super.clear()
        function = .none
        arguments = []
        keywords = nil
        cache = nil
    }
}

/// `functools`.
extension VirtualMachine {
    func makeFunctoolsModule() -> ModuleObject {
        let module = makeModule("functools", doc: "Functions that work on functions.")
        module.function(
            self, "reduce", "(function, iterable, initial=<unset>, /)",
            "Combine all items, two at a time."
        ) { vm, arguments in
            guard vm.isIterable(arguments[1]) else {
                throw vm.typeError("reduce() arg 2 must support iteration")
            }
            var result: Value? = arguments.isGiven(2) ? arguments[2] : nil
            try vm.iterate(arguments[1]) { item in
                if let before = result {
                    result = try vm.call(arguments[0], [before, item])
                } else {
                    result = item
                }
            }
            guard let result else {
                throw vm.typeError("reduce() of empty iterable with no initial value")
            }
            return result
        }
        addPartial(to: module)
        addCaches(to: module)
        addWraps(to: module)
        addOrdering(to: module)
        addDispatch(to: module)
        let copied = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"]
        module.set(self, "WRAPPER_ASSIGNMENTS", tuple(copied.map { string($0) }))
        module.set(self, "WRAPPER_UPDATES", tuple([string("__dict__")]))
        return module
    }

    func wrapper(_ value: Value) -> WrapperObject? {
        guard case .object(let object) = value else { return nil }
        return object as? WrapperObject
    }

    private func addPartial(to module: ModuleObject) {
        let type = makeType(
            name: "partial", module: "functools",
            doc: "partial(func, *args, **keywords) - new function with partial application\n"
                + "of the given arguments and keywords.\n",
            instanceAttributes: true)
        type.new(self, "(*args, **keywords)", "A function with some arguments given.") {
            vm, type, arguments in
            let given = arguments.variadic(0)
            guard let function = given.first else {
                throw vm.typeError("type 'partial' takes at least one argument")
            }
            guard vm.isCallable(function) else {
                throw vm.typeError("the first argument must be callable")
            }
            let keywords = arguments[1].dict ?? vm.makeDict()
            if let inner = vm.wrapper(function), inner.type === type {
                let made = WrapperObject(type: type, inner.function)
                made.arguments = inner.arguments + given.dropFirst()
                let merged = inner.keywords?.copy() ?? vm.makeDict()
                try vm.merge(keywords, into: merged)
                made.keywords = merged
                return .object(made)
            }
            let made = WrapperObject(type: type, function)
            made.arguments = Array(given.dropFirst())
            made.keywords = keywords
            return .object(made)
        }
        type.slots.call = { vm, value, call in
            guard let partial = vm.wrapper(value) else { return .none }
            var keywords = call.keywords
            for (key, value) in partial.keywords?.items ?? [] {
                guard let name = key.string,
                    !keywords.contains(where: { $0.name.isEqual(to: name) })
                else { continue }
                keywords.insert((vm.intern(name), value), at: 0)
            }
            return try vm.call(
                partial.function,
                CallArguments(partial.arguments + call.positional, keywords: keywords))
        }
        type.slots.repr = { vm, value in
            guard let partial = vm.wrapper(value) else { return "" }
            var parts = [try vm.repr(partial.function)]
            parts += try partial.arguments.map { try vm.repr($0) }
            for (key, value) in partial.keywords?.items ?? [] {
                parts.append("\(key.string?.swiftString ?? "")=\(try vm.repr(value))")
            }
            return "functools.partial(\(parts.joined(separator: ", ")))"
        }
        type.property(self, "func", get: { vm, value in vm.wrapper(value)?.function ?? .none })
        type.property(
            self, "args", get: { vm, value in vm.tuple(vm.wrapper(value)?.arguments ?? []) })
        type.property(
            self, "keywords",
            get: { vm, value in vm.wrapper(value)?.keywords.map { .object($0) } ?? .none })
        module.set(self, "partial", .object(type))
        let method = makeType(name: "partialmethod", module: "functools")
        method.new(self, "(func, /, *args, **keywords)", "A method with some arguments given.") {
            vm, type, arguments in
            let made = WrapperObject(type: type, arguments[0])
            made.arguments = arguments.variadic(1)
            made.keywords = arguments[2].dict
            return .object(made)
        }
        method.slots.descriptorGet = { vm, value, instance, owner in
            guard let wrapped = vm.wrapper(value), let instance else { return value }
            let made = WrapperObject(type: type, wrapped.function)
            made.arguments = [instance] + wrapped.arguments
            made.keywords = wrapped.keywords
            return .object(made)
        }
        module.set(self, "partialmethod", .object(method))
    }

    // MARK: Caches

    private func addCaches(to module: ModuleObject) {
        let information = makeTupleType(
            name: "CacheInfo", module: "functools",
            fields: ["hits", "misses", "maxsize", "currsize"])
        let type = makeType(
            name: "_lru_cache_wrapper", module: "functools", instanceAttributes: true)
        type.slots.call = { vm, value, call in
            guard let cached = vm.wrapper(value) else { return .none }
            return try vm.callCached(cached, call)
        }
        type.slots.descriptorGet = { vm, value, instance, _ in
            guard let instance else { return value }
            return .object(
                BoundMethod(type: vm.types.method, function: value, receiver: instance))
        }
        type.method(self, "cache_info", "()", "How often the cache helped.") { vm, value, _ in
            guard let cached = vm.wrapper(value) else { return .none }
            return .object(
                TupleObject(
                    type: information,
                    [
                        .int(cached.hits), .int(cached.misses),
                        cached.maximum.map { .int($0) } ?? .none,
                        .int(cached.cache?.count ?? 0),
                    ]))
        }
        type.method(self, "cache_clear", "()", "Forget all results.") { vm, value, _ in
            guard let cached = vm.wrapper(value) else { return .none }
            cached.cache?.removeAll()
            cached.hits = 0
            cached.misses = 0
            return .none
        }
        type.method(self, "cache_parameters", "()", "How the cache was made.") { vm, value, _ in
            guard let cached = vm.wrapper(value) else { return .none }
            let made = vm.makeDict()
            let maximum = cached.maximum.map { Value.int($0) } ?? .none
            try made.set(vm.string("maxsize"), maximum, vm)
            try made.set(vm.string("typed"), .bool(cached.isTyped), vm)
            return .object(made)
        }
        func make(_ vm: VirtualMachine, _ function: Value, _ maximum: Int?, _ typed: Bool) throws
            -> Value
        {
            guard vm.isCallable(function) else {
                throw vm.typeError("the first argument must be callable")
            }
            let made = WrapperObject(type: type, function)
            made.cache = vm.makeDict()
            made.maximum = maximum
            made.isTyped = typed
            try vm.copyIdentity(from: function, to: .object(made))
            return .object(made)
        }
        module.function(
            self, "lru_cache", "(maxsize=128, typed=False)", "Remember the results of a function."
        ) { vm, arguments in
            if vm.isCallable(arguments[0]) { return try make(vm, arguments[0], 128, false) }
            guard arguments[0].isNone || vm.isIndex(arguments[0]) else {
                throw vm.typeError("Expected first argument to be an integer, a callable, or None")
            }
            let maximum = arguments[0].isNone ? nil : max(0, try vm.index(arguments[0]))
            let typed = try vm.isTrue(arguments[1])
            return vm.function("decorating_function", "(user_function)") { vm, arguments in
                try make(vm, arguments[0], maximum, typed)
            }
        }
        module.function(self, "cache", "(user_function, /)", "Remember all results of a function.")
        {
            vm, arguments in try make(vm, arguments[0], nil, false)
        }
        module.set(self, "_lru_cache_wrapper", .object(type))
        addCachedProperty(to: module)
    }

    private func callCached(_ cached: WrapperObject, _ call: CallArguments) throws -> Value {
        guard let cache = cached.cache else { return .none }
        var parts = call.positional
        for (name, value) in call.keywords { parts += [.object(name), value] }
        if !call.keywords.isEmpty { parts.append(.int(call.positional.count)) }
        if parts.count == 1, call.keywords.isEmpty, !cached.isTyped {
            // A single number or string stands for itself in CPython; what equals it without being one does not.
            switch parts[0] {
            case .int: break
            case .object(let object) where object.type === types.str || object.kind == .bigInt:
                break
            default: parts.append(.object(types.tuple))
            }
        }
        if cached.isTyped { parts += parts.map { .object(type(of: $0)) } }
        let key = tuple(parts)
        if let known = try cache.get(key, self) {
            cached.hits += 1
            if cached.maximum != nil {
                try cache.remove(key, self)
                try cache.set(key, known, self)
            }
            return known
        }
        cached.misses += 1
        let result = try self.call(cached.function, call)
        if cached.maximum == 0 { return result }
        if let maximum = cached.maximum, cache.count >= maximum, try cache.get(key, self) == nil {
            var position = 0
            if let oldest = cache.nextEntry(&position) { try cache.remove(oldest.key, self) }
        }
        try cache.set(key, result, self)
        return result
    }

    private func addCachedProperty(to module: ModuleObject) {
        let type = makeType(
            name: "cached_property", module: "functools", doc: "A property computed once.",
            instanceAttributes: true)
        type.new(self, "(func)", "A property computed once.") { vm, type, arguments in
            .object(WrapperObject(type: type, arguments[0]))
        }
        type.method(self, "__set_name__", "(owner, name)", "") { vm, value, arguments in
            if let property = vm.wrapper(value) {
                let known = property.ownAttribute(vm.intern("attrname"))
                if let known, try !vm.equals(known, arguments[1]) {
                    throw vm.typeError(
                        "Cannot assign the same cached_property to two different names "
                            + "(\(try vm.repr(known)) and \(try vm.repr(arguments[1]))).")
                }
                property.setOwnAttribute(vm.intern("attrname"), arguments[1])
            }
            return .none
        }
        type.slots.descriptorGet = { vm, value, instance, _ in
            guard let instance, let property = vm.wrapper(value) else { return value }
            guard let name = property.ownAttribute(vm.intern("attrname"))?.string else {
                throw vm.typeError(
                    "Cannot use cached_property instance without calling __set_name__ on it.")
            }
            let result = try vm.call(property.function, [instance])
            if case .object(let object) = instance, let holder = object as? InstanceObject {
                holder.setOwnAttribute(vm.intern(name), result)
            }
            return result
        }
        module.set(self, "cached_property", .object(type))
    }
}
