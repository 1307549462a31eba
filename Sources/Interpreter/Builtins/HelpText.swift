// `help(object)` as Python's pydoc prints it: the signature of a function and its docstring, and for a class what it
// defines and inherits, by kind.

extension VirtualMachine {
    func installHelp() {
        builtin("help", "(object=<unset>, /)", "Show what is known of an object.") {
            vm, arguments in
            guard arguments.isGiven(0) else {
                try vm.write("Type help(NAME) for help about what NAME stands for.\n")
                return .none
            }
            try vm.write(try vm.helpPage(arguments[0]) + "\n")
            return .none
        }
    }

    private func helpPage(_ value: Value) throws -> String {
        if let type = value.type {
            return "Help on class \(type.name)\(moduleText(type.module)):\n\n"
                + (try classPage(type))
        }
        if case .object(let object) = value {
            switch object.kind {
            case .function:
                return "Help on function \(try nameText(value))"
                    + "\(moduleText(try moduleName(value))):\n\n" + (try routine(value))
            case .boundMethod where native(value) == nil:
                let method = unsafeDowncast(object, to: BoundMethod.self)
                let owner = type(of: method.receiver)
                return "Help on method \(try nameText(value))"
                    + "\(moduleText(try moduleName(method.function))):\n\n"
                    + (try routine(
                        value, note: " method of \(owner.module).\(owner.qualifiedName) instance"))
            case .nativeFunction, .boundMethod:
                let module = native(value)?.module ?? "builtins"
                return "Help on built-in function \(try nameText(value))\(moduleText(module)):\n\n"
                    + (try routine(value))
            case .module:
                let module = unsafeDowncast(object, to: ModuleObject.self)
                let names = directoryNames(module)
                return "Help on module \(module.name):\n\nNAME\n    \(module.name)"
                    + (module.doc.map { " - " + $0 } ?? "") + "\n\nNAMES\n    "
                    + names.joined(separator: "\n    ") + "\n"
            default: break
            }
        }
        let type = type(of: value)
        return "Help on \(type.name)\(type.isNative ? "" : moduleText(type.module)) object:\n\n"
            + (try classPage(type))
    }

    private func directoryNames(_ module: ModuleObject) -> [String] {
        module.namespace.entries.map(\.name.swiftString).filter { !$0.hasPrefix("_") }.sorted()
    }

    private func moduleText(_ name: String) -> String { " in module \(name)" }

    private func moduleName(_ value: Value) throws -> String {
        try attributeIfPresent(value, names.module)?.string?.swiftString ?? "__main__"
    }

    private func nameText(_ value: Value) throws -> String {
        try attributeIfPresent(value, names.name)?.string?.swiftString ?? "?"
    }

    // MARK: Routines

    /// "f(a, b=1)" and the indented docstring.
    private func routine(
        _ value: Value, as shown: String? = nil, note: String = "", documentation: String? = nil
    ) throws -> String {
        let name = try nameText(value)
        var title = shown.map { $0 == name ? name : "\($0) = \(name)" } ?? name
        var signature = try signatureText(value)
        if name == "<lambda>" {
            title = (shown.map { "\($0) = " } ?? "") + "<lambda> lambda "
            signature = String(signature.dropFirst().dropLast())
        }
        let text = try documentation ?? docText(value)
        return title + signature + note + "\n" + (text.map { indented($0) + "\n" } ?? "")
    }

    private func docText(_ value: Value) throws -> String? {
        try attributeIfPresent(value, names.doc)?.string.map { Self.cleaned($0.swiftString) }
    }

