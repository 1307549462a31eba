/// `isinstance` and `issubclass`.
extension VirtualMachine {
    @inline(__always)
    package func isInstance(_ value: Value, _ type: TypeObject) -> Bool {
        self.type(of: value).isSubtype(of: type)
    }

    /// `isinstance(value, classes)`: a class or a tuple of such.
    package func isInstance(_ value: Value, _ classes: Value) throws -> Bool {
        if let answer = try ownCheck(classes, "__instancecheck__", value) { return answer }
        return try matches(
            type(of: value), classes,
            "isinstance() arg 2 must be a type, a tuple of types, or a union", value)
    }

    /// `issubclass(type, classes)`.
    package func isSubclass(_ type: Value, _ classes: Value) throws -> Bool {
        if let answer = try ownCheck(classes, "__subclasscheck__", type) { return answer }
        guard let type = type.type else { throw typeError("issubclass() arg 1 must be a class") }
        return try matches(
            type, classes, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }

    private func matches(
        _ type: TypeObject, _ classes: Value, _ message: String, _ value: Value? = nil
    ) throws -> Bool {
        if let other = classes.type {
            if type.isSubtype(of: other) { return true }
            if let value, let recognizes = other.recognizesValue, recognizes(value) { return true }
            return try other.recognizes?(self, type) ?? false
        }
        if let tuple = classes.tuple {
            return try nested {
                for element in tuple.elements {
                    if try matches(type, element, message, value) { return true }
                }
                return false
            }
        }
        if let union = annotation(classes), union.type === auxiliary.unionType {
            for member in union.arguments {
                let other = member.isNone ? .object(types.noneType) : member
                if try matches(type, other, message, value) { return true }
            }
            return false
        }
        if let form = annotation(classes) {
            if form.isTypingUnion {
                return try nested {
                    try form.arguments.contains { try matches(type, $0, message, value) }
                }
            }
            if form.name == nil {
                let name = message.hasPrefix("isinstance") ? "isinstance" : "issubclass"
                throw typeError("\(name)() argument 2 cannot be a parameterized generic")
            }
            if form.isSubscripted {
                throw typeError(
                    "Subscripted generics cannot be used with class and instance checks")
            }
            if form.origin.type != nil { return try matches(type, form.origin, message, value) }
            throw typeError("\(form.text) cannot be used with isinstance()")
        }
        throw typeError(message)
    }

    /// The answer of an object's own `__instancecheck__` or `__subclasscheck__`, where it is asked as if it were a class.
    private func ownCheck(_ classes: Value, _ name: String, _ asked: Value) throws -> Bool? {
        guard case .object(let object) = classes, object.kind == .instance,
            let answer = try callSpecial(classes, intern(name), [asked])
        else { return nil }
        return try isTrue(answer)
    }

    /// `value.__class__ = new`: between classes of learners whose instances look alike inside.
    func changeClass(of value: Value, to new: Value) throws {
        guard let type = new.type else {
            throw typeError("__class__ must be set to a class, not '\(typeName(new))' object")
        }
        let old = self.type(of: value)
        guard !type.isNative, !type.isFrozen, !old.isNative, !old.isFrozen,
            case .object(let object) = value, object.kind.hasFields,
            let instance = object as? InstanceObject
        else {
            throw typeError(
                "__class__ assignment only supported for mutable types or ModuleType subclasses")
        }
        func base(_ type: TypeObject) -> TypeObject? { type.mro.first { $0.isNative } }
        guard base(type) === base(old), type.slotNames == old.slotNames,
            type.hasInstanceAttributes == old.hasInstanceAttributes
        else {
            throw typeError(
                "__class__ assignment: '\(type.name)' object layout differs from '\(old.name)'")
        }
        instance.changeType(to: type)
    }
}
