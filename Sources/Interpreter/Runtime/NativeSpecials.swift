/// What the special methods of native types do that set attributes and make objects.
extension VirtualMachine {
    func setAttributeNatively(
        _ type: TypeObject, _ value: Value, _ name: Value, _ new: Value?
    ) throws {
        let name = try attributeName(name)
        if let hook = type.slots.setAttribute, try hook(self, value, name, new) { return }
        try setOrdinaryAttribute(value, name, new)
    }

    /// `int.__new__` makes no text, and `object.__new__` no number.
    func checkMaker(_ maker: TypeObject, of made: TypeObject) throws {
        if !made.isSubtype(of: maker) {
            throw typeError(
                "\(maker.name).__new__(\(made.name)): \(made.name) is not a subtype of "
                    + maker.name)
        }
        if maker === types.object, made.isNative, made.allocate == nil, made.constructor == nil,
            made.module != "builtins"
        {
            let name = made.displayName
            throw typeError("object.__new__(\(name)) is not safe, use \(name).__new__()")
        }
        guard maker === types.object,
            let solid = made.mro.first(where: { $0.isNative && $0.module == "builtins" }),
            solid !== types.object
        else { return }
        throw typeError(
            "object.__new__(\(made.name)) is not safe, use \(solid.name).__new__()")
    }

    /// `object.__new__` takes none beside the class, unless they are for `__init__`.
    private func refuseArguments(_ type: TypeObject) throws {
        let definesNew = type.mro.contains { !$0.isNative && $0.attributes[names.new] != nil }
        if definesNew {
            throw typeError(
                "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        if !type.mro.contains(where: {
            $0 !== types.object && $0.attributes[names.initialize] != nil
        }) {
            throw typeError("\(type.name)() takes no arguments")
        }
    }

    func makeNatively(_ value: Value, _ arguments: Arguments) throws -> Value {
        guard let type = value.type else {
            throw typeError("object.__new__(X): X is not a type object (\(typeName(value)))")
        }
        let given = callArguments(arguments)
        if type.constructor == nil, type.allocate != nil,
            !type.isSubtype(of: types.exception(.baseException)),
            !given.positional.isEmpty || !given.keywords.isEmpty
        {
            try refuseArguments(type)
        }
        if let constructor = type.constructor {
            return adopt(
                try call(
                    .object(constructor), receiver: value, given.positional,
                    keywords: given.keywords), type)
        }
        let made = try makeInstance(of: type)
        if made.kind == .exception {
            unsafeDowncast(made, to: ExceptionObject.self).arguments = given.positional
        }
        return .object(made)
    }
}