    private func indented(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            "    " + $0
        }
        while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// A docstring without the indentation that its lines share.
    static func cleaned(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let margins = lines.dropFirst().compactMap { line -> Int? in
            let count = line.prefix { $0 == " " }.count
            return count == line.count ? nil : count
        }
        let margin = margins.min() ?? 0
        lines = lines.enumerated().map { index, line in
            index == 0
                ? String(line.drop { $0 == " " })
                : String(line.dropFirst(min(margin, line.prefix { $0 == " " }.count)))
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        while lines.first?.isEmpty ?? false { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }

    /// The parameters of a function as they were declared.
    package func signatureText(_ value: Value) throws -> String {
        if let native = native(value) { return native.signature.shownText }
        var function = value
        var isBound = false
        if case .object(let object) = value, object.kind == .boundMethod {
            function = unsafeDowncast(object, to: BoundMethod.self).function
            isBound = true
        }
        guard case .object(let object) = function, object.kind == .function else { return "(...)" }
        return try signatureText(
            unsafeDowncast(object, to: FunctionObject.self), droppingFirst: isBound)
    }

    /// The parameters of a learner's function as `inspect.signature` shows them.
    func signatureText(_ function: FunctionObject, droppingFirst: Bool) throws -> String {
        let code = function.code
        var parts: [String] = []
        func parameter(_ name: String, _ value: Value?) throws -> String {
            var text = name
            let annotation = function.annotations?.value(forName: intern(bare(name)))
            if let annotation { text += ": " + (try annotationText(annotation)) }
            if let value { text += (annotation == nil ? "=" : " = ") + (try repr(value)) }
            return text
        }
        func bare(_ name: String) -> String { String(name.drop { $0 == "*" }) }
        let positional = code.argumentCount
        let firstDefault = positional - function.defaults.count
        for index in 0..<positional {
            let value = index >= firstDefault ? function.defaults[index - firstDefault] : nil
            parts.append(try parameter(code.localNames[index], value))
            if index + 1 == code.positionalOnlyCount { parts.append("/") }
        }
        if droppingFirst, !parts.isEmpty {
            parts.removeFirst()
            if parts.first == "/" { parts.removeFirst() }
        }
        var next = positional + code.keywordOnlyCount
        if code.flags.contains(.variadicPositional) {
            parts.append(try parameter("*" + code.localNames[next], nil))
            next += 1
        } else if code.keywordOnlyCount > 0 {
            parts.append("*")
        }
        for index in positional..<(positional + code.keywordOnlyCount) {
            let name = code.localNames[index]
            let value = function.keywordDefaults.first { $0.name.swiftString == name }?.value
            parts.append(try parameter(name, value))
        }
        if code.flags.contains(.variadicKeywords) {
            parts.append(try parameter("**" + code.localNames[next], nil))
        }
        var text = "(" + parts.joined(separator: ", ") + ")"
        if let result = function.annotations?.value(forName: intern("return")) {
            text += " -> " + (try annotationText(result))
        }
        return text
    }

    private func annotationText(_ value: Value) throws -> String {
        if let type = value.type { return type.displayName }
        return try repr(value).replacing("typing.", with: "")
    }

    // MARK: Classes

    private static let hidden: Set<String> = [
        "__doc__", "__module__", "__name__", "__qualname__", "__slots__", "__match_args__",
    ]

    /// What `object` says of special methods that a class leaves without a docstring.
    private static let inheritedTexts = [
        "__init__": "Initialize self.  See help(type(self)) for accurate signature.",
        "__repr__": "Return repr(self).", "__str__": "Return str(self).",
        "__hash__": "Return hash(self).", "__eq__": "Return self==value.",
        "__ne__": "Return self!=value.", "__lt__": "Return self<value.",
        "__le__": "Return self<=value.", "__gt__": "Return self>value.",
        "__ge__": "Return self>=value.", "__format__": "Default object formatter.",
        "__setattr__": "Implement setattr(self, name, value).",
        "__delattr__": "Implement delattr(self, name).",
        "__getattribute__": "Return getattr(self, name).",
        "__new__": "Create and return a new object.  See help(type) for accurate signature.",
    ]

    private enum Kind: String, CaseIterable {
        case methods = "Methods"
        case classMethods = "Class methods"
        case staticMethods = "Static methods"
        case properties = "Readonly properties"
        case descriptors = "Data descriptors"
        case data = "Data and other attributes"
    }

    private func classPage(_ type: TypeObject) throws -> String {
        let bases = type.bases.map(baseName).joined(separator: ", ")
        let title = "class \(type.name)" + (bases.isEmpty ? "" : "(\(bases))")
        var parts: [String] = []
        let signature = try constructorText(type)
        if signature != "()" { parts.append(type.name + signature + "\n") }
        if let text = type.doc { parts.append(Self.cleaned(text) + "\n") }
        if type.mro.count > 2 {
            parts.append("Method resolution order:")
            parts += type.mro.map { "    " + baseName($0) }
            parts.append("")
        }
        var seen: Set<String> = []
        var isFirst = true
        let annotationsName = intern("__annotations__")
        for owner in type.mro where owner !== types.object {
            var entries: [Kind: [(String, String)]] = [:]
            var own = owner.attributes.entries.map { ($0.name.swiftString, $0.value) }
            if owner === type, !own.contains(where: { $0.0 == "__annotations__" }),
                type.mro.contains(where: { $0.attributes[annotationsName] != nil })
            {
                own.append(("__annotations__", .object(makeDict())))
            }
            for (name, value) in own.sorted(by: { $0.0 < $1.0 }) where seen.insert(name).inserted {
                let isSpecial = name.hasPrefix("__") && name.hasSuffix("__")
                if Self.hidden.contains(name) || name.hasPrefix("_") && !isSpecial { continue }
                let (kind, text) = try entry(name, value, type)
                entries[kind, default: []].append((name, text))
            }
            if !owner.isNative, owner.slotNames == nil,
                owner.mro.dropFirst().allSatisfy({ $0.isNative && !$0.hasInstanceAttributes })
            {
                entries[.descriptors, default: []] += [
                    ("__dict__", "__dict__\n    dictionary for instance variables\n"),
                    ("__weakref__", "__weakref__\n    list of weak references to the object\n"),
                ]
            }
            let place =
                owner === type ? "defined here:" : "inherited from \(baseName(owner)):"
            for kind in Kind.allCases {
                guard let list = entries[kind] else { continue }
                if !isFirst { parts.append(String(repeating: "-", count: 70)) }
                isFirst = false
                parts.append("\(kind.rawValue) \(place)\n")
                parts += list.map(\.1)
            }
        }
        var body = parts.joined(separator: "\n")
        while body.last?.isWhitespace ?? false { body.removeLast() }
        if body.isEmpty { return title + "\n" }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        return title + "\n" + lines.map { " |  " + $0 }.joined(separator: "\n") + "\n"
    }

    private func baseName(_ type: TypeObject) -> String {
        type.module == "__main__" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
    }

    private func constructorText(_ type: TypeObject) throws -> String {
        for name in [names.new, names.initialize] {
            guard let found = lookUp(type, name) else { continue }
            var function = found
            if case .object(let object) = found, object.kind == .staticMethod {
                function = unsafeDowncast(object, to: WrappedFunction.self).function
            }
            if case .object(let object) = function, object.kind == .function {
                return try signatureText(
                    unsafeDowncast(object, to: FunctionObject.self), droppingFirst: true)
            }
        }
        if let constructor = type.constructor { return constructor.signature.shownText }
        if let initializer = lookUp(type, names.initialize), let native = native(initializer),
            native.owner !== types.object
        {
            return native.signature.shownText
        }
        return "()"
    }

    /// One attribute of a class: its kind and its lines.
    private func entry(
        _ name: String, _ value: Value, _ type: TypeObject
    ) throws -> (Kind, String) {
        let text = try inheritedText(name, value, type)
        if case .object(let object) = value {
            switch object.kind {
            case .function:
                return (.methods, try routine(value, as: name, documentation: text))
            case .nativeFunction:
                return (.methods, try routine(value, as: name, documentation: text))
            case .classMethod:
                let function = unsafeDowncast(object, to: WrappedFunction.self).function
                let bound = try bindDescriptor(value, instance: nil, owner: type)
                _ = function
                return (
                    .classMethods,
                    try routine(
                        bound, as: name, note: " from builtins.type", documentation: text)
                )
            case .staticMethod:
                let function = unsafeDowncast(object, to: WrappedFunction.self).function
                return (.staticMethods, try routine(function, as: name, documentation: text))
            case .property:
                let property = unsafeDowncast(object, to: PropertyObject.self)
                let isReadOnly = property.setter.isNone && property.deleter.isNone
                return (
                    isReadOnly ? .properties : .descriptors,
                    name + "\n" + (text.map { indented($0) + "\n" } ?? "")
                )
            default:
                if object is NativeProperty || object is MemberDescriptor {
                    return (.descriptors, name + "\n" + (text.map { indented($0) + "\n" } ?? ""))
                }
            }
        }
        var shown = try repr(value)
        let room = 70 - name.count - 3 - shown.count
        if room < 0 { shown = String(shown.dropLast(-room)) + "..." }
        return (.data, "\(name) = \(shown)\n")
    }

    /// The docstring of an attribute, or that of the one it overrides.
    private func inheritedText(
        _ name: String, _ value: Value, _ type: TypeObject
    ) throws -> String? {
        for base in type.mro {
            guard let found = base.attributes[intern(name)], base !== types.object else { continue }
            var function = found
            if case .object(let object) = found, let wrapped = object as? WrappedFunction {
                function = wrapped.function
            }
            if case .object(let object) = function,
                object.kind == .function || object is PropertyObject
                    || object.kind == .nativeFunction, let text = try docText(function)
            {
                return text
            }
        }
        return Self.inheritedTexts[name]
    }
}
