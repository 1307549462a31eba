/// Classes with type parameters: `class Stack(Generic[T])`, and `Stack[int]` as an annotation or a base.
extension VirtualMachine {
    func addGeneric(to module: ModuleObject) {
        let base = makeType(
            name: "Generic", module: "typing", doc: "A base for classes with type parameters.",
            instanceAttributes: true, subclassable: true)
        base.allocate = { _, type in InstanceObject(type: type) }
        base.definesAllocate = false
        addParameters(to: base)
        module.set(self, "Generic", .object(base))
    }

    private func isGenericBase(_ type: TypeObject) -> Bool {
        type.isNative && type.module == "typing"
            && (type.name == "Generic" || type.name == "Protocol")
    }

    /// `Base[T]` names the parameters of a class; `Class[int]` is an alias of the class.
    func addParameters(to base: TypeObject) {
        let parametersName = intern("__parameters__")
        base.classMethod(self, "__class_getitem__", "(item, /)", "") { vm, value, arguments in
            guard let type = value.type else { return value }
            let items = arguments[0].tuple?.elements ?? [arguments[0]]
            if type === base {
                try vm.checkParameters(base, items)
                return try vm.alias(of: value, arguments[0])
            }
            // A class of the lab's own may have been made before its bases took parameters.
            guard let known = vm.lookUp(type, parametersName)?.tuple?.elements else {
                return try vm.alias(of: value, arguments[0])
            }
            let shown = try vm.repr(value)
            if known.isEmpty { throw vm.typeError("\(shown) is not a generic class") }
            let isOpen = known.contains { vm.typeVariable($0)?.type.name != "TypeVar" }
            if items.count != known.count, !isOpen {
                throw vm.typeError(
                    "Too \(items.count < known.count ? "few" : "many") arguments for \(shown); "
                        + "actual \(items.count), expected \(known.count)")
            }
            return try vm.alias(of: value, arguments[0])
        }
    }

    private func checkParameters(_ base: TypeObject, _ items: [Value]) throws {
        if items.isEmpty {
            throw typeError("Parameter list to \(base.name)[...] cannot be empty")
        }
        for (index, item) in items.enumerated() {
            guard typeVariable(item) != nil else {
                throw typeError(
                    "Parameters to \(base.name)[...] must all be type variables or parameter "
                        + "specification variables.")
            }
            if items[..<index].contains(where: { $0.isIdentical(to: item) }) {
                throw typeError("Parameters to \(base.name)[...] must all be unique")
            }
        }
    }

    /// Gives a new class its `__orig_bases__` and `__parameters__`.
    func noteParameters(_ type: TypeObject, _ bases: [Value]) throws {
        let forms = bases.filter { annotation($0) != nil }
        if !forms.isEmpty { type.attributes[intern("__orig_bases__")] = tuple(bases) }
        guard type.mro.contains(where: isGenericBase) else { return }
        var found: [Value] = []
        let declared = forms.first {
            annotation($0)?.origin.type.map(isGenericBase) ?? false
        }
        for form in declared.map({ [$0] }) ?? forms {
            for variable in variables(in: form)
            where !found.contains(where: { $0.isIdentical(to: variable) }) {
                found.append(variable)
            }
        }
        type.attributes[intern("__parameters__")] = tuple(found)
    }
}
