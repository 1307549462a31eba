/// Functions, methods and `super` as values.
extension VirtualMachine {
    func installFunctions() {
        installFunctionType()
        installNativeFunctions()
        installMethod()
        installSuper()
        types.cell.property(
            self, "cell_contents",
            get: { vm, value in
                guard case .object(let object) = value, let cell = object as? CellObject,
                    !cell.value.isUndefined
                else { throw vm.valueError("Cell is empty") }
                return cell.value
            })
        func codeProperty(_ name: String, _ get: @escaping (VirtualMachine, CodeObject) -> Value) {
            types.code.property(
                self, name,
                get: { vm, value in
                    guard case .object(let object) = value, let code = object as? CodeReference
                    else { return .none }
                    return get(vm, code.code)
                })
        }
        codeProperty("co_name") { vm, code in vm.string(code.name) }
        codeProperty("co_qualname") { vm, code in vm.string(code.qualifiedName) }
        codeProperty("co_filename") { vm, code in vm.string(code.filename) }
        codeProperty("co_firstlineno") { vm, code in .int(code.firstLine) }
        codeProperty("co_argcount") { vm, code in .int(code.argumentCount) }
        codeProperty("co_posonlyargcount") { vm, code in .int(code.positionalOnlyCount) }
        codeProperty("co_kwonlyargcount") { vm, code in .int(code.keywordOnlyCount) }
        codeProperty("co_flags") { vm, code in
            let flags: [(CodeFlags, Int)] = [
                (.variadicPositional, 0x04), (.variadicKeywords, 0x08), (.nested, 0x10),
                (.generator, 0x20),
            ]
            // A function's names are slots, and new with each call.
            let own = code.flags.contains(.function) ? 0x03 : 0
            return .int(flags.reduce(own) { code.flags.contains($1.0) ? $0 | $1.1 : $0 })
        }
        codeProperty("co_varnames") { vm, code in
            vm.tuple(code.localNames.map { vm.string($0) })
        }
        codeProperty("co_names") { vm, code in vm.tuple(code.names.map { vm.string($0) }) }
        codeProperty("co_freevars") { vm, code in
            vm.tuple(code.freeVariables.map { vm.string($0) })
        }
        types.traceback.property(
            self, "tb_lineno",
            get: { vm, value in
                guard case .object(let object) = value, let trace = object as? TracebackObject,
                    let entry = trace.entries.last
                else { return .none }
                return .int(Int(entry.position.line))
            })
    }

    private func installFunctionType() {
        let type = types.function
        func property(
            _ name: String,
            set: ((VirtualMachine, FunctionObject, Value) throws -> Void)? = nil,
            _ get: @escaping (VirtualMachine, FunctionObject) -> Value
        ) {
            type.property(
                self, name,
                get: { vm, value in
                    guard case .object(let object) = value, object.kind == .function else {
                        return .none
                    }
                    return get(vm, unsafeDowncast(object, to: FunctionObject.self))
                },
                set: set.map { set in
                    { vm, value, new in
                        guard case .object(let object) = value, object.kind == .function else {
                            return
                        }
                        try set(vm, unsafeDowncast(object, to: FunctionObject.self), new)
                    }
                })
        }
        func text(_ vm: VirtualMachine, _ value: Value, _ name: String) throws -> String {
            guard let text = value.string else {
                throw vm.typeError("\(name) must be set to a string object")
            }
            return text.swiftString
        }
        property("__name__", set: { $1.name = try text($0, $2, "__name__") }) {
            $0.string($1.name)
        }
        property("__qualname__", set: { $1.qualifiedName = try text($0, $2, "__qualname__") }) {
            $0.string($1.qualifiedName)
        }
        property("__module__", set: { $1.module = $2 }) { $1.module }
        property("__doc__", set: { $1.doc = $2 }) { $1.doc }
        property("__annotations__", set: { $1.annotations = $2.dict }) { vm, function in
            if let present = function.annotations { return .object(present) }
            let made = vm.makeDict()
            function.annotations = made
            return .object(made)
        }
        property(
            "__defaults__",
            set: { vm, function, value in
                guard value.isNone || value.tuple != nil else {
                    throw vm.typeError("__defaults__ must be set to a tuple object")
                }
                function.defaults = value.tuple?.elements ?? []
            }
        ) { vm, function in
            function.defaults.isEmpty ? .none : vm.tuple(function.defaults)
        }
        property(
            "__kwdefaults__",
            set: { vm, function, value in
                guard value.isNone || value.dict != nil else {
                    throw vm.typeError("__kwdefaults__ must be set to a dict object")
                }
                function.keywordDefaults = (value.dict?.items ?? []).compactMap { key, value in
                    key.string.map { (vm.intern($0), value) }
                }
            }
        ) { vm, function in
            if function.keywordDefaults.isEmpty { return .none }
            let made = vm.makeDict()
            for (name, value) in function.keywordDefaults { made.setValue(value, forName: name) }
            return .object(made)
        }
        property("__closure__") { vm, function in
            function.closure.isEmpty ? .none : vm.tuple(function.closure.map { .object($0) })
        }
        property("__code__") { vm, function in
            .object(CodeReference(type: vm.types.code, function.code))
        }
        type.slots.repr = { vm, value in
            guard case .object(let object) = value, object.kind == .function else { return "" }
            let function = unsafeDowncast(object, to: FunctionObject.self)
            return "<function \(function.qualifiedName) at \(Self.address(function))>"
        }
        type.slots.descriptorGet = { vm, value, instance, owner in
            guard let instance else { return value }
            return .object(BoundMethod(type: vm.types.method, function: value, receiver: instance))
        }
    }

