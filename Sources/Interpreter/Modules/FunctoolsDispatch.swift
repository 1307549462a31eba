/// Functions chosen by the type of an argument: `singledispatch`, `singledispatchmethod`; and `partialmethod`.
extension VirtualMachine {
    func addDispatch(to module: ModuleObject) {
        let type = makeType(name: "function", module: "functools", instanceAttributes: true)
        module.function(
            self, "singledispatch", "(func)", "A function chosen by its first argument's type."
        ) { vm, arguments in
            let made = WrapperObject(type: type, arguments[0])
            made.keywords = vm.makeDict()
            try vm.copyIdentity(from: arguments[0], to: .object(made))
            return .object(made)
        }
        type.slots.call = { vm, value, call in
            guard let generic = vm.wrapper(value) else { return .none }
            guard let first = call.positional.first else {
                let name = try vm.attributeIfPresent(value, vm.names.name)
                throw vm.typeError(
                    "\(name?.string?.swiftString ?? "function") requires at least 1 positional "
                        + "argument")
            }
            return try vm.call(vm.implementation(generic, vm.type(of: first)), call)
        }
        type.method(self, "dispatch", "(cls)", "The function for a type.") { vm, value, arguments in
            guard let generic = vm.wrapper(value), let type = arguments[0].type else {
                return .none
            }
            return try vm.implementation(generic, type)
        }
        type.property(
            self, "registry",
            get: { vm, value in
                guard let generic = vm.wrapper(value) else { return .none }
                let made = DictObject(type: vm.types.mappingProxy)
                try made.set(.object(vm.types.object), generic.function, vm)
                for (key, function) in generic.keywords?.items ?? [] {
                    try made.set(key, function, vm)
                }
                return .object(made)
            })
        addMethodDispatch(to: module, type)
        type.method(self, "register", "(cls, func=None)", "Register a function for a type.") {
            vm, value, arguments in
            guard let generic = vm.wrapper(value) else { return .none }
            if arguments[0].type != nil {
                let key = arguments[0]
                if arguments[1].isNone {
                    return vm.function("register", "(func)") { vm, arguments in
                        try generic.keywords?.set(key, arguments[0], vm)
                        return arguments[0]
                    }
                }
                try generic.keywords?.set(key, arguments[1], vm)
                return arguments[1]
            }
            let annotations = try vm.attributeIfPresent(
                arguments[0], vm.intern("__annotations__"))?.dict
            guard let (_, annotated) = annotations?.items.first,
                let key = vm.registered(annotated)
            else {
                throw vm.typeError(
                    "Invalid first argument to `register()`: \(try vm.repr(arguments[0])). Use either "
                        + "`@register(some_class)` or plain `@register` on an annotated function.")
            }
            for type in key { try generic.keywords?.set(type, arguments[0], vm) }
            return arguments[0]
        }
    }

    /// The classes that an annotation of a registered function names: one, or those of a union.
    private func registered(_ annotated: Value) -> [Value]? {
        if annotated.type != nil { return [annotated] }
        guard let form = annotation(annotated), form.name == nil || form.isTypingUnion,
            form.arguments.allSatisfy({ $0.type != nil }), form.origin.isNone
        else { return nil }
        return form.arguments
    }

    /// The function registered for the nearest class that a type inherits from.
    private func implementation(_ generic: WrapperObject, _ type: TypeObject) throws -> Value {
        for candidate in type.mro {
            if let function = try generic.keywords?.get(.object(candidate), self) {
                return function
            }
        }
        return generic.function
    }

    /// `singledispatchmethod`, and `partialmethod`.
    private func addMethodDispatch(to module: ModuleObject, _ generic: TypeObject) {
        let type = makeType(name: "singledispatchmethod", module: "functools")
        type.new(self, "(func)", "A method chosen by the type of its first argument.") {
            vm, type, arguments in
            let made = WrapperObject(type: type, arguments[0])
            made.keywords = vm.makeDict()
            return .object(made)
        }
        type.slots.descriptorGet = { vm, value, instance, owner in
            guard let method = vm.wrapper(value) else { return value }
            return vm.function("method", "(*args, **kwargs)") { vm, arguments in
                let positional = arguments.variadic(0)
                guard let first = positional.first else {
                    throw vm.typeError(
                        "method requires at least 1 positional argument")
                }
                let function = try vm.implementation(method, vm.type(of: first))
                let bound = try vm.bindDescriptor(function, instance: instance, owner: owner)
                return try vm.call(
                    bound, positional,
                    keywords: arguments.keywords(1).map { (vm.intern($0.name), $0.value) })
            }
        }
        type.method(self, "register", "(cls, method=None)", "Register a method for a type.") {
            vm, value, arguments in
            guard let method = vm.wrapper(value) else { return .none }
            let key = arguments[0]
            if key.type != nil {
                if arguments[1].isNone {
                    return vm.function("register", "(func)") { vm, arguments in
                        try method.keywords?.set(key, arguments[0], vm)
                        return arguments[0]
                    }
                }
                try method.keywords?.set(key, arguments[1], vm)
                return arguments[1]
            }
            let annotations = try vm.getAttribute(key, "__annotations__").dict
            for type in annotations?.items.first.flatMap({ vm.registered($0.value) }) ?? [] {
                try method.keywords?.set(type, key, vm)
            }
            return key
        }
        module.set(self, "singledispatchmethod", .object(type))
        let partial = makeType(name: "partialmethod", module: "functools")
        partial.new(self, "(*args, **keywords)", "A method with some arguments given.") {
            vm, type, arguments in
            guard let function = arguments.variadic(0).first else {
                throw vm.typeError("type 'partialmethod' takes at least one argument")
            }
            let made = WrapperObject(type: type, function)
            made.arguments = Array(arguments.variadic(0).dropFirst())
            made.keywords = arguments[1].dict
            return .object(made)
        }
        partial.slots.descriptorGet = { vm, value, instance, owner in
            guard let method = vm.wrapper(value), let instance else { return value }
            let bound = try vm.bindDescriptor(method.function, instance: instance, owner: owner)
            return vm.function("_method", "(*args, **kwargs)") { vm, arguments in
                var keywords: [(name: StringObject, value: Value)] = []
                for (key, value) in method.keywords?.items ?? [] {
                    if let name = key.string { keywords.append((vm.intern(name), value)) }
                }
                for (name, value) in arguments.keywords(1) {
                    keywords.removeAll { $0.name.swiftString == name }
                    keywords.append((vm.intern(name), value))
                }
                return try vm.call(
                    bound, method.arguments + arguments.variadic(0), keywords: keywords)
            }
        }
        module.set(self, "partialmethod", .object(partial))
    }
}
