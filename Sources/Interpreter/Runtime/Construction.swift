/// How a call of a class makes an instance.
enum ConstructionPlan {
    /// `__new__` in Swift makes the value, nothing else is done.
    case native(NativeFunction)
    /// An empty instance is made, then `__init__` is called, if it is not that of `object`.
    case allocate(initializer: Value?)
    /// A learner's `__new__`, or a native one followed by a learner's `__init__`.
    case general
}

/// Calling classes.
extension VirtualMachine {
    func construct(
        _ type: TypeObject, _ arguments: UnsafeMutablePointer<Value>, positional: Int,
        keywords: [StringObject]?
    ) throws -> Value {
        let plan = try plan(for: type)
        switch plan {
        case .native(let constructor):
            let made = try invoke(
                constructor, receiver: .object(type), arguments, positional: positional,
                keywords: keywords)
            return type.isNative ? made : adopt(made, type)
        case .allocate(let initializer):
            let instance = try makeInstance(of: type)
            if instance.kind == .exception {
                unsafeDowncast(instance, to: ExceptionObject.self).arguments = Array(
                    UnsafeBufferPointer(start: arguments, count: positional))
            }
            guard let initializer else {
                if positional > 0 || keywords != nil, instance.kind != .exception {
                    throw typeError("\(type.name)() takes no arguments")
                }
                if keywords != nil { throw typeError("\(type.name)() takes no keyword arguments") }
                return .object(instance)
            }
            let result = try invoke(
                initializer, receiver: .object(instance), arguments, positional: positional,
                keywords: keywords)
            if !result.isNone { throw initReturned(result) }
            return .object(instance)
        case .general:
            return try constructGenerally(
                type, arguments, positional: positional, keywords: keywords)
        }
    }

    func initReturned(_ value: Value) -> PythonError {
        typeError("__init__() should return None, not '\(typeName(value))'")
    }

    /// An empty instance.
    func makeInstance(of type: TypeObject) throws -> Object {
        guard let allocate = type.allocate else {
            throw typeError("cannot create '\(type.displayName)' instances")
        }
        if !type.abstractMethods.isEmpty { throw isAbstract(type) }
        return allocate(self, type)
    }

    private func isAbstract(_ type: TypeObject) -> PythonError {
        let methods = type.abstractMethods
        return typeError(
            "Can't instantiate abstract class \(type.name) with abstract method"
                + "\(methods.count == 1 ? "" : "s") \(methods.joined(separator: ", "))")
    }

    func plan(for type: TypeObject) throws -> ConstructionPlan {
        if let plan = type.plan { return plan }
        let plan = try makePlan(type)
        type.plan = plan
        return plan
    }

    private func makePlan(_ type: TypeObject) throws -> ConstructionPlan {
        let initializer = lookUp(type, names.initialize)
        let isPlainInitializer = isObjectInitializer(initializer)
        if type.mro.contains(where: { !$0.isNative && $0.attributes[names.new] != nil }) {
            return .general
        }
        let learnerInitializes = type.mro.contains {
            !$0.isNative && $0.attributes[names.initialize] != nil
        }
        if let constructor = type.constructor {
            if !learnerInitializes, type.isNative || type.allocate == nil || isPlainInitializer {
                return .native(constructor)
            }
            if type.allocate == nil || type.allocateIsBehindConstructor { return .general }
        }
        guard type.allocate != nil else {
            throw typeError("cannot create '\(type.displayName)' instances")
        }
        if case .object(let object)? = initializer, type.constructor == nil,
            object.kind != .function, object.kind != .nativeFunction
        {
            // A static or class method or any other object: it is bound first.
            return .general
        }
        return .allocate(initializer: isPlainInitializer ? nil : initializer)
    }

    private func isObjectInitializer(_ value: Value?) -> Bool {
        guard case .object(let object)? = value, let native = object as? NativeFunction else {
            return value == nil
        }
        return native.owner === types.object
    }

    /// A plain number or string as an instance of the learner's class that was called.
    func adopt(_ value: Value, _ type: TypeObject) -> Value {
        if type.isNative { return value }
        switch value {
        case .int, .bool, .float: return .object(NumberObject(type: type, value))
        case .object(let object) where object.kind == .bigInt:
            return .object(NumberObject(type: type, value))
        case .object(let object) where object.kind == .string:
            let text = unsafeDowncast(object, to: StringObject.self)
            let made = text.type === type ? text : text.copy(type: type)
            if made.holder == nil { made.holder = InstanceObject(type: type) }
            return .object(made)
        default: return value
        }
    }

    private func constructGenerally(
        _ type: TypeObject, _ arguments: UnsafeMutablePointer<Value>, positional: Int,
        keywords: [StringObject]?
    ) throws -> Value {
        let made: Value
        if let new = lookUp(type, names.new), case .object(let object) = new,
            object.kind != .nativeFunction
        {
            let function = try bindDescriptor(new, instance: nil, owner: type)
            made = try invoke(
                function, receiver: .object(type), arguments, positional: positional,
                keywords: keywords)
        } else if let constructor = type.constructor {
            made = adopt(
                try invoke(
                    constructor, receiver: .object(type), arguments, positional: positional,
                    keywords: keywords), type)
        } else {
            made = .object(try makeInstance(of: type))
        }
        guard isInstance(made, type),
            let initializer = lookUp(self.type(of: made), names.initialize),
            !isObjectInitializer(initializer)
        else { return made }
        let result: Value
        if case .object(let object) = initializer, object.kind == .function {
            result = try invoke(
                initializer, receiver: made, arguments, positional: positional,
                keywords: keywords)
        } else {
            let bound = try bindDescriptor(
                initializer, instance: made, owner: self.type(of: made))
            result = try invoke(
                bound, receiver: nil, arguments, positional: positional, keywords: keywords)
        }
        if !result.isNone { throw initReturned(result) }
        return made
    }
}
