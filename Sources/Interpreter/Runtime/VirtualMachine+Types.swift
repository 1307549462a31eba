/// Declaring native types.
extension VirtualMachine {
    /// Makes a native type.
    ///
    /// - Parameters:
    ///   - bases: `object` when empty; slots, allocator and constructor are inherited from them
    ///   - instanceAttributes: whether instances take arbitrary attributes (inherited too)
    ///   - subclassable: whether learner classes may inherit from it
    package func makeType(
        name: String, module: String = "builtins", bases: [TypeObject] = [], doc: String? = nil,
        instanceAttributes: Bool = false, subclassable: Bool = false
    ) -> TypeObject {
        let bases = bases.isEmpty ? [types.object] : bases
        let made = TypeObject(
            heap: heap, metatype: types.type, name: name, module: module, bases: bases,
            isNative: true,
            hasInstanceAttributes: instanceAttributes
                || bases.contains { $0.hasInstanceAttributes })
        guard let mro = linearize(made) else {
            preconditionFailure("the native type \(name) has bases without an order")
        }
        made.mro = mro
        made.doc = doc
        made.isSubclassable = subclassable
        for base in bases { base.subclasses.append(made) }
        inheritSlots(made)
        return made
    }

    /// Makes the type of a subclass of `IteratorObject`.
    package func makeIteratorType(name: String, module: String = "builtins") -> TypeObject {
        let type = makeType(name: name, module: module)
        setIteratorSlots(type)
        return type
    }

    func setIteratorSlots(_ type: TypeObject) {
        type.slots.iterate = { _, value in value }
        type.slots.next = { vm, value in
            guard case .object(let object) = value, object.kind == .iterator else { return nil }
            return try unsafeDowncast(object, to: IteratorObject.self).next(vm)
        }
    }
}

/// Declarations on a native type. Each returns the type, so that they can be chained.
extension TypeObject {
    /// Adds a method; the signature leaves `self` out.
    @discardableResult
    package func method(
        _ vm: VirtualMachine, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping NativeFunction.MethodBody
    ) -> TypeObject {
        let made = NativeFunction(
            type: vm.types.methodDescriptor, name: name, signature: signature, help: help,
            code: .method(body))
        made.owner = self
        if made.isSlotWrapper { made.type = vm.types.wrapperDescriptor }
        define(vm, name, .object(made))
        return self
    }

    @discardableResult
    package func staticMethod(
        _ vm: VirtualMachine, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping NativeFunction.Body
    ) -> TypeObject {
        let made = NativeFunction(
            type: vm.types.nativeFunction, name: name, signature: signature, help: help,
            code: .function(body))
        made.owner = self
        define(
            vm, name,
            .object(
                WrappedFunction(
                    type: vm.types.staticMethod, kind: .staticMethod, function: .object(made))))
        return self
    }

    /// Adds a class method; the body's second argument is the class.
    @discardableResult
    package func classMethod(
        _ vm: VirtualMachine, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping NativeFunction.MethodBody
    ) -> TypeObject {
        let made = NativeFunction(
            type: vm.types.nativeFunction, name: name, signature: signature, help: help,
            code: .method(body))
        define(
            vm, name,
            .object(
                WrappedFunction(
                    type: vm.types.classMethod, kind: .classMethod, function: .object(made))))
        return self
    }

    /// Adds a computed attribute; without a setter it is read-only.
    @discardableResult
    package func property(
        _ vm: VirtualMachine, _ name: String, _ help: String = "",
        get getter: @escaping (VirtualMachine, Value) throws -> Value,
        set setter: ((VirtualMachine, Value, Value) throws -> Void)? = nil
    ) -> TypeObject {
        let made = NativeProperty(
            type: vm.nativePropertyType, name: name, help: help, owner: self, getter: getter,
            setter: setter)
        define(vm, name, .object(made))
        return self
    }

    /// Adds a class attribute.
    @discardableResult
    package func constant(_ vm: VirtualMachine, _ name: String, _ value: Value) -> TypeObject {
        define(vm, name, value)
        return self
    }

    /// `__new__`: makes the value from the arguments; the body's second argument is the class called, which may be
    /// a learner's subclass.
    @discardableResult
    package func new(
        _ vm: VirtualMachine, _ signature: String, _ help: String = "",
        _ body: @escaping (VirtualMachine, TypeObject, Arguments) throws -> Value
    ) -> TypeObject {
        constructor = NativeFunction(
            type: vm.types.nativeFunction, name: name, signature: signature, help: help,
            code: .method { vm, type, arguments in
                guard let type = type.type else { throw vm.typeError("__new__ needs a class") }
                return try body(vm, type, arguments)
            })
        constructor?.owner = self
        return self
    }

    /// `__init__`: fills the instance that `allocate` (or that of a base) made.
    @discardableResult
    package func initializer(
        _ vm: VirtualMachine, _ signature: String, _ help: String = "",
        _ body: @escaping (VirtualMachine, Value, Arguments) throws -> Void
    ) -> TypeObject {
        let made = NativeFunction(
            type: vm.types.wrapperDescriptor, name: "__init__", signature: signature, help: help,
            code: .method { vm, receiver, arguments in
                try body(vm, receiver, arguments)
                return .none
            })
        made.owner = self
        initializer = made
        define(vm, "__init__", .object(made))
        return self
    }

    private func define(_ vm: VirtualMachine, _ name: String, _ value: Value) {
        version = heap.nextTypeVersion()
        attributes[vm.intern(name)] = value
    }
}

/// A computed attribute of a native type.
final class NativeProperty: Object {
    let name: String
    let help: String
    unowned(unsafe) let owner: TypeObject
    let getter: (VirtualMachine, Value) throws -> Value
    let setter: ((VirtualMachine, Value, Value) throws -> Void)?

    /// Whether CPython keeps it as a plain member of the object, which its messages tell.
    var isMember: Bool {
        switch owner.name {
        case "range", "slice", "property", "method", "staticmethod", "classmethod", "code", "super",
            "partial":
            !name.hasPrefix("__") || name == "__func__" || name == "__self__"
                || name == "__wrapped__"
        default: false
        }
    }

    init(
        type: TypeObject, name: String, help: String, owner: TypeObject,
        getter: @escaping (VirtualMachine, Value) throws -> Value,
        setter: ((VirtualMachine, Value, Value) throws -> Void)?
    ) {
        self.name = name
        self.help = help
        self.owner = owner
        self.getter = getter
        self.setter = setter
        super.init(type: type, kind: .native)
    }
}