    private func installNativeFunctions() {
        for type in [
            types.nativeFunction, types.methodDescriptor, types.wrapperDescriptor,
            types.methodWrapper,
        ] {
            func property(
                _ name: String, _ get: @escaping (VirtualMachine, NativeFunction) -> Value
            ) {
                type.property(
                    self, name, get: { vm, value in vm.native(value).map { get(vm, $0) } ?? .none })
            }
            property("__name__") { $0.string($1.name) }
            property("__qualname__") { vm, native in
                vm.string(native.owner.map { "\($0.qualifiedName).\(native.name)" } ?? native.name)
            }
            property("__doc__") { vm, native in
                native.help.isEmpty ? .none : vm.string(native.help)
            }
            property("__module__") { vm, native in vm.string(native.module ?? "builtins") }
            property("__text_signature__") { vm, native in vm.string(native.signature.shownText) }
        }
        for type in [types.nativeFunction, types.methodWrapper] {
            type.property(
                self, "__self__",
                get: { vm, value in
                    if case .object(let object) = value, object.kind == .boundMethod {
                        return unsafeDowncast(object, to: BoundMethod.self).receiver
                    }
                    return .none
                })
            type.slots.equal = sameMethod
            type.slots.hash = methodHash
        }
        for type in [types.methodDescriptor, types.wrapperDescriptor] {
            type.property(
                self, "__objclass__",
                get: { vm, value in
                    vm.native(value)?.owner.map { .object($0) } ?? Value.none
                })
        }
        types.wrapperDescriptor.slots.repr = { vm, value in
            guard let native = vm.native(value) else { return "" }
            return "<slot wrapper '\(native.name)' of '\(native.owner?.name ?? "object")' objects>"
        }
        types.methodWrapper.slots.repr = { vm, value in
            guard case .object(let object) = value, object.kind == .boundMethod,
                let native = vm.native(value)
            else { return "" }
            let receiver = unsafeDowncast(object, to: BoundMethod.self).receiver
            var address = Self.address(object)
            if case .object(let target) = receiver { address = Self.address(target) }
            return
                "<method-wrapper '\(native.name)' of \(vm.typeName(receiver)) object at \(address)>"
        }
        types.nativeFunction.slots.repr = { vm, value in
            guard let native = vm.native(value) else { return "" }
            if case .object(let object) = value, object.kind == .boundMethod {
                let receiver = unsafeDowncast(object, to: BoundMethod.self).receiver
                let owner = receiver.type == nil ? vm.typeName(receiver) : "type"
                guard case .object(let target) = receiver else {
                    return "<built-in method \(native.name) of \(owner) object>"
                }
                return
                    "<built-in method \(native.name) of \(owner) object at \(Self.address(target))>"
            }
            if Self.modulesInPython.contains(native.module ?? ""), native.module != "random" {
                return "<function \(native.name) at \(Self.address(native))>"
            }
            return "<built-in function \(native.name)>"
        }
        types.methodDescriptor.slots.repr = { vm, value in
            guard let native = vm.native(value) else { return "" }
            if let owner = native.owner, !owner.isNative {
                // What a dataclass gets is a function in CPython.
                return
                    "<function \(owner.qualifiedName).\(native.name) at \(Self.address(native))>"
            }
            return "<method '\(native.name)' of '\(native.owner?.name ?? "object")' objects>"
        }
    }

    /// The native behind a native function or a bound native method.
    package func native(_ value: Value) -> NativeFunction? {
        guard case .object(let object) = value else { return nil }
        switch object.kind {
        case .nativeFunction: return unsafeDowncast(object, to: NativeFunction.self)
        case .boundMethod: return native(unsafeDowncast(object, to: BoundMethod.self).function)
        default: return nil
        }
    }

