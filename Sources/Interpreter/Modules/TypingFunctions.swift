/// The functions of `typing` that look at annotations or say something about a definition.
extension VirtualMachine {
    func addTypingChecks(to module: ModuleObject) {
        module.function(self, "no_type_check", "(arg)", "The function, marked.") { vm, arguments in
            if arguments[0].type == nil {
                try vm.setAttribute(arguments[0], "__no_type_check__", .bool(true))
            }
            return arguments[0]
        }
        module.function(self, "final", "(f)", "The class or function, marked.") { vm, arguments in
            do {
                try vm.setAttribute(arguments[0], "__final__", .bool(true))
            } catch let failure as PythonError
                where vm.isError(failure, .attributeError) || vm.isError(failure, .typeError)
            {}
            return arguments[0]
        }
        module.function(self, "overload", "(func)", "One of several signatures of a function.") {
            vm, _ in
            vm.function("_overload_dummy", "(*args, **kwds)") { vm, _ in
                throw vm.error(
                    .notImplementedError,
                    "You should not call an overloaded function. A series of @overload-decorated "
                        + "functions outside a stub module should always be followed by an "
                        + "implementation that is not @overload-ed.")
            }
        }
        module.function(
            self, "assert_never", "(arg, /)", "Says that this line is never reached."
        ) { vm, arguments in
            let shown = Array(try vm.repr(arguments[0]))
            let text = shown.count > 100 ? String(shown.prefix(100)) + "..." : String(shown)
            throw vm.error(
                .assertionError, "Expected code to be unreachable, but got: \(text)")
        }
        module.function(self, "assert_type", "(val, typ, /)", "The value, unchanged.") {
            _, arguments in arguments[0]
        }
        module.function(
            self, "is_typeddict", "(tp)", "Whether it is a class made with TypedDict."
        ) { vm, arguments in
            guard let type = arguments[0].type,
                let base = module.namespace[vm.intern("TypedDict")]?.type
            else { return .bool(false) }
            return .bool(type !== base && type.isSubtype(of: base))
        }
        let reference = makeType(
            name: "ForwardRef", module: "typing", doc: "A type that is named before it is known.")
        addAnnotationSlots(reference)
        reference.new(self, "(arg, is_argument=True, module=None, *, is_class=False)") {
            vm, type, arguments in
            guard arguments[0].string != nil else {
                throw vm.typeError(
                    "Forward reference must be a string -- got \(try vm.repr(arguments[0]))")
            }
            return .object(
                AnnotationObject(
                    type: type, text: "ForwardRef(\(try vm.repr(arguments[0])))",
                    arguments: [arguments[0]]))
        }
        reference.property(
            self, "__forward_arg__",
            get: { vm, value in vm.annotation(value)?.arguments.first ?? .none })
        module.set(self, "ForwardRef", .object(reference))
        module.function(
            self, "get_type_hints", "(obj, globalns=None, localns=None, include_extras=False)",
            "The annotations of an object, those written as texts looked up."
        ) { vm, arguments in .object(try vm.typeHints(arguments[0])) }
    }

    private func typeHints(_ value: Value) throws -> DictObject {
        let made = makeDict()
        let name = intern("__annotations__")
        if let type = value.type {
            for base in type.mro.reversed() {
                guard let own = base.attributes[name]?.dict else { continue }
                for (key, hint) in own.items { try made.set(key, try resolved(hint, nil), self) }
            }
            return made
        }
        var function: FunctionObject?
        if case .object(let object) = value { function = object as? FunctionObject }
        guard let table = try attributeIfPresent(value, name)?.dict else {
            let isCallable = function != nil || native(value) != nil
            if case .object(let object) = value, isCallable || object.kind == .module {
                return made
            }
            throw typeError(
                "\(try repr(value)) is not a module, class, method, or function.")
        }
        for (key, hint) in table.items {
            try made.set(key, try resolved(hint, function?.globals), self)
        }
        return made
    }

    /// An annotation, where it is a text what the text means.
    private func resolved(_ hint: Value, _ globals: NameTable?) throws -> Value {
        if hint.isNone { return .object(types.noneType) }
        guard let text = hint.string else { return hint }
        let scope = globals ?? mainGlobals ?? makeGlobals()
        let found = try run(
            source: text.swiftString, filename: Self.standardLibrary, mode: .cell,
            globals: scope)
        return found.map { $0.isNone ? .object(types.noneType) : $0 } ?? .none
    }

    /// The globals of the frame that is running.
    private var mainGlobals: NameTable? {
        frame.map { $0.pointee.globals._withUnsafeGuaranteedRef { $0 } }
    }

    /// `TypedDict("Movie", {"name": str})`.
    func makeTypedDict(_ base: TypeObject, _ arguments: Arguments) throws -> TypeObject {
        let given = arguments.variadic(0)
        guard let name = given.first?.string else {
            throw typeError(
                "TypedDict() missing 1 required positional argument: 'typename'")
        }
        let annotations = makeDict()
        var keywords: [(name: StringObject, value: Value)] = []
        for (key, value) in given.dropFirst().first?.dict?.items ?? [] {
            try annotations.set(key, value, self)
        }
        for (key, value) in arguments[1].dict?.items ?? [] {
            guard let key = key.string else { continue }
            if key.swiftString == "total" {
                keywords.append((intern(key), value))
            } else {
                annotations.setValue(value, forName: key)
            }
        }
        let namespace = NameTable(identity: heap.nextIdentity())
        namespace[intern("__annotations__")] = .object(annotations)
        return try makeClass(
            name: name.swiftString, bases: [.object(base)], namespace: namespace,
            keywords: keywords)
    }
}