    private var sameMethod: TypeSlots.Binary {
        { vm, a, b in
            guard case .object(let x) = a, case .object(let y) = b, x.kind == .boundMethod,
                y.kind == .boundMethod
            else { return vm.notImplemented }
            let left = unsafeDowncast(x, to: BoundMethod.self)
            let right = unsafeDowncast(y, to: BoundMethod.self)
            return .bool(
                left.function.isIdentical(to: right.function)
                    && left.receiver.isIdentical(to: right.receiver))
        }
    }

    private var methodHash: (VirtualMachine, Value) throws -> Int {
        { vm, value in
            guard case .object(let object) = value else { return 0 }
            guard object.kind == .boundMethod else {
                return ObjectIdentifier(object).hashValueBits >> 4
            }
            let method = unsafeDowncast(object, to: BoundMethod.self)
            var hash = 17
            for part in [method.function, method.receiver] {
                if case .object(let object) = part {
                    hash = hash &* 31 &+ ObjectIdentifier(object).hashValueBits >> 4
                }
            }
            return hash
        }
    }

    private func installMethod() {
        let type = types.method
        func method(_ value: Value) -> BoundMethod? {
            guard case .object(let object) = value, object.kind == .boundMethod else { return nil }
            return unsafeDowncast(object, to: BoundMethod.self)
        }
        type.property(self, "__func__", get: { _, value in method(value)?.function ?? .none })
        type.property(self, "__self__", get: { _, value in method(value)?.receiver ?? .none })
        type.property(
            self, "__doc__",
            get: { vm, value in
                try method(value).map { try vm.getAttribute($0.function, vm.names.doc) } ?? .none
            })
        type.slots.missingAttribute = { vm, value, name in
            try method(value).flatMap { try vm.findAttribute($0.function, name) }
        }
        type.slots.equal = sameMethod
        type.slots.hash = methodHash
        type.slots.repr = { vm, value in
            guard let method = method(value) else { return "" }
            let name = try vm.attributeIfPresent(method.function, vm.names.qualname)
            let text = name?.string?.swiftString ?? "?"
            return "<bound method \(text) of \(try vm.repr(method.receiver))>"
        }
    }

    private func installSuper() {
        types.superType.new(self, "(type=<unset>, object=<unset>, /)") { vm, _, arguments in
            if arguments.isGiven(0) {
                guard let type = arguments[0].type else {
                    throw vm.typeError(
                        "super() argument 1 must be a type, not \(vm.typeName(arguments[0]))")
                }
                if !arguments.isGiven(1) {
                    return .object(
                        SuperObject(
                            type: vm.types.superType, after: type, receiver: .none, startType: nil))
                }
                return try vm.makeSuper(type, arguments[1])
            }
            return try vm.makeImplicitSuper()
        }
        types.superType.slots.repr = { vm, value in
            guard case .object(let object) = value, object.kind == .superObject else { return "" }
            let made = unsafeDowncast(object, to: SuperObject.self)
            let owner = made.startType.map { "<\($0.name) object>" } ?? "NULL"
            return "<super: <class '\(made.after.name)'>, \(owner)>"
        }
    }

    private func makeSuper(_ type: TypeObject, _ receiver: Value) throws -> Value {
        let start: TypeObject
        if let own = receiver.type, own.isSubtype(of: type) {
            start = own
        } else if isInstance(receiver, type) {
            start = self.type(of: receiver)
        } else {
            throw typeError(
                "super(type, obj): obj must be an instance or subtype of type")
        }
        return .object(
            SuperObject(
                type: types.superType, after: type, receiver: receiver, startType: start))
    }

    /// `super()`: the class from the `__class__` cell of the running method, the object from its first argument.
    private func makeImplicitSuper() throws -> Value {
        guard let frame, let function = frame.pointee.function?.takeUnretainedValue() else {
            throw error(.runtimeError, "super(): no arguments")
        }
        let code = function.code
        guard code.argumentCount > 0 else {
            throw error(.runtimeError, "super(): no arguments")
        }
        var receiver = frame.pointee.locals.pointee
        if receiver.isUndefined,
            let index = code.cellVariables.firstIndex(where: { $0.parameterSlot == 0 })
        {
            receiver = cell(frame, index).value
        }
        if receiver.isUndefined { throw error(.runtimeError, "super(): arg[0] deleted") }
        guard let index = code.freeVariables.firstIndex(of: "__class__"),
            index < function.closure.count
        else { throw error(.runtimeError, "super(): __class__ cell not found") }
        guard let type = function.closure[index].value.type else {
            throw error(.runtimeError, "super(): empty __class__ cell")
        }
        return try makeSuper(type, receiver)
    }
}
